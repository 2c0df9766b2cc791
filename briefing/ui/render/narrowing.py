"""Rows that fit what somebody types, with the headings of their groups."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.text.fold import fold_text
from briefing.ui.render.rows import Row


def narrowed(rows: Sequence[Row], words: str) -> list[Row]:
    """The rows that have all words, in their order.

    A group's heading stands before those of its rows that fit; where it has a word itself, its rows
    need not have that one.

    Args:
        rows: Rows, with or without headings between them.
        words: What was typed; case, accents and the order of the words do not matter.
    """
    wanted = fold_text(words, accents=True).split()
    heading: Row | None = None
    is_told = False
    found: list[Row] = []
    for row in rows:
        if row.is_heading:
            heading, is_told = row, False
            continue
        above = "" if heading is None else heading.text
        said = fold_text(f"{above} {row.text}", accents=True)
        if not all(word in said for word in wanted):
            continue
        if heading is not None and not is_told:
            found.append(heading)
            is_told = True
        found.append(row)
    return found
