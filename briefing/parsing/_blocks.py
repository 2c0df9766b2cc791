"""Block tokens to blocks: a walk over the parser's flat list with the open containers in hand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from briefing.model.article import Align, Block, BlockKind, Container, ContainerKind, Run
from briefing.model.records import dataclass, field
from briefing.model.span import Span
from briefing.parsing._builder import Builder
from briefing.parsing._inline import Words, words_of
from briefing.parsing._plain_lists import BULLETS
from briefing.parsing.page_marks import is_mark, labels_in

_TASK = re.compile(r"\[([ xX])\][ \t]+(?=\S)")
_BOXES = {" ": "☐", "x": "☑", "X": "☑"}


@dataclass(slots=True)
class _List:
    """A list that is open."""

    number: int | None
    """What the next item of an ordered list shows; None for a bulleted one."""
    delimiter: str
    """What follows a number."""
    tight: bool
    """Whether its items follow each other without blank lines."""
    depth: int
    """How many lists enclose it."""
    items: int = 0
    """How many items have begun."""


@dataclass(slots=True)
class _Table:
    """A table that is open."""

    line_number: int
    aligns: list[Align] = field(default_factory=list)
    rows: list[list[Words]] = field(default_factory=list)


class Walker:
    """Turns tokens into the blocks of a builder.

    Args:
        builder: Where the blocks go.
    """

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.line = 1
        self.tokens: Sequence[Token] = ()
        self.index = 0
        self.containers: list[Container] = []
        self.lists: list[_List] = []
        self.tights: list[bool] = []
        self.table: _Table | None = None
        self.fresh_item = False
        self.item_line = 1
        self.tight = False

    def walk(self, tokens: Sequence[Token], line: int) -> None:
        """Add the blocks of ``tokens``, whose line 0 is the 1-based source line ``line``."""
        self.line = line
        self.tokens = tokens
        for index, token in enumerate(tokens):
            method = _METHODS.get(token.type)
            if method is not None:
                self.index = index
                method(self, token)

    def content(self) -> list[Token]:
        """The inline tokens of the leaf that opens at the current place."""
        inline = self.tokens[self.index + 1]
        return inline.children or _as_text(inline)

    def enter(self, kind: ContainerKind, marker: str = "") -> None:
        self.containers.append(self.builder.open_container(kind, marker))

    def leave(self) -> None:
        self.containers.pop()

    def line_of(self, token: Token) -> int:
        return self.line + (token.map[0] if token.map is not None else 0)

    def take_tight(self) -> bool:
        """Whether the next block follows closely; the one after it follows its own list's way."""
        tight = self.tight
        self.tight = bool(self.lists) and self.lists[-1].tight
        self.fresh_item = False
        return tight

    def add_words(self, kind: BlockKind, words: Words, line_number: int, level: int = 0) -> None:
        start = self.builder.start_of_next(words.text)
        block = Block(
            kind,
            Span(start, start + len(words.text)),
            line_number,
            level,
            tuple(self.containers),
            words.placed(start),
            tight=self.take_tight(),
        )
        self.builder.add(block, words.text)
        self.builder.marks += [
            (start + at, line_number + count) for count, at in enumerate(words.breaks, 1)
        ]
        self.builder.turn_pages(words.pages, start)

    def empty(self, line_number: int) -> None:
        """Keep the place of a container without any words."""
        self.add_words(BlockKind.PARAGRAPH, Words(), line_number)

    # Leaves

    def paragraph(self, token: Token) -> None:
        words = words_of(self.content())
        if self.fresh_item and words.text:
            words = self.as_task(words)
        if words.text.strip() or words.runs:
            self.add_words(BlockKind.PARAGRAPH, words, self.line_of(token))

    def heading(self, token: Token) -> None:
        words = words_of(self.content())
        level = int(token.tag[1:])
        self.add_words(BlockKind.HEADING, words, self.line_of(token), level)

    def code(self, token: Token) -> None:
        text = token.content.removesuffix("\n")
        start = self.builder.start_of_next(text)
        line = self.line_of(token)
        fenced = token.type == "fence"
        self.builder.add(
            Block(
                BlockKind.CODE,
                Span(start, start + len(text)),
                line,
                containers=tuple(self.containers),
                language=token.info.strip() if fenced else None,
                tight=self.take_tight(),
            ),
            text,
        )
        self.builder.marks[-1] = (start, line + fenced)

    def rule(self, token: Token) -> None:
        self.add_words(BlockKind.RULE, Words(), self.line_of(token))

    def raw(self, token: Token) -> None:
        self.builder.turn_pages((0, label) for label in labels_in(token.content))
        if is_mark(token.content):
            return
        from briefing.parsing._raw_html import words as html_words  # noqa: PLC0415 - seldom

        if text := html_words(token.content):
            self.add_words(BlockKind.PARAGRAPH, Words(text), self.line_of(token))

    # Containers

    def open_quote(self, _token: Token) -> None:
        self.enter(ContainerKind.QUOTE)

    def close_container(self, _token: Token) -> None:
        self.leave()

    def open_list(self, token: Token) -> None:
        ordered = token.type == "ordered_list_open"
        start = int(token.attrs.get("start", 1)) if ordered else None
        tight = _is_tight(self.tokens, self.index)
        self.tights.append(self.tight)
        self.lists.append(_List(start, token.markup, tight, len(self.lists)))

    def close_list(self, _token: Token) -> None:
        self.lists.pop()
        self.tights.pop()
        self.tight = bool(self.lists) and self.lists[-1].tight

    def open_item(self, token: Token) -> None:
        current = self.lists[-1]
        if current.number is None:
            marker = BULLETS[min(current.depth, len(BULLETS) - 1)]
        else:
            marker = f"{current.number}{current.delimiter}"
            current.number += 1
        self.tight = current.tight if current.items else self.tights[-1]
        current.items += 1
        self.enter(ContainerKind.ITEM, marker)
        self.fresh_item = True
        self.item_line = self.line_of(token)

    def close_item(self, _token: Token) -> None:
        if self.fresh_item:
            self.empty(self.item_line)
        self.leave()

    def as_task(self, words: Words) -> Words:
        """A box at the beginning of an item becomes its marker."""
        match = _TASK.match(words.text)
        if match is None or (words.runs and words.runs[0][0] < match.end()):
            return words
        item = self.containers[-1]
        box = _BOXES[match[1]]
        marker = f"{item.marker} {box}" if self.lists[-1].number is not None else box
        self.containers[-1] = Container(item.id, item.kind, marker)
        cut = match.end()
        runs = [(a - cut, b - cut, style, address) for a, b, style, address in words.runs]
        pages = [(max(at - cut, 0), label) for at, label in words.pages]
        return Words(words.text[cut:], runs, [at - cut for at in words.breaks], pages)

    # Tables

    def open_table(self, token: Token) -> None:
        self.table = _Table(self.line_of(token))

    def open_row(self, _token: Token) -> None:
        assert self.table is not None  # noqa: S101 - the parser opens rows in tables only
        self.table.rows.append([])

    def cell(self, token: Token) -> None:
        assert self.table is not None  # noqa: S101 - the parser opens cells in tables only
        words = words_of(self.content())
        words.text = words.text.replace("\n", " ").replace("\t", " ")
        self.table.rows[-1].append(words)
        if len(self.table.rows) == 1:
            style = str(token.attrs.get("style", ""))
            self.table.aligns.append(Align(style.rpartition(":")[2] or "left"))

    def close_table(self, _token: Token) -> None:
        table = self.table
        assert table is not None  # noqa: S101 - the parser closes what it opened
        self.table = None
        text = "\n".join("\t".join(cell.text for cell in row) for row in table.rows)
        start = at = self.builder.start_of_next(text)
        runs: list[Run] = []
        rows: list[tuple[Span, ...]] = []
        for row in table.rows:
            spans: list[Span] = []
            for words in row:
                spans.append(Span(at, at + len(words.text)))
                runs += words.placed(at)
                self.builder.turn_pages(words.pages, at)
                at += len(words.text) + 1
            rows.append(tuple(spans))
        block = Block(
            BlockKind.TABLE,
            Span(start, start + len(text)),
            table.line_number,
            containers=tuple(self.containers),
            runs=tuple(runs),
            rows=tuple(rows),
            aligns=tuple(table.aligns),
            tight=self.take_tight(),
        )
        self.builder.add(block, text)
        if len(rows) > 1 and rows[1]:
            self.builder.marks.append((rows[1][0].start, table.line_number + 2))


