"""A theme's colours as escape sequences, for what is drawn before the screen library is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefing.model.theme import Theme
from briefing.model.xterm import nearest
from briefing.ui.depth import Depth, depth_of

_Send = Callable[[int, str], str]
"""Makes an escape sequence: 38 for words or 48 for what is under them, and the colour."""


def painter(theme: Theme, environment: Mapping[str, str]) -> Callable[[str], str]:
    """The escape sequences of a theme's colours; none where the terminal may not show them."""
    known, send = _known(theme, environment)
    if not known:
        return lambda _name: ""

    def paint(name: str) -> str:
        if name in ("title", "heading"):
            return send(38, known[name])
        words = known.get(f"{name}-text", known["foreground"])
        return send(38, words) + send(48, known[name])

    return paint


def pens(theme: Theme, environment: Mapping[str, str]) -> Callable[[str], str]:
    """The escape sequences that `Palette.pen` draws with; otherwise as `painter`."""
    known, send = _known(theme, environment)

    def pen(name: str) -> str:
        color, words = known.get(name), known.get(f"{name}-text")
        if color is None:
            return ""
        return send(38, color) if words is None else send(38, words) + send(48, color)

    return pen


def _known(theme: Theme, environment: Mapping[str, str]) -> tuple[Mapping[str, str], _Send]:
    """The colours by name, and what makes an escape sequence of one."""
    depth = depth_of(environment)
    if theme.ansi or depth not in (Depth.TRUE, Depth.INDEXED):
        return {}, _color
    if depth is Depth.INDEXED:
        theme = theme.in_256()
    known = {**theme.colors, **theme.variables}
    return known, _number if depth is Depth.INDEXED else _color


def _color(code: int, hex_digits: str) -> str:
    red, green, blue = (int(hex_digits[at : at + 2], 16) for at in (1, 3, 5))
    return f"\x1b[{code};2;{red};{green};{blue}m"


def _number(code: int, hex_digits: str) -> str:
    return f"\x1b[{code};5;{nearest(hex_digits)}m"
