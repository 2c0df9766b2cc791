"""How the lines of the article in view are drawn: marks, letters of links, the guide, the bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from textual.geometry import Offset
from textual.strip import Strip

from briefing.layout.cells import offset_at
from briefing.model.article import Document
from briefing.model.mark import Mark, MarkKind
from briefing.model.reading_state import Guide
from briefing.model.span import Place, Span
from briefing.ui.render.guide import line_at, look_of, signed
from briefing.ui.render.lines import draw_line
from briefing.ui.render.links import ShownLink, link_at
from briefing.ui.render.marks import Marks, Passages
from briefing.ui.render.measure import BAR_CELLS, GUTTER_CELLS, column_cells, left_cells
from briefing.ui.render.palette import Palette
from briefing.ui.render.scrollbar import draw_cell
from briefing.ui.render.viewport import VisibleLine
from briefing.ui.widgets.article_mouse import ArticleMouse


class ArticleDrawing(ArticleMouse):
    """The part of the article's pane that draws a window of lines, wherever it comes from."""

    def __init__(self, document: Document, measure_cells: int) -> None:
        super().__init__(id="article")
        self.document = document
        self.measure_cells = measure_cells
        self._window: list[VisibleLine] = []
        self._palette = Palette({})
        self._marks = Marks()
        self._labels: dict[tuple[int, int, int], str] = {}
        self._guide = Guide.NONE
        self._at_hand: VisibleLine | None = None
        self._place = Place(0, 0)
        self._signs: Mapping[Place, str] = {}

    # -- what it asks of the pane -----------------------------------------------------------

    def _thumb(self) -> range:
        """The rows of the widget that the scroll bar takes."""
        raise NotImplementedError

    # -- what is drawn over the words -------------------------------------------------------

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

    def set_signs(self, signs: Mapping[Place, str]) -> None:
        """Draw a sign of one cell where each of some sentences begins."""
        if signs != self._signs:
            self._signs = signs
            self.refresh()

    # -- the window -------------------------------------------------------------------------

    def set_window(self, lines: list[VisibleLine]) -> None:
        """Draw these lines, from top to bottom."""
        self._window = lines
        self._at_hand = None if self._guide is Guide.NONE else line_at(lines, None)
        self.refresh()

    @property
    def lines_in_view(self) -> Sequence[VisibleLine]:
        """The lines on the screen, from top to bottom."""
        return self._window

    def line_at(self, place: Place) -> VisibleLine | None:
        """The line in view that holds a place, or the next one with words."""
        return line_at(self._window, place)

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

    # -- drawing ----------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw one row of the view."""
        width = self.size.width
        body = width - BAR_CELLS
        if y < len(self._window):
            seen = self._window[y]
            look = look_of(seen, self._guide, self._at_hand, self._palette)
            look = signed(look, seen, self._signs) if self._signs else look
            strip = draw_line(
                seen.line,
                self._marks.on(seen, self.document),
                look.palette,
                left_cells=self._left_cells,
                width_cells=body,
                sign=look.sign,
                sign_look=look.sign_look,
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

    # -- under the mouse --------------------------------------------------------------------

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
