"""Every text that the screen draws can be read in every theme that ships.

Contrast is that of WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio, over the relative
luminance of https://www.w3.org/TR/WCAG22/#dfn-relative-luminance. 4.5:1 is success criterion 1.4.3,
7:1 is 1.4.6, and 3:1 is 1.4.11 for what is not text but tells something.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import dist

import pytest

from briefing.model.theme import (
    COLOR_NAMES,
    INK_NAMES,
    MARK_NAMES,
    NOTE_COLOR_NAMES,
    PAIR_NAMES,
    Theme,
)
from briefing.model.xterm import oklab
from briefing.storage.locations import shipped_themes
from briefing.storage.themes import load_themes

THEMES = load_themes([shipped_themes()])[0]
SHIPPED = [theme for theme in THEMES.values() if not theme.ansi]
IN_256 = [replace(theme.in_256(), name=f"{theme.name} in 256 colours") for theme in SHIPPED]
MEASURABLE = [*SHIPPED, *IN_256]
QUIET = ("mark-figure", "mark-state")
GROUNDS = ("background", "surface", "panel", "dialog", "input", "status")
WIDGET_PAIRS = (
    ("link", "code"),
    ("link", "table-head"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("input-selection-foreground", "input-selection-background"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("screen-selection-foreground", "screen-selection-background"),
    ("footer-foreground", "footer-background"),
    ("footer-key-foreground", "footer-key-background"),
    ("footer-description-foreground", "footer-description-background"),
    ("button-foreground", "surface"),
    ("button-color-foreground", "primary"),
    ("button-color-foreground", "success"),
    ("button-color-foreground", "warning"),
    ("button-color-foreground", "error"),
)


def luminance(color: str) -> float:
    """Relative luminance of ``#rrggbb``, 0 to 1."""
    red, green, blue = (int(color[index : index + 2], 16) / 255 for index in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def contrast(one: str, other: str) -> float:
    """1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def difference(one: str, other: str) -> float:
    """How far apart two colours look: the CIE 1976 distance (about 2 is just noticeable)."""
    return dist(_lab(one), _lab(other))


def _lab(color: str) -> tuple[float, float, float]:
    """CIELAB of ``#rrggbb`` (CIE 15:2004, section 8.2.1; sRGB matrix of IEC 61966-2-1, D65)."""
    red, green, blue = (_linear(int(color[index : index + 2], 16) / 255) for index in (1, 3, 5))
    x, y, z = (
        _root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505),
        _root(0.2126 * red + 0.7152 * green + 0.0722 * blue),
        _root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089),
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(value: float) -> float:
    return float(value ** (1 / 3)) if value > 0.008856 else 7.787 * value + 16 / 116


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _all(theme: Theme) -> dict[str, str]:
    return {**theme.colors, **theme.variables}


def _text_pairs() -> list[tuple[str, str]]:
    words = ("foreground", *INK_NAMES, "primary", "accent", "success", "warning", "error")
    own = [(f"{name}-text", name) for name in PAIR_NAMES]
    return [*own, *((ink, ground) for ink in words for ground in GROUNDS), *WIDGET_PAIRS]


def test_the_measure_agrees_with_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("theme", MEASURABLE, ids=lambda theme: theme.name)
def test_every_text_can_be_read(theme: Theme) -> None:
    colors = _all(theme)
    needed = 7.0 if theme.high_contrast else 4.5
    measured = {
        f"{ink} on {ground}": round(contrast(colors[ink], colors[ground]), 2)
        for ink, ground in _text_pairs()
        if ink in colors and ground in colors
    }
    assert {pair: ratio for pair, ratio in measured.items() if ratio < needed} == {}


@pytest.mark.parametrize("theme", MEASURABLE, ids=lambda theme: theme.name)
def test_the_pane_with_the_focus_and_the_text_cursor_can_be_seen(theme: Theme) -> None:
    colors = _all(theme)
    assert contrast(colors["border"], colors["background"]) >= 3
    assert contrast(colors["border"], colors["surface"]) >= 3
    assert contrast(colors["input-cursor-background"], colors["input"]) >= 3
    assert contrast(colors["panel-cursor"], colors["surface"]) >= 3


@pytest.mark.parametrize("theme", SHIPPED, ids=lambda theme: theme.name)
def test_every_colour_has_its_own_value_among_256(theme: Theme) -> None:
    assert set(theme.indexed) == set(_all(theme))


@pytest.mark.parametrize("theme", SHIPPED, ids=lambda theme: theme.name)
def test_the_grounds_of_a_theme_keep_their_tint_among_256(theme: Theme) -> None:
    """Cream must not turn lemon, nor slate navy: chroma in OKLab is nothing much above its own."""
    for name in ("background", "surface", "panel", "dialog", "input", "status"):
        color = _all(theme)[name]
        _light, *tint = oklab(color)
        _light, *new = oklab(_all(theme.in_256())[name])
        assert dist(tint, new) < 0.04, name


@pytest.mark.parametrize("theme", [*THEMES.values(), *IN_256], ids=lambda theme: theme.name)
def test_no_mark_or_highlight_looks_like_another_or_like_plain_text(theme: Theme) -> None:
    names = (*MARK_NAMES, *NOTE_COLOR_NAMES)
    looks = {name: (theme.variables[name], theme.variables[f"{name}-text"]) for name in names}
    assert len(set(looks.values())) == len(names)
    assert (theme.colors["background"], theme.colors["foreground"]) not in looks.values()


@pytest.mark.parametrize("theme", MEASURABLE, ids=lambda theme: theme.name)
def test_backgrounds_of_marks_are_told_apart_at_a_glance(theme: Theme) -> None:
    """Figures and states are left out: there are too many of them to lie on a background."""
    names = [*MARK_NAMES, *NOTE_COLOR_NAMES]
    colors = {name: theme.variables[name] for name in names if name not in QUIET}
    colors["background"] = theme.colors["background"]
    close = {
        (one, other): round(difference(colors[one], colors[other]), 1)
        for one, other in combinations(colors, 2)
        if difference(colors[one], colors[other]) < 7
    }
    assert close == {}


def test_there_is_a_theme_for_every_reader() -> None:
    kinds = [(theme.dark, theme.high_contrast) for theme in SHIPPED]
    assert kinds.count((False, False)) >= 2
    assert kinds.count((True, False)) >= 2
    assert kinds.count((False, True)) >= 1
    assert kinds.count((True, True)) >= 1
    assert any(theme.ansi for theme in THEMES.values())


def test_every_theme_names_every_colour() -> None:
    assert all(set(theme.colors) == set(COLOR_NAMES) for theme in THEMES.values())
