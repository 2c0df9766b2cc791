"""What the signs beside the text mean, as rows."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.mark import MarkKind
from briefing.text.i18n import _
from briefing.ui.render.guide import HERE_SIGN
from briefing.ui.render.note_rows import ORPHAN_SIGN
from briefing.ui.render.palette import GUTTER_SIGNS, UNCERTAIN_SIGN
from briefing.ui.render.rows import Row, Words


def signs() -> Iterator[tuple[str, str]]:
    """Each sign, and what it means; those that a reader meets first come first."""
    kinds = {
        MarkKind.TARGET: _("where the last jump led"),
        MarkKind.FIGURE: _("a figure"),
        MarkKind.REMARK: _("a remark of the editor"),
        MarkKind.HIGHLIGHT: _("a highlight"),
        MarkKind.NOTE: _("a note"),
        MarkKind.QUESTION: _("a question"),
        MarkKind.CORRECTION: _("a correction, or a note whose passage has other words now"),
        MarkKind.BOOKMARK: _("a bookmark"),
        MarkKind.SEARCH: _("a hit of the search"),
        MarkKind.SELECTION: _("what is selected"),
        MarkKind.ADDED: _("added since you read it"),
        MarkKind.REPLACED: _("replaced since you read it"),
        MarkKind.GONE: _("something stood here when you read it"),
        MarkKind.MOVED: _("stood elsewhere when you read it"),
    }
    yield HERE_SIGN, _("the sentence that a note would be about")
    yield from ((GUTTER_SIGNS[kind], said) for kind, said in kinds.items())
    yield UNCERTAIN_SIGN, _("a note whose place asks to be confirmed")
    yield ORPHAN_SIGN, _("a note whose passage is lost")


def legend_rows(words: str = "") -> Iterator[Row]:
    """The signs that match, each with what it means.

    Args:
        words: What is looked for, in any order.
    """
    for sign, said in signs():
        text = f"{sign} {said}".casefold()
        if all(word in text for word in words.casefold().split()):
            yield Row((Words(said),), sign=sign)
