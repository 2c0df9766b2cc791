"""Amounts in a text: digits, words and orders of magnitude, before it is known what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.analysis._amount import Amount
from briefing.analysis._digits import as_plain
from briefing.analysis._factors import factors
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._fractions import fractions
from briefing.analysis._line_tells import telling, told
from briefing.analysis._ones import ones
from briefing.analysis._spelled import spelled, with_half
from briefing.analysis._telltales import Sought
from briefing.analysis._written import written
from briefing.languages.kinds import Numbered
from briefing.model.span import Span

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_UNSPACED = re.compile(r"\A[\d.,]+(?=[^\W\d_])")
"""Digits right before their scale word: ``464mila``."""

_THOUSAND = 1000
_REST = 3
"""Digits of what may stand behind thousands in words."""


def amounts(text: str, words: FigureWords) -> list[Amount]:
    """All amounts, in the order of the text, none inside another."""
    tells = told(text, words)
    found = [*written(text, words)]
    in_digits = len(found)
    if Sought.SPELLED in tells:
        found += spelled(text, telling(text, Sought.SPELLED, words), words)
    if Sought.ROUNDED in tells:
        found += _round_ones(text, words)
    if Sought.VAGUE in tells or tells.issuperset((Sought.SEVERAL, Sought.SCALED)):
        found += _vague(text, words)
    found += fractions(text, tells, words)
    found += [*factors(text, tells, words), *ones(text, tells, words)]
    if len(found) > in_digits:  # those in digits are in order
        found.sort(key=lambda a: (a.span.start, -a.span.end, a.unit is None))
    kept: list[Amount] = []
    for amount in found:
        if not kept or amount.span.start >= kept[-1].span.end:
            kept.append(amount)
        elif more := _run_on(kept[-1], amount, text, words):
            kept[-1] = more
    return kept if not words.own.numbers.before_digits else _with_rest(kept, text, words)


def _with_rest(found: Sequence[Amount], text: str, words: FigureWords) -> list[Amount]:
    """The amounts, thousands in words together with the rest in digits: ``26 mil 500``."""
    kept: list[Amount] = []
    for amount in found:
        thousands = kept[-1] if kept else None
        whole = None if thousands is None else _whole(thousands, amount, text, words)
        kept[-1 if whole else len(kept) :] = [whole or amount]
    return kept


def _whole(thousands: Amount, rest: Amount, text: str, words: FigureWords) -> Amount | None:
    """Both as one amount; None where they are two."""
    said = _UNSPACED.sub("", thousands.span.of(text).lower().rsplit(maxsplit=1)[-1])
    is_rest = rest.digits.isdecimal() and len(rest.digits) <= _REST and not rest.currency
    if not is_rest or said not in words.own.numbers.before_digits:
        return None
    if text[thousands.span.end : rest.span.start] != " " or not thousands.value or not rest.value:
        return None
    if thousands.value % _THOUSAND:
        return None
    scale = rest.value // int(rest.digits)
    value = as_plain((thousands.value + int(rest.digits)) * scale)
    span, currency = Span(thousands.span.start, rest.span.end), thousands.currency
    return replace(rest, span=span, value=value, currency=currency)


def _run_on(thousands: Amount, run: Amount, text: str, words: FigureWords) -> Amount | None:
    """Thousands in digits and their rest in words, which was read from the scale word on.

    None where it is no such rest: ``5 mil`` and ``mil quinientos``.
    """
    said = text[run.span.start : thousands.span.end].lower()
    if said not in words.own.numbers.before_digits or not run.spelled or not run.value:
        return None
    if not thousands.value or run.value >= 2 * _THOUSAND or run.span.end <= thousands.span.end:
        return None
    value = as_plain(thousands.value + run.value - _THOUSAND)
    return replace(thousands, span=Span(thousands.span.start, run.span.end), value=value)


def _round_ones(text: str, words: FigureWords) -> Iterator[Amount]:
    for match in words.one_scale.finditer(text):
        word = _known(match["word"], words.rounds, words.scales)
        value = words.rounds.get(word) or 10 ** words.scales.get(word, 0)
        is_round = word in words.rounds and value != 12
        start, end = match.end("joined") if match["joined"] else match.start(), match.end()
        is_joined = bool(match["joined"]) and word in words.own.numbers.homonyms  # "a par de"
        if is_joined or (is_round and _is_other(text, word, end, words)):
            continue
        if match["half"]:
            value //= 2
        elif more := _scaled_round(text, end, words):
            value, end = value * more[0], more[1]
        elif half := with_half(text, match.end(), value, word, words):
            yield replace(half, span=Span(start, half.span.end))
            continue
        if value > 1:
            span = Span(start, end)
            yield Amount(span, value, None, True, True, None, is_round, "")


def _is_other(text: str, word: str, end: int, words: FigureWords) -> bool:
    """Whether a rounded number is another word: ``una cuarentena`` of 14 days."""
    joined = words.of.match(text, end)
    counts = joined is not None and text[joined.end() : joined.end() + 1].isalpha()
    return word in words.own.numbers.homonyms and not counts


def _scaled_round(text: str, end: int, words: FigureWords) -> tuple[int, int] | None:
    """What multiplies a rounded number, and where that ends: ``una decina di milioni``."""
    joined = words.of.match(text, end)
    scale = joined and re.compile(r"\w+").match(text, joined.end())
    power = words.vague.get(scale[0]) if scale else None
    return None if power is None or scale is None else (10**power, scale.end())


def _known(word: str, *tables: Numbered) -> str:
    for form in (word, word.lower(), word.capitalize()):
        if any(form in table for table in tables):
            return form
    return word


def _vague(text: str, words: FigureWords) -> Iterator[Amount]:
    for match in words.vague_run.finditer(text):
        magnitude = 1
        for token in _TOKEN.findall(match[0]):
            word = _known(token, words.vague, words.scales)
            magnitude *= 10 ** words.vague.get(word, words.scales.get(word, 0))
        yield Amount(Span(*match.span()), None, magnitude, True, True, None, False, "")
