"""The style sheet of a page: one set of rules, with the colours of a light and of a dark theme."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefing.model.note import COLORS
from briefing.model.theme import Theme

_COLOR = re.compile(r"#[0-9a-fA-F]{6}")

INKS = ("foreground", "title", "heading", "link", "quote", "muted", "number", "good", "bad")
"""Colours of words on `GROUNDS`."""

GROUNDS = ("background", "surface")
"""What words stand on where nothing is marked."""

PAIRS = (
    "mark-note",
    "mark-remark",
    "mark-figure",
    "mark-state",
    "mark-target",
    "code",
    "table-head",
)
"""Names that stand for a background, with the words on it under ``NAME-text``."""

LINES = ("rule", "border")
"""Colours of lines."""

_RULES = Path(__file__).with_name("page.css")

_NOTES = "/* the colours of notes come here */"


def style_sheet(light: Theme, dark: Theme, continued: Iterable[str] = ()) -> str:
    """The rules, with the colours of two themes; the reader's system chooses between them.

    Paper is light: the dark colours are for screens only.

    Args:
        light: The theme by day and on paper.
        dark: The theme for a dark screen.
        continued: The ids of passages in several parts, all of which light up when one is meant.
    """
    names = tuple(f"note-{color}" for color in COLORS)
    notes = "\n".join(
        f".{name} {{ color: var(--{name}-text); background: var(--{name}); }}" for name in names
    )
    rules = _RULES.read_text("utf-8").replace(_NOTES, notes)
    return (
        f":root {{ color-scheme: light; {_colors(light)} }}\n"
        "@media screen and (prefers-color-scheme: dark) {\n"
        f":root {{ color-scheme: dark; {_colors(dark)} }}\n}}\n"
        f"{rules}{''.join(map(_meant, continued))}"
    )


def _meant(passage_id: str) -> str:
    """The rule for the further parts of a passage that a link led to."""
    return (
        f'body:has([id="{passage_id}"]:target) [data-of="{passage_id}"] '
        "{ color: var(--mark-target-text); background: var(--mark-target); }\n"
    )


def color_names() -> Iterator[str]:
    """The names of all colours that the rules use."""
    yield from (*INKS, *GROUNDS, *LINES)
    for name in (*PAIRS, *(f"note-{color}" for color in COLORS)):
        yield from (name, f"{name}-text")


def _colors(theme: Theme) -> str:
    known = {**theme.colors, **theme.variables}
    given = ((name, known.get(name, "")) for name in color_names())
    return " ".join(f"--{name}: {value};" for name, value in given if _COLOR.fullmatch(value))
