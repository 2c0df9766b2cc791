"""Amounts in a text: digits, words and orders of magnitude, before it is known what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache, partial

from briefing.analysis._digits import as_plain
from briefing.analysis._figure_words import FigureWords, counted_by_one
from briefing.analysis._fractions import fraction_phrases, fractions
from briefing.analysis._number_words import word_value
from briefing.analysis._ones import beside_ones, ones, single_ones
from briefing.analysis._said import said
from briefing.analysis._telltales import Sought, Telltales
from briefing.analysis._written import Amount, and_a_half, scale_behind, written
from briefing.languages.kinds import Numbered
from briefing.languages.phrases import any_of
from briefing.model.span import Span

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST_RUN = 7
"""Words in one spelled number."""
_THOUSAND = 1000
_REST = 3
"""Digits of what may stand behind thousands in words."""


@dataclass(frozen=True, slots=True)
class _Spelling:
    """How a language writes numbers in words."""

    ties: frozenset[str]
    half: re.Pattern[str]
    """A word that ends in a half; group 1 is the whole number."""
    elided: re.Pattern[str]
    """What follows a number that lost its last vowel."""
    words_ahead: re.Pattern[str]
    """The rest of a range in words, with its scale word."""
    and_a_half: re.Pattern[str]


@lru_cache(maxsize=8)
def _spelling(figures: FigureWords) -> _Spelling:
    words = figures.own.numbers
    return _Spelling(
        ties=frozenset((*words.ties, "-")),
        half=re.compile(rf"(\w+?)(?:{any_of(words.half_endings)})"),
        elided=re.compile(rf"['’](?:{any_of(words.elided_before)})\b"),
        words_ahead=re.compile(rf" (?:{any_of(words.range)}) ([^\W\d_]+) ([^\W\d_]+)"),
        and_a_half=and_a_half(figures.own),
    )


@lru_cache(maxsize=8)
def _telltales(figures: FigureWords) -> Telltales:
    """What tells which kinds of numbers may be in a line, but for those in digits."""
    words = figures.own.numbers
    return Telltales(
        {
            Sought.ROUNDED: counted_by_one(figures.own, figures.scales),
            Sought.VAGUE: words.vague,
            **fraction_phrases(figures.own),
            **beside_ones(figures.own),
        },
        {
            Sought.SEVERAL: words.several,
            Sought.SCALED: words.scales,
            Sought.ONE: single_ones(figures.own),
        },
        {Sought.SPELLED: partial(_may_begin, words=figures)} if words.is_spelled else None,
    )


def amounts(text: str, words: FigureWords) -> list[Amount]:
    """All amounts, in the order of the text, none inside another."""
    tells = _telltales(words).among(said(text))
    found = [*written(text, words)]
    if Sought.SPELLED in tells:
        found += _spelled(text, words)
    if Sought.ROUNDED in tells:
        found += _round_ones(text, words)
    if Sought.VAGUE in tells or tells.issuperset((Sought.SEVERAL, Sought.SCALED)):
        found += _vague(text, words)
    found += [*fractions(text, tells, words), *ones(text, tells, words)]
    kept: list[Amount] = []
    for amount in sorted(found, key=lambda a: (a.span.start, -a.span.end)):
        if not kept or amount.span.start >= kept[-1].span.end:
            kept.append(amount)
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
    said = thousands.span.of(text).lower().rsplit(maxsplit=1)[-1]
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


def _spelled(text: str, words: FigureWords) -> Iterator[Amount]:
    has_halves, end = bool(words.own.numbers.half_endings), 0
    for token in _TOKEN.finditer(text):
        word = token[0].lower()
        if token.start() < end or not _may_begin(word, words):
            continue
        if has_halves and (amount := _half_word(text, token, words)):
            end = amount.span.end
            yield amount
            continue
        is_vague = word in words.vague or token[0] in words.vague
        if is_vague or _first_value(text, token, words) is None:
            continue
        amount = _longest_run(text, token, words)
        if amount is not None:
            end = amount.span.end
            yield amount


@lru_cache(maxsize=65_536)
def _may_begin(word: str, words: FigureWords) -> bool:
    """Whether a number in words may begin with a word, whatever follows that."""
    if word in words.own.numbers.elided or word_value(word, words.language) is not None:
        return True
    return bool(words.own.numbers.half_endings) and _half_of(word, words) is not None


def _half_word(text: str, token: re.Match[str], words: FigureWords) -> Amount | None:
    """``anderthalb``, ``zweieinhalb Millionen``."""
    whole = _half_of(token[0].lower(), words)
    if whole is None:
        return None
    end, factor, scaled = scale_behind(text, token.end(), words)
    value = as_plain((whole + Decimal("0.5")) * factor)
    return Amount(Span(token.start(), end), value, None, True, scaled, None, False, "")


def _half_of(word: str, words: FigureWords) -> int | None:
    """The whole number before the half that a word ends in; None where it is no such word."""
    if word in words.own.numbers.one_and_a_half:
        return 1
    match = _spelling(words).half.fullmatch(word)
    return (word_value(match[1], words.language) or None) if match else None


def _with_half(text: str, end: int, value: int, last: str, words: FigureWords) -> Amount | None:
    """``two and a half``, ``due milioni e mezzo``, ``one and a half million``; it begins at 0."""
    match = _spelling(words).and_a_half.match(text, end)
    if match is None:
        return None
    half = Decimal(10 ** words.scales.get(last, 0)) / 2
    end, factor, scaled = scale_behind(text, match.end(), words)
    scaled = scaled or last in words.scales
    return Amount(
        Span(0, end), as_plain((value + half) * factor), None, True, scaled, None, False, ""
    )


def _first_value(text: str, first: re.Match[str], words: FigureWords) -> int | None:
    """What a word means as a number, its last vowel elided or not: ``trent'anni``."""
    word = first[0].lower()
    value = word_value(word, words.language)
    elided = None if value is not None else words.own.numbers.elided.get(word)
    if elided and _spelling(words).elided.match(text, first.end()):
        return elided
    return value


