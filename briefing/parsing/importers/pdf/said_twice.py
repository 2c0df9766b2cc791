"""Headings at the top of a page that the next page says again, where a form or a table goes on.

They look like a running head of two pages. What runs along stands where the heads of other pages
do, and most often a heading of the text says it, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from briefing.parsing.importers.pdf.edges import SAME_HEIGHT, EdgeLine
from briefing.parsing.importers.pdf.lines import Page

_FEWEST_PAGES = 8
"""Pages of a document whose running heads come again more than once."""
_FEWEST_WORDS = 3
"""Words of such a heading; fewer are rather the name of a part."""
_SECOND = 2


def without_headings(
    running: Sequence[Sequence[EdgeLine]], pages: Sequence[Page]
) -> Iterator[list[EdgeLine]]:
    """The heads of pages, each without a heading that only the next page says again.

    What is below such a heading is no running head, either.

    Args:
        running: For each page, the lines at its top that may run along, from the edge inwards.
        pages: The pages.
    """
    said = Counter(stretch.text for page in pages for stretch in page.stretches)
    heights = Counter(_height(line) for lines in running for line in lines)
    masks = [{line.mask for line in lines} for lines in running]
    on = Counter(mask for found in masks for mask in found)
    for index, lines in enumerate(running):
        again = masks[index + 1] if index + 1 < len(masks) else set[str]()

        def is_heading(line: EdgeLine, again: set[str] = again) -> bool:
            return (
                line.mask in again
                and on[line.mask] == _SECOND
                and heights[_height(line)] == _SECOND
                and len(line.text.split()) >= _FEWEST_WORDS
                and all(said[stretch.text] == _SECOND for stretch in line.stretches)
            )

        if len(running) < _FEWEST_PAGES:
            yield list(lines)
        else:
            yield list(takewhile(lambda line: not is_heading(line), lines))


def _height(line: EdgeLine) -> int:
    return round(line.height / SAME_HEIGHT)
