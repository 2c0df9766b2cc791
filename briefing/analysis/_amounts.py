"""Amounts in a text: digits, words and orders of magnitude, before it is known what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from briefing.analysis._figure_words import FigureWords
from briefing.model.span import Span

_CURRENCY = (
    r"[A-Z]{0,3}[$€£¥₽₴₹₩₺₪]|(?:EUR|USD|GBP|CHF|CAD|AUD|JPY)(?=[\s\u00a0])|Rs\.?(?=[\s\u00a0\d])"
)
_DIGITS = (
    r"\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?![\d,])|\d{{1,3}}(?:(?:\.\d{{3}})+|(?:,\d{{3}})+|(?:['’]\d{{3}})+|(?:[{spaces}]\d{{3}})+{noun})(?!\d)"
    r"(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
)
_HARD_SPACES = "\u00a0\u202f\u2009"
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TIES = frozenset(("and", "y", "et", "und", "e", "-"))
_SPELLED = frozenset(("de", "en", "es", "fr", "it", "nl", "pt", "da"))
"""The languages whose number words text2num reads."""

_LONGEST_RUN = 7
"""Words in one spelled number."""

_SINGLE_LETTERS = 1

_AND_A_HALF = re.compile(r"\s+(?:e mezz[oa]|y medi[oa]|et demie?|and a half)(?!\w)")
_GERMAN_HALF = re.compile(r"(\w+?)(?:und)?einhalb")
_ELIDED = re.compile(r"['’](?:anni|ore|ann[oi])\b")
_RANGE_AHEAD = re.compile(
    r"(?:[-–]|\s(?:to|a|bis|à|or|o|ou|oder)\s)\d+(?:[.,]\d+)?(?=[\s\u00a0a-z])"
)
"""The rest of a range whose scale word stands only once: ``$5-6 billion``."""

_BETWEEN = re.compile(r"(?<!\w)(?:between|tra|fra|zwischen|entre|tussen)(?: [a-z]{1,3})? [$€£]?\Z")
_AND_AHEAD = re.compile(
    r"\s(?:and|e|und|et|y|en)\s(?:[a-z]{1,3} )?[$€£]?\d[\d.,]*(?=[\s\u00a0a-z])"
)
"""The same behind "between": ``tra i 2 e i 3 miliardi``."""

_MILLIONS = re.compile(r" (?:[a-z]+ )?(?:people|[a-zA-Z]*[a-rt-z]s)\b")
"""What ``5m`` counts when it means millions, and not metres."""

_TONNES = re.compile(r" (?:tonnes|tons|barrels|people|lit(?:er|re)s|bushels|cubic|doses|users)\b")
"""What ``2.5 m`` counts, with a space, when it means millions."""

_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
"""Digits as India groups them: ``2,50,000``."""

_PARTS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}

_WORDS_AHEAD = re.compile(r" (?:to|a|bis|à|or|o|ou|oder|tot) ([^\W\d_]+) ([^\W\d_]+)")
"""The rest of a range in words, with its scale word."""

_MOST_DIGITS = 24
"""Characters of a number that anybody reads as an amount."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a text."""

    span: Span
    """The number with its scale word and a currency sign before it."""
    value: int | Decimal | None
    """The number; None for an order of magnitude."""
    magnitude: int | None
    """The order of magnitude."""
    spelled: bool
    """Whether it is written in words."""
    scaled: bool
    """Whether it ends in a scale word, which may be joined to its noun by "of"."""
    currency: str | None
    """The sign before it."""
    is_round: bool
    """Whether its own word says that it is rounded: ``una trentina``."""
    digits: str
    """The digits as written; "" for words."""


def amounts(text: str, words: FigureWords) -> list[Amount]:
    """All amounts, in the order of the text, none inside another."""
    found = [*_written(text, words), *_spelled(text, words), *_round_ones(text, words)]
    found += _vague(text, words)
    kept: list[Amount] = []
    for amount in sorted(found, key=lambda a: (a.span.start, -a.span.end)):
        if not kept or amount.span.start >= kept[-1].span.end:
            kept.append(amount)
    return kept


def number(digits: str, words: FigureWords) -> int | Decimal:
    """What some digits with separators mean in a language.

    ``14.000`` is fourteen thousand where the comma is the decimal sign, and fourteen where the
    point is. Without data for the language three digits after a separator make a group.
    """
    plain = re.sub(r"[\s\u00a0\u202f\u2009'’]", "", digits)
    whole, fraction = _parts(plain, words.decimal)
    if not fraction:
        return int(whole)
    return Decimal(f"{whole}.{fraction}")


