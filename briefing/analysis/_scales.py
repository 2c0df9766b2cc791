"""Scale words behind a number, also those that it shares with the next: ``2 | to 3 billion``."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.analysis._at_end import AtEnd
from briefing.analysis._figure_words import FigureWords
from briefing.languages.language import Language
from briefing.languages.phrases import any_of, before_word
from briefing.model.records import dataclass

_BOTH_REACH = 20
"""Characters in which what begins a range stands."""

_SINGLE_LETTERS = 1

_REACH = 24
"""Characters of a number before its scale word, at most."""

_ENDS_IN_DIGITS = re.compile(r"(?<![\d.,])\d{1,4}\Z")
"""A small whole number."""


@dataclass(frozen=True, slots=True)
class _Around:
    """Words between a number and its scale word."""

    joint: re.Pattern[str]
    """What both kinds of ranges go on with, which most numbers do not."""
    range_ahead: re.Pattern[str]
    """The rest of a range whose scale word stands only once: ``$5-6 billion``."""
    both: AtEnd
    """What begins a range, at the end of what stands before."""
    and_ahead: re.Pattern[str]
    """The rest of a range behind that: ``tra i 2 e i 3 miliardi``."""
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
        short_millions=re.compile(short),
        spaced_millions=re.compile(rf" (?:{any_of(words.spaced_millions)})\b"),
    )


@lru_cache(maxsize=8)
def and_a_half(own: Language) -> re.Pattern[str]:
    """What adds a half to the number before it."""
    return re.compile(rf"\s+(?:{any_of(own.numbers.and_a_half)})(?!\w)")


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
    digits = _ENDS_IN_DIGITS.search(text, max(0, end - _REACH), end)
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
