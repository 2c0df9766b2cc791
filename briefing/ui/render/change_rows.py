"""Changes as rows and as marks: each row with the words of both texts."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.change import Change, ChangeKind, Weighs
from briefing.model.mark import MarkKind
from briefing.model.span import Span
from briefing.session.change_words import change_words
from briefing.ui.render.palette import GUTTER_SIGNS
from briefing.ui.render.rows import Row, Words

_MARKS = {
    ChangeKind.ADDED: MarkKind.ADDED,
    ChangeKind.REMOVED: MarkKind.GONE,
    ChangeKind.REPLACED: MarkKind.REPLACED,
    ChangeKind.MOVED: MarkKind.MOVED,
}
CHANGE_MARKS = frozenset(_MARKS.values())
"""The kinds of marks that tell of changes."""
_LINES = 3


def change_rows(found: Sequence[Change]) -> list[Row]:
    """A row a change; its reference is its place in the list."""
    return [
        Row(
            (Words(" ".join(change_words(change).split()), _look(change)),),
            spans=(change.span,),
            ref=str(number),
            sign=GUTTER_SIGNS[_MARKS[change.kind]],
            max_lines=_LINES,
        )
        for number, change in enumerate(found)
    ]


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
