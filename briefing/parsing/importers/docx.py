"""Word documents, through mammoth (the extra `docx`), which makes plain HTML of their styles."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html import unescape
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

import mammoth

from briefing.model.errors import InputError
from briefing.model.original import Original
from briefing.parsing.draft import Draft
from briefing.parsing.importers._page_blocks import Piece
from briefing.parsing.importers.docx_mending import mended
from briefing.parsing.importers.docx_numbers import as_values
from briefing.parsing.importers.packed import Packed, damaged, opened, too_many_elements
from briefing.parsing.importers.safe_xml import parse_xml
from briefing.parsing.importers.title_page import authors_in, in_levels, without_credits
from briefing.parsing.importers.whole_html import body_of, read_whole
from briefing.text.i18n import _
from briefing.text.lines import one_line

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Author'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='HTML Preformatted'] => pre:separator('\\n')
p[style-name='Source Code'] => pre:separator('\\n')
p[style-name='Heading 1'] => h2:fresh
p[style-name='Heading 2'] => h3:fresh
p[style-name='Heading 3'] => h4:fresh
p[style-name='Heading 4'] => h5:fresh
p[style-name='Heading 5'] => h6:fresh
p[style-name='Heading 6'] => h6:fresh
p[style-name='caption'] => figcaption:fresh
p[style-name='Image Caption'] => figcaption:fresh
p[style-name='Table Caption'] => p:fresh
"""
"""Title and headings by the names of Word's own styles, which are English in every language; and
those that pandoc writes."""
_STRUCK = re.compile(r"<s>(.*?)</s>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_MOST_BYTES = 16_000_000
"""Bytes of XML that a document may have; mammoth needs many times as much memory."""
_MOST_ELEMENTS = 250_000
"""Elements of XML that it may have: mammoth takes nearly a kilobyte for each, and even a report of
five hundred pages has fewer."""


def read(original: Original) -> Draft:
    """Read a Word document.

    Raises:
        InputError: It is damaged or too large, or there is no text in it.
    """
    with opened(original.data, original.where, _MOST_BYTES) as packed:
        facts = _facts(packed)
        _look_over(packed)
        document = mended(packed) or io.BytesIO(original.data)
    html = _html(document, original.where)
    whole = read_whole(html)
    parts = whole.pieces
    if not any(part.text.strip() for part in parts):
        raise InputError(
            _("is empty"), where=original.where, remedy=_("there is nothing to import in it")
        )
    title, parts = _titled(parts)
    parts, said = without_credits(parts, authors_in(filter(None, [facts.get("creator")])))
    return Draft(
        body_of(in_levels(parts), whole.notes),
        title or facts.get("title"),
        dropped=tuple(_struck(html)),
        language=facts.get("language"),
        published=said.published or facts.get("created", "")[:10] or None,
        updated=facts.get("modified", "")[:10] or None,
        authors=said.authors,
    )


def _look_over(packed: Packed) -> None:
    """Refuse what mammoth would read without asking: too much of it, or entities of its own."""
    count = 0
    for name in packed.names:
        if not name.endswith((".xml", ".rels")):
            continue
        data = packed.read(name) or b""
        if b"<!ENTITY" in data:
            raise damaged(packed.where)
        count += data.count(b"<") - data.count(b"</")
    if count > _MOST_ELEMENTS:
        raise too_many_elements(packed.where, _MOST_ELEMENTS)


def _html(document: io.BytesIO, where: str) -> str:
    options = {
        "style_map": _STYLES,
        "convert_image": mammoth.images.img_element(lambda _image: {"src": ""}),
        "ignore_empty_paragraphs": True,
    }
    try:
        html: str = mammoth.convert_to_html(document, **options).value
    except (KeyError, ValueError, OSError, AttributeError, ExpatError) as error:
        raise damaged(where) from error
    return as_values(html)


def _struck(html: str) -> Iterator[str]:
    """The words that are struck through, which are not read."""
    for found in _STRUCK.findall(html):
        words = one_line(unescape(_TAG.sub("", found)))
        if words:
            yield words


def _titled(parts: list[Piece]) -> tuple[str | None, list[Piece]]:
    """The title by its style, or the only heading of the first level that comes first."""
    for index, part in enumerate(parts[:5]):
        if part.is_title:
            return part.text, parts[:index] + parts[index + 1 :]
    firsts = [part for part in parts if part.markdown.startswith("## ")]
    if len(firsts) == 1 and parts[0] is firsts[0]:
        return parts[0].text, parts[1:]
    return None, parts


def _facts(packed: Packed) -> dict[str, str]:
    """Title, language and date of the document's own properties."""
    data = packed.read("docProps/core.xml")
    if data is None:
        return {}
    try:
        root = parse_xml(data)
    except ParseError:
        return {}
    found = ((str(e.tag).rpartition("}")[2], " ".join((e.text or "").split())) for e in root.iter())
    return {name: text for name, text in found if text}
