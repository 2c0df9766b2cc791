"""What weighs in scripts that put no space between words: negations, numbers, how exact these are.

There is no end of a word to go by. So words that only hold the sign of a negation or of a number
are known, and are passed over; and a single numeral counts where a counter or an ordinal is beside
it. Names show themselves in no way, and are not looked for.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from briefing.languages.changing import Unspaced
from briefing.languages.load import language_of
from briefing.languages.phrases import any_of
from briefing.model.change import Weighs
from briefing.text.fold import fold_text

_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
"""Letters of Thai, Lao, Japanese, Chinese; of Korean, too, whose negations are parts of words."""
_KINDS = (
    None,
    Weighs.QUALIFIER,
    Weighs.FIGURE,
    Weighs.QUALIFIER,
    Weighs.FIGURE,
    Weighs.NEGATION,
)
"""What the groups of the expression weigh; the first are the words that are passed over."""


def joined(before: str, words: str, after: str) -> str:
    """Words between what stands around them; such letters, and a hyphen, are not parted."""
    return _beside(_beside(before, words), after)


def _beside(ahead: str, behind: str) -> str:
    meet = ahead[-1:] + behind[:1]
    is_close = len(meet) < 2 or meet[0] == "-" or all(map(_UNSPACED.match, meet))
    return f"{ahead}{behind}" if is_close else f"{ahead} {behind}"


def differing(old: str, new: str) -> set[Weighs]:
    """What is serious about words that became others; both folded, with what stands around them."""
    if not (_UNSPACED.search(old) or _UNSPACED.search(new)):
        return set()
    ours, theirs = _weighing(old), _weighing(new)
    return {kind for kind in ours if ours[kind] != theirs[kind]}


def _weighing(folded: str) -> dict[Weighs, Counter[str]]:
    """How often everything that weighs stands in some words."""
    found: dict[Weighs, Counter[str]] = {kind: Counter() for kind in _KINDS if kind}
    for match in _pattern().finditer(folded):
        kind = _KINDS[(match.lastindex or 1) - 1]
        if kind is not None:
            found[kind][match[0]] += 1
    return found


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """All that weighs, and the words that are passed over; the most telling first."""
    own = language_of(None).unspaced
    numeral = f"[{_letters(own.numerals)}]"
    measured = rf"(?<=[\d{_letters((*own.numerals, *own.counters))}])"
    return re.compile(
        rf"({_any(own.others)})"
        rf"|({_any(own.qualifiers)})(?=\W{{0,2}}(?:\d|{numeral}))"
        rf"|({_number(own)})"
        rf"|{measured}({_any(own.qualifiers_behind)})"
        rf"|({_any(own.figures)})"
        rf"|({_any(own.negations)})"
    )


def _number(own: Unspaced) -> str:
    """An expression for a number with its counter; digits alone are seen as everywhere."""
    numerals, articles = _letters(own.numerals), _letters(own.articles)
    counters, behind = _any(own.counters), _any(own.qualifiers_behind)
    return (
        rf"(?:{_any(own.before_numerals)})[{numerals}]+"
        rf"|\d(?:[\d.,]*\d)?\s?(?:[{numerals}]+\s?(?:{counters})?|{counters})"
        rf"|[{numerals}]{{2,}}(?:{counters})?"
        rf"|(?![{articles}])[{numerals}](?:{counters}|(?={behind}))"
    )


def _letters(words: tuple[str, ...]) -> str:
    """Those of some words that are one letter, for a set of an expression."""
    return "".join(word for word in map(fold_text, words) if len(word) == 1)


def _any(words: tuple[str, ...]) -> str:
    return any_of(map(fold_text, words))
