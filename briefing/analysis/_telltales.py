"""Words that a text must hold for an expression to match: far cheaper to look for than that.

Most of a text is made of few words, and few of these tell anything. So each is looked at once, for
all expressions together; what tells nothing is then found in one step for a whole line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from enum import IntEnum, auto

from briefing.languages.phrases import any_of

_LETTERS = re.compile(r"[^\W\d_]+")

_NOTHING: frozenset[Sought] = frozenset()

_MOST_KNOWN = 65_536
"""Words that are known; beyond, they are learnt anew."""


class Sought(IntEnum):
    """What may stand in a line and is looked for by expressions that cost time."""

    SPELLED = auto()
    """A number in words."""
    ROUNDED = auto()
    """A scale word or rounded number: ``million``, ``dozen``."""
    VAGUE = auto()
    """An order of magnitude: ``thousands``."""
    SEVERAL = auto()
    """A word that makes one of a scale word."""
    SCALED = auto()
    """Such a scale word."""
    PART = auto()
    """A part in words: ``half``."""
    EVERY = auto()
    """What makes a share of an ordinal: ``jede`` fünfte Frau."""
    POINT = auto()
    """A point on a scale: ``magnitude``."""
    ONE = auto()
    """A single one."""
    SINGLE = auto()
    """The same, or the article of one thing."""
    FACTOR = auto()
    """How many times as much: ``double``."""
    HALF = auto()
    """``half``, of whatever."""
    MEASURE = auto()
    """A measure: ``ton``."""
    TIME = auto()
    """A unit of time that may be told of one: ``hour``."""
    LEAST = auto()
    """What makes that one a figure: ``at least``."""
    HALVED = auto()
    """What adds a half to it: ``and a half``."""
    STRESSED = auto()
    """A single one that is no article."""
    SPAN = auto()
    """What stands between two numbers of which it may be the first: ``one to`` two."""
    BOTH = auto()
    """What begins such two: ``between`` one and two."""
    SENTENCE = auto()
    """The same: ``in prison``."""
    APPEAL = auto()
    """What a page says to its readers: ``subscribe to``."""
    FINDING = auto()
    """What announces a result: ``we conclude that``."""
    OF_ITSELF = auto()
    """What speaks of a report: ``this chapter``."""


class Telltales:
    """Tells what may stand in a text."""

    def __init__(
        self,
        parts: Mapping[Sought, Iterable[str]],
        words: Mapping[Sought, Iterable[str]] | None = None,
        tests: Mapping[Sought, Callable[[str], bool]] | None = None,
    ) -> None:
        """Know what is sought.

        Args:
            parts: Phrases of which one stands in whatever is sought, maybe inside a word. They
                are told by the longest run of letters in each, or by its signs where it has none.
            words: The same where that run is a whole word.
            tests: What else tells whether it may stand where a word does.
        """
        runs = {
            one: frozenset(_longest_run(phrase) or max(phrase.split(), key=len) for phrase in some)
            for one, some in parts.items()
        }
        every = frozenset().union(*runs.values())
        self._in_parts = {one: re.compile(any_of(some)) for one, some in runs.items()}
        self._in_any_part = re.compile(any_of(every))
        signs = (run for run in every if not _LETTERS.search(run))
        self._tells = re.compile(rf"{_LETTERS.pattern}|{any_of(signs)}")
        self._by_word = _by_word(words or {})
        self._tests = tests or {}
        self._idle: set[str] = set()
        self._telling: dict[str, frozenset[Sought]] = {}

    def among(self, words: Collection[str]) -> frozenset[Sought]:
        """What may stand in a text.

        Args:
            words: What stands between the spaces of the text, in small letters.
        """
        idle, telling = self._idle, self._telling
        others = [word for word in words if word not in idle]
        if not others:
            return _NOTHING
        return _NOTHING.union(*[telling.get(word) or self._learnt(word) for word in others])

    def telling(self, words: Iterable[str], sought: Sought) -> list[str]:
        """Those of a text's words that tell of one thing that is sought, as `among` takes them."""
        idle, telling = self._idle, self._telling
        others = (word for word in words if word not in idle)
        return [word for word in others if sought in (telling.get(word) or self._learnt(word))]

    def _learnt(self, word: str) -> frozenset[Sought]:
        """What a word tells that was not met yet. In a short text most are such."""
        told = frozenset(self._looked_at(word)) if self._tells.search(word) else _NOTHING
        for known in (self._idle, self._telling):
            if len(known) >= _MOST_KNOWN:
                known.clear()
        if told:
            self._telling[word] = told
        else:
            self._idle.add(word)
        return told

    def _looked_at(self, word: str) -> Iterator[Sought]:
        if self._in_any_part.search(word):
            yield from (one for one, part in self._in_parts.items() if part.search(word))
        for run in _LETTERS.findall(word):
            yield from self._by_word.get(run, ())
            yield from (one for one, tells in self._tests.items() if tells(run))


def _by_word(phrases: Mapping[Sought, Iterable[str]]) -> dict[str, list[Sought]]:
    found: dict[str, list[Sought]] = {}
    for one, some in phrases.items():
        for run in map(_longest_run, some):
            found.setdefault(run, []).append(one)
    return found


def _longest_run(phrase: str) -> str:
    return max(_LETTERS.findall(phrase.lower()), key=len, default="")
