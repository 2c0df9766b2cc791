"""Expressions for the end of what stands before a number.

Searching for them would cost most of the time of analysis. Nearly always the last word alone tells
that there is nothing to be found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache

from briefing.languages.phrases import any_of

_BEHIND_WORD = " \t\n\u00a0\u202f'’"

_MOST_ASKED = 64
"""Texts whose last word is remembered: many expressions are asked of the same one in turn."""

_MOST_KNOWN = 2_048
"""Last words that are remembered; beyond, they are looked at anew."""


@lru_cache(maxsize=_MOST_ASKED)
def last_word(before: str) -> str:
    """The letters and digits that a text ends in, small; "" where it ends in another sign."""
    tail = before.rstrip(_BEHIND_WORD).rpartition(" ")[2]
    if tail.isalnum():
        return tail.lower()
    start = len(tail)
    while start and tail[start - 1].isalnum():
        start -= 1
    return tail[start:].lower()


class _Some:
    """Some of the phrases, and their expression once it is asked for."""

    def __init__(self, pattern: Callable[[str], str], phrases: tuple[str, ...]) -> None:
        self._pattern, self._phrases = pattern, phrases

    @cached_property
    def expression(self) -> re.Pattern[str]:
        return re.compile(self._pattern(any_of(self._phrases)), re.IGNORECASE)


class _ByLast(dict[str, _Some | None]):
    """The phrases that may end in a word, by that; None where none does. Other words are learnt."""

    def __init__(
        self,
        known: Mapping[str, _Some],
        any_one: _Some,
        is_possible: Callable[[str], bool] | None,
    ) -> None:
        super().__init__(known)
        self._known, self._any, self._is_possible = known, any_one, is_possible

    def __missing__(self, last: str) -> _Some | None:
        if len(self) >= _MOST_KNOWN:
            self.clear()
            self.update(self._known)
        is_possible = self._is_possible is not None and self._is_possible(last)
        self[last] = found = self._any if is_possible else None
        return found


class AtEnd:
    """An expression that can only match where some words are the last.

    It is asked with those of its phrases that end in the last word: a few of hundreds.
    """

    def __init__(
        self,
        pattern: Callable[[str], str],
        phrases: Iterable[str],
        others: Iterable[str] = (),
        is_possible: Callable[[str], bool] | None = None,
    ) -> None:
        r"""Build it; nothing is compiled before it is needed.

        Args:
            pattern: Gives the expression for an alternative of some of the phrases, for any case
                of letters, with its ``\Z``.
            phrases: What it may end in, without what may follow the last word.
            others: More phrases and signs that it may end in, whichever phrase stands before them.
            is_possible: Whether it may end in another last word.
        """
        every, more = tuple(phrases), tuple(others)
        by_last: dict[str, tuple[str, ...]] = {}
        for phrase in every:
            last = last_word(phrase)
            by_last[last] = (*by_last.get(last, ()), phrase)
        any_one = _Some(pattern, every)
        known = {last: _Some(pattern, some) for last, some in by_last.items()}
        for last in (*map(last_word, more), *filter(is_possible or (lambda _last: False), by_last)):
            known[last] = any_one
        self._by_last = _ByLast(known, any_one, is_possible)
        self._signs = frozenset(phrase[-1:] for phrase in (*every, *more))

    def may_follow(self, last: str) -> bool:
        """Whether it may stand at the end of a text with this last word, see `last_word`."""
        return self._by_last[last] is not None

    def search(self, before: str) -> re.Match[str] | None:
        """Where the expression stands at the end of a text."""
        last = last_word(before)
        some = self._by_last[last]
        if some is None:
            return None
        if not last and before.rstrip(_BEHIND_WORD)[-1:] not in self._signs:
            return None
        return some.expression.search(before)
