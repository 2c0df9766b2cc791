"""Back and forward through jumps, as in a browser; across articles where a link leads to one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Generic, TypeVar

from briefing.model.reading_state import SavedPlace
from briefing.model.records import dataclass, field

_LIMIT = 200

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in an article, with the words that find it after the article changed."""

    article: Path | None
    """The article's file; None for standard input."""
    saved: SavedPlace
    """Where in it."""


@dataclass(slots=True)
class History(Generic[T]):
    """Places a reader jumped from."""

    _back: list[T] = field(default_factory=list)
    _forward: list[T] = field(default_factory=list)

    @classmethod
    def of(cls, entries: Sequence[T], index: int) -> History[T]:
        """The history that `entries` and `index` described."""
        return cls(list(entries[:index]), list(reversed(entries[index:])))

    @property
    def entries(self) -> Sequence[T]:
        """All places, in the order in which `forward` would visit them."""
        return (*self._back, *reversed(self._forward))

    @property
    def index(self) -> int:
        """How many of the entries lie back."""
        return len(self._back)

    def leave(self, place: T) -> None:
        """A jump starts at ``place``; what lay forward is forgotten."""
        if not self._back or self._back[-1] != place:
            self._back.append(place)
            del self._back[:-_LIMIT]
        self._forward.clear()

    def back(self, here: T) -> T | None:
        """The place of the last jump; None when there is none."""
        return _step(self._back, self._forward, here)

    def forward(self, here: T) -> T | None:
        """The place that the last `back` left; None when there is none."""
        return _step(self._forward, self._back, here)


def _step(source: list[T], other: list[T], here: T) -> T | None:
    if not source:
        return None
    other.append(here)
    return source.pop()
