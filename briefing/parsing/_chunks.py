"""One chunk of the source to blocks: plain paragraphs directly, all else through the parser."""

from __future__ import annotations

import re
from bisect import bisect_left

from briefing.model.article import Block, BlockKind, ContainerKind
from briefing.model.span import Span
from briefing.parsing._builder import Builder, Parsed
from briefing.parsing._definitions import SIMPLE_DEFINITIONS
from briefing.parsing._plain import (
    FOOTNOTE,
    FOOTNOTE_PASSED,
    HEADING,
    PARAGRAPH,
    plain_words,
)
from briefing.parsing._plain_lists import add_list, plain_list
from briefing.parsing._plain_tables import PlainTables, add_further_rows, add_table
from briefing.parsing._plan import FOOTNOTES_A_CHUNK, Plan

_INDENT = re.compile(r" {2,}")
_BLANK_LINES = re.compile(r"[ \t\n]*\n")
_BLANK = re.compile(r"[ \t]*\n")
_ITEM_FIRST = frozenset("-+*0123456789")
"""What an item of a list can begin with."""


class ChunkParser:
    """Parses the chunks of a source by its plan."""

    def __init__(self, source: str, plan: Plan) -> None:
        self.source = source
        self.plan = plan
        self.tables = PlainTables(source, self.parsed)

    def parse(self, index: int, builder: Builder) -> Parsed:
        """Add the blocks of a chunk to a builder (which may hold a title) and close it."""
        plan = self.plan
        if index >= plan.body_chunks:
            return self.footnotes(index, builder)
        start, end = plan.starts[index], plan.starts[index + 1]
        line = plan.line(index)
        if index in plan.codes:
            self.code(start, end, line, builder)
        elif index in plan.tables:
            self.table(start, end, index, builder)
        elif index in plan.cuts:
            self.torn(start, end, line, builder)
        else:
            _Pieces(self, builder).run(start, end, line)
        if index in plan.cuts and not self.source.endswith("\n\n", 0, start):
            builder.tighten()
        return builder.build(index, line)

    def torn(self, start: int, end: int, line: int, builder: Builder) -> None:
        """What begins in the middle of a long list or paragraph, moved to the margin."""
        indent = _INDENT.match(self.source, start, end)
        if indent is None:
            _Pieces(self, builder).run(start, end, line)
            return
        moved = re.sub(rf"(?m)^ {{1,{len(indent[0])}}}", "", self.source[start:end])
        _Pieces(self, builder).parse(moved, line, frozenset())

    def table(self, start: int, end: int, index: int, builder: Builder) -> None:
        """The further rows of a table that was cut; its head is known but not repeated."""
        head = slice(*self.plan.tables[index])
        line = self.plan.line(index) - 2
        blank = self.source.find("\n\n", start, end)
        stop = blank + 1 if blank >= 0 else end
        further = self.tables.further(start, stop, self.source[head])
        if further is not None:
            add_further_rows(builder, *further, line + 2)
        else:
            pieces = _Pieces(self, builder)
            pieces.parse(self.source[head] + self.source[start:stop], line, frozenset())
            builder.drop_head()
        if stop < end:
            below = self.plan.line(index) + self.source.count("\n", start, stop)
            _Pieces(self, builder).run(stop, end, below)

    def parsed(self, source: str) -> Builder:
        """What the parser makes of some lines."""
        builder = Builder()
        _Pieces(self, builder).parse(source, 1, frozenset())
        return builder

    def heading_words(self, source: str) -> str:
        """The words of a heading, from its source without the number signs."""
        from briefing.parsing._inline import words_of  # noqa: PLC0415 - with the parser, 35 ms
        from briefing.parsing._markdown import parse  # noqa: PLC0415

        tokens = parse(f"# {source}", self.plan.references, self.plan.numbers)
        return next((words_of(token.children or ()).text for token in tokens if token.children), "")

    def code(self, start: int, end: int, line: int, builder: Builder) -> None:
        """The middle or the end of fenced code (or of a comment that never closes) that was cut."""
        found = self.plan.found
        place = bisect_left(found.region_starts, start) - 1
        fence_end = found.region_ends[place]
        stop = min(fence_end, end)
        text = self.source[start:stop]
        if fence_end <= end and found.closed[place]:
            text = text[: text.rfind("\n") + 1]
        text = text.removesuffix("\n")
        at = builder.start_of_next(text)
        span = Span(at, at + len(text))
        builder.add(Block(BlockKind.CODE, span, line, language="", tight=True), text)
        if stop < end:
            below = line + self.source.count("\n", start, stop)
            _Pieces(self, builder).run(stop, end, below)

    def footnotes(self, index: int, builder: Builder) -> Parsed:
        """Some of the footnotes, in the order in which they are shown."""
        first = (index - self.plan.body_chunks) * FOOTNOTES_A_CHUNK
        offsets = self.plan.footnotes[first : first + FOOTNOTES_A_CHUNK]
        line = self.plan.line_at(offsets[0])
        pieces = _Pieces(self, builder)
        for number, offset in enumerate(offsets, first + 1):
            pieces.footnote(offset, number)
        return builder.build(index, line)


