"""Amounts in digits, with their signs and scale words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from briefing.analysis._amount import Amount
from briefing.analysis._digits import as_plain, counted_ahead, number, power_behind
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._scales import and_a_half, scale_behind
from briefing.languages.language import Language
from briefing.languages.phrases import any_of
from briefing.model.records import dataclass
from briefing.model.span import Span

_CURRENCIES = "$€£¥₽₴₹₩₺₪₡₲₱₦₫₵"

_SIGNS = rf"[A-Z]{{0,3}}[{_CURRENCIES}]|k[€$£]"
"""Signs of currencies before a number."""

_IN_SIGN = {"k€": 1_000, "K€": 1_000, "T€": 1_000, "M€": 1_000_000, "k$": 1_000, "k£": 1_000}
"""Signs that say in how many of a currency a number counts, as tables of firms have them."""

_DIGITS = (
    r"\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?![\d,])|\d{{1,3}}(?:(?:\.\d{{3}})+|(?:,\d{{3}})+|(?:['’]\d{{3}})+|['’]\d{{3}}(?:[.,]\d{{3}})+|(?:[{spaces}]\d{{3}})+{noun})(?!\d)"
    r"(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
)

_HARD_SPACES = "\u00a0\u202f\u2009"

_DIGIT = re.compile(r"\d")

_PLAIN = re.compile(
    rf"(?<![^\s(])(?P<sign>(?!))?(?P<digits>\d+)(?!\d|[.,'’{_HARD_SPACES} ]\d)"
    r"(?:(?P<said>(?= [^\W\d_x]))|(?= ?%|[.,;:)]*(?:\s?\Z|[.,;:)]\s)))"
)
"""Most numbers: bare digits with a word behind, as the group ``said`` tells, or nothing more."""

_SIGN_REACH = 8
"""Characters before its digits in which the sign of a currency begins, at most."""

_PARTS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}

_MIXED = re.compile(r"[-‐‑ ](\d{1,2})/(2|3|4|5|8|16|32)(?![\d/]|\.\d)")
"""The fraction behind a whole number: ``30-5/8``, ``2 1/2``."""

_FINEST = Decimal("0.00001")

_DASHES = re.compile(r",[-–—]{1,2}(?=\s?(?:[^\W\d_]|€))")
"""No cents: ``449,- Euro``."""

_GROUP = 1000
"""From here on a number has its own thousands, and shares no scale word with the next."""

_GROUPED_NEXT = re.compile(
    r"(?:[-–]|\s[^\W\d_]+\s(?:[^\W\d_]{1,3}\s)?)[$€£]?\d{1,3}[.,]\d{3}(?![\d.,])"
)
"""The other end of a range, if it has thousands, too: 3.000 ``to 4.000`` millions."""

_MOST_DIGITS = 24
"""Characters of a number that anybody reads as an amount."""


@dataclass(frozen=True, slots=True)
class _Around:
    """Words around numbers in digits."""

    and_a_half: re.Pattern[str]
    sign_ends: frozenset[str]
    """The last characters of signs and codes of currencies."""
    part_to: re.Pattern[str]
    """The rest of a fraction by which something changed: up 1 ``/8`` to 48; group 1."""


@lru_cache(maxsize=8)
def _around(own: Language) -> _Around:
    words = own.numbers
    return _Around(
        and_a_half=and_a_half(own),
        sign_ends=frozenset(sign[-1:] for sign in (*_CURRENCIES, *words.codes, *words.signs)),
        part_to=re.compile(rf"/(2|4|8|16|32)(?=\s(?:{any_of(words.changes_to)})\s\d)"),
    )


@lru_cache(maxsize=8)
def _digit_pattern(own: Language, *, spaces: bool) -> re.Pattern[str]:
    """Digits with their sign; a plain space that is not the language's own needs a noun behind."""
    noun = rf"(?:(?<![{_HARD_SPACES} ]\d{{3}})|(?={counted_ahead(own)}|\s?[%€$£]))"
    noun = "" if spaces else rf"(?(1)|{noun})"  # "EUR 3 057" needs none
    percent = any_of((*own.units.percent, *own.units.points))
    digits = _DIGITS.format(spaces=_HARD_SPACES + " ", noun=noun)
    digits = rf"\d{{1,3}}['’]\d{{1,2}}(?=\s?(?:{percent}))|{digits}"
    letters = rf"(?:{any_of(own.numbers.signs)})(?=[\s\u00a0\d])"
    currency = rf"{_SIGNS}|(?:{any_of(own.numbers.codes)})(?=[\s\u00a0])|{letters}"
    return re.compile(
        rf"(?<![\w#@/])(?:(?P<sign>{currency})[\s\u00a0\u202f]?)?(?<![\d][.,:/])(?P<digits>{digits})"
    )


