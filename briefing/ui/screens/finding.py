"""Searching a library, and looking through all its notes: passages by document."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.timer import Timer
from textual.widgets import Input

from briefing.model.errors import BriefingError
from briefing.model.library import FoundDocument
from briefing.model.passage import Passage
from briefing.session.filtering import matching
from briefing.session.library_search import LibrarySearch, NotedDocument
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number
from briefing.ui.dialogs.listing import ListDialog
from briefing.ui.idle import in_thread
from briefing.ui.render.passage_rows import Led, found_rows, noted_rows
from briefing.ui.widgets.hint import Hint
from briefing.ui.widgets.rows import RowsPane

Open = Callable[[Passage], None]
"""Opens a passage above the list."""

_REST_SECONDS = 0.25
"""So long nothing is typed before a query is asked."""
_SHOW_SECONDS = 0.2
"""How often what was found so far is drawn again."""


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
        self._passages: dict[str, Passage] = {}

    def show_led(self, led: Iterable[Led], *, is_growing: bool) -> None:
        """Show rows, and know where they lead."""
        rows = list(led)
        self._passages = {row.ref: passage for row, passage in rows}
        self.rows_pane.set_rows([row for row, _passage in rows], is_growing=is_growing)

    def on_rows_pane_chosen(self, event: RowsPane.Chosen) -> None:
        """Open the passage of a row."""
        event.stop()
        self.passage = self._passages.get(event.row.ref)
        if self.passage is None:
            return
        if self._open is None:
            self.dismiss(event.row.ref)
            return
        try:
            self._open(self.passage)
        except BriefingError as error:
            self.query_one(Hint).say(str(error))

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
            _('words "a phrase" -without tag:x by:anna is:unread after:2026-01'),
        )
        self._waiting: Timer | None = None

    def on_mount(self) -> None:
        """What was found last is there still."""
        self.query_one(Input).value = self.search.words
        self._show(is_growing=False)
        if self.search.is_due:
            self._begin(self.search.words)

    @property
    def is_waiting(self) -> bool:
        """Whether something is typed that was not asked yet."""
        return self._waiting is not None

    def show_rows(self, words: str) -> None:
        """Ask what is typed, once the typing rests."""
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        if words.strip() and words != self.search.words:
            self._waiting = self.set_timer(_REST_SECONDS, lambda: self._begin(words))

    def _begin(self, words: str) -> None:
        self._waiting = None
        try:
            steps = self.search.begin(words)
        except BriefingError as error:
            self.query_one(Hint).say(str(error))
            return
        self.rows_pane.cursor = 0
        self.run_worker(self._ask(steps), group="find", exclusive=True)

    async def _ask(self, steps: Iterator[FoundDocument]) -> None:
        found, shown = self.search.found, 0.0
        self._show(is_growing=True)
        while True:
            one = await in_thread(lambda: next(steps, None))
            if self.search.found is not found:
                return  # something else was asked meanwhile
            if one is None:
                break
            found.append(one)
            if monotonic() - shown > _SHOW_SECONDS:
                shown = monotonic()
                self._show(is_growing=True)
        self._show(is_growing=False)

    def _show(self, *, is_growing: bool) -> None:
        folder, found = self.search.library.folder, self.search.found
        self.show_led(
            (led for one in found for led in found_rows(one, folder)), is_growing=is_growing
        )
        count = ngettext("{count} document", "{count} documents", len(found))
        told = count.format(count=number(len(found))) + ("…" if is_growing else "")
        faults = self.search.library.faults
        keys = _("Enter go there · Ctrl+s save the search · Esc close")
        self.query_one(Hint).say(" · ".join((told, keys, *map(str, faults[-1:]))))

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
        led = (row for noted, some in chosen if some for row in noted_rows(noted, some, folder))
        self.show_led(led, is_growing=self._is_growing)
        total = sum(len(noted.notes) for noted in self._noted)
        count = ngettext("{count} of {all} note", "{count} of {all} notes", total)
        told = count.format(count=number(sum(len(some) for _n, some in chosen)), all=number(total))
        self.query_one(Hint).say(f"{told} · " + _("Enter go there · Esc close"))
