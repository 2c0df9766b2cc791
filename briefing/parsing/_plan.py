"""Where the chunks of a source begin, and what each of them needs to know of the others."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence

from briefing.model.records import dataclass, field
from briefing.parsing._code_spans import CodeSpans
from briefing.parsing._definitions import Definitions
from briefing.parsing._scan import FOOTNOTE_LABEL, Scan, paragraphs_between, scan

AIM = 8_192
"""Characters after which a chunk ends at the next paragraph that can begin one."""
LIMIT = 32_768
"""Characters that a chunk may have at most; a longer block is cut, which Markdown does not know."""
CUT = 8_192
"""About how long the pieces are then."""
FOOTNOTES_A_CHUNK = 32
"""How many footnotes are parsed together."""

_COUNTED = 65_536
"""Characters between two places of which the line is kept."""

_LABEL = re.compile(rf"\[\^({FOOTNOTE_LABEL})\]")
_ITEM_LINE = re.compile(r"\n(?=(?:[-+*]|\d{1,9}[.)])[ \t])")
_TABLE_RULE = re.compile(r" {0,3}[-:|][-:| \t]*(?:\n|\Z)")
_LONGEST_HEAD = 4_000
"""Characters of each of a table's first two lines; with a longer one it is not gone on with."""


@dataclass(slots=True)
class Plan:
    """How a source is cut. Chunk ``i`` is the source from ``starts[i]`` to ``starts[i + 1]``."""

    source: str
    """The whole file, without carriage returns."""
    found: Scan
    """What the scan saw."""
    references: Definitions
    """The link definitions."""
    starts: array[int]
    """Characters of the source, one more than there are chunks of the body."""
    inner: array[int]
    """Chunks that begin inside a section: at a paragraph or at a cut."""
    cuts: frozenset[int] = frozenset()
    """Chunks that begin inside a block that was too long."""
    codes: frozenset[int] = frozenset()
    """Of these, the ones that begin inside a fenced code block."""
    tables: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Of these, the ones that begin inside a table, and where its head begins and ends."""
    footnotes: list[int] = field(default_factory=list)
    """Where footnotes are defined, in the order in which they are shown."""
    numbers: dict[str, int] = field(default_factory=dict)
    """Folded labels of footnotes to their 1-based place in that order."""
    _lines: array[int] = field(default_factory=lambda: array("Q", [1]))
    _last_line: tuple[int, int] = (0, 1)

    @property
    def body_chunks(self) -> int:
        """How many chunks there are without the footnotes."""
        return len(self.starts) - 1

    @property
    def footnote_chunks(self) -> int:
        """How many chunks the footnotes make, below those of the body."""
        return -(-len(self.footnotes) // FOOTNOTES_A_CHUNK)

    def line(self, index: int) -> int:
        """The 1-based source line where a chunk begins."""
        return self.line_at(self.starts[index])

    def line_at(self, start: int) -> int:
        """The 1-based source line of a character; counted as far as somebody asked."""
        known, line = self._last_line
        if known <= start < known + _COUNTED:
            line += self.source.count("\n", known, start)
        else:
            line = self._line_from_far(start)
        self._last_line = start, line
        return line

    def _line_from_far(self, start: int) -> int:
        counted = self._lines
        while len(counted) <= start // _COUNTED:
            end = len(counted) * _COUNTED
            counted.append(counted[-1] + self.source.count("\n", end - _COUNTED, end))
        block = start // _COUNTED
        return counted[block] + self.source.count("\n", block * _COUNTED, start)

    def chunk_of_line(self, line_number: int) -> int:
        """The chunk of the body in which a source line stands, or else the nearest one."""
        return max(bisect_right(range(self.body_chunks), line_number, key=self.line) - 1, 0)

    def is_headed(self, index: int) -> bool:
        """Whether a chunk begins with a heading that the scan cut at."""
        if not 0 < index < self.body_chunks or index in self.cuts:
            return False
        return self.source[self.starts[index]] == "#"

    def headed(self) -> bytearray:
        """For each chunk of the body, whether it begins with a heading that the scan cut at."""
        headed = bytearray(b"\1") * self.body_chunks
        for index in self.inner:
            headed[index] = 0
        headed[0] = 0
        return headed

    def join_first(self, count: int) -> None:
        """Join so many chunks to the first one."""
        del self.starts[1 : count + 1]
        self.inner = array("Q", (index - count for index in self.inner if index > count))
        self.cuts = frozenset(index - count for index in self.cuts if index > count)
        self.codes = frozenset(index - count for index in self.codes if index > count)
        tables = self.tables.items()
        self.tables = {index - count: head for index, head in tables if index > count}


def plan(source: str, body: int) -> Plan:
    """Cut a source into chunks.

    Args:
        source: The whole file, without carriage returns.
        body: The first character after the front matter.
    """
    found = scan(source, body, _opens_region)
    starts, inner, cuts, codes = _boundaries(source, body, found)
    tables = _cut_tables(source, starts, cuts - codes)
    result = Plan(
        source, found, Definitions(source, body, found), starts, inner, cuts, codes, tables
    )
    _order_footnotes(source, result)
    return result


def _boundaries(
    source: str, body: int, found: Scan
) -> tuple[array[int], array[int], frozenset[int], frozenset[int]]:
    """The chunks' starts with the end of the source, and which begin at no heading, or are cuts."""
    starts, inner = array("Q", [body]), array("Q")
    cuts: set[int] = set()
    codes: set[int] = set()
    headings = found.headings
    first = int(_begins_with_heading(source, body, headings))
    for end in [*headings[first:], len(source)]:
        if end - starts[-1] > AIM * 2:
            for start, is_cut, in_code in _split(source, starts[-1], end, found):
                if is_cut:
                    cuts.add(len(starts))
                if in_code:
                    codes.add(len(starts))
                inner.append(len(starts))
                starts.append(start)
        if end > starts[-1] or end == len(source):
            starts.append(end)
    return starts, inner, frozenset(cuts), frozenset(codes)


