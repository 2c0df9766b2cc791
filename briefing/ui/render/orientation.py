"""What a reader is told who has never seen the program."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model.mark import MarkKind
from briefing.text.i18n import _
from briefing.text.width import cells
from briefing.ui.render.guide import HERE_SIGN
from briefing.ui.render.palette import GUTTER_SIGNS


def orientation(keys: Mapping[str, str], width_cells: int, *, is_low: bool) -> str:
    """Four lines, or one where there is no room for them.

    Args:
        keys: The first key of each action, by its id.
        width_cells: The room there is.
        is_low: Whether rows are rare.
    """
    said = {**keys, **_signs()}
    lines = "\n".join(sentence.format_map(said) for sentence in _sentences())
    fits = not is_low and all(cells(line) <= width_cells for line in lines.split("\n"))
    return lines if fits else _short().format_map(keys)


def _signs() -> Mapping[str, str]:
    """The signs beside the text that a reader meets first."""
    kinds = (MarkKind.FIGURE, MarkKind.REMARK, MarkKind.HIGHLIGHT, MarkKind.NOTE)
    return {"here": HERE_SIGN, **{f"sign_{kind.value}": GUTTER_SIGNS[kind] for kind in kinds}}


def _sentences() -> tuple[str, ...]:
    return (
        _(
            "{page_down} and {page_up} turn pages, {next_section} goes to the next section,"
            " {next_pane} to the panels."
        ),
        _(
            "{write_note} notes the sentence at {here}, {save_note} saves;"
            " {select} selects others, by their numbers."
        ),
        _(
            "{search} finds words: {write_note} notes the hit.  {sign_figure} figure"
            "  {sign_remark} remark  {sign_highlight} highlight  {sign_note} note"
        ),
        _(
            "{help} shows all keys and signs, {palette} everything by name, {leave} quits,"
            " {close} hides this."
        ),
    )


def _short() -> str:
    return _("{write_note} note · {save_note} save · {help} keys · {leave} quit")
