"""The articles that are open beside the one that is shown, and the way back through them all."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from briefing.model.source import is_markdown_name
from briefing.session.memory import Memory
from briefing.session.reading import Reading
from briefing.session.sitting import Sitting

OpenOther = Callable[[Path], tuple[Reading, Memory]]
"""Opens another article with what is remembered of it."""

KEPT = 5
"""Articles that stay open after they were left: to go back and forth between a few is a key's work,
and what they hold (a text may have 10 MB, with as much again of what was laid out and found in it)
stays within what one long article takes."""


class Sittings:
    """The sitting that is shown, and those that were left last.

    An article that is let go is opened again when the way back leads to it. What cannot be read a
    second time, standard input, is never let go.
    """

    def __init__(
        self,
        first: Sitting,
        open_other: OpenOther | None = None,
        let_go: Callable[[Reading], object] = lambda _reading: None,
    ) -> None:
        """Begin with one article.

        Args:
            first: The sitting that is shown.
            open_other: Opens the article that a link leads to.
            let_go: Told each article that does not stay open.
        """
        self.now = first
        """The one that is shown."""
        self._open_other = open_other
        self._tell_let_go = let_go
        self._left: OrderedDict[Path | None, Sitting] = OrderedDict()

    @property
    def readings(self) -> list[Reading]:
        """All that is open, the one that is shown last."""
        return [sitting.reading for sitting in (*self._left.values(), self.now)]

    def stop_rests(self) -> None:
        """Nobody waits any more for the rest of a long document."""
        for reading in self.readings:
            if reading.source.rest is not None:
                reading.source.rest.stop()

    def is_at_hand(self, path: Path | None) -> bool:
        """Whether an article is found at once: it is open, or it is Markdown."""
        return path is None or path in self._left or is_markdown_name(path.name)

    def find(self, path: Path | None) -> Sitting:
        """An article that was open before, or is opened now; it gets the same way back.

        Raises:
            BriefingError: It cannot be opened.
        """
        sitting = self._left.get(path)
        if sitting is None:
            if path is None or self._open_other is None:
                raise RuntimeError("no other article can be opened here")
            sitting = Sitting(*self._open_other(path))
        return sitting

    def go_to(self, sitting: Sitting) -> None:
        """Show an article instead of the one that is shown; the way back and choices go along."""
        before = self.now
        before.leave()
        sitting.reading.history = before.reading.history
        sitting.memory.choices = before.memory.choices
        self._left[before.reading.source.path] = before
        self._left.pop(sitting.reading.source.path, None)
        self.now = sitting
        self._let_go()

    def _let_go(self) -> None:
        can_go = [path for path in self._left if path is not None]
        for path in can_go[: max(0, len(self._left) - KEPT)]:
            self._tell_let_go(self._left.pop(path).reading)
