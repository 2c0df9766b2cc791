"""Under the outline: where in the article notes and figures lie, a small line for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip

from briefing.model.span import Span
from briefing.ui.render.density import density_line, density_runs
from briefing.ui.render.palette import Palette
from briefing.ui.widgets.drawn import LineDrawn

_BESIDE_CELLS = 3
"""Before a line its sign, and a space on either side of it."""


class Whereabouts(LineDrawn):
    """A line for each kind of thing that there is any of; none takes no room."""

    places: reactive[Mapping[str, Sequence[Span]]] = reactive({})
    """What there is, by the sign that it has beside the text."""

    def __init__(self) -> None:
        super().__init__(id="whereabouts")
        self.length = 0
        """Characters of the whole text."""
        self._palette = Palette({})

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.refresh()

    def watch_places(self) -> None:
        """As many lines as there are kinds."""
        self.styles.height = len(self._shown)

    @property
    def _shown(self) -> Sequence[str]:
        return [sign for sign, spans in self.places.items() if spans]

    def render_line(self, y: int) -> Strip:
        """Draw the line of one kind."""
        ground, width = self._palette.ground("surface"), self.size.width
        if y >= len(self._shown):
            return Strip.blank(width, ground)
        sign = self._shown[y]
        line = density_line(self.places[sign], self.length, max(1, width - _BESIDE_CELLS - 1))
        muted, rule = self._palette.pen("muted"), self._palette.pen("rule")
        runs = [Segment(run, muted if is_there else rule) for run, is_there in density_runs(line)]
        strip = Strip([Segment(f"{sign} ", muted), *runs])
        return strip.adjust_cell_length(width).apply_style(ground)
