"""What was on the screen long enough to be read, and how fast somebody reads.

While a view stands, time goes by; as many characters as can be read in it are read, from the first
on that were not yet. Who skips through a text has read none of it, who scrolls line by line all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import monotonic

from briefing.model.span import Place
from briefing.session.pace import Pace
from briefing.session.progress import Progress


@dataclass(slots=True)
class Attention:
    """Looks at what is in view, and at the clock."""

    now: Callable[[], float] = monotonic
    """Seconds since some moment."""
    pace: Pace = field(default_factory=Pace)
    """How fast the reader is."""
    _progress: Progress | None = None
    _view: tuple[Place, Place] = (Place(0, 0), Place(0, 0))
    _looked_at: float = 0.0
    _came_at: float = 0.0
    _rest: float = 0.0

    def look(self, progress: Progress, first: Place, last: Place) -> Sequence[int]:
        """Tell what is in view from now on, or still.

        Args:
            progress: Takes what was read.
            first: The first character in view.
            last: The character after the last one.

        Returns:
            The numbers of the sections that are further on than they were, by tenths.
        """
        now, changed = self.now(), list[int]()
        if progress is not self._progress:  # another text, or another state of it
            self._progress, self._rest, self._came_at = progress, 0.0, now
        else:
            readable = (now - self._looked_at) * self.pace.fastest + self._rest
            changed = progress.read_on(*self._view, int(readable))
            self._rest = readable % 1
        self._learn(progress, first, now)
        self._view, self._looked_at = (first, last), now
        return changed

    def _learn(self, progress: Progress, first: Place, now: float) -> None:
        """Text that went out of view at the top, and was not skipped, was read in this time."""
        before = self._view
        if first == before[0]:
            return
        if before[0] < first <= before[1]:
            passed = progress.document.length_between(before[0], first)
            self.pace.learn(passed, now - self._came_at)
        self._came_at = now
