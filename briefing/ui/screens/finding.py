"""Keys that search, and that step through hits and marks."""

from __future__ import annotations

import asyncio
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from time import perf_counter
from typing import TYPE_CHECKING

from briefing.model.errors import BriefingError
from briefing.model.mark import MarkKind
from briefing.model.reading_state import Choices
from briefing.model.span import Place, Span
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number
from briefing.ui.screens.base import ReaderBase, key_of

if TYPE_CHECKING:  # imported when the first search is typed
    from briefing.session.searching import Search
    from briefing.ui.widgets.search_bar import SearchBar, SearchLine

_SLICE_CHARACTERS = 16_384
"""How much is searched between two looks at the clock: a millisecond, parsing left aside."""
_SLICE_SECONDS = 0.01
"""How long a search looks ahead before a key may be answered."""
_TELL_SECONDS = 0.2
"""How often the count is drawn anew while it grows."""
_REMEMBERED = 50
"""Searches that are kept for the next sitting."""


class FindingActions(ReaderBase):
    """Search, next, previous."""

    _start_place = Place(0, 0)
    _has_first = False
    _trouble = False
    _told_at = 0.0

    def action_search(self) -> None:
        """Type a search; hits are marked and counted while it is typed."""
        self._start_place = self.article.view.first
        self.run_alone(lambda: asyncio.to_thread(_warm_up), group="warm-up")
        if self.search_bar is None:
            from briefing.ui.widgets.search_bar import SearchBar

            words, regex = (self.actions[name] for name in ("search_words", "search_regex"))
            hint = f"{key_of(words)} {words.label} · {key_of(regex)} {regex.label}"
            self.search_bar = SearchBar(self.memory.choices.searches or (), hint)
            self.mount(self.search_bar, before=self.status_line)
        else:
            self.search_bar.open()
        self.show_status()

    def action_search_words(self) -> None:
        """Whole words, or parts of words too."""
        if self.search_bar is not None:
            self.search_bar.choose(whole_words=True)

    def action_search_regex(self) -> None:
        """A regular expression, or plain words."""
        if self.search_bar is not None:
            self.search_bar.choose(is_regex=True)

    def action_next_match(self) -> None:
        """To the next hit; without a search, to the next mark."""
        self._step(forward=True)

    def action_previous_match(self) -> None:
        """To the hit or mark before."""
        self._step(forward=False)

    def on_search_line_chosen(self, event: SearchLine.Chosen) -> None:
        """Alt and a letter in the search line."""
        press = self.keymap.find(event.key, None, self.context)
        if press is not None:
            self.perform(press.action, press.number)

    def on_search_bar_changed(self, event: SearchBar.Changed) -> None:
        """Search while it is typed, from where the reader was."""
        self.forget_search()
        if self._trouble:
            self.strip.clear()
        self._has_first = self._trouble = False
        if not event.pattern:
            self._show_where_it_began()
            self._tell_count()
            return
        try:
            search = self.reading.search(
                event.pattern,
                self._start_place,
                whole_words=event.whole_words,
                is_regex=event.is_regex,
            )
        except BriefingError as error:
            self._tell_trouble(error)
            return
        self.search = search
        self.article.set_passages(MarkKind.SEARCH, search.shown_in)
        self._count_at_once(search)
        if not search.is_complete:
            self.run_alone(lambda: self._count(search), group="search")

    def _count_at_once(self, search: Search) -> None:
        """Count what can be counted before the next frame; an expression may take too long."""
        if not search.query.regex:
            _foresee_for(search, _SLICE_SECONDS)
        self._show_first()
        self._tell_count()

    async def _count(self, search: Search) -> None:
        """Count the rest in slices; keys are answered in between."""
        try:
            if search.query.regex:
                await self._count_beside(search)
            else:
                await self._foresee(search)
                await self.idle.in_slices(lambda: self._count_a_chunk(search))
        except BriefingError as error:
            if self.search is search:
                self.forget_search()
                self._tell_trouble(error)
        if self.search is search:
            self._show_first()
            self._tell_count()

    async def _foresee(self, search: Search) -> None:
        """Look through all that is not parsed: soon the first hit and nearly the count are known.

        Somebody waits for that; what they type next, or any other key, waits for one slice.
        """
        while self.search is search and not search.is_foreseen:
            self.idle.give_way()
            _foresee_for(search, _SLICE_SECONDS)
            self._tell_progress()
            await asyncio.sleep(0)
        if self.search is search:
            self._tell_count()

    def _count_a_chunk(self, search: Search) -> bool:
        """Count a chunk, which is parsed for that; whether there is more to do."""
        if self.search is not search or search.is_complete:
            return False
        search.keep(search.look(search.windows(1)))
        self._tell_progress()
        return True

    async def _count_beside(self, search: Search) -> None:
        """Let a thread count the hits of an expression."""
        while self.search is search and not search.is_complete:
            windows = search.windows(_SLICE_CHARACTERS)
            search.keep(await asyncio.to_thread(search.look, windows))
            if self.search is search:
                self._tell_progress()

    def _tell_progress(self) -> None:
        """Show the first hit as soon as it is known, and now and then how many there are."""
        had_first = self._has_first
        self._show_first()
        if had_first != self._has_first or perf_counter() - self._told_at > _TELL_SECONDS:
            self._tell_count()

    def _tell_trouble(self, error: BriefingError) -> None:
        self._trouble = True
        if self.search_bar is not None:
            self.search_bar.tell("–")
        self.tell(str(error), is_warning=True)

    def _tell_count(self) -> None:
        self._told_at = perf_counter()
        self.article.refresh()
        bar, search = self.search_bar, self.search
        if bar is not None and bar.is_open:
            count = "" if search is None else ngettext("{count} hit", "{count} hits", len(search))
            more = "" if search is None or search.is_complete else "…"
            bar.tell(count.format(count=number(len(self.hits))) + more)
        self.show_status()

    def _show_first(self) -> None:
        """Show the first hit from where the reader was, once it is known."""
        search = self.search
        if search is None or self._has_first:
            return
        first = search.first()
        if first is not None:
            self._has_first = True
            self.set_passage(first)
            self.article.show_place(first[0])
        elif search.is_complete:
            self._show_where_it_began()

    def _show_where_it_began(self) -> None:
        self.set_target(None)
        self.article.go_to(self._start_place)

    def on_search_bar_finished(self, event: SearchBar.Finished) -> None:
        """Keep the hits, or go back to where the search began."""
        if self.search_bar is not None:
            self.search_bar.close()
        self.focus_text()
        if not event.is_kept or not event.pattern:
            self.forget_search()
            self._show_where_it_began()
        else:
            self._keep_search(event.pattern)
        self.show_status()

    def _keep_search(self, pattern: str) -> None:
        if self.search_bar is not None:
            searches = self.search_bar.searches[-_REMEMBERED:]
            with self.telling():
                self.memory.choose(Choices(searches=searches))
        if self.search is None or (self.search.is_complete and not len(self.search)):
            if not self._trouble:
                self.tell(_("«{pattern}» is not in the text").format(pattern=pattern))
        else:
            self.reading.leave(self._start_place)

    # -- stepping ---------------------------------------------------------------------------

    def _step(self, *, forward: bool) -> None:
        if self.search is not None and len(self.search):
            self._step_through_hits(self.search, forward=forward)
        else:
            self._step_through_marks([m.span for m in self.reading.marks], forward=forward)

    def _step_through_hits(self, search: Search, *, forward: bool) -> None:
        view = self.article.view
        at = view.first if forward else view.last
        target = self.target_in_view
        if target is not None:
            at = Place(target.chunk, target.offset + 1) if forward else target
        hit = search.next(at) if forward else search.previous(at)
        if hit is not None:
            self.jump_to(hit)

    def _step_through_marks(self, spans: Sequence[Span], *, forward: bool) -> None:
        if not spans:
            self.tell(_("nothing is marked"))
            return
        at = self.view.start if forward else self.view.end
        if self.target is not None and self.target.overlaps(self.view):
            at = self.target.start + forward
        mark = _nearest(spans, at, forward=forward)
        self.jump(mark)
        self.tell_remark(mark.start)


def _warm_up() -> None:
    """Import what a search needs while its first letters are still being typed."""
    import briefing.session.searching  # noqa: F401


def _foresee_for(search: Search, seconds: float) -> None:
    until = perf_counter() + seconds
    while not search.is_foreseen and perf_counter() < until:
        search.foresee(_SLICE_CHARACTERS)


def _nearest(spans: Sequence[Span], offset: int, *, forward: bool) -> Span:
    """The first span from an offset on, or the last before it; around the ends."""
    if forward:
        index = bisect_left(spans, offset, key=lambda span: span.start)
        return spans[index % len(spans)]
    return spans[bisect_right(spans, offset - 1, key=lambda span: span.start) - 1]
