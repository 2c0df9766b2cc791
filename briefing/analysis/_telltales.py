"""Letters that a text must hold for an expression to match: far cheaper to look for than that."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

_LETTERS = re.compile(r"[^\W\d_]+")

_MOST_KNOWN = 65_536
"""Words that are known; beyond, they are learnt anew."""


class Telltales:
    """What tells that none of some phrases stands in a text.

    Most of a text is made of few words: each is looked at once.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        """Take the longest run of letters of each phrase; one without any may stand anywhere."""
        runs = {max(_LETTERS.findall(one.lower()), key=len, default="") for one in phrases}
        self._runs = tuple(one for one in runs if not any(o in one and o != one for o in runs))
        self._idle: set[str] = set()
        self._telling: set[str] = set()

    def may_be_among(self, words: Collection[str]) -> bool:
        """Whether one of the phrases may stand in a text.

        Args:
            words: All runs of letters of the text in small letters, alone or joined, also with
                other signs: what stands between its spaces.
        """
        if not self._idle.issuperset(words):
            self._learn(set(words) - self._idle - self._telling)
        return not self._telling.isdisjoint(words) or "" in self._runs

    def _learn(self, words: Iterable[str]) -> None:
        for known in (self._idle, self._telling):
            if len(known) >= _MOST_KNOWN:
                known.clear()
        for word in words:
            tells = any(map(word.__contains__, self._runs))
            (self._telling if tells else self._idle).add(word)
