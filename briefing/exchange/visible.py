"""Text that is safe to write into a file that people open: nothing in it acts.

What a screen shows a stand-in for gets one in a file, too; but a file keeps lines and tabs.
"""

from __future__ import annotations

import json
import re

from briefing.text import safe

_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
"""Everything but the plain newline that some program takes for the end of a line."""

_PIECE = re.compile(r"[^\n\t]+")

_SURROGATE = re.compile("[\ud800-\udfff]")

_LOUD = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
    "\ue000-\uf8ff\U000e0000-\U000e00ff\U000f0000-\U0010ffff]"
)
"""What `json.dumps` leaves as it is, though a terminal or an editor might act on it."""


def visible(text: str) -> str:
    """Text whose only control characters are newline and tab."""
    return _PIECE.sub(lambda piece: safe.visible(piece[0]), _BREAKS.sub("\n", text))


def one_line(text: str) -> str:
    """The same on one line."""
    return " ".join(safe.drawn(visible(text)).split())


def quiet_json(document: str) -> str:
    """JSON text with all that might act written as an escape; it still means the same."""
    return _LOUD.sub(lambda match: json.dumps(match[0])[1:-1], document)


def has_surrogate(text: str) -> bool:
    """Whether a text holds half a character, which no file can."""
    return _SURROGATE.search(text) is not None


def trimmed(text: str) -> str:
    """Without half characters at its ends, which programs leave that cut in UTF-16."""
    return re.sub("^[\ud800-\udfff]+|[\ud800-\udfff]+$", "", text)
