"""Searching a library, and looking through all its notes: passages by document."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.timer import Timer
from textual.widgets import Input

from briefing.model.errors import BriefingError
from briefing.model.passage import Passage
from briefing.session.filtering import matching
from briefing.session.library_search import LibrarySearch, NotedDocument
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number
from briefing.ui.dialogs.listing import ListDialog
from briefing.ui.idle import begun_in_thread, in_thread
from briefing.ui.render.fault_words import error_line
from briefing.ui.render.passage_rows import FoundRows, hit_lines, noted_rows
from briefing.ui.render.rows import Row
from briefing.ui.widgets.hint import Hint

Open = Callable[[Passage], None]
"""Opens a passage above the list."""

_REST_SECONDS = 0.03
"""Letters that come as fast as this are a burst, and asked for once they rest; others at once.
What was asked before is given up then."""
_WRONG_SECONDS = 0.4
"""So long nothing is typed before it is told that a query is wrong: it may not be at its end."""
_ANSWER_SECONDS = 0.008
"""So long at most a letter waits for what is found, to be drawn in one frame with it."""
_LOOK_SECONDS = 0.02
"""How often it is looked whether all was found."""
_SHOW_SECONDS = 0.2
"""How often what was found so far is drawn again; sooner at first."""


class PassagesDialog(ListDialog):
    """Passages of many documents; each is opened from here, and left for its row."""

    CSS_PATH: ClassVar[str] = "../dialogs/dialogs.tcss"

    def __init__(
        self, search: LibrarySearch, open_passage: Open | None, title: str, placeholder: str
    ) -> None:
        """Begin with nothing found.

        Args:
            search: The library.
            open_passage: Opens a passage above this list; None: the list closes, and `passage`
                is what was chosen.
            title: What stands in the frame.
            placeholder: What the empty line says.
        """
        super().__init__(
            title, name="passages", placeholder=placeholder, empty=_("nothing here"), hint=""
        )
        self.search = search
        self.passage: Passage | None = None
        """What was chosen."""
        self._open = open_passage

    def enter(self, row: Row) -> None:
        """Open the passage of a row."""
        self.passage = self.passage_of(row.ref)
        if self.passage is None:
            return
        if self._open is None:
            self.dismiss(row.ref)
            return
        try:
            self._open(self.passage)
        except BriefingError as error:
            self.query_one(Hint).say(str(error))

    @abstractmethod
    def passage_of(self, ref: str) -> Passage | None:
        """Where a row leads."""

    @abstractmethod
    def show_rows(self, words: str) -> None:
        """Show what fits what is typed."""


class FindDialog(PassagesDialog):
    """Where words of a query stand in the texts and notes of a library."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", show=False, priority=True)]

    def __init__(self, search: LibrarySearch, open_passage: Open | None = None) -> None:
        super().__init__(
            search,
            open_passage,
            _("Search the library"),
            _('words "a phrase" -without begin* this OR that tag:x is:unread after:2026-01'),
        )
        self._waiting: Timer | None = None
        self._wrong = ""
        self._typed = 0.0
        """When a letter was typed last."""
        self._is_entered = False
        """Whether the first hit is to be opened when it is found."""
        self._rows = FoundRows((), search.library.folder)

    def on_mount(self) -> None:
        """What was found last is there still."""
        loop = asyncio.get_running_loop()
        self.search.show_first = partial(self._from_thread, loop, self._show_first)
        line = self.query_one(Input)
        line.value = self.search.words
        line.action_select_all()  # what is typed takes the place of the words of the last time
        self.watch(line, "value", self.show_rows, init=False)
        self._show()
        if self.search.is_due:
            self._begin(self.search.words)
        elif not self.search.is_done:
            self.run_worker(self._follow(), group="find", exclusive=True)
        self.run_worker(in_thread(self.search.prepare), group="prepare")

    def on_unmount(self) -> None:
        """Nobody looks at what is found any more."""
        self.search.show_first = None
        self.search.go_on()

    def narrow(self, words: str) -> None:
        """What is typed was asked already, before the letter is drawn."""

    @property
    def is_waiting(self) -> bool:
        """Whether something is typed that was not asked yet, or is still looked for."""
        return self._waiting is not None or not self.search.is_done

    def passage_of(self, ref: str) -> Passage | None:
        """Where a row leads."""
        return self._rows.passage(ref)

    def enter_line(self) -> None:
        """Enter that comes before anything was found opens the first hit once there is one."""
        if self.is_waiting and (self._waiting is not None or not self._rows):
            self._is_entered = True
        else:
            super().enter_line()

    def show_rows(self, words: str) -> None:
        """Ask what is typed; in a burst of letters, once it rests."""
        self._wait(None)
        self._is_entered = False
        typed_before, self._typed = self._typed, monotonic()
        if words == self.search.words and self._wrong:
            self._wrong = ""  # what was found stands there still
            self._show()
        elif words.strip() and words != self.search.words:
            if self._typed - typed_before > _REST_SECONDS:
                self._begin(words)
            else:
                self._wait(self.set_timer(_REST_SECONDS, lambda: self._begin(words)))

    def _wait(self, timer: Timer | None) -> None:
        """Wait for a timer, and not any more for the one before."""
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = timer

    def _begin(self, words: str) -> None:
        try:
            self.search.begin(words)
        except BriefingError as error:
            self._wait(self.set_timer(_WRONG_SECONDS, partial(self._tell_wrong, str(error))))
            return
        self._wait(None)
        self._wrong = ""
        self._rows = FoundRows((), self.search.library.folder)
        self.rows_pane.cursor = 0
        looking = begun_in_thread(self.search.look_on)
        self.search.wait_for_answer(_ANSWER_SECONDS)
        self._show_first()
        if not self.rows_pane.rows:
            self._show()  # that it is looked for; else what was found before stays meanwhile
        self.run_worker(self._follow(looking), group="find", exclusive=True)

    def _tell_wrong(self, words: str) -> None:
        self._wait(None)
        self._wrong = words
        self._show()

    async def _follow(self, looking: asyncio.Future[None] | None = None) -> None:
        """Show what is found as it comes; until then, what was found before stays.

        Args:
            looking: The thread that looks for it; None for one that another dialog began.
        """
        shown, wait = monotonic(), _LOOK_SECONDS
        while not self.search.is_done and not (looking and looking.done()):
            if monotonic() - shown > wait and self.search.found:
                shown, wait = monotonic(), min(2 * wait, _SHOW_SECONDS)
                self._show()
            await asyncio.sleep(_LOOK_SECONDS)
        if looking is not None:
            await looking
        self._show()

    @staticmethod
    def _from_thread(loop: asyncio.AbstractEventLoop, call: Callable[[], object]) -> None:
        with suppress(RuntimeError):  # the loop has closed: nobody looks any more
            loop.call_soon_threadsafe(call)

    def _show_first(self) -> None:
        """Show what was found first, once; it is looked on when that is on the screen."""
        if not self._rows and self.search.found:
            self._show()
            self.call_after_refresh(self.search.go_on)

    def _show(self) -> None:
        search, found = self.search, tuple(self.search.found)
        lines = hit_lines(self.app.size.width)
        self._rows = FoundRows(found, search.library.folder, lines)
        self.rows_pane.long_lines = lines
        has_answer = bool(search.words) and not self._wrong
        self.rows_pane.empty = _("nothing here") if has_answer else ""
        self.rows_pane.set_rows(self._rows, is_growing=not search.is_done)
        count = ngettext("{count} document", "{count} documents", len(found))
        told = count.format(count=number(len(found))) + ("" if search.is_done else "…")
        keys = _("Enter go there · Ctrl+s save the search · Esc close")
        faults = tuple(map(error_line, search.library.faults[-1:]))
        parts = (told, keys, *faults) if found else (told, *faults, keys)
        said = self._wrong or " · ".join(parts if search.words else (*faults, keys))
        self.query_one(Hint).say(said)
        if self._is_entered and (self._rows or search.is_done):
            self._is_entered = False
            self.rows_pane.choose()

    def action_save(self) -> None:
        """Save the query, so that it stands beside the list; or forget it."""
        try:
            is_saved = self.search.toggle_saved(self.query_one(Input).value)
        except BriefingError as error:
            self.query_one(Hint).say(str(error))
            return
        said = _("saved: it stands beside the list") if is_saved else _("not saved any more")
        self.query_one(Hint).say(said)


