"""Numbers whose noun stands in an earlier clause, where their own clause tells that they count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._at_end import AtEnd
from briefing.analysis._figure_words import FigureWords
from briefing.languages.language import Language
from briefing.languages.phrases import ENDS, any_of

_LAST_NUMBER = re.compile(r"\d[\d.,]*\s?([^\d.;:!?()]*)\Z")
"""What stands between a number and the next one in its clause."""

_NAME_BEFORE = re.compile(r"[^\W\d_a-zß-ÿ][\w’'-]* \Z")
"""A name that may end in the number: ``Antenne 2 qui``."""

_CLAUSE_ENDS = re.compile(r"\s*(?:[.;,:!?)»”\"]|\Z)")


@dataclass(frozen=True, slots=True)
class _Elliptic:
    """Words around such a number."""

    counted: AtEnd
    """A verb of several: ``they were`` 32."""
    total: AtEnd
    """A noun for a number: ``raised the number of dead to`` 32."""
    changing: AtEnd
    """A verb before the first number of a change: ``rose from`` 14 to 20."""
    to: re.Pattern[str]
    """Behind that number."""
    left: AtEnd
    """Before that number where the verb stands behind it: ``from`` 85 it rose to 267."""
    moved: re.Pattern[str]
    """That verb, behind the number."""
    rest: AtEnd
    """What makes a number the rest of some: the ``other`` two."""
    rest_behind: re.Pattern[str]
    """The same behind it: les deux ``autres``."""
    only: AtEnd
    """Few of what was named: ``only`` 11."""
    who: re.Pattern[str]
    """What tells of so many, behind them: 25 ``who voted``."""
    told: re.Pattern[str]
    """In what time there are so many, or a comparison: 24 ``a month``, 25 ``fewer than`` Senna."""
    and_before: re.Pattern[str]
    """What joins a second number to the clause of the first, at its end."""
    preposition: re.Pattern[str]
    """Behind a number, for which part of the whole it stands; group 1 is the word."""


@lru_cache(maxsize=8)
def _elliptic(own: Language) -> _Elliptic:
    words = own.shares
    totals, verbs = any_of(words.in_all), any_of(_moving(own))
    tos, froms = any_of(own.numbers.changes_to), any_of(own.numbers.range_froms)
    movers = any_of((*own.numbers.movers, *own.numbers.multiples))
    moves = rf"(?:(?:{verbs})|(?:{movers})(?: [^\W\d_]+){{0,6}}[:,]?)"
    return _Elliptic(
        counted=AtEnd(
            lambda some: rf"(?<!\w)(?:{some}) (?:(?:{totals}) ){{0,2}}\Z",
            words.counted,
            words.in_all,
        ),
        total=AtEnd(
            lambda some: rf"(?<!\w)(?:{any_of(words.totals)})(?: [^\W\d_]+){{0,3}} (?:{some}) \Z",
            (*own.labels.changes, *own.labels.links, *own.numbers.range),
        ),
        changing=AtEnd(
            lambda some: (
                rf"(?<!\w){moves} (?:{some}) (?P<first>\d+ (?:{tos}) )?\Z"
                rf"|(?<!\w)(?:{froms}) (?P<left>\d+)(?: [^\W\d_]+){{0,3}}"
                rf" (?:{movers}) (?:{some}) \Z"
            ),
            own.numbers.range_froms,
            own.numbers.changes_to,
        ),
        to=re.compile(rf" (?:{tos}) \d"),
        left=AtEnd(lambda some: rf"(?<!\w)(?:{some}) \Z", own.numbers.range_froms),
        moved=re.compile(rf" (?:[^\W\d_]+ ){{0,3}}(?:{movers}) (?:{tos}) \d"),
        rest=AtEnd(lambda some: rf"(?<!\w)(?:{some}) \Z", words.rest),
        rest_behind=re.compile(rf" (?:{any_of(words.rest)})(?!\w)"),
        only=AtEnd(lambda some: rf"(?<!\w)(?:{some}) \Z", words.only),
        who=re.compile(rf" (?:{any_of(words.who)})(?!\w)"),
        told=_told(own),
        and_before=re.compile(
            rf"(?:,|\w,? (?:{any_of(words.subject_ands)}))(?: (?:{any_of(own.labels.links)}))? \Z"
        ),
        preposition=re.compile(rf" ({any_of(own.labels.prepositions)}) [^\W\d]"),
    )


def _told(own: Language) -> re.Pattern[str]:
    changes, than = any_of(own.shares.fraction_changes), any_of(own.qualifiers.than)
    return re.compile(rf" (?:{any_of(own.times.rates)}|(?:{changes}) (?:{than})){ENDS}")


def _moving(own: Language) -> Iterable[str]:
    """Verbs by which a count changes: not "was", as in "was open from 9 to 5"."""
    still = {*own.labels.helpers, *own.lists.are, *own.shares.subject_verbs}
    return (verb for verb in own.labels.stating if verb not in still)


def is_elliptic(before: str, after: str, words: FigureWords) -> bool:
    """Whether a number without a noun counts what was named before.

    Args:
        before: What stands before it in its line.
        after: What follows it.
        words: Those of the language.
    """
    found = _elliptic(words.own)
    if found.counted.search(before) and _CLAUSE_ENDS.match(after):
        return True
    if found.total.search(before) or is_changing(before, after, words):
        return True
    if found.only.search(before) and not after.startswith(","):
        return True
    if found.told.match(after):
        return True
    is_told = found.who.match(after) is not None and _NAME_BEFORE.search(before) is None
    return is_told or _is_parallel(before, after, found)


def is_rest(before: str, after: str, words: FigureWords) -> bool:
    """Whether a number in words is the rest of some that were counted: "the other two".

    "The two" and "all four" say nothing that was not said.
    """
    found = _elliptic(words.own)
    if found.rest.search(before):
        return True
    is_behind = found.rest_behind.match(after) is not None
    return is_behind and words.definite.search(before) is not None


def is_followed_by_who(after: str, words: FigureWords) -> bool:
    """Whether a clause that describes it stands behind a word: 25 ``who voted``."""
    return _elliptic(words.own).who.match(after) is not None


def is_changing(before: str, after: str, words: FigureWords) -> bool:
    """Whether it is one of the two numbers of a change: "rose from 14 to 20"."""
    found = _elliptic(words.own)
    verb = found.changing.search(before)
    if verb is not None and (verb["first"] or verb["left"] or found.to.match(after)):
        return True
    return found.left.search(before) is not None and found.moved.match(after) is not None


def _is_parallel(before: str, after: str, found: _Elliptic) -> bool:
    """Whether the clause repeats the one before: "62 years for women and 65 for men"."""
    if found.preposition.match(after) is None or found.and_before.search(before) is None:
        return False
    return _LAST_NUMBER.search(before) is not None
