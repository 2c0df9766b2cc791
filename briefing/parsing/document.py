"""A Markdown file as a document: parsed chunk by chunk, when somebody looks or has time."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.model.article import Article, BlockKind, Chunk, Heading, Section
from briefing.model.errors import Fault
from briefing.model.span import Place, Span
from briefing.parsing._builder import Builder, Parsed, with_title
from briefing.parsing._chunks import ChunkParser
from briefing.parsing._outline import Outline
from briefing.parsing._plan import FOOTNOTES_A_CHUNK, plan

if TYPE_CHECKING:  # a plain text needs none, and the first frame is waiting
    from briefing.model.front_matter import FrontMatter

_TITLE_KEY = re.compile(r"^[\"']?title[\"']?\s*:", re.MULTILINE)

KEPT_CHARACTERS = 100_000
"""Text whose blocks are kept, some thirty pages; those not looked at lately are made again."""

_MARKUP = re.compile(r"[`*_\[<&\\~]|#[ \t]*$")


class MarkdownDocument:
    """An article of any length; see `briefing.model.article.Document`.

    Args:
        source: The whole file, without carriage returns.
        name: The file name without its ending.
        front_matter: What stands above the article.
        faults: What is wrong with that.
        body: The first character of the source after the front matter.
    """

    def __init__(
        self,
        source: str,
        *,
        name: str,
        front_matter: FrontMatter | None = None,
        faults: tuple[Fault, ...] = (),
        body: int = 0,
    ) -> None:
        self.source = source
        self.name = name
        self._front_matter = front_matter
        self.faults = faults
        self._body = body
        self.body_line = source.count("\n", 0, body) + 1
        self.plan = plan(source, body)
        self._parser = ChunkParser(source, self.plan)
        self._beginning: Parsed | None = None
        self._join_empty_beginning()
        footnote_chunks = -(-len(self.plan.footnotes) // FOOTNOTES_A_CHUNK)
        self._count = self.plan.body_chunks + footnote_chunks
        self._texts: list[str | None] = [None] * self._count
        self._recent: OrderedDict[int, Parsed] = OrderedDict()
        self._recent_characters = 0
        self._starts = array("Q", [0])
        self._next = 0
        self._parsed_count = 0
        self._article: Article | None = None
        self._outline = Outline(self._count, self._is_headed, self._only_heading)
        self.title = self._read_title()

    # What is known at once

    @property
    def language(self) -> str | None:
        """BCP 47, where the front matter gives it."""
        return None if self._front_matter is None else self._front_matter.language

    @property
    def front_matter(self) -> FrontMatter:
        """What stands above the article; empty where nothing does."""
        if self._front_matter is None:
            from briefing.model.front_matter import FrontMatter  # noqa: PLC0415 - 5 ms

            self._front_matter = FrontMatter()
        return self._front_matter

    @property
    def _editors_title(self) -> str | None:
        return None if self._front_matter is None else self._front_matter.title

    @property
    def body(self) -> str:
        """The source after the front matter."""
        return self.source[self._body :]

    @property
    def chunk_count(self) -> int:
        """How many chunks there are."""
        return self._count

    @property
    def headings(self) -> Sequence[Heading]:
        """The outline known so far; exact once `is_complete`."""
        return self._outline

    @property
    def is_complete(self) -> bool:
        """Whether every chunk has been parsed once."""
        return self._parsed_count == self._count

    def weight(self, index: int) -> int:
        """How long a chunk is: characters of its text, or of its source while it is not parsed."""
        text = self._texts[index]
        if text is not None:
            return len(text)
        if index < self.plan.body_chunks:
            return self.plan.starts[index + 1] - self.plan.starts[index]
        return 100 * FOOTNOTES_A_CHUNK

    # Parsing

    def chunk(self, index: int) -> Chunk:
        """Parse one chunk, or give it from memory."""
        return self._parsed(index).chunk

    def chunk_in_passing(self, index: int) -> Chunk:
        """The same for work that goes through all chunks: what is looked at stays in memory."""
        parsed = self._recent.get(index) or self._parse_first(index)
        if index not in self._recent and self._has_room_for(parsed):
            self._keep(index, parsed)
            self._recent.move_to_end(index, last=False)
        return parsed.chunk

    def text_of(self, index: int) -> str:
        """The text of one chunk; its blocks are not made again for it."""
        text = self._texts[index]
        return self.chunk_in_passing(index).text if text is None else text

    def parse_next(self) -> bool:
        """Parse one more chunk from the front; False when there is none left."""
        while self._next < self._count and self._texts[self._next] is not None:
            self._next += 1
        if self._next == self._count:
            return False
        self.chunk_in_passing(self._next)
        return True

    def start(self, index: int) -> int | None:
        """The chunk's first character in the reading text; None while earlier ones are unparsed."""
        while len(self._starts) <= index:
            text = self._texts[len(self._starts) - 1]
            if text is None:
                return None
            self._starts.append(self._starts[-1] + (len(text) + 1 if text else 0))
        return self._starts[index]

    def article(self) -> Article:
        """The whole. Parses all that is left: slow for a long document that is not complete."""
        if self._article is None:
            while self.parse_next():
                pass
            text = "\n".join(text for text in self._texts if text)
            self._article = Article(
                self.name, self.title, self.language, text, self._sections(len(text))
            )
        return self._article

    # Places

    def chunk_at(self, start: int) -> Place:
        """The place of a character of the reading text; parses as far as needed."""
        while self._starts[-1] <= start and len(self._starts) < self._count:
            if self._texts[len(self._starts) - 1] is None:
                self.chunk_in_passing(len(self._starts) - 1)
            self.start(len(self._starts))
        index = bisect_right(self._starts, start, 0, min(len(self._starts), self._count)) - 1
        return Place(index, min(start - self._starts[index], len(self.text_of(index))))

    def line_number_of(self, place: Place) -> int:
        """The 1-based source line of a character."""
        parsed = self._parsed(place.chunk)
        index = bisect_right(parsed.marks, (place.offset, 1 << 60)) - 1
        if index < 0:
            return parsed.chunk.line_number
        offset, line_number = parsed.marks[index]
        return line_number + parsed.chunk.text.count("\n", offset, place.offset)

    def place_of_line(self, line_number: int) -> Place:
        """The first character whose source is that line, or else the next one below it."""
        lines = self.plan.lines
        index = max(bisect_right(lines, line_number, 0, self.plan.body_chunks) - 1, 0)
        parsed = self._parsed(index)
        offset = 0
        for at, line in parsed.marks:
            if line > line_number:
                break
            offset = _down(parsed.chunk.text, at, line_number - line)
        return Place(index, offset)

    def length_between(self, first: Place, last: Place) -> int:
        """Characters from one place to another: of the text, or of the source while unparsed."""
        start, end = self.start(first.chunk), self.start(last.chunk)
        if start is None or end is None:
            starts, most = self.plan.starts, self.plan.body_chunks
            start, end = starts[min(first.chunk, most)], starts[min(last.chunk, most)]
        return max(0, end + last.offset - start - first.offset)

    def footnote_place(self, number: int) -> Place | None:
        """Where the footnote that is shown as ``[number]`` begins; None if there is none."""
        index = self.plan.body_chunks + (number - 1) // FOOTNOTES_A_CHUNK
        if number < 1 or index >= self._count:
            return None
        for block in self.chunk(index).blocks:
            if any(around.marker == f"[{number}]" for around in block.containers):
                return Place(index, block.span.start)
        return None

    def known_text(self, index: int) -> str | None:
        """The text of one chunk, if it has been parsed."""
        return self._texts[index]

    def source_of(self, index: int) -> str:
        """The source of one chunk; empty for footnotes, which stand anywhere."""
        if index >= self.plan.body_chunks:
            return ""
        return self.source[self.plan.starts[index] : self.plan.starts[index + 1]]

    def chunks_with(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """The chunks whose source matches somewhere, parsed or not, each once."""
        last = -1
        for match in pattern.finditer(self.source, self._body):
            chunk = bisect_right(self.plan.starts, match.start(), 0, self.plan.body_chunks) - 1
            if chunk > last:
                yield chunk
                last = chunk

    # Inside

    def _parsed(self, index: int) -> Parsed:
        parsed = self._recent.get(index)
        if parsed is not None:
            self._recent.move_to_end(index)
            return parsed
        parsed = self._parse_first(index)
        self._keep(index, parsed)
        while self._recent_characters > KEPT_CHARACTERS and len(self._recent) > 3:
            _, old = self._recent.popitem(last=False)
            self._recent_characters -= len(old.chunk.text)
        return parsed

    def _keep(self, index: int, parsed: Parsed) -> None:
        self._recent[index] = parsed
        self._recent_characters += len(parsed.chunk.text)

    def _has_room_for(self, parsed: Parsed) -> bool:
        return self._recent_characters + len(parsed.chunk.text) <= KEPT_CHARACTERS

    def _parse_first(self, index: int) -> Parsed:
        """Parse a chunk and note what had to be known of it, if it is the first time."""
        parsed = self._parse(index)
        if self._texts[index] is None:
            self._texts[index] = parsed.chunk.text
            self._parsed_count += 1
            self._note_headings(parsed.chunk)
        return parsed

    def _parse(self, index: int) -> Parsed:
        if index:
            return self._parser.parse(index, Builder())
        if self._beginning is None:
            return self._titled(self._parser.parse(0, Builder()))
        parsed, self._beginning = self._beginning, None
        return self._titled(parsed)

    def _titled(self, parsed: Parsed) -> Parsed:
        """The first chunk with its title: an H1 that comes first, unless the editor has another."""
        title = self._editors_title
        heading = _first_h1(parsed.chunk)
        if heading and title in (None, heading):
            return with_title(parsed)
        if not title:
            return parsed
        builder = Builder()
        builder.add_plain(BlockKind.TITLE, title, self._title_line())
        return self._parser.parse(0, builder)

    def _title_line(self) -> int:
        """The line of the front matter that gives the title."""
        key = _TITLE_KEY.search(self.source, 0, self._body)
        return 1 if key is None else self.source.count("\n", 0, key.start()) + 1

    def _join_empty_beginning(self) -> None:
        """Let the first chunk reach the first block, which may be the title."""
        self._beginning = self._parser.parse(0, Builder())
        while self.plan.body_chunks > 1 and not self._beginning.chunk.blocks:
            self.plan.join_first()
            self._beginning = self._parser.parse(0, Builder())

    def _read_title(self) -> str | None:
        first = next(iter(self.chunk(0).blocks), None)
        if first is None or first.kind is not BlockKind.TITLE:
            return self._editors_title
        return first.span.of(self.chunk(0).text)

    def _note_headings(self, chunk: Chunk) -> None:
        found = tuple(
            Heading(
                block.span.of(chunk.text),
                block.level,
                chunk.index,
                block.span.start,
                block.line_number,
            )
            for block in chunk.blocks
            if block.kind is BlockKind.HEADING
        )
        expected = (self._only_heading(chunk.index),) if self._is_headed(chunk.index) else ()
        if found != expected:
            self._outline.replace(chunk.index, found)

    def _is_headed(self, index: int) -> bool:
        """Whether the scan cut here because of a heading."""
        plan = self.plan
        if not 0 < index < plan.body_chunks or index in plan.cuts:
            return False
        return self.source[plan.starts[index]] == "#"

    def _only_heading(self, index: int) -> Heading:
        """The heading that a chunk begins with, from its text or else its source line."""
        start = self.plan.starts[index]
        end = self.source.find("\n", start)
        line = self.source[start : end if end >= 0 else len(self.source)]
        words = line.lstrip("#")
        level = len(line) - len(words)
        text = self._texts[index]
        if text is not None:
            title = text[: text.find("\n")] if "\n" in text else text
        else:
            title = self._heading_words(words.strip())
        return Heading(title, level, index, 0, self.plan.lines[index])

    def _heading_words(self, source: str) -> str:
        return source if _MARKUP.search(source) is None else self._parser.heading_words(source)

    def _sections(self, length: int) -> tuple[Section, ...]:
        """The partition of the text after the title."""
        begin = 0 if self.title is None else min(len(self.title) + 1, length)
        edges: list[tuple[str | None, int, int]] = [(None, 0, begin)]
        for heading in self._outline:
            start = (self.start(heading.chunk) or 0) + heading.offset
            edges.append((heading.text, heading.level, min(max(start, begin), length)))
        ends = [edge[2] for edge in edges[1:]] + [length]
        return tuple(
            Section(text, level, Span(start, end))
            for (text, level, start), end in zip(edges, ends, strict=True)
        )


def _first_h1(chunk: Chunk) -> str | None:
    """The words of the H1 that is the first block, if it is one and has words."""
    first = next(iter(chunk.blocks), None)
    if first is None or first.level != 1 or first.containers:
        return None
    return " ".join(first.span.of(chunk.text).split()) or None


def _down(text: str, offset: int, lines: int) -> int:
    """The beginning of the line ``lines`` newlines below ``offset``, or of the last one."""
    for _ in range(lines):
        below = text.find("\n", offset)
        if below < 0:
            break
        offset = below + 1
    return offset
