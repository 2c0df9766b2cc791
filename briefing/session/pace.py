"""How long a text takes to read: at first for most people, after a while for this one."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model.records import dataclass

USUAL_PER_MINUTE = 1_000
"""About 1,000 characters a minute: 987 ± 118 measured over seventeen languages by
Trauzettel-Klosinski and Dietz, Investigative Ophthalmology & Visual Science 53 (2012)."""
_ODD_FACTOR = 4
"""Who seems to read four times as fast or as slowly has skipped, or was away."""
_KNOWN_CHARACTERS = 6_000
"""After so many characters, some minutes, it is known how fast somebody reads."""
_KEPT_CHARACTERS = 100_000
"""Older reading counts less and less: how people read changes with what they read."""
_IN_PASSING = 2
"""Words that stood on the screen for half the usual time may have been read, at a quick pace."""


@dataclass(slots=True)
class Pace:
    """How fast a reader is."""

    characters: int = 0
    """So much is known to have been read."""
    seconds: float = 0.0
    """In this time."""

    @property
    def per_minute(self) -> float:
        """Characters a minute."""
        is_known = self.characters >= _KNOWN_CHARACTERS
        return self.characters * 60 / self.seconds if is_known else USUAL_PER_MINUTE

    @property
    def fastest(self) -> float:
        """Characters a second that can just be read."""
        return self.per_minute * _IN_PASSING / 60

    def learn(self, characters: int, seconds: float) -> None:
        """Some text was read in some time, unless it went by too fast or too slowly for that."""
        usual = characters * 60 / USUAL_PER_MINUTE
        if characters <= 0 or not usual / _ODD_FACTOR <= seconds <= usual * _ODD_FACTOR:
            return
        self.characters += characters
        self.seconds += seconds
        if self.characters > _KEPT_CHARACTERS:
            self.seconds *= _KEPT_CHARACTERS / 2 / self.characters
            self.characters = _KEPT_CHARACTERS // 2

    def kept(self) -> Mapping[str, int]:
        """What is remembered of it."""
        return {"characters": self.characters, "seconds": round(self.seconds)}


def pace_of(kept: Mapping[str, int]) -> Pace:
    """The pace that was remembered; a new one where what is kept is none."""
    characters, seconds = kept.get("characters", 0), kept.get("seconds", 0)
    return Pace(characters, seconds) if characters > 0 and seconds > 0 else Pace()


def minutes(characters: int, per_minute: float = USUAL_PER_MINUTE) -> int:
    """How long a text takes to read, in whole minutes, at least one where there is any text."""
    return 0 if characters <= 0 else max(1, round(characters / per_minute))