def _in_digits(text: str, words: FigureWords) -> Iterator[re.Match[str]]:
    """The numbers in digits. They are looked for where digits or their sign are, nowhere else."""
    pattern = _digit_pattern(words.own, spaces=words.groups_by_space)
    sign_ends, end = _around(words.own).sign_ends, 0
    while digit := _DIGIT.search(text, end):
        start = digit.start()
        before = text[start - 2 : start] if start > 1 else text[:start]
        match = None
        if not sign_ends.isdisjoint(before):
            start = max(end, start - _SIGN_REACH)
        else:
            match = _PLAIN.match(text, start)
        match = match or pattern.search(text, start)
        if match is None:
            return
        yield match
        end = match.end()


def written(text: str, words: FigureWords) -> Iterator[Amount]:
    """The amounts in digits, in order."""
    around, done = _around(words.own), 0
    for match in _in_digits(text, words):
        sign, digits = match["sign"], match["digits"]
        if len(digits) > _MOST_DIGITS or match.start() < done:
            continue
        start, begin = match.span()
        value = whole = number(digits, words)
        if match.re is not _PLAIN:
            power = power_behind(text, begin, digits)
            if power is not None:
                exponent, done = power
                raised = as_plain(Decimal(whole).scaleb(exponent))
                yield Amount(Span(start, done), raised, None, False, False, sign, False, digits)
                continue
            value, begin = _with_part(text, begin, whole, around)
            digits = digits if value == whole else text[match.start("digits") : begin]
        elif match["said"] is None:
            yield Amount(Span(start, begin), value, None, False, False, None, False, digits)
            continue
        done = begin
        end, factor, scaled = scale_behind(text, begin, words, sign, start)
        is_full = factor > 1 and not scaled and value >= _GROUP
        if is_full and not _GROUPED_NEXT.match(text, begin):
            factor = 1  # "um 552.000 auf 34,45 Millionen", "zwischen 500.000 und 5 Mio."
        if sign is not None and len(sign) == 1 and sign.isalpha() and not scaled:
            continue  # "R8" is a name, "R8bn" an amount
        if sign in _IN_SIGN and not scaled:
            factor, sign = _IN_SIGN[sign], sign[-1]
        value *= factor
        if scaled and (half := around.and_a_half.match(text, end)):
            value, end = value + factor // 2, half.end()
        value = as_plain(value)
        yield Amount(Span(start, end), value, None, False, scaled, sign, False, digits)


def _with_part(
    text: str, end: int, whole: int | Decimal, around: _Around
) -> tuple[int | Decimal, int]:
    """A number with the fraction behind it, which may be all that it is, and where that ends."""
    if part := _PARTS.get(text[end : end + 1]):
        return whole + part, end + 1
    if text[end : end + 1] == "," and (dashes := _DASHES.match(text, end)):
        return whole, dashes.end()
    if not isinstance(whole, int) or not text[end + 1 : end + 2].isdecimal():
        return whole, end
    if (mixed := _MIXED.match(text, end)) and int(mixed[1]) < int(mixed[2]):
        return whole + (Decimal(mixed[1]) / int(mixed[2])).quantize(_FINEST), mixed.end()
    if (part_to := around.part_to.match(text, end)) and 0 < whole < int(part_to[1]):
        return Decimal(whole) / int(part_to[1]), part_to.end()
    return whole, end
