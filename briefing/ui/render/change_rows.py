"""Changes as rows: what is most serious first, each with the words of both texts."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.change import Change, ChangeKind, Weighs
from briefing.session.change_words import change_words
from briefing.ui.render.palette import CHANGED_SIGN
from briefing.ui.render.rows import Row, Words

_SIGNS = {
    ChangeKind.ADDED: "+",
    ChangeKind.REMOVED: "−",
    ChangeKind.REPLACED: CHANGED_SIGN,
    ChangeKind.MOVED: "↕",
}
_LINES = 3


def change_rows(found: Sequence[Change]) -> list[Row]:
    """A row a change; its reference is its place in the list."""
    return [
        Row(
            (Words(" ".join(change_words(change).split()), _look(change)),),
            spans=(change.span,),
            ref=str(number),
            sign=_SIGNS[change.kind],
            max_lines=_LINES,
        )
        for number, change in enumerate(found)
    ]


def _look(change: Change) -> str:
    return "" if change.weighs in {Weighs.WORDS, Weighs.QUALIFIER} else "uncertain"
