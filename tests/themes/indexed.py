"""Proposes the 256-colour values of a theme: `python -m tests.themes.indexed NAME…`.

Each is the colour that looks most like the theme's own and still does its work: words keep their
contrast on all that they stand on, and marks are told apart. The values are then looked at, changed
by hand where they please less, and kept in the theme's file under ``indexed``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import partial

from briefing.model.theme import INK_NAMES, MARK_NAMES, NOTE_COLOR_NAMES, Theme
from briefing.model.xterm import FIRST, LAST, distance, hex_of, oklab
from briefing.storage.locations import shipped_themes
from briefing.storage.themes import load_theme
from tests.themes.test_contrast import (
    GROUNDS,
    QUIET,
    WIDGET_PAIRS,
    contrast,
    difference,
    luminance,
)

_COLORS = [hex_of(number) for number in range(FIRST, LAST + 1)]
_LINES = ("border", "input-cursor-background", "panel-cursor")
_MARKS = ("background", *(n for n in (*MARK_NAMES, *NOTE_COLOR_NAMES) if n not in QUIET))


def proposed(theme: Theme) -> dict[str, int]:
    """A number for every name of a theme."""
    colors = {**theme.colors, **theme.variables}
    needed = 7.0 if theme.high_contrast else 4.5
    found: dict[str, str] = {}

    def choose(name: str, fits: Callable[[str], bool]) -> None:
        wanted = oklab(colors[name])
        order = sorted(_COLORS, key=lambda color: distance(wanted, oklab(color)))
        found[name] = next((color for color in order if fits(color)), order[0])

    words = [name for name in colors if any(True for _ground in _grounds(name))]
    for name in (each for each in dict.fromkeys((*_MARKS, *colors)) if each not in words):
        same = next((each for each in found if colors[each] == colors[name]), None)
        if same is not None and name not in _MARKS:
            found[name] = found[same]
        else:
            choose(name, partial(_does_its_work, colors, found, words, needed, name))
    for name in words:
        below = [found[ground] for ground in _grounds(name) if ground in found]
        choose(name, partial(_is_read_on, below, needed))
    numbers = {color: number for number, color in enumerate(_COLORS, FIRST)}
    return {name: numbers[found[name]] for name in colors}


def _does_its_work(
    colors: dict[str, str],
    found: dict[str, str],
    words: list[str],
    needed: float,
    name: str,
    color: str,
) -> bool:
    """Whether a ground or a line can be that colour, by what has been found so far."""
    bears = [word for word in words if name in _grounds(word)]
    apart = [found[each] for each in _MARKS if each in found] if name in _MARKS else []
    seen_on = _low(found) if name in _LINES else []
    extremes = [
        "#ffffff" if luminance(colors[word]) > luminance(colors[name]) else "#000000"
        for word in bears
    ]
    return (
        all(contrast(extreme, color) >= needed for extreme in extremes)
        and all(difference(color, other) >= 7 for other in apart)
        and all(contrast(color, ground) >= 3 for ground in seen_on)
    )


def _is_read_on(grounds: list[str], needed: float, color: str) -> bool:
    return all(contrast(color, ground) >= needed for ground in grounds)


def _low(found: dict[str, str]) -> list[str]:
    """What the line around the pane with the focus is seen against."""
    return [found[name] for name in ("background", "surface", "input") if name in found]


def _grounds(name: str) -> Iterable[str]:
    """What words of a name stand on."""
    if name.endswith("-text"):
        yield name.removesuffix("-text")
    elif name in (*INK_NAMES, "foreground", "primary", "accent", "success", "warning", "error"):
        yield from GROUNDS
    yield from (other for one, other in WIDGET_PAIRS if one == name)


def main(names: list[str]) -> None:
    """Write what belongs at the end of each file."""
    for name in names:
        theme, _faults = load_theme(name, [shipped_themes()])
        assert theme is not None, name
        print(f"# {name}\n\nindexed:")
        for color, number in proposed(theme).items():
            print(f"  {color}: {number}")


if __name__ == "__main__":
    main(sys.argv[1:])
