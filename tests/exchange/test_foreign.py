from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.exchange.foreign import ForeignNote, Imported, for_article, new_drafts
from briefing.exchange.formats import EXPORTS, IMPORTS
from briefing.model.anchor import Anchor
from briefing.model.article import Article
from briefing.model.note import Note, NoteState, Via
from tests.exchange.samples import ARTICLE, CASES, LOST, MATCHES, NOTES, ORIGIN, TEXT, note
from tests.exchange.strategies import noted_articles


@given(noted_articles(), st.sampled_from(["jsonld", "hypothesis"]))
def test_bringing_back_what_went_out_adds_nothing(
    case: tuple[Article, list[Note]], name: str
) -> None:
    article, notes = case
    document = EXPORTS[name](article, notes, {}, ORIGIN)
    assert new_drafts(notes, IMPORTS[name](document, against=article.text).drafts) == []


@pytest.mark.parametrize(
    ("name", "file"),
    [("jsonld", "foreign.jsonld"), ("hypothesis", "hypothesis.json"), ("kindle", "clippings.txt"),
     ("koreader", "koreader.json")],
)  # fmt: skip
def test_importing_a_file_twice_adds_nothing_the_second_time(name: str, file: str) -> None:
    text = (CASES / file).read_text("utf-8")
    first = new_drafts([], IMPORTS[name](text, against=TEXT).drafts)
    notes = [as_note(number, draft) for number, draft in enumerate(first)]
    assert first
    assert new_drafts(notes, IMPORTS[name](text, against=TEXT).drafts) == []


def as_note(number: int, draft: ForeignNote) -> Note:
    """What a session makes of a draft."""
    fields = {"id": f"n{number}", "by": draft.by, "text": draft.text, "via": draft.via}
    return note(draft.anchor.quote, **fields)


def test_what_a_reader_deleted_does_not_come_back() -> None:
    gone = replace(LOST, state=NoteState.DELETED)
    document = EXPORTS["jsonld"](ARTICLE, [LOST], MATCHES, ORIGIN)
    assert new_drafts([gone], IMPORTS["jsonld"](document).drafts) == []


def test_a_note_that_travelled_through_another_program_is_known_by_its_words() -> None:
    plain = note("razzi", text="Che razzi?")
    back = ForeignNote(Anchor("razzi"), text="Che razzi?", by="anna", via=Via("hypothesis", "new"))
    assert new_drafts([plain], [back]) == []
    assert new_drafts([plain], [replace(back, by="bruno")]) == [replace(back, by="bruno")]


def test_two_highlights_of_the_same_word_are_two() -> None:
    one = ForeignNote(Anchor("Russia"), via=Via("hypothesis", "1"))
    two = replace(one, via=Via("hypothesis", "2"))
    assert new_drafts([], [one, two, one]) == [one, two]
    assert new_drafts([note("Russia", by="", via=one.via)], [one, two]) == [two]


def test_notes_without_any_words_are_not_taken_for_each_other() -> None:
    bare = ForeignNote(Anchor(""))
    assert new_drafts([], [bare, bare]) == [bare, bare]


def test_a_file_about_one_work_is_taken_whole() -> None:
    imported = Imported(
        (ForeignNote(Anchor("x"), work="Some title"), ForeignNote(Anchor("y"), work="Some title"))
    )
    assert for_article(imported, ARTICLE) == imported


def test_of_many_works_those_with_a_quote_of_the_article_stay() -> None:
    drafts = (
        ForeignNote(Anchor("anything"), work="RAZZI in  Russia"),
        ForeignNote(Anchor("tra cui\nrazzi"), work="Another edition"),
        ForeignNote(Anchor("not here"), work="Another book"),
        ForeignNote(Anchor("not here either")),
    )
    kept = for_article(Imported(drafts), ARTICLE)
    assert kept.drafts == (drafts[0], drafts[1], drafts[3])
    assert len(kept.faults) == 1


def test_only_a_whole_note_is_given_back_as_one() -> None:
    assert ForeignNote(Anchor("x")).as_note() is None
    document = EXPORTS["jsonld"](ARTICLE, NOTES, MATCHES, ORIGIN)
    assert [draft.as_note() for draft in IMPORTS["jsonld"](document).drafts] == list(NOTES)
