"""Characters that feeds name by numbers which are none: halves of UTF-16, zero, beyond Unicode.

Programs that count in UTF-16 write an emoji as two references, ``&#55357;&#56832;``. No parser of
XML takes them, and one would cost all that the feed has.
"""

from __future__ import annotations

import re

_PAIR = re.compile(
    rb"""(?x)
    &(?:amp;)?\#(?: [xX] (?P<high_hex>[dD][89abAB][0-9a-fA-F]{2}) | (?P<high>5[56][0-9]{3}) );
    &(?:amp;)?\#(?: [xX] (?P<low_hex>[dD][c-fC-F][0-9a-fA-F]{2}) | (?P<low>5[67][0-9]{3}) );
    """
)
_REFERENCE = re.compile(rb"&#(?:[xX](?P<hex>[0-9a-fA-F]{1,9})|(?P<decimal>[0-9]{1,10}));")
_NO_CHARACTER = "\ufffd"


def with_references(data: bytes) -> bytes:
    """A feed in UTF-8 whose references all name characters."""
    if b"#" not in data:
        return data
    return _REFERENCE.sub(_valid, _PAIR.sub(_joined, data))


def joined(text: str) -> str:
    """A text whose halves of UTF-16 are joined, or replaced where the other half is missing."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _joined(match: re.Match[bytes]) -> bytes:
    high, low = (_number(match[f"{name}_hex"], match[name]) for name in ("high", "low"))
    if not (0xD800 <= high <= 0xDBFF and 0xDC00 <= low <= 0xDFFF):
        return match[0]
    return joined(chr(high) + chr(low)).encode("utf-8")


def _valid(match: re.Match[bytes]) -> bytes:
    code = _number(match["hex"], match["decimal"])
    is_character = 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    return match[0] if is_character else _NO_CHARACTER.encode("utf-8")


def _number(hexadecimal: bytes | None, decimal: bytes | None) -> int:
    return int(hexadecimal, 16) if hexadecimal is not None else int(decimal or b"0")
