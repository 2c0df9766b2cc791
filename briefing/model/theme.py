"""Colours of the screen, by name of what they are for.

This is the one list of the names that a theme gives and that the screen may use as variables.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model.records import dataclass, field, replace
from briefing.model.xterm import hex_of, nearest

COLOR_NAMES = (
    "primary",
    "secondary",
    "accent",
    "success",
    "warning",
    "error",
    "foreground",
    "background",
    "surface",
    "panel",
)
"""The fields of Textual's Theme. Text in ``foreground`` stands on ``background`` (the article),
on ``surface`` (outline and panels) and on ``panel`` (what lies over them)."""

MARK_NAMES = (
    "mark-note",
    "mark-remark",
    "mark-figure",
    "mark-state",
    "mark-change",
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

PANEL_NAMES = (
    "panel-cursor",
    "panel-cursor-blurred",
    "panel-title",
    "panel-title-focus",
    "outline-current",
    "status",
    "status-key",
    "strip",
    "strip-warning",
    "dialog",
    "input",
    "code",
    "table-head",
)
"""What has a background of its own outside the marks.

``panel-cursor`` is the chosen row of the pane that has the focus, ``panel-cursor-blurred`` that of
the others; ``outline-current`` is the section being read; ``status-key`` names a key inside
``status``; ``strip`` tells something, ``strip-warning`` a fault.
"""

INK_NAMES = (
    "title",
    "heading",
    "link",
    "quote",
    "muted",
    "number",
    "good",
    "bad",
    "uncertain",
)
"""Foregrounds only, for words on ``background``, ``surface``, ``panel`` or ``dialog``.

On a row that has a background of its own (``panel-cursor`` …), its own ``…-text`` is used instead.
``good`` and ``bad`` tell whether a check holds, ``uncertain`` a place that asks to be confirmed.
"""

LINE_NAMES = ("rule", "border", "border-blurred")
"""Colours of drawn lines, never of words: ``border`` is that of the pane with the focus."""

WIDGET_NAMES = (
    "scrollbar",
    "scrollbar-hover",
    "scrollbar-active",
    "scrollbar-background",
    "scrollbar-background-hover",
    "scrollbar-background-active",
    "scrollbar-corner-color",
    "input-cursor-background",
    "input-cursor-foreground",
    "input-selection-background",
    "input-selection-foreground",
    "block-cursor-background",
    "block-cursor-foreground",
    "block-cursor-blurred-background",
    "block-cursor-blurred-foreground",
    "screen-selection-background",
    "screen-selection-foreground",
    "button-foreground",
    "button-color-foreground",
    "footer-background",
    "footer-foreground",
    "footer-key-background",
    "footer-key-foreground",
    "footer-description-background",
    "footer-description-foreground",
)
"""Variables of Textual's own widgets that a theme may set; what it leaves out Textual works out."""

ANSI_NAMES = ("ansi-background", "ansi-foreground")
"""What Textual's widgets ask for in a theme of the terminal's own colours, and only there."""

PAIR_NAMES = MARK_NAMES + NOTE_COLOR_NAMES + PANEL_NAMES
"""Names with a background under ``NAME`` and a foreground under ``NAME-text``."""

LATER_PAIRS = {"mark-change": "mark-remark"}
"""Pairs that came after the first themes were written: one without them has those of another."""

REQUIRED_VARIABLES = (
    *(name for pair in PAIR_NAMES for name in (pair, f"{pair}-text")),
    *INK_NAMES,
    *LINE_NAMES,
)
"""The variables that every theme has, so that the screen can rely on them."""


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
    """Every one of `COLOR_NAMES`."""
    variables: Mapping[str, str] = field(default_factory=dict)
    """Every one of `REQUIRED_VARIABLES`, in an ``ansi`` theme of `ANSI_NAMES` too, and those of
    `WIDGET_NAMES` that the file gives."""
    indexed: Mapping[str, int] = field(default_factory=dict)
    """For a terminal of 256 colours: the number of each colour, by its name, 16 to 255. What is not
    among them becomes what looks most like it."""

    def in_256(self) -> Theme:
        """The same theme in colours that a terminal of 256 has."""
        if self.ansi:
            return self
        return replace(
            self, colors=self._in_256(self.colors), variables=self._in_256(self.variables)
        )

    def _in_256(self, colors: Mapping[str, str]) -> dict[str, str]:
        return {
            name: hex_of(self.indexed[name] if name in self.indexed else nearest(color))
            for name, color in colors.items()
        }
