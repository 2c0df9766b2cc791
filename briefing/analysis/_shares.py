"""Numbers of a share: parts of a whole, which are figures, and rates, which are not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._figure_words import FigureWords
from briefing.analysis._number_words import word_value
from briefing.analysis._units import Unit
from briefing.analysis._written import Amount
from briefing.languages.counting import Shares
from briefing.languages.language import Language
from briefing.languages.phrases import any_of, before_word

_FEWEST_OF_MANY = 11
"""A whole of ten or less makes a rate: ``9 out of 10 people``."""

_SCALE_REACH = 160
"""Characters in which the scale of a point is looked for."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """Words around parts and wholes."""

    per: re.Pattern[str]
    """What makes a round number the whole of a rate: ``7.2 per 100,000 inhabitants``."""
    of_which: re.Pattern[str]
    of_them: re.Pattern[str]
    of_many: re.Pattern[str]
    """The whole of which a number is a part, and what both count: ``29 of the 55 seats``."""
    of_few: re.Pattern[str]
    out_of: re.Pattern[str]
    """The rest of a rate behind what it counts: ``7 Français sur 10``."""
    of_all: re.Pattern[str]
    """What begins a sentence with the whole of its number: ``Of the 41 ferries, 17 failed``."""
    of_it: re.Pattern[str]
    harm: re.Pattern[str]
    """A verb whose number of people follows."""
    reached: re.Pattern[str]
    """A verb that says to what number something has come: ``rose to``."""
    subject_before: re.Pattern[str]
    subject_after: re.Pattern[str]
    """Around a number that is what a clause speaks of: ``; 35 are missing``."""
    place: re.Pattern[str]
    """Where a part is, behind its number."""
    some_of: re.Pattern[str]
    """Behind so many of several: ``seven of the hostages``; group 1 is the noun."""
    further: re.Pattern[str]
    """Before a further part: ``di cui uno per infarto e``, ``2 in Austria e``."""
    scale: re.Pattern[str]
    votes: re.Pattern[str]
    votes_before: re.Pattern[str]
    """Votes named before a second number: ``438 contre 86``."""
    one_in: re.Pattern[str]
    """What makes a number the whole of a share: "one in ten voters"."""
    one_noun_in: re.Pattern[str]
    """The same with what is counted: ``una famiglia su tre``, but not what is told about three."""


@lru_cache(maxsize=8)
def _parts(own: Language) -> _Parts:
    words, few = own.shares, any_of((*own.shares.of_few,))
    ands = any_of(words.subject_ands)
    articles = any_of(own.states.joining_articles)
    place = rf"(?:{any_of(words.places)}) (?:(?:{articles})['’ ]?)?[^\W\d_a-zà-ÿ][\w’'-]{{2,}}"
    return _Parts(
        per=re.compile(rf"(?<!\w)(?:{any_of(words.per)}) \Z", re.IGNORECASE),
        of_which=re.compile(rf"(?<!\w)(?:{any_of(words.of_which)}) \Z", re.IGNORECASE),
        of_them=re.compile(rf" (?:{any_of(words.of_them)})\b"),
        of_many=re.compile(rf" (?:{any_of(words.of_many)}) (\d[\d.,]*) [^\W\d_]{{3}}"),
        of_few=re.compile(rf"(?<![\w.,])(\d|[^\W\d_]+) (?:{few}) \Z"),
        out_of=re.compile(rf" (?:{any_of(words.out_of)}) (\d|10|100|[^\W\d_]+)(?![\w%]|[.,]\d| %)"),
        of_all=_of_all(words),
        of_it=re.compile(rf"(?<!\w)(?:{any_of(words.of_it)}) (?:[^\W\d_]+ )?\Z", re.IGNORECASE),
        harm=re.compile(rf"(?<!\w)(?:{any_of(words.harm)}) \Z", re.IGNORECASE),
        reached=re.compile(
            rf"(?<!\w)(?:{any_of(own.labels.verbs)}) (?:\w+ )?(?:{any_of(own.numbers.range)}) \Z"
        ),
        subject_before=re.compile(rf"(?:\A|[.;:,–—] |[.;:,] (?:{ands}) )\Z"),
        subject_after=re.compile(rf" (?:{any_of(words.subject_verbs)})\b"),
        place=re.compile(rf" {place}"),
        some_of=re.compile(rf" (?:{any_of(words.of_many)}) ([^\W\d_]{{4,}})"),
        further=re.compile(
            rf"(?:(?:{any_of(words.of_which)}) [^.;:,()]{{3,60}}|\d {place}) (?:{ands}) \Z",
            re.IGNORECASE,
        ),
        scale=re.compile(rf"(?:{any_of(words.scale)})\b[^.!?]*\Z", re.IGNORECASE),
        votes_before=re.compile(rf"\d (?:\w+ )?(?:{any_of(words.votes)}) \Z"),
        votes=re.compile(rf" (?:{any_of(words.votes)})\b"),
        one_in=re.compile(
            rf"(?<!\w)(?:{any_of(words.one_or_two)}) (?:{any_of(words.in_each)}) \Z"
            rf"|(?<![\w.,])\d{{1,2}} (?:{any_of(words.digits_in_each)}) \Z",
            re.IGNORECASE,
        ),
        one_noun_in=re.compile(
            rf"(?<!\w){before_word(words.one_noun)}(?!{any_of(words.told_about)})[^\W\d_]+"
            rf" (?:{any_of(words.noun_in_each)}) \Z",
            re.IGNORECASE,
        ),
    )


def _of_all(words: Shares) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{any_of(words.of_all)})(?: [\w'’]+){{0,3}}?"
        r" (\d[\d.,]*) [^\W\d_]{3}[^.;:,\d]*, \Z"
        rf"|(?<!\w)(?:{any_of(words.of_all_plainly)}) (\d[\d.,]*) [^.;:,\d]+ \Z"
    )


def is_share(text: str, before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether it belongs to a share or a rate: ``1 bambino su 4``, ``4 von 10 Kindern``."""
    parts = _parts(words.own)
    if parts.one_in.search(before) or _is_rate(before, amount, unit, words):
        return True
    value = amount.value
    if value is not None and value < _FEWEST_OF_MANY and parts.one_noun_in.search(before):
        return True
    few = parts.of_few.search(before)
    if value is not None and value < _FEWEST_OF_MANY and few and _small(few[1], words):
        return True
    if unit.text is None:
        start = amount.span.start
        return parts.scale.search(text, max(0, start - _SCALE_REACH), start) is not None
    behind = parts.out_of.match(text, unit.end)
    return behind is not None and value is not None and value < _small(behind[1], words)


