"""EPUB books: their chapters in the order of the spine, each a section.

The parts that are read are those of EPUB 3.3 (https://www.w3.org/TR/epub-33/) that EPUB 2 has, too:
the container names the package, its spine names the chapters, and their table of contents names
those that have no heading of their own.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError

from briefing.model.errors import InputError
from briefing.model.original import Original
from briefing.model.records import dataclass, field
from briefing.parsing.draft import Draft
from briefing.parsing.importers._page_blocks import Piece
from briefing.parsing.importers.epub_locks import is_locked
from briefing.parsing.importers.packed import Packed, damaged, opened, too_many_elements
from briefing.parsing.importers.safe_xml import parse_xml
from briefing.parsing.importers.title_page import (
    authors_in,
    in_levels,
    is_same,
    without_credits,
    without_title,
)
from briefing.parsing.importers.whole_html import Whole, body_of, read_whole
from briefing.parsing.markdown_escape import escape_heading
from briefing.parsing.written_days import written_day
from briefing.text.i18n import _

_CONTAINER = "META-INF/container.xml"
_ENCODING = re.compile(rb"""<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']""")
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_TAG = re.compile(r"<[^>]*>?")
_TOP = 3
"""Blocks of a chapter among which its own heading stands."""
_PICTURES = (".svg", ".jpg", ".jpeg", ".png", ".gif", ".webp")
_MOST_CHAPTERS = 5_000
_ALL = 1 << 40
"""Bytes of chapters that are more than any book has."""
_MOST_ELEMENTS = 250_000
"""Elements that its chapters may have; each takes half a kilobyte until they are written down."""
_LONG_BYTES = 200_000
"""A packed book that is longer is opened by its beginning."""
_BEGINNING_BYTES = 20_000
"""Of chapters that fill the first screen and a few more."""


@dataclass(slots=True)
class _Book:
    """What the package of a book says."""

    title: str | None = None
    language: str | None = None
    authors: list[str] = field(default_factory=list)
    published: str | None = None
    chapters: list[str] = field(default_factory=list)
    """The files of the spine, in order."""
    contents: list[str] = field(default_factory=list)
    """The files that hold tables of contents."""


@dataclass(frozen=True, slots=True)
class _Name:
    """What the table of contents calls a chapter."""

    words: str
    """As it stands there."""
    place: str
    """The id in the chapter that the entry leads to; empty for its beginning."""


def read(original: Original) -> Draft:
    """Read a book.

    Raises:
        InputError: It is damaged, too large, locked, or there is no text in it.
    """
    draft = _read(original, _ALL)
    if draft is None:
        raise _without_text(original)
    return draft


def begin(original: Original) -> Draft | None:
    """Read the first chapters of a book; None where it is short. Errors as in `read`."""
    if len(original.data) < _LONG_BYTES:
        return None
    return _read(original, _BEGINNING_BYTES)


def _read(original: Original, most_bytes: int) -> Draft | None:
    """Read a book until enough of its chapters are read; None without any text.

    Args:
        original: The book.
        most_bytes: The size of the chapters after which no other is read.
    """
    with opened(original.data, original.where) as packed:
        book = _book(packed)
        if is_locked(packed, book.chapters):
            raise _locked(original.where)
        _look_over(original, book.chapters, most_bytes)
        chapters = list(_chapters(packed, book, most_bytes))
    parts = [part for chapter in chapters for part in chapter.pieces]
    if not any(part.text.strip() for part in parts):
        return None
    notes = {label: words for chapter in chapters for label, words in chapter.notes.items()}
    parts, said = without_credits(without_title(parts, book.title), authors_in(book.authors))
    return Draft(
        body_of(in_levels(parts), notes),
        book.title,
        language=book.language,
        published=book.published or said.published,
        authors=said.authors,
    )


def _look_over(original: Original, names: Sequence[str], most_bytes: int) -> None:
    """Refuse chapters that are too much, before the first of them takes time and memory."""
    count = seen = 0
    with opened(original.data, original.where) as packed:
        for name in names:
            data = packed.read(name) or b""
            count += data.count(b"<") - data.count(b"</")
            if count > _MOST_ELEMENTS:
                raise too_many_elements(original.where, _MOST_ELEMENTS)
            seen += len(data)
            if seen > most_bytes:
                return


def _chapters(packed: Packed, book: _Book, most_bytes: int) -> Iterator[Whole]:
    named = _chapter_names(packed, book)
    names = {file: name for file, name in named.items() if not is_same(name.words, book.title)}
    read = 0
    for name in book.chapters:
        data = packed.read(name) or b""
        yield _chapter(data, name, names, book.language)
        read += len(data)
        if read > most_bytes:
            return


