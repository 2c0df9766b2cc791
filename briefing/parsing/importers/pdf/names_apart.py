"""Lines in the middle above the text of two columns, as the names of two authors below a title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefing.parsing.importers.pdf.both_sides import ENOUGH_LINES, sides
from briefing.parsing.importers.pdf.lines import Stretch

_OFF_EDGE = 1.2
"""Times the size of the type: how far from the edge of its column such a line begins at least."""


def with_names_apart(bands: Iterable[list[Stretch]], gutter: float) -> Iterator[list[Stretch]]:
    """The bands of a page, what stands so above the text of one as a band of its own."""
    for band in bands:
        names = _names(band, gutter) if len(band) >= 2 * ENOUGH_LINES else []
        rest = [line for line in band if line not in names] if names else band
        yield from ([names, rest] if names else [rest])


def _names(band: Sequence[Stretch], gutter: float) -> list[Stretch]:
    """The first lines of a band that stand in the middle of both columns, level with each other."""
    columns = sides(band, gutter)
    edges = [edge for side in columns for edge in _usual_left(side)]
    if _is_at(min(band, key=_place), edges):
        return []
    lines = sorted(band, key=_place)
    at_edge = (at for at, line in enumerate(lines) if _is_at(line, edges))
    names = lines[: next(at_edge, 0)]
    left, right = sides(names, gutter)
    are_beside = left and right and left[0].base == right[0].base
    ends = [max(line.right for line in side) for side in columns if side]
    are_others = any(_may_head(line) or _ends_at(line, ends) for line in names)
    return names if are_beside and len(names) == len(left + right) and not are_others else []


def _place(line: Stretch) -> tuple[float, float]:
    return -line.base, line.left


def _is_at(line: Stretch, edges: Sequence[float]) -> bool:
    return any(abs(line.left - edge) <= _OFF_EDGE * line.size for edge in edges)


def _ends_at(line: Stretch, ends: Sequence[float]) -> bool:
    return any(abs(line.right - end) <= _OFF_EDGE * line.size for end in ends)


def _may_head(line: Stretch) -> bool:
    """Whether a line is set or counted as headings are."""
    return line.bold or line.text.isupper() or any(map(str.isdecimal, line.text.split(" ")[0]))


def _usual_left(side: Sequence[Stretch]) -> Iterator[float]:
    """Where most lines of a column begin; nowhere for a few."""
    (edge, count), *_others = Counter(round(s.left) for s in side).most_common(1) or [(0, 0)]
    if count >= ENOUGH_LINES:
        yield edge
