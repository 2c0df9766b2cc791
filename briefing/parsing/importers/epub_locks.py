"""Books that only the program of a shop can read, told by what their container says is encrypted.

Fonts may be encrypted, too, and hide no words. (https://www.w3.org/TR/epub-33/#sec-encryption.xml)
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote
from xml.etree.ElementTree import ParseError

from briefing.parsing.importers.packed import Packed
from briefing.parsing.importers.safe_xml import parse_xml

_ENCRYPTION, _RIGHTS = "META-INF/encryption.xml", "META-INF/rights.xml"


def is_locked(packed: Packed, chapters: Iterable[str]) -> bool:
    """Whether some of a book's chapters are encrypted.

    Args:
        packed: The book.
        chapters: The names of their files in it.
    """
    data = packed.read(_ENCRYPTION)
    if data is None:
        return False
    try:
        root = parse_xml(data)
    except ParseError:
        return _RIGHTS in packed.names
    encrypted = (
        unquote(element.get("URI", ""))
        for element in root.iter()
        if str(element.tag).rpartition("}")[2] == "CipherReference"
    )
    return not set(chapters).isdisjoint(encrypted)
