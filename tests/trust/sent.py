"""Reads what a program sent to a terminal, and names everything that it had no business to send."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_COMMANDS = re.compile(
    r"\x1b\[[0-9;:]*m"  # looks
    r"|\x1b\[[0-9]*;?[0-9]*H"  # where to write
    r"|\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048)[hl]"  # modes
    r"|\x1b\[\?(?:2026|2048)\$p"  # questions about modes
    r"|\x1b\[>[0-9]+u|\x1b\[<u"  # the keyboard
    r"|\x1b\]22;[a-z-]*(?:\x1b\\|\x07)"  # the shape of the mouse's pointer
    r"|\x1b\]52;c;[A-Za-z0-9+/=]*(?:\x1b\\|\x07)"  # the clipboard, only after `y`
    r"|\x1b[_P]\w*\x1b\\"
)
"""What the screen library and the program write themselves."""

_BIDI = {*map(chr, [0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])}


def intruders(sent: bytes, allowed: str = "\r\n\x07") -> list[str]:
    """What reached the terminal that the program did not write itself.

    Args:
        sent: All bytes.
        allowed: Controls that may stand between commands.
    """
    text = sent.decode("utf-8", "surrogateescape")
    plain = _COMMANDS.sub("", text)
    return list(_unsafe(plain, allowed))


def _unsafe(plain: str, allowed: str) -> Iterator[str]:
    for at, character in enumerate(plain):
        if character in allowed:
            continue
        is_unsafe = unicodedata.category(character) in ("Cc", "Cs", "Co") or character in _BIDI
        if is_unsafe:
            yield f"{character!r} in {plain[max(0, at - 30) : at + 30]!r}"


def words(sent: bytes) -> str:
    """What a reader would read of it, without the commands."""
    return _COMMANDS.sub("", sent.decode("utf-8", "surrogateescape"))
