"""Elements of trafilatura's XML into blocks of Markdown, every character escaped.

The elements are those of its output (https://trafilatura.readthedocs.io/en/latest/): ``p``,
``head``, ``list``, ``quote``, ``table``, ``code``, with ``hi`` and ``lb`` inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.model.records import dataclass
from briefing.parsing.importers._page_inline import (
    Line,
    Stretch,
    lines_of,
    markdown_of,
    paragraphs_of,
    stretches,
    text_of,
)
from briefing.parsing.importers.spans import cell_of, spread
from briefing.parsing.markdown_escape import escape_heading

if TYPE_CHECKING:  # a PDF has no elements, and the first words of one would wait for them
    from xml.etree.ElementTree import Element

_MARK = re.compile(r"(?m)^(?:\d{1,9}(?=[.)]))?([-*.)]) ")
"""The mark of an item that is in no other, without its number."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of an article."""

    text: str
    """Its words, by lines."""
    markdown: str
    """The same as Markdown."""
    is_title: bool = False
    """Whether it is a heading of the first level."""
    is_bold: bool = False
    """Whether it is a paragraph all in bold: a heading, where its author knew no better."""


def pieces_of(parent: Element) -> Iterator[Piece]:
    """The blocks inside an element; words between them are paragraphs."""
    words: list[Stretch] = []
    above = ""
    for part in (parent.text, *(p for child in parent for p in (child, child.tail))):
        if part is not None and not isinstance(part, str) and part.tag in _BLOCKS:
            yield from _paragraph(words)
            words = []
            pieces = list(_block(part, above=above))
            yield from pieces
            above = (_last_mark(pieces) or above) if part.tag == "list" else ""
        else:
            found = list(stretches(part))
            words += found
            above = "" if any(stretch.text.strip() for stretch in found) else above
    yield from _paragraph(words)


def _paragraph(words: Sequence[Stretch]) -> Iterator[Piece]:
    for lines in paragraphs_of(words) if words else ():
        yield Piece("\n".join(map(text_of, lines)), "\\\n".join(map(markdown_of, lines)))


def _block(element: Element, *, above: str) -> Iterator[Piece]:
    """The blocks of one element.

    Args:
        element: What it is.
        above: What marks the last item of a list right above it, which would swallow one of the
            same mark; empty where there is none.
    """
    if element.tag == "head":
        yield from _heading(element)
    elif element.tag == "list":
        yield from _joined(_items(element, above))
    elif element.tag in ("quote", "blockquote"):
        pieces = list(pieces_of(element))
        inner = "\n\n".join(piece.markdown for piece in pieces)
        if pieces:
            yield Piece("\n".join(piece.text for piece in pieces), _prefixed(inner, "> ", "> "))
    elif element.tag == "table":
        yield from _table(element)
    elif element.tag == "code":
        yield from _code(element)
    elif element.tag == "p" and _is_bold(element):
        yield from (Piece(p.text, p.markdown, is_bold=True) for p in pieces_of(element))
    else:
        yield from pieces_of(element)


def _is_bold(element: Element) -> bool:
    """Whether all the words of a paragraph stand in one element that is set bold."""
    inner = list(element)
    if len(inner) != 1 or inner[0].tag != "hi" or inner[0].get("rend") != "#b":
        return False
    return not f"{element.text or ''}{inner[0].tail or ''}".strip()


def _heading(element: Element) -> Iterator[Piece]:
    words = " ".join(map(text_of, lines_of(stretches(element))))
    level = (element.get("rend") or "h2")[1:]
    depth = int(level) if level.isdecimal() else 2
    if words:
        marks = "#" * min(max(depth, 2), 6)
        yield Piece(words, f"{marks} {escape_heading(words)}", is_title=depth == 1)


def _last_mark(pieces: Sequence[Piece]) -> str:
    """What marks the last item of a list: a sign, or what stands behind its number."""
    found = _MARK.findall(pieces[-1].markdown) if pieces else []
    return found[-1] if found else ""


