"""The order in which the lines of a page are read: by columns, and by bands across them.

Where text is set in two columns or more, a gutter runs between lines that are as dense and as long
on its one side as on the other, or between a text and a box beside it (`sidebars`); the cells of a
table are neither. What crosses a gutter (a title, a wide table) parts the page into bands, and each
band is read column by column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from briefing.parsing.importers.pdf.lines import Page, Row, Stretch, rows_of
from briefing.parsing.importers.pdf.ruled import as_wide_lines
from briefing.parsing.importers.pdf.sidebars import is_dense, is_running, is_sidebar
from briefing.parsing.importers.pdf.wide_tables import parted_by_tables

_ENOUGH_LINES = 4
"""Lines that a column has at least."""
_FEWEST_LINES = 2
"""Lines that stand in two columns at least, where their places are known."""
_ENOUGH_WORDS = 3
"""Words that half of the lines of a column have at least."""
_MANY_LINES = 8
"""Lines that a column below or above a wide box has at least, where its place is not known."""
_MOST_CROSSING = 0.6
"""How many lines may cross a gutter, for each line beside it."""
_SAME_EDGE = 2.5
"""Points between lines that begin at the same edge."""
_SAME_SIZE = 0.6
"""Points between sizes of type that are the same."""
_INDENT = 2.5
"""Times the size of the type: how far a first line or an item is indented at most."""
_LARGE = 1.25
"""Times the size of most lines: type of a title."""
_CLOSE = 1.5
"""Times the size of the type: how far apart the lines of a paragraph are at most."""
_LEVEL = 1.6
"""Times the size of a heading: how far above each other columns end or begin that it parts."""
_MOST_DEPTH = 4
"""How often a page is parted: into at most sixteen columns."""


def rows_in_order(page: Page, first_column: int, known: list[float] | None = None) -> list[Row]:
    """The rows of a page in the order in which they are read.

    Args:
        page: The page.
        first_column: The number of its first column, counted through the document.
        known: Where the columns of the pages before begin; those of this one are added. There a
            few lines are a column, as on a last page.
    """
    rows: list[Row] = []
    grid = [] if known is None else known
    lines, parts = as_wide_lines(page.stretches)
    for number, column in enumerate(_in_order(lines, grid), first_column):
        stretches = [s for line in column for s in parts.get(id(line), (line,))]
        for row in rows_of(stretches, page.index):
            row.column = number
            rows.append(row)
    return rows


def _in_order(stretches: Sequence[Stretch], grid: list[float]) -> Iterator[list[Stretch]]:
    """The lines of each column of a page; a wide table above or below columns is one of its own."""
    parts = parted_by_tables(stretches)
    texts = [lines for lines, is_table in parts if not is_table]
    if len(texts) == len(parts) or all(_gutter(lines, grid) is None for lines in texts):
        yield from _columns(stretches, _MOST_DEPTH, grid)
        return
    for lines, is_table in parts:
        yield from _columns(lines, 0 if is_table else _MOST_DEPTH, grid)


def _columns(
    stretches: Sequence[Stretch], depth: int, grid: list[float]
) -> Iterator[list[Stretch]]:
    """The lines of each column, in reading order."""
    before = list(grid)
    gutter = _gutter(stretches, grid) if depth else None
    if gutter is None:
        if stretches:
            yield list(stretches)
        return
    is_known = len(before) == len(grid)
    bands = list(_bands(stretches, gutter))
    crossing = {id(stretch) for stretch in _crossing(stretches, gutter)}
    across = [any(id(stretch) in crossing for stretch in band) for band in bands]
    has_few = not _is_crossed(stretches, gutter)
    for band, is_across in zip(bands, across, strict=True):
        left, right = _sides(band, gutter)
        if is_across or not (has_few or _is_band(left, right, is_known=is_known)):
            yield from _columns(band, 0, grid)
            continue
        yield from _columns(left, depth - 1, grid)
        yield from _columns(right, depth - 1, grid)


def _bands(stretches: Sequence[Stretch], gutter: float) -> Iterator[list[Stretch]]:
    """The lines by bands, from top to bottom: those across the gutter, and those beside it."""
    band: list[Stretch] = []
    is_across = False
    crossing = _crossing(stretches, gutter)
    for stretch in sorted(stretches, key=lambda s: (-s.base, s.left)):
        across = any(abs(s.base - stretch.base) < 0.4 * s.size for s in crossing)
        across = across or (is_across and _goes_on(band[-1], stretch, stretches))
        if band and across != is_across:
            yield band
            band = []
        is_across = across
        band.append(stretch)
    if band:
        yield band


def _crossing(stretches: Sequence[Stretch], gutter: float) -> list[Stretch]:
    """The lines that stand across a gutter, and short ones that head columns on both its sides."""
    large = _LARGE * median(s.size for s in stretches)
    return [
        s
        for s in stretches
        if _crosses(s, gutter) or (s.size > large and _heads_both(s, stretches, gutter))
    ]


def _heads_both(line: Stretch, stretches: Sequence[Stretch], gutter: float) -> bool:
    """Whether both columns end above a line of large type and begin below it, level or nearly so.

    Columns that are balanced above the heading of another part do.
    """
    others = [s for s in stretches if s is not line]
    if any(abs(s.base - line.base) < line.size for s in others):
        return False
    above = _sides([s for s in others if s.base > line.base], gutter)
    below = _sides([s for s in others if s.base < line.base], gutter)
    if not all((*above, *below)):
        return False
    ends = [min(s.base for s in side) for side in above]
    begins = [max(s.base for s in side) for side in below]
    reach = _LEVEL * line.size
    return abs(ends[0] - ends[1]) <= reach and abs(begins[0] - begins[1]) <= reach


def _goes_on(above: Stretch, line: Stretch, stretches: Sequence[Stretch]) -> bool:
    """Whether a short line goes on with what stands across the columns, with none beside it.

    It is of a title, in large type, or ends a paragraph that is set as it is.
    """
    gap = above.base - line.base
    if abs(above.size - line.size) >= _SAME_SIZE or not 0 < gap < 2 * line.size:
        return False
    is_level = abs(above.left - line.left) <= _SAME_EDGE and above.bold == line.bold
    ends = is_level and gap <= _CLOSE * line.size
    is_large = ends or line.size > _LARGE * median(s.size for s in stretches)
    others = (s for s in stretches if s is not line)
    return is_large and all(abs(s.base - line.base) > 0.4 * line.size for s in others)


def _gutter(stretches: Sequence[Stretch], grid: list[float]) -> float | None:
    """Where the left one of two columns ends; None where there is but one.

    Args:
        stretches: Some lines of a page.
        grid: Where columns are known to begin; what is found is added.
    """
    best, fewest, begins = None, len(stretches), 0.0
    if len(stretches) < _FEWEST_LINES:
        return None
    are_columns_known = _stand_in(stretches, grid)
    for edge, lines in _edges(stretches):
        gutter = max((s.right for s in stretches if s.right <= edge), default=edge)
        left, right = _sides(stretches, gutter)
        crossing = len(stretches) - len(left) - len(right)
        if crossing >= fewest:
            continue
        is_near = _is_near(edge, grid)
        is_known = are_columns_known and is_near
        if crossing > _MOST_CROSSING * (len(left) + len(right)):
            are_enough = min(len(left), len(right)) >= _ENOUGH_LINES
            bands = _bands(stretches, gutter) if are_enough else ()
            sides = (_sides(band, gutter) for band in bands)
            is_one = any(_is_band(*each, is_known=is_near) for each in sides)
        elif lines >= _ENOUGH_LINES or is_known:
            is_one = _are_columns(left, right, 1 if is_known else _ENOUGH_LINES)
        else:
            is_one = False
        if is_one:
            best, fewest, begins = gutter, crossing, edge
    if best is not None and not _is_near(begins, grid):
        grid.append(begins)
    return best


def _is_near(edge: float, grid: Sequence[float]) -> bool:
    return any(abs(edge - known) <= _SAME_EDGE for known in grid)


def _stand_in(stretches: Sequence[Stretch], grid: Sequence[float]) -> bool:
    """Whether all lines begin where columns are known to begin, or are indented there."""
    edges = [min(s.left for s in stretches), *grid]
    return all(
        any(-_SAME_EDGE <= s.left - edge <= _INDENT * s.size for edge in edges) for s in stretches
    )


def _are_columns(left: Sequence[Stretch], right: Sequence[Stretch], fewest: int) -> bool:
    """Whether two columns of so many lines stand side by side, rather than the cells of a table."""
    if not left or not right or not _are_beside(left, right, min(fewest, 2)):
        return False
    if _is_text(left, fewest) and _is_text(right, fewest):
        return True
    return _are_box(left, right)


def _is_band(left: Sequence[Stretch], right: Sequence[Stretch], *, is_known: bool) -> bool:
    """Whether what stands between lines across the page is two columns of text, or a box and one.

    Where columns are not known from elsewhere, they are long ones whose lines fill them.
    """
    if _are_box(left, right):
        return True
    fewest = _ENOUGH_LINES if is_known else _MANY_LINES
    are_text = all(_is_text(side, fewest) for side in (left, right))
    return are_text and (is_known or (is_running(left) and is_running(right)))


def _are_box(left: Sequence[Stretch], right: Sequence[Stretch]) -> bool:
    """Whether one of two columns is a box beside the other, or a ruled table."""
    return any(
        is_sidebar(text, box) or (_is_ruled(box) and _is_text(text, _ENOUGH_LINES))
        for text, box in ((left, right), (right, left))
    )


def _is_ruled(lines: Sequence[Stretch]) -> bool:
    """Whether most lines are those of a ruled table."""
    return sum(line.ruled > 0 for line in lines) * 2 > len(lines)


def _sides(lines: Sequence[Stretch], gutter: float) -> tuple[list[Stretch], list[Stretch]]:
    """The lines on both sides of a gutter."""
    return [s for s in lines if s.right <= gutter], [s for s in lines if s.left >= gutter]


def _is_crossed(lines: Sequence[Stretch], gutter: float) -> bool:
    """Whether more lines cross a gutter than do in columns: it can only part a box from a text."""
    left, right = _sides(lines, gutter)
    beside = len(left) + len(right)
    return len(lines) - beside > _MOST_CROSSING * beside


def _edges(stretches: Sequence[Stretch]) -> list[tuple[float, int]]:
    """Where lines begin, and how many of them, from the second place on where several do."""
    edges: list[list[float]] = []
    for left in sorted(s.left for s in stretches):
        if edges and left - edges[-1][0] <= _SAME_EDGE:
            edges[-1].append(left)
        else:
            edges.append([left])
    several = [at for at, edge in enumerate(edges) if len(edge) >= _ENOUGH_LINES]
    first = several[0] if several else 0
    found = [(edge[0] - 0.5, len(edge)) for edge in edges[first + 1 :]]
    middle = (min(s.left for s in stretches) + max(s.right for s in stretches)) / 2
    beyond = [s.left for s in stretches if s.left > middle]  # a box may be centred
    return [*found, (min(beyond) - 0.5, 1)] if beyond else found


def _is_text(lines: Sequence[Stretch], fewest: int) -> bool:
    """Whether these are so many lines of running text, dense and of several words each."""
    if len(lines) < fewest:
        return False
    words = median(s.text.count(" ") + 1 for s in lines)
    if words < _ENOUGH_WORDS:
        return False
    return is_dense(lines)


def _are_beside(left: Sequence[Stretch], right: Sequence[Stretch], fewest: int) -> bool:
    """Whether so many lines of two columns stand side by side somewhere."""
    top = min(max(s.base for s in left), max(s.base for s in right))
    bottom = max(min(s.base for s in left), min(s.base for s in right))
    beside = [sum(bottom <= s.base <= top for s in side) for side in (left, right)]
    return min(beside) >= fewest


def _crosses(stretch: Stretch, gutter: float) -> bool:
    return stretch.left < gutter < stretch.right
