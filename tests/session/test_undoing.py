"""Undoing takes back one's own change, and never somebody else's."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.note import Note, NoteKind, NoteState
from briefing.model.span import Span
from briefing.session.undoing import Step, Steps, returned

BEFORE = Note(
    id="n000000001",
    kind=NoteKind.NOTE,
    by="anna",
    created="2026-11-22T08:15:30Z",
    updated="2026-11-22T08:15:30Z",
    state=NoteState.OPEN,
    rev="0" * 64,
    at=Span(0, 5),
    quote="words",
    text="one",
    tags=("a", "b"),
)
AFTER = replace(BEFORE, text="two", tags=("b", "c"), at=Span(9, 14))


def test_what_nobody_changed_since_goes_back_whole() -> None:
    assert returned(AFTER, BEFORE, AFTER) == BEFORE


def test_what_others_changed_since_stays() -> None:
    theirs = replace(AFTER, text="theirs", color="green", tags=("b", "c", "theirs"), quote="w")
    back = returned(AFTER, BEFORE, theirs)
    assert (back.text, back.color, back.tags) == ("theirs", "green", ("b", "theirs", "a"))
    assert (back.at, back.quote) == (AFTER.at, "w")  # a place is one thing


def test_a_note_that_did_not_exist_is_deleted_and_comes_again_with_what_others_wrote() -> None:
    theirs = replace(BEFORE, text="theirs")
    gone = returned(BEFORE, None, theirs)
    assert (gone.state, gone.text) == (NoteState.DELETED, "theirs")
    assert returned(None, BEFORE, gone) == theirs


def test_a_step_that_cannot_be_saved_can_be_tried_again() -> None:
    went: list[tuple[Note | None, Note | None]] = []

    def go(now: Note | None, then: Note | None) -> bool:
        if not went:
            went.append((now, then))
            raise OSError
        went.append((now, then))
        return True

    steps, step = Steps(go), Step(BEFORE, AFTER)
    steps.add(step)
    try:
        steps.undo()
    except OSError:
        assert steps.redo() is None
    assert steps.undo() == step
    assert steps.redo() == step
    assert went == [(AFTER, BEFORE), (AFTER, BEFORE), (BEFORE, AFTER)]
