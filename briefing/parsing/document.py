"""A Markdown file as a document: parsed chunk by chunk, when somebody looks or has time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from threading import RLock
from typing import TYPE_CHECKING

from briefing.model.article import Article, BlockKind, Chunk, Heading, PageStart
from briefing.model.errors import Fault
from briefing.model.span import Place
from briefing.parsing._beginning import LONGEST_TITLE, parse_beginning
from briefing.parsing._builder import Builder, Parsed
from briefing.parsing._chunks import ChunkParser
from briefing.parsing._outline import Outline
from briefing.parsing._plan import FOOTNOTES_A_CHUNK, plan
from briefing.parsing._recent import Recent
from briefing.parsing._sections import Sections, pages_of_whole
from briefing.parsing._texts import Texts

if TYPE_CHECKING:  # a plain text needs none, and the first frame is waiting
    from briefing.model.front_matter import FrontMatter

KEPT_CHARACTERS = 100_000
"""Text whose blocks are kept, some thirty pages; those not looked at lately are made again."""

_FOOTNOTE_CHARACTERS = 100 * FOOTNOTES_A_CHUNK
"""About how long a chunk of footnotes is, which lie anywhere in the source."""


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
        self._beginning: Parsed | None = self._parse_beginning()
        self._count = self.plan.body_chunks + self.plan.footnote_chunks
        self._texts = Texts(self._count)
        self._pages: dict[int, tuple[PageStart, ...]] = {}
        self._recent = Recent(KEPT_CHARACTERS)
        self._article: Article | None = None
        self._turn = RLock()
        self._outline = Outline(self.plan, self._texts, self._parser.heading_words)
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
        title = None if self._front_matter is None else self._front_matter.title
        return title and title[:LONGEST_TITLE]

    @property
    def body(self) -> str:
        """The source after the front matter."""
        return self.source[self._body :]

    @property
    def body_length(self) -> int:
        """Characters of the source after the front matter."""
        return len(self.source) - self._body

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
        return self._texts.is_complete

    def headings_until(self, place: Place) -> int:
        """How many headings of the outline begin at a place or before it."""
        return self._outline.until(place)

    def weight(self, index: int) -> int:
        """How long a chunk is: characters of its text, or of its source while it is not parsed."""
        text = self._texts[index]
        if text is not None:
            return len(text)
        if index < self.plan.body_chunks:
            return self.plan.starts[index + 1] - self.plan.starts[index]
        return _FOOTNOTE_CHARACTERS

    def weights(self) -> Sequence[int]:
        """The same of all chunks."""
        body = [end - start for start, end in pairwise(self.plan.starts)]
        footnotes = [_FOOTNOTE_CHARACTERS] * (self._count - len(body))
        return self._texts.lengths(body + footnotes)

    # Parsing

    def chunk(self, index: int) -> Chunk:
        """Parse one chunk, or give it from memory."""
        return self._parsed(index).chunk

    def chunk_in_passing(self, index: int) -> Chunk:
        """The same for work that goes through all chunks: what is looked at stays in memory."""
        with self._turn:
            parsed = self._recent.get(index)
            if parsed is None:
                parsed = self._parse_first(index)
                self._recent.keep_if_room(index, parsed)
            return parsed.chunk

    def text_of(self, index: int) -> str:
        """The text of one chunk; its blocks are not made again for it."""
        text = self._texts[index]
        return self.chunk_in_passing(index).text if text is None else text

    def parse_next(self) -> bool:
        """Parse one more chunk from the front; False when there is none left."""
        index = self._texts.next_unknown()
        if index is None:
            return False
        self.chunk_in_passing(index)
        return True

    def start(self, index: int) -> int | None:
        """The chunk's first character in the reading text; None while earlier ones are unparsed."""
        return self._texts.start(index)

    def article(self) -> Article:
        """The whole. Parses all that is left: slow for a long document that is not complete."""
        while self._article is None and self.parse_next():
            pass
        with self._turn:  # another thread may have made it meanwhile: there is but one
            if self._article is None:
                self._article = self._whole()
            return self._article

    # Places

    def chunk_at(self, start: int) -> Place:
        """The place of a character of the reading text; parses as far as needed."""
        count, last = self._texts.counted()
        while last <= start and count < self._count:
            self.text_of(count - 1)
            self._texts.start(count)
            count, last = self._texts.counted()
        index = self._texts.chunk_at(start)
        begin = self._texts.start(index) or 0
        return Place(index, min(start - begin, len(self.text_of(index))))

    def line_number_of(self, place: Place) -> int:
        """The 1-based source line of a character."""
        return self._parsed(place.chunk).line_number_at(place.offset)

    def place_of_line(self, line_number: int) -> Place:
        """The first character whose source is that line, or else the next one below it."""
        index = self.plan.chunk_of_line(line_number)
        return Place(index, self._parsed(index).offset_of_line(line_number))

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
        with self._turn:
            parsed = self._recent.look_at(index)
            if parsed is None:
                parsed = self._parse_first(index)
                self._recent.keep(index, parsed)
            return parsed

    def _parse_first(self, index: int) -> Parsed:
        """Parse a chunk and note what had to be known of it, if it is the first time."""
        parsed = self._parse(index)
        if self._texts[index] is None:
            self._texts.put(index, parsed.chunk.text)
            self._outline.note(parsed.chunk)
            if parsed.chunk.pages:
                self._pages[index] = parsed.chunk.pages
        return parsed

    def _parse(self, index: int) -> Parsed:
        if index:
            return self._parser.parse(index, Builder())
        parsed, self._beginning = self._beginning, None
        return parsed or self._parse_beginning()

    def _parse_beginning(self) -> Parsed:
        return parse_beginning(self.plan, self._parser, self._editors_title, self._body)

    def _read_title(self) -> str | None:
        first = next(iter(self.chunk(0).blocks), None)
        if first is None or first.kind is not BlockKind.TITLE:
            return self._editors_title
        return first.span.of(self.chunk(0).text)

    def _whole(self) -> Article:
        text = self._texts.join()
        pages = pages_of_whole(self._pages, self.start, len(text))
        sections = self._sections(len(text))
        return Article(self.name, self.title, self.language, text, sections, pages)

    def _sections(self, length: int) -> Sections:
        """The partition of the text after the title."""
        begin = 0 if self.title is None else min(len(self.title) + 1, length)
        starts = ((self.start(each.chunk) or 0) + each.offset for each in self._outline.starts())
        return Sections(self._outline, starts, begin, length)
