"""The feeds of the library that is shown: how it stands with them, and their news while one reads.

They are asked in a thread. What came is on the disk item by item, so whoever stops, or quits, loses
nothing: the next update goes on there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from briefing.model.errors import BriefingError
from briefing.session.library_view import Group, GroupKind
from briefing.text.i18n import _
from briefing.text.local_forms import number
from briefing.ui.idle import in_thread
from briefing.ui.keys import key_of
from briefing.ui.library_door import Surroundings
from briefing.ui.parts.deeds import Deeds
from briefing.ui.parts.shelf import Shelf
from briefing.ui.render.fault_words import error_line

if TYPE_CHECKING:  # what asks feeds is loaded in the thread that asks them
    from briefing.session.feed_desk import FeedDesk
    from briefing.session.feed_updates import Update


_SELDOM = 5
"""How often files are asked for while feeds bring some until they are looked at: to read what came
and to show it takes longer than to ask for it."""

_ROOMY_CELLS = 60
"""From this width on the foot has room for a key beside what is under way."""


class Feeds:
    """Asks for news, tells how far that is, and what came."""

    def __init__(
        self,
        screen: Screen[Path | None],
        shelf: Shelf,
        deeds: Deeds,
        given: Surroundings,
        look_again: Callable[[], None],
    ) -> None:
        """Begin with nothing asked.

        Args:
            screen: The list's.
            shelf: The articles, and the groups beside them.
            deeds: Moves old articles to the trash.
            given: Gives the feeds.
            look_again: Called when articles came.
        """
        self._screen, self._shelf, self._given = screen, shelf, given
        self._look_again, self._deeds = look_again, deeds
        self._is_asking = self._is_stopped = False
        self._looks = 0

    def update(self) -> None:
        """Look at the files again, and ask all feeds that are due."""
        self._begin(())

    def update_one(self) -> None:
        """Ask the feed at hand, although it may not be due."""
        group = self._at_hand()
        if group.feed is None:
            self._shelf.strip.tell(_("no feed is at hand: choose one at the left"))
        else:
            self._begin((group.feed.name,))

    def lets_look(self) -> bool:
        """Whether files may be looked at: while feeds bring some, only now and then."""
        self._looks += 1
        return not self._is_asking or self._looks % _SELDOM == 0

    def stop(self) -> bool:
        """Stop asking; whether that was going on."""
        was = self._is_asking and not self._is_stopped
        self._is_stopped = self._is_stopped or was
        return was

    def tell_fault(self, group: Group) -> None:
        """Tell why the feed of a group failed, where it did."""
        if group.feed is not None and group.feed.fault is not None:
            self._shelf.strip.tell(f"{group.feed.title}: {group.feed.fault}", is_warning=True)

    def _at_hand(self) -> Group:
        """The group under the cursor, else the feed that is shown, else that of the article."""
        shelf = self._shelf
        chosen = shelf.groups.chosen
        if shelf.groups.has_focus and chosen is not None:
            return shelf.group(chosen.ref)
        if shelf.view.group.kind is GroupKind.FEED or shelf.entry is None:
            return shelf.view.group
        return shelf.view.feed_of(shelf.entry)

    def _begin(self, names: Sequence[str]) -> None:
        if self._is_asking:
            self._shelf.strip.tell(_("the feeds are being asked already; Esc stops"))
        elif self._given.feeds is None or not self._shelf.view.feeds:
            self._look_again()
        else:
            self._is_asking, self._is_stopped = True, False
            self._screen.run_worker(self._ask(self._given.feeds, names), group="feeds")

    async def _ask(self, make: Callable[[], FeedDesk], names: Sequence[str]) -> None:
        try:
            desk, updates = await self._take(make, names)
            self._tell(desk, updates)
            await self._tell_lost(desk, updates)
            await self._clear_away(desk)
        except BriefingError as error:
            self._shelf.strip.tell(error_line(error), is_warning=True)
        finally:
            self._is_asking, self._is_stopped = False, True  # so that what still asks ends soon
            self._shelf.foot.asking = ""
        self._look_again()

    async def _take(
        self, make: Callable[[], FeedDesk], names: Sequence[str]
    ) -> tuple[FeedDesk, list[Update]]:
        """Ask some feeds, all that are due where none is named; an update a step."""
        desk = await in_thread(make)
        feeds = await in_thread(lambda: desk.feeds(names))
        steps = desk.update(feeds, is_named=bool(names), is_stopped=self._has_to_stop)
        updates: list[Update] = []
        while True:
            done, total = number(len(updates)), number(len(feeds))
            self._shelf.foot.asking = self._progress().format(done=done, total=total)
            found = await in_thread(lambda: next(steps, None))
            if found is None:
                return desk, updates
            updates.append(found)

    def _progress(self) -> str:
        """How far it is, and where there is room for that, how it is stopped."""
        if self._screen.size.width < _ROOMY_CELLS:
            return _("feeds {done} of {total}")
        return _("feeds {done} of {total} · Esc stops")

    def _has_to_stop(self) -> bool:
        """Whether to stop; asked at every item in the thread that asks, so that keys come first."""
        self._given.idle.wait_in_thread()
        return self._is_stopped

    async def _tell_lost(self, desk: FeedDesk, updates: Sequence[Update]) -> None:
        """Tell which notes, quotations and figures do not hold any more since these came."""
        lost = await in_thread(lambda: desk.lost_by(updates))
        self._shelf.told_lost.update(lost)
        if lost and not self._is_stopped:
            more = f" (+{number(len(lost) - 1)})" if len(lost) > 1 else ""
            told = f"{desk.news_of(updates)} · {lost[0]}{more}"
            self._shelf.strip.tell(told, is_warning=True)

    async def _clear_away(self, desk: FeedDesk) -> None:
        """Let old articles go by the library's rule; none while one is open above the list."""
        here, shelf = self._given.here, self._shelf
        entries = [each for each in shelf.view.entries if shelf.path_of(each) != here]
        gone = await in_thread(lambda: desk.clearing.outlived(entries))
        if gone and self._screen.is_current and not self._is_stopped:
            await self._deeds.clear_away(gone)
            undo = next(each for each in self._given.actions if each.id == "undo")
            said = _("{gone}; {key} undoes that")
            shelf.strip.add(said.format(gone=desk.told_gone(gone), key=key_of(undo)))

    def _tell(self, desk: FeedDesk, updates: Sequence[Update]) -> None:
        """Tell what came; until it is seen, where an article is read meanwhile."""
        if self._is_stopped:
            return
        is_warning = any(update.state.fault or update.faults for update in updates)
        is_lasting = not self._screen.is_current
        told = desk.news_of(updates)
        self._shelf.strip.tell(told, is_warning=is_warning, is_lasting=is_lasting)
