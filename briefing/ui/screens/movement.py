"""Keys that move through the text, and through the way back."""

from __future__ import annotations

from briefing.model.span import Place
from briefing.session.landmarks import (
    heading_place,
    next_block,
    next_heading,
    previous_block,
    previous_heading,
)
from briefing.text.i18n import _
from briefing.ui.screens.base import key_of
from briefing.ui.screens.guiding import GuideActions
from briefing.ui.screens.linking import LinkActions

_CODE_STEP_CELLS = 8


class MovementActions(LinkActions, GuideActions):
    """Lines, pages, sections, paragraphs, headings, back and forward."""

    def action_line_down(self) -> None:
        """One line down."""
        self.move_line(1)

    def action_line_up(self) -> None:
        """One line up."""
        self.move_line(-1)

    def action_page_down(self) -> None:
        """One page down."""
        self.article.move_pages(1)

    def action_page_up(self) -> None:
        """One page up."""
        self.article.move_pages(-1)

    def action_half_page_down(self) -> None:
        """Half a page down."""
        self.article.move_pages(0.5)

    def action_half_page_up(self) -> None:
        """Half a page up."""
        self.article.move_pages(-0.5)

    def action_code_right(self) -> None:
        """Show more of cut code at the right."""
        self._scroll_code(_CODE_STEP_CELLS)

    def action_code_left(self) -> None:
        """Scroll cut code back."""
        self._scroll_code(-_CODE_STEP_CELLS)

    def _scroll_code(self, cells: int) -> None:
        if self.article.is_code_wrapped:
            key = key_of(self.actions["wrap_code"])
            self.tell(_("all code is in view; {key} cuts long lines").format(key=key))
        self.article.scroll_code(cells)

    def action_go_to_start(self) -> None:
        """To the beginning; `back` returns."""
        self.leave_here()
        self.article.go_to_start()

    def action_go_to_end(self) -> None:
        """To the end; `back` returns."""
        self.leave_here()
        self.article.go_to_end()

    def action_next_section(self) -> None:
        """To the next heading."""
        self._aim_at(next_heading(self.document, self.here))

    def action_previous_section(self) -> None:
        """To the heading before; from the first one to the beginning."""
        self._aim_at(previous_heading(self.document, self.here) or Place(0, 0))

    def action_next_paragraph(self) -> None:
        """To the next block of text."""
        self._aim_at(next_block(self.document, self.here))

    def action_previous_paragraph(self) -> None:
        """To the block before."""
        self._aim_at(previous_block(self.document, self.here) or Place(0, 0))

    def action_heading(self, number: int) -> None:
        """To the N-th heading; `back` returns."""
        if number <= len(self.document.headings):
            self.jump_to_heading(number - 1)
        else:
            self.tell(_("there is no heading {number}").format(number=number))

    def jump_to_heading(self, index: int) -> None:
        """To a heading of the outline, 0-based; `back` returns."""
        self.leave_here()
        self.set_target(None)
        self.aim(heading_place(self.document, index))

    def action_back(self) -> None:
        """Back to where the last jump began, be it in another article."""
        here = self.reading.spot(self.article.view.first)
        self.return_to(self.reading.history.back(here))

    def action_forward(self) -> None:
        """Forward again."""
        here = self.reading.spot(self.article.view.first)
        self.return_to(self.reading.history.forward(here))

    def _aim_at(self, place: Place | None) -> None:
        if place is not None:
            self.set_target(None)
            self.aim(place)
