"""The growing text of a chunk, and the blocks that lie in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from briefing.model.article import (
    Block,
    BlockKind,
    Chunk,
    Container,
    ContainerKind,
    PageStart,
    Run,
)
from briefing.model.records import dataclass, replace
from briefing.model.span import Span
from briefing.parsing._plain import PlainWords


@dataclass(frozen=True, slots=True)
class Parsed:
    """A chunk with what is known of its source lines."""

    chunk: Chunk
    """The chunk."""
    marks: tuple[tuple[int, int], ...]
    """Pairs of a character of the chunk's text and the 1-based source line that begins there.

    Between two pairs, each newline of the text is a further line.
    """

    def line_number_at(self, offset: int) -> int:
        """The 1-based source line of a character of the chunk's text."""
        index = bisect_right(self.marks, (offset, 1 << 60)) - 1
        if index < 0:
            return self.chunk.line_number
        start, line_number = self.marks[index]
        return line_number + self.chunk.text.count("\n", start, offset)

    def offset_of_line(self, line_number: int) -> int:
        """The first character whose source is that line, or else the next one below it."""
        offset = 0
        for at, line in self.marks:
            if line > line_number:
                break
            offset = _down(self.chunk.text, at, line_number - line)
        return offset


class Builder:
    """Joins blocks by one newline each; blocks without characters take none."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.marks: list[tuple[int, int]] = []
        self.pages: list[PageStart] = []
        self.containers = 0
        """How many quotes, items and footnotes there were: their ids."""

    def start_of_next(self, text: str) -> int:
        """Where a block with that text would begin."""
        return self.length + 1 if text and self.length else self.length

    def add(self, block: Block, text: str) -> None:
        """Append a block whose span begins at `start_of_next`."""
        self.blocks.append(block)
        self.marks.append((block.span.start, block.line_number))
        if text:
            if self.length:
                self.parts.append("\n")
            self.parts.append(text)
            self.length = block.span.end

    def open_container(self, kind: ContainerKind, marker: str = "") -> Container:
        """A further container, with an id of its own."""
        self.containers += 1
        return Container(self.containers, kind, marker)

    def turn_pages(self, pages: Iterable[tuple[int, str]], start: int | None = None) -> None:
        """Let pages begin, by their labels, so many characters behind ``start`` or the next one."""
        begin = self.start_of_next("next") if start is None else start
        self.pages += [PageStart(label, begin + at) for at, label in pages]

    def add_plain(self, kind: BlockKind, text: str, line_number: int, level: int = 0) -> None:
        """Append a block without any styled run."""
        start = self.start_of_next(text)
        self.add(Block(kind, Span(start, start + len(text)), line_number, level), text)

    def add_words(
        self,
        words: PlainWords,
        line_number: int,
        containers: tuple[Container, ...] = (),
        *,
        tight: bool = False,
    ) -> None:
        """Append a paragraph of the plainest form."""
        start = self.start_of_next(words.text)
        runs = tuple(
            Run(Span(start + a, start + b), style, address) for a, b, style, address in words.runs
        )
        span = Span(start, start + len(words.text))
        kind = BlockKind.PARAGRAPH
        block = Block(kind, span, line_number, 0, containers, runs, tight=tight)
        self.add(block, words.text)
        for count, at in enumerate(words.breaks, 1):
            self.marks.append((start + at, line_number + count))

    def tighten(self) -> None:
        """Let the first block follow closely what stands above the chunk."""
        if self.blocks:
            self.blocks[0] = replace(self.blocks[0], tight=True)

    def drop_head(self) -> None:
        """Take the head's words out of the table that comes first: its cells become empty."""
        if not self.blocks or self.blocks[0].kind is not BlockKind.TABLE:
            return
        first = self.blocks[0]
        if len(first.rows) < 2:
            return
        cut = first.rows[1][0].start
        head = tuple(Span(cut, cut) for _ in first.rows[0])
        runs = tuple(run for run in first.runs if run.span.start >= cut)
        span = Span(cut, first.span.end)
        self.blocks[0] = replace(first, span=span, rows=(head, *first.rows[1:]), runs=runs)
        self.blocks = [_moved(block, -cut) for block in self.blocks]
        self.parts = ["".join(self.parts)[cut:]]
        self.length -= cut
        self.marks = [(max(at - cut, 0), line) for at, line in self.marks[1:]]
        self.pages = [PageStart(p.label, p.start - cut) for p in self.pages if p.start >= cut]

    def build(self, index: int, line_number: int) -> Parsed:
        """The chunk as it is now."""
        chunk = Chunk(
            index, "".join(self.parts), tuple(self.blocks), line_number, tuple(self.pages)
        )
        return Parsed(chunk, tuple(self.marks))


def _moved(block: Block, by: int) -> Block:
    """The same block elsewhere in the text."""
    return replace(
        block,
        span=block.span.moved(by),
        runs=tuple(replace(run, span=run.span.moved(by)) for run in block.runs),
        rows=tuple(tuple(cell.moved(by) for cell in row) for row in block.rows),
    )


def with_title(parsed: Parsed) -> Parsed:
    """The same chunk with its first block as the article's title, on one line."""
    chunk = parsed.chunk
    first, *rest = chunk.blocks
    title = replace(first, kind=BlockKind.TITLE, level=0)
    end = first.span.end
    text = chunk.text[:end].replace("\n", " ") + chunk.text[end:]
    return replace(parsed, chunk=replace(chunk, text=text, blocks=(title, *rest)))


def _down(text: str, offset: int, lines: int) -> int:
    """The beginning of the line ``lines`` newlines below ``offset``, or of the last one."""
    for _ in range(lines):
        below = text.find("\n", offset)
        if below < 0:
            break
        offset = below + 1
    return offset
