"""Lines of a page, as they are printed: words in a row, with their place and their type.

All lengths are in points. The origin is the lower left corner of a page, as in PDF, so that a line
further down has the smaller `base`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from briefing.model.records import dataclass, field
from briefing.parsing.importers.pdf.looks import bare

RAISED, RAISED_END = "\x02", "\x03"
"""Around what is set small and high: a footnote's mark, or an exponent."""
PAGE = "\x01"
"""Around the label of a page, where it begins inside a paragraph."""
NOTE = "\x04"
"""Around the label of a footnote, where its mark stands."""
HYPHEN = "\xad"
"""A hyphen at the end of a line, which may or may not belong to the word."""
_MOST = 90
"""How many of a hundred lines end inside a column; the others may stick out."""
_FULL, _FEWEST_FULL, _SHARE_FULL = 40, 3, 0.4
"""Characters of a long line, how many of these end where a justified text does, and which share of
them."""
_INDENT = 4.0
"""Times the size of the type: how far from the edge of its column a line begins at most."""
_SAME_END = 0.6
"""Points between such ends."""
_BESIDE = 1.0
"""Points by which words may stand out of their box."""
_RULE = re.compile(r"[\s_=~–—―─━-]{4,}|[\s.·•…]{10,}")
_RAISED = re.compile(rf"{RAISED}([^{RAISED_END}]*){RAISED_END}")
_SMALL_SIGNS = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_SIGNS = re.compile(rf"{PAGE}[^{PAGE}]*{PAGE}|{NOTE}[^{NOTE}]*{NOTE}|[{RAISED}{RAISED_END}]")


@dataclass(frozen=True, slots=True)
class Gap:
    """A space inside a stretch that is wider than between words, and may part two cells."""

    words: int
    """The words before it."""
    left: float
    """Where the word before it ends."""
    right: float
    """Where the word behind it begins."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in one row without a wide gap."""

    text: str
    """The words; see `RAISED` and `HYPHEN` for the signs among them."""
    left: float
    """Where it begins."""
    right: float
    """Where it ends."""
    base: float
    """What it stands on, above the lower edge of the page."""
    size: float
    """The size of its type."""
    bold: bool
    """Whether all of it is set bold."""
    gaps: tuple[Gap, ...] = ()
    """Its wider spaces, from left to right."""
    looks: str = ""
    """The words with signs of how they are set (`looks`); empty where all of them are plain."""
    level: int = 0
    """The level of the heading that it is tagged as; 0 for none."""
    face: str = ""
    """The face that all of it is set in; empty where there are several, or none is known."""
    box: int = 0
    """The number of the box that is drawn around it on its page; 0 for none."""
    ruled: int = 0
    """The number of the row of a ruled table that it stands in (`ruled`); 0 for none."""
    column: tuple[float, float] | None = None
    """Where the column of such a table begins and ends, if lines are drawn between them."""

    @property
    def marked(self) -> str:
        """The words with such signs, if there are any."""
        return self.looks or self.text


@dataclass(slots=True)
class Row:
    """What stands side by side in one column: a line of a paragraph, or the cells of a table."""

    cells: list[Stretch]
    """From left to right."""
    page: int
    """0-based."""
    left_edge: float
    """Where the column begins."""
    right_edge: float
    """Where the column ends."""
    column: int = 0
    """Which column of the whole document it is, counted in reading order."""

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.cells[-1].right

    @property
    def base(self) -> float:
        """What it stands on."""
        return self.cells[0].base

    @property
    def size(self) -> float:
        """The size of its longest part."""
        if len(self.cells) == 1:
            return self.cells[0].size
        return max(self.cells, key=_length).size

    @property
    def bold(self) -> bool:
        """Whether all of it is set bold."""
        return all(cell.bold for cell in self.cells)

    @property
    def level(self) -> int:
        """The level of the heading that all of it is tagged as; 0 for none."""
        return min(cell.level for cell in self.cells)

    @property
    def face(self) -> str:
        """The face that all of it is set in; empty where there are several."""
        face = self.cells[0].face
        return face if all(cell.face == face for cell in self.cells) else ""

    @property
    def ruled(self) -> int:
        """The row of a ruled table that all of it stands in; 0 for none."""
        ruled = self.cells[0].ruled
        return ruled if all(cell.ruled == ruled for cell in self.cells) else 0

    @property
    def text(self) -> str:
        """Its words."""
        if len(self.cells) == 1:
            return self.cells[0].text
        return _in_a_row([cell.text for cell in self.cells])

    @property
    def marked(self) -> str:
        """Its words with the signs of how they are set."""
        return _in_a_row([cell.marked for cell in self.cells])


