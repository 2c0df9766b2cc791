"""The small words between and before the entries of a list."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.analysis.language_code import base_language

_CONJUNCTIONS = (
    "and|or|e|ed|o|und|sowie|oder|et|ou|ainsi que|y|u|as well as|nonché|así como|bem como"
    "|assim como|alsook|evenals|&"
)

_OWN_CONJUNCTIONS = {"nl": "|en|of"}
"""Those that mean something else in other languages."""

ARTICLE = (
    r"(?:the |la |le |les |el |il |lo |los |las |i |gli |l['’]|der |die |das |den |dem |del |della "
    r"|di |de |du |d['’]|des |von |from |of |in |dalla |dal |dall['’]|alla |al )"
)
"""An article or a small preposition."""

_PREPOSITION = (
    r"(?:(?:in|to|im|nach|mit|aan|met|naar|voor|à|au|aux|en|avec|pour|a|con|para|per|ao|aos|às|em"
    r"|no|na|nos|nas|com|da|do|dos|das|ai|agli|alle|dai|dagli|dalle|nel|nella|nei|negli|nelle) "
    r"|(?:all|nell|dell)['’])"
)
"""A preposition that is said again before each entry: "à l’Allemagne, au Japon et à l’Inde"."""


@lru_cache(maxsize=8)
def between(language: str | None) -> re.Pattern[str]:
    """All that stands between two neighbours of a list, commas and conjunctions included."""
    conjunction = _conjunction(language)
    mark = rf"(?:\s*[,;/]\s*(?:{conjunction}\s+)?|\s+{conjunction}\s+)"
    pattern = (
        rf"\s*[,;/]?\s*(?:{conjunction}\s+)?{ARTICLE}?|{mark}{_PREPOSITION}(?:(?<=\s){ARTICLE})?"
    )
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=8)
def closing(language: str | None) -> re.Pattern[str]:
    """What stands before the last entry."""
    return re.compile(rf"[,;]?\s+{_conjunction(language)}\s+", re.IGNORECASE)


def _conjunction(language: str | None) -> str:
    return f"(?:{_CONJUNCTIONS}{_OWN_CONJUNCTIONS.get(base_language(language), '')})"
