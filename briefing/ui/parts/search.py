"""Keys that search, and that step through hits and marks."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from briefing.model.errors import BriefingError
from briefing.model.mark import MarkKind
from briefing.model.reading_state import Choices
from briefing.model.span import Place, Span
from briefing.session.sitting import Sitting
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number
from briefing.ui.idle import in_thread
from briefing.ui.parts.foot import Foot
from briefing.ui.parts.stage import Stage
from briefing.ui.parts.stepping import begin_of, nearest
from briefing.ui.parts.text import Text
from briefing.ui.render.fault_words import error_line
from briefing.ui.takes_keys import ReadyForKeys

if TYPE_CHECKING:  # both are loaded when the first search is typed
    from briefing.session.searching import Search
    from briefing.ui.widgets.search_bar import SearchBar

_SLICE_CHARACTERS = 16_384
"""How much is searched between two looks at the clock: a millisecond, parsing left aside."""
_SLICE_SECONDS = 0.01
"""How long a search looks ahead before a key may be answered."""
_TELL_SECONDS = 0.2
"""How often the count is drawn anew while it grows."""
_REMEMBERED = 50
"""Searches that are kept for the next time."""


class Searching:
    """Search, next, previous."""

    def __init__(self, stage: Stage, text: Text, foot: Foot) -> None:
        self._stage = stage
        self._text = text
        self._foot = foot
        self._bar: SearchBar | None = None
        self._start = Place(0, 0)
        self._has_first = False
        self._has_trouble = False
        self._told_at = 0.0
        self.is_opening = False
        """Whether the line is to have the focus in a moment: keys wait for that."""

    # -- typing -----------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether a search is being typed."""
        return self._bar is not None and self._bar.is_open

    def open(self) -> None:
        """Type a search; hits are marked and counted while it is typed."""
        stage = self._stage
        self._start = stage.article.view.first
        stage.run_alone(lambda: in_thread(_warm_up), group="warm-up")
        if self._bar is None:
            from briefing.ui.widgets.search_bar import SearchBar  # noqa: PLC0415 - input lines, seldom needed

            actions = [stage.actions[name] for name in ("search_words", "search_regex")]
            hint = " · ".join(f"{stage.key(action.id)} {action.label}" for action in actions)
            self._bar = SearchBar(stage.sitting.memory.choices.searches or (), hint)
            stage.screen.mount(self._bar, before=self._foot.line)
        else:
            self._bar.open()
        self.is_opening = not stage.screen.has_class("-too-small")
        stage.screen.add_class("-searching")  # the line takes the row that is kept for news
        self._foot.show()

    def begin(self) -> None:
        """The line has the focus: what was pressed meanwhile is typed into it."""
        self.is_opening = False
        self._stage.screen.post_message(ReadyForKeys())

    def choose(self, *, whole_words: bool = False, is_regex: bool = False) -> None:
        """Whole words or parts of words too; a regular expression or plain words."""
        if self._bar is not None:
            self._bar.choose(whole_words=whole_words, is_regex=is_regex)

    def look_for(self, pattern: str, *, whole_words: bool, is_regex: bool) -> None:
        """Search for what is typed by now, from where the reader was."""
        self._text.forget_search()
        if self._has_trouble:
            self._stage.strip.clear()
        self._has_first = self._has_trouble = False
        if not pattern:
            self._show_where_it_began()
            self._tell_count()
            return
        sitting = self._stage.sitting
        try:
            search = sitting.reading.search(
                pattern, self._start, whole_words=whole_words, is_regex=is_regex
            )
        except BriefingError as error:
            self._tell_trouble(error)
            return
        sitting.search = search
        self._stage.article.set_passages(MarkKind.SEARCH, search.shown_in)
        self._count_at_once(search)
        if not search.is_complete:
            self._stage.run_alone(lambda: self._count(search), group="search")

    def finish(self, pattern: str, *, is_kept: bool) -> None:
        """Keep the hits, or go back to where the search began."""
        if self._bar is not None:
            self._bar.close()
        self.is_opening = False
        self._stage.screen.remove_class("-searching")
        self._stage.focus_text()
        if is_kept and pattern:
            self._keep(pattern)
        else:
            self._text.forget_search()
            self._show_where_it_began()
        self._foot.show()
        self._stage.screen.post_message(ReadyForKeys())

    def _keep(self, pattern: str) -> None:
        if self._bar is not None:
            self._stage.choose(Choices(searches=self._bar.searches[-_REMEMBERED:]))
        sitting = self._stage.sitting
        if sitting.search is not None and (len(sitting.search) or not sitting.search.is_complete):
            sitting.reading.leave(self._start)
        elif not self._has_trouble:
            self._stage.strip.tell(_("«{pattern}» is not in the text").format(pattern=pattern))

    # -- counting ---------------------------------------------------------------------------

    def _is_wanted(self, search: Search) -> bool:
        """Whether a search is still the one of the article that is shown."""
        return self._stage.sitting.search is search

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
                await self._count_in_thread(search)
            else:
                await self._foresee(search)
                await self._stage.idle.in_slices(lambda: self._count_a_chunk(search))
        except BriefingError as error:
            if self._is_wanted(search):
                self._text.forget_search()
                self._tell_trouble(error)
        if self._is_wanted(search):
            self._show_first()
            self._tell_count()

    async def _foresee(self, search: Search) -> None:
        """Look through all that is not parsed: soon the first hit and nearly the count are known.

        Somebody waits for that; what they type next, or any other key, waits for one slice.
        """
        while self._is_wanted(search) and not search.is_foreseen:
            self._stage.idle.give_way()
            _foresee_for(search, _SLICE_SECONDS)
            self._tell_progress()
            await asyncio.sleep(0)
        if self._is_wanted(search):
            self._tell_count()

    def _count_a_chunk(self, search: Search) -> bool:
        """Count a chunk, which is parsed for that; whether there is more to do."""
        if not self._is_wanted(search) or search.is_complete:
            return False
        search.keep(search.look(search.windows(1)))
        self._tell_progress()
        return True

    async def _count_in_thread(self, search: Search) -> None:
        """Let a thread count the hits of an expression."""
        while self._is_wanted(search) and not search.is_complete:
            windows = search.windows(_SLICE_CHARACTERS)
            search.keep(await in_thread(partial(search.look, windows)))
            if self._is_wanted(search):
                self._tell_progress()

    # -- telling ----------------------------------------------------------------------------

    def _tell_progress(self) -> None:
        """Show the first hit as soon as it is known, and now and then how many there are."""
        had_first = self._has_first
        self._show_first()
        if had_first != self._has_first or perf_counter() - self._told_at > _TELL_SECONDS:
            self._tell_count()

    def _tell_trouble(self, error: BriefingError) -> None:
        self._has_trouble = True
        if self._bar is not None:
            self._bar.tell("–")
        self._stage.strip.tell(error_line(error), is_warning=True)

    def _tell_count(self) -> None:
        self._told_at = perf_counter()
        self._stage.article.refresh()
        bar, search = self._bar, self._stage.sitting.search
        if bar is not None and bar.is_open:
            bar.tell("" if search is None else _count_words(search))
        self._foot.show()

    def _show_first(self) -> None:
        """Show the first hit from where the reader was, once it is known."""
        search = self._stage.sitting.search
        if search is None or self._has_first:
            return
        first = search.first()
        if first is not None:
            self._has_first = True
            self._text.mark(first)
            self._stage.article.show_place(first[0])
        elif search.is_complete:
            self._show_where_it_began()

    def _show_where_it_began(self) -> None:
        self._text.mark(None)
        self._stage.article.go_to(self._start)

    # -- stepping ---------------------------------------------------------------------------

    def step(self, *, forward: bool) -> None:
        """To the next hit or change, or the one before; without either, to the next mark."""
        sitting = self._stage.sitting
        if sitting.search is not None and len(sitting.search):
            self._step_through_hits(sitting.search, forward=forward)
        else:
            changed = sorted((change.span for change in sitting.changes), key=begin_of)
            spans = (
                changed
                or _failing(sitting)
                or [mark.span for mark in sitting.memory.drawn(sitting.reading.marks)]
            )
            self._step_through_marks(spans, forward=forward)

    def _step_through_hits(self, search: Search, *, forward: bool) -> None:
        view, target = self._stage.article.view, self._stage.sitting.target_in_view
        at = view.first if forward else view.last
        if target is not None:
            at = Place(target.chunk, target.offset + 1) if forward else target
        hit = search.next(at) if forward else search.previous(at)
        if hit is not None:
            self._text.jump(hit)

    def _step_through_marks(self, spans: Sequence[Span], *, forward: bool) -> None:
        if not spans:
            self._stage.strip.tell(_("nothing is marked"))
            return
        view, target = self._stage.sitting.view, self._stage.sitting.target_span
        at = view.start if forward else view.end
        if target is not None and target.overlaps(view):
            at = target.start + forward
        mark = nearest(spans, at, forward=forward)
        self._text.jump(mark)
        self._stage.tell_remark(mark.start)


def _failing(sitting: Sitting) -> list[Span]:
    """The quotations of a draft that do not hold."""
    found = sitting.quotations
    return [] if found is None else [one.at for one in found.verdicts if one.at and not one.holds]


def _warm_up() -> None:
    """Import what a search needs while its first letters are still being typed."""
    import briefing.session.searching  # noqa: F401, PLC0415 - so that another thread does it


def _count_words(search: Search) -> str:
    """How many hits there are, as far as that is known."""
    count = ngettext("{count} hit", "{count} hits", len(search))
    return count.format(count=number(len(search))) + ("" if search.is_complete else "…")


def _foresee_for(search: Search, seconds: float) -> None:
    until = perf_counter() + seconds
    while not search.is_foreseen and perf_counter() < until:
        search.foresee(_SLICE_CHARACTERS)
