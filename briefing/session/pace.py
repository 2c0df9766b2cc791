"""How long a text takes to read."""

from __future__ import annotations

_MINUTES_PER_CHARACTER = 1 / 1_000
"""About 1,000 characters a minute: 987 ± 118 measured over seventeen languages by
Trauzettel-Klosinski and Dietz, Investigative Ophthalmology & Visual Science 53 (2012)."""


def minutes(characters: int) -> int:
    """How long a text takes to read, in whole minutes, at least one where there is any text."""
    return 0 if characters <= 0 else max(1, round(characters * _MINUTES_PER_CHARACTER))
