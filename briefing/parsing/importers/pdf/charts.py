"""Words and numbers of charts, which are no part of the text.

What tells a chart is its axis (`axes`). The words around that, short and between it and the text,
are the chart's: the names below its bars, its legend, what its axes measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.parsing.importers.pdf.axes import LEVEL, Axis, axes_of, is_long
from briefing.parsing.importers.pdf.lines import Page, Stretch, plain
from briefing.parsing.importers.pdf.numbered import is_caption
from briefing.parsing.importers.pdf.running import text_size

_NEAR, _CLOSE = 2.6, 1.5
"""Times the size of the type: how far below or above each other the lines of a chart are, and those
of a caption."""
_LEGEND = 12.0
"""The same: how far to the right of the names below it a legend ends."""
_SMALL, _LARGE = 0.95, 1.2
"""Times the size of the text: type of labels, and that of a title of a chart at most."""
_ASIDE = 3.0
"""Times the size of the type: how far the lines of a caption begin apart at most."""
_SAME_SIZE = 1.05
"""Times the size of the numbers of an axis: type of a legend, and of a unit in many words."""
_OFF_MIDDLE = 0.15
"""The share of the width of a chart by which what stands in its middle may be off."""
_FEW_WORDS = 3
"""Words of what stands above an axis, as of its unit, or in a legend beside the chart."""
_PART = re.compile(r"\(?[a-z]\)\s")
"""What the caption of a part of a figure begins with."""


def take_charts(pages: Sequence[Page]) -> list[str]:
    """Take what charts say out of pages.

    Returns:
        The words of each chart on a line.
    """
    size = text_size(pages)
    taken: list[str] = []
    for page in pages:
        found = {id(s): s for s in page.labels}
        for axis in axes_of(page.stretches):
            found.update((id(s), s) for s in _Chart(axis, page.stretches, size).words())
        if found:
            page.stretches = [s for s in page.stretches if id(s) not in found]
            taken.append(" ".join(plain(s.text) for s in found.values()))
    return taken


class _Chart:
    """What stands around an axis.

    Args:
        axis: The axis.
        stretches: The lines of its page.
        size: The size of the text.
    """

    def __init__(self, axis: Axis, stretches: Sequence[Stretch], size: float) -> None:
        self.axis, self.size = axis, size
        known = [*axis.ticks, *axis.names]
        self.left, self.right = min(s.left for s in known), max(s.right for s in known)
        self.stretches = [s for s in stretches if axis.left <= s.left < axis.right]

    def words(self) -> Iterator[Stretch]:
        """What is of the chart."""
        axis = self.axis
        yield from axis.ticks
        yield from axis.names
        around = (s for s in self.stretches if not is_long(s))
        low = axis.names[0].base if axis.names else axis.bottom - LEVEL * axis.size
        yield from (
            s for s in around if low < s.base <= axis.top + axis.size and self._is_inside(s)
        )
        if axis.names:
            yield from self._lines(low, _NEAR * axis.size, is_below=True)
            high = axis.top + axis.size
            yield from self._lines(high, max(axis.step, _NEAR * axis.size), is_below=False)

    def _is_inside(self, stretch: Stretch) -> bool:
        """Whether something at the height of the axis is of its chart, or a legend beside it."""
        if is_caption(plain(stretch.text)):
            return False
        is_small = stretch.size <= _SMALL * self.size
        if not self.axis.names:
            return is_small
        is_beside = stretch.left > self.right
        is_legend = stretch.right < self.right + _LEGEND * self.axis.size
        has_few = stretch.text.count(" ") + 1 <= _FEW_WORDS
        return not is_beside or (is_legend and has_few)

    def _lines(self, base: float, reach: float, *, is_below: bool) -> list[Stretch]:
        """The lines above or below what is known of a chart, as far as they are labels.

        Those close to a line that is none are its rest, as the second line of a caption.
        """
        sign = -1 if is_below else 1
        rest = [s for s in self.stretches if sign * (s.base - base) > LEVEL * s.size]
        rest.sort(key=lambda s: sign * s.base)
        found: list[list[Stretch]] = []
        while rest and sign * (rest[0].base - base) <= reach:
            line = [s for s in rest if abs(s.base - rest[0].base) <= LEVEL * s.size]
            if not self._are_labels(line, is_below=is_below):
                break
            found.append(line)
            base, rest = line[0].base, [s for s in rest if s not in line]
            reach = _NEAR * self.axis.size
        while rest and found and _is_close(found[-1][0], rest[0]):
            rest = found.pop()
        return [s for line in found for s in line]

    def _are_labels(self, line: Sequence[Stretch], *, is_below: bool) -> bool:
        """Whether a line is of labels: short, and in the middle of the chart or above its axis.

        Above a chart may stand a legend of several short words, too.
        """
        text = " ".join(plain(s.text) for s in line)
        is_title = max(s.size for s in line) > _LARGE * self.size
        if any(map(is_long, line)) or is_caption(text) or _PART.match(text) or is_title:
            return False
        left, right = min(s.left for s in line), max(s.right for s in line)
        off = abs(left + right - self.left - self.right) / 2
        if off <= _OFF_MIDDLE * (self.right - self.left):
            return not all(s.bold and s.size > self.size for s in line)
        if is_below or max(s.size for s in line) > _SMALL * self.size:
            return False
        edge = self.axis.ticks[0].right + _CLOSE * self.axis.size
        is_alike = max(s.size for s in line) <= _SAME_SIZE * self.axis.size
        has_few = all(s.text.count(" ") + 1 <= _FEW_WORDS for s in line)
        is_unit = len(line) == 1 and (has_few or is_alike) and left <= edge
        is_legend = (
            len(line) > 1 and has_few and is_alike and right <= self.right + _ASIDE * self.axis.size
        )
        return is_unit or is_legend


def _is_close(one: Stretch, other: Stretch) -> bool:
    """Whether a line stands close to another one and begins where it does, or in its middle."""
    size = max(one.size, other.size)
    off = min(
        abs(one.left - other.left),
        abs(one.left + one.right - other.left - other.right) / 2,
    )
    return abs(one.base - other.base) <= _CLOSE * size and off <= _ASIDE * size
