"""Where passages stand letter by letter in one text, in which thousands may be looked for.

A search through two million characters takes a millisecond: fifty thousand notes would take most
of a minute. After a few searches the text's words are listed with their places, and a passage is
only looked for where the rarest of its words stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.anchoring.find import occurrences

SEARCHES = 32
"""Passages that are looked for before the list of words is made, which costs as much as a few
hundred searches."""
COMMON = 400
"""A passage whose words all stand more often than that is searched for: that is quicker."""

_WORD = re.compile(r"\S+")
_INNER_WORD = re.compile(r"(?<=\s)\S+(?=\s)")


class Verbatim:
    """The places of passages in one text.

    Args:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._searches = 0
        self._places: dict[str, list[int]] | None = None

    def places(self, part: str) -> list[int]:
        """Where a passage begins, without overlaps: the same as `occurrences`.

        Args:
            part: The passage, not empty.
        """
        rarest = self._rarest(part)
        if rarest is None:
            return list(occurrences(self._text, part))
        offset, places = rarest
        starts = (at - offset for at in places)
        return list(_apart((at for at in starts if self._stands(part, at)), len(part)))

    def _stands(self, part: str, at: int) -> bool:
        return at >= 0 and self._text.startswith(part, at)

    def _rarest(self, part: str) -> tuple[int, Sequence[int]] | None:
        """A word of a passage, by its first character there, and where it stands in the text.

        Only words with a space on both sides count: in the text these are whole words, too.
        """
        if self._places is None:
            self._searches += 1
            if self._searches <= SEARCHES:
                return None
            self._places = _words(self._text)
        known = self._places
        found = ((m.start(), known.get(m[0], ())) for m in _INNER_WORD.finditer(part))
        best = min(found, key=lambda word: len(word[1]), default=None)
        return None if best is None or len(best[1]) > COMMON else best


@lru_cache(maxsize=4)
def verbatim(text: str) -> Verbatim:
    """The places of passages in a text, whose words are listed once."""
    return Verbatim(text)


def _words(text: str) -> dict[str, list[int]]:
    """Where each word stands, spaces being all that parts words here."""
    places: dict[str, list[int]] = {}
    for match in _WORD.finditer(text):
        places.setdefault(match[0], []).append(match.start())
    return places


def _apart(starts: Iterator[int], length: int) -> Iterator[int]:
    """Those of some rising places that do not overlap the one taken before."""
    end = 0
    for start in starts:
        if start >= end:
            yield start
            end = start + length
