"""Boxes that are drawn in the margin beside the text of a page.

They stand beside what they tell of, and come back between its paragraphs. Boxes that fill most of
the height of a page are a column of their own, which is read for itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.parsing.importers.pdf.lines import Box, Page
from briefing.parsing.importers.pdf.medians import median
from briefing.parsing.importers.pdf.side_notes import (
    FEWEST_RUNNING,
    Span,
    running_on,
    span_of,
    text_size,
)

_HIGH = 0.5
"""How much of the height of the text the boxes beside it may fill."""
_NARROW = 0.6
"""The share of the width of the text that such a box has at most."""
_WIDE = 0.9
"""The share of the usual width of the text that a page with such a box has at least."""
_APART = 1.0
"""Points by which a box may stand out into the text."""


def boxes_in_margins(pages: Sequence[Page]) -> Mapping[int, list[Box]]:
    """The boxes in the margins of pages, by the index of the page."""
    size = text_size(pages)
    running = {page.index: list(running_on(page, size)) for page in pages if page.boxes}
    spans = {at: span_of(lines) for at, lines in running.items() if len(lines) >= FEWEST_RUNNING}
    if not spans:
        return {}
    usual = median(right - left for left, right in spans.values())
    found: dict[int, list[Box]] = {}
    for page in pages:
        span = spans.get(page.index)
        if span is None or span[1] - span[0] < _WIDE * usual:
            continue
        bases = [line.base for line in running[page.index]]
        boxes = list(_beside(page, span))
        text = Box(*span, min(bases), max(bases))
        is_low = sum(box.high - box.low for box in boxes) <= _HIGH * (text.high - text.low)
        if is_low and not _is_shared(page, boxes, text):
            found[page.index] = boxes
    return found


def _is_shared(page: Page, boxes: Sequence[Box], text: Box) -> bool:
    """Whether other lines stand in the margin, which are a column of its own with the boxes."""
    sides = {box.left >= text.right - _APART for box in boxes}
    return any(
        (line.left >= text.right - _APART if is_right else line.right <= text.left + _APART)
        and text.low <= line.base <= text.high
        and not any(box.holds(line) for box in boxes)
        for line in page.stretches
        for is_right in sides
    )


def _beside(page: Page, span: Span) -> Iterator[Box]:
    """The boxes that stand beside the text, with nothing of the page that stands out of them."""
    left, right = span
    for box in page.boxes.values():
        is_beside = box.right <= left + _APART or box.left >= right - _APART
        level = [s for s in page.stretches if box.low <= s.base <= box.high and not box.holds(s)]
        is_apart = all(s.right <= box.left or s.left >= box.right for s in level)
        if is_beside and is_apart and box.right - box.left <= _NARROW * (right - left):
            yield box
