"""Keys that move the view: lines, pages, sections, paragraphs, headings; and the guide."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from briefing.model.reading_state import Choices, Guide
from briefing.model.span import Place
from briefing.session.landmarks import (
    heading_place,
    next_block,
    next_heading,
    previous_block,
    previous_heading,
)
from briefing.text.i18n import _
from briefing.ui.parts.foot import Foot
from briefing.ui.parts.stage import Stage
from briefing.ui.parts.text import Text

_CODE_STEP_CELLS = 8
_GUIDES = (Guide.NONE, Guide.DIM, Guide.RULER)


class Moves:
    """Moves the view of the text that is shown."""

    def __init__(self, stage: Stage, text: Text, foot: Foot) -> None:
        self._stage = stage
        self._text = text
        self._foot = foot
        self._article = stage.article

    def line(self, by: int) -> None:
        """Scroll by a line; a guide goes on alone where the end does not let the text scroll."""
        article, is_guided = self._article, self._stage.sitting.guide is not Guide.NONE
        lines = article.lines_in_view
        top = lines[0] if lines else None
        if is_guided and by < 0 and self._stage.sitting.here > article.view.first:
            self._guide_to(by)
            return
        article.move_rows(by)
        if is_guided and by > 0 and article.lines_in_view[:1] == [top]:
            self._guide_to(by)

    def _guide_to(self, by: int) -> None:
        """Put the next line in view at hand, or the one before."""
        here = self._article.line_at(self._stage.sitting.here)
        lines = [seen for seen in self._article.lines_in_view if seen.line.pieces]
        places = [Place(seen.chunk, seen.line.start) for seen in lines]
        if here is None or not places:
            return
        now = places.index(Place(here.chunk, here.line.start))
        self._text.mark(None)
        self._text.put_at_hand(places[min(max(0, now + by), len(places) - 1)])

    def page(self, pages: float) -> None:
        """Scroll by pages."""
        self._article.move_pages(pages)

    def to_start(self) -> None:
        """To the beginning; `back` returns."""
        self._text.leave_here()
        self._article.go_to_start()

    def to_end(self) -> None:
        """To the end; `back` returns."""
        self._text.leave_here()
        self._article.go_to_end()

    def section(self, *, forward: bool) -> None:
        """To the next heading, or the one before; from the first one to the beginning."""
        document, here = self._stage.sitting.document, self._stage.sitting.here
        place = next_heading(document, here) if forward else previous_heading(document, here)
        self._aim_at(place, forward=forward)

    def paragraph(self, *, forward: bool) -> None:
        """To the next block of text, or the one before."""
        document, here = self._stage.sitting.document, self._stage.sitting.here
        place = next_block(document, here) if forward else previous_block(document, here)
        self._aim_at(place, forward=forward)

    def _aim_at(self, place: Place | None, *, forward: bool) -> None:
        if place is not None or not forward:
            self._text.aim(place or Place(0, 0))

    def heading(self, number: int) -> None:
        """To the N-th heading, 1-based; `back` returns."""
        document = self._stage.sitting.document
        if number <= len(document.headings):
            self._text.leave_here()
            self._text.aim(heading_place(document, number - 1))
        else:
            self._stage.strip.tell(_("there is no heading {number}").format(number=number))

    def code(self, steps: int) -> None:
        """Scroll code that is cut to the side, to the left if negative."""
        if self._article.is_code_wrapped:
            key = self._stage.key("wrap_code")
            self._stage.strip.tell(_("all code is in view; {key} cuts long lines").format(key=key))
        self._article.scroll_code(steps * _CODE_STEP_CELLS)

    def next_guide(self) -> None:
        """The next guide: none, the paragraph, the line; kept for the next time."""
        guide = _GUIDES[(_GUIDES.index(self._stage.sitting.guide) + 1) % len(_GUIDES)]
        self._stage.choose(Choices(guide=guide))
        self._foot.show()
        self._stage.strip.tell(
            {
                Guide.NONE: _("nothing is dimmed, and there is no ruler"),
                Guide.DIM: _("all but the paragraph at hand is dimmed"),
                Guide.RULER: _("a ruler lies on the line at hand"),
            }[guide]
        )


def moving_commands(moves: Moves) -> dict[str, Callable[[], object]]:
    """What moves the view, and can be done before anything but the text is there."""
    return {
        "line_down": partial(moves.line, 1),
        "line_up": partial(moves.line, -1),
        "page_down": partial(moves.page, 1),
        "page_up": partial(moves.page, -1),
        "half_page_down": partial(moves.page, 0.5),
        "half_page_up": partial(moves.page, -0.5),
        "go_to_start": moves.to_start,
        "go_to_end": moves.to_end,
    }
