"""Two numbers that are the ends of one figure: "between 3 and 5 million people", "2–4 °C"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing.analysis._dashed import DASHES
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._joined_thousands import THOUSAND, in_hundreds, shares_thousands
from briefing.analysis._magnitudes import from_up_to, of_magnitudes
from briefing.analysis._sums import summed
from briefing.languages.language import Language
from briefing.languages.phrases import ENDS, any_of, before_word
from briefing.model.figure import Figure, Qualifier
from briefing.model.span import Span

_REACH = 24
"""Characters before the first number in which its preposition stands."""

_LONGEST = 12
"""Characters between the two numbers."""

_CLAUSE = re.compile(r"[^.;:!?()]*\Z")
"""What stands before a number in its clause."""

_BRACKETED = re.compile(r" ?\([^()]*\)")
"""What a clause says aside."""

_CHANGED_BY = re.compile(r",? ?\([+−–-] ?\d")
"""By how much something changed, behind the second of two numbers: 430 to 707 ``(+64 %)``."""

_BARE = re.compile(r"[\d.,\u00a0\u202f ]+")
"""A number without a sign of its own."""

_MOVER_REACH = 120
"""Characters before the first number in which a word of a change is looked for."""

_NEAR = 2
"""How many times the other one of two numbers may be, if either may be meant: "3 or 4 weeks"."""

_FAR = 3
"""How many times the lower end of a range the upper one is at most, if it may be none."""

_SUSPENDED = re.compile(r"\A[-‐‑](?=\s)")
"""A hyphen behind which the rest of a word is left out: a ``10-`` or 12-member board."""

_SHARES = ("%", "‰")
"""Signs that hold only for the number before them."""


@dataclass(frozen=True, slots=True)
class _Ends:
    """The words around the two ends of a figure."""

    span: re.Pattern[str]
    both: re.Pattern[str]
    ands: re.Pattern[str]
    ors: re.Pattern[str]
    change: re.Pattern[str]
    """Before the first number of a change, which is two figures: "from 15 to 10"."""
    varying: re.Pattern[str]
    """The same where it is a range all the same: "ranged from 15 to 20"."""
    more: re.Pattern[str]
    """What tells behind two shares that both are of one thing."""
    moves: re.Pattern[str]
    """A word of a change."""
    grown: re.Pattern[str]
    """The same before "from": "went from 30 to 70 days"."""
    moved: re.Pattern[str]
    """The same right before the first number: "surged $2 to $54"."""


@lru_cache(maxsize=8)
def _ends(own: Language) -> _Ends:
    words = own.numbers
    articles = rf"(?:{before_word(words.range_articles)})?"
    sign = r"[A-Z]{0,3}[$€£]?\s?"
    movers = any_of((*words.movers, *words.multiples))
    froms = rf"(?:{any_of(words.range_froms)})\s(?:[^\W\d_]+\s){{0,2}}{sign}\Z"
    return _Ends(
        span=re.compile(rf"\s?(?:{any_of(words.range_spans)})\s?{articles}"),
        both=re.compile(
            rf"(?<!\w)(?:{any_of(words.from_both)})\s{articles}{sign}\Z", re.IGNORECASE
        ),
        ands=re.compile(rf"\s(?:{any_of(words.range_ands)})\s{articles}"),
        ors=re.compile(rf"\s(?:{any_of(words.range_ors)})\s"),
        change=re.compile(rf"(?<!\w){froms}", re.IGNORECASE),
        varying=re.compile(rf"(?<!\w)(?:{any_of(words.range_verbs)})\s{froms}", re.IGNORECASE),
        more=re.compile(rf" (?:{any_of((*own.shares.fraction_changes, *own.units.of_the))}){ENDS}"),
        moves=re.compile(rf"(?<!\w)(?:{movers})(?!\w)", re.IGNORECASE),
        grown=re.compile(rf"(?<!\w)(?:{movers})[:,]?(?: \w+)? {froms}", re.IGNORECASE),
        moved=re.compile(rf"(?<!\w)(?:{any_of(words.movers)}) {sign}\Z", re.IGNORECASE),
    )


def joined(
    line: str, figures: Sequence[Figure | None], words: FigureWords, offset: int = 0
) -> list[Figure]:
    """The figures of a line, both ends of a range and all parts of a sum as one.

    Args:
        line: A line of the text.
        figures: What its numbers state, in order; None for those that are no figures.
        words: Those of the language.
        offset: Where the line begins in the text that the figures' spans count in.
    """
    found: list[Figure] = []
    for figure in summed(line, [*filter(None, figures)], words, offset):
        whole = None
        if found:
            whole = _whole(line, found[-1], figure, words, offset)
            whole = whole or of_magnitudes(line, found[-1], figure, words, offset)
            whole = whole or from_up_to(line, found[-1], figure, words, offset)
        if whole is None:
            found.append(figure)
        else:
            found[-1] = whole
    return found


def begins_range(line: str, start: int, words: FigureWords) -> bool:
    """Whether what stands before a number says that another follows: "from ten", "between ten"."""
    before, ends = line[max(0, start - _REACH) : start], _ends(words.own)
    return bool(ends.both.search(before) or ends.change.search(before))


def _is_time(figure: Figure, words: FigureWords) -> bool:
    return figure.unit is not None and figure.unit.split()[0] in words.time_units


def _stands_before(unit: str | None) -> bool:
    """Whether a unit is a sign before its number, so that it may hold for a second one, too."""
    return unit is not None and not unit[0].isalpha() and unit not in _SHARES


def _is_still(line: str, low: Figure, begin: int, end: int, ends: _Ends) -> bool:
    """Whether nothing in the clause says that the first of two numbers changed to the second.

    Only where both share the unit behind the second, "from 10 to 16 towns", or both are shares of
    one thing: ``de 30% a 40% mais``.
    """
    is_shared = low.unit in _SHARES and ends.more.match(line, end) is not None
    if _BARE.fullmatch(low.text) is None and not is_shared:
        return False
    before = line[max(0, begin - _MOVER_REACH) : begin]
    clause = _CLAUSE.search(_BRACKETED.sub("", before) if before.count("(") else before)
    return clause is not None and ends.moves.search(clause[0]) is None


def _is_sure(low: Figure, before: str, ends: _Ends) -> bool:
    """Whether the lower end or what stands before it tells that no change is meant."""
    is_vague = low.qualifier is Qualifier.ABOUT  # "de unos 3.000 a 4.000"
    is_one = low.value == 0 or (low.value == 1 and low.text.isalpha())  # "da uno a tre casi"
    return is_one or is_vague or ends.varying.search(before) is not None


def _is_level(before: str, between: str, low: Figure, high: Figure, ends: _Ends) -> bool:
    """Whether the second number is what the first led to: "rose $2 to $54", "up 1/8 to 48".

    Then it is far larger, and has a unit of its own, or neither has one.
    """
    if not between.strip().isalpha() or low.value is None or high.value is None:
        return False
    is_far = high.value > low.value * _FAR
    if low.unit is None or _BARE.fullmatch(low.text):
        return low.unit is None and is_far
    is_apart = low.unit[0].isalpha() and ends.change.search(before) is None
    return is_far and (is_apart or ends.moved.search(before) is not None)


def _whole(line: str, low: Figure, high: Figure, words: FigureWords, offset: int) -> Figure | None:
    """Both ends as one figure; None where they are two."""
    ends = _ends(words.own)
    one, two = low.span, high.span
    if one is None or two is None or low.value is None or high.value is None:
        return None
    shares_sign = high.unit is None and _stands_before(low.unit)
    if low.upper is not None or high.qualifier not in (None, Qualifier.ABOUT):
        return None
    if low.unit != high.unit and not shares_sign:
        return None
    low = in_hundreds(low, high, line[one.end - offset : two.start - offset])
    if low.value is None or not low.value < high.value or two.start - one.end > _LONGEST:
        return None
    begin = one.start - offset
    before = line[max(0, begin - _REACH) : begin]
    between = _SUSPENDED.sub("", line[one.end - offset : two.start - offset])
    is_both = ends.both.search(before) is not None and ends.ands.fullmatch(between) is not None
    is_range = _is_sure(low, before, ends)
    if not is_range and ends.grown.search(before) is None:
        is_range = _is_time(high, words) or _is_still(line, low, begin, two.end - offset, ends)
    is_range = is_range and _CHANGED_BY.match(line, two.end - offset) is None
    is_change = ends.change.search(before) is not None and not is_range
    is_span = ends.span.fullmatch(between) is not None and not is_change
    opens = between.strip() in DASHES and between[:1].isspace() != between[-1:].isspace()
    # "153 euros -918 au total-"
    is_span = not opens and is_span and not _is_level(before, between, low, high, ends)
    is_either = ends.ors.fullmatch(between) is not None and high.value <= low.value * _NEAR
    if not (is_both or is_span or is_either):
        return None
    span = Span(one.start, two.end)
    text = line[begin : two.end - offset]
    if shares_thousands(low, high):
        low = replace(low, value=low.value * THOUSAND)
    qualifier = low.qualifier or high.qualifier  # "300 bis etwa 420 Millionen"
    return replace(low, upper=high.value, qualifier=qualifier, span=span, text=text)
