"""Shares that are told as some of so many: ``eight out of ten voters``, ``jede fünfte Frau``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from briefing.analysis._amount import Amount
from briefing.analysis._digits import as_plain
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._measures import is_measure
from briefing.analysis._number_words import word_value
from briefing.analysis._parts import WHOLES
from briefing.analysis._telltales import Sought
from briefing.languages.language import Language
from briefing.languages.phrases import NOTHING, any_of
from briefing.model.span import Span

_BEFORE = 48
"""Characters before a share that are looked at."""

_DECIMALS = Decimal("0.1")
"""To what a percentage is rounded."""

_SAID = r"(?:\d{1,2}|[^\W\d_]+)"

_NEXT = re.compile(r" ([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class _Forms:
    """What says a share in a language."""

    whole: re.Pattern[str]
    """The whole of a share, behind what joins it to that; group ``all``."""
    few: re.Pattern[str]
    """The share at the end of what stands before, and what is counted; group ``few``."""
    named: re.Pattern[str]
    """The same with a noun of two words: ``un jeune Français``."""
    nearest: re.Pattern[str]
    """The same with nothing that is counted."""
    every: re.Pattern[str]
    """An ordinal that is one of so many, in group 1: ``jede fünfte`` Frau."""
    nths: dict[str, int]
    """Of how many."""


@lru_cache(maxsize=8)
def _forms(own: Language) -> _Forms:
    words = own.shares
    noun = rf"(?: (?!{any_of(words.told_about)})[^\W\d_]{{3,}})" if words.noun_in_each else ""
    told = f"{noun}?" if noun else ""
    has_two = bool(noun) and own.units.word_order == "postposed"
    return _Forms(
        whole=re.compile(
            rf" (?:{any_of(words.rates)}|(?P<several>{any_of(words.rates_of_several)})"
            rf"|(?P<one>{any_of(words.rates_of_one)}))"
            rf" (?P<all>\d{{1,3}}|{any_of(own.changes.spelled)})"
            r"(?![\w%-]|[.,]\d|\s?%|/|[ \u00a0\u202f]\d{3})",
        ),
        few=re.compile(rf"(?<![\w.,-])(?P<few>{_SAID}){told}\Z"),
        named=re.compile(rf"(?<![\w.,-])(?P<few>{_SAID}){noun}{{2}}\Z" if has_two else NOTHING),
        nearest=re.compile(rf"(?<![\w.,-])(?P<few>{_SAID})\Z"),
        every=re.compile(
            rf"(?<![\w-])(?:{any_of(words.every)}) ({any_of(words.nths)})(?![\w-])"
            rf"(?! (?:{any_of(words.how_often)})(?!\w))",
            re.IGNORECASE,
        ),
        nths=dict(words.nths),
    )


def rates(text: str, tells: Collection[Sought], words: FigureWords) -> Iterator[Amount]:
    """The shares of a line that are told of so many.

    Args:
        text: A line of the text.
        tells: What may be in the line.
        words: Those of the language.
    """
    forms = _forms(words.own)
    yield from _of_so_many(text, forms, words)
    for match in forms.every.finditer(text) if Sought.EVERY in tells else ():
        yield percentage(Span(*match.span()), Decimal(100) / forms.nths[match[1].lower()])


def _of_so_many(text: str, forms: _Forms, words: FigureWords) -> Iterator[Amount]:
    for match in forms.whole.finditer(text):
        begin = max(0, match.start() - _BEFORE)
        behind = _NEXT.match(text, match.end())
        is_counted = behind is not None and behind[1].endswith(words.own.units.plural_endings)
        patterns = (forms.nearest, forms.few, *(() if is_counted else (forms.named,)))
        ends = (pattern.search(text[begin : match.start()]) for pattern in patterns)
        before = next((end for end in ends if end and _small(end["few"], words)), None)
        if before is None:
            continue
        start = begin + before.start()
        few, whole = _small(before["few"], words), _small(match["all"], words)
        is_time = behind is not None and is_measure(behind[1], words)
        is_named = words.label.search(text[max(0, start - _BEFORE) : start]) is not None
        is_one_of_them = few == 1 and match["several"] is not None
        is_loose = match["one"] is not None and (few > 1 or not is_counted)
        is_none = is_time or is_named or is_one_of_them or is_loose
        if whole in WHOLES and 0 < few < whole and not is_none:
            yield percentage(Span(start, match.end()), Decimal(100 * few) / whole)


def _small(said: str, words: FigureWords) -> int:
    """What a small number means; 0 where it is none."""
    if said.isdecimal():
        return int(said)
    low = said.lower()
    is_one = low in words.own.shares.one_noun or low in words.own.shares.one_or_two[:1]
    return 1 if is_one else word_value(low, words.language) or 0


def percentage(span: Span, percent: Decimal) -> Amount:
    """An amount whose words stand for a percentage."""
    value = as_plain(percent.quantize(_DECIMALS))
    return Amount(span, value, None, True, False, None, False, "", "%")
