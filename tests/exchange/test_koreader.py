from __future__ import annotations

import json

import pytest

from briefing.exchange.foreign import for_article, new_drafts
from briefing.exchange.koreader import parse
from briefing.model.anchor import Anchor
from briefing.model.errors import FormatError
from briefing.model.note import NoteKind
from tests.exchange.samples import ARTICLE, CASES

EXPORTED = (CASES / "koreader.json").read_text("utf-8")


def test_highlights_notes_colours_and_times_are_read() -> None:
    read = parse(EXPORTED)
    red, noted, alone, other = read.drafts
    assert (red.anchor, red.kind, red.color) == (
        Anchor("razzi e pavimenti"), NoteKind.HIGHLIGHT, "pink",
    )  # fmt: skip
    assert red.created == red.updated == "2023-09-09T10:50:12Z"
    assert (noted.anchor.quote, noted.kind) == ("11.000 soldati", NoteKind.NOTE)
    assert (noted.text, noted.color) == ("Chi li ha contati?", None)
    assert (alone.created, alone.updated) == ("2026-06-28T21:14:03Z", "2026-06-29T08:00:00Z")
    assert (other.work, other.color) == ("Another book", "blue")
    assert [str(fault) for fault in read.faults] == ["entry 5: “text” is not a text"]


def test_one_book_is_read_without_a_list_around_it() -> None:
    book = json.loads(EXPORTED)["documents"][0]
    assert len(parse(json.dumps(book)).drafts) == 3


def test_an_export_without_highlights_is_empty_and_no_error() -> None:
    assert parse('{"title": "x", "entries": {}}').drafts == ()


def test_other_books_stay_out_of_the_notes_of_this_article() -> None:
    mine = for_article(parse(EXPORTED), ARTICLE)
    assert {draft.work for draft in mine.drafts} == {"Razzi in Russia"}


def test_a_note_edited_on_the_reader_is_not_imported_twice() -> None:
    edited = EXPORTED.replace("Chi li ha contati?", "Chi li ha contati davvero?")
    both = [*parse(EXPORTED).drafts, *parse(edited).drafts]
    assert new_drafts([], both) == list(parse(EXPORTED).drafts)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "3", "{}", '{"documents": 3}', '{"entries": [1]}', '{"title": 3, "entries": []}',
     '{"entries": [{"text": "a", "time": Infinity}]}'],
)  # fmt: skip
def test_another_file_gives_one_line(text: str) -> None:
    with pytest.raises(FormatError) as caught:
        parse(text, where="k.json")
    assert str(caught.value).startswith("k.json")


def test_an_impossible_time_is_no_time() -> None:
    read = parse('{"entries": [{"text": "a", "time": 1e300}, {"text": "b", "time": true}]}')
    assert [draft.created for draft in read.drafts] == [None, None]