class _Pieces:
    """Walks through a stretch of source and parts plain paragraphs from the rest."""

    def __init__(self, parser: ChunkParser, builder: Builder) -> None:
        self.parser = parser
        self.source = parser.source
        self.plan = parser.plan
        self.builder = builder

    def run(self, start: int, end: int, line: int) -> None:
        """Parse ``[start, end)``, whose first line is ``line``."""
        self.line, self.counted = line, start
        position = pending = start
        fresh = True
        while position < end:
            if pending == position:  # nothing waits for the parser that blank lines may belong to
                blank = _BLANK_LINES.match(self.source, position, end)
                position = pending = position if blank is None else blank.end()
            stop = self.plain(position, end, pending) if fresh else None
            if stop is not None:
                position = pending = stop
                continue
            position, fresh = self.next_line(position, end)
        self.rest(pending, end)

    def plain(self, position: int, end: int, pending: int) -> int | None:
        """Add the plain heading or paragraph that begins here; answer where it ends."""
        source = self.source
        heading = HEADING.match(source, position, end)
        if heading is not None:
            text = heading[2].strip()
            if not text.endswith("#"):
                self.rest(pending, position)
                level = len(heading[1])
                self.builder.add_plain(BlockKind.HEADING, text, self.line_at(position), level)
                return min(heading.end() + 1, end)
            return None
        definitions = SIMPLE_DEFINITIONS.match(source, position, end)
        if definitions is not None:
            self.rest(pending, position)
            return definitions.end()
        if source.startswith("|", position):
            return self.plain_table(position, end, pending)
        if source.startswith("[^", position) and self.plan.found.is_footnote(position):
            return self.pass_footnote(position, end, pending)
        is_listed = pending == position and self.plain_list(position, end)
        return is_listed or self.plain_paragraph(position, end, pending)

    def plain_paragraph(self, position: int, end: int, pending: int) -> int | None:
        """Add the plain paragraph that begins here; answer where it ends."""
        source = self.source
        match = PARAGRAPH.match(source, position, end)
        words = None if match is None else plain_words(match[0], self.plan.numbers)
        if match is None or words is None:
            return None
        self.rest(pending, position)
        self.builder.add_words(words, self.line_at(position))
        return min(match.end() + 1, end)

    def pass_footnote(self, position: int, end: int, pending: int) -> int | None:
        """Pass over a footnote of one line, which is not shown here; answer where it ends."""
        match = FOOTNOTE_PASSED.match(self.source, position, end)
        if match is None:
            return None
        if match["next"] and not self.plan.found.is_footnote(match.end() + 1):
            return None
        self.rest(pending, position)
        return min(match.end() + 1, end)

    def plain_table(self, position: int, end: int, pending: int) -> int | None:
        """Add the table of plain words that begins here; answer where it ends."""
        table = self.parser.tables.whole(position, end)
        if table is None:
            return None
        head, lines, stop = table
        self.rest(pending, position)
        add_table(self.builder, head, lines, self.line_at(position))
        return stop

    def plain_list(self, position: int, end: int) -> int | None:
        """Add the list of plain words that begins here, where nothing waits that it might go on."""
        if self.source[position : position + 1] not in _ITEM_FIRST:
            return None
        found = plain_list(self.source, position, end, self.plan.numbers)
        if found is None:
            return None
        add_list(self.builder, found, self.line_at(position))
        return min(found.end + 1, end)

    def next_line(self, position: int, end: int) -> tuple[int, bool]:
        """Skip to the next line that may be plain: at column 0 after a blank one, or a heading."""
        region = self.plan.found.region_at(position)
        if region is not None:
            return min(region + 1, end), True
        newline = self.source.find("\n", position, end)
        if newline < 0:
            return end, False
        after = newline + 1
        blank = _BLANK.match(self.source, position, end) is not None
        at_margin = after < end and self.source[after] not in " \t\n#"
        return after, blank and at_margin

    def line_at(self, offset: int) -> int:
        """The source line of an offset; offsets only grow."""
        self.line += self.source.count("\n", self.counted, offset)
        self.counted = offset
        return self.line

    def rest(self, start: int, end: int) -> None:
        """Give a stretch to the parser."""
        if start >= end or not self.source[start:end].strip(" \t\n"):
            return
        lines = self.plan.found.footnote_lines(self.source, start, end)
        self.parse(self.source[start:end], self.line_at(start), lines)

    def parse(self, source: str, line: int, footnote_lines: frozenset[int]) -> None:
        """Parse Markdown whose first line is ``line``."""
        from briefing.parsing._blocks import Walker  # noqa: PLC0415 - with the parser, 35 ms
        from briefing.parsing._markdown import parse, without_footnotes  # noqa: PLC0415

        tokens = parse(source, self.plan.references, self.plan.numbers, footnote_lines)
        kept = without_footnotes(tokens) if self.plan.footnotes else tokens
        Walker(self.builder).walk(kept, line)

    def footnote(self, offset: int, number: int) -> None:
        """Add one footnote: the part of the source that its definition takes."""
        end = self.definition_end(offset)
        match = FOOTNOTE.match(self.source, offset, end)
        words = None if match is None else plain_words(match[1], self.plan.numbers)
        if words is not None:
            container = self.builder.open_container(ContainerKind.FOOTNOTE, f"[{number}]")
            self.builder.add_words(words, self.plan.line_at(offset), (container,))
        else:
            self.long_footnote(offset, end, number)

    def long_footnote(self, offset: int, end: int, number: int) -> None:
        """Give a footnote to the parser."""
        from briefing.parsing._blocks import Walker  # noqa: PLC0415 - with the parser, 35 ms
        from briefing.parsing._markdown import parse  # noqa: PLC0415

        source = self.source[offset:end]
        tokens = parse(source, self.plan.references, self.plan.numbers, frozenset([0]))
        closing = next(
            i for i, t in enumerate(tokens) if t.type == "footnote_close" and not t.level
        )
        walker = Walker(self.builder)
        walker.enter(ContainerKind.FOOTNOTE, f"[{number}]")
        before = len(self.builder.blocks)
        line = self.plan.line_at(offset)
        walker.walk(tokens[1:closing], line)
        if len(self.builder.blocks) == before:
            walker.empty(line)

    def definition_end(self, offset: int) -> int:
        """A place below a definition where it has certainly ended."""
        found = self.plan.found
        ends = [len(self.source)]
        for places in (found.footnotes, found.headings):
            index = bisect_left(places, offset + 1)
            if index < len(places):
                ends.append(places[index])
        position = offset
        limit = min(ends)
        while (at := self.source.find("\n\n", position, limit)) >= 0:
            if at + 2 < limit and self.source[at + 2] not in " \t\n":
                return at + 2
            position = at + 1
        return limit
