"""Back and forward through jumps, as in a browser."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.model.span import Place

_LIMIT = 200


@dataclass(slots=True)
class History:
    """Places a reader jumped from."""

    _back: list[Place] = field(default_factory=list)
    _forward: list[Place] = field(default_factory=list)

    def leave(self, place: Place) -> None:
        """A jump starts at ``place``; what lay forward is forgotten."""
        if not self._back or self._back[-1] != place:
            self._back.append(place)
            del self._back[:-_LIMIT]
        self._forward.clear()

    def back(self, here: Place) -> Place | None:
        """The place of the last jump; None when there is none."""
        return _step(self._back, self._forward, here)

    def forward(self, here: Place) -> Place | None:
        """The place that the last `back` left; None when there is none."""
        return _step(self._forward, self._back, here)


def _step(source: list[Place], other: list[Place], here: Place) -> Place | None:
    if not source:
        return None
    other.append(here)
    return source.pop()
