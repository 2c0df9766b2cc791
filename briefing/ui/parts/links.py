"""Keys and clicks that follow links: letters over those in view, then the address, then there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefing.model.span import Place
from briefing.session.links import (
    LinkKind,
    footnote_place,
    read_address,
)
from briefing.text.i18n import _
from briefing.ui.browsing import browse, is_page
from briefing.ui.parts.stage import Stage
from briefing.ui.parts.text import Text
from briefing.ui.render.links import ShownLink, labels, links_in, listing

_LISTED_LINES = 3


class Links:
    """Follows a link: in the article, to another article, or in the browser."""

    def __init__(self, stage: Stage, text: Text, open_article: Callable[[Path, str], None]) -> None:
        """Begin with no link offered.

        Args:
            stage: What the parts share.
            text: Goes to places of the article.
            open_article: Shows another article, from an anchor on.
        """
        self._stage = stage
        self._text = text
        self._open_article = open_article
        self._choices: dict[str, ShownLink] | None = None
        self._typed = ""
        self._are_addresses_whole = True
        self._offered: ShownLink | None = None

    def follow(self) -> None:
        """Label the links in view and say where each leads."""
        found = list(links_in(self._stage.article.lines_in_view))
        if not found:
            self._stage.strip.tell(_("no link is in view"))
            return
        self._choices = dict(zip(labels(len(found)), found, strict=True))
        self._typed = ""
        room = max(1, self._stage.screen.size.width - 2) * _LISTED_LINES
        text, self._are_addresses_whole = listing(self._choices, room)
        self._stage.article.set_labels(self._choices)
        self._stage.strip.tell(text, is_lasting=True)

    def press(self, key: str, character: str | None) -> bool:
        """While links have letters, a key is one of them; whether it was meant for a link."""
        if self._offered is not None:
            link, self._offered = self._offered, None
            self._stage.strip.clear()
            if key == "enter":
                self._open(link)
            return key in ("enter", "escape")
        if self._choices is not None:
            self._type_label(self._choices, character or key)
            return True
        return False

    def _type_label(self, choices: dict[str, ShownLink], character: str) -> None:
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
        self._stage.article.set_labels({})
        self._stage.strip.clear()

    def _offer(self, link: ShownLink) -> None:
        """Show where a link leads; Enter goes there."""
        self._offered = link
        text = _("{address} · Enter opens it").format(address=link.shown)
        self._stage.strip.tell(text, is_lasting=True)

    def click(self, link: ShownLink) -> None:
        """A click on a link shows where it leads; another one, or Enter, goes there."""
        if self._offered == link:
            self._offered = None
            self._stage.strip.clear()
            self._open(link)
        else:
            self._offer(link)

    def _open(self, link: ShownLink) -> None:
        reading = self._stage.sitting.reading
        with self._stage.telling():
            if link.is_footnote:
                self._jump_to(footnote_place(reading.document, int(link.address)))
                return
            found = read_address(link.address, reading.source.path)
            if found.kind is LinkKind.WEB:
                self._stage.run_alone(lambda: self._browse(found.address), group="browser")
            elif found.path is None or found.path == reading.source.path:
                self._jump_to(reading.anchor_place(found.anchor))
            else:
                self._open_article(found.path, found.anchor)

    def open_page(self) -> None:
        """Show the page that the article came from in the browser."""
        address = self._stage.sitting.reading.document.front_matter.source.get("url")
        if address is None or not is_page(address):
            self._stage.strip.tell(_("it is not known from which page this came"))
        else:
            self._stage.run_alone(lambda: self._browse(address), group="browser")

    async def _browse(self, address: str) -> None:
        with self._stage.telling():
            await browse(self._stage.screen.app, self._stage.strip, address)

    def _jump_to(self, place: Place) -> None:
        self._text.leave_here()
        self._text.aim(place)
