"""Keys as people write them, in the reader's language."""

from __future__ import annotations

from briefing.text.i18n import _, later

_TITLES = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "space": later("Space"),
    "pagedown": later("PgDn"),
    "pageup": later("PgUp"),
    "home": later("Home"),
    "end": later("End"),
    "tab": later("Tab"),
    "enter": later("Enter"),
    "escape": later("Esc"),
}
_MODIFIERS = {"ctrl": later("Ctrl"), "alt": later("Alt"), "shift": later("Shift")}


def key_title(key: str) -> str:
    """A key as people write it: ``ctrl+o`` is ``Ctrl+o``."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    name = _(_TITLES[last]) if last in _TITLES else last
    return "+".join([*(_(_MODIFIERS[m]) for m in modifiers), name])
