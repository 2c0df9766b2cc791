"""Words of a language as parts of an expression."""

from __future__ import annotations

import re
from collections.abc import Iterable

NOTHING = "(?!)"
"""Matches nothing: what a language without such words uses."""


ENDS = r"(?:(?<=\W)|(?!\w))"
"""Behind a phrase: no letter or digit goes on where it ends in one."""


def any_of(phrases: Iterable[str]) -> str:
    """An alternative of phrases, the longest first; one that never matches where there are none.

    Spaces stand for any white space, an apostrophe for both forms of it, a star for any letters.
    """
    return "|".join(map(_pattern, sorted(phrases, key=len, reverse=True))) or NOTHING


def before_word(phrases: Iterable[str]) -> str:
    """The same with the space that parts a phrase from the next word; none behind an apostrophe."""
    ordered = sorted(phrases, key=len, reverse=True)
    parts = (_pattern(one) if one.endswith("'") else rf"{_pattern(one)}\s" for one in ordered)
    return f"(?:{'|'.join(parts) or NOTHING})"


def _pattern(phrase: str) -> str:
    escaped = re.escape(phrase).replace(r"\*", r"\w*")
    return escaped.replace("'", "['’]").replace(r"\ ", r"\s+")
