"""Lines of two columns that stand so close that they were taken for one.

Where columns are set narrowly, the space between two full lines is hardly wider than some spaces
inside a line. What tells that it is a gutter is that shorter lines beside it begin where it ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model.records import dataclass
from briefing.parsing.importers.pdf.medians import median
from briefing.parsing.importers.pdf.words import Word

_LOOSE = 0.6
"""Times the size of the type: how wide a gutter is at least."""
_SAME_EDGE = 2.5
"""Points between lines that begin at the same edge."""
_ENOUGH_LINES = 4
"""Lines that begin by themselves where a gutter ends, at least."""
_MANY_LINES = 12
"""Such lines where but a heading stands on its other side."""
_ENOUGH_WORDS = 3
"""Words that half of the lines on each side of it have at least."""
_MOST_CROSSING = 0.5
"""How many lines may run through a gutter, for each line that begins where it ends."""

Line = list[Word]


@dataclass(frozen=True, slots=True)
class _Gap:
    """A wide space inside a line."""

    line: Line
    at: int
    """The word behind it."""

    @property
    def left(self) -> float:
        return self.line[self.at - 1].right

    @property
    def right(self) -> float:
        return self.line[self.at].left

    @property
    def changes_type(self) -> bool:
        """Whether the words on both its sides differ in size, and in their face or weight."""
        one, other = self.line[self.at - 1].type, self.line[self.at].type
        is_other = (one.face, one.bold) != (other.face, other.bold)
        return one.size != other.size and is_other


def parted_at_gutters(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, those that run over two columns as two."""
    gaps = [gap for line in lines for gap in _gaps(line)]
    cuts: dict[int, list[int]] = {}
    for shared in _below_each_other(gaps):
        if _are_gutter(shared, lines):
            for gap in shared:
                cuts.setdefault(id(gap.line), []).append(gap.at)
    return [part for line in lines for part in _parts(line, sorted(cuts.get(id(line), ())))]


def _gaps(line: Line) -> Iterator[_Gap]:
    for at in range(1, len(line)):
        before, word = line[at - 1], line[at]
        if word.left - before.right > _LOOSE * max(before.type.size, word.type.size):
            yield _Gap(line, at)


def _below_each_other(gaps: Sequence[_Gap]) -> Iterator[list[_Gap]]:
    """Gaps of several lines that end at one place."""
    found = sorted(gaps, key=lambda gap: gap.right)
    while found:
        shared = [gap for gap in found if gap.right - found[0].right <= _SAME_EDGE]
        found = found[len(shared) :]
        yield shared


def _are_gutter(gaps: Sequence[_Gap], lines: Sequence[Line]) -> bool:
    """Whether text stands on both sides of a space, and hardly anything in it."""
    left, right = max(gap.left for gap in gaps), min(gap.right for gap in gaps)
    alone = [line for line in lines if abs(line[0].left - right) <= _SAME_EDGE]
    if left >= right or len(alone) < _ENOUGH_LINES:
        return False
    crossing = sum(line[0].left < left and line[-1].right > right for line in lines) - len(gaps)
    if crossing > _MOST_CROSSING * (len(alone) + len(gaps)):
        return False
    if all(gap.changes_type for gap in gaps):  # a heading beside the text
        return len(alone) >= _MANY_LINES and not crossing and _are_text(alone)
    beside = [line for line in lines if line[-1].right <= left]
    before = [gap.line[: gap.at] for gap in gaps]
    behind = [gap.line[gap.at :] for gap in gaps]
    return all(_are_text(side) for side in (beside, before, alone, behind))


def _are_text(lines: Sequence[Line]) -> bool:
    """Whether half of some lines have several words; numbers are none."""
    counts = (sum(word.text[:1].isalpha() for word in line) for line in lines)
    return bool(lines) and median(counts) >= _ENOUGH_WORDS


def _parts(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    start = 0
    for at in cuts:
        yield line[start:at]
        start = at
    yield line[start:] if start else line
