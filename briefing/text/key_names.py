"""Names of keys as people write them, in the form that the screen library knows.

``F3``, ``Ctrl+g``, ``Alt+h``, ``PgDn`` and ``Esc`` are how docs and keyboards name keys; a terminal
knows ``f3``, ``ctrl+g``, ``alt+h``, ``pagedown`` and ``escape``.
"""

from __future__ import annotations

_WORDS = (
    "up down left right home end pageup pagedown insert delete backspace enter escape tab space"
)
_NAMED = frozenset(_WORDS.split()) | {f"f{number}" for number in range(1, 25)}

_OTHER_NAMES = {
    "pgup": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "bksp": "backspace",
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
}

_MODIFIERS = {"ctrl": "ctrl", "control": "ctrl", "alt": "alt", "option": "alt", "shift": "shift"}
_ORDER = ("alt", "ctrl", "shift")
"""How the screen library orders them."""

SAME_KEY = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "escape"}
"""What a terminal sends the same bytes for: ECMA-48, control characters of the C0 set."""


def key_name(words: str) -> str | None:
    """The name of a key; None where there is no such key.

    Args:
        words: A character, which counts as it is typed (``G`` is another key than ``g``), or a name
            with or without modifiers, in any case.
    """
    if len(words) == 1:
        return _OTHER_NAMES.get(words, words) if words.isprintable() and words != " " else None
    *before, last = words.rsplit("+", 1) if not words.endswith("+") else (words[:-2], "+")
    given = [_MODIFIERS.get(word.lower()) for word in before[0].split("+")] if before else []
    if None in given or len(set(given)) < len(given):
        return None
    modifiers = [name for name in _ORDER if name in given]
    return _with(modifiers, last)


def _with(modifiers: list[str], last: str) -> str | None:
    """A key with modifiers as a terminal can tell it."""
    lower = last.lower()
    name = _OTHER_NAMES.get(lower, lower)
    if name in _NAMED:
        return "+".join([*modifiers, name])
    if len(last) != 1 or not last.isprintable() or last == " ":
        return None
    if "shift" in modifiers:  # with a character, Shift is the other character
        modifiers, last = [name for name in modifiers if name != "shift"], last.upper()
        if not modifiers:
            return last
    if "ctrl" in modifiers:
        last = last.lower()
    name = "+".join([*modifiers, last])
    return SAME_KEY.get(name, name)