class AllNotesDialog(PassagesDialog):
    """All notes of all articles, with the filter that the notes of one have."""

    def __init__(self, search: LibrarySearch, open_passage: Open | None = None) -> None:
        super().__init__(
            search,
            open_passage,
            _("All notes of the library"),
            _("filter: words #tag kind:question color:blue state:open by:anna place:orphan"),
        )
        self._noted: list[NotedDocument] = []
        self._is_growing = True
        self._passages: dict[str, Passage] = {}

    def passage_of(self, ref: str) -> Passage | None:
        """Where a row leads."""
        return self._passages.get(ref)

    def on_mount(self) -> None:
        """Take out the notes, one document after the other."""
        self.run_worker(self._gather(), group="notes")

    async def _gather(self) -> None:
        steps, shown = self.search.notes(), 0.0
        while (noted := await in_thread(lambda: next(steps, None))) is not None:
            self._noted.append(noted)
            if monotonic() - shown > _SHOW_SECONDS:
                shown = monotonic()
                self.show_rows(self.query_one(Input).value)
        self._is_growing = False
        self.show_rows(self.query_one(Input).value)

    def show_rows(self, words: str) -> None:
        """Show the notes that fit, by document, and how many they are."""
        folder = self.search.library.folder
        chosen = [(noted, matching(noted.notes, words)) for noted in self._noted]
        led = noted_rows(chosen, folder)
        self._passages = {row.ref: passage for row, passage in led}
        self.rows_pane.set_rows([row for row, _at in led], is_growing=self._is_growing)
        total = sum(len(noted.notes) for noted in self._noted)
        count = ngettext("{count} of {all} note", "{count} of {all} notes", total)
        told = count.format(count=number(sum(len(some) for _n, some in chosen)), all=number(total))
        self.query_one(Hint).say(f"{told} · " + _("Enter go there · Esc close"))
