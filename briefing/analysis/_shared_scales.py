"""Scale words that stand once for two numbers: ``3 millions contre 4``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from briefing.analysis._amount import Amount
from briefing.analysis._digits import as_plain, number
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._units import unit_after
from briefing.languages.language import Language
from briefing.languages.phrases import any_of, before_word

_MILLION = 10**6
_MOST = 1000
"""Below it a number may be so many millions or more."""

_NEAR = 10
"""How many times as much one of two numbers that are set against each other is at most."""

_NEXT_BRACKET = re.compile(r"[^().;!?]*\)[^().;!?]{1,80}\(")
"""What parts two numbers of which each begins a bracket behind what it tells of."""


@lru_cache(maxsize=8)
def _against(own: Language) -> re.Pattern[str]:
    articles = before_word(own.numbers.range_articles)
    return re.compile(rf"(?: [\w’'-]+){{0,4}},? (?:{any_of(own.labels.versus)}) (?:{articles})?")


def with_shared_scales(text: str, found: Sequence[Amount], words: FigureWords) -> Sequence[Amount]:
    """The amounts, bare ones with the scale word of the one that they are set against.

    Args:
        text: A line of the text.
        found: Its amounts, in order.
        words: Those of the language.
    """
    if not any(amount.scaled for amount in found):
        return found
    kept: list[Amount] = []
    for amount in found:
        scale = _shared(text, kept[-1], amount, words) if kept else None
        value = amount.value
        if scale is not None and value is not None:
            value = as_plain(Decimal(value) * scale)
            kept.append(replace(amount, value=value, scaled=True))
        else:
            kept.append(amount)
    return kept


def _shared(text: str, first: Amount, second: Amount, words: FigureWords) -> Decimal | None:
    """What a number is multiplied by, as the one before it is; None where it has no scale."""
    is_told = first.scaled and first.digits and first.value and first.value >= _MILLION
    if not is_told or not _is_bare(second) or first.value is None or second.value is None:
        return None
    said = Decimal(number(first.digits, words))
    scale = Decimal(first.value) / said if said else Decimal(0)
    is_near = said <= second.value * _NEAR and second.value <= said * _NEAR
    if scale < _MILLION or scale.adjusted() % 3 or scale.normalize().as_tuple().digits != (1,):
        return None
    begin, end = first.span.end, second.span.start
    in_bracket = text[first.span.start - 1 : first.span.start] == "("
    in_bracket = in_bracket and text[second.span.end : second.span.end + 1] == ")"
    if in_bracket and _NEXT_BRACKET.fullmatch(text, begin, end):
        return scale
    is_set_against = is_near and _against(words.own).fullmatch(text, begin, end) is not None
    return scale if is_set_against and not unit_after(text, second, words).is_plural else None


def _is_bare(amount: Amount) -> bool:
    """Whether a number in digits has neither a scale word nor a unit of its own."""
    has_own = amount.scaled or amount.currency or amount.unit or not amount.digits
    return not has_own and amount.value is not None and 0 < amount.value < _MOST
