"""What a reader is told who has never seen the program."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.text.i18n import _
from briefing.text.width import cells


def orientation(keys: Mapping[str, str], width_cells: int, *, is_low: bool) -> str:
    """Three lines, or one where there is no room for them.

    Args:
        keys: The first key of each action, by its id.
        width_cells: The room there is.
        is_low: Whether rows are rare.
    """
    lines = "\n".join(sentence.format_map(keys) for sentence in _sentences())
    fits = not is_low and all(cells(line) <= width_cells for line in lines.split("\n"))
    return lines if fits else _short().format_map(keys)


def _sentences() -> tuple[str, ...]:
    return (
        _(
            "Press {page_down} and {page_up} to turn pages, {next_section} for the next section,"
            " {next_pane} for the panels."
        ),
        _(
            "Press {write_note} for a note on the sentence at the top, {select} to select;"
            " {save_note} saves it."
        ),
        _(
            "Press {help} for all keys, {palette} for everything by name, {leave} to quit,"
            " {close} to hide this."
        ),
    )


def _short() -> str:
    return _("{write_note} note · {save_note} save · {help} keys · {leave} quit")
