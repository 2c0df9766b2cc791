"""The source of a page as text, before it is parsed: what browsers pass over is taken out of it."""

from __future__ import annotations

import re
from html import unescape

from briefing.model.original import Original
from briefing.model.records import replace
from briefing.parsing.importers.decoded import decoded, without_line_controls
from briefing.text.encodings import declared_in

_REFERENCE = re.compile(r"(?i)&#(?:x([0-9a-f]{1,8})|([0-9]{1,8})(?![0-9]));?")
_FOOTNOTE_MARK = re.compile(
    r"<sup\b[^>]*>\s*<a\b[^>]*\bhref\s*=\s*[\"']?#[^>]*>\s*\[?\w{1,3}\]?\s*</a>\s*</sup>",
    re.IGNORECASE,
)
"""A raised link to a footnote. It is no part of the text, and would join the number before it."""
_END = re.compile(r"(?i)</(?:body|html)\s*>")
"""What ends a page, and is passed over wherever more of it follows
(https://html.spec.whatwg.org/#parsing-main-afterbody)."""
_FEW = 1_000
"""Of so many bytes, one may be zero in a page; more are an encoding of several bytes a letter."""


def source_of(original: Original) -> tuple[str, tuple[str, ...]]:
    """The source of a page, and what is to be said about how it was read.

    Raises:
        InputError: It is empty, binary, or in no encoding that can be told.
    """
    data = original.data
    zeros = data.count(0)
    if zeros and zeros * _FEW <= len(data):
        original = replace(original, data=data.replace(b"\0", b""))
    html, remarks = decoded(original, declared_in(original.data))
    return without_line_controls(html), remarks


def cleaned(html: str) -> str:
    """A source without marks of footnotes, references to control characters, and ends in it."""
    html = _REFERENCE.sub(_harmless, html)
    return _END.sub("", _FOOTNOTE_MARK.sub("", html))


def _harmless(reference: re.Match[str]) -> str:
    """A reference to a character; that to a control character as HTML reads it, or nothing.

    ``&#150;`` is a dash (https://html.spec.whatwg.org/#numeric-character-reference-end-state).
    """
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    is_control = code < 0x20 or 0x7F <= code <= 0x9F
    is_none = 0xD800 <= code <= 0xDFFF or code & 0xFFFE == 0xFFFE or code > 0x10FFFF
    if not (is_control or is_none) or code in (0x9, 0xA, 0xD):
        return reference[0]
    character = unescape(f"&#{code};")
    return character if character.isprintable() and character != "\ufffd" else ""