def _small(number: str, words: FigureWords) -> int:
    """What a short number means, in digits or in words; 0 where it is none or more than 100."""
    value = int(number) if number.isdecimal() else word_value(number.lower(), words.language) or 0
    return value if value <= 100 else 0


def _is_rate(before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether it is the whole of a rate: a hundred, a thousand, a million of something."""
    is_whole = amount.value is not None and re.fullmatch(r"10{2,}", str(amount.value)) is not None
    is_money = unit.text is not None and words.money.match(f" {unit.text}") is not None
    is_counted = unit.text is not None and amount.currency is None and not is_money
    return is_whole and is_counted and _parts(words.own).per.search(before) is not None


def is_part(before: str, after: str, words: FigureWords) -> bool:
    """Whether a number that counts nothing itself is so many of what was or is counted."""
    parts = _parts(words.own)
    if is_of_them(before, after, words) or parts.votes.match(after):
        return True
    if is_told_part(before, after, words) or is_some(after, words):
        return True
    if any(
        one.search(before) for one in (parts.of_it, parts.harm, parts.reached, parts.votes_before)
    ):
        return True
    many = parts.of_many.match(after) or parts.of_all.search(before)
    whole = "" if many is None else next(filter(None, many.groups()))
    return bool(whole) and int(re.sub(r"\D", "", whole)) >= _FEWEST_OF_MANY


def is_told_part(before: str, after: str, words: FigureWords) -> bool:
    """Whether a clause tells what so many of them are, or where: ``2 in Austria``."""
    parts = _parts(words.own)
    if parts.further.search(before):
        return True
    if parts.subject_before.search(before) is None:
        return False
    return bool(parts.subject_after.match(after) or parts.place.match(after))


def is_some(after: str, words: FigureWords) -> bool:
    """Whether a number counts some of those whose noun follows: "seven of the hostages"."""
    found = _parts(words.own).some_of.match(after)
    if found is None:
        return False
    has_capital = words.own.sentences.capital_nouns and found[1][0].isupper()
    return has_capital or found[1].endswith(words.own.units.plural_endings)


def is_of_them(before: str, after: str, words: FigureWords) -> bool:
    """Whether a number counts some of those that were counted before: "three of them"."""
    parts = _parts(words.own)
    return bool(parts.of_which.search(before) or parts.of_them.match(after))
