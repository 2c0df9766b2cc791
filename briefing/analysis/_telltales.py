"""Letters that a text must hold for an expression to match: far cheaper to look for than that."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LETTERS = re.compile(r"[^\W\d_]+")


class Telltales:
    """What tells that none of some phrases stands in a text."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Take the longest run of letters of each phrase; one without any may stand anywhere."""
        runs = {max(_LETTERS.findall(one.lower()), key=len, default="") for one in phrases}
        self._runs = tuple(one for one in runs if not any(o in one and o != one for o in runs))

    def may_be_in(self, small: str) -> bool:
        """Whether one of the phrases may stand in a text, which is given in small letters."""
        return any(map(small.__contains__, self._runs))
