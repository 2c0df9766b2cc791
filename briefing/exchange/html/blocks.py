"""The blocks of an article as HTML, inside the quotes, lists and footnotes that enclose them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.exchange.html.text import Words, Writer
from briefing.exchange.html.write import safe_text, silent_link, words
from briefing.model.article import Align, Block, BlockKind, Container, ContainerKind, Document
from briefing.model.span import Span
from briefing.text.i18n import _
from briefing.text.slugs import slugs

_NUMBER = re.compile(r"(\d{1,9})[.)]")
_LANGUAGE_NAME = re.compile(r"[A-Za-z0-9_+#.-]+")
_BOXES = ("☐", "☑")


@dataclass(frozen=True, slots=True)
class Headline:
    """A heading of the text."""

    id: str
    """The id of its element."""
    level: int
    """1 to 6, as the article gives it."""
    text: str
    """Its words."""


class Body:
    """An article's text as HTML.

    Args:
        document: The text, parsed to its end.
        writer: Writes the words of its blocks.
        headlines: Its headings.
    """

    def __init__(self, document: Document, writer: Writer, headlines: list[Headline]) -> None:
        self.document = document
        self.writer = writer
        self.headlines = iter(headlines)
        least = min((one.level for one in headlines), default=2)
        self.shift = 2 - least
        """The page's title is the only first-level heading."""
        self.title: str | None = None
        """The title, once `parts` has met it."""

    def parts(self) -> Iterator[str]:
        """The blocks in the order of the text."""
        for index in range(self.document.chunk_count):
            chunk = self.document.chunk(index)
            text, base = safe_text(chunk.text), self.document.start(index) or 0
            nest = _Nest(self.writer)
            for block in chunk.blocks:
                given = Words(text, base, block.runs)
                if block.kind is BlockKind.TITLE:
                    self.title = self.writer.write(given, block.span)
                    continue
                yield from nest.enter(block.containers)
                yield self._block(block, given)
            yield from nest.enter(())
            yield from nest.end_lists(0)

    def _block(self, block: Block, given: Words) -> str:
        if block.kind is BlockKind.RULE:
            return "<hr>"
        if block.kind is BlockKind.TABLE:
            return self._table(block, given)
        if block.kind is BlockKind.CODE:
            return self._code(block, given)
        content = self.writer.write(given, block.span)
        if block.kind is BlockKind.HEADING:
            level = min(max(block.level + self.shift, 2), 6)
            return f'<h{level} id="{next(self.headlines).id}">{content}</h{level}>'
        tight = ' class="tight"' if block.tight else ""
        return f"<p{tight}>{content}</p>" if content else ""

    def _code(self, block: Block, given: Words) -> str:
        named = _LANGUAGE_NAME.match(block.language or "")
        kind = f' class="language-{named[0]}"' if named else ""
        content = self.writer.write(given, block.span, is_code=True)
        return f'<pre tabindex="0"><code{kind}>{content}</code></pre>'

    def _table(self, block: Block, given: Words) -> str:
        head, *rows = block.rows
        first = self._row(head, block, given, "th")
        rest = "".join(self._row(row, block, given, "td") for row in rows)
        parts = [f"<thead>\n{first}</thead>", f"<tbody>\n{rest}</tbody>" if rest else ""]
        if not any(len(cell) for cell in head):  # a long table goes on without its head
            del parts[0]
        table = "\n".join(part for part in parts if part)
        label = words(_("Table"))
        return (
            f'<div class="wide" role="region" aria-label="{label}" tabindex="0">'
            f"<table>\n{table}\n</table></div>"
        )

    def _row(self, row: tuple[Span, ...], block: Block, given: Words, tag: str) -> str:
        scope = ' scope="col"' if tag == "th" else ""
        aligns = (*block.aligns, *[Align.LEFT] * len(row))
        cells = (
            f"<{tag}{scope}{_align(align)}>{self.writer.write(given, cell)}</{tag}>"
            for cell, align in zip(row, aligns, strict=False)
        )
        return f"<tr>{''.join(cells)}</tr>\n"


