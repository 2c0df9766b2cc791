"""A web page into Markdown: its article, found by trafilatura, and what of the page was left out.

trafilatura (the extra `html`) answers which elements are the article; they become Markdown here, so
that every character of theirs is escaped by the same rules as those of plain text.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import XML, Element, ParseError

from briefing.model.errors import InputError, UsageError
from briefing.parsing._page_words import PageWords
from briefing.parsing.draft import Draft
from briefing.parsing.markdown_escape import escape_heading, escape_words, paragraph
from briefing.parsing.residue import find_residue
from briefing.text.i18n import _

MOST_DROPPED = 500
"""Lines of a page that are listed as left out; a portal has thousands of links."""
_DATE = {"extensive_search": False, "original_date": True}
"""For htmldate: a date that the page states, never one guessed from its words."""
_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext")
_SPACES = re.compile(r"[ \t\n\f\r]+")
_SENTENCE = re.compile(r"[.!?…。！？][\"'»”’)\]]*(?:\s|\Z)")
_LONG = 25
"""Characters, white space not counted, from which part of a line proves that it was taken."""
_HEAD = 3
"""How many of the first blocks may be the title."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block of the article."""

    text: str
    """Its words, by lines."""
    markdown: str
    """The same as Markdown."""
    is_title: bool = False
    """Whether it is a heading of the first level."""


def read_html(html: str, where: str) -> Draft:
    """Take the article out of a web page.

    Args:
        html: The whole page.
        where: How an error names it.

    Raises:
        UsageError: The extra that reads HTML is not installed.
        InputError: There is no article in the page.
    """
    root = _extracted(html, where)
    main = root.find("main")
    try:
        found = [] if main is None else list(_pieces(main))
    except RecursionError as error:
        raise _no_article(where) from error
    page = PageWords.of(html)
    title = _title(found, page.titles, root.get("title"))
    found = _without(found, title)
    residue = find_residue([title or "", *(piece.text for piece in found)])
    kept = [piece for index, piece in enumerate(found, 1) if index not in residue]
    if not any(_is_running_text(piece.text) for piece in kept):
        raise _no_article(where)
    taken = [title or "", *(piece.text for piece in kept)]
    return Draft(
        body="\n\n".join(piece.markdown for piece in kept) + "\n",
        title=title,
        dropped=_left_out(page.lines, taken),
        language=page.language,
        published=root.get("date"),
    )


def _extracted(html: str, where: str) -> Element:
    """What trafilatura takes for the article, in its own XML."""
    try:
        from trafilatura import extract  # noqa: PLC0415 - an extra, and 0.5 s to load
    except ImportError as error:
        raise UsageError(
            _("reading HTML needs the extra “html” ({reason})").format(reason=error),
            where=where,
            remedy=_("install it with: pip install 'briefing[html]'"),
        ) from error
    for name in _LOGGERS:
        logging.getLogger(name).addHandler(logging.NullHandler())
    found = extract(
        html,
        output_format="xml",
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        date_extraction_params=_DATE,
    )
    try:
        return XML(found or "")
    except ParseError as error:
        raise _no_article(where) from error


def _no_article(where: str) -> InputError:
    remedy = _("copy its text into a file and import that")
    return InputError(_("no article was found in this page"), where=where, remedy=remedy)


def _is_running_text(text: str) -> bool:
    """Whether these are sentences, not words of a menu."""
    return len(text) >= 30 and _SENTENCE.search(text) is not None


# Title and what was left out


def _title(found: Sequence[_Piece], titles: Sequence[str], stated: str | None) -> str | None:
    """The article's own first heading, else the page's, else what the page says it is called."""
    first = next((piece.text for piece in found[:_HEAD] if piece.is_title), None)
    if first is None and titles:
        said = _compact(stated or "")
        first = next((title for title in titles if _compact(title) in said), None)
        first = titles[0] if first is None and len(titles) == 1 else first
    return " ".join((first or stated or "").split()) or None


def _without(found: Sequence[_Piece], title: str | None) -> list[_Piece]:
    """The blocks after the title, which stands above them."""
    if title is None:
        return list(found)
    same = _compact(title)
    head = [piece for piece in found[:_HEAD] if _compact(piece.text) != same]
    return [*head, *found[_HEAD:]]


def _left_out(lines: Iterable[str], taken: Sequence[str]) -> tuple[str, ...]:
    """The lines of a page that are not in its article."""
    whole = {_compact(line) for text in taken for line in (text, *text.split("\n"))}
    joined = "\n".join(_compact(text) for text in taken)
    dropped: dict[str, None] = {}
    for line in lines:
        compact = _compact(line)
        if compact in whole or (len(compact) >= _LONG and compact in joined):
            continue
        dropped[" ".join(line.split())] = None
    listed = [line for line in dropped if line]
    if len(listed) > MOST_DROPPED:
        more = _("… and {count} more lines of the page").format(count=len(listed) - MOST_DROPPED)
        return (*listed[:MOST_DROPPED], more)
    return tuple(listed)


