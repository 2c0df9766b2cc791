"""Lines that are drawn as those of tables are: between their rows, and between their columns.

Lines that touch each other, upright and level ones, are the grid of a table; so may level lines
alone be that are equally long.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from briefing.model.records import dataclass
from briefing.parsing.importers.pdf.drawn import Shape
from briefing.parsing.importers.pdf.lines import Stretch

_THIN = 5.0
"""Points that a line is wide at most."""
_SHORTEST, _LOWEST = 12.0, 6.0
"""Points that a piece of a level line is long at least, and one of an upright line."""
_TOUCHING, _SAME = 3.0, 2.0
"""Points between pieces that are one line, and between lines at the same place."""
_FEWEST_LEVELS, _FEWEST_OPEN, _FEWEST_EDGES = 3, 4, 3
"""Level lines of a grid, and of a table without upright ones; upright lines of a grid."""
_MOST = 250
"""Lines of a page; one with more is a drawing."""
_HIGHEST = 160.0
"""Points that a row without upright lines is high at most."""
_WHOLE, _PART = 0.6, 0.25
"""The share of the width of a table that a line has at least which parts its rows, and of its
height that those between two columns have together."""
_RISE = 0.3
"""Times the size of the type: how far above what words stand on their middle is."""

Span = tuple[float, float]
"""Where a column begins and ends, in points."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is drawn, level or upright."""

    at: float
    """Its height, or how far to the right it is."""
    start: float
    end: float


_Group = tuple[list[_Line], list[_Line]]
"""Level lines, and upright ones."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of a table."""

    levels: tuple[float, ...]
    """From the lowest to the highest."""
    edges: tuple[float, ...]
    """Its long upright lines from left to right; without them where it begins and ends."""

    def row_of(self, stretch: Stretch) -> int:
        """The row that words stand in, counted from the lowest; 0 for none."""
        middle = stretch.base + _RISE * stretch.size
        left, right = self.edges[0] - _TOUCHING, self.edges[-1] + _TOUCHING
        if not left <= stretch.left <= stretch.right <= right:
            return 0
        at = bisect_left(self.levels, middle)
        return at if at < len(self.levels) else 0

    def column_of(self, stretch: Stretch) -> Span | None:
        """Between which upright lines words begin, where these part its columns."""
        if len(self.edges) < _FEWEST_EDGES:
            return None
        at = bisect_right(self.edges, stretch.left + _SAME, 1, len(self.edges) - 1)
        return self.edges[at - 1], self.edges[at]


def grids(shapes: Sequence[Shape]) -> Iterator[Grid]:
    """What is drawn as tables are, grids before level lines alone."""
    pieces = [
        _Line(s.middle, s.left, s.right)
        for s in shapes
        if s.height <= _THIN and s.right - s.left >= _SHORTEST
    ]
    level = list(_whole(pieces))
    if not _FEWEST_LEVELS <= len(level) <= _MOST:
        return
    pieces = [
        _Line((s.left + s.right) / 2, s.middle - s.height / 2, s.middle + s.height / 2)
        for s in shapes
        if s.right - s.left <= _THIN and s.height >= _LOWEST
    ]
    upright = list(_whole(pieces))
    groups = list(_touching(level, upright if len(upright) <= _MOST else []))
    for levels, uprights in groups:
        ends = (min(line.start for line in levels), max(line.end for line in levels))
        edges = _places([*ends, *(line.at for line in uprights)]) if uprights else ()
        if len(edges) >= _FEWEST_EDGES:
            width = edges[-1] - edges[0]
            whole = [line for line in levels if line.end - line.start >= _WHOLE * width]
            rows = _places(line.at for line in whole)
            if len(rows) >= _FEWEST_LEVELS:
                yield Grid(rows, _long(uprights, edges, _PART * (rows[-1] - rows[0])))
    alone = [line for levels, uprights in groups if not uprights for line in levels]
    yield from _open(alone)


def _long(uprights: Sequence[_Line], edges: Sequence[float], least: float) -> tuple[float, ...]:
    """The edges of a grid whose lines are so long together; the outer ones in any case."""
    lengths = [
        sum(line.end - line.start for line in uprights if 0 <= line.at - edge <= _SAME)
        for edge in edges
    ]
    inner = [at for at, long in zip(edges[1:-1], lengths[1:-1], strict=True) if long >= least]
    return edges[0], *inner, edges[-1]


def _whole(pieces: Iterable[_Line]) -> Iterator[_Line]:
    """Lines that are drawn in pieces, as the edges of each cell are, as wholes."""
    near: list[_Line] = []
    for piece in sorted(pieces, key=lambda line: line.at):
        if near and piece.at - near[0].at > _SAME:
            yield from _joined(near)
            near = []
        near.append(piece)
    yield from _joined(near)


def _joined(pieces: Iterable[_Line]) -> Iterator[_Line]:
    """Pieces at one place, those that touch each other as one line."""
    whole: _Line | None = None
    for piece in sorted(pieces, key=lambda line: line.start):
        if whole is not None and piece.start <= whole.end + _TOUCHING:
            whole = _Line(whole.at, whole.start, max(whole.end, piece.end))
        else:
            if whole is not None:
                yield whole
            whole = piece
    if whole is not None:
        yield whole


def _touching(levels: Sequence[_Line], uprights: Sequence[_Line]) -> Iterator[_Group]:
    """Level and upright lines that touch each other."""
    groups: list[_Group] = [([line], []) for line in levels]
    for upright in uprights:
        met = [group for group in groups if any(_meet(line, upright) for line in group[0])]
        if met:
            met[0][1].append(upright)
            for other in met[1:]:
                met[0][0].extend(other[0])
                met[0][1].extend(other[1])
            gone = set(map(id, met[1:]))
            groups = [group for group in groups if id(group) not in gone]
    yield from groups


def _meet(level: _Line, upright: _Line) -> bool:
    is_beside = level.start - _TOUCHING <= upright.at <= level.end + _TOUCHING
    return is_beside and upright.start - _TOUCHING <= level.at <= upright.end + _TOUCHING


def _places(found: Iterable[float]) -> tuple[float, ...]:
    """Places without those close to others, in order."""
    places: list[float] = []
    for at in sorted(found):
        if not places or at - places[-1] > _SAME:
            places.append(at)
    return tuple(places)


def _open(levels: Iterable[_Line]) -> Iterator[Grid]:
    """Level lines as long as each other, one close above the other."""
    run: list[_Line] = []
    for line in sorted(levels, key=lambda line: (round(line.start), round(line.end), line.at)):
        if run and not _is_above(run[-1], line):
            yield from _as_grid(run)
            run = []
        run.append(line)
    yield from _as_grid(run)


def _is_above(line: _Line, other: _Line) -> bool:
    are_same = abs(line.start - other.start) <= _SAME and abs(line.end - other.end) <= _SAME
    return are_same and 0 < other.at - line.at <= _HIGHEST


def _as_grid(run: Sequence[_Line]) -> Iterator[Grid]:
    if len(run) >= _FEWEST_OPEN:
        yield Grid(_places(line.at for line in run), (run[0].start, run[0].end))