class _Nest:
    """Opens and closes what encloses the blocks of one chunk."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.open: list[Container] = []
        self.lists: list[tuple[str, Container] | None] = []
        """For each depth the open list with its latest entry; one longer than `open` at most."""

    def enter(self, containers: tuple[Container, ...]) -> Iterator[str]:
        """Close and open until these containers are the open ones."""
        common = 0
        for mine, new in zip(self.open, containers, strict=False):
            if mine.id != new.id:
                break
            common += 1
        while len(self.open) > common:
            yield from self.end_lists(len(self.open))
            yield "</blockquote>" if self.open.pop().kind is ContainerKind.QUOTE else "</li>"
        coming = containers[common] if common < len(containers) else None
        if not self._goes_on(common, coming):
            yield from self.end_lists(common)
        for container in containers[common:]:
            yield from self._enter(container)

    def end_lists(self, depth: int) -> Iterator[str]:
        """Close the lists that are open at a depth and below."""
        while len(self.lists) > depth:
            last = self.lists.pop()
            if last is not None:
                yield f"</{last[0]}>"

    def _goes_on(self, depth: int, coming: Container | None) -> bool:
        """Whether a container is the next entry of the list that is open at its depth."""
        current = self.lists[depth] if depth < len(self.lists) else None
        if current is None or coming is None:
            return current is None
        tag, last = current
        if coming.kind is not last.kind or tag != _list_tag(coming):
            return False
        if last.kind is ContainerKind.FOOTNOTE or tag == "ul":
            return last.kind is ContainerKind.FOOTNOTE or _alike(last.marker, coming.marker)
        return _number(coming.marker) == (_number(last.marker) or 0) + 1

    def _enter(self, container: Container) -> Iterator[str]:
        depth = len(self.open)
        self.open.append(container)
        if container.kind is ContainerKind.QUOTE:
            self.lists += [None] * (depth + 1 - len(self.lists))
            yield "<blockquote>"
            return
        tag = _list_tag(container)
        if depth >= len(self.lists) or self.lists[depth] is None:
            del self.lists[depth:]
            yield _list_opening(tag, container)
        del self.lists[depth:]
        self.lists.append((tag, container))
        yield self._entry(container)

    def _entry(self, container: Container) -> str:
        if container.kind is ContainerKind.FOOTNOTE:
            number = words(container.marker.strip("[]"))
            back = ""
            if number in self.writer.footnotes.counts:
                back = silent_link(f"to-footnote-{number}", "↩", _("Back to the text"), "ref")
            return f'<li id="footnote-{number}">{back}'
        box = container.marker[-1:]
        if box not in _BOXES:
            return "<li>"
        label = words(_("done") if box == "☑" else _("to do"))
        checked = " checked" if box == "☑" else ""
        given = f'type="checkbox" disabled{checked} aria-label="{label}"'
        return f'<li class="task"><input {given}>'


def _list_tag(container: Container) -> str:
    is_numbered = container.kind is ContainerKind.FOOTNOTE or _NUMBER.match(container.marker)
    return "ol" if is_numbered else "ul"


def _list_opening(tag: str, container: Container) -> str:
    kind = ' class="footnotes"' if container.kind is ContainerKind.FOOTNOTE else ""
    number = _number(container.marker.strip("[")) if tag == "ol" else None
    start = "" if number in (None, 1) else f' start="{number}"'
    return f"<{tag}{kind}{start}>"


def _number(marker: str) -> int | None:
    found = re.match(r"\d{1,9}", marker)
    return None if found is None else int(found[0])


def _alike(one: str, other: str) -> bool:
    return one == other or {one, other} <= set(_BOXES)


def _align(align: Align) -> str:
    return "" if align is Align.LEFT else f' class="{align.value}"'


def headlines_of(document: Document) -> list[Headline]:
    """The headings of a whole text, numbered."""
    found: list[Headline] = []
    for index in range(document.chunk_count):
        chunk = document.chunk(index)
        for block in chunk.blocks:
            if block.kind is BlockKind.HEADING:
                name = f"heading-{len(found) + 1}"
                found.append(Headline(name, block.level, block.span.of(chunk.text)))
    return found


def anchors_of(headlines: list[Headline]) -> dict[str, str]:
    """The ids of headings by the names that links in Markdown files give them.

    Where two have one name, the first counts.
    """
    found: dict[str, str] = {}
    for slug, one in zip(slugs(one.text for one in headlines), headlines, strict=True):
        found.setdefault(slug, one.id)
    return found
