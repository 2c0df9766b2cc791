"""Amounts that a text spells out: ``two and a half million``, ``trentacinque``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from briefing.analysis._amount import Amount
from briefing.analysis._digits import as_plain
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._number_words import word_value
from briefing.analysis._scales import and_a_half, scale_behind
from briefing.analysis._unit_words import unit_words
from briefing.languages.phrases import any_of, before_word
from briefing.model.span import Span

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_LONGEST_WORD = 30
"""Characters behind a number in which its scale word stands."""
_REACH = 24
"""Characters before a number in which what begins its range stands."""
_LONGEST_RUN = 7
"""Words in one spelled number."""
_MOST_WORDS = 65_536
"""Words that are kept in mind."""


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
    both_before: re.Pattern[str]
    """What begins a range, before its first number: ``tra i`` dieci e i venti milioni."""
    both_ahead: re.Pattern[str]
    """The rest of such a range in words."""
    and_a_half: re.Pattern[str]


@lru_cache(maxsize=8)
def _spelling(figures: FigureWords) -> _Spelling:
    words = figures.own.numbers
    articles = rf"(?:{before_word(words.range_articles)})?"
    tos = {*words.range, *words.changes_to}
    return _Spelling(
        ties=frozenset((*words.ties, "-")),
        half=re.compile(rf"(\w+?)(?:{any_of(words.half_endings)})"),
        elided=re.compile(rf"['’](?:{any_of(words.elided_before)})\b"),
        words_ahead=re.compile(rf" (?:{any_of(tos)}) {articles}([^\W\d_]+) ([^\W\d_]+)"),
        both_before=re.compile(
            rf"(?<!\w)(?:{any_of(words.from_both)}) {articles}\Z", re.IGNORECASE
        ),
        both_ahead=re.compile(
            rf" (?:{any_of(words.range_ands)}) {articles}([^\W\d_]+) ([^\W\d_]+)"
        ),
        and_a_half=and_a_half(figures.own),
    )


class _Begins(dict[str, bool]):
    """Whether a number may begin with a word or stand in it before a hyphen, by words met."""

    def __init__(self, words: FigureWords) -> None:
        """Begin with none."""
        super().__init__()
        self._words = words

    def __missing__(self, token: str) -> bool:
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[token] = found = "-" in token or may_begin(token.lower(), self._words)
        return found


_begins = lru_cache(maxsize=16)(_Begins)


def spelled(text: str, telling: Iterable[str], words: FigureWords) -> Iterator[Amount]:
    """The numbers that a line spells out, in order.

    Args:
        text: The line.
        telling: What stands between its spaces and tells of a number, in small letters, in order.
        words: Those of the language.
    """
    has_halves, end = bool(words.own.numbers.half_endings), 0
    begins = _begins(words)
    for token in _tokens_of(text, telling):
        if not begins[token[0]] or token.start() < end:
            continue
        word = token[0].lower()
        if not may_begin(word, words):
            if "-" in word:
                yield from _hyphened(text, token, words)
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


def _tokens_of(text: str, telling: Iterable[str]) -> Iterator[re.Match[str]]:
    """The words of a line in what tells of a number: mostly one or two among many."""
    small, end = text.lower(), 0
    if len(small) != len(text):  # no place in the one is that in the other
        yield from _TOKEN.finditer(text)
        return
    for one in telling:
        start = small.index(one, end)
        while not _is_between_spaces(small, start, start + len(one)):
            start = small.index(one, start + 1)
        end = start + len(one)
        yield from _TOKEN.finditer(text, start, end)


def _is_between_spaces(text: str, start: int, end: int) -> bool:
    has_space = start == 0 or text[start - 1].isspace()
    return has_space and (end == len(text) or text[end].isspace())


def _hyphened(text: str, token: re.Match[str], words: FigureWords) -> Iterator[Amount]:
    """The numbers of a word with a hyphen: a ``three``-game streak, ``tre``-``quattro`` case."""
    low, _, high = token[0].partition("-")
    small, large = (word_value(one.lower(), words.language) for one in (low, high))
    if small and large and small > 1 and large == small + 1:
        middle = token.start() + len(low)
        for value, span in (
            (small, Span(token.start(), middle)),
            (large, Span(middle + 1, token.end())),
        ):
            yield Amount(span, value, None, True, False, None, False, "")
    elif amount := _compounded(text, token, words):
        yield amount


def _compounded(text: str, token: re.Match[str], words: FigureWords) -> Amount | None:
    """The number that a word begins with before its unit: ``a three-game`` streak."""
    units = unit_words(words.own)
    for hyphen in reversed([at for at, char in enumerate(token[0]) if char == "-"]):
        value = _value_of(token[0][:hyphen].lower(), words)
        if value is not None and value > 1 and units.hyphened.match(text, token.start() + hyphen):
            span = Span(token.start(), token.start() + hyphen)
            return Amount(span, value, None, True, False, None, False, "")
    return None


def _value_of(word: str, words: FigureWords) -> int | Decimal | None:
    """A number in words, with the half that it may end in: ``four-and-a-half``."""
    value = word_value(word, words.language)
    whole = _half_of(word, words) if value is None else None
    return value if whole is None else whole + Decimal("0.5")


@lru_cache(maxsize=_MOST_WORDS)
def may_begin(word: str, words: FigureWords) -> bool:
    """Whether a number in words may begin with a word, whatever follows that."""
    own = words.own.numbers
    if word in own.elided or word in own.inflected or word_value(word, words.language) is not None:
        return True
    return bool(own.half_endings) and _half_of(word, words) is not None


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


def with_half(text: str, end: int, value: int, last: str, words: FigureWords) -> Amount | None:
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
    if first[0] in words.own.numbers.inflected:
        return words.own.numbers.inflected[first[0]]
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
    more = _NEXT_WORD.match(text, end, end + _LONGEST_WORD)
    return more is not None and min(words.scales.get(last, 0), words.scales.get(more[1], 0)) >= 6


def _spelled_amount(
    text: str, span: Span, value: int, last: str, words: FigureWords
) -> Amount | None:
    if (half := with_half(text, span.end, value, last, words)) is not None:
        return replace(half, span=Span(span.start, half.span.end))
    if value <= 1:
        return None
    more = _NEXT_WORD.match(text, span.end, span.end + _LONGEST_WORD)
    times = _round_of(more[1], words) if more else None
    if times and more:
        span, value, last = Span(span.start, more.end()), value * times, more[1]
    shared = _shared_by_words(text, span, words)
    value *= shared
    scaled = bool(times) or shared > 1 or words.scales.get(last, 0) >= 6
    return Amount(span, value, None, True, scaled, None, False, "")


def _round_of(word: str, words: FigureWords) -> int | None:
    """What a rounded number means, also in its plural: ``tre dozzine``, ``deux dizaines``."""
    singular = word.removesuffix("s") if word.endswith("s") else f"{word[:-1]}a"
    return words.rounds.get(word) or words.rounds.get(singular)


def _shared_by_words(text: str, span: Span, words: FigureWords) -> int:
    """What a range's scale word multiplies its first number by: ``zwei bis drei Milliarden``."""
    spelling = _spelling(words)
    ahead = spelling.words_ahead.match(text, span.end)
    if ahead is None and (ahead := spelling.both_ahead.match(text, span.end)):
        before = text[max(0, span.start - _REACH) : span.start]
        ahead = ahead if spelling.both_before.search(before) else None
    if ahead is None or word_value(ahead[1].lower(), words.language) is None:
        return 1
    power = words.scales.get(ahead[2], 0)
    return 10**power if power >= 6 else 1
