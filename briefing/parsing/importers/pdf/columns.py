"""The order in which the lines of a page are read: by columns, and by bands across them.

Where text is set in two columns or more, a gutter runs between lines that are as dense and as long
on its one side as on the other, or between a text and a box beside it (`sidebars`); the cells of a
table are neither. What crosses a gutter (a title, a wide table) parts the page into bands, and each
band is read column by column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.model.records import dataclass
from briefing.parsing.importers.pdf.bars import bars_across, headed_across
from briefing.parsing.importers.pdf.both_sides import (
    ENOUGH_LINES,
    FEWEST_LINES,
    INDENT,
    SAME_EDGE,
    are_columns,
    crosses,
    edges_of,
    is_band,
    sides,
)
from briefing.parsing.importers.pdf.cards import parted_by_cards
from briefing.parsing.importers.pdf.floats import narrow_beside, narrow_inside
from briefing.parsing.importers.pdf.letterheads import parted_by_letterhead
from briefing.parsing.importers.pdf.lines import Box, Page, Row, Stretch, plain, rows_of
from briefing.parsing.importers.pdf.loose_lines import as_whole_lines
from briefing.parsing.importers.pdf.medians import median
from briefing.parsing.importers.pdf.names_apart import with_names_apart
from briefing.parsing.importers.pdf.numbered import is_caption
from briefing.parsing.importers.pdf.ruled import as_wide_lines
from briefing.parsing.importers.pdf.short_columns import are_short_columns
from briefing.parsing.importers.pdf.wide_tables import parted_by_tables

_MOST_CROSSING = 0.6
"""How many lines may cross a gutter, for each line beside it."""
_SAME_SIZE = 0.6
"""Points between sizes of type that are the same."""
_LARGE = 1.25
"""Times the size of most lines: type of a title."""
_CLOSE = 1.5
"""Times the size of the type: how far apart the lines of a paragraph are at most."""
_NEAR = 3.0
"""The same: how far above a table its caption stands at most."""
_LEVEL = 1.6
"""Times the size of a heading: how far above each other columns end or begin that it parts."""
_MOST_STAND = 0.8
"""How many of the lines of a page stand in columns that are known from others at least."""
_MOST_DEPTH = 4
"""How often a page is parted: into at most sixteen columns."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What is known of the columns of a page beside its lines."""

    grid: list[float]
    """Where columns are known to begin; those that are found are added."""
    bars: Sequence[Box]
    """What is drawn across it."""


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
    lines, loose = as_whole_lines(lines)
    parts |= loose
    for number, column in enumerate(_in_bands(lines, page, grid), first_column):
        stretches = [s for line in column for s in parts.get(id(line), (line,))]
        for row in rows_of(stretches, page.index):
            row.column = number
            rows.append(row)
    narrow_beside(page.floats, rows)
    narrow_inside(page.boxes, rows)
    return rows


def _in_bands(
    stretches: Sequence[Stretch], page: Page, grid: list[float]
) -> Iterator[list[Stretch]]:
    """The lines of each column of a page, and of each of several boxes side by side."""
    *head, rest = [list(stretches)] if page.index else parted_by_letterhead(stretches)
    yield from head
    for lines, is_card in parted_by_cards(rest, page.boxes):
        if is_card:
            yield lines
        else:
            yield from _in_order(lines, _Drawn(grid, page.bars))


def _in_order(stretches: Sequence[Stretch], drawn: _Drawn) -> Iterator[list[Stretch]]:
    """The lines of each column of a page; a wide table above or below columns is one of its own."""
    parts = parted_by_tables(stretches)
    texts = [lines for lines, is_table in parts if not is_table]
    if len(texts) == len(parts) or all(_gutter(lines, drawn) is None for lines in texts):
        yield from _columns(stretches, _MOST_DEPTH, drawn)
        return
    for lines, is_table in parts:
        yield from _columns(lines, 0 if is_table else _MOST_DEPTH, drawn)


def _columns(stretches: Sequence[Stretch], depth: int, drawn: _Drawn) -> Iterator[list[Stretch]]:
    """The lines of each column, in reading order."""
    before = len(drawn.grid)
    gutter = _gutter(stretches, drawn) if depth else None
    if gutter is None:
        if stretches:
            yield list(stretches)
        return
    is_known = before == len(drawn.grid)
    bands = list(with_names_apart(_bands(stretches, gutter, drawn.bars), gutter))
    crossing = {id(stretch) for stretch in _crossing(stretches, gutter, drawn.bars)}
    across = [any(id(stretch) in crossing for stretch in band) for band in bands]
    has_few = not _is_crossed(stretches, gutter)
    for band, is_across in zip(bands, across, strict=True):
        left, right = sides(band, gutter)
        if is_across or not (has_few or is_band(left, right, is_known=is_known)):
            yield from _columns(band, 0, drawn)
            continue
        yield from _columns(left, depth - 1, drawn)
        yield from _columns(right, depth - 1, drawn)


