"""The key that guides the eye, and the line at hand where the end of the article is in view."""

from __future__ import annotations

from briefing.model.reading_state import Choices, Guide
from briefing.model.span import Place
from briefing.text.i18n import _
from briefing.ui.screens.base import ReaderBase

_ORDER = (Guide.NONE, Guide.DIM, Guide.RULER)


class GuideActions(ReaderBase):
    """Dimming all but the paragraph at hand, or a ruler on its line."""

    def action_guide(self) -> None:
        """The next guide: none, the paragraph, the line; kept for the next time."""
        self.guide = _ORDER[(_ORDER.index(self.guide) + 1) % len(_ORDER)]
        with self.telling():
            self.memory.choose(Choices(guide=self.guide))
        self.show_status()
        self.tell(
            {
                Guide.NONE: _("nothing is dimmed, and there is no ruler"),
                Guide.DIM: _("all but the paragraph at hand is dimmed"),
                Guide.RULER: _("a ruler lies on the line at hand"),
            }[self.guide]
        )

    def move_line(self, by: int) -> None:
        """Scroll by a line; a guide goes on alone where the end does not let the text scroll."""
        lines = self.article.lines_in_view
        top = lines[0] if lines else None
        if self.guide is not Guide.NONE and by < 0 and self.here > self.article.view.first:
            self._guide_to(by)
            return
        self.article.move_rows(by)
        is_at_end = self.article.lines_in_view[:1] == [top]
        if self.guide is not Guide.NONE and by > 0 and is_at_end:
            self._guide_to(by)

    def _guide_to(self, by: int) -> None:
        """Put the next line in view at hand, or the one before."""
        first, here = self.article.view.first, self.article.line_at(self.here)
        places = [Place(v.chunk, v.line.start) for v in self.article.lines_in_view if v.line.pieces]
        if here is None or not places:
            return
        now = places.index(Place(here.chunk, here.line.start))
        self.set_target(None)
        self.put_at_hand(first, places[min(max(0, now + by), len(places) - 1)])