def _compact(text: str) -> str:
    return "".join(text.split())


# Elements of trafilatura's XML into Markdown


def _pieces(parent: Element) -> Iterator[_Piece]:
    """The blocks inside an element; words between them are paragraphs."""
    lines = [""]
    previous = ""
    for part in (parent.text, *(p for child in parent for p in (child, child.tail))):
        if isinstance(part, Element) and part.tag in _BLOCKS:
            yield from _paragraph(lines)
            lines = [""]
            yield from _block(part, is_next=previous == part.tag)
            previous = part.tag
        else:
            _add_words(part, lines)
            previous = previous if _is_blank(lines) else ""
    yield from _paragraph(lines)


def _add_words(part: Element | str | None, lines: list[str]) -> None:
    """Append words, or the words inside an element, to the last line."""
    if isinstance(part, Element):
        if part.tag == "lb":
            lines.append("")
        _add_words(part.text, lines)
        for child in part:
            _add_words(child, lines)
            _add_words(child.tail, lines)
    elif part:
        lines[-1] += part


def _is_blank(lines: Iterable[str]) -> bool:
    return not any(line.strip() for line in lines)


def _trimmed(lines: Iterable[str]) -> list[str]:
    """Lines as a browser shows them: white space is one space, and none at the ends."""
    return [line for raw in lines if (line := _SPACES.sub(" ", raw).strip())]


def _paragraph(lines: Iterable[str]) -> Iterator[_Piece]:
    trimmed = _trimmed(lines)
    if trimmed:
        yield _Piece("\n".join(trimmed), paragraph(trimmed))


def _block(element: Element, *, is_next: bool) -> Iterator[_Piece]:
    """The blocks of one element.

    Args:
        element: What it is.
        is_next: Whether one of its kind stands just above it, and would swallow it.
    """
    if element.tag == "head":
        yield from _heading(element)
    elif element.tag == "list":
        yield from _joined(_items(element, is_next=is_next))
    elif element.tag in ("quote", "blockquote"):
        inner = "\n\n".join(piece.markdown for piece in _pieces(element))
        text = "\n".join(piece.text for piece in _pieces(element))
        if text:
            yield _Piece(text, _prefixed(inner, "> ", "> "))
    elif element.tag == "table":
        yield from _table(element)
    elif element.tag == "code":
        yield from _code(element)
    else:
        yield from _pieces(element)


def _heading(element: Element) -> Iterator[_Piece]:
    lines = [""]
    _add_words(element, lines)
    words = " ".join(_trimmed(lines))
    level = (element.get("rend") or "h2")[1:]
    depth = int(level) if level.isdecimal() else 2
    if words:
        marks = "#" * min(max(depth, 2), 6)
        yield _Piece(words, f"{marks} {escape_heading(words)}", is_title=depth == 1)


def _items(element: Element, *, is_next: bool) -> Iterator[_Piece]:
    """The entries of a list. The other mark begins a list of its own."""
    number = 0
    for child in element:
        pieces = list(_pieces(child))
        if not pieces:
            continue
        number += 1
        if element.get("rend") == "ol":
            mark = f"{number}) " if is_next else f"{number}. "
        else:
            mark = "* " if is_next else "- "
        inner = "\n\n".join(piece.markdown for piece in pieces)
        text = "\n".join(piece.text for piece in pieces)
        yield _Piece(text, _prefixed(inner, mark, " " * len(mark)))


def _joined(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    parts = list(pieces)
    if parts:
        yield _Piece("\n".join(p.text for p in parts), "\n".join(p.markdown for p in parts))


def _prefixed(markdown: str, first: str, others: str) -> str:
    """Markdown inside a container: each line gets a prefix."""
    head, *rest = markdown.split("\n")
    below = [f"{others}{line}".rstrip() if not line else f"{others}{line}" for line in rest]
    return "\n".join([f"{first}{head}", *below])


def _table(element: Element) -> Iterator[_Piece]:
    """A table; its first row is its head, since Markdown knows no other."""
    rows = [[_cell(cell) for cell in row] for row in element.iter("row")]
    rows = [row for row in rows if any(row)]
    width = max(map(len, rows), default=0)
    if not width:
        return
    rows = [row + [""] * (width - len(row)) for row in rows]
    written = [f"| {' | '.join(map(_escaped_cell, row))} |" for row in rows]
    written.insert(1, f"|{' --- |' * width}")
    yield _Piece("\n".join("\t".join(row) for row in rows), "\n".join(written))


def _cell(element: Element) -> str:
    lines = [""]
    _add_words(element, lines)
    return " ".join(_trimmed(lines))


def _escaped_cell(words: str) -> str:
    return escape_words(words).replace("|", "\\|")


def _code(element: Element) -> Iterator[_Piece]:
    text = "".join(element.itertext()).strip("\n")
    if text.strip():
        longest = max(map(len, re.findall("`+", text)), default=0)
        fence = "`" * max(3, longest + 1)
        yield _Piece(text, f"{fence}\n{text}\n{fence}")


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