def _bands(
    stretches: Sequence[Stretch], gutter: float, bars: Sequence[Box]
) -> Iterator[list[Stretch]]:
    """The lines by bands, from top to bottom: those across the gutter, and those beside it."""
    band: list[Stretch] = []
    is_across = False
    crossing = _crossing(stretches, gutter, bars)
    cuts = [(bar.low + bar.high) / 2 for bar in bars_across(bars, stretches)]
    for stretch in sorted(stretches, key=lambda s: (-s.base, s.left)):
        across = any(abs(s.base - stretch.base) < 0.4 * s.size for s in crossing)
        across = across or (is_across and _goes_on(band[-1], stretch, stretches))
        is_cut = band and any(stretch.base < cut < band[-1].base for cut in cuts)
        if band and (across != is_across or is_cut):
            yield band
            band = []
        is_across = across
        band.append(stretch)
    if band:
        yield band


def _crossing(stretches: Sequence[Stretch], gutter: float, bars: Sequence[Box]) -> list[Stretch]:
    """The lines that stand across a gutter, and short ones that head columns on both its sides."""
    headed = {id(s) for s in headed_across(stretches, bars_across(bars, stretches))}
    large = _LARGE * median(s.size for s in stretches)
    tables = [s for s in stretches if s.ruled and crosses(s, gutter)]
    boxes = _boxes_across(stretches, gutter)
    return [
        s
        for s in stretches
        if crosses(s, gutter)
        or s.box in boxes
        or id(s) in headed
        or (s.size > large and _heads_both(s, stretches, gutter))
        or any(_names(s, table, stretches) for table in tables)
    ]


def _boxes_across(stretches: Sequence[Stretch], gutter: float) -> set[int]:
    """The numbers of boxes that stand across a gutter, of which most lines cross it."""
    lines = Counter(s.box for s in stretches if s.box)
    across = Counter(s.box for s in stretches if s.box and crosses(s, gutter))
    return {number for number, count in across.items() if count * 2 > lines[number]}


def _names(line: Stretch, table: Stretch, stretches: Sequence[Stretch]) -> bool:
    """Whether a line is the caption right above a wide table, with nothing beside it."""
    gap = line.base - table.base
    if not 0 < gap <= _NEAR * line.size or not is_caption(plain(line.text)):
        return False
    between = (s for s in stretches if s is not line and table.base < s.base)
    return all(s.base > line.base + _CLOSE * line.size for s in between)


def _heads_both(line: Stretch, stretches: Sequence[Stretch], gutter: float) -> bool:
    """Whether both columns end above a line of large type and begin below it, level or nearly so.

    Columns that are balanced above the heading of another part do.
    """
    others = [s for s in stretches if s is not line]
    if any(abs(s.base - line.base) < line.size for s in others):
        return False
    above = sides([s for s in others if s.base > line.base], gutter)
    below = sides([s for s in others if s.base < line.base], gutter)
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
    indent = above.left - line.left  # of the first line of a note below the columns
    is_level = -SAME_EDGE <= indent <= INDENT * line.size and above.bold == line.bold
    ends = is_level and gap <= _CLOSE * line.size
    is_large = ends or line.size > _LARGE * median(s.size for s in stretches)
    others = (s for s in stretches if s is not line)
    return is_large and all(abs(s.base - line.base) > 0.4 * line.size for s in others)


def _gutter(stretches: Sequence[Stretch], drawn: _Drawn) -> float | None:
    """Where the left one of two columns ends; None where there is but one.

    Args:
        stretches: Some lines of a page.
        drawn: Where columns are known to begin; what is found is added.
    """
    grid = drawn.grid
    best, fewest, begins = None, len(stretches), 0.0
    if len(stretches) < FEWEST_LINES:
        return None
    are_columns_known = _stand_in(stretches, grid)
    for edge, lines in edges_of(stretches):
        gutter = max((s.right for s in stretches if s.right <= edge), default=edge)
        left, right = sides(stretches, gutter)
        crossing = len(stretches) - len(left) - len(right)
        if crossing >= fewest:
            continue
        is_near = _is_near(edge, grid)
        is_known = are_columns_known and is_near
        if crossing > _MOST_CROSSING * (len(left) + len(right)):
            are_enough = min(len(left), len(right)) >= ENOUGH_LINES
            bands = _bands(stretches, gutter, drawn.bars) if are_enough else ()
            is_one = any(is_band(*sides(band, gutter), is_known=is_near) for band in bands)
        elif lines >= ENOUGH_LINES or is_known:
            enough = 1 if is_known else ENOUGH_LINES
            is_one = are_columns(left, right, enough, is_near=is_near)
        else:
            is_one = are_short_columns(left, right)
        if is_one:
            best, fewest, begins = gutter, crossing, edge
    if best is not None and not _is_near(begins, grid):
        grid.append(begins)
    return best


def _is_near(edge: float, grid: Sequence[float]) -> bool:
    return any(abs(edge - known) <= SAME_EDGE for known in grid)


def _stand_in(stretches: Sequence[Stretch], grid: Sequence[float]) -> bool:
    """Whether most lines begin where columns are known to begin, or are indented there.

    Others may be headings in the middle of a column.
    """
    edges = [min(s.left for s in stretches), *grid]
    standing = sum(
        any(-SAME_EDGE <= s.left - edge <= INDENT * s.size for edge in edges) for s in stretches
    )
    return standing >= _MOST_STAND * len(stretches)


def _is_crossed(lines: Sequence[Stretch], gutter: float) -> bool:
    """Whether more lines cross a gutter than do in columns: it can only part a box from a text."""
    left, right = sides(lines, gutter)
    beside = len(left) + len(right)
    return len(lines) - beside > _MOST_CROSSING * beside
