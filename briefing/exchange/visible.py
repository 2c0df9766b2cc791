"""Text that is safe to write into a file that people open: nothing in it acts.

Control characters, line breaks that are none, and characters that turn the reading direction are
replaced by visible stand-ins. What a reader should see stays as it is.
"""

from __future__ import annotations

import re

_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
"""Everything but the plain newline that some program takes for the end of a line."""

_SURROGATE = re.compile("[\ud800-\udfff]")

_STAND_INS = {
    # Unicode's own pictures of the control characters, U+2400 to U+2421.
    **{code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)},
    0x7F: "\u2421",
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
    # The characters that override or isolate direction: https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
    **dict.fromkeys([0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}

_LOUD = re.compile("[\x7f-\x9f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What `json.dumps` leaves as it is, though a terminal or an editor might act on it."""


def visible(text: str) -> str:
    """Text whose only control characters are newline and tab."""
    return _BREAKS.sub("\n", text).translate(_STAND_INS)


def one_line(text: str) -> str:
    """The same on one line."""
    return " ".join(visible(text).split())


def quiet_json(document: str) -> str:
    """JSON text with all that might act written as an escape; it still means the same."""
    return _LOUD.sub(lambda match: f"\\u{ord(match[0]):04x}", document)


def has_surrogate(text: str) -> bool:
    """Whether a text holds half a character, which no file can."""
    return _SURROGATE.search(text) is not None


def trimmed(text: str) -> str:
    """Without half characters at its ends, which programs leave that cut in UTF-16."""
    return re.sub("^[\ud800-\udfff]+|[\ud800-\udfff]+$", "", text)
