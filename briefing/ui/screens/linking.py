"""Keys and clicks that follow links: letters over those in view, then the address, then there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from textual import events

from briefing.model.span import Place
from briefing.session.history import Spot
from briefing.session.memory import Memory
from briefing.session.reading import Reading
from briefing.session.sitting import Sitting
from briefing.text.i18n import _
from briefing.ui.render.links import ShownLink, labels, links_in, listing
from briefing.ui.screens.base import ReaderBase
from briefing.ui.widgets.article import ArticlePane

OpenOther = Callable[[Path], tuple[Reading, Memory]]
"""Opens another article with what is remembered of it."""

_LISTED_LINES = 3


class LinkActions(ReaderBase):
    """Follow a link, in the article, to another article, or in the browser."""

    open_other: OpenOther | None = None
    """Opens the article that a link leads to."""
    _choices: dict[str, ShownLink] | None = None
    _typed = ""
    _are_addresses_whole = True
    _offered: ShownLink | None = None

    def action_follow(self) -> None:
        """Label the links in view and say where each leads."""
        found = list(links_in(self.article.lines_in_view))
        if not found:
            self.tell(_("no link is in view"))
            return
        self._choices = dict(zip(labels(len(found)), found, strict=True))
        self._typed = ""
        room = max(1, self.size.width - 2) * _LISTED_LINES
        text, self._are_addresses_whole = listing(self._choices, room)
        self.article.set_labels(self._choices)
        self.strip.tell(text, is_lasting=True)

    def press(self, key: events.Key) -> bool:
        """While links have letters, a key is one of them."""
        if self._offered is not None:
            link, self._offered = self._offered, None
            self.strip.clear()
            if key.key == "enter":
                self._open(link)
            if key.key in ("enter", "escape"):
                return True
        elif self._choices is not None:
            self._type_label(key.character or key.key)
            return True
        return super().press(key)

    def _type_label(self, character: str) -> None:
        choices = self._choices or {}
        self._typed += character
        if self._typed in choices:
            self._end()
            link = choices[self._typed]
            if self._are_addresses_whole:
                self._open(link)
            else:
                self._offer(link)
        elif not any(label.startswith(self._typed) for label in choices):
            self._end()

    def _end(self) -> None:
        self._choices = None
        self.article.set_labels({})
        self.strip.clear()

    def _offer(self, link: ShownLink) -> None:
        """Show where a link leads; Enter goes there."""
        self._offered = link
        text = _("{address} · Enter opens it").format(address=link.shown)
        self.strip.tell(text, is_lasting=True)

    def on_article_pane_clicked(self, event: ArticlePane.Clicked) -> None:
        """A click on a link shows where it leads; another one, or Enter, goes there."""
        if event.link is None or event.times > 2:
            return
        event.prevent_default()
        if self._offered == event.link:
            self._offered = None
            self.strip.clear()
            self._open(event.link)
        else:
            self._offer(event.link)

    def _open(self, link: ShownLink) -> None:
        with self.telling():
            if link.is_footnote:
                self._jump_to(self.reading.footnote_place(int(link.address)))
                return
            from briefing.session.links import LinkKind, read_address

            found = read_address(link.address, self.reading.source.path)
            if found.kind is LinkKind.WEB:
                self.run_alone(lambda: self._browse(found.address), group="browser")
            elif found.kind is LinkKind.FILE and found.path is not None:
                self._open_article(found.path, found.anchor)
            else:
                self._jump_to(self.reading.anchor_place(found.anchor))

    async def _browse(self, address: str) -> None:
        from briefing.session.links import needs_terminal, open_in_browser

        with self.telling():
            if needs_terminal():
                with self.app.suspend():
                    open_in_browser(address)
            else:
                await asyncio.to_thread(open_in_browser, address)
                self.tell(_("opened in the browser: {address}").format(address=address))

    def _jump_to(self, place: Place) -> None:
        self.leave_here()
        self.set_target(None)
        self.aim(place)

    # -- other articles ---------------------------------------------------------------------

    def _open_article(self, path: Path, anchor: str) -> None:
        if path == self.reading.source.path:
            self._jump_to(self.reading.anchor_place(anchor))
            return
        other = self._other(path)
        history = self.reading.history
        history.leave(self.reading.spot(self.article.view.first))
        place = other.reading.anchor_place(anchor) if anchor else None
        other.reading.history = history
        self.change_article(other, place)

    def _other(self, path: Path | None) -> Sitting:
        """An article that was open before, or is opened now."""
        key = str(path)
        if key not in self.others:
            if path is None or self.open_other is None:
                raise RuntimeError("no other article can be opened here")
            self.others[key] = Sitting(*self.open_other(path))
        return self.others[key]

    def return_to(self, spot: Spot | None) -> None:
        """Go to a place of the history, in this article or in another."""
        if spot is None:
            self.tell(_("no jump to go back to"))
            return
        self.set_target(None)
        if spot.article == self.reading.source.path:
            self.article.go_to(self.reading.find_place(spot.saved))
            return
        with self.telling():
            other = self._other(spot.article)
            other.reading.history = self.reading.history
            self.change_article(other, other.reading.find_place(spot.saved))
