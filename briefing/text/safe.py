"""What a terminal may be sent: text from outside is data, never a command.

One character goes in, one comes out, so that places in a text stay valid for what is drawn.
"""

from __future__ import annotations

import re

NOTHING = "\N{ZERO WIDTH SPACE}"
"""Holds the place of a character that is not drawn; `drawn` leaves it out at the very end."""
_UNDRAWN = frozenset("\xad\u061c\u200b\u200e\u200f\u2060\ufeff")
"""Soft hyphens, spaces and joiners without width, marks of direction: nobody sees them."""
_STAND_IN = "\N{REPLACEMENT CHARACTER}"
_SET = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\ud800-\udfff\ue000-\uf8ff\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
)
"""Controls, bidirectional controls, invisible characters, surrogates and private use.

All but tab, newline and the few format characters that are drawn. Unicode 16, general categories
Cc, Cf, Cs, Co and Default_Ignorable_Code_Point
(https://www.unicode.org/Public/16.0.0/ucd/DerivedCoreProperties.txt).
"""
_UNSAFE_IN_LINES = re.compile(f"[{_SET}]")
# Patterns that few texts need stay strings: to compile one of such sets takes a millisecond.
_CONTROLS = "\r(?!\n)|[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]"
_JOINED = (
    "\u00a9\u00ae\u203c-\u3299\u200d\ufe0f\U0001f000-\U0001faff"  # emoji and their signs
    "\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc"  # Arabic, Syriac, N'Ko and their forms
    "\u0900-\u0dff\u1000-\u109f\u1780-\u18af"  # Indic, Burmese, Khmer, Mongolian
)
_JOINER = f"(?<=[{_JOINED}])[\u200c\u200d](?=[{_JOINED}])"
_VARIANT = (
    "(?<=[#*0-9\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff])[\ufe0e\ufe0f]"  # emoji or text
    "|(?<=[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[\ufe00-\ufe02\U000e0100-\U000e01ef]"
)
"""Signs that choose a form of the emoji or ideograph before them."""


def visible(text: str) -> str:
    """Replace everything that a terminal could take for a command, or not show at all.

    C0 controls become their pictures (``␛``), what a reader does not see `NOTHING`, the rest ``�``.
    Joiners inside emoji and inside scripts that need them stay, and so do the signs that choose the
    form of an emoji or ideograph.

    Returns:
        A text of the same length, to be sent through `drawn` when its places count no longer.
    """
    if text.isascii() and text.isprintable():
        return text
    return visible_lines(text).replace("\n", stand_in("\n")).replace("\t", stand_in("\t"))


def visible_lines(text: str) -> str:
    """The same, but newlines and tabs stay, for a text that is still to be broken into lines."""
    if _UNSAFE_IN_LINES.search(text) is None:
        return text
    kept = {match.start() for match in re.finditer(_JOINER, text)}
    kept.update(match.start() for match in re.finditer(_VARIANT, text))
    return _UNSAFE_IN_LINES.sub(lambda m: m[0] if m.start() in kept else stand_in(m[0]), text)


def without_controls(text: str) -> str:
    """Replace the control characters of a text by their pictures, for a pipe to pass on.

    All else stays as it is written, also what no terminal shows, and so do tabs and line ends.

    Returns:
        A text of the same length.
    """
    return re.sub(_CONTROLS, lambda match: stand_in(match[0]), text)


def stand_in(character: str) -> str:
    """What is shown in place of an unsafe character."""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    return NOTHING if character in _UNDRAWN else _STAND_IN


def drawn(text: str) -> str:
    """A visible text without what is not drawn: terminals do not agree on its width."""
    return text.replace(NOTHING, "")


def one_line(text: str) -> str:
    """A text as one safe line: white space becomes single spaces. Its length may change."""
    return drawn(visible(" ".join(text.split())))