@dataclass(frozen=True, slots=True)
class Box:
    """A box that is drawn on a page."""

    left: float
    right: float
    low: float
    high: float

    def spans(self, stretch: Stretch) -> bool:
        """Whether words stand between its sides, in it or above or below it."""
        return self.left - _BESIDE <= stretch.left and stretch.right <= self.right + _BESIDE

    def holds(self, stretch: Stretch) -> bool:
        """Whether words stand in it."""
        return self.spans(stretch) and self.low <= stretch.base <= self.high


@dataclass(slots=True)
class Page:
    """A page before anybody knows what its lines are."""

    index: int
    """0-based."""
    label: str
    """What the document calls it; its number where it does not say."""
    stretches: list[Stretch]
    """Its lines, in the order of the file."""
    is_scan: bool = False
    """Whether there is a picture on it and no text."""
    turned: str = ""
    """What stands across its lines: a stamp, words along an axis, a table on its side."""
    boxes: dict[int, Box] = field(default_factory=dict)
    """The boxes around some of its lines, by their numbers."""
    floats: list[Box] = field(default_factory=list)
    """Those that the text runs around."""
    bars: list[Box] = field(default_factory=list)
    """Lines and narrow bands that are drawn across it (`bars`)."""
    labels: list[Stretch] = field(default_factory=list)
    """Those of its lines that are words of drawings (`figures`)."""


def plain(text: str) -> str:
    """Words without the signs among them."""
    return bare(_SIGNS.sub("", text)).replace(HYPHEN, "-")


def with_small_signs(text: str) -> str:
    """Words with what is raised among them in small signs: ``²``."""
    return _RAISED.sub(lambda match: match[1].translate(_SMALL_SIGNS), text)


def is_rule(row: Row) -> bool:
    """Whether a row is a line that is drawn with signs."""
    text = row.cells[0].text
    is_alone = len(row.cells) == 1 and not text[:1].isalnum()
    return is_alone and _RULE.fullmatch(plain(text)) is not None


def rows_of(stretches: Sequence[Stretch], page: int) -> list[Row]:
    """The rows of one column, from top to bottom."""
    rows: list[list[Stretch]] = []
    for stretch in sorted(stretches, key=lambda s: (-s.base, s.left)):
        if rows and _is_beside(stretch, rows[-1]):
            rows[-1].append(stretch)
        else:
            rows.append([stretch])
    left = min((s.left for s in stretches), default=0.0)
    right = _right_edge(rows, left)
    return [Row(sorted(row, key=_place), page, left, right) for row in rows]


def _right_edge(rows: Sequence[Sequence[Stretch]], left: float) -> float:
    """Where the lines of a column end at most: where several full ones do, else most of all.

    What stands in the middle above a justified text, as a title does, may reach further.
    """
    lasts = [max(row, key=_end) for row in rows]
    ends = sorted(s.right for s in lasts if len(s.text) >= _FULL)
    enough = max(_FEWEST_FULL, math.ceil(_SHARE_FULL * len(ends)))
    full = ends[-enough:]
    if len(full) < enough or full[-1] - full[0] > _SAME_END:
        return _most(lasts)
    begins = (min(s.left for s in row) - left <= _INDENT * row[0].size for row in rows)
    return max(_most([s for s, is_own in zip(lasts, begins, strict=True) if is_own]), full[0])


def _most(lasts: Sequence[Stretch]) -> float:
    """Where most lines end at most, of which the last stretches are given."""
    rights = sorted(map(_end, lasts))
    return rights[(len(rights) - 1) * _MOST // 100] if rights else 0.0


def _is_beside(stretch: Stretch, row: Sequence[Stretch]) -> bool:
    """Whether it stands on the same line as others and overlaps none of them."""
    tolerance = 0.35 * min(stretch.size, row[0].size)
    if abs(stretch.base - row[0].base) > tolerance:
        return False
    return all(stretch.left >= s.right - 1 or stretch.right <= s.left + 1 for s in row)


def _in_a_row(cells: Sequence[str]) -> str:
    if len(cells) == 1:
        return cells[0]
    return " ".join([*(cell.replace(HYPHEN, "-") for cell in cells[:-1]), cells[-1]])


def _length(stretch: Stretch) -> int:
    return len(stretch.text)


def _place(stretch: Stretch) -> float:
    return stretch.left


def _end(stretch: Stretch) -> float:
    return stretch.right
