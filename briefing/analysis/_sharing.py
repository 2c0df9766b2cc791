"""Units that stand once for two numbers: the ends of a range, and of a change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.analysis._amount import Amount
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._hours import is_clock
from briefing.analysis._joined import begins_range
from briefing.analysis._measures import Measure, measure_of
from briefing.analysis._not_figures import is_no_figure
from briefing.analysis._times import BEFORE, is_date, is_year
from briefing.analysis._unit import Unit
from briefing.analysis._units import is_range, unit_after
from briefing.languages.language import Language
from briefing.languages.phrases import any_of, before_word

_NEAR = 3
"""How many times the first end of a range the second is at most, where its words leave doubt."""

_DASHES = ("-", "–", " - ", " – ")

_FEWEST = 10
"""A whole of which so many are told has more."""

_FAR = 10
"""The same of a number and what it changes to."""

_MILLION = 10**6

_YEAR = re.compile(r"(?:19|20)\d\d")

_ATTRIBUTE = re.compile(r" ([a-zß-ÿ]{3,}) ([a-z]+) ")
"""An adjective behind a number, and what joins it to the next."""

_LAST_WORD = re.compile(r"(?<!\w)([^\W\d_]{1,3}) \Z")

_GOES_ON = re.compile(r"[-–—‐‑:/%°ºª]|(?P<stop>\.\s?[^\W\d_a-zß-ÿ])|[^\W_]|[.,]\d")
"""What makes a number another one's part, or that of a word."""