def _begins_with_heading(source: str, body: int, headings: Sequence[int]) -> bool:
    """Whether the first block is a heading: it stays in the first chunk, being the title."""
    return bool(headings) and not source[body : headings[0]].strip()


def _split(source: str, start: int, end: int, found: Scan) -> list[tuple[int, bool, bool]]:
    """Further starts inside a stretch that is long: place, is a cut, in code."""
    points: list[tuple[int, bool, bool]] = []
    last = start
    for point in _paragraphs(source, start, end, found):
        if point - last > LIMIT:
            points += _cut(source, last, point, found)
        if point < end:
            points.append((point, False, False))
        last = point
    return points


def _paragraphs(source: str, start: int, end: int, found: Scan) -> list[int]:
    """Starts of paragraphs about `AIM` apart, and the end."""
    points: list[int] = []
    position = start
    while end - position > AIM * 2:
        point = next(paragraphs_between(found, source, position + AIM, end), None)
        if point is None:
            break
        points.append(point)
        position = point
    return [*points, end]


def _cut(source: str, start: int, end: int, found: Scan) -> list[tuple[int, bool, bool]]:
    """Cut a block that is too long: between items, else at a line's end or space, else anywhere."""
    points: list[tuple[int, bool, bool]] = []
    position = start
    while end - position > CUT * 2:
        position = _best_cut(source, position + CUT // 2, position + CUT)
        region = found.region_around(position)
        if region is not None and found.closed[region] and not found.fenced[region]:
            position = found.region_ends[region] + 1  # nothing of it may be shown: keep it whole
            if position >= end:
                break
            region = None
        points.append((position, True, region is not None))
    return points


def _best_cut(source: str, low: int, high: int) -> int:
    items = [match.end() for match in _ITEM_LINE.finditer(source, low, high)]
    if items:
        return items[-1]
    for mark in ("\n\n", "\n", " "):
        at = source.rfind(mark, low, high)
        if at >= 0:
            return at + len(mark)
    return high


def _cut_tables(
    source: str, starts: array[int], cuts: frozenset[int]
) -> dict[int, tuple[int, int]]:
    """The chunks that go on with a table, with the place of its head."""
    tables: dict[int, tuple[int, int]] = {}
    for index in sorted(cuts):
        above = starts[index - 1]
        if index - 1 in tables:
            head = tables[index - 1]
        else:
            blank = source.rfind("\n\n", above, starts[index])
            found = _table_head(source, blank + 2 if blank >= 0 else above)
            if found is None:
                continue
            head = found
        if source.find("\n\n", max(above, head[1]), starts[index]) < 0:
            tables[index] = head
    return tables


def _table_head(source: str, start: int) -> tuple[int, int] | None:
    """Where the two lines lie that begin a table, if one begins here."""
    newline = source.find("\n", start, start + _LONGEST_HEAD)
    if newline < 0 or source.find("|", start, newline) < 0:
        return None
    rule = _TABLE_RULE.match(source, newline + 1)
    if rule is None or rule.end() - rule.start() > _LONGEST_HEAD:
        return None  # each piece of the table would be read with all of it
    return start, rule.end()


def _opens_region(source: str, footnote_lines: frozenset[int]) -> bool:
    """Ask the parser, which costs 35 ms to import and most articles never need here."""
    from briefing.parsing._markdown import opens_region  # noqa: PLC0415

    return opens_region(source, footnote_lines)


def _order_footnotes(source: str, result: Plan) -> None:
    """Number the footnotes by their first mention; those never mentioned come last."""
    definitions: dict[str, int] = {}
    extra: list[int] = []
    for offset in result.found.footnotes:
        match = _LABEL.match(source, offset)
        label = match[1].casefold() if match is not None else ""
        if label in definitions:
            extra.append(offset)
        else:
            definitions[label] = offset
    if not definitions:
        return
    order = [*_mentioned(source, result.found, definitions), *definitions]
    for label in order:
        if label not in result.numbers:
            result.numbers[label] = len(result.numbers) + 1
            result.footnotes.append(definitions[label])
    result.footnotes += extra


def _mentioned(source: str, found: Scan, definitions: dict[str, int]) -> list[str]:
    """Labels in the order in which the text mentions them."""
    labels: list[str] = []
    code = CodeSpans(source)
    for match in _LABEL.finditer(source):
        label = match[1].casefold()
        if label not in definitions or found.is_footnote(match.start()):
            continue
        if not found.in_region(match.start()) and not code.holds(match.start()):
            labels.append(label)
    return labels
