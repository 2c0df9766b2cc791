"""The first page, drawn before the screen library is loaded.

Loading Textual takes most of the time to its first frame. The words are known long before: they are
written to the terminal at the very places where the reader will draw them, in the same colours, and
the reader then draws over them. Nothing here needs Textual, and keys pressed meanwhile wait for it.
"""

from __future__ import annotations

import os
import sys
import termios
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from briefing.layout import Flow
from briefing.model.article import Document, Style
from briefing.model.line import Line, Role
from briefing.model.span import Place
from briefing.model.theme import Theme
from briefing.text.width import cells
from briefing.ui.render.measure import (
    GUTTER_CELLS,
    LOW_ROWS,
    MEDIUM_CELLS,
    OUTLINE_CELLS,
    PANELS_CELLS,
    WIDE_CELLS,
    column_cells,
    left_cells,
    side_of,
)
from briefing.ui.render.viewport import Top, lines_from, moved

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[H"
_LEAVE = "\x1b[?1049l\x1b[?25h"
_RESET = "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Frame:
    """How the screen is divided, in cells."""

    outline: int
    """Left of the text; 0 for nothing."""
    article: int
    """The pane of the text."""
    panels: int
    """Right of the text; 0 for nothing."""
    rows: int
    """Rows of the text."""


def frame_of(width: int, height: int, shown: Mapping[str, bool]) -> Frame:
    """How the reader will divide a terminal, by what the user chose to see."""
    sides: set[str] = set()
    if width >= WIDE_CELLS:
        sides = {name for name in ("outline", "panels") if shown.get(name, True)}
    elif width >= MEDIUM_CELLS:
        sides = {side_of(shown) or ""}
    outline = OUTLINE_CELLS if "outline" in sides else 0
    panels = PANELS_CELLS if "panels" in sides else 0
    foot = 1 if height < LOW_ROWS else 2
    return Frame(outline, width - outline - panels, panels, max(1, height - foot))


def draw_first_page(
    document: Document, place: Place, frame: Frame, measure_cells: int, paint: Callable[[str], str]
) -> str:
    """The rows of the text, each with its address on the screen.

    Args:
        document: The article; only what is in view is parsed.
        place: The first character in view.
        frame: How the screen is divided.
        measure_cells: The widest column of text.
        paint: Gives the escape sequence of a colour by its name in the theme.
    """
    column = column_cells(frame.article, measure_cells)
    flow = Flow(document, column)
    chunk, row = flow.row_of(place)
    top = moved(flow, Top(chunk, row), 0, height=frame.rows)
    margin = left_cells(frame.article, column) + GUTTER_CELLS
    seen = {number: line.line for number, line in enumerate(lines_from(flow, top, frame.rows))}
    rows = []
    for number in range(frame.rows):
        words, used = _draw_words(seen[number], paint) if number in seen else ("", 0)
        rest = " " * max(0, frame.article - margin - used)
        rows.append(
            f"\x1b[{number + 1};1H{paint('surface')}{' ' * frame.outline}"
            f"{paint('background')}{' ' * margin}{words}{rest}"
            f"{paint('surface')}{' ' * frame.panels}{_RESET}"
        )
    return "".join(rows)


def _draw_words(line: Line, paint: Callable[[str], str]) -> tuple[str, int]:
    """The words of a line with their colours, and how many cells they take."""
    drawn, used = [], 0
    for piece in line.pieces:
        look = {Role.TITLE: "title", Role.HEADING: "heading", Role.CODE: "code"}.get(piece.role, "")
        bold = piece.role in (Role.TITLE, Role.HEADING) or Style.STRONG in piece.style
        italic = Style.EMPHASIS in piece.style
        drawn.append(
            f"{paint(look) if look else ''}{_attribute(1, is_set=bold)}"
            f"{_attribute(3, is_set=italic)}{piece.text}{_RESET}{paint('background')}"
        )
        used += cells(piece.text)
    return "".join(drawn), used


def _attribute(code: int, *, is_set: bool) -> str:
    return f"\x1b[{code}m" if is_set else ""


def painter(theme: Theme, environment: Mapping[str, str]) -> Callable[[str], str]:
    """The escape sequences of a theme's colours; none where the terminal may not show them."""
    has_color = (
        "NO_COLOR" not in environment
        and not theme.ansi
        and environment.get("COLORTERM", "") in ("truecolor", "24bit")
    )
    if not has_color:
        return lambda _name: ""
    known = {**theme.colors, **theme.variables}

    def paint(name: str) -> str:
        if name in ("title", "heading"):
            return _color(38, known[name])
        words = known.get(f"{name}-text", known["foreground"])
        return _color(38, words) + _color(48, known[name])

    return paint


def _color(code: int, hex_digits: str) -> str:
    red, green, blue = (int(hex_digits[at : at + 2], 16) for at in (1, 3, 5))
    return f"\x1b[{code};2;{red};{green};{blue}m"


@contextmanager
def first_page(
    document: Document, place: Place, shown: Mapping[str, bool], measure_cells: int, theme: Theme
) -> Iterator[Callable[[], None]]:
    """Show the first page until the reader takes over.

    Args:
        document: The article; only what is in view is parsed.
        place: The first character in view.
        shown: Whether outline and panels are wanted, by name.
        measure_cells: The widest column of text.
        theme: Its colours.

    Yields:
        What to call when the reader is about to start: from then on it looks after the screen.
    """
    size = os.get_terminal_size(sys.stdout.fileno())
    frame = frame_of(size.columns, size.lines, shown)
    page = draw_first_page(document, place, frame, measure_cells, painter(theme, os.environ))
    with ExitStack() as keys, ExitStack() as screen:
        keys.enter_context(_silent_keys(sys.stdin.fileno()))
        screen.callback(_write, _LEAVE)
        _write(_ENTER + page)

        def hand_over() -> None:
            """The reader notes how the keys were, to put them back: as they were before us."""
            screen.pop_all()
            keys.close()

        yield hand_over


@contextmanager
def _silent_keys(terminal: int) -> Iterator[None]:
    """Let keys that are pressed now wait, and not be written over the page."""
    before = termios.tcgetattr(terminal)
    silent = [*before[:3], before[3] & ~(termios.ECHO | termios.ICANON), *before[4:]]
    termios.tcsetattr(terminal, termios.TCSANOW, silent)
    try:
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
