"""The language of a text, by the small words that each language uses most.

No model: on a page of text the small words of the common European languages decide, and where they
do not (too short, another script, a mixture) the answer is None rather than a guess.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from functools import lru_cache

from briefing.languages.load import every_language
from briefing.languages.vocabulary import vocabularies

_WORD = re.compile(r"[^\W\d_]+")
_SOFT_HYPHEN = "\u00ad"
"""It may stand inside any word, and is no part of it."""
_NOT_LATIN = re.compile(r"[\u0370-\U0010ffff]")
_ENOUGH = 20_000
"""Characters that are read; more would not change the answer."""

_SURE = 0.12
"""The share of small words that a text in a language has at least; running text has 30 to 50 %."""

_APART = 1.1
"""How much better the best language must be than the next."""

_SHORT = 60
"""Words of a text that is short: too few small words decide there, all that a file knows do."""
_LEAST, _LED = 3, 0.2
"""What the words of the best language count there at least, and which share of all they are."""
_CLEARLY, _OWN = 2, 4
"""How much more than those of the next language with a file, and than words of a neighbour only."""

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("uk", re.compile(r"[іїєґ]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
"""Scripts that settle it, the more telling before the more general."""


def detect(text: str) -> str | None:
    """The language of a text as an ISO 639-1 code, or None where it is not clear."""
    sample = text[:_ENOUGH].replace(_SOFT_HYPHEN, "")
    others = sum(map(str.isalpha, _NOT_LATIN.findall(sample)))
    if others and others * 2 > (letters := sum(map(str.isalpha, sample))):
        return _by_script(sample, letters)
    words = [word.lower() for word in _WORD.findall(sample)]
    found = _by_words(words) if words else None
    if len(words) > _SHORT or found in vocabularies():
        return found
    return _by_all_words(set(words)) or found


def _by_script(sample: str, letters: int) -> str | None:
    for code, pattern in _SCRIPTS:
        if len(pattern.findall(sample)) * 50 > letters:
            return code
    return None


def _by_words(words: list[str]) -> str | None:
    found = dict.fromkeys(_profiles(), 0)
    for word, count in Counter(words).items():
        for code in _speakers().get(word, ()):
            found[code] += count
    scores = sorted(((count / len(words), code) for code, count in found.items()), reverse=True)
    (best, code), (second, _) = scores[:2]
    if best < _SURE or best < second * _APART:
        return None
    return code


def _by_all_words(words: Collection[str]) -> str | None:
    """The language with a file that clearly leads in a short text, by all that the files know.

    A word counts less the more of them have it. Languages without a file have their small words
    alone: what only they have of them speaks against all others.
    """
    counts = Counter[str]()
    for word in words:
        speakers = [code for code, known in vocabularies().items() if word in known]
        counts.update(dict.fromkeys(speakers, 1 / len(speakers)) if speakers else {})
    (code, best), (_next, second) = (*counts.most_common(2), ("", 0.0), ("", 0.0))[:2]
    if best < max(_LEAST, _LED * len(words), _CLEARLY * second):
        return None
    known = vocabularies()[code]
    for other in (small for name, small in _profiles().items() if name not in vocabularies()):
        own = sum(word in known and word not in other for word in words)
        if own < _OWN * sum(word in other and word not in known for word in words):
            return None
    return code


@lru_cache(maxsize=1)
def _profiles() -> dict[str, frozenset[str]]:
    known = {own.code: own.detection for own in every_language()}
    neighbours = known.pop("").neighbours
    words = {**{code: own.common for code, own in known.items()}, **neighbours}
    return {code: frozenset(common) for code, common in words.items()}


@lru_cache(maxsize=1)
def _speakers() -> dict[str, list[str]]:
    """The languages of which each word is usual."""
    found: dict[str, list[str]] = {}
    for code, common in _profiles().items():
        for word in common:
            found.setdefault(word, []).append(code)
    return found
