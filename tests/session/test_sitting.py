"""A sitting: where the reader is and what they do with one article, without a screen."""

from __future__ import annotations

import pytest

from briefing.model.reading_state import Choices, Guide, ReadingState
from briefing.model.span import Place, Span
from briefing.session import noting
from briefing.session.in_view import Still, within_chunk
from briefing.session.note_draft import NoteDraft
from briefing.session.selection import select_span
from briefing.session.sitting import Sitting
from briefing.session.unfinished import begin
from tests.session.fakes import FakeState, make_memory, make_reading

MARKDOWN = "# Talks\n\nFrance came. Italy came too.\n\n## Later\n\nNobody stayed. All went.\n"


def make_sitting(markdown: str = MARKDOWN, state: ReadingState | None = None) -> Sitting:
    """A sitting whose view holds the whole article."""
    sitting = Sitting(make_reading(markdown), make_memory(FakeState(state or ReadingState())))
    end = Place(sitting.document.chunk_count, 0)
    sitting.in_view = lambda: Still(Place(0, 0), end)
    return sitting


def span_of(sitting: Sitting, words: str) -> Span:
    start = sitting.reading.article.text.index(words)
    return Span(start, start + len(words))


def words(sitting: Sitting) -> str:
    """What a note would be about."""
    passage = sitting.passage
    return "" if passage is None else passage.of(sitting.reading.article.text)


def test_a_note_is_about_selection_then_target_then_first_sentence_in_view() -> None:
    sitting = make_sitting()
    assert words(sitting) == "France came."
    sitting.target = sitting.passage_of(span_of(sitting, "Nobody"))
    assert words(sitting) == "Nobody"
    sitting.selection = select_span(span_of(sitting, "Nobody stayed."))
    assert words(sitting) == "Nobody stayed."


def test_a_target_that_is_out_of_view_is_not_what_a_note_is_about() -> None:
    sitting = make_sitting()
    sitting.target = sitting.passage_of(span_of(sitting, "Italy"))
    later = sitting.reading.place(span_of(sitting, "Later").start)
    sitting.in_view = lambda: Still(later, Place(sitting.document.chunk_count, 0))
    assert words(sitting) == "Nobody stayed."


def test_movement_goes_on_from_what_was_aimed_at_until_something_scrolls() -> None:
    sitting = make_sitting()
    heading = sitting.reading.place(span_of(sitting, "Later").start)
    sitting.aim_at(heading)
    assert sitting.here == heading
    assert sitting.section == "Later"
    sitting.in_view = lambda: Still(Place(0, 3), heading)
    assert sitting.here == Place(0, 3)
    assert sitting.section == "Talks"


def test_a_target_is_known_in_each_chunk_that_it_reaches_into() -> None:
    sitting = make_sitting()
    passage = sitting.passage_of(span_of(sitting, "too.\nLater\nNobody"))
    found = [
        sitting.document.chunk(chunk).text[start:end]
        for chunk in range(sitting.document.chunk_count)
        for start, end in within_chunk(passage, sitting.document, chunk)
    ]
    assert "\n".join(found) == "too.\nLater\nNobody"


def test_leaving_ends_what_was_under_way_and_keeps_what_was_in_view() -> None:
    sitting = make_sitting()
    sitting.selection = select_span(sitting.passage or Span(0, 0))
    sitting.target = sitting.passage_of(span_of(sitting, "Italy"))
    sitting.held, sitting.chosen_note = "n1", "n1"
    sitting.search = sitting.reading.search("came", Place(0, 0))
    before = sitting.search
    sitting.leave()
    left = [sitting.selection, sitting.target, sitting.held, sitting.chosen_note, sitting.search]
    assert not any(left)
    assert before.is_stopped
    assert sitting.in_view().first == Place(0, 0)


def test_a_place_is_written_once_for_as_long_as_nothing_changes() -> None:
    state = FakeState()
    sitting = Sitting(make_reading(MARKDOWN), make_memory(state))
    sitting.seen_last = Place(0, 8)
    sitting.remember()
    assert state.state.place is not None
    assert state.state.place.place == Place(0, 8)
    state.state = ReadingState()
    sitting.remember()
    assert state.state.place is None
    sitting.seen_last = Place(0, 0)
    sitting.remember()
    assert state.state.place is not None


@pytest.mark.parametrize("guide", [Guide.NONE, Guide.RULER])
def test_what_was_aimed_at_is_at_hand_where_the_end_keeps_it_from_the_top(guide: Guide) -> None:
    sitting = make_sitting()
    sitting.memory.choose(Choices(guide=guide))
    assert words(sitting) == "France came."
    sitting.aim_at(sitting.reading.place(span_of(sitting, "Later").start))
    assert words(sitting) == "Nobody stayed."


@pytest.mark.parametrize("color", ["green", ""])
def test_a_colour_goes_to_the_note_at_hand_else_makes_a_highlight(color: str) -> None:
    sitting = make_sitting()
    noting.color(sitting, None, sitting.passage, color)
    [placed] = noting.notes_at_hand(sitting, None)
    assert placed.note.color == (color or noting.USUAL_COLOR)
    noting.color(sitting, placed, None, "pink")
    assert [p.note.color for p in sitting.notebook.placed] == ["pink"]


def test_a_bookmark_is_set_and_removed_by_the_same_key() -> None:
    sitting = make_sitting()
    passage = span_of(sitting, "Italy came too.")
    told = [noting.bookmark(sitting, passage) for _time in range(2)]
    assert told == ["bookmark set", "bookmark removed"]
    assert not sitting.notebook.placed


def test_the_note_chosen_among_several_is_at_hand_while_its_passage_is_marked() -> None:
    sitting = make_sitting()
    passage = span_of(sitting, "France")
    notes = [sitting.notebook.add(passage, NoteDraft(text)) for text in ("one", "two")]
    sitting.chosen_note = notes[1].id
    assert noting.notes_at_hand(sitting, None)[0].note.text == "one"
    assert noting.notes_here(sitting)[0].note.text == "two"
    sitting.target = sitting.passage_of(passage)
    assert noting.notes_at_hand(sitting, None)[0].note.text == "two"
    assert noting.is_chosen(sitting, noting.notes_at_hand(sitting, None)[0])
    assert noting.notes_at_hand(sitting, notes[0].id)[0].note.text == "one"


def test_what_is_typed_is_kept_saved_and_forgotten_in_its_own_article() -> None:
    sitting = make_sitting()
    draft = begin(sitting.notebook, span_of(sitting, "Italy"))
    typing = noting.typing(sitting, draft)
    typing.keep(NoteDraft("half"))
    typing.save(NoteDraft("whole"))
    typing.forget()
    assert [p.note.text for p in sitting.notebook.placed] == ["whole"]
    sitting.memory.load_drafts()
    assert not sitting.memory.drafts
