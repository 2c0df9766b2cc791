"""Lines of paragraphs that are justified so wide that their spaces look like those between cells.

A justified line fills its column, and all of its spaces are equally wide, wherever they come. The
spaces between the cells of a table stand below each other, and what is between them begins, ends
or has its middle at the same place in row after row.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from briefing.model.records import replace
from briefing.parsing.importers.pdf.lines import Gap, Row, Stretch

_SAME_EDGE = 2.0
"""Points between the ends of lines that fill the same column."""
_INDENT = 3.0
"""Times the size of the type: how far a line that fills its column may begin to the right."""
_NEAR = 2.1
"""Times the size of the type: lines further apart are of no one paragraph."""
_EVEN = 1.5
"""Times the narrowest space of a line: how wide its others may be, as TeX has them at stops."""
_SHORT = 3
"""Letters of words of which a text has fewer than others."""
_ALIGNED = 0.4
"""How many of the parts of rows are aligned in a table."""
_SAME_PLACE = 1.0
"""Points between what is aligned."""


def with_whole_lines(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of a document, each line that is justified wide a single cell without spaces."""
    above: Row | None = None
    filling: list[Row] = []
    for row in rows:
        if filling and not _fills_as(row, filling[-1]):
            yield from _settled(filling, above, row)
            above, filling = filling[-1], []
        filling.append(row)
    yield from _settled(filling, above, None)


def _settled(filling: Sequence[Row], above: Row | None, below: Row | None) -> Iterator[Row]:
    """Rows that all fill the same column; those with wider spaces are lines or cells.

    Args:
        filling: The rows.
        above: The row before them, which does not fill it.
        below: The row behind them, which does not.
    """
    runs = [list(run) for _is_wide, run in groupby(filling, lambda row: bool(_gaps(row)))]
    for at, run in enumerate(runs):
        after = runs[at + 1][0] if at + 1 < len(runs) else below
        is_inside = _is_line_by(above, run[0]) and _is_line_by(after, run[-1])
        above = run[-1]
        fills = len(filling) > 1 or (len(_gaps(run[0])) > 1 and _fills_column(run[0]))
        are_lines = _gaps(run[0]) and fills and (is_inside or _are_lines(run))
        are_lines = are_lines and not _are_aligned(run)
        yield from (_joined(row) if are_lines and _is_even(row) else row for row in run)


def _is_line_by(other: Row | None, row: Row) -> bool:
    """Whether a row is a line without wider spaces and stands close to another."""
    return other is not None and not _gaps(other) and _is_close(*sorted((row, other), key=_height))


def _height(row: Row) -> float:
    return -row.base


def _are_lines(run: Sequence[Row]) -> bool:
    """Whether rows below each other, each with wider spaces, are lines."""
    counts = [len(_gaps(row)) for row in run]
    common = len(_common(run))
    if len(run) > 2:
        return not common or sum(count > common for count in counts) * 2 > len(run)
    return len(run) == 2 and max(counts) > max(common, 1)


def _are_aligned(run: Sequence[Row]) -> bool:
    """Whether what stands between the spaces of rows is aligned with what is above or below it."""
    parts = [_parts(row) for row in run]
    total = sum(map(len, parts))
    aligned = 0
    for at, row in enumerate(parts):
        near = [
            part for other in parts[max(at - 1, 0) : at + 2] if other is not row for part in other
        ]
        aligned += sum(any(_is_aligned(part, other) for other in near) for part in row)
    return aligned >= _ALIGNED * total


def _parts(row: Row) -> list[tuple[float, float]]:
    """Where the words behind each wider space begin and end; nowhere at the end of the line."""
    gaps = sorted(_gaps(row), key=lambda gap: gap.left)
    return [(a.right, b.left) for a, b in pairwise(gaps)] + [(gaps[-1].right, math.inf)]


def _is_aligned(part: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two begin at the same place, or both end inside the line and do so there."""
    places = [part[0] - other[0]]
    if math.inf not in (part[1], other[1]):
        places += [part[1] - other[1], (sum(part) - sum(other)) / 2]
    return min(map(abs, places)) <= _SAME_PLACE


def _common(run: Sequence[Row]) -> list[Gap]:
    """Where all rows have a space."""
    common = _gaps(run[0])
    for row in run[1:]:
        pairs = [(a, b) for a in common for b in _gaps(row)]
        shared = (Gap(0, max(a.left, b.left), min(a.right, b.right)) for a, b in pairs)
        common = [gap for gap in shared if gap.left < gap.right]
    return common


def _gaps(row: Row) -> list[Gap]:
    """The wider spaces of a row, those between its cells too."""
    inside = [gap for cell in row.cells for gap in cell.gaps]
    return [*inside, *(Gap(0, a.right, b.left) for a, b in pairwise(row.cells))]


def _is_even(row: Row) -> bool:
    """Whether all of its spaces are wide, and equally so."""
    widths = [gap.right - gap.left for gap in _gaps(row)]
    words = row.text.split()
    if sum(len(word) < _SHORT for word in words) * 2 > len(words):
        return False  # the heads of columns, as the numbers of grades
    return len(widths) >= row.text.count(" ") and max(widths) <= _EVEN * min(widths)


def _fills_as(row: Row, above: Row) -> bool:
    """Whether a row follows another, and both fill the same column."""
    is_below = _is_close(above, row) and abs(row.right - above.right) <= _SAME_EDGE
    return is_below and abs(row.left - above.left) <= _INDENT * row.size


def _fills_column(row: Row) -> bool:
    return (
        row.left <= row.left_edge + _INDENT * row.size and row.right >= row.right_edge - _SAME_EDGE
    )


def _is_close(above: Row, row: Row) -> bool:
    return above.column == row.column and 0 < above.base - row.base < _NEAR * row.size


def _joined(row: Row) -> Row:
    """A row as one cell without wider spaces."""
    looks = row.marked if any(cell.looks for cell in row.cells) else ""
    base = row.cells[0].base
    cell = Stretch(
        row.text, row.left, row.right, base, row.size, row.bold, looks=looks, face=row.face
    )
    return replace(row, cells=[cell])
