"""Blocks of a PDF as Markdown, with a mark at the very character where each page begins."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from briefing.parsing.importers.pdf.counted_on import counts_inside
from briefing.parsing.importers.pdf.endnotes import Footnote
from briefing.parsing.importers.pdf.headings import Headings
from briefing.parsing.importers.pdf.hyphens import Hyphens
from briefing.parsing.importers.pdf.lines import HYPHEN, NOTE, PAGE, Row
from briefing.parsing.importers.pdf.looks import bare, is_all_alike, markdown, without_first
from briefing.parsing.importers.pdf.paragraphs import BULLET, NUMBER, Lines
from briefing.parsing.importers.pdf.table_heads import has_head
from briefing.parsing.importers.pdf.tables import Table
from briefing.parsing.markdown_escape import escape_heading, escape_words
from briefing.parsing.page_marks import page_mark

_SIGN = re.compile(rf"{PAGE}([^{PAGE}]*){PAGE}|{NOTE}([^{NOTE}]*){NOTE}")
_HAS_LETTER = re.compile(r"[^\W_]{2}")
"""What a rule that is made of signs has not, whatever ends it."""
_LEADER = re.compile(r"\s*(?:(?:\. ?){4,}|…{2,}|_{4,})\s*")


class Writer:
    """Writes the blocks of one document.

    Args:
        labels: The label of each page.
        hyphens: What joins its lines.
        addresses: Where its links lead.
    """

    def __init__(
        self, labels: Sequence[str], hyphens: Hyphens, addresses: Sequence[str] = ()
    ) -> None:
        self.labels = labels
        self.hyphens = hyphens
        self.addresses = addresses
        self.page = -1
        """The last page that is marked, 0-based."""
        self.number = 0
        """The last number of an item."""

    def write(
        self,
        blocks: Sequence[Lines | Table],
        headings: Headings,
        notes: Sequence[Footnote],
        left_out: Container[int] = (),
    ) -> str:
        """The whole document, without the blocks of some indices."""
        parts: list[str] = []
        was_item = False
        order = [*([] if headings.title is None else [headings.title]), *range(len(blocks))]
        for place, index in enumerate(order):
            if (place and index == headings.title) or index in left_out:
                continue
            level = 1 if index == headings.title else headings.levels.get(index)
            for text, is_item in self.block(blocks[index], level):
                parts.append("\n" if was_item and is_item else "\n\n")
                parts.append(text)
                was_item = is_item
        for note in notes:
            parts.append("\n\n")
            parts.append(self.note(note))
        return "".join(parts).strip("\n") + "\n"

    def block(self, block: Lines | Table, level: int | None) -> Iterator[tuple[str, bool]]:
        """A block with the marks above it, and whether it is an item."""
        for label in self.turned(block.rows[0].page):
            yield page_mark(label), False
        if isinstance(block, Table):
            yield self.table(block), False
        elif block.is_entry:
            yield "\\\n".join(self.entry(row) for row in block.rows), False
        elif level is not None:
            words = self.words(block.rows)
            yield f"{'#' * level} {_heading(bare(words))}", False
        else:
            yield self.paragraph(self.words(block.rows))

    def paragraph(self, words: str) -> tuple[str, bool]:
        """A paragraph, or an item of a list; a number in brackets, as of a law, stays as it is."""
        plain_words = bare(words)
        if not _HAS_LETTER.search(plain_words):
            return self.written(words), False
        bullet = BULLET.match(plain_words)
        if bullet is not None:
            return f"- {self.written(without_first(words, bullet.end()))}", True
        number = None if plain_words[0] == "(" else NUMBER.match(plain_words)
        is_next = number is not None and int(number[1]) in (1, self.number + 1)
        if number is not None and is_next and not counts_inside(plain_words):
            self.number = int(number[1])
            return f"{self.number}. {self.written(without_first(words, number.end()))}", True
        return self.written(words), False

    def table(self, table: Table) -> str:
        """A table; where none of its rows is a head, it has an empty one, as Markdown asks for."""
        rows = []
        for page, cells in zip(table.pages, table.cells, strict=True):
            marks = "".join(page_mark(label) for label in self.turned(page))
            first, *others = (self.cell(self.hyphens.joined(words)) for words in cells)
            rows.append([marks + first, *others])
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        empty = "|" + "  |" * len(rows[0])
        rule = "|" + " --- |" * len(rows[0])
        lines[:1] = (
            [lines[0], rule] if has_head(table.rows, table.cells) else [empty, rule, lines[0]]
        )
        return "\n".join(lines)

    def note(self, note: Footnote) -> str:
        """The definition of a footnote."""
        self.page = note.page
        words = self.words(note.rows)
        return f"[^{note.label}]: {page_mark(self.labels[note.page])}\n    {self.written(words)}"

    def entry(self, row: Row) -> str:
        """A line of a table of contents."""
        return self.written(_LEADER.sub(" … ", row.text.replace(HYPHEN, "-")))

    def words(self, rows: Sequence[Row]) -> str:
        """The words of lines in a row, with a sign where a page begins."""
        parts: list[str] = []
        line = begun = ""
        for row in rows:
            below = row.marked
            parts.append(self.hyphens.join(line, below, begun))
            begun = (begun + parts[-1]).rpartition(" ")[2]
            parts += (f"{PAGE}{label}{PAGE}" for label in self.turned(row.page))
            line = below
        return "".join([*parts, line]).replace(HYPHEN, "-")

    def turned(self, page: int) -> list[str]:
        """The labels of the pages that begin up to one, which has the next line."""
        labels = list(self.labels[self.page + 1 : page + 1])
        self.page = max(self.page, page)
        return labels

    def written(self, words: str) -> str:
        """Words as Markdown, with their signs."""
        parts: list[str] = []
        is_plain = is_all_alike(_SIGN.sub("", words))
        for text, mark in _with_marks(words):
            is_first = not parts
            parts.append(markdown(text, self.addresses, is_plain=is_plain, is_first=is_first))
            parts.append(mark)
        return "".join(parts)

    def cell(self, words: str) -> str:
        """Words of a table as Markdown."""
        is_plain = is_all_alike(_SIGN.sub("", words))
        return "".join(
            f"{markdown(text, self.addresses, is_plain=is_plain, is_first=False)}{mark}"
            for text, mark in _with_marks(words)
        )


def _heading(words: str) -> str:
    """The words of a heading as Markdown, with their signs."""
    *parts, (last, _none) = _with_marks(words)
    before = "".join(f"{escape_words(text)}{mark}" for text, mark in parts)
    return f"{before}{escape_heading(last)}"


def _with_marks(words: str) -> Iterator[tuple[str, str]]:
    """Words up to each sign, and what is written for the sign; nothing behind the last words."""
    end = 0
    for match in _SIGN.finditer(words):
        yield (
            words[end : match.start()],
            page_mark(match[1]) if match[2] is None else f"[^{match[2]}]",
        )
        end = match.end()
    yield words[end:], ""
