"""Keys that search, and that step through hits and marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.model.mark import MarkKind
from briefing.model.span import Place, Span
from briefing.text.i18n import _, ngettext
from briefing.ui.screens.base import ReaderBase

if TYPE_CHECKING:  # imported when the first search is typed
    from briefing.ui.widgets.search_bar import SearchBar


class FindingActions(ReaderBase):
    """Search, next, previous."""

    _start_place = Place(0, 0)

    def action_search(self) -> None:
        """Type a search; hits are marked and counted while it is typed."""
        self._start_place = self.article.view.first
        if self.search_bar is None:
            from briefing.ui.widgets.search_bar import SearchBar

            self.search_bar = SearchBar()
            self.mount(self.search_bar, before=self.status_line)
        else:
            self.search_bar.open()
        self.show_status()

    def action_next_match(self) -> None:
        """To the next hit; without a search, to the next mark."""
        self._step(forward=True)

    def action_previous_match(self) -> None:
        """To the hit or mark before."""
        self._step(forward=False)

    def on_search_bar_changed(self, event: SearchBar.Changed) -> None:
        """Search while it is typed, from where the reader was."""
        bar = self.search_bar
        if bar is None or not self._find(event.pattern):
            return
        count = ngettext("{count} hit", "{count} hits", len(self.hits))
        bar.tell(count.format(count=len(self.hits)) if event.pattern else "")
        first = self._next(self.hits, self._start_offset, forward=True)
        if first is not None:
            self.set_target(first)
            self.article.show_place(self.reading.place(first.start))
        else:
            self.set_target(None)
            self.article.go_to(self._start_place)

    def on_search_bar_finished(self, event: SearchBar.Finished) -> None:
        """Keep the hits, or go back to where the search began."""
        if self.search_bar is not None:
            self.search_bar.close()
        self.focus_text()
        if not event.is_kept or not event.pattern:
            self.forget_search()
            self.set_target(None)
            self.article.go_to(self._start_place)
        elif not self.hits:
            self.tell(_("«{pattern}» is not in the text").format(pattern=event.pattern))
        else:
            self.reading.leave(self._start_place)
        self.show_status()

    def _find(self, pattern: str) -> bool:
        """Mark the hits of a pattern; False, with the reason told, when it is no pattern."""
        self.pattern, self.hits = pattern, ()
        is_pattern = not pattern
        with self.telling():
            self.hits = self.reading.find(pattern) if pattern else ()
            is_pattern = True
        self.article.set_overlay(MarkKind.SEARCH, self.hits)
        return is_pattern

    @property
    def _start_offset(self) -> int:
        return self.reading.offset(self._start_place) or 0

    def _step(self, *, forward: bool) -> None:
        spans = self.hits or [mark.span for mark in self.reading.marks]
        at = self.view.start - 1 if forward else self.view.end
        if self.target is not None and self.target.overlaps(self.view):
            at = self.target.start
        span = self._next(spans, at + 1 if forward else at, forward=forward)
        if span is None:
            self.tell(_("nothing is marked"))
            return
        self.jump(span)

    def _next(self, spans: Sequence[Span], offset: int, *, forward: bool) -> Span | None:
        """The first span from an offset on, or the last before it; around the ends."""
        if not spans:
            return None
        if forward:
            index = bisect_left(spans, offset, key=lambda span: span.start)
            return spans[index % len(spans)]
        index = bisect_right(spans, offset - 1, key=lambda span: span.start) - 1
        return spans[index]
