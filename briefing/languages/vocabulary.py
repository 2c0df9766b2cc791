"""The words that the file of a language has, of whatever room: what tells short texts apart.

The small words of `detection` decide on a page. In a sentence or two there are few of them, but
also numbers, days, units, titles and verbs, which the files know too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from briefing.languages.language import Language
from briefing.languages.load import every_language

_ROOMS = (
    "sentences",
    "qualifiers",
    "numbers",
    "units",
    "times",
    "shares",
    "labels",
    "lists",
    "reports",
    "changes",
)
"""The rooms whose words are of the language alone; names of states and pages are not."""
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1)
def vocabularies() -> Mapping[str, frozenset[str]]:
    """The words of each language that has a file, small, by code; none that all languages share."""
    *known, neutral = every_language()
    shared = frozenset(_words(neutral))
    words = {own.code: frozenset(_words(own)) - shared for own in known}
    return {own.code: words[own.code].union(own.detection.common) for own in known}


def _words(language: Language) -> Iterator[str]:
    for room in _ROOMS:
        for phrase in _phrases(getattr(language, room)):
            if "*" not in phrase:  # a part of words, and no word
                yield from _WORD.findall(phrase.lower())


def _phrases(held: Any) -> Iterator[str]:
    """All phrases in a room, however its tables hold them."""
    if isinstance(held, str):
        yield held
    elif isinstance(held, Mapping):
        for inner in held.values():
            yield from _phrases(inner)
    elif isinstance(held, tuple | list | set | frozenset):
        for inner in held:
            yield from _phrases(inner)
    elif hasattr(held, "__dataclass_fields__"):
        for name in held.__dataclass_fields__:
            yield from _phrases(getattr(held, name))
