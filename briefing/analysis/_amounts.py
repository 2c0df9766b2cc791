"""Amounts in a text: digits, words and orders of magnitude, before it is known what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from briefing.analysis._figure_words import FigureWords
from briefing.analysis._written import AND_A_HALF, Amount, as_plain, scale_behind, written
from briefing.model.span import Span

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TIES = frozenset(("and", "y", "et", "und", "e", "-"))
_SPELLED = frozenset(("de", "en", "es", "fr", "it", "nl", "pt", "da"))
"""The languages whose number words text2num reads."""

_LONGEST_RUN = 7
"""Words in one spelled number."""


_GERMAN_HALF = re.compile(r"(\w+?)(?:und)?einhalb")
_ELIDED = re.compile(r"['’](?:anni|ore|ann[oi])\b")


_WORDS_AHEAD = re.compile(r" (?:to|a|bis|à|or|o|ou|oder|tot) ([^\W\d_]+) ([^\W\d_]+)")
"""The rest of a range in words, with its scale word."""


def amounts(text: str, words: FigureWords) -> list[Amount]:
    """All amounts, in the order of the text, none inside another."""
    found = [*written(text, words), *_spelled(text, words), *_round_ones(text, words)]
    found += _vague(text, words)
    kept: list[Amount] = []
    for amount in sorted(found, key=lambda a: (a.span.start, -a.span.end)):
        if not kept or amount.span.start >= kept[-1].span.end:
            kept.append(amount)
    return kept


def _spelled(text: str, words: FigureWords) -> Iterator[Amount]:
    if words.language not in _SPELLED:
        return
    end = 0
    for token in _TOKEN.finditer(text):
        if token.start() < end:
            continue
        word = token[0].lower()
        if words.language == "de" and (amount := _german_half(text, token, words)):
            end = amount.span.end
            yield amount
            continue
        if word in words.vague or _first_value(text, token, words) is None:
            continue
        amount = _longest_run(text, token, words)
        if amount is not None:
            end = amount.span.end
            yield amount


def _german_half(text: str, token: re.Match[str], words: FigureWords) -> Amount | None:
    """``anderthalb``, ``zweieinhalb Millionen``."""
    word = token[0].lower()
    match = _GERMAN_HALF.fullmatch(word)
    whole = 1 if word == "anderthalb" else match and word_value(match[1], words.language)
    if not whole:
        return None
    end, factor, scaled = scale_behind(text, token.end(), words)
    value = as_plain((whole + Decimal("0.5")) * factor)
    return Amount(Span(token.start(), end), value, None, True, scaled, None, False, "")


def _with_half(text: str, end: int, value: int, last: str, words: FigureWords) -> Amount | None:
    """``two and a half``, ``due milioni e mezzo``, ``one and a half million``; it begins at 0."""
    match = AND_A_HALF.match(text, end)
    if match is None:
        return None
    half = Decimal(10 ** words.scales.get(last, 0)) / 2
    end, factor, scaled = scale_behind(text, match.end(), words)
    scaled = scaled or last in words.scales
    return Amount(
        Span(0, end), as_plain((value + half) * factor), None, True, scaled, None, False, ""
    )


@lru_cache(maxsize=65536)
def word_value(phrase: str, language: str) -> int | None:
    """What a phrase means as a number; None where it is none."""
    if language not in _SPELLED:
        return None
    import text_to_num  # noqa: PLC0415 - a compiled library, and many texts have no use for it

    try:
        return int(text_to_num.text2num(phrase, language))
    except ValueError:
        return None


def _first_value(text: str, first: re.Match[str], words: FigureWords) -> int | None:
    """What a word means as a number, its last vowel elided or not: ``trent'anni``."""
    word = first[0].lower()
    value = word_value(word, words.language)
    if value is None and words.language == "it" and _ELIDED.match(text, first.end()):
        return word_value(f"{word}i" if word == "vent" else f"{word}a", words.language)
    return value


def _longest_run(text: str, first: re.Match[str], words: FigureWords) -> Amount | None:
    best, end = _first_value(text, first, words), first.end()
    last = first[0]
    cursor = end
    for _ in range(_LONGEST_RUN):
        token = _TOKEN.match(text, cursor + 1)
        if token is None or text[cursor] not in " \u00a0-":
            break
        cursor = token.end()
        phrase = " ".join(text[first.start() : cursor].lower().split())
        value = word_value(phrase, words.language)
        if value is not None:
            best, end, last = value, cursor, token[0]
        elif token[0].lower() not in _TIES:
            break
    if best is None:
        return None
    return _spelled_amount(text, Span(first.start(), end), best, last, words)


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
    ahead = _WORDS_AHEAD.match(text, end)
    if ahead is None or word_value(ahead[1].lower(), words.language) is None:
        return 1
    power = words.scales.get(ahead[2], 0)
    return 10**power if power >= 6 else 1


def _round_ones(text: str, words: FigureWords) -> Iterator[Amount]:
    for match in words.one_scale.finditer(text):
        word = _known(match["word"], words.rounds, words.scales)
        value = words.rounds.get(word) or 10 ** words.scales.get(word, 0)
        is_round = word in words.rounds and value != 12
        end = match.end()
        if match["half"]:
            value //= 2
        elif more := _scaled_round(text, end, words):
            value, end = value * more[0], more[1]
        elif half := _with_half(text, match.end(), value, word, words):
            yield replace(half, span=Span(match.start(), half.span.end))
            continue
        if value > 1:
            span = Span(match.start(), end)
            yield Amount(span, value, None, True, True, None, is_round, "")


def _scaled_round(text: str, end: int, words: FigureWords) -> tuple[int, int] | None:
    """What multiplies a rounded number, and where that ends: ``una decina di milioni``."""
    joined = words.of.match(text, end)
    scale = joined and re.compile(r"\w+").match(text, joined.end())
    power = words.vague.get(scale[0]) if scale else None
    return None if power is None or scale is None else (10**power, scale.end())


def _known(word: str, *tables: dict[str, int]) -> str:
    for form in (word, word.lower(), word.capitalize()):
        if any(form in table for table in tables):
            return form
    return word


def _vague(text: str, words: FigureWords) -> Iterator[Amount]:
    if not words.vague:
        return
    for match in words.vague_run.finditer(text):
        magnitude = 1
        for token in _TOKEN.findall(match[0]):
            word = _known(token, words.vague, words.scales)
            magnitude *= 10 ** words.vague.get(word, words.scales.get(word, 0))
        yield Amount(Span(*match.span()), None, magnitude, True, True, None, False, "")
