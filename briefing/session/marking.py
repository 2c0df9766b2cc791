"""Which passages are marked on the screen: one list, whatever the marks mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model.anchor import MatchState
from briefing.model.brief import Brief
from briefing.model.mark import Mark, MarkKind
from briefing.model.note import NoteKind
from briefing.session.placing import PlacedNote

_LOOKS = {
    NoteKind.HIGHLIGHT: MarkKind.HIGHLIGHT,
    NoteKind.NOTE: MarkKind.NOTE,
    NoteKind.QUESTION: MarkKind.QUESTION,
    NoteKind.CORRECTION: MarkKind.CORRECTION,
    NoteKind.BOOKMARK: MarkKind.BOOKMARK,
}


def standing_marks(brief: Brief, notes: Iterable[PlacedNote]) -> tuple[Mark, ...]:
    """The marks that are there whatever the reader is doing, in the order of the text."""
    marks = [*_brief_marks(brief), *_note_marks(notes)]
    return tuple(sorted(marks, key=lambda mark: (mark.span.start, mark.span.end)))


def _brief_marks(brief: Brief) -> Iterator[Mark]:
    for figure in brief.figures:
        for span in figure.passages:
            yield Mark(span, MarkKind.FIGURE)
    for remark in brief.remarks:
        if remark.span is not None:
            yield Mark(remark.span, MarkKind.REMARK)


def _note_marks(notes: Iterable[PlacedNote]) -> Iterator[Mark]:
    for placed in notes:
        if placed.span is not None:
            yield Mark(
                placed.span,
                _LOOKS[placed.note.kind],
                color=placed.note.color,
                uncertain=placed.match.state is MatchState.UNCERTAIN,
                changed=placed.match.changed,
                ref=placed.note.id,
            )