def _items(element: Element, above: str) -> Iterator[Piece]:
    """The entries of a list. The other mark begins a list of its own."""
    is_numbered = element.get("rend") == "ol"
    is_next = above == ("." if is_numbered else "-")
    number, is_first = _whole(element.get("start"), 1) - 1, True
    for child in element:
        pieces = list(pieces_of(child))
        if not pieces:
            continue
        stated = _whole(child.get("value"), number + 1)
        if stated != number + 1 and not is_first:
            is_next = not is_next  # Markdown would go on counting
        number, is_first = stated, False
        if is_numbered:
            mark = f"{number}) " if is_next else f"{number}. "
        else:
            mark = "* " if is_next else "- "
        inner = "\n\n".join(piece.markdown for piece in pieces)
        text = "\n".join(piece.text for piece in pieces)
        yield Piece(text, _prefixed(inner, mark, " " * len(mark)))


def _whole(stated: str | None, otherwise: int) -> int:
    """The number that an attribute states, where it is one that Markdown has."""
    return int(stated) if stated and re.fullmatch("[0-9]{1,9}", stated) else otherwise


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    parts = list(pieces)
    if parts:
        yield Piece("\n".join(p.text for p in parts), "\n".join(p.markdown for p in parts))


def _prefixed(markdown: str, first: str, others: str) -> str:
    """Markdown inside a container: each line gets a prefix."""
    head, *rest = markdown.split("\n")
    below = [f"{others}{line}".rstrip() if not line else f"{others}{line}" for line in rest]
    return "\n".join([f"{first}{head}", *below])


def _table(element: Element) -> Iterator[Piece]:
    """A table; its first row is its head, since Markdown knows no other."""
    for child in element:
        if child.tag == "div":  # its caption
            yield from pieces_of(child)
    given = [[cell_of(_cell(c), c.attrib, c.get("role")) for c in r] for r in element.iter("row")]
    rows = [row for row in spread(given, _cell_text) if any(row)]
    width = max(map(len, rows), default=0)
    if not width:
        return
    rows = [[*row, *([] for _missing in range(width - len(row)))] for row in rows]
    written = [" | ".join(map(_cell_markdown, row)) for row in rows]
    written.insert(1, " | ".join(["---"] * width))
    text = "\n".join("\t".join(map(_cell_text, row)) for row in rows)
    yield Piece(text, "\n".join(f"| {row} |" for row in written))


def _cell_text(lines: Iterable[Line]) -> str:
    return " ".join(map(text_of, lines))


def _cell(element: Element) -> list[Line]:
    """The words of a cell: a line for each of its paragraphs and entries, and for each line break.

    Columns of figures may stand in one row of cells, parted by line breaks alone.
    """
    found: list[Line] = []
    words: list[Stretch] = []
    for part in (element.text, *(p for child in element for p in (child, child.tail))):
        if part is not None and not isinstance(part, str) and part.tag in _BLOCKS:
            found += [*lines_of(words), *_cell(part)]
            words = []
        else:
            words += stretches(part)
    found += lines_of(words)
    lines = [line for line in found if line]
    if element.tag == "item" and lines:
        lines[0] = [Stretch("• "), *lines[0]]
    return lines


def _cell_markdown(lines: Iterable[Line]) -> str:
    return "<br>".join(markdown_of(line, is_cell=True) for line in lines)


def _code(element: Element) -> Iterator[Piece]:
    for line_break in element.iter("lb"):
        line_break.text = "\n"
    text = "".join(element.itertext()).strip("\n")
    if text.strip():
        longest = max(map(len, re.findall("`+", text)), default=0)
        fence = "`" * max(3, longest + 1)
        yield Piece(text, f"{fence}\n{text}\n{fence}")


_BLOCKS = frozenset(
    (
        "p",
        "head",
        "list",
        "quote",
        "blockquote",
        "table",
        "code",
        "div",
        "ab",
        "item",
        "row",
        "cell",
    )
)
