"""Words that a text must hold for an expression to match: far cheaper to look for than that.

Most of a text is made of few words, and few of these tell anything. So each is looked at once, for
all expressions together; what tells nothing is then found in one step for a whole line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

_LETTERS = re.compile(r"[^\W\d_]+")

_MOST_KNOWN = 65_536
"""Words that are known; beyond, they are learnt anew."""

_NOTHING: frozenset[str] = frozenset()


class Telltales:
    """Tells which of some expressions may match in a text, by their names."""

    def __init__(
        self,
        phrases: Mapping[str, Iterable[str]],
        tests: Mapping[str, Callable[[str], bool]] | None = None,
    ) -> None:
        """Know some expressions.

        Args:
            phrases: By the name of an expression phrases of which one stands in whatever it
                matches. They are told by the longest run of letters in each; where one has none,
                the expression may match anywhere.
            tests: By the name of another expression what tells whether it may match where a word
                stands.
        """
        runs = {name: _runs(some) for name, some in phrases.items()}
        self._always = frozenset(name for name, some in runs.items() if "" in some)
        self._runs = {name: some for name, some in runs.items() if name not in self._always}
        self._tests = tests or {}
        self._idle: set[str] = set()
        self._telling: dict[str, frozenset[str]] = {}

    def among(self, words: Collection[str]) -> frozenset[str]:
        """The names of the expressions that may match in a text.

        Args:
            words: All runs of letters of the text in small letters, alone or joined, also with
                other signs: what stands between its spaces.
        """
        if self._idle.issuperset(words):
            return self._always
        telling = self._telling
        told = [telling.get(word) or self._learnt(word) for word in set(words) - self._idle]
        return self._always.union(*told)

    def _learnt(self, word: str) -> frozenset[str]:
        """What a word tells that was not met yet."""
        for known in (self._idle, self._telling):
            if len(known) >= _MOST_KNOWN:
                known.clear()
        told = frozenset(self._looked_at(word)) if _LETTERS.search(word) else _NOTHING
        if told:
            self._telling[word] = told
        else:
            self._idle.add(word)
        return told

    def _looked_at(self, word: str) -> Iterator[str]:
        yield from (name for name, runs in self._runs.items() if any(map(word.__contains__, runs)))
        yield from (name for name, tells in self._tests.items() if tells(word))


def _runs(phrases: Iterable[str]) -> tuple[str, ...]:
    """The longest run of letters of each phrase, without those that hold another one."""
    runs = {max(_LETTERS.findall(one.lower()), key=len, default="") for one in phrases}
    return tuple(one for one in runs if not any(o in one and o != one for o in runs))
