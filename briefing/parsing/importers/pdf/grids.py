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
_LOWEST_STRIPE, _FEWEST_STRIPES, _FEWEST_FILLED = 9.0, 2, 4
"""Points that a filled row is high at least, such rows of a table, and the cells of one that is
alone, as a head at the foot of a page."""
_WHOLE, _PART = 0.6, 0.25
"""The share of the width of a table that a line has at least which parts its rows, and of its
height that those between two columns have together."""
_SAME_FRAME = 0.2
"""Points by which frames on one line overlap at least: as much as that is wide."""
_AROUND = 1.5
"""Times the height of a row: how high the frame around a table is at least."""
_UNEVEN = 2.0
"""Times the height of a filled row: how high the row between it and the next one is at most."""
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
    is_head: bool = False
    """Whether it is one filled row alone, as the head of a table at the foot of a page."""

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
    """What is drawn as tables are: grids, level lines alone, and filled rows."""
    yield from _lined(shapes)
    yield from _striped(shapes)


def _lined(shapes: Sequence[Shape]) -> Iterator[Grid]:
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


def _striped(shapes: Sequence[Shape]) -> Iterator[Grid]:
    """Tables every other row of which is filled, cell by cell as browsers do it; framed cells."""
    found = (s for s in shapes if _LOWEST_STRIPE <= s.height <= _HIGHEST)
    cells = list({(round(s.left), round(s.right), round(s.middle)): s for s in found}.values())
    if not _FEWEST_STRIPES <= len(cells) <= _MOST:
        return
    cells.sort(key=lambda s: (round(s.middle), round(s.height), s.left))
    stripes: list[list[Shape]] = []
    for cell in cells:
        if stripes and _is_beside(stripes[-1][-1], cell):
            stripes[-1].append(cell)
        else:
            stripes.append([cell])
    run: list[list[Shape]] = []
    lowest = min((s[0].height for s in stripes if len(s) > 1), default=0.0)
    rows = (s for s in stripes if len(s) > 1 or s[0].height < _AROUND * lowest)
    for stripe in sorted(rows, key=lambda s: (round(s[0].left), round(s[-1].right), s[0].middle)):
        if run and (not _is_over(run[-1], stripe) or (len(run) > 1 and _ends_frames(run, stripe))):
            yield from _as_striped(run)
            run = []
        run.append(stripe)
    yield from _as_striped(run)


def _is_beside(one: Shape, other: Shape) -> bool:
    """Whether two filled cells are of one row."""
    is_level = abs(one.middle - other.middle) <= 1 and abs(one.height - other.height) <= _SAME
    return is_level and -_TOUCHING <= other.left - one.right <= _TOUCHING


def _is_over(stripe: Sequence[Shape], other: Sequence[Shape]) -> bool:
    """Whether a filled row stands above one with the same cells, no more than a row away."""
    ends = [
        abs(a.left - b.left) + abs(a.right - b.right) for a, b in zip(stripe, other, strict=False)
    ]
    height = max(stripe[0].height, other[0].height)
    is_near = -_TOUCHING <= _gap(stripe, other) <= _UNEVEN * height
    return len(stripe) == len(other) > 1 and max(ends) <= 2 * _SAME and is_near


def _gap(stripe: Sequence[Shape], other: Sequence[Shape]) -> float:
    """How far a row begins above another one; less than nothing where frames overlap."""
    return other[0].middle - other[0].height / 2 - stripe[0].middle - stripe[0].height / 2


def _are_framed(below: Sequence[Shape], row: Sequence[Shape]) -> bool:
    """Whether each cell of two rows is in a frame of its own, on whose lines those beside it are.

    Filled cells may overlap a little, but no frame is round them.
    """
    beside = row[1].left - row[0].right
    return beside <= -_SAME_FRAME and _gap(below, row) <= -_SAME_FRAME


def _ends_frames(run: Sequence[Sequence[Shape]], stripe: Sequence[Shape]) -> bool:
    """Whether a row stands apart from others each of whose cells is in a frame of its own."""
    return _are_framed(run[-2], run[-1]) and _gap(run[-1], stripe) >= 0


def _as_striped(run: Sequence[Sequence[Shape]]) -> Iterator[Grid]:
    """Filled rows with those between them, above the first one and below the last."""
    is_head = len(run) == 1 and len(run[0]) >= _FEWEST_FILLED
    if len(run) < _FEWEST_STRIPES and not is_head:
        return
    ends = [(row[0].middle - row[0].height / 2, row[0].middle + row[0].height / 2) for row in run]
    height = max(high - low for low, high in ends)
    outer = () if is_head else (ends[0][0] - height, ends[-1][1] + height)
    levels = _places([*outer, *(at for pair in ends for at in pair)])
    edges = _places([*(cell.left for row in run for cell in row), run[0][-1].right])
    yield Grid(levels, edges, is_head)


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
