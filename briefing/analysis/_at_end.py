"""Expressions for the end of what stands before a number.

Searching for them would cost most of the time of analysis. Nearly always the last word alone tells
that there is nothing to be found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

_BEHIND_WORD = " \t\n\u00a0\u202f'’"

_SIGNS = frozenset(".,:;-–&/")
"""What an expression may go on with behind its last word."""


@lru_cache(maxsize=4096)
def last_word(before: str) -> str:
    """The letters and digits that a text ends in, small; "" where it ends in another sign."""
    end = len(before.rstrip(_BEHIND_WORD))
    start = end
    while start and before[start - 1].isalnum():
        start -= 1
    return before[start:end].lower()


class AtEnd:
    """An expression that can only match where some words are the last."""

    def __init__(
        self, pattern: str, phrases: Iterable[str], is_possible: Callable[[str], bool] | None = None
    ) -> None:
        r"""Compile it.

        Args:
            pattern: The expression, for any case of letters, with its ``\Z``.
            phrases: What it may end in, without what may follow the last word.
            is_possible: Whether it may end in another last word.
        """
        self._pattern = re.compile(pattern, re.IGNORECASE)
        known = tuple(phrases)
        self._last_words = frozenset(map(last_word, known))
        self._signs = _SIGNS | frozenset(phrase[-1:] for phrase in known)
        self._is_possible = is_possible

    def search(self, before: str) -> re.Match[str] | None:
        """Where the expression stands at the end of a text."""
        last = last_word(before)
        if last and last not in self._last_words and not self._may_be(last):
            return None
        if not last and before.rstrip(_BEHIND_WORD)[-1:] not in self._signs:
            return None
        return self._pattern.search(before)

    def _may_be(self, last: str) -> bool:
        return self._is_possible is not None and self._is_possible(last)
