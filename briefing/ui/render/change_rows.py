"""Changes as rows and as marks: each row with the words of both texts."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.change import Change, ChangeKind, Weighs
from briefing.model.mark import MarkKind
from briefing.model.span import Span
from briefing.session.change_words import change_words
from briefing.ui.render.palette import GUTTER_SIGNS
from briefing.ui.render.rows import LazyRows, Row, Words

_MARKS = {
    ChangeKind.ADDED: MarkKind.ADDED,
    ChangeKind.REMOVED: MarkKind.GONE,
    ChangeKind.REPLACED: MarkKind.REPLACED,
    ChangeKind.MOVED: MarkKind.MOVED,
}
CHANGE_MARKS = frozenset(_MARKS.values())
"""The kinds of marks that tell of changes."""
_LINES = 3


class ChangeRows(LazyRows):
    """A row a change, made when it is looked at; its reference is its place in the list."""

    def __init__(self, found: Sequence[Change]) -> None:
        self._found = found

    def __len__(self) -> int:
        return len(self._found)

    def row_at(self, index: int) -> Row:
        """Make the row of a change."""
        change = self._found[index]
        return Row(
            (Words(" ".join(change_words(change).split()), _look(change)),),
            spans=(change.span,),
            ref=str(index),
            sign=GUTTER_SIGNS[_MARKS[change.kind]],
            max_lines=_LINES,
        )

    def index_of(self, ref: str) -> int | None:
        """Where the row of a change stands."""
        return int(ref) if int(ref) < len(self) else None


def _look(change: Change) -> str:
    return "" if change.weighs in {Weighs.WORDS, Weighs.QUALIFIER} else "uncertain"


def change_marks(found: Sequence[Change], text: str) -> dict[MarkKind, list[Span]]:
    """The passages to mark, for each kind in the order of the text and without overlap.

    Args:
        found: The changes.
        text: The reading text as it is now.
    """
    marks: dict[MarkKind, list[Span]] = {kind: [] for kind in _MARKS.values()}
    for change in sorted(found, key=lambda one: one.span):
        span = change.span if len(change.span) else _beside(change.span.start, text)
        known = marks[_MARKS[change.kind]]
        if len(span) and (not known or known[-1].end <= span.start):
            known.append(span)
    return marks


def _beside(offset: int, text: str) -> Span:
    """The character that the sign of words that went stands at: never a gap between lines."""
    at = min(offset, len(text) - 1)
    while at > 0 and text[at].isspace():
        at -= 1
    return Span(max(0, at), min(len(text), max(0, at) + 1))
