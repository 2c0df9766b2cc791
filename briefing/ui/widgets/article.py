"""The article: one widget that lays out and draws the lines in view and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.geometry import Offset
from textual.message import Message

from briefing.layout.cells import cell_of
from briefing.layout.flow import Flow
from briefing.layout.options import LayoutOptions
from briefing.model.article import Document
from briefing.model.span import Place
from briefing.ui.render.measure import GUTTER_CELLS, MEASURE_CELLS
from briefing.ui.render.scrollbar import thumb_rows
from briefing.ui.render.viewport import (
    Top,
    end_top,
    lines_from,
    moved,
    page_rows,
    share,
    soon_in_view,
    top_of,
)
from briefing.ui.widgets.article_drawing import ArticleDrawing


@dataclass(frozen=True, slots=True)
class View:
    """What of the article is on the screen."""

    first: Place
    """The first character in view."""
    last: Place
    """The character after the last one in view."""
    share: float
    """How much of the article lies before the end of the view: 0 to 1."""


class ArticlePane(ArticleDrawing, can_focus=True):
    """Draws an article line by line, with marks over it.

    The screen gives it a document, marks and a target; it tells what was clicked, dragged over or
    scrolled. It knows chunks and lines, and needs to know nothing of the rest of the article.
    """

    @dataclass
    class Scrolled(Message):
        """What is in view has changed."""

        view: View
        """What is in view now."""

    def __init__(
        self, document: Document, *, measure_cells: int = MEASURE_CELLS, wrap_code: bool = True
    ) -> None:
        super().__init__(document, measure_cells)
        self._options = LayoutOptions(wrap_code=wrap_code)
        self._flow: Flow | None = None
        self._top = Top(0, 0)
        self._ahead_of: Top | None = None
        self._goal: Place | None = None
        self._early: list[Callable[[], None]] = []  # keys may come before the size is known
        self._held: tuple[Top, Place] | None = None

    # -- attributes down --------------------------------------------------------------------

    def show(self, document: Document, place: Place | None = None) -> None:
        """Draw another text, or the same one read again, from a place on."""
        self.document = document
        self._flow = None
        self._goal = place or Place(0, 0)
        self._lay_out()

    def set_measure(self, measure_cells: int) -> None:
        """Give the column of text another greatest width."""
        self.measure_cells = measure_cells
        self._lay_out()

    @property
    def is_code_wrapped(self) -> bool:
        """Whether long lines of code go on below."""
        return self._options.wrap_code

    def wrap_code(self, *, is_wrapped: bool) -> None:
        """Let long lines of code go on below, or cut them."""
        self._options = LayoutOptions(wrap_code=is_wrapped)
        self._lay_out()

    def scroll_code(self, cells: int) -> None:
        """Show cut code further to the right, or to the left if negative."""
        if self._flow is not None and not self._options.wrap_code:
            self._flow.scroll_code(self._flow.options.code_offset_cells + cells)
            self._options = self._flow.options
            self._ahead_of = None
            self._move_to(self._top)

    # -- where we are -----------------------------------------------------------------------

    @property
    def view(self) -> View:
        """What is on the screen."""
        if not self._window or self._flow is None:
            goal = self._goal or Place(0, 0)
            return View(goal, goal, 0.0)
        first, last = self._window[0], self._window[-1]
        return View(
            Place(first.chunk, first.line.start),
            Place(last.chunk, last.line.end),
            share(self._flow, self._top, self._rows),
        )

    @property
    def first_word(self) -> Place:
        """The character that stays in the first line when the width changes."""
        if self._held is not None and self._held[0] == self._top:
            return self._held[1]
        return self.view.first

    @property
    def caret(self) -> Offset | None:
        """The cell of the screen where what is at hand begins."""
        seen = self.line_at(self._place) or self.line_at(self.view.first)
        if seen is None:
            return None
        row = self._window.index(seen)
        is_in_line = seen.chunk == self._place.chunk and seen.line.start <= self._place.offset
        cell = cell_of(seen.line, self._place.offset if is_in_line else seen.line.start)
        left = self._left_cells + GUTTER_CELLS + cell
        return self.content_region.offset + Offset(left, row)

    # -- moving -----------------------------------------------------------------------------

    def move_rows(self, rows: int) -> None:
        """Scroll by lines; never past either end."""
        if self._flow is None:
            self._early.append(lambda: self.move_rows(rows))
            return
        self._move_to(moved(self._flow, self._top, rows, height=self._rows))

    def move_pages(self, pages: float) -> None:
        """Scroll by pages; two lines of the last page stay in view."""
        if self._flow is None:
            self._early.append(lambda: self.move_pages(pages))
            return
        self.move_rows(page_rows(pages, self._rows))

    def go_to_start(self) -> None:
        """Scroll to the first line."""
        if self._flow is None:
            self._early.append(self.go_to_start)
            return
        self._move_to(Top(0, 0))

    def go_to_end(self) -> None:
        """Scroll so that the last line stands at the bottom."""
        if self._flow is None:
            self._early.append(self.go_to_end)
            return
        self._move_to(end_top(self._flow, self._rows))

    def go_to(self, place: Place, *, above: int = 0) -> None:
        """Scroll a character to the top, with some lines above it."""
        if self._flow is None:
            self._goal = place
            return
        self._move_to(top_of(self._flow, place, above=above, height=self._rows))

    def show_place(self, place: Place) -> None:
        """Scroll only if a character is not in view; then a third of the view lies above it."""
        view = self.view
        if not (view.first <= place < view.last):
            self.go_to(place, above=self._rows // 3)

    def look_ahead(self) -> bool:
        """Lay out a little of what the next keys may ask for; False when all of it is at hand."""
        flow = self._flow
        if flow is None or self._ahead_of == self._top:
            return False
        soon = soon_in_view(flow, self._top, self._rows)
        missing = next((chunk for chunk in soon if not flow.is_at_hand(chunk)), None)
        if missing is None:
            self._ahead_of = self._top
            return False
        flow.lay_out_soon(missing)
        return True

    @property
    def is_settled(self) -> bool:
        """Whether scroll bar and share are exact: all is laid out at this width."""
        return self._flow is not None and self._flow.is_exact

    def lay_out_more(self) -> bool:
        """Lay out a little more of what is not in view; False when there is nothing left."""
        return self._flow is not None and self._flow.lay_out_next()

    def settle(self) -> None:
        """Draw the scroll bar again: more is known about the heights."""
        self.refresh()

    def _thumb(self) -> range:
        if self._flow is None:
            return range(0)
        whole, rows = self._flow.height(), self._rows
        before = self._flow.chunk_top(self._top.chunk) + self._top.row
        return thumb_rows(rows, whole, before / max(1, whole - rows))

    # -- keeping the view -------------------------------------------------------------------

    def on_resize(self) -> None:
        """Lay out at the new width; the first word in view stays the first."""
        self._lay_out()

    def _lay_out(self) -> None:
        if self.size.width == 0:
            return
        first = self._goal or self.first_word
        if self._flow is None or not self._flow.is_for(self.column_cells, self._options):
            self._flow = Flow(self.document, self.column_cells, self._options)
            self._ahead_of = None
        self._goal = None
        chunk, row = self._flow.row_of(first)
        self._move_to(moved(self._flow, Top(chunk, row), 0, height=self._rows))
        self._held = (self._top, first)
        early, self._early = self._early, []
        for move in early:
            move()

    def _move_to(self, top: Top) -> None:
        if self._flow is None:
            return
        self._top = top
        self.set_window(list(lines_from(self._flow, top, self._rows)))
        self.post_message(self.Scrolled(self.view))

    # -- under the mouse --------------------------------------------------------------------

    def scroll_bar_to(self, y: int) -> None:
        """Scroll so that the bar is at a row of the widget."""
        if self._flow is None:
            return
        share_above = min(1.0, max(0.0, y / max(1, self._rows - 1)))
        row = round(share_above * max(0, self._flow.height() - self._rows))
        self._move_to(moved(self._flow, Top(*self._flow.chunk_at_row(row)), 0, height=self._rows))
