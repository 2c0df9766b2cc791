"""How many colours a terminal shows, by what terminals say of themselves in the environment."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class Depth(Enum):
    """How colours are sent."""

    NONE = "none"
    """Not at all: ``NO_COLOR``, or a terminal without colours."""
    SIXTEEN = "sixteen"
    """By the names of the terminal's own."""
    INDEXED = "256"
    """By number."""
    TRUE = "truecolor"
    """By red, green and blue."""


_TRUE_TERMS = (
    "xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour", "rio", "iterm2",
    "mintty", "konsole", "st-direct",
)  # fmt: skip
"""What terminals of 16 million colours call themselves in ``TERM``, which ssh passes on."""
_TRUE_PROGRAMS = frozenset({"iTerm.app", "WezTerm", "ghostty", "vscode", "Hyper", "rio", "mintty"})
"""What they call themselves in ``TERM_PROGRAM``."""
_VTE_WITH_TRUE = 3600
"""Since this ``VTE_VERSION``: https://gitlab.gnome.org/GNOME/vte, release 0.36."""
_WINDOWS = ("WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID")
"""What only a terminal of 16 million colours sets."""


def depth_of(environment: Mapping[str, str]) -> Depth:
    """How many colours the terminal shows.

    What runs within another program (tmux, screen) shows what that passes on, so only that counts:
    the variables of the terminal outside stay in the environment.
    """
    term = environment.get("TERM", "").lower()
    if "NO_COLOR" in environment or term in ("dumb", "unknown"):
        return Depth.NONE
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return Depth.TRUE
    is_inside = "TMUX" in environment or "STY" in environment
    if not is_inside and _is_true(term, environment):
        return Depth.TRUE
    return Depth.INDEXED if "256color" in term or is_inside else Depth.SIXTEEN


def _is_true(term: str, environment: Mapping[str, str]) -> bool:
    vte = environment.get("VTE_VERSION", "")
    return (
        term.endswith("-direct")
        or term.startswith(_TRUE_TERMS)
        or environment.get("TERM_PROGRAM", "") in _TRUE_PROGRAMS
        or (vte.isdecimal() and int(vte) >= _VTE_WITH_TRUE)
        or any(name in environment for name in _WINDOWS)
    )
