"""The bands of a page in columns: what stands across a gutter, and the columns above and below it.

A title or a wide table stands across, and so does a short heading that heads the columns on both
sides of a gutter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.model.records import dataclass
from briefing.parsing.importers.pdf.bars import bars_across, headed_across
from briefing.parsing.importers.pdf.both_sides import INDENT, SAME_EDGE, crosses, sides
from briefing.parsing.importers.pdf.lines import HYPHEN, Box, Stretch, plain
from briefing.parsing.importers.pdf.medians import median
from briefing.parsing.importers.pdf.numbered import is_caption, names_picture
from briefing.parsing.importers.pdf.tables_between import cells_between

_SAME_SIZE = 0.6
"""Points between sizes of type that are the same."""
_LARGE = 1.25
"""Times the size of most lines: type of a title."""
_CLOSE = 1.5
"""Times the size of the type: how far apart the lines of a paragraph are at most."""
_NEAR = 3.0
"""The same: how far above a table its caption stands at most."""
_LEVEL, _SHORTER = 1.6, 2.0
"""Times the size of a heading: how far above each other columns end or begin that it parts, and
times that: how much shorter the last of these may be."""
_ALONE = 0.8
"""The same: how far it is from what stands beside it, if it begins where the first column does."""
_FAR, _AS_LARGE = 2.5, 0.95
"""Times the size of a heading: how far from it one of the other column is, and how large."""
_ROW, _FEWEST_SPACES = 0.4, 4
"""Times the size of the type: how far apart the cells of a row are in height; and spaces of a line
of the text."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is known of the columns of a page beside its lines."""

    grid: list[float]
    """Where columns are known to begin; those that are found are added."""
    bars: Sequence[Box]
    """What is drawn across it."""
    edges: Sequence[Box] = ()
    """The upper and lower edges of its boxes."""


def bands_of(stretches: Sequence[Stretch], gutter: float, drawn: Drawn) -> Iterator[list[Stretch]]:
    """The lines by bands, from top to bottom: those across the gutter, and those beside it."""
    band: list[Stretch] = []
    is_across = False
    crossing = crossing_of(stretches, gutter, drawn.bars)
    cuts = [(bar.low + bar.high) / 2 for bar in bars_across(drawn.bars, stretches)]
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


def crossing_of(stretches: Sequence[Stretch], gutter: float, bars: Sequence[Box]) -> list[Stretch]:
    """The lines that stand across a gutter, and short ones that head columns on both its sides."""
    headed = {id(s) for s in headed_across(stretches, bars_across(bars, stretches))}
    large = _LARGE * median(s.size for s in stretches)
    tables = [s for s in stretches if s.ruled and crosses(s, gutter)]
    apart = {*_below_captions(stretches, gutter), *cells_between(stretches, gutter)}
    boxes = _boxes_across(stretches, gutter)
    return [
        s
        for s in stretches
        if crosses(s, gutter)
        or s.box in boxes
        or id(s) in headed
        or id(s) in apart
        or (s.size > large and _heads_both(s, stretches, gutter))
        or any(_names(s, table, stretches) for table in tables)
    ]


def _boxes_across(stretches: Sequence[Stretch], gutter: float) -> set[int]:
    """The numbers of boxes that stand across a gutter, of which most lines cross it."""
    lines = Counter(s.box for s in stretches if s.box)
    across = Counter(s.box for s in stretches if s.box and crosses(s, gutter))
    return {number for number, count in across.items() if count * 2 > lines[number]}


def _below_captions(stretches: Sequence[Stretch], gutter: float) -> Iterator[int]:
    """The cells of small tables below captions that stand across a gutter, which none of them may.

    Each row has cells on both sides of it, and none is a line of the text.
    """
    captions = [s for s in stretches if crosses(s, gutter) and names_picture(plain(s.text))]
    for caption in captions:
        below = sorted((s for s in stretches if s.base < caption.base), key=lambda s: -s.base)
        last, row = caption, list[Stretch]()
        for cell in [*below, None]:
            if cell is not None and row and row[0].base - cell.base < _ROW * cell.size:
                row.append(cell)
                continue
            if row:
                is_near = last.base - row[0].base <= _NEAR * row[0].size
                if not is_near or not _are_cells(row, gutter):
                    break
                yield from map(id, row)
                last = row[0]
            row = [cell] if cell is not None else []


def _are_cells(row: Sequence[Stretch], gutter: float) -> bool:
    """Whether what stands on a line are cells, on both sides of a gutter or across it."""
    left, right = sides(row, gutter)
    are_short = all(s.text.count(" ") < _FEWEST_SPACES for s in row)
    return are_short and (len(left) + len(right) < len(row) or bool(left and right))


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
    is_at_edge = line.left - min(s.left for s in stretches) <= SAME_EDGE
    near = (_ALONE if is_at_edge else 1.0) * line.size
    if any(abs(s.base - line.base) < near for s in others):
        return False
    if _is_centred(line, stretches) and all(s.base < line.base for s in others):
        return all(sides(others, gutter))
    if line.left >= gutter or any(_is_beside(other, line, gutter) for other in others):
        return False
    above = sides([s for s in others if s.base > line.base], gutter)
    below = sides([s for s in others if s.base < line.base], gutter)
    if not all((*above, *below)) or _goes_on_above(above, below):
        return False
    ends = [min(s.base for s in side) for side in above]
    begins = [max(s.base for s in side) for side in below]
    reach = _LEVEL * line.size
    are_level = -reach <= ends[1] - ends[0] <= _SHORTER * reach  # the last column is the shorter
    return are_level and abs(begins[0] - begins[1]) <= reach


def _goes_on_above(above: Sequence[list[Stretch]], below: Sequence[list[Stretch]]) -> bool:
    """Whether the left column goes on above a heading in it with the right one, past the heading.

    It breaks off at its lower end and not at the heading, and the right one begins small above it
    and not below. There a figure stands beside the heading.

    Args:
        above: The lines of both columns above the heading.
        below: Those below it.
    """
    whole, last = (min(lines, key=_base).text for lines in (above[0], below[0]))
    first, other = (max(lines, key=_base).text[:1] for lines in (above[1], below[1]))
    return _breaks_off(last) and not _breaks_off(whole) and first.islower() and other.isupper()


def _breaks_off(text: str) -> bool:
    """Whether a line ends inside a sentence, with a letter or a hyphen."""
    return text[-1:].isalpha() or text.endswith(HYPHEN)


def _base(line: Stretch) -> float:
    return line.base


def _is_beside(other: Stretch, line: Stretch, gutter: float) -> bool:
    """Whether a line heads the right column about where another one heads the left."""
    is_near = abs(other.base - line.base) <= _FAR * line.size
    return is_near and other.left >= gutter and other.size >= _AS_LARGE * line.size


def _is_centred(line: Stretch, stretches: Sequence[Stretch]) -> bool:
    """Whether a line stands in the middle of all others."""
    left, right = min(s.left for s in stretches), max(s.right for s in stretches)
    return abs(line.left - left - (right - line.right)) <= line.size


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
