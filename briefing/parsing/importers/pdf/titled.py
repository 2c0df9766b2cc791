"""What a short line says that may be a heading: whether its words are those of a title."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.languages.load import every_language
from briefing.parsing.importers.pdf.numbered import SECTION

_NUMBER = re.compile(rf"(?:{SECTION}|[A-Za-z])[.)]?\s+(?=\S)")
"""The number of a section, or its letter."""


_SIGN = re.compile(r"[=<>∑∏∫≤≥≠≈∈⊂⊆→⇒←↦∩∪∀∃]")
"""What stands in formulas."""
_CALL = re.compile(r"\w{3}\(")
"""What stands in code."""
_WORD = re.compile(r"[^\W\d_]{3,}")


def is_formula(text: str) -> bool:
    """Whether words are a formula: with a sign of one, and hardly any words."""
    words = len(_WORD.findall(text))
    is_signed = _SIGN.search(text) is not None and _CALL.search(text) is None
    return is_signed and words * 3 < len(text.split())


def begins_title(text: str) -> bool:
    """Whether words begin with a capital, or with the number of a section before others."""
    return text[:1].isupper() or _NUMBER.match(text) is not None


def is_wordy(text: str) -> bool:
    """Whether words behind the number of a section are mostly letters."""
    words = _NUMBER.sub("", text, count=1)
    return sum(map(str.isalpha, words)) * 3 >= len(words) * 2


def names_abstract(text: str) -> bool:
    """Whether words are those for what says in short what a paper holds, in any language."""
    return text.casefold().rstrip(":. ") in _abstracts()


@lru_cache(maxsize=1)
def _abstracts() -> frozenset[str]:
    return frozenset(w for language in every_language() for w in language.reports.abstracts)
