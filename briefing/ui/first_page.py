"""The first page, drawn before the screen library is loaded.

Loading Textual takes most of the time to its first frame. The words are known long before: they are
drawn at the very places where the reader will draw them, in the same colours, and the reader then
draws over them. Nothing here needs Textual.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from briefing.layout.flow import Flow
from briefing.layout.options import DEFAULTS, LayoutOptions
from briefing.model.article import Document, Style
from briefing.model.line import Line, Role
from briefing.model.records import dataclass
from briefing.model.span import Place
from briefing.text.width import cells
from briefing.ui.render.measure import (
    FOOT_ROWS,
    GUTTER_CELLS,
    LOW_ROWS,
    MEASURE_CELLS,
    MEDIUM_CELLS,
    WIDE_CELLS,
    column_cells,
    left_cells,
    side_cells,
    side_of,
)
from briefing.ui.render.viewport import Top, end_top, lines_from, moved, page_rows

_RESET = "\x1b[0m"

_ROWS = {"line_down": 1, "line_up": -1}
_PAGES = {"page_down": 1.0, "page_up": -1.0, "half_page_down": 0.5, "half_page_up": -0.5}
MOVES = frozenset({*_ROWS, *_PAGES, "go_to_start", "go_to_end"})
"""The actions that only move the view."""


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


def frame_of(
    width: int,
    height: int,
    shown: Mapping[str, bool],
    sizes: Mapping[str, int] = MappingProxyType({}),
) -> Frame:
    """How the reader will divide a terminal, by what the user chose to see, and how wide."""
    sides: set[str] = set()
    if width >= WIDE_CELLS:
        sides = {name for name in ("outline", "panels") if shown.get(name, True)}
    elif width >= MEDIUM_CELLS:
        sides = {side for side in (side_of(shown),) if side}
    outline, panels = side_cells(width, sides, sizes).values()
    foot = 1 if height < LOW_ROWS else FOOT_ROWS
    return Frame(outline, width - outline - panels, panels, max(1, height - foot))


class FirstPage:
    """The rows of the text on a screen that nothing else draws on yet."""

    def __init__(
        self,
        document: Document,
        place: Place,
        frame: Frame,
        paint: Callable[[str], str],
        *,
        measure_cells: int = MEASURE_CELLS,
        options: LayoutOptions = DEFAULTS,
        is_beginning: bool = False,
    ) -> None:
        """Lay out what is in view; only that is parsed.

        Args:
            document: The article.
            place: The first character in view.
            frame: How the screen is divided.
            paint: Gives the escape sequence of a colour by its name in the theme.
            measure_cells: The widest column of text.
            options: What the reader chose about the layout.
            is_beginning: Whether more of the article follows, so that its end is not there yet.
        """
        self._frame = frame
        self._is_beginning = is_beginning
        self._paint = paint
        self._column_cells = column_cells(frame.article, measure_cells)
        self._flow = Flow(document, self._column_cells, options)
        chunk, row = self._flow.row_of(place)
        self._top = Top(chunk, row)
        self._move_rows(0)

    @property
    def moves(self) -> Mapping[str, Callable[[], None]]:
        """What moves the view, by the ids in `MOVES`: as the reader's own keys do."""
        rows = self._frame.rows
        by_rows = {**_ROWS, **{name: page_rows(pages, rows) for name, pages in _PAGES.items()}}
        end = {} if self._is_beginning else {"go_to_end": self._move_to_end}
        return {
            **{name: partial(self._move_rows, count) for name, count in by_rows.items()},
            "go_to_start": partial(self._move_to, Top(0, 0)),
            **end,
        }

    def _move_to_end(self) -> None:
        self._move_to(end_top(self._flow, self._frame.rows))

    def _move_rows(self, rows: int) -> None:
        self._move_to(moved(self._flow, self._top, rows, height=self._frame.rows))

    def _move_to(self, top: Top) -> None:
        self._top = top

    def draw(self) -> str:
        """The rows, each with its address on the screen."""
        frame, paint = self._frame, self._paint
        margin = left_cells(frame.article, self._column_cells) + GUTTER_CELLS
        lines = [line.line for line in lines_from(self._flow, self._top, frame.rows)]
        rows = []
        for number in range(frame.rows):
            words, used = _draw_words(lines[number], paint) if number < len(lines) else ("", 0)
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