def _chapter(data: bytes, file: str, names: dict[str, _Name], language: str | None) -> Whole:
    """The blocks of a chapter, under a heading."""
    page = _decoded(data)
    whole = read_whole(page, deeper=1, scope=posixpath.basename(file), language=language)
    name = names.get(file)
    if name is not None and whole.pieces and not _is_headed(whole.pieces, page, name):
        whole.pieces.insert(0, Piece(name.words, f"## {escape_heading(name.words)}"))
    return whole


def _is_headed(pieces: Sequence[Piece], page: str, name: _Name) -> bool:
    """Whether a chapter has a heading of its own, or what its name names begins further down.

    Converters cut books by size, so that a file may begin inside the chapter before.
    """
    headings = [at for at, piece in enumerate(pieces) if piece.markdown.startswith("#")]
    if any(at < _TOP or is_same(pieces[at].text, name.words) for at in headings):
        return True
    above, place, _rest = page.partition(f'id="{name.place}"')
    return bool(name.place and place and _TAG.sub("", above[above.find("<body") :]).strip())


def _decoded(data: bytes) -> str:
    """XHTML is UTF-8 unless its first line says otherwise."""
    declared = _ENCODING.search(data[:200])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        name = declared[1].decode("ascii") if declared is not None else "cp1252"
    try:
        return data.decode(name, "replace")
    except LookupError:
        return data.decode("cp1252", "replace")


# The package


def _book(packed: Packed) -> _Book:
    root = _xml(packed, _CONTAINER)
    rootfile = next((e for e in root.iter() if _name(e) == "rootfile"), None)
    path = "" if rootfile is None else rootfile.get("full-path", "")
    package = _xml(packed, path)
    folder = posixpath.dirname(path)
    book, files = _Book(), dict[str, str]()
    for element in package.iter():
        name, text = _name(element), " ".join((element.text or "").split())
        if name == "title" and text:
            book.title = book.title or text
        elif name == "language" and text:
            book.language = book.language or text
        elif name == "creator" and text:
            book.authors.append(text)
        elif name == "date":
            book.published = book.published or _day(text)
        elif name == "item":
            files[element.get("id", "")] = _item(element, folder, book)
        elif name == "itemref" and element.get("linear") != "no":
            book.chapters.append(files.get(element.get("idref", ""), ""))
    book.chapters = [*dict.fromkeys(filter(None, book.chapters))][:_MOST_CHAPTERS]
    return book


def _item(element: Element, folder: str, book: _Book) -> str:
    """The file of an entry of the manifest, if it is a chapter."""
    file = posixpath.join(folder, unquote(element.get("href", "")))
    kind = element.get("media-type", "")
    is_contents = "nav" in element.get("properties", "").split()
    if is_contents or kind == "application/x-dtbncx+xml":
        book.contents.append(file)
    return file if "html" in kind and not is_contents else ""


def _chapter_names(packed: Packed, book: _Book) -> dict[str, _Name]:
    """What the tables of contents call the chapters, the first name of each."""
    names: dict[str, _Name] = {}
    for file in book.contents:
        try:
            root = _xml(packed, file)
        except InputError:
            continue
        folder, words = posixpath.dirname(file), ""
        for element in root.iter():
            name = _name(element)
            if name == "text":
                words = " ".join("".join(element.itertext()).split())
            link = element.get("src" if name == "content" else "href", "")
            if name == "a":
                words = " ".join("".join(element.itertext()).split())
            if link and words and name in ("a", "content"):
                path, _mark, place = link.partition("#")
                target = posixpath.normpath(posixpath.join(folder, unquote(path)))
                names.setdefault(target, _Name(words, unquote(place)))
    return names


def _xml(packed: Packed, name: str) -> Element:
    data = packed.read(name)
    if data is None:
        raise damaged(packed.where)
    try:
        return parse_xml(data)
    except ParseError as error:
        raise damaged(packed.where) from error


def _name(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _day(text: str) -> str | None:
    """The day that a date names; most are numbers, and some are in words."""
    found = _DAY.match(text)
    return written_day(text) if found is None else found[0]


def _without_text(original: Original) -> InputError:
    """The error of a book that has no words, perhaps because its pages are pictures."""
    with opened(original.data, original.where) as packed:
        is_drawn = any(name.lower().endswith(_PICTURES) for name in packed.names)
    if not is_drawn:
        what, remedy = _("there is no text in this book"), _("there is nothing to import in it")
    else:
        what = _("the pages of this book are pictures, without text")
        remedy = _(
            "save it as PDF and let its text be recognised, as with: ocrmypdf IN.pdf OUT.pdf"
        )
    return InputError(what, where=original.where, remedy=remedy)


def _locked(where: str) -> InputError:
    return InputError(
        _("this book is locked to the program of its shop"),
        where=where,
        remedy=_("only that program can read it"),
    )