def _as_text(inline: Token) -> list[Token]:
    """What was nested too deep to be parsed, as it was typed."""
    return [Token("text", "", 0, content=inline.content.replace("\n", " "))]


def _is_tight(tokens: Sequence[Token], index: int) -> bool:
    """Whether the list that opens at ``index`` is tight: its direct paragraphs are hidden."""
    level = tokens[index].level
    for token in tokens[index + 1 :]:
        if token.level <= level:
            return True
        if token.type == "paragraph_open" and token.level == level + 2:
            return token.hidden
    return True


_METHODS = {
    "paragraph_open": Walker.paragraph,
    "heading_open": Walker.heading,
    "fence": Walker.code,
    "code_block": Walker.code,
    "html_block": Walker.raw,
    "hr": Walker.rule,
    "blockquote_open": Walker.open_quote,
    "blockquote_close": Walker.close_container,
    "bullet_list_open": Walker.open_list,
    "ordered_list_open": Walker.open_list,
    "bullet_list_close": Walker.close_list,
    "ordered_list_close": Walker.close_list,
    "list_item_open": Walker.open_item,
    "list_item_close": Walker.close_item,
    "table_open": Walker.open_table,
    "tr_open": Walker.open_row,
    "th_open": Walker.cell,
    "td_open": Walker.cell,
    "table_close": Walker.close_table,
}