def _parts(plain: str, decimal: str) -> tuple[str, str]:
    separators = [char for char in plain if char in ".,"]
    if not separators:
        return plain, ""
    last = separators[-1]
    head, _, tail = plain.rpartition(last)
    if _INDIAN.fullmatch(plain):
        return plain.replace(",", ""), ""
    grouped = re.fullmatch(rf"\d{{1,3}}(?:\{last}\d{{3}})+", plain) is not None
    if grouped and (last != decimal or separators.count(last) > 1):
        return plain.replace(last, ""), ""
    return re.sub(r"[.,]", "", head), tail


@lru_cache(maxsize=4)
def _digit_pattern(*, spaces: bool) -> re.Pattern[str]:
    """Digits with their sign; a plain space that is not the language's own needs a noun behind."""
    noun = "" if spaces else rf"(?:(?<![{_HARD_SPACES} ]\d{{3}})|(?=[ \u00a0][^\W\d_]|\s?[%€$£]))"
    digits = _DIGITS.format(spaces=_HARD_SPACES + " ", noun=noun)
    return re.compile(
        rf"(?<![\w#@/])(?:(?P<sign>{_CURRENCY})[\s\u00a0\u202f]?)?(?<![\d][.,:/])(?P<digits>{digits})"
    )


def _written(text: str, words: FigureWords) -> Iterator[Amount]:
    for match in _digit_pattern(spaces=words.groups_by_space).finditer(text):
        if len(match["digits"]) > _MOST_DIGITS:
            continue
        part = _PARTS.get(text[match.end() : match.end() + 1])
        begin = match.end() + (part is not None)
        is_between = _BETWEEN.search(text, max(0, match.start() - 20), match.start()) is not None
        end, factor, scaled = _scale(text, begin, words, match["sign"], is_between=is_between)
        value = (number(match["digits"], words) + (part or 0)) * factor
        if scaled and (half := _AND_A_HALF.match(text, end)):
            value, end = value + factor // 2, half.end()
        yield Amount(
            Span(match.start(), end),
            _plain(value),
            None,
            spelled=False,
            scaled=scaled,
            currency=match["sign"],
            is_round=False,
            digits=match["digits"],
        )


def _scale(
    text: str,
    end: int,
    words: FigureWords,
    money: str | None = None,
    *,
    is_between: bool = False,
) -> tuple[int, int, bool]:
    """Where the scale words behind a number end, what they multiply by, whether any is there."""
    ahead = _RANGE_AHEAD.match(text, end) or (is_between and _AND_AHEAD.match(text, end))
    shared = words.scale.match(text, ahead.end()) if ahead else None
    if shared and len(shared[1]) > _SINGLE_LETTERS:
        return end, 10 ** words.scales[shared[1]], False
    factor = 1
    scaled = False
    while match := words.scale.match(text, end):
        word = match[1]
        if len(word) == _SINGLE_LETTERS and not _is_short_scale(text, match, money):
            break
        factor *= 10 ** words.scales[word]
        end = match.end()
        scaled = True
        if end < len(text) and text[end] == "." and f"{word}." in words.scales:
            end += 1
    return end, factor, scaled


def _is_short_scale(text: str, match: re.Match[str], money: str | None) -> bool:
    """Whether a single letter is a scale (``$5m``, ``20k``, ``5 M€``) and not a unit (``5 m``)."""
    sign_follows = text[match.end() : match.end() + 1] in ("$", "€", "£")
    if match[0] == "m" and _MILLIONS.match(text, match.end()):
        return True
    if match[1] in "mM" and _TONNES.match(text, match.end()):
        return True
    if match[1] == "M" and text.startswith((" de ", " d'", " d’"), match.end()):
        return True
    return bool(money) or sign_follows or (match[1] in "kK" and match.end() - match.start() == 1)


def _plain(value: int | Decimal) -> int | Decimal:
    """An integer wherever it is one."""
    return int(value) if value == int(value) else Decimal(value).normalize()


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
    end, factor, scaled = _scale(text, token.end(), words)
    value = _plain((whole + Decimal("0.5")) * factor)
    return Amount(Span(token.start(), end), value, None, True, scaled, None, False, "")


def _with_half(text: str, end: int, value: int, last: str, words: FigureWords) -> Amount | None:
    """``two and a half``, ``due milioni e mezzo``, ``one and a half million``; it begins at 0."""
    match = _AND_A_HALF.match(text, end)
    if match is None:
        return None
    half = Decimal(10 ** words.scales.get(last, 0)) / 2
    end, factor, scaled = _scale(text, match.end(), words)
    scaled = scaled or last in words.scales
    return Amount(
        Span(0, end), _plain((value + half) * factor), None, True, scaled, None, False, ""
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
