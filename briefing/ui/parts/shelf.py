"""The list of a library: gathered in a thread, grouped, narrowed, ordered and marked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from briefing.model.errors import BriefingError, Fault
from briefing.model.library import Beginning, Entry
from briefing.session.gathering import Gathered, gather
from briefing.session.library import Library
from briefing.session.library_order import Arranged, Order, arrange
from briefing.session.library_view import Group, GroupKind, LibraryView
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number
from briefing.ui.cursor import CURSOR_ACTIONS
from briefing.ui.idle import in_thread
from briefing.ui.render.fault_words import error_line
from briefing.ui.render.library_rows import LibraryRows, group_name, group_ref, group_row
from briefing.ui.takes_keys import ReadyForKeys
from briefing.ui.widgets.foot import ListFoot
from briefing.ui.widgets.rows import RowsPane
from briefing.ui.widgets.strip import MessageStrip


class Shelf:
    """The articles of a library, and what is done with them."""

    def __init__(self, library: Library) -> None:
        """Begin with nothing known.

        Args:
            library: The articles.
        """
        self.library = library
        self.view = LibraryView()
        """Which articles are shown."""
        self.picked: set[str] = set()
        """The paths of articles that the next change is about."""
        self.articles = RowsPane(name="articles", empty=_("nothing here"), long_lines=1)
        """The list."""
        self.groups = RowsPane(name="groups", title=_("Library"), long_lines=1)
        """What can be chosen beside it."""
        self.foot = ListFoot()
        self.strip = MessageStrip()
        self.is_gathering = self._is_stopped = self._has_looked = self._has_gathered = False
        self.turn = asyncio.Lock()
        """Held by what writes the index; `is_gathering` asks others to let it go."""
        self.when_shown: Callable[[], None] = lambda: None
        """Called when other articles are shown or picked."""
        self.told_lost: set[str] = set()
        """What was told already of notes and quotations that do not hold any more."""
        self._preparing: asyncio.Future[None] | None = None
        self._groups: dict[str, Group] = {}
        self._told_faults = 0
        self.was_moved = False
        """Whether the cursor was put somewhere; until then it stands on the first row."""
        self.aim: Path | None = None
        """The article that the cursor goes to once it is listed, unless the reader moves it."""
        self._beginning: Beginning | None = None

    def begin(self, first: Beginning, *, has_keys: bool = False) -> None:
        """Show what stands on the screen already; keys that wait are meant for its row."""
        known = [entry for entry in first.entries if entry is not None]
        if known:
            self._beginning = first
            self.view.take(arrange(known, self.view.order))
            self.show()
            self.articles.cursor = min(first.cursor, len(known) - 1)
            self.was_moved = has_keys or self.articles.cursor > 0

    def can_answer(self, action: str) -> bool:
        """Whether what is known is enough for an action of the list: not beyond what is in view."""
        if self._beginning is None or action not in CURSOR_ACTIONS or action == "choose":
            return True
        cursor = self.articles.cursor
        return {"row_down": cursor < len(self.view) - 1, "row_up": cursor > 0}.get(action, False)

    # -- gathering --------------------------------------------------------------------------

    async def gather(self) -> None:
        """Bring the list up to date, a step at a time, and show each."""
        if self.is_gathering:
            return
        self.is_gathering, self._is_stopped = True, False
        async with self.turn:
            await self._gather_all()
        self._has_gathered = True
        self._show_faults()
        self.show()
        self.aim = None  # it is not there, or was found

    async def _gather_all(self) -> None:
        steps = gather(self.library, is_begun=self._beginning is not None)
        try:
            while not self._is_stopped:
                found, arranged = await in_thread(partial(self._next, steps))
                if found is None:
                    break
                self._take(found, arranged)
        except BriefingError as error:
            self.strip.tell(error_line(error), is_warning=True)
        finally:
            self.is_gathering = False
            self.foot.progress = ""
        if self._is_stopped:
            steps.close()

    def _next(self, steps: Iterator[Gathered]) -> tuple[Gathered | None, Arranged | None]:
        """The next step, and its articles where it has some, arranged in the same thread."""
        found = next(steps, None)
        if found is None or found.entries is None:
            return found, None
        if not found.left:  # the first list, and the last, is waited for
            return found, arrange(found.entries, self.view.order)
        return found, arrange(found.entries, self.view.order, self.library.give_way)

    def stop(self) -> bool:
        """Stop bringing the list up to date; whether that was going on."""
        was = self.is_gathering and not self._is_stopped
        self._is_stopped = self._is_stopped or was
        return was

    def _take(self, found: Gathered, arranged: Arranged | None) -> None:
        if found.left:
            said = ngettext("{count} to be read", "{count} to be read", found.left)
            self.foot.progress = said.format(count=number(found.left))
        is_news = found.is_looked_at or not self._has_looked  # a deleted one does not come back
        if arranged is not None and is_news:
            self._has_looked |= found.is_looked_at
            self._beginning = None
            self.view.take(arranged)
            self.show()
            self.articles.screen.post_message(ReadyForKeys())

    def _show_faults(self) -> None:
        """Tell what could not be read, each fault once."""
        faults: list[Fault] = self.library.faults[self._told_faults :]
        self._told_faults = len(self.library.faults)
        if faults:
            more = f" (+{len(faults) - 1})" if len(faults) > 1 else ""
            self.strip.add(f"{faults[0]}{more}", is_warning=True)

    # -- showing ----------------------------------------------------------------------------

    def show(self) -> None:
        """Draw the list and its groups as they are now; the cursor stays on its article."""
        shown = self.view.shown
        self.picked &= {entry.path for entry in shown} if self.picked else set()
        first = self._beginning
        rows = LibraryRows(shown, lambda: self.articles.size.width, self.picked)
        if first is not None:
            rows.shared = first.shared
        elif self.view.is_all:
            rows.shared, rows.places = self.view.in_order.shared, self.view.in_order.places
        count = None if len(shown) == len(self.view) else f"{number(len(shown))}"
        is_growing = self.is_gathering or not self._has_gathered
        self.articles.name_above = group_name(self.view.group)
        self.articles.set_rows(rows, count=count, is_growing=is_growing)
        if self.is_gathering and not self.was_moved:
            self.articles.cursor = 0  # what is first is known only now
        self._take_aim()
        if first is None:
            self._show_groups()
        order = _order_name(self.view.order)
        words = ngettext("{count} article", "{count} articles", len(self.view))
        total = words.format(count=number(len(self.view)))
        picked = _("{count} picked").format(count=number(len(self.picked))) if self.picked else ""
        is_known = first is None and (len(self.view) > 0 or not is_growing)
        said = (self.library.folder.name or "/", total if is_known else "…")
        self.foot.said = " · ".join(filter(None, (*said, picked, order)))
        self.when_shown()

    def _show_groups(self) -> None:
        groups = list(self.view.groups)
        self._groups = {group_ref(group): group for group, _count in groups}
        self.groups.set_rows([group_row(group, count) for group, count in groups])

    @property
    def entry(self) -> Entry | None:
        """The article under the cursor."""
        row = self.articles.chosen
        return None if row is None else self.view.entry(row.ref)

    def note_cursor(self, index: int) -> None:
        """The cursor was moved: where it was to go does not matter any more."""
        if index > 0 and not self.was_moved:
            self.was_moved, self.aim = True, None

    @property
    def at_hand(self) -> list[Entry]:
        """The articles that are picked, in their order; else the one under the cursor."""
        if self.picked:
            return [entry for entry in self.view.shown if entry.path in self.picked]
        entry = self.entry
        return [] if entry is None else [entry]

    def entry_of(self, path: Path) -> Entry | None:
        """The article of a file; None where it is none of the library's."""
        if not path.is_relative_to(self.library.folder):
            return None
        return self.view.entry(path.relative_to(self.library.folder).as_posix())

    def path_of(self, entry: Entry) -> Path:
        """The file of an article."""
        return self.library.folder / entry.path

    def _take_aim(self) -> None:
        """Put the cursor where it is to go, if that is there by now."""
        aim = self.aim
        entry = None if aim is None else self.entry_of(aim)
        if entry is not None:
            self.aim = None
            self._point_at(entry)
            self.was_moved |= self.articles.cursor > 0
            if self.is_gathering and not self.was_moved:
                self.aim = aim  # what comes may be put above it

    def _point_at(self, entry: Entry) -> None:
        """Put the cursor on an article; in its own feed, where another one is shown."""
        if self.view.group.kind is GroupKind.FEED and not self.view.group.holds(entry):
            self.choose_group(self.view.feed_of(entry))
        self.articles.point_at(entry.path)

    def neighbour(self, path: Path, forward: bool) -> Path | None:
        """The next article that is not read yet, or the previous one."""
        if not path.is_relative_to(self.library.folder):
            return None
        here = path.relative_to(self.library.folder).as_posix()
        found = self.view.neighbour(here, forward=forward)
        return None if found is None else self.path_of(found)

    def to_unread(self, *, forward: bool) -> None:
        """Put the cursor on the next unread article, or the previous one."""
        here = "" if self.entry is None else self.entry.path
        found = self.view.neighbour(here, forward=forward)
        if found is None:
            self.strip.tell(
                _("no unread article follows") if forward else _("no unread article before")
            )
        else:
            self._point_at(found)

    # -- choosing ---------------------------------------------------------------------------

    def group(self, ref: str) -> Group:
        """The group of a row."""
        return self._groups.get(ref, self.view.group)

    def choose_group(self, group: Group) -> None:
        """Show the articles of a group."""
        self.view.group = group
        self.articles.cursor = 0
        self.show()

    async def narrow(self, words: str) -> None:
        """Show only what has some words; where there are many articles, a little later."""
        if words.strip():
            await self.prepare_narrowing()
        here, self.view.words = self.entry, words
        self.show()
        if here is not None and self.entry != here:
            self.articles.cursor = 0  # what was at hand does not have the words

    async def prepare_narrowing(self) -> None:
        """Let a thread find what words are looked for in, where that would keep keys waiting."""
        if self.view.is_prepared:
            return
        if self._preparing is None or self._preparing.done():
            self._preparing = asyncio.ensure_future(in_thread(self.view.prepare_words))
        await asyncio.shield(self._preparing)

    def next_order(self) -> None:
        """Order by something else."""
        self.strip.tell(_order_name(self.view.next_order()))
        self.show()


def _order_name(order: Order) -> str:
    return {
        Order.NEWEST: _("newest first"),
        Order.TITLE: _("by title"),
        Order.LONGEST: _("longest first"),
        Order.PATH: _("by path"),
    }[order]
