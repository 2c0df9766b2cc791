"""HTML that is text from its first to its last element: a chapter of a book, a letter, a document.

Nothing of it is left out for what it is called, unlike of a web page. Tables that only lay a letter
out are not tables. The standard library's parser reads it: no extra is needed.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement

from briefing.languages.quoting import marks_around
from briefing.model.records import dataclass
from briefing.parsing.importers._page_blocks import Piece, pieces_of
from briefing.parsing.importers._whole_elements import (
    BLOCKS,
    INNER_BLOCKS,
    NAMES,
    SKIPPED,
    VOID,
    described,
    is_call,
    is_hidden,
    is_note,
    note_label,
    page_label,
)
from briefing.parsing.importers._whole_formulas import OpenFormula, small
from briefing.parsing.page_marks import page_mark
from briefing.text.lines import letters_of

_DEEPEST = 100
"""Elements inside each other that are followed; what is deeper stands beside them."""
_PAGE = "\x01"
"""Around a page's label, inside the words."""
_PAGE_SIGN = re.compile(rf"{_PAGE}([^{_PAGE}]*){_PAGE}")
_PAGE_APART = re.compile(rf"(?<= )({_PAGE}[^{_PAGE}]*{_PAGE}) ")
"""One that is parted from the words on both sides."""
_PAGE_FIRST = re.compile(
    rf"(?m)^(?P<before>(?:> |[-*] |\d+[.)] )*){_PAGE}(?P<label>[^{_PAGE}]*){_PAGE} ?"
)
_CALLED, _AS, _CALL_END = "\x04", "\x05", "\x06"
"""Around the label of a footnote and the words of its mark."""
_CALL = re.compile(rf"{_CALLED}([^{_AS}]*){_AS}([^{_CALL_END}]*){_CALL_END}")
_BACK = re.compile(r"\s*[↑↩]\ufe0e?\s*\Z")
"""What leads back from a footnote to its mark."""
_FEWEST_ROWS = 2
"""Of a table with several paragraphs in a cell."""
_LONGEST_CELL = 400
"""Characters from which what stands in a cell is text, and the table made for the layout."""
_FILE = re.compile(r"(?i)\S*(?:://\S+|\.(?:jpe?g|png|gif|svg|webp|[ew]mf|bmp|tiff?))")
"""What programs put for words of a picture that has none: its address or its file."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_CONTROL_SIGN = re.compile(r"[\x01-\x06]")
"""One of the signs around pages and footnotes."""
_TABLE = ("table", "row", "cell")


@dataclass(frozen=True, slots=True)
class Whole:
    """What there is in a stretch of HTML."""

    pieces: list[Piece]
    """Its blocks, without its footnotes."""
    notes: dict[str, str]
    """Its footnotes as Markdown, by label."""


def read_whole(
    html: str, *, deeper: int = 0, scope: str = "", language: str | None = None
) -> Whole:
    """Read a stretch of HTML.

    Args:
        html: A whole document or a part of one.
        deeper: How many levels its headings are moved down.
        scope: The name of its file, for the labels of its footnotes.
        language: BCP 47, where it says none itself.
    """
    tree = _Tree(deeper, scope, language)
    tree.feed(_CONTROL.sub("", html))
    tree.close()
    for table in [*tree.root.iter("table")]:
        if _is_layout(table):
            for part in table.iter():
                part.tag = "div" if part.tag in _TABLE else part.tag
    notes = {}
    for label, element in tree.notes.items():
        inner = "\n\n".join(_with_pages(piece).markdown for piece in pieces_of(element))
        notes[label] = re.sub(r"\n(?=[^\n])", "\n    ", inner)
        element.clear()
    return Whole([_with_pages(piece) for piece in pieces_of(tree.root)], notes)


def body_of(parts: Iterable[Piece], notes: Mapping[str, str]) -> str:
    """Blocks and footnotes as the body of an article."""
    called: dict[str, str] = {}

    def written(match: re.Match[str]) -> str:
        label = match[1]
        if label not in notes:
            return match[2]
        called[label] = notes[label]
        return f"[^{label}]"

    blocks = [_CALL.sub(written, piece.markdown) for piece in parts]
    for label, words in notes.items():
        blocks.append(f"[^{label}]: {_CALL.sub(lambda match: match[2], words)}")
    return "\n\n".join(blocks) + "\n"


class _Tree(HTMLParser):
    """Builds the elements that `pieces_of` knows."""

    def __init__(self, deeper: int, scope: str, language: str | None) -> None:
        super().__init__(convert_charrefs=True)
        self.deeper = deeper
        self.scope = scope
        self.language = language
        self.notes: dict[str, Element] = {}
        self.root = Element("div")
        self.open: list[tuple[str, Element]] = [("", self.root)]
        self.skipped: list[str] = []
        self.formula = OpenFormula()
        self.picture: Element | None = None
        """What stands for the last picture, until its caption says the same."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        label = page_label(tag, given)
        if self.skipped:
            if tag == self.skipped[-1]:
                self.skipped.append(tag)
        elif label:
            self.write(f"{_PAGE}{label}{_PAGE}")
            if tag != "hr":
                self.skipped.append(tag)
        elif tag in SKIPPED or is_hidden(tag, given):
            self.skipped.append(tag)
        elif tag in VOID:
            self.void(tag, given)
        else:
            self.enter(tag, given)

    def enter(self, tag: str, given: dict[str, str]) -> None:
        """Begin an element, and end the paragraph or item that it cannot stand in."""
        if (tag in BLOCKS or NAMES.get(tag) in (*INNER_BLOCKS, "code")) and self.is_open("p"):
            self.leave("p")
        if tag == "li" and self.open[-1][0] == "li":
            self.leave("li")
        if tag == "figure":
            self.picture = None
        if before := self.formula.enter(tag):
            self.write(before)
        if tag in ("html", "body"):
            self.language = given.get("lang") or given.get("xml:lang") or self.language
        if len(self.open) >= _DEEPEST:
            return
        if tag == "q":
            self.write(self.marks()[0])
        name, attributes = described(tag, given, self.deeper)
        parent = self.open[-1][1]
        if is_note(tag, given):
            element = self.notes[note_label(self.scope, given["id"])] = SubElement(parent, "div")
        elif is_call(tag, given):
            element = SubElement(parent, "span")
            file, _sign, fragment = given["href"].partition("#")
            element.text = (
                f"{_CALLED}{note_label(posixpath.basename(file) or self.scope, fragment)}{_AS}"
            )
            element.tail = _CALL_END
        else:
            element = SubElement(parent, name, attributes) if name else parent
        self.open.append((tag, element))

    def void(self, tag: str, given: dict[str, str]) -> None:
        if tag == "br":
            SubElement(self.open[-1][1], "lb")
        elif tag == "img":
            self.picture = SubElement(self.open[-1][1], "hi", {"rend": "#picture"})
            words = " ".join(given.get("alt", "").split())
            self.picture.text = "" if _FILE.fullmatch(words) else f" {words} "

    def handle_endtag(self, tag: str) -> None:
        if self.skipped:
            if tag == self.skipped[-1]:
                self.skipped.pop()
        elif self.is_open(tag):
            self.leave(tag)
            self.formula.leave(tag)

    def is_open(self, tag: str) -> bool:
        return any(name == tag for name, _element in self.open)

    def leave(self, tag: str) -> None:
        """End an element with all that is still open in it."""
        name = ""
        while name != tag:
            name, element = self.open.pop()
            if name == "q":
                self.write(self.marks()[1])
        if tag == "figcaption" and self.picture is not None:
            self.call_picture(self.picture, element)
            self.picture = None

    def marks(self) -> tuple[str, str]:
        """What stands around a quotation here, inside those that are open."""
        return marks_around(self.language, sum(name == "q" for name, _element in self.open))

    def call_picture(self, picture: Element, caption: Element) -> None:
        """Let a caption be the words of its picture where it says the same, or the picture none."""
        words = "".join(caption.itertext())
        said = letters_of(picture.text or "")
        is_own = not said and self.is_open("figure") and _CONTROL_SIGN.search(words) is None
        if words.strip() and (is_own or letters_of(words) == said):
            picture.text = f" {' '.join(words.split())} "
            caption.clear()

    def handle_data(self, data: str) -> None:
        if not self.skipped and not (self.open[-1][0] == "a" and _BACK.match(data)):
            tag = self.open[-1][0]
            words = self.formula.written(data)
            self.write(small(words, tag) if tag in ("sup", "sub") else words)

    def write(self, words: str) -> None:
        parent = self.open[-1][1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + words
        else:
            parent.text = (parent.text or "") + words


def _is_layout(table: Element) -> bool:
    """Whether a table only puts blocks beside each other."""
    if table.get("role") == "presentation":
        return True
    cells = [*table.iter("cell")]
    rows = [*table.iter("row")]
    if len(cells) <= max(len(rows), 1) or any(_has_sections(cell) for cell in cells):
        return True
    return len(rows) < _FEWEST_ROWS and any(len(_blocks_in(cell)) > 1 for cell in cells)


def _has_sections(cell: Element) -> bool:
    """Whether there is in a cell what is in no table of data: headings, tables, long texts."""
    if any(part.tag in ("head", "table", "quote") for part in cell.iter() if part is not cell):
        return True
    return bool(_blocks_in(cell)) and sum(map(len, cell.itertext())) > _LONGEST_CELL


def _blocks_in(cell: Element) -> list[Element]:
    return [child for child in cell if child.tag in INNER_BLOCKS]


def _with_pages(piece: Piece) -> Piece:
    """A block with the marks of pages where they begin."""
    if _PAGE not in piece.markdown:
        return piece

    def first(match: re.Match[str]) -> str:
        before, mark = match["before"], page_mark(match["label"])
        if not before:
            return f"{mark}\n\n"
        return f"{before}{mark}\n{re.sub(r'[^>]', ' ', before)}"

    markdown = _PAGE_FIRST.sub(first, _PAGE_APART.sub(r"\1", piece.markdown))
    markdown = _PAGE_SIGN.sub(lambda match: page_mark(match[1]), markdown)
    text = _CALL.sub("", _PAGE_SIGN.sub("", _PAGE_APART.sub(r"\1", piece.text)))
    return Piece(text, markdown, piece.is_title, piece.is_bold)