@lru_cache(maxsize=8)
def _joints(own: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands between a number's unit and what it changes to, and what it is set against.

    The second also before the whole in a bracket, ``12 seats (of 40)``, and before the part of a
    whole: ``von 153 Kindern nur 57``. The third stands before all of them.
    """
    articles = rf"(?:{before_word(own.numbers.range_articles)})?"
    changes, versus = any_of(own.numbers.changes_to), any_of(own.labels.versus)
    wholes = any_of((*own.shares.out_of, *own.shares.of_many))
    only = any_of(own.shares.only)
    ofs = any_of((*own.shares.rates, *own.shares.out_of, *own.shares.of_many, *own.units.of_noun))
    whens = {*own.numbers.range_froms, *own.labels.moments, *own.labels.since}
    against = any_of(one for one in own.labels.versus if one not in whens)
    aside = r"(?: [^\W\d_][^\W\d_’'-]*){1,4},? "  # "22 élèves cette année contre 25"
    return (
        re.compile(rf"\s(?:{changes})\s{articles}"),
        re.compile(
            rf",?\s(?:(?:{versus})\s{articles}|\((?:{wholes})\s|(?:{only})\s)"
            rf"|,?{aside}(?:{against})\s{articles}"
        ),
        re.compile(rf"\s(?:{ofs})\s"),
    )


def shared_units(text: str, found: Sequence[Amount], words: FigureWords) -> list[Unit]:
    """The units, where one of two numbers that belong together has that of the other."""
    shared = [unit_after(text, amount, words) for amount in found]
    given: set[int] = set()
    for index in range(len(found) - 2, -1, -1):
        is_listed = index + 1 in given
        if shared[index].text is None and _is_first(text, found, shared, index, words, is_listed):
            end = found[index].span.end
            shared[index] = Unit(shared[index + 1].text, end, is_plural=True)
            given.add(index)
    last = 0
    for index in range(1, len(found)):
        if found[index].span.start < shared[last].end:
            continue  # "ciento" behind "5 por"
        is_bare = shared[index].text is None
        if is_bare and _is_second(text, found[last], shared[last], found[index], words):
            end = found[index].span.end
            shared[index] = Unit(shared[last].text, end, is_plural=True)
        last = index
    return shared


def _is_first(
    text: str,
    found: Sequence[Amount],
    units: Sequence[Unit],
    index: int,
    words: FigureWords,
    is_listed: bool,
) -> bool:
    """Whether a number shares the unit of the next: "3 to 5 people", "16, 15 and 14 seats".

    Args:
        text: A line of the text.
        found: Its numbers.
        units: What follows each, or is shared with it.
        index: The number.
        words: Those of the language.
        is_listed: Whether the next one shares the unit of the one behind it.
    """
    first, after = found[index], units[index + 1]
    between = text[first.span.end : found[index + 1].span.start]
    in_list = (
        is_listed and between == ", " and _GOES_ON.match(text, found[index + 1].span.end) is None
    )
    is_tied = in_list or is_range(between, words) or _is_described(between, after, words)
    if not after.is_plural or not is_tied:
        return False
    if between in _DASHES and _falls(first, found[index + 1]):
        return False  # "6-1 Martin"
    if in_list and not _is_plain(text, first, words):
        return False  # "on 3 May, 12 and 14 people"
    if _is_of_two_kinds(text, first, found[index + 1], words):
        return False  # "venti a 120 km/h" are winds
    is_against = between.strip() in words.own.numbers.each  # "mit 13 zu 8 Stimmen"
    if after.text in words.own.shares.votes and not is_against:
        return False  # "438 contre 86 et 42 abstentions"
    is_when = is_year(text, first, units[index], words)
    is_when = is_when and not _is_measured(first, between, found[index + 1], after, words)
    is_when = is_when or _is_when(first, found[index + 1])
    is_when = is_when or (after.text == "%" and is_clock(text, first, words))
    return not is_when and not is_no_figure(text, found[index + 1], after, words)


def _is_of_two_kinds(text: str, first: Amount, second: Amount, words: FigureWords) -> bool:
    """Whether a number in words is no end of a range to one in digits."""
    is_mixed = first.spelled and not second.spelled and not _is_near(first, second)
    return is_mixed and not begins_range(text, first.span.start, words)


def _is_when(first: Amount, second: Amount) -> bool:
    """Whether a number is the year in which something reaches millions: ``2016 auf`` 4 Mrd."""
    is_year_like = _YEAR.fullmatch(first.digits) is not None and not first.currency
    return is_year_like and not first.scaled and second.scaled and (second.value or 0) >= _MILLION


def _is_measured(
    first: Amount, between: str, second: Amount, unit: Unit, words: FigureWords
) -> bool:
    """Whether both ends of a range have a measure: "in depths of ``1500 to`` 3000 m"."""
    is_span = between.strip() in words.own.numbers.range_spans
    is_size = measure_of(unit.text, words) is Measure.SIZE
    is_rising = (first.value or 0) < (second.value or 0)
    return is_span and is_size and is_rising and not second.scaled


def _is_described(between: str, after: Unit, words: FigureWords) -> bool:
    """Whether adjectives alike tell two kinds of one noun: 12 ``männliche und`` 14 weibliche."""
    first = _ATTRIBUTE.fullmatch(between)
    if first is None or first[2] not in words.own.shares.subject_ands or after.text is None:
        return False
    second = after.text.split(" ")
    is_alike = len(second) > 1 and second[0].islower() and second[0].endswith(first[1][-2:])
    return is_alike and words.own.units.word_order in ("inflected", "capital")


def _is_plain(text: str, amount: Amount, words: FigureWords) -> bool:
    """Whether a number of a list is neither a date nor a sum with its own scale."""
    before, after = text[: amount.span.start][-BEFORE:], text[amount.span.end :][:BEFORE]
    if text[: amount.span.start].endswith(("-", "–")):
        return False
    is_own = amount.scaled or amount.currency or amount.unit or _YEAR.fullmatch(amount.digits)
    return not is_own and not is_date(before, after, amount, words)


def _is_second(text: str, first: Amount, unit: Unit, second: Amount, words: FigureWords) -> bool:
    """Whether a bare number is that to which the one before it changes: "12 years to 14"."""
    if unit.text is None or not unit.is_plural:
        return False
    if unit.text in words.own.shares.votes or not _are_alike(first, second):
        return False
    changes, versus, wholes = _joints(words.own)
    joint = versus.fullmatch(text, unit.end, second.span.start)
    if unit.text[0].isalpha():
        joint = joint or changes.fullmatch(text, unit.end, second.span.start)
        is_whole = _is_whole(first, unit, second, words)
        joint = joint or (wholes.fullmatch(text, unit.end, second.span.start) if is_whole else None)
    elif unit.text != "%":
        return False
    else:
        joint = joint or _like_first(text, first, unit, second, words)
    if joint is None or _goes_on(text, second.span.end, words):
        return False
    return _is_plain(text, second, words) and not is_no_figure(text, first, unit, words)


def _like_first(
    text: str, first: Amount, unit: Unit, second: Amount, words: FigureWords
) -> re.Match[str] | None:
    """What joins a percentage to a second one with the same article: ``un 60 %`` … y ``un 40``."""
    article = _LAST_WORD.search(text, max(0, first.span.start - BEFORE), first.span.start)
    if article is None or article[1].lower() not in words.own.numbers.one:
        return None
    ands = any_of(words.own.shares.subject_ands)
    joint = rf"[^.;:!?()\d]{{0,80}}(?:,| (?:{ands})) {article[1].lower()} "
    return re.compile(joint).fullmatch(text, unit.end, second.span.start)


def _is_whole(first: Amount, unit: Unit, second: Amount, words: FigureWords) -> bool:
    """Whether a number may be all of which the one before it are some: 64 deputies ``of`` 84."""
    is_time = unit.text is not None and unit.text.split(" ")[0] in words.time_units
    return not is_time and (second.value or 0) >= max(_FEWEST, first.value or 0)


def _goes_on(text: str, end: int, words: FigureWords) -> bool:
    """Whether a number is another one's part, or an ordinal where these end in a stop."""
    more = _GOES_ON.match(text, end)
    return more is not None and (more["stop"] is None or words.own.sentences.ordinal_stop)


def _are_alike(first: Amount, second: Amount) -> bool:
    """Whether two numbers may count the same: plain ones that are not too far apart."""
    if first.value is None or second.value is None or first.scaled or second.scaled:
        return False
    if any((first.unit, first.currency, second.unit, second.currency)):
        return False
    return first.value <= _FAR * second.value and second.value <= _FAR * first.value


def _falls(one: Amount, other: Amount) -> bool:
    """Whether the second of two numbers is the smaller: a score, not a range."""
    return one.value is not None and other.value is not None and one.value > other.value


def _is_near(one: Amount, other: Amount) -> bool:
    """Whether two numbers are so near each other that both are ends of one range."""
    if one.value is None or other.value is None:
        return False
    return one.value < other.value <= _NEAR * one.value
