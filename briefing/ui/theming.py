"""A theme of ours as one of Textual's, and its colours as styles to draw with."""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color as RichColor
from rich.color import ColorType
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme as TextualTheme

from briefing.model.theme import Theme
from briefing.model.xterm import nearest
from briefing.text.safe import drawn, visible
from briefing.ui.render.palette import Palette


class Colorless(LineFilter):
    """Takes all colour out of a line. Textual's own filter sends the default colours instead."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same words, bold and underlined as they were, in no colour."""
        del background
        return [
            Segment(text, None if style is None else style.without_color, control)
            for text, style, control in segments
        ]


class Harmless(LineFilter):
    """The last gate before the terminal: no widget, Textual's own included, can send a command.

    What draws text of others has made it safe already; this holds for what is typed and pasted too.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same words, with stand-ins for what a terminal might act on."""
        del background
        if all(text.isascii() and text.isprintable() for text, _style, _control in segments):
            return segments
        return [
            Segment(text if control else drawn(visible(text)), style, control)
            for text, style, control in segments
        ]


class Indexed(LineFilter):
    """Sends colours by their numbers, for a terminal of 256.

    The library's own way finds a number by hue and saturation, which turns cream into lemon.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same words in the colours that look most like theirs."""
        del background
        return [
            Segment(text, None if style is None else _by_number(style), control)
            for text, style, control in segments
        ]


@lru_cache(4096)
def _by_number(style: Style) -> Style:
    """A style whose colours are numbers of the terminal."""
    color, ground = style.color, style.bgcolor
    if not any(each is not None and each.triplet is not None for each in (color, ground)):
        return style
    return style + Style(color=_number(color), bgcolor=_number(ground))


def _number(color: RichColor | None) -> RichColor | None:
    if color is None or color.type is not ColorType.TRUECOLOR or color.triplet is None:
        return color
    return RichColor.from_ansi(nearest(color.triplet.hex))


def textual_theme(theme: Theme) -> TextualTheme:
    """The same colours, in the form that Textual registers."""
    colors = theme.colors
    return TextualTheme(
        name=theme.name,
        primary=colors["primary"],
        secondary=colors["secondary"],
        accent=colors["accent"],
        success=colors["success"],
        warning=colors["warning"],
        error=colors["error"],
        foreground=colors["foreground"],
        background=colors["background"],
        surface=colors["surface"],
        panel=colors["panel"],
        dark=theme.dark,
        ansi=theme.ansi,
        variables=dict(theme.variables),
    )


def palette_of(app: App[object]) -> Palette:
    """The colours of the theme that is shown now.

    In the terminal's own sixteen colours Textual makes ``surface`` and ``panel`` transparent, which
    would be drawn as black.
    """
    theme = app.current_theme
    grounds = {"surface": theme.surface, "panel": theme.panel} if theme.ansi else {}
    own = {name: color for name, color in grounds.items() if color is not None}
    return Palette({**app.theme_variables, **own}, has_color=not app.no_color)
