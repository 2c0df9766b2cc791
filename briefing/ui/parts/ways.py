"""The ways to other articles: links and the rows of lists, back and forward through jumps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from briefing.model.span import Place
from briefing.session.history import Spot
from briefing.session.sitting import Sitting
from briefing.text.i18n import _
from briefing.ui.idle import in_thread
from briefing.ui.parts.stage import Stage
from briefing.ui.parts.text import Text


@dataclass(frozen=True, slots=True)
class _Aim:
    """Another article, and what is to be done there."""

    path: Path | None
    """Its file; None for standard input."""
    find_place: Callable[[Sitting], Place | None]
    """Gives the place that is shown first; None: where it was left. Raises if there is none."""
    is_whole: bool = False
    """Whether the place can only be found in the whole of a long document."""
    leaves: bool = False
    """Whether `back` returns here."""
    arrived: Callable[[], object] = lambda: None
    """Called when the article is shown."""


class Ways:
    """Goes to other articles.

    One that is open or Markdown is there at once. Any other is read in a thread, while the keys are
    answered in the article that is shown; who goes elsewhere meanwhile stays there.
    """

    def __init__(
        self, stage: Stage, text: Text, change_to: Callable[[Sitting, Place | None], None]
    ) -> None:
        """Begin with the article that is shown.

        Args:
            stage: What the parts share.
            text: The text.
            change_to: Shows another article, from a place on or where it was left.
        """
        self._stage = stage
        self._text = text
        self._change_to = change_to

    def open(self, path: Path, anchor: str, arrived: Callable[[], object] = lambda: None) -> None:
        """Show the article that a link leads to, from an anchor on, else where it was left.

        Args:
            path: Its file.
            anchor: The name of a place in it; empty for none.
            arrived: Called when it is shown.

        Raises:
            BriefingError: It cannot be opened, or has no such anchor.
        """

        def find_place(other: Sitting) -> Place | None:
            return other.reading.anchor_place(anchor) if anchor else None

        aim = _Aim(path, find_place, is_whole=bool(anchor), leaves=True, arrived=arrived)
        self._go(aim)

    def back(self) -> None:
        """Back to where the last jump began, be it in another article."""
        reading = self._stage.sitting.reading
        self._return_to(reading.history.back(reading.spot(self._stage.article.view.first)))

    def forward(self) -> None:
        """Forward again."""
        reading = self._stage.sitting.reading
        self._return_to(reading.history.forward(reading.spot(self._stage.article.view.first)))

    def _return_to(self, spot: Spot | None) -> None:
        """Go to a place of the history, in this article or in another."""
        stage = self._stage
        if spot is None:
            stage.strip.tell(_("no jump to go back to"))
            return
        self._text.mark(None)
        reading = stage.sitting.reading
        if spot.article == reading.source.path:
            stage.article.go_to(reading.find_place(spot.saved))
            return
        with stage.telling():
            self._go(_Aim(spot.article, lambda other: other.look_for(spot.saved)))

    def _go(self, aim: _Aim) -> None:
        stage = self._stage
        if stage.sittings.is_at_hand(aim.path):
            self._arrive(stage.sittings.find(aim.path), aim)
            return
        name = "" if aim.path is None else aim.path.name
        stage.strip.tell(_("opening {name} …").format(name=name), is_lasting=True)
        stage.run_alone(lambda: self._fetch(aim), group="way")

    async def _fetch(self, aim: _Aim) -> None:
        """Open an article that takes its time, and go there if nothing else is shown by then."""
        stage, before = self._stage, self._stage.sitting
        with stage.telling():
            other = await in_thread(partial(self._opened, aim))
            if stage.sitting is before:
                stage.strip.clear()
                self._arrive(other, aim)

    def _opened(self, aim: _Aim) -> Sitting:
        other = self._stage.sittings.find(aim.path)
        source = other.reading.source
        if aim.is_whole and source.is_beginning:
            whole = source.whole()
            other.exchange(partial(other.reading.exchange, whole))
        return other

    def _arrive(self, other: Sitting, aim: _Aim) -> None:
        place = aim.find_place(other)
        if aim.leaves:
            self._stage.sitting.reading.leave(self._stage.article.view.first)
        self._change_to(other, place)
        aim.arrived()
