"""The two ends of a range that stands behind "between"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._amount import Amount
from briefing.analysis._figure_words import FigureWords
from briefing.languages.language import Language
from briefing.languages.phrases import any_of, before_word

_LAST_DAY = 31
"""Higher numbers are no days and hours."""


@dataclass(frozen=True, slots=True)
class Between:
    """What stands around the ends."""

    begins: re.Pattern[str]
    """Before the lower one."""
    rest: re.Pattern[str]
    """Behind it; group ``high`` is the upper one."""
    first: re.Pattern[str]
    """All before the upper one; the lower one is no year."""


@lru_cache(maxsize=8)
def between_words(own: Language) -> Between:
    """The words of a language around the ends of such a range."""
    numbers = own.numbers
    articles, ands = rf"(?:{before_word(numbers.range_articles)})?", any_of(numbers.range_ands)
    begins = rf"(?<!\w)(?:{any_of(numbers.from_both)}) {articles}"
    return Between(
        begins=re.compile(rf"{begins}\Z", re.IGNORECASE),
        rest=re.compile(rf" (?:{ands}) {articles}(?P<high>\d+(?:[.,]\d+)*)(?![:/h\d])"),
        first=re.compile(
            rf"{begins}(?!(?:1[5-9]|20)\d\d )\d[\d.,]* (?:{ands}) {articles}\Z", re.IGNORECASE
        ),
    )


def is_between(before: str, after: str, amount: Amount, words: FigureWords) -> bool:
    """Whether it is an end of a range that is no day or hour: "between 15 and 40".

    Args:
        before: What stands before the number.
        after: What follows it.
        amount: The number.
        words: Those of the language.
    """
    found = between_words(words.own)
    high = found.rest.match(after) if found.begins.search(before) else None
    if high is not None:
        return int(re.sub(r"\D", "", high["high"])) > _LAST_DAY
    is_high = amount.value is not None and amount.value > _LAST_DAY
    return is_high and found.first.search(before) is not None
