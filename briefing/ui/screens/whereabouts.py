"""Where the reader is in the text: what is in view, the current place, the passage of a jump."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.mark import MarkKind
from briefing.model.reading_state import Guide
from briefing.model.span import Place, Span
from briefing.session.landmarks import heading_at
from briefing.session.selection import Selection
from briefing.ui.screens.state import ReaderState


class Whereabouts(ReaderState):
    """Keeps the place, and goes elsewhere."""

    # -- places -----------------------------------------------------------------------------

    @property
    def here(self) -> Place:
        """The place in view that movement starts from.

        Near the end of the article a heading cannot be scrolled to the top: then it is the heading
        that was aimed at, as long as nothing has scrolled since.
        """
        first = self.article.view.first
        if self._aim is not None and self._aim[0] == first:
            return self._aim[1]
        return first

    @property
    def target_in_view(self) -> Place | None:
        """The first character of the last jump's passage, while it is in view."""
        view = self.article.view
        if self._target is None or not view.first <= self._target[0] < view.last:
            return None
        return self._target[0]

    def aim(self, place: Place) -> None:
        """Scroll a place to the top, as far as the end of the article lets it."""
        self.article.go_to(place)
        self.put_at_hand(self.article.view.first, place)

    def put_at_hand(self, first: Place, place: Place) -> None:
        """Movement starts from a place in view as long as the view begins as it does now."""
        self._aim = (first, place)
        self.show_status()

    @property
    def view(self) -> Span:
        """The part of the reading text on the screen."""
        view = self.article.view
        start = self.reading.offset(view.first)
        end = self.reading.offset(view.last)
        if start is None or end is None:
            start = self._known(view.first)
            end = max(start, self._known(view.last))
        return Span(start, max(start, end))

    def _known(self, place: Place) -> int:
        """The offset of a place, for which all the text is taken in first."""
        _text = self.reading.article
        return self.reading.offset(place) or 0

    @property
    def passage(self) -> Span | None:
        """What a note or a copy is about: the selection, else the current place."""
        if self.selection is not None:
            return self.selection.span
        return self.reading.current_place(self.target, self._view_at_hand)

    @property
    def _view_at_hand(self) -> Span:
        """What is in view; where a guide shows what is at hand, from there on."""
        view = self.view
        start = view.start if self.guide is Guide.NONE else self.reading.offset(self.here)
        return view if start is None else Span(max(view.start, min(start, view.end)), view.end)

    @property
    def at_hand(self) -> Place:
        """Where the reader is: the end of the selection that moves, the target, or the top."""
        if self.selection is not None:
            edge = max(self.selection.span.start, self.selection.edge - 1)
            return self.reading.place(edge)
        return self.target_in_view or self.here

    @property
    def heading_index(self) -> int | None:
        """The heading that the current place stands under, 0-based; None before the first."""
        return heading_at(self.document, self.target_in_view or self.here)

    # -- passages ---------------------------------------------------------------------------

    @property
    def target(self) -> Span | None:
        """The marked passage of the last jump; None while the text before it is not parsed."""
        if self._target is None:
            return None
        start, end = (self.reading.offset(place) for place in self._target)
        return None if start is None or end is None else Span(start, end)

    def set_target(self, span: Span | None) -> None:
        """Mark the passage of a jump."""
        if span is None:
            self.set_passage(None)
            return
        start = self.reading.place(span.start)
        self.set_passage((start, Place(start.chunk, start.offset + len(span))))

    def set_passage(self, passage: tuple[Place, Place] | None) -> None:
        """Mark the passage of a jump, which may stand in text that is not counted yet.

        Args:
            passage: The first character, and the one after the last, both from the same chunk on.
        """
        self._target = passage
        self.article.set_passages(MarkKind.TARGET, None if passage is None else self._target_in)
        self.look_for_notes()

    def _target_in(self, chunk: int) -> Sequence[tuple[int, int]]:
        """The target in the characters of a chunk, where it touches that chunk."""
        if self._target is None or chunk < self._target[0].chunk:
            return ()
        start, end = (place.offset for place in self._target)
        for gone in range(self._target[0].chunk, chunk):
            length = len(self.document.chunk(gone).text)
            start, end = start - length - 1, end - length - 1
            if end <= 0:
                return ()
        return ((max(start, 0), end),)

    def set_selection(self, selection: Selection | None) -> None:
        """Mark what is selected."""
        self.selection = selection
        spans = () if selection is None else (selection.span,)
        self.article.set_overlay(MarkKind.SELECTION, spans)
        self.show_status()

    def jump(self, span: Span) -> None:
        """Go to a passage and mark it; `back` returns."""
        start = self.reading.place(span.start)
        self.jump_to((start, Place(start.chunk, start.offset + len(span))))

    def jump_to(self, passage: tuple[Place, Place]) -> None:
        """Go to a passage of text that need not be counted yet, and mark it."""
        self.leave_here()
        self.set_passage(passage)
        self.article.show_place(passage[0])
        self._aim = None
        self.show_status()

    def leave_here(self) -> None:
        """A jump begins at what is in view; `back` returns."""
        self.reading.leave(self.article.view.first)
