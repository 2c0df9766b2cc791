"""Amounts in digits, with their signs and scale words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from briefing.analysis._at_end import AtEnd
from briefing.analysis._digits import as_plain, counted_ahead, number, power_behind
from briefing.analysis._figure_words import FigureWords
from briefing.languages.language import Language
from briefing.languages.phrases import any_of, before_word
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

_ENDS_IN_DIGITS = re.compile(r"(?<![\d.,])\d{1,4}\Z")
"""A small whole number."""

_SIGN_REACH = 8
"""Characters before its digits in which the sign of a currency begins, at most."""

_BOTH_REACH = 20
"""Characters in which what begins a range stands."""

_SINGLE_LETTERS = 1

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
    unit: str | None = None
    """What it is counted in, where its own words say that: ``two-thirds``, ``magnitude 5``."""


@dataclass(frozen=True, slots=True)
class _Around:
    """Words around numbers in digits."""

    and_a_half: re.Pattern[str]
    sign_ends: frozenset[str]
    """The last characters of signs and codes of currencies."""
    joint: re.Pattern[str]
    """What both kinds of ranges go on with, which most numbers do not."""
    range_ahead: re.Pattern[str]
    """The rest of a range whose scale word stands only once: ``$5-6 billion``."""
    both: AtEnd
    """What begins a range, at the end of what stands before."""
    and_ahead: re.Pattern[str]
    """The rest of a range behind that: ``tra i 2 e i 3 miliardi``."""
    part_to: re.Pattern[str]
    """The rest of a fraction by which something changed: up 1 ``/8`` to 48; group 1."""
    short_millions: re.Pattern[str]
    """What ``5m`` counts when it means millions, and not metres."""
    spaced_millions: re.Pattern[str]
    """What ``2.5 m`` counts, with a space, when it means millions."""


@lru_cache(maxsize=8)
def _around(own: Language) -> _Around:
    words = own.numbers
    articles = rf"(?:{before_word(words.range_articles)})?"
    number = r"\d[\d.,]*(?=[\s\u00a0a-z])"
    no_plural = "".join(f"(?<!{re.escape(ending)})" for ending in own.units.not_plural)
    abouts = any_of(own.qualifiers.before["about"])
    tos = {*words.range, *words.changes_to}
    short = rf" (?:\w+ )?(?:{any_of(words.short_millions)}){no_plural}\b"
    return _Around(
        and_a_half=and_a_half(own),
        sign_ends=frozenset(sign[-1:] for sign in (*_CURRENCIES, *words.codes, *words.signs)),
        joint=re.compile(rf"[-–]|\s(?:{any_of((*tos, *words.range_ands))})\s"),
        range_ahead=re.compile(
            rf"(?:[-–]|\s(?:{any_of(tos)})\s){articles}(?:(?:{abouts})\s)?"
            r"(?P<sign>[$€£]?)(?P<high>\d+(?:[.,]\d+)?)(?=[\s\u00a0a-z])"
        ),
        both=AtEnd(
            lambda some: rf"(?<!\w)(?:{some}) {articles}[$€£]?\Z",
            words.from_both,
            (*words.range_articles, "$", "€", "£"),
        ),
        and_ahead=re.compile(rf"\s(?:{any_of(words.range_ands)})\s{articles}[$€£]?{number}"),
        part_to=re.compile(rf"/(2|4|8|16|32)(?=\s(?:{any_of(words.changes_to)})\s\d)"),
        short_millions=re.compile(short),
        spaced_millions=re.compile(rf" (?:{any_of(words.spaced_millions)})\b"),
    )


@lru_cache(maxsize=8)
def and_a_half(own: Language) -> re.Pattern[str]:
    """What adds a half to the number before it."""
    return re.compile(rf"\s+(?:{any_of(own.numbers.and_a_half)})(?!\w)")


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
        if not sign_ends.isdisjoint(before):
            start = max(end, start - _SIGN_REACH)
        match = pattern.search(text, start)
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
        power = power_behind(text, begin, digits)
        if power is not None:
            exponent, done = power
            raised = as_plain(Decimal(number(digits, words)).scaleb(exponent))
            yield Amount(Span(start, done), raised, None, False, False, sign, False, digits)
            continue
        whole = number(digits, words)
        value, begin = _with_part(text, begin, whole, around)
        done = begin
        digits = digits if value == whole else text[match.start("digits") : begin]
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


def _begins_range(text: str, start: int, around: _Around) -> bool:
    """Whether what stands before a number says that another one follows: "between"."""
    return around.both.search(text[max(0, start - _BOTH_REACH) : start]) is not None


def scale_behind(
    text: str,
    end: int,
    words: FigureWords,
    money: str | None = None,
    start: int | None = None,
) -> tuple[int, int, bool]:
    """Where the scale words behind a number end, what they multiply by, whether any is there.

    Args:
        text: A line of the text.
        end: The character behind the number.
        words: Those of the language.
        money: The sign before the number.
        start: Where the number begins, if it may be the first of "between 2 and 3 billion".
    """
    shared = _shared_scale(text, end, words, start)
    if shared is not None:
        return end, shared, False
    factor = 1
    scaled = False
    while match := words.scale.match(text, end):
        word = match[1]
        if len(word) == _SINGLE_LETTERS and not _is_short_scale(text, match, money, words):
            break
        factor *= 10 ** words.scales[word]
        end = match.end()
        scaled = True
        if end < len(text) and text[end] == "." and f"{word}." in words.scales:
            end += 1
    return end, factor, scaled


def _shared_scale(text: str, end: int, words: FigureWords, start: int | None) -> int | None:
    """What a number is multiplied by as the first of a range whose scale word stands behind it."""
    around = _around(words.own)
    if around.joint.match(text, end) is None:
        return None
    ahead = around.range_ahead.match(text, end)
    if ahead is not None and ahead["sign"] and not _is_lower(text, end, ahead["high"]):
        return None  # "went from $300 to $4 million"
    if ahead is None and start is not None:
        ahead = around.and_ahead.match(text, end)
        ahead = ahead if ahead and _begins_range(text, start, around) else None
    shared = words.scale.match(text, ahead.end()) if ahead else None
    is_told = shared is not None and len(shared[1]) > _SINGLE_LETTERS
    return 10 ** words.scales[shared[1]] if shared and is_told else None


def _is_lower(text: str, end: int, high: str) -> bool:
    """Whether the number that ends here is the lower end of a range: ``$30`` to $40 million."""
    digits = _ENDS_IN_DIGITS.search(text, max(0, end - _MOST_DIGITS), end)
    return digits is not None and int(digits[0]) < int(re.split("[.,]", high)[0])


def _is_short_scale(text: str, match: re.Match[str], money: str | None, words: FigureWords) -> bool:
    """Whether a single letter is a scale (``$5m``, ``20k``, ``5 M€``) and not a unit (``5 m``)."""
    sign_follows = text[match.end() : match.end() + 1] in ("$", "€", "£")
    around = _around(words.own)
    if match[0] == "m" and around.short_millions.match(text, match.end()):
        return True
    if match[1] in ("m", "M") and around.spaced_millions.match(text, match.end()):
        return True
    if match[1] == "M" and words.of.match(text, match.end()):
        return True
    return bool(money) or sign_follows or (match[1] in "kK" and match.end() - match.start() == 1)