def _longest_run(text: str, first: re.Match[str], words: FigureWords) -> Amount | None:
    ties = _spelling(words).ties
    best, end = _first_value(text, first, words), first.end()
    last = first[0]
    cursor = end
    before_tie = None
    for _ in range(_LONGEST_RUN):
        token = _TOKEN.match(text, cursor + 1)
        if token is None or text[cursor] not in " \u00a0-":
            break
        cursor = token.end()
        phrase = " ".join(text[first.start() : cursor].lower().split())
        value = word_value(phrase, words.language)
        if value is not None:
            best, end, last = value, cursor, token[0]
        elif token[0].lower() not in ties:
            break
        elif best is not None:
            before_tie = best, end, last
    if before_tie is not None and _is_scaled_again(text, end, before_tie[2], words):
        best, end, last = before_tie  # "three million and five million" are two numbers
    if best is None:
        return None
    return _spelled_amount(text, Span(first.start(), end), best, last, words)


def _is_scaled_again(text: str, end: int, last: str, words: FigureWords) -> bool:
    """Whether the word behind a number is a scale, as the one that ended what stands before it."""
    more = re.match(r"\s+([^\W\d_]+)", text[end : end + 30])
    return more is not None and min(words.scales.get(last, 0), words.scales.get(more[1], 0)) >= 6


def _spelled_amount(
    text: str, span: Span, value: int, last: str, words: FigureWords
) -> Amount | None:
    if (half := _with_half(text, span.end, value, last, words)) is not None:
        return replace(half, span=Span(span.start, half.span.end))
    more = re.match(r"\s+([^\W\d_]+)", text[span.end : span.end + 30])
    times = words.rounds.get(more[1]) if more else None
    if times and more and value > 1:
        span, value, last = Span(span.start, span.end + more.end()), value * times, more[1]
    if value <= 1:
        return None
    value *= _shared_by_words(text, span.end, words)
    scaled = bool(times) or words.scales.get(last, 0) >= 6
    return Amount(span, value, None, True, scaled, None, False, "")


def _shared_by_words(text: str, end: int, words: FigureWords) -> int:
    """What a range's scale word multiplies its first number by: ``zwei bis drei Milliarden``."""
    ahead = _spelling(words).words_ahead.match(text, end)
    if ahead is None or word_value(ahead[1].lower(), words.language) is None:
        return 1
    power = words.scales.get(ahead[2], 0)
    return 10**power if power >= 6 else 1


def _round_ones(text: str, words: FigureWords) -> Iterator[Amount]:
    for match in words.one_scale.finditer(text):
        word = _known(match["word"], words.rounds, words.scales)
        value = words.rounds.get(word) or 10 ** words.scales.get(word, 0)
        is_round = word in words.rounds and value != 12
        start, end = match.end("joined") if match["joined"] else match.start(), match.end()
        if match["half"]:
            value //= 2
        elif more := _scaled_round(text, end, words):
            value, end = value * more[0], more[1]
        elif half := _with_half(text, match.end(), value, word, words):
            yield replace(half, span=Span(start, half.span.end))
            continue
        if value > 1:
            span = Span(start, end)
            yield Amount(span, value, None, True, True, None, is_round, "")


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
