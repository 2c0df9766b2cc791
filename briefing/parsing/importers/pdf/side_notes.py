"""Notes in the margin beside the text, in smaller type than it.

They are taken out of the lines of their page before these are put in order, and come back between
paragraphs: above the one whose first line they stand beside, and else below the one they stand
beside, so that no note parts a paragraph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from briefing.model.records import dataclass, replace
from briefing.parsing.importers.pdf.lines import Page, Row, Stretch, rows_of, with_small_signs
from briefing.parsing.importers.pdf.measures import Measures
from briefing.parsing.importers.pdf.medians import median
from briefing.parsing.importers.pdf.paragraphs import Lines, blocks_of, is_set_off
from briefing.parsing.importers.pdf.tables import Table, with_tables

_RUNNING, FEWEST_RUNNING = 6, 6
"""Words of a line of running text, and how many of those a page with notes has at least."""
_SMALL, _SAME_SIZE = 0.95, 0.06
"""The share of the size of the text that notes have at most, and how much its own lines differ."""
_APART, _CLOSE = 0.3, 1.6
"""Times the size of the type: how far a note is from the text at least, and how far apart its
lines are at most."""
_INDENT = 2.5
"""The same: how far a line of the text is indented at most."""
_CELL = 2.0
"""The same: how far apart the cells of a table are."""
_FAR = 2.6
"""The same: how far apart the lines of a text in a box are at most."""
_LONG, _FULL = 10, 0.55
"""Lines of a column of boxes beside the text at least, and how much of its height they fill."""
_WIDE = 0.9
"""The share of the usual width of the text that a page with notes has at least: the first column of
a table is narrower."""
_MOST = 90
"""How many of a hundred lines end where the text does; the others may stick out."""
_NARROW = 0.6
"""The share of the width of the text that a note has at most."""
_MOST_LINES, _FEWEST_LETTERS = 14, 4
"""Lines of a note at most, and its letters at least; fewer are those of a number."""
_LEVEL, _BOX = 0.5, 1.2
"""Times the size of the type: how far lines that begin beside each other are apart in height, and
how far below the first line of a paragraph a box begins that belongs to it."""

Span = tuple[float, float]
"""Where the text of a page begins and ends, in points."""


@dataclass(slots=True)
class SideNote:
    """A note in the margin, or a box that the text runs around."""

    page: int
    """0-based."""
    rows: list[Row]
    """From top to bottom; never none."""
    top: float
    """What its first line stands on, or would without the edge of its box."""
    is_box: bool = False
    """Whether it is a box, which may have paragraphs and tables in it."""


def take_side_notes(pages: Sequence[Page]) -> list[SideNote]:
    """Take what stands in small type beside the text out of pages."""
    size = text_size(pages)
    running = {page.index: list(running_on(page, size)) for page in pages}
    spans = {at: span_of(lines) for at, lines in running.items() if len(lines) >= FEWEST_RUNNING}
    if not spans:
        return []
    usual = median(right - left for left, right in spans.values())
    notes: list[SideNote] = []
    for page in pages:
        span = spans.get(page.index)
        if span is not None and span[1] - span[0] >= _WIDE * usual:
            found = list(_notes(page, running[page.index], span, size))
            taken = {id(stretch) for note in found for stretch in note}
            page.stretches = [s for s in page.stretches if id(s) not in taken]
            notes += [_note(rows_of(note, page.index)) for note in found]
    return notes


def _note(rows: list[Row]) -> SideNote:
    return SideNote(rows[0].page, rows, rows[0].base)


def text_size(pages: Iterable[Page]) -> float:
    """The size that most of the running text is set in."""
    sizes = Counter[float]()
    for page in pages:
        for stretch in page.stretches:
            if stretch.text.count(" ") + 1 >= _RUNNING:
                sizes[stretch.size] += len(stretch.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def running_on(page: Page, size: float) -> Iterator[Stretch]:
    """The long lines of a page in the size of the text."""
    for stretch in page.stretches:
        is_text = abs(stretch.size - size) <= _SAME_SIZE * size
        if is_text and stretch.text.count(" ") + 1 >= _RUNNING:
            yield stretch


def span_of(lines: Sequence[Stretch]) -> Span:
    """Where lines begin, and where most of them end; a long word may stick out."""
    rights = sorted(line.right for line in lines)
    return min(line.left for line in lines), rights[(len(rights) - 1) * _MOST // 100]


def _notes(
    page: Page, running: Sequence[Stretch], span: Span, size: float
) -> Iterator[list[Stretch]]:
    """The lines of each note of a page."""
    low, high = min(s.base for s in running), max(s.base for s in running)
    left, right = span[0] - _APART * size, span[1] + _APART * size
    whole = {*_whole_boxes(page), *_high_boxes(page, high - low, size)}
    low = min(low, *(s.base for s in _last_lines(page, running, span, size)))
    below = [s for s in page.stretches if s.base <= high + size and s.box not in whole]
    beside = [s for s in below if low - size <= s.base]
    for side in (
        _from(low - size, [s for s in below if s.right < left]),
        _from(low - size, [s for s in below if s.left > right]),
    ):
        if not side or max(s.size for s in side) >= _SMALL * size or _is_column(side):
            continue
        others = [s for s in beside if not _is_at_edge(s, span, size)]
        for note in _groups(side):
            if _is_note(note, span) and not any(_is_cell(line, others) for line in note):
                yield note


def _last_lines(
    page: Page, running: Sequence[Stretch], span: Span, size: float
) -> Iterator[Stretch]:
    """The last line of running text of a page, and the short one that may end its paragraph."""
    last = min(running, key=lambda s: s.base)
    yield last
    for line in page.stretches:
        is_near = 0 < last.base - line.base <= _CLOSE * size
        if is_near and abs(line.left - span[0]) < size and abs(line.size - size) < 0.1:
            yield line


def _from(low: float, side: Sequence[Stretch]) -> list[Stretch]:
    """The lines beside the text of those notes that begin above its end."""
    groups = (group for group in _groups(side) if group[0].base >= low)
    return [line for group in groups for line in group]


def _whole_boxes(page: Page) -> Iterator[int]:
    """The numbers of boxes whose lines follow each other, as those of a text do."""
    for number in page.boxes:
        lines = [s for s in page.stretches if s.box == number]
        bases = sorted((s.base for s in lines), reverse=True)
        reach = _FAR * max((s.size for s in lines), default=0.0)
        if len(lines) >= FEWEST_RUNNING and all(a - b <= reach for a, b in pairwise(bases)):
            yield number


def _high_boxes(page: Page, height: float, size: float) -> Iterator[int]:
    """The numbers of boxes about as high as the text, with a title as large as it."""
    for number, box in page.boxes.items():
        lines = [s for s in page.stretches if s.box == number]
        is_titled = len(lines) > 1 and max(s.size for s in lines) >= _SMALL * size
        if is_titled and box.high - box.low >= _FULL * height:
            yield number


def _is_column(side: Sequence[Stretch]) -> bool:
    """Whether lines are those of a column of boxes, which is read for itself."""
    height = max(s.base for s in side) - min(s.base for s in side)
    return len(side) >= _LONG and sum(s.size for s in side) >= _FULL * height


def _is_at_edge(line: Stretch, span: Span, size: float) -> bool:
    """Whether a line may be one of the text: long, or in its size at its edge."""
    is_text = abs(line.size - size) <= _SAME_SIZE * size
    is_short = line.text.count(" ") + 1 < _RUNNING
    return is_text and (not is_short or abs(line.left - span[0]) < _INDENT * size)


def _is_cell(line: Stretch, others: Iterable[Stretch]) -> bool:
    """Whether something else stands on the same line beside the text, apart from it."""
    level = (s for s in others if s is not line and abs(s.base - line.base) < _LEVEL * line.size)
    gaps = [max(s.left - line.right, line.left - s.right) for s in level]
    return bool(gaps) and min(gaps) > _CELL * line.size


def _groups(side: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """Lines close below each other."""
    group: list[Stretch] = []
    for line in sorted(side, key=lambda s: (-s.base, s.left)):
        if group and group[-1].base - line.base > _CLOSE * line.size:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_note(lines: Sequence[Stretch], span: Span) -> bool:
    letters = sum(char.isalpha() for line in lines for char in line.text)
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    is_narrow = right - left <= _NARROW * (span[1] - span[0])
    return len(lines) <= _MOST_LINES and letters >= _FEWEST_LETTERS and is_narrow


def with_side_notes(
    blocks: Sequence[Lines | Table], notes: Sequence[SideNote], measures: Measures
) -> list[Lines | Table]:
    """The blocks of a document, with its notes between them."""
    if not notes:
        return list(blocks)
    above: dict[int, list[Lines | Table]] = {}
    below: dict[int, list[Lines | Table]] = {}
    for note in notes:
        at, is_above = _place(blocks, note, measures)
        (above if is_above else below).setdefault(at, []).extend(_parts(note, measures))
    found: list[Lines | Table] = [*above.pop(-1, ()), *below.pop(-1, ())]
    for at, block in enumerate(blocks):
        found += [*above.get(at, ()), block, *below.get(at, ())]
    return found


def _parts(note: SideNote, measures: Measures) -> Iterator[Lines | Table]:
    """The blocks of a box; the lines of a note, those that are bold as its title by themselves."""
    for row in note.rows:
        row.cells = list(map(_in_small_signs, row.cells))
    if note.is_box:
        yield from blocks_of(with_tables(note.rows), measures)
        return
    for _is_bold, part in groupby(note.rows, key=lambda row: row.bold):
        yield Lines(list(part))


def _in_small_signs(cell: Stretch) -> Stretch:
    """A cell with what is raised in it in small signs; no note is at the foot of a box."""
    text, looks = map(with_small_signs, (cell.text, cell.looks))
    return replace(cell, text=text, looks=looks)


def _place(blocks: Sequence[Lines | Table], note: SideNote, measures: Measures) -> tuple[int, bool]:
    """The index of the block that a note stands beside, and whether it comes above it."""
    beside = [
        (abs(row.base - note.top), at, row)
        for at, block in enumerate(blocks)
        for row in block.rows
        if row.page == note.page
    ]
    distance, at, row = min(beside, key=lambda each: each[:2], default=(0.0, -1, note.rows[0]))
    block = blocks[at]
    if at < 0 or isinstance(block, Table):
        return at, False
    goes_on = block.rows[-1].page != note.page
    if note.is_box:
        is_above = note.top >= block.first.base - _BOX * row.size
        return at, goes_on or (is_above and block.first.page == note.page)
    is_first = row is block.first and distance <= _LEVEL * row.size
    return at, goes_on or (is_first and not is_set_off(row, measures))
