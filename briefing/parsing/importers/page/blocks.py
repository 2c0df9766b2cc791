"""Elements of a page into blocks of Markdown, every character escaped."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from briefing.model.records import replace
from briefing.parsing.importers._page_inline import Stretch, markdown_of, paragraphs_of
from briefing.parsing.importers._page_inline import text_of as text_of_line
from briefing.parsing.importers.page import inline
from briefing.parsing.importers.page.boxed import Boxes
from briefing.parsing.importers.page.broken import broken_headings
from briefing.parsing.importers.page.entries import mark_of_entry, number_of, own_pieces
from briefing.parsing.importers.page.flow import is_in_flow
from briefing.parsing.importers.page.naming import (
    is_called_heading,
    is_caption,
    is_standfirst,
    style_of,
)
from briefing.parsing.importers.page.pictures import is_figure, picture_of, pictures_in, shown_in
from briefing.parsing.importers.page.pieces import (
    SET_OFF,
    Piece,
    heading,
    in_bold,
    inside,
    joined,
    with_captions,
)
from briefing.parsing.importers.page.tables import table_piece
from briefing.parsing.importers.page.teasers import hosts_of, leads_on
from briefing.parsing.importers.page.title_lines import is_one_line
from briefing.parsing.importers.page.tree import BLOCKS, Element, text_of
from briefing.parsing.importers.spans import cell_of

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_SENTENCE_LIKE = re.compile(r"[.!…。！।][\"'»”’)\]]*\Z")
_LONGEST_HEADING = 80
"""Characters from which a heading with a full stop is a paragraph; questions are headings."""
_LONGEST_ALIKE, _ALIKE = 160, 4
"""Characters of a sentence that is a heading as others of its kind, and how many there are."""
_RUNNING = 60
"""Characters from which a paragraph is running text."""
_OPENERS, _CLOSERS = "\"'“„«‘‚‹「『", "\"'”“»’‘›」』"
"""What a quotation begins and ends with."""
_PARTED = "<!-- -->\n"
"""What parts two lists that would be one (https://spec.commonmark.org/0.31.2/#example-308)."""
_UNSEEN = frozenset(("script", "style", "template", "head"))


def pieces_of(parts: Iterable[Element], most: int | None = None) -> list[Piece]:
    """The blocks of an article, in order; up to those with so many characters."""
    found: list[Piece] = []
    characters = 0
    for piece in _pieces(list(parts)):
        found.append(piece)
        characters += len(piece.text)
        if most is not None and characters >= most:
            break
    return with_captions(found)


def _pieces(parts: Sequence[Element]) -> Iterator[Piece]:
    has_begun = False
    for at, part in enumerate(parts, 1):
        boxes = Boxes(part, parts[:-1] if at == len(parts) else ())
        writer = _Writer(part, boxes, has_begun=has_begun)
        yield from writer.block(part) if part.tag in writer.own else writer.children(part)
        has_begun = writer.has_begun


class _Writer:
    """Writes what is in one element."""

    own = frozenset((*_HEADINGS, "ul", "ol", "blockquote", "table", "pre", "p", "figure"))
    """Elements that are blocks themselves, and not only hold some."""

    def __init__(self, root: Element, boxes: Boxes, *, has_begun: bool) -> None:
        self.has_begun = has_begun
        """Whether there was running text: what is called a standfirst below it is a heading."""
        self.hosts = hosts_of(root)
        self.ended = defaultdict[tuple[object, str | None], list[bool]](list)
        """Whether headings end like sentences, by their element and its classes."""
        for each in root.iter(*_HEADINGS):
            is_ended = _SENTENCE_LIKE.search(text_of(each)) is not None
            self.ended[each.tag, each.get("class")].append(is_ended)
        self.boxes, self.boxed, self.broken = boxes, boxes.headings(), broken_headings(root)
        self.holders: set[Element] = set()
        """Elements with blocks in them, whatever they are called."""
        for element in root.iter(*BLOCKS, "img"):
            for outer in element.iterancestors():
                if outer in self.holders:
                    break
                if element.tag == "img" and not is_figure(outer):
                    continue
                self.holders.add(outer)

    def children(self, parent: Element) -> Iterator[Piece]:
        """The blocks inside an element; words between them are paragraphs."""
        words: list[Stretch] = list(inline.words(parent.text))
        previous, is_next, is_first = "", False, True
        for child in parent:
            if self.is_block(child):
                for piece in self.paragraphs(words):
                    is_begun = is_first and piece.is_bold
                    is_boxed = is_begun and self.boxes.is_begun_by(parent, piece.text)
                    yield replace(piece, is_boxed=is_boxed)
                    is_first = False
                words, is_first = [], False
                is_next = previous == child.tag and not is_next  # of three the first and the last
                yield from self.block(child, is_next=is_next)
                previous = str(child.tag)
            elif child.tag not in _UNSEEN:
                words += inline.stretches(child)
            after = list(inline.words(child.tail))
            words += after
            previous = "" if any(part.text.strip() for part in words) else previous
        yield from self.paragraphs(words)

    def is_block(self, element: Element) -> bool:
        """Whether it stands on lines of its own."""
        if element.tag in BLOCKS or element in self.holders or is_figure(element):
            return True
        return next(pictures_in(element), None) is not None and not text_of(element)

    def paragraphs(self, words: Iterable[Stretch]) -> Iterator[Piece]:
        """Words as paragraphs."""
        for lines in paragraphs_of(words):
            text = "\n".join(map(text_of_line, lines))
            linked = all(map(inline.is_linked, lines)) or (
                len(lines) == 1 and inline.only_names_other(lines[0], self.hosts)
            )
            bold = inline.bold_lines(lines)
            all_bold = len(bold) == len(lines)
            yield Piece(
                text,
                "\\\n".join(map(markdown_of, lines)),
                is_bold=all_bold,
                bold_lines=() if all_bold else bold,
                is_linked=linked,
            )

    def block(self, element: Element, *, is_next: bool = False) -> Iterator[Piece]:
        """The blocks of one element.

        Args:
            element: What it is.
            is_next: Whether one of its kind stands just above it, and would swallow it.
        """
        tag = element.tag
        if tag in _HEADINGS and (element not in self.holders or is_one_line(element)):
            yield from self.heading(element)
        elif tag in ("ul", "ol", "menu", "dir"):
            yield from joined(self.items(element, is_next=is_next))
        elif tag == "blockquote":
            quote = inside(self.children(element), "> ", "> ", SET_OFF)
            yield from () if quote is None else (quote,)
        elif tag == "table":
            yield from self.table(element)
        elif tag == "pre":
            yield from self.code(element)
        elif is_figure(element):
            yield from self.figure(element)
        elif element in self.holders:
            yield from self.children(element)
        else:
            yield from self.leaf(element)

    def leaf(self, element: Element) -> Iterator[Piece]:
        """A block without others in it: a paragraph, or the picture it is made for."""
        yield from shown_in(element)
        if element.tag != "img":
            style = Stretch("", mark=inline.mark_of(element))
            words = inline.inside(element, style)
            yield from self.marked(element, list(self.paragraphs(words)))

    def marked(self, element: Element, pieces: list[Piece]) -> Iterator[Piece]:
        """Paragraphs with what their element says of them."""
        caption = is_caption(element) or next(element.iterancestors("figcaption"), None) is not None
        is_text = not caption and not is_standfirst(element)
        self.has_begun |= is_text and any(len(p.text) >= _RUNNING for p in pieces)
        style, is_heading = style_of(element), len(pieces) == 1 and is_called_heading(element)
        is_line = len(pieces) == 1 and len(pieces[0].text) <= _LONGEST_ALIKE
        is_marked = is_line and (pieces[0].is_bold or is_heading or "." in style)
        is_boxed = is_marked and self.boxes.is_headed_by(element)
        for piece in pieces:
            if element.tag == "dt":
                yield replace(piece, markdown=f"**{piece.markdown}**", is_bold=False)
            else:
                yield replace(
                    piece,
                    is_caption=caption,
                    style=style,
                    is_called_heading=is_heading,
                    is_boxed=is_boxed,
                )

    def heading(self, element: Element) -> Iterator[Piece]:
        """A heading; one of the length of a sentence with its full stop is a paragraph."""
        lines = [line for lines in paragraphs_of(inline.inside(element)) for line in lines]
        text = " ".join(map(text_of_line, lines))
        if sum(map(str.isalnum, text)) < (2 if next(pictures_in(element), None) is not None else 1):
            yield from shown_in(element)
        elif self.is_below_title(element) or self.is_sentence(element, text):
            made = self.paragraphs(inline.inside(element))
            yield from (replace(piece, bold_lines=()) for piece in made)
        elif element in self.boxed:
            yield in_bold(text)
        elif element in self.broken:
            for deeper, line in enumerate(self.broken[element]):
                yield heading(line, min(_HEADINGS[str(element.tag)] + deeper, 6))
        else:
            linked = all(map(inline.is_linked, lines))
            on = linked and leads_on(element, self.hosts)
            own = heading(text, _HEADINGS[str(element.tag)])
            yield replace(own, is_linked=linked, leads_on=on, style=style_of(element))

    def is_below_title(self, heading: Element) -> bool:
        """Whether a heading above the text is its standfirst, or a line beside its title."""
        if self.has_begun:
            return False
        is_alone = len(self.ended[heading.tag, heading.get("class")]) == 1
        is_in_header = any(outer.tag == "header" for outer in heading.iterancestors())
        return (is_alone and is_standfirst(heading)) or (is_in_header and heading.tag != "h1")

    def is_sentence(self, heading: Element, text: str) -> bool:
        """Whether a heading is a paragraph by its length; where all of its kind are, they are some.

        Sections of a list may have sentences for headings, some of them longer than others; and
        what stands between paragraphs parts them, unless somebody says it.
        """
        if len(text) < _LONGEST_HEADING or not _SENTENCE_LIKE.search(text):
            return False
        is_said = text[0] in _OPENERS and text[-1] in _CLOSERS
        if len(text) <= _LONGEST_ALIKE and self.has_begun and not is_said and is_in_flow(heading):
            return False
        ended = self.ended[heading.tag, heading.get("class")]
        return len(text) > _LONGEST_ALIKE or 2 * sum(ended) <= len(ended) or len(ended) < _ALIKE

    def items(self, element: Element, *, is_next: bool) -> Iterator[Piece]:
        """The entries of a list; a number that does not follow begins a list of its own."""
        step = -1 if element.get("reversed") is not None else 1
        last = sum(child.tag == "li" for child in element) if step < 0 else 1
        number, due = number_of(element, "start", last), None
        for child in element:
            if child.tag in _UNSEEN:
                continue
            number = number_of(child, "value", number)
            mark = mark_of_entry(number if element.tag == "ol" else None, is_next=is_next)
            is_bare = child.tag in ("ul", "ol")
            pieces = self.block(child) if is_bare else self.children(child)
            item = inside(own_pieces(list(pieces)), mark, " " * len(mark) * (number >= 0))
            if item is None:
                continue
            is_parted = element.tag == "ol" and due is not None and (number != due or number < 0)
            yield replace(item, markdown=f"{_PARTED}{item.markdown}") if is_parted else item
            number, due = number + step, number + 1 if number >= 0 else -1

    def table(self, element: Element) -> Iterator[Piece]:
        """A table of data, or what a table for the layout holds."""
        caption = element.find("caption")
        if caption is not None:
            yield from self.children(caption)
        rows = list(element.iter("tr"))
        cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
        if element.find(".//table") is None:  # else each would be read once for all around it
            own = ([cell_of(list(self.children(c)), c.attrib, c.tag) for c in row] for row in cells)
            piece = table_piece(list(own))
            if piece is not None:
                yield piece
                return
        for cell in (cell for row in cells for cell in row):
            if next(outer for outer in cell.iterancestors() if outer.tag == "table") is element:
                yield from self.children(cell)

    def code(self, element: Element) -> Iterator[Piece]:
        """Code, with its lines."""
        for line_break in list(element.iter("br")):
            line_break.tail = "\n" + (line_break.tail or "")
        text = "".join(element.itertext()).strip("\n").replace("\r\n", "\n")
        if text.strip():
            longest = max(map(len, re.findall("`+", text)), default=0)
            fence = "`" * max(3, longest + 1)
            yield Piece(text, f"{fence}\n{text}\n{fence}", is_code=True)

    def figure(self, element: Element) -> Iterator[Piece]:
        """A picture with its caption; or what else is shown, with its caption below."""
        piece = picture_of(element)
        if piece is not None and not any(
            inner is not element for inner in element.iter("table", "pre", "blockquote")
        ):
            yield piece
        else:
            yield from self.children(element)
