"""Word documents as mammoth can read all of their words: it leaves out what it does not know.

Fields in one element (the number of a caption), stretches with a direction of their own, and
formulas become runs of text; in formulas a sign stands before what is raised, lowered or divided
by, so that 10⁶ is not 106. A large first letter is one of its word. The names are those of
ECMA-376, part 1: 17.16.19, 17.3.2.3, 22.1.2, 17.3.1.11.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from zipfile import ZIP_STORED, ZipFile

from briefing.parsing.importers.docx_numbers import with_numbers
from briefing.parsing.importers.packed import Packed

_TEXT = re.compile(r"word/(?:document\d*|footnotes|endnotes|comments)\.xml")
_DOCUMENT = re.compile(r"word/document\d*\.xml")
_STYLES = re.compile(r"word/styles\d*\.xml")
_UNREAD = re.compile(rb"<w:(?:fldSimple|dir|bdo)\b|<m:oMath\b")
_WRAPPED = re.compile(rb"<(/?)(?:w:(?:fldSimple|dir|bdo)|m:oMath(?:Para)?)\b[^>]*?(/?)>")
_RUN = re.compile(rb"<(/?)m:(r|t)\b")
_RUN_LOOK = re.compile(rb"<m:rPr\b[^>]*/>|<m:rPr\b.*?</m:rPr>", re.DOTALL)
_SIGNS: Mapping[bytes, bytes] = {b"sup": b"^", b"sub": b"_", b"den": b"/"}
_SIGNED = re.compile(rb"<m:(sup|sub|den)>")
_OTHER = re.compile(rb"<(/?)m:\w+\b[^>]*?(/?)>")
_PROPERTIES = rb"<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>"
_LARGE_LETTER = re.compile(
    rb"<w:p\b[^>]*>\s*(?=<w:pPr>(?:(?!</w:pPr>).)*\bw:dropCap=\"(?:drop|margin)\")"
    rb"%(look)s(?P<letter>(?:(?!</w:p>).)*)</w:p>\s*(?P<next><w:p\b[^>/]*>\s*(?:%(look)s)?)"
    % {b"look": _PROPERTIES},
    re.DOTALL,
)
"""A paragraph that holds nothing but the large letter of the next one."""
_WITHOUT_KIND = re.compile(rb"<w:style(?=[\s>])(?![^>]*\sw:type=)")
_WITHOUT_ID = re.compile(rb"<w:style(?=[\s>])(?![^>]*\sw:styleId=)")


def mended(packed: Packed) -> io.BytesIO | None:
    """The document with nothing in it that mammoth leaves out; None where that is so already.

    Args:
        packed: The document; its parts have been unpacked once and are not too large.
    """
    parts = {name: packed.archive.read(name) for name in packed.names if _way(name)}
    changed = {name: way(parts[name]) for name in parts if (way := _way(name))}
    numbering, styles = (packed.read(f"word/{name}.xml") for name in ("numbering", "styles"))
    for name in filter(_DOCUMENT.fullmatch, parts):
        changed[name] = with_numbers(changed[name], numbering, styles)
    if changed == parts:
        return None
    document = io.BytesIO()
    with ZipFile(document, "w", ZIP_STORED) as archive:
        for name in packed.names:
            is_read = name.endswith((".xml", ".rels"))  # of pictures only the names are
            archive.writestr(
                name, changed.get(name) or (packed.archive.read(name) if is_read else b"")
            )
    document.seek(0)
    return document


def _way(name: str) -> Callable[[bytes], bytes] | None:
    """How a part is mended; None for one that stays as it is."""
    if _TEXT.fullmatch(name):
        return _with_all_words
    return _with_kinds if _STYLES.fullmatch(name) else None


def _with_all_words(xml: bytes) -> bytes:
    """The text with its fields and formulas as runs, inside elements that mammoth reads."""
    if b"w:dropCap" in xml:
        xml = _LARGE_LETTER.sub(rb"\g<next>\g<letter>", xml)
    if _UNREAD.search(xml) is None:
        return xml
    xml = _WRAPPED.sub(rb"<\1w:smartTag\2>", xml)
    xml = _RUN.sub(rb"<\1w:\2", _RUN_LOOK.sub(b"", xml))
    xml = _SIGNED.sub(_signed, xml)
    return _OTHER.sub(rb"<\1w:smartTag\2>", xml)


def _signed(match: re.Match[bytes]) -> bytes:
    return b"<w:smartTag><w:r><w:t>" + _SIGNS[match[1]] + b"</w:t></w:r>"


def _with_kinds(xml: bytes) -> bytes:
    """Styles that all have a name and a kind, paragraphs unless they say so (17.7.4.17)."""
    xml = _WITHOUT_KIND.sub(rb'<w:style w:type="paragraph"', xml)
    return _WITHOUT_ID.sub(rb'<w:style w:styleId=""', xml)
