"""Words of which a language tells the form: adverbs, participles, small numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_MOST_KNOWN = 1_024
"""Words that are remembered with each form."""


class Forms:
    """An expression for whole words. Each is looked at once: a text is made of few words."""

    def __init__(self, pattern: str) -> None:
        matched = lru_cache(maxsize=_MOST_KNOWN)(re.compile(pattern).fullmatch)
        self.fullmatch: Callable[[str], re.Match[str] | None] = matched
        """How a word is such a form; None where it is none."""
