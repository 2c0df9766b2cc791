"""Colours of the screen, by name of what they are for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MARK_NAMES = (
    "mark-note",
    "mark-remark",
    "mark-figure",
    "mark-search",
    "mark-target",
    "mark-selection",
)
"""The marks that lie over the text, whatever note colours a reader chooses."""

NOTE_COLOR_NAMES = (
    "note-yellow",
    "note-green",
    "note-blue",
    "note-pink",
    "note-orange",
    "note-purple",
)
"""The backgrounds of highlights."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One look of the program: a file of `themes/`.

    Colours are ``#rrggbb``, or ``ansi_red`` and the like for a terminal's own sixteen.
    """

    name: str
    """Lower-case, with hyphens; what `briefing themes` lists."""
    title: str
    """As people call it."""
    dark: bool
    """Whether the background is dark."""
    high_contrast: bool
    """Whether it promises a contrast of 7:1 instead of 4.5:1."""
    ansi: bool
    """Whether it uses the terminal's own sixteen colours."""
    colors: Mapping[str, str] = field(default_factory=dict)
    """The fields of Textual's Theme: primary, secondary, foreground, background, surface, …"""
    variables: Mapping[str, str] = field(default_factory=dict)
    """The program's own: every one of `MARK_NAMES` and `NOTE_COLOR_NAMES`, and panel states.

    Each name has a background under its own name and a foreground under ``NAME-text``.
    """
