"""What an article is made of, from the drawn run of characters up to the whole.

An article is read as a row of *chunks*: stretches of the source that parse on their own, so that a
report of any length opens by parsing only what is in view. A chunk holds *blocks* (the leaves of
the document: a paragraph, a heading, a table), each with the *containers* around it (quotes, list
items) and the styled *runs* inside it. All spans in a chunk count in the chunk's own text; the
article's reading text is the texts of all chunks that have any, joined by one newline each.

An `Article` is the whole in the form that needs no drawing: its text and its sections.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from enum import Flag, StrEnum, auto
from typing import Protocol

from briefing.model.records import dataclass
from briefing.model.span import Place, Span


class Style(Flag):
    """How a run of characters is set; several may hold at once."""

    PLAIN = 0
    EMPHASIS = auto()
    STRONG = auto()
    CODE = auto()
    STRUCK = auto()
    LINK = auto()
    IMAGE = auto()
    FOOTNOTE_MARK = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a block that are set alike. Runs are in order; unstyled text has none."""

    span: Span
    """Characters of the chunk's text."""
    style: Style
    """How they are set."""
    address: str | None = None
    """Where a link leads, or where an image lies."""


class ContainerKind(StrEnum):
    """What may enclose a block."""

    QUOTE = "quote"
    ITEM = "item"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Container:
    """A quote, a list item or a footnote around a block. Equal ``id`` means the same one."""

    id: int
    """Tells this container from its neighbours within the chunk."""
    kind: ContainerKind
    """What it is."""
    marker: str = ""
    """What stands before an item or a footnote: ``•``, ``3.``, ``☐``, ``[1]``. Not in the text."""


class BlockKind(StrEnum):
    """The leaves of a document."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CODE = "code"
    TABLE = "table"
    RULE = "rule"


class Align(StrEnum):
    """How a table column is set."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Block:
    """A leaf of the document."""

    kind: BlockKind
    """What it is."""
    span: Span
    """Characters of the chunk's text; empty for a rule or an empty item."""
    line_number: int
    """The source line where it begins, 1-based, front matter included."""
    level: int = 0
    """1 to 6 for a heading, else 0."""
    containers: tuple[Container, ...] = ()
    """What encloses it, outermost first."""
    runs: tuple[Run, ...] = ()
    """The styled stretches of its text."""
    rows: Sequence[tuple[Span, ...]] = ()
    """The cells of a table, row by row, the head first; in the text a tab lies between cells."""
    aligns: tuple[Align, ...] = ()
    """One for each column of a table."""
    language: str | None = None
    """The info string of a code block."""
    tight: bool = False
    """Whether it follows the block before it without a blank line (tight lists)."""


@dataclass(frozen=True, slots=True)
class PageStart:
    """Where a page of a paged document begins."""

    label: str
    """What is printed on it or stands in its outline: ``12``, ``iv``, ``A-3``. Not a number."""
    start: int
    """Its first character, 0-based; of a page without any, that of the next."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of the source, parsed."""

    index: int
    """0-based place among the article's chunks."""
    text: str
    """Its part of the reading text."""
    blocks: tuple[Block, ...]
    """The leaves, in the order of the text."""
    line_number: int
    """The source line where it begins, 1-based."""
    pages: tuple[PageStart, ...] = ()
    """The pages that begin in it, in order, in characters of its text."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the outline."""

    text: str
    """The heading without its markup."""
    level: int
    """1 to 6."""
    chunk: int
    """0-based index of the chunk it stands in."""
    offset: int
    """0-based character into that chunk's text (0 where the chunk is not parsed yet)."""
    line_number: int
    """The source line, 1-based."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the article, from one heading to the next. The first, the lead, has none."""

    heading: str | None
    """The heading without markup; None for the lead."""
    level: int
    """1 to 6; 0 for the lead."""
    span: Span
    """Characters of the reading text, the heading's own included."""


@dataclass(frozen=True, slots=True)
class Article:
    """A whole article in the form that analysis, anchors and exports need."""

    name: str
    """The file name without its ending; ``-`` for standard input."""
    title: str | None
    """From the front matter, else from an H1 that is the first block."""
    language: str | None
    """BCP 47, for example ``it``."""
    text: str
    """The reading text."""
    sections: Sequence[Section]
    """They partition the text after the title."""
    pages: Sequence[PageStart] = ()
    """The pages that the text has in print, in order; none for a text without any."""

    def pages_of(self, span: Span) -> tuple[str, ...]:
        """The label of the page that a passage stands on, or of its first and last page."""
        if not self.pages:
            return ()
        last = max(span.end - 1, span.start)
        on = [bisect_right(self.pages, at, key=_start) - 1 for at in (span.start, last)]
        return tuple(dict.fromkeys(self.pages[index].label for index in on if index >= 0))

    @property
    def body_start(self) -> int:
        """The first character after the title and its newline."""
        if self.title is None:
            return 0
        return min(len(self.title) + 1, len(self.text))


def _start(page: PageStart) -> int:
    return page.start


class Document(Protocol):
    """An article that is parsed while it is read. Only `article` may take long."""

    @property
    def name(self) -> str:
        """The file name without its ending."""

    @property
    def title(self) -> str | None:
        """The article's title."""

    @property
    def language(self) -> str | None:
        """BCP 47, where the front matter gives it."""

    @property
    def chunk_count(self) -> int:
        """How many chunks there are. Fixed when the document is opened."""

    @property
    def headings(self) -> Sequence[Heading]:
        """The outline known so far; exact once `is_complete`."""

    @property
    def is_complete(self) -> bool:
        """Whether every chunk has been parsed once."""

    def chunk(self, index: int) -> Chunk:
        """Parse one chunk, or give it from memory."""

    def chunk_in_passing(self, index: int) -> Chunk:
        """The same for work that goes through all chunks: what is looked at stays in memory."""

    def headings_until(self, place: Place) -> int:
        """How many headings of the outline begin at a place or before it."""

    def weights(self) -> Sequence[int]:
        """How long each chunk is: characters of its text, or of its source until it is parsed."""

    def start(self, index: int) -> int | None:
        """The chunk's first character in the reading text; None while earlier ones are unparsed."""

    def parse_next(self) -> bool:
        """Parse one more chunk from the front; False when there is none left."""

    def article(self) -> Article:
        """The whole. Parses all that is left: slow for a long document that is not complete."""
