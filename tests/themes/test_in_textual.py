"""Textual takes every theme, its own widgets included."""

from __future__ import annotations

from typing import Any

from textual.app import App, ComposeResult
from textual.color import Color
from textual.design import ColorSystem
from textual.theme import Theme as TextualTheme
from textual.widgets import Button, Input, Static, TextArea

from briefing.model.theme import INK_NAMES, LINE_NAMES, PAIR_NAMES, WIDGET_NAMES, Theme
from briefing.storage.locations import shipped_themes
from briefing.storage.themes import load_themes

THEMES = load_themes([shipped_themes()])[0]
RULES = [f"#{name} {{ background: ${name}; color: ${name}-text; }}" for name in PAIR_NAMES]
RULES += [f"#{name} {{ color: ${name}; }}" for name in (*INK_NAMES, *LINE_NAMES)]


class Host(App[None]):
    """Shows one of everything."""

    CSS = "\n".join(RULES)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(THEMES["paper"].variables)

    def compose(self) -> ComposeResult:
        yield from (Static("x", id=name) for name in (*PAIR_NAMES, *INK_NAMES, *LINE_NAMES))
        yield from (Input("x"), TextArea("x"), Button("x"), Button("x", variant="primary"))


def _textual(theme: Theme) -> TextualTheme:
    fields: dict[str, Any] = {**theme.colors, "variables": dict(theme.variables)}
    return TextualTheme(name=theme.name, dark=theme.dark, ansi=theme.ansi, **fields)


async def test_every_theme_can_be_switched_to_and_is_what_its_file_says() -> None:
    app = Host()
    async with app.run_test() as pilot:
        for theme in THEMES.values():
            app.register_theme(_textual(theme))
            app.theme = theme.name
            await pilot.pause()
            shown = app.query_one("#mark-search").styles
            assert shown.background == Color.parse(theme.variables["mark-search"])
            assert shown.color == Color.parse(theme.variables["mark-search-text"])


def test_the_names_are_textuals_own_where_they_mean_to_be_and_only_there() -> None:
    textual = ColorSystem(primary="#000000").generate()
    assert set(WIDGET_NAMES) <= set(textual)
    own = {each for name in PAIR_NAMES for each in (name, f"{name}-text")} | {*INK_NAMES}
    assert own.isdisjoint(textual)
