"""What a terminal sends for a key, for the time before the screen library reads the keys.

The sequences are those of xterm, which others follow:
https://invisible-island.net/xterm/ctlseqs/ctlseqs.html, "PC-Style Function Keys".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

_ESCAPE = "\x1b"
_FINAL = {
    "A": "up", "B": "down", "C": "right", "D": "left", "H": "home", "F": "end",
    "P": "f1", "Q": "f2", "R": "f3", "S": "f4",
}  # fmt: skip
_NUMBERED = {
    "1": "home", "2": "insert", "3": "delete", "4": "end", "5": "pageup", "6": "pagedown",
    "7": "home", "8": "end", "11": "f1", "12": "f2", "13": "f3", "14": "f4", "15": "f5",
    "17": "f6", "18": "f7", "19": "f8", "20": "f9", "21": "f10", "23": "f11", "24": "f12",
}  # fmt: skip
_NAMED = {
    "\r": "enter", "\n": "enter", "\t": "tab", "\x7f": "backspace", " ": "space",
    _ESCAPE: "escape",
}  # fmt: skip
_WAITS = 25
"""How often the rest of a command may not be there yet."""
_STRINGS = {"]": "", "P": "P"}
"""What introduces a string: an operating system command, and a device control string, which is
told by its letter."""
_ENDS = ("\x07", "\x9c", _ESCAPE)
_MODIFIERS = ((2, "alt"), (4, "ctrl"), (1, "shift"))
"""The bits of a modifier, one less than the number that is sent."""


@dataclass(frozen=True, slots=True)
class Keystroke:
    """One press of a key."""

    key: str
    """As Textual names it; for what types a character that is no letter, the character itself."""
    character: str | None = None
    """What it types, if anything."""
    told: str = ""
    """What the terminal told of itself instead, without what introduces and ends it."""


def read_keystroke(following: Callable[[], str], *, awaits: bool = False) -> Keystroke:
    """Read one key.

    Args:
        following: Gives the next character; nothing where none follows at once.
        awaits: Whether an answer is on its way, so that Escape may be the beginning of it.

    Returns:
        The key; its name is empty for a sequence that stands for none.
    """
    first = following()
    if first != _ESCAPE:
        return _plain(first)
    second = _late(following) if awaits else following()
    if second == "[":
        return _control_sequence(following)
    if second in _STRINGS:
        return Keystroke("", told=_STRINGS[second] + _string(following))
    if second == "O":
        return Keystroke(_FINAL.get(following(), ""))
    if not second:
        return Keystroke("escape")
    return Keystroke(f"alt+{_plain(second).key}")


def _plain(character: str) -> Keystroke:
    if character in _NAMED:
        return Keystroke(_NAMED[character], character if character == " " else None)
    if "\x01" <= character <= "\x1a":
        return Keystroke(f"ctrl+{chr(ord(character) + 96)}")
    return Keystroke(character, character) if character.isprintable() else Keystroke("")


def _control_sequence(following: Callable[[], str]) -> Keystroke:
    """The key of a control sequence, whose first two characters have been read."""
    numbers = ""
    while (character := _late(following)) and not "@" <= character <= "~":
        numbers += character
    if numbers.startswith("?"):
        return Keystroke("", told=numbers + character)
    number, _semicolon, modifier = numbers.partition(";")
    if character == "Z":
        return Keystroke("shift+tab")
    name = _NUMBERED.get(number, "") if character == "~" else _FINAL.get(character, "")
    bits = int(modifier) - 1 if modifier.isdecimal() else 0
    held = [held for bit, held in _MODIFIERS if bits & bit]
    return Keystroke("+".join([*held, name]) if name else "")


def _string(following: Callable[[], str]) -> str:
    """What a command says as a string; a bell or a string terminator ends it."""
    words = ""
    while (character := _late(following)) not in ("", *_ENDS):
        words += character
    if character == _ESCAPE:
        _late(following)
    return words


def _late(following: Callable[[], str]) -> str:
    """The next character of what no key begins like; what a slow line delays is waited for."""
    return next((found for _wait in range(_WAITS) if (found := following())), "")
