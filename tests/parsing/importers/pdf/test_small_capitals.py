"""Headings in small capitals are found though they are smaller than the text."""

from __future__ import annotations

import pytest

from tests.parsing.importers.pdf.test_headings import LONG, block, levels

NAMES = ("BOATS", "CREWS OF THE PORT", "WAGES")


@pytest.mark.parametrize(
    ("names", "size", "are_headings"),
    [
        (NAMES, 8.0, True),
        (NAMES[:2], 8.0, False),
        (NAMES, 6.0, False),
        (tuple(name.title() for name in NAMES), 8.0, False),
        (tuple(f"TABLE {at}. {name}" for at, name in enumerate(NAMES)), 8.0, False),
    ],
)
def test_several_lines_in_small_capitals_above_paragraphs_are_headings(
    names: tuple[str, ...], size: float, *, are_headings: bool
) -> None:
    parts = [part for name in names for part in (block(name, size), block(LONG))]
    found = levels(block("The title", 20), block(LONG), *parts, block(LONG))
    assert (set(names) <= set(found)) == are_headings
    assert are_headings or not set(names) & set(found)
