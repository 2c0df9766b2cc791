"""Names that stand below a title without a word such as “by” before them.

Nothing in the words tells “Ada King” from “Annual Review”. But a subtitle is made of words that the
text has, too, while the names of those who wrote it hardly stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,3}")
"""A name of two to four words."""
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 3
"""Letters of a word that tells; shorter ones are initials and the small words inside names."""

Counts = Mapping[str, int]
"""How often each word stands in a text, without regard to case."""


def bare_names(parts: Sequence[str], counts: Counts) -> list[str]:
    """The names that some words are; none where any of them may be something else.

    Args:
        parts: What commas and the words between names part.
        counts: The words of the whole text, these included.
    """
    are_names = parts and all(_is_name(part) for part in parts)
    telling = [w for part in parts for w in _WORD.findall(part.casefold()) if len(w) >= _SHORTEST]
    is_known = any(counts.get(word, 0) > telling.count(word) for word in telling)
    return list(parts) if are_names and not is_known else []


def _is_name(words: str) -> bool:
    """Whether words are as those of a name: the first and the last with a capital, not in them."""
    if _NAME.fullmatch(words) is None or words.isupper():
        return False
    first, *_inner, last = words.split()
    return first[0].isupper() and last[0].isupper()
