"""The article: one widget that draws the lines in view and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from briefing.layout import Flow
from briefing.layout.cells import cell_of, offset_at
from briefing.layout.options import LayoutOptions
from briefing.model.article import Document
from briefing.model.mark import Mark, MarkKind
from briefing.model.reading_state import Guide
from briefing.model.span import Place, Span
from briefing.ui.render.guide import line_at, look_of
from briefing.ui.render.lines import draw_line
from briefing.ui.render.links import ShownLink, link_at
from briefing.ui.render.marks import Marks, Passages
from briefing.ui.render.measure import (
    BAR_CELLS,
    GUTTER_CELLS,
    MEASURE_CELLS,
    column_cells,
    left_cells,
)
from briefing.ui.render.palette import Palette
from briefing.ui.render.scrollbar import draw_cell, thumb_rows
from briefing.ui.render.viewport import (
    Top,
    VisibleLine,
    end_top,
    lines_from,
    moved,
    page_rows,
    share,
    soon_in_view,
    top_of,
)
from briefing.ui.widgets.article_mouse import ArticleMouse


@dataclass(frozen=True, slots=True)
class View:
    """What of the article is on the screen."""

    first: Place
    """The first character in view."""
    last: Place
    """The character after the last one in view."""
    share: float
    """How much of the article lies before the end of the view: 0 to 1."""


class ArticlePane(ArticleMouse, can_focus=True):
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
        super().__init__(id="article")
        self._options = LayoutOptions(wrap_code=wrap_code)
        self.document = document
        self.measure_cells = measure_cells
        self._flow: Flow | None = None
        self._top = Top(0, 0)
        self._ahead_of: Top | None = None
        self._goal: Place | None = None
        self._early: list[Callable[[], None]] = []  # keys may come before the size is known
        self._held: tuple[Top, Place] | None = None
        self._window: list[VisibleLine] = []
        self._palette = Palette({})
        self._marks = Marks()
        self._labels: dict[tuple[int, int, int], str] = {}
        self._guide = Guide.NONE
        self._at_hand: VisibleLine | None = None
        self._place = Place(0, 0)

    # -- attributes down --------------------------------------------------------------------

    def show(self, document: Document, place: Place | None = None) -> None:
        """Draw another text, or the same one read again, from a place on."""
        self.document = document
        self._flow = None
        self._goal = place or Place(0, 0)
        self._lay_out()

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.refresh()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Draw these marks, sorted by their start, under what is searched and selected."""
        self._marks.stand(marks)
        self.refresh()

    def set_overlay(self, kind: MarkKind, spans: Sequence[Span]) -> None:
        """Draw passages that mean something for now: hits, the target, the selection.

        Args:
            kind: What they mean.
            spans: The passages, sorted and without overlap.
        """
        self._marks.lay_over(kind, spans)
        self.refresh()

    def set_passages(self, kind: MarkKind, passages: Passages | None) -> None:
        """Draw passages that are known chunk by chunk, also where nothing before is parsed.

        Args:
            kind: What they mean.
            passages: The passages of a chunk, sorted; None takes them away.
        """
        self._marks.lay_in_chunks(kind, passages)
        self.refresh()

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

    def set_labels(self, labels: Mapping[str, ShownLink]) -> None:
        """Draw letters over the beginnings of links; none for an empty mapping."""
        self._labels = {(link.chunk, link.row, link.cell): label for label, link in labels.items()}
        self.refresh()

    def set_at_hand(self, place: Place, guide: Guide) -> None:
        """Tell where the reader is, and whether the paragraph or the line there stands out."""
        self._place = place
        at_hand = None if guide is Guide.NONE else self.line_at(place)
        if (guide, at_hand) != (self._guide, self._at_hand):
            self._guide, self._at_hand = guide, at_hand
            self.refresh()

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
    def lines_in_view(self) -> Sequence[VisibleLine]:
        """The lines on the screen, from top to bottom."""
        return self._window

    def line_at(self, place: Place) -> VisibleLine | None:
        """The line in view that holds a place, or the next one with words."""
        return line_at(self._window, place)

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

    @property
    def _rows(self) -> int:
        return max(1, self.size.height)

    @property
    def column_cells(self) -> int:
        """The width of the column of text, as far as there is room for it."""
        return column_cells(self.size.width, self.measure_cells)

    @property
    def _left_cells(self) -> int:
        return left_cells(self.size.width, self.column_cells)

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

    # -- drawing ----------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw one row of the view."""
        width = self.size.width
        body = width - BAR_CELLS
        if y < len(self._window):
            seen = self._window[y]
            look = look_of(seen, self._guide, self._at_hand, self._palette)
            strip = draw_line(
                seen.line,
                self._marks.on(seen, self.document),
                look.palette,
                left_cells=self._left_cells,
                width_cells=body,
                sign=look.sign,
            )
            strip = self._labelled(strip, seen).apply_style(look.palette.ground("background"))
        else:
            strip = Strip.blank(body)
        strip = Strip([*strip, draw_cell(y, self._thumb(), self._palette)], width)
        return strip.apply_style(self._palette.ground("background"))

    def _labelled(self, strip: Strip, seen: VisibleLine) -> Strip:
        """The line with the letters of its links over it."""
        for (chunk, row, cell), label in self._labels.items():
            if (chunk, row) == (seen.chunk, seen.row):
                left = self._left_cells + GUTTER_CELLS + cell
                pen = self._palette.label
                strip = Strip.join(
                    [
                        strip.crop(0, left),
                        Strip([Segment(label, pen)], len(label)),
                        strip.crop(left + len(label)),
                    ]
                )
        return strip

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
        self._window = list(lines_from(self._flow, top, self._rows))
        self._at_hand = None if self._guide is Guide.NONE else line_at(self._window, None)
        self.refresh()
        self.post_message(self.Scrolled(self.view))

    # -- under the mouse --------------------------------------------------------------------

    def scroll_bar_to(self, y: int) -> None:
        """Scroll so that the bar is at a row of the widget."""
        if self._flow is None:
            return
        share_above = min(1.0, max(0.0, y / max(1, self._rows - 1)))
        row = round(share_above * max(0, self._flow.height() - self._rows))
        self._move_to(moved(self._flow, Top(*self._flow.chunk_at_row(row)), 0, height=self._rows))

    def link_under(self, offset: Offset) -> ShownLink | None:
        """The link under a point of the widget."""
        if not 0 <= offset.y < len(self._window):
            return None
        return link_at(self._window[offset.y], offset.x - self._left_cells - GUTTER_CELLS)

    def place_under(self, offset: Offset) -> Place | None:
        """The character under a point of the widget; the nearest one on its line."""
        if not self._window:
            return None
        seen = self._window[min(max(0, offset.y), len(self._window) - 1)]
        cell = offset.x - self._left_cells - GUTTER_CELLS
        found = offset_at(seen.line, cell)
        return None if found is None else Place(seen.chunk, found)
