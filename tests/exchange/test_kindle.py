from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.exchange.foreign import for_article
from briefing.exchange.kindle import parse
from briefing.model.anchor import Anchor
from briefing.model.errors import FormatError
from briefing.model.note import NoteKind
from tests.exchange.samples import ARTICLE, CASES

CLIPPINGS = (CASES / "clippings.txt").read_text("utf-8")


def test_a_note_is_joined_to_the_highlight_it_was_written_on() -> None:
    joined = parse(CLIPPINGS).drafts[0]
    assert joined.anchor == Anchor("razzi e pavimenti")
    assert (joined.kind, joined.text) == (
        NoteKind.NOTE,
        "Errore di traduzione.\nMeglio «granate».",
    )
    assert (joined.created, joined.updated) == ("2014-04-21T22:08:07Z", "2014-04-21T22:09:00Z")
    assert joined.work == "Razzi in Russia"


def test_of_overlapping_highlights_the_one_that_ends_at_the_note_gets_it() -> None:
    book = "".join(
        f"T (A)\n- Your {kind} on Location {place} | Added on Monday\n\n{words}\n==========\n"
        for kind, place, words in [
            ("Highlight", "11-15", "longer"), ("Note", "12", "mine"), ("Highlight", "8-12", "ends"),
        ]
    )  # fmt: skip
    assert [(draft.anchor.quote, draft.text) for draft in parse(book).drafts] == [
        ("longer", ""),
        ("ends", "mine"),
    ]


def test_the_rest_of_the_file_is_read_and_what_is_not_is_named() -> None:
    read = parse(CLIPPINGS, where="My Clippings.txt")
    assert [(draft.kind, draft.anchor.quote, draft.text) for draft in read.drafts[1:]] == [
        (NoteKind.HIGHLIGHT, "Oltre 11.000 soldati", ""),
        (NoteKind.NOTE, "", "A note on nothing in particular."),
        (NoteKind.HIGHLIGHT, "Wörter aus einem anderen Buch", ""),
    ]
    assert [str(fault) for fault in read.faults] == [
        "My Clippings.txt, entry 8: this is no clipping of a Kindle; it was left out",
        "2 clippings without words were left out",
    ]


def test_other_books_stay_out_of_the_notes_of_this_article() -> None:
    mine = for_article(parse(CLIPPINGS), ARTICLE)
    assert {draft.work for draft in mine.drafts} == {"Razzi in Russia"}
    assert str(mine.faults[-1]) == "1 note on another work was left out"


def test_reading_again_gives_the_same_names() -> None:
    first, again = parse(CLIPPINGS), parse(CLIPPINGS.replace("\n", "\r\n"))
    assert [draft.via for draft in first.drafts] == [draft.via for draft in again.drafts]
    assert len({draft.via.id for draft in first.drafts if draft.via}) == len(first.drafts)


@pytest.mark.parametrize(
    ("line", "kind", "date"), json.loads((CASES / "kindle_lines.json").read_text("utf-8"))
)
def test_every_language_of_a_kindle_is_understood(line: str, kind: str, date: str | None) -> None:
    draft = parse(f"Libro (A)\n{line}\n\nparole\n==========\n").drafts[0]
    assert draft.kind == kind
    assert draft.created == date


@pytest.mark.parametrize(
    "text", ["", "x", "a\nb\nc", "==========\n==========", "T\n- words\n\nx\n==========", "\ud800"]
)
def test_another_file_gives_one_line(text: str) -> None:
    with pytest.raises(FormatError) as caught:
        parse(text, where="c.txt")
    assert str(caught.value).startswith("c.txt: ")


@given(st.lists(st.sampled_from([*CLIPPINGS.split("\n"), "==========", "-", ""])))
def test_a_torn_file_never_breaks_the_import(lines: list[str]) -> None:
    try:
        read = parse("\n".join(lines))
    except FormatError:
        return
    assert all(draft.anchor.quote or draft.text for draft in read.drafts)


def clipping(place: str, words: str, kind: str = "Highlight", day: int = 1) -> str:
    """An entry of the file."""
    date = f"Added on Friday, March {day}, 2024 9:00:00 AM"
    return f"T (A)\r\n- Your {kind} on Location {place} | {date}\r\n\r\n{words}\r\n==========\r\n"


def test_of_a_resized_highlight_the_last_size_counts() -> None:
    book = "\ufeff" + "".join(
        [
            clipping("11-12", "about 11,000"),
            clipping("40-41", "another one"),
            clipping("11-14", "about 11,000 soldiers were sent", day=2),
            clipping("14", "Who counted?", "Note", day=2),
            clipping("12-14", "11,000 soldiers were sent", day=3),
        ]
    )
    assert [(draft.anchor.quote, draft.text) for draft in parse(book).drafts] == [
        ("another one", ""),
        ("11,000 soldiers were sent", "Who counted?"),
    ]


def test_two_highlights_of_one_place_with_other_words_are_two() -> None:
    book = clipping("11-12", "first words") + clipping("12-13", "other words")
    assert len(parse(book).drafts) == 2


def test_a_bom_before_each_entry_does_no_harm() -> None:
    book = "".join("\ufeff" + clipping(place, place) for place in ("1-2", "5-6"))
    assert [draft.anchor.quote for draft in parse(book).drafts] == ["1-2", "5-6"]
    assert [draft.order for draft in parse(book).drafts] == [(1,), (5,)]


def test_pages_are_no_locations() -> None:
    page = clipping("7", "on a page").replace("Location", "page")
    assert [draft.order for draft in parse(page).drafts] == [(7,)]
    assert [draft.order for draft in parse(page + clipping("90-91", "x")).drafts] == [None, (90,)]
