"""The order in which the lines of a page are read: by columns, and by bands across them.

Where text is set in two columns or more, a gutter runs between lines that are as dense and as long
on its one side as on the other, or between a text and a box beside it (`sidebars`); the cells of a
table are neither. What crosses a gutter (a title, a wide table) parts the page into bands, and each
band is read column by column (`bands`). Articles in columns of their own are read one after the
other (`articles`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from briefing.model.records import replace
from briefing.parsing.importers.pdf.articles import parted_by_grids
from briefing.parsing.importers.pdf.bands import Drawn, bands_of, crossing_of
from briefing.parsing.importers.pdf.bars import bars_across, edges_of_boxes
from briefing.parsing.importers.pdf.both_sides import (
    ENOUGH_LINES,
    FEWEST_LINES,
    INDENT,
    SAME_EDGE,
    are_columns,
    edges_of,
    is_band,
    sides,
)
from briefing.parsing.importers.pdf.cards import parted_by_cards
from briefing.parsing.importers.pdf.floats import narrow_beside, narrow_inside
from briefing.parsing.importers.pdf.letterheads import parted_by_letterhead
from briefing.parsing.importers.pdf.lines import Page, Row, Stretch, rows_of
from briefing.parsing.importers.pdf.loose_lines import as_whole_lines
from briefing.parsing.importers.pdf.names_apart import with_names_apart
from briefing.parsing.importers.pdf.ruled import as_wide_lines
from briefing.parsing.importers.pdf.short_columns import are_short_columns
from briefing.parsing.importers.pdf.wide_tables import parted_by_tables

_MOST_CROSSING = 0.6
"""How many lines may cross a gutter, for each line beside it."""
_MOST_STAND = 0.8
"""How many of the lines of a page stand in columns that are known from others at least."""
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
            yield from _in_order(lines, Drawn(grid, page.bars, edges_of_boxes(page.boxes)))


def _in_order(stretches: Sequence[Stretch], drawn: Drawn) -> Iterator[list[Stretch]]:
    """The lines of each column of a page; a wide table above or below columns is one of its own."""
    articles = _articles(stretches, drawn)
    if len(articles) > 1:
        yield from _one_by_one(articles, drawn, lambda lines: _in_order(lines, drawn))
        return
    parts = parted_by_tables(stretches)
    texts = [lines for lines, is_table in parts if not is_table]
    if len(texts) == len(parts) or all(_gutter(lines, drawn) is None for lines in texts):
        yield from _by_gutter(stretches, _MOST_DEPTH, drawn)
        return
    for lines, is_table in parts:
        yield from _columns(lines, 0 if is_table else _MOST_DEPTH, drawn)


def _columns(stretches: Sequence[Stretch], depth: int, drawn: Drawn) -> Iterator[list[Stretch]]:
    """The lines of each column, in reading order, article by article."""
    articles = _articles(stretches, drawn) if depth else [list(stretches)]
    if len(articles) > 1:
        yield from _one_by_one(articles, drawn, lambda lines: _by_gutter(lines, depth, drawn))
        return
    yield from _by_gutter(stretches, depth, drawn)


def _by_gutter(stretches: Sequence[Stretch], depth: int, drawn: Drawn) -> Iterator[list[Stretch]]:
    """The same of one article: band by band, and in each of them column by column."""
    before = len(drawn.grid)
    gutter = _gutter(stretches, drawn) if depth else None
    if gutter is None:
        if stretches:
            yield list(stretches)
        return
    is_known = before == len(drawn.grid)
    bands = list(with_names_apart(bands_of(stretches, gutter, drawn), gutter))
    crossing = {id(stretch) for stretch in crossing_of(stretches, gutter, drawn.bars)}
    across = [any(id(stretch) in crossing for stretch in band) for band in bands]
    has_few = not _is_crossed(stretches, gutter)
    for band, is_across in zip(bands, across, strict=True):
        left, right = sides(band, gutter)
        if is_across or not (has_few or is_band(left, right, is_known=is_known)):
            yield from _columns(band, 0, drawn)
            continue
        yield from _columns(left, depth - 1, drawn)
        yield from _columns(right, depth - 1, drawn)


def _articles(stretches: Sequence[Stretch], drawn: Drawn) -> list[list[Stretch]]:
    """The parts of a page that are set in columns of their own."""
    across = bars_across([*drawn.bars, *drawn.edges], stretches)
    return parted_by_grids(
        stretches,
        across,
        lambda lines: _gutters(lines, replace(drawn, grid=[*drawn.grid])),
        drawn.grid,
    )


def _gutters(stretches: Sequence[Stretch], drawn: Drawn) -> list[float]:
    """The gutters between all columns of some lines."""
    gutter = _gutter(stretches, drawn)
    if gutter is None:
        return []
    left, right = sides(stretches, gutter)
    return [*_gutters(left, drawn), gutter, *_gutters(right, drawn)]


def _one_by_one(
    articles: Sequence[list[Stretch]],
    drawn: Drawn,
    columns: Callable[[list[Stretch]], Iterator[list[Stretch]]],
) -> Iterator[list[Stretch]]:
    """The columns of each of such parts; the longest ones tell where those of others begin."""
    _gutters([line for lines in articles for line in lines], drawn)
    longest = sorted(range(len(articles)), key=lambda at: -len(articles[at]))
    found = {at: list(columns(articles[at])) for at in longest}
    for at in range(len(articles)):
        yield from found[at]


def _gutter(stretches: Sequence[Stretch], drawn: Drawn) -> float | None:
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
            bands = bands_of(stretches, gutter, drawn) if are_enough else ()
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
