"""Ages of somebody, which are no figures, and limits of age, which are: ``aged 12 to 17``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._amount import Amount
from briefing.analysis._at_end import AtEnd
from briefing.analysis._between import between_words
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._unit import Unit
from briefing.languages.language import Language
from briefing.languages.phrases import ENDS, any_of, before_word
from briefing.model.figure import Qualifier

_YOUNGEST, _OLDEST = 6, 110
"""Ages that verbs such as "is" and "has" tell; fewer years are more often a length of time."""

_MARKS = re.compile("[.,]")

_BOUNDS = (Qualifier.OVER, Qualifier.UNDER, Qualifier.AT_LEAST, Qualifier.AT_MOST)
"""What makes an age a limit: ``over`` 65."""


@dataclass(frozen=True, slots=True)
class _Ages:
    """Words around ages."""

    apposition: re.Pattern[str]
    name_before: re.Pattern[str]
    """A name that somebody's age follows."""
    age_before: re.Pattern[str]
    age_ahead: re.Pattern[str]
    """What every age goes on with, and hardly any other number."""
    and_behind: re.Pattern[str]
    """What goes on behind an age in an apposition: Micah, de 25 anos ``e`` veterano."""
    age_and: re.Pattern[str]
    """The second of two ages: ``de 28`` e 31 anos."""
    person_before: re.Pattern[str]
    """Somebody by what they do, before their age: ``acusado de`` 42 años."""
    age_verb: re.Pattern[str]
    """A verb before an age: ``aveva`` 67 anni."""
    old: re.Pattern[str]
    of: re.Pattern[str]
    """What makes years a length of something: 20 anni ``di`` esperienza."""
    aged: AtEnd
    """What ages without a unit stand behind; group ``low`` is the lower end of a range."""
    till: re.Pattern[str]
    """The rest of a range, behind its lower end: 12 ``to 17``."""
    since: re.Pattern[str]
    """The same before its upper end."""


@lru_cache(maxsize=8)
def _ages(own: Language) -> _Ages:
    words, numbers = own.times, own.numbers
    ages = rf"(?:(?:\d{{1,2}}, )*\d{{1,2}} (?:{any_of(words.age_ands)}) )?"
    # with words between noun and preposition: "donna tedesca di", "studentessa di lingue di"
    age = any_of(words.age_of).replace(r"\s+", r"(?:\s+\w+){0,2}\s+")
    articles = rf"(?:{before_word(numbers.range_articles)})?"
    spans, ands = any_of(numbers.range_spans), any_of(numbers.range_ands)
    return _Ages(
        apposition=re.compile(
            rf"[,(]\s*(?:(?:{any_of(words.apposition)})\s+{_about(own)})?{ages}\Z"
        ),
        age_ahead=re.compile(
            rf" (?:{any_of(words.age_ands)}) \d|"
            rf"[\s\u00a0\u202f-]*(?:{any_of((*words.old, *words.ages))})",
            re.IGNORECASE,
        ),
        and_behind=re.compile(rf" (?:{any_of(own.shares.subject_ands)}) (?!\d)[^\W\d_]"),
        age_and=re.compile(rf" (?:{any_of(words.age_ands)}) \d{{1,2}}(?= )"),
        name_before=re.compile(
            rf"[^\W\d_a-zà-ÿ](?:[\w’'-]+|\.), (?:(?:{any_of(words.apposition)})\s{_about(own)})?\Z"
        ),
        age_before=re.compile(rf"(?<!\w)(?:{age})\s+{_about(own)}{ages}\Z", re.IGNORECASE),
        person_before=_person_before(own, ages),
        age_verb=_age_verb(own, ages),
        of=re.compile(
            rf" (?:{any_of((*own.units.of_noun, *own.units.of_the, *own.labels.links))}){ENDS}"
            + (r"| [A-ZÄÖÜ]" if own.sentences.capital_nouns else "")
        ),
        old=re.compile(rf"[-\s]?(?:{any_of(words.old)})(?!\w)"),
        aged=AtEnd(
            lambda some: rf"(?<!\w)(?:{some}) (?:(?P<low>\d+)(?:[-–]| (?:{spans}|{ands}) ))?\Z",
            words.aged,
            (*numbers.range_spans, *numbers.range_ands, "-", "–"),
        ),
        till=re.compile(
            rf"(?: (?:{any_of(words.ages)}) )?(?:[-–]| ?(?:{spans}) {articles})(?P<high>\d+)"
        ),
        since=re.compile(rf"\d(?:[-–]| (?:{spans}) {articles})\Z"),
    )


@lru_cache(maxsize=8)
def _held(own: Language) -> re.Pattern[str]:
    """What makes years behind a name those of something: Rossi, 20 anni ``di esperienza``."""
    return re.compile(rf" {before_word(own.units.of_noun)}[a-zß-ÿ]{{3}}")


@lru_cache(maxsize=8)
def _longer(own: Language) -> re.Pattern[str]:
    """The larger parts of a length of time: ``twee jaar,`` zes maanden en drie dagen."""
    units = any_of((*own.times.time_units, *own.times.single_units))
    return re.compile(rf"(?<!\w)(?:{units}), \Z")


def _about(own: Language) -> str:
    """What says how exact an age is, or how low: una niña de ``apenas`` 4 años."""
    return rf"(?:(?:{any_of((*own.shares.only, *own.qualifiers.before['about']))}) )?"


def _person_before(own: Language, ages: str) -> re.Pattern[str]:
    people = any_of(one for one in (*own.units.persons, *own.units.roles) if one.endswith("*"))
    ofs = any_of(own.units.of_noun)
    return re.compile(
        rf"(?<!\w)(?:{people})(?: [^\W\d_]+)? (?:{ofs}) {_about(own)}{ages}\Z", re.IGNORECASE
    )


def _age_verb(own: Language, ages: str) -> re.Pattern[str]:
    words = own.times
    begins = rf"(?:\A|[«\"“„]|[,.;:(–] |(?<!\w)(?:{any_of(own.labels.openers)}) )"
    person = rf"(?<=[a-zà-ÿ,] )(?-i:[A-ZÀ-Ý])[\w’'-]+ (?:{any_of(words.apposition)})"
    return re.compile(
        rf"(?:(?<!\w)(?:{any_of(words.age_verbs)})|{begins}(?:{any_of(words.at_ages)})|{person})"
        rf" (?:(?:{any_of(own.shares.only)}) )?{ages}\Z",
        re.IGNORECASE,
    )


def is_age(before: str, after: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether it is somebody's age."""
    own = _ages(words.own)
    is_older = (
        amount.value is not None and amount.value > _OLDEST
    )  # a house, or the bones of an ape
    is_none = is_older or own.age_ahead.match(after) is None or _longer(words.own).search(before)
    if is_none or _is_limit(before, after, own, words):
        return False
    if second := own.age_and.match(after):
        after = after[second.end() :]
    if own.old.match(after):
        return True
    years = words.ages.match(after)
    if unit.text is None or years is None:
        return False
    is_held = _held(words.own).match(after, years.end()) is not None
    if (own.name_before.search(before) and not is_held) or own.age_before.search(before):
        return True
    behind = after.lstrip()[len(unit.text) :]
    is_apart = behind.startswith((",", ")", ":", ";", ".")) or own.and_behind.match(behind)
    if is_apart and " " not in unit.text and own.apposition.search(before):
        return True  # not "un congé, de trois mois fractionnables,"
    is_old = isinstance(amount.value, int) and _YOUNGEST <= amount.value <= _OLDEST
    is_length = own.of.match(after, years.end()) is not None
    told = own.age_verb.search(before) or own.person_before.search(before)
    return is_old and not is_length and told is not None


def bounds_ages(
    before: str, after: str, amount: Amount, words: FigureWords, *, is_qualified: bool
) -> bool:
    """Whether a number without a unit but years is one end of a range of ages, or their limit.

    So are those of people ``aged 12 to 17``, or ``aged 65 and over``; of the latter
    `is_qualified` says that a qualifier stands behind. Two are ``aged 14 and 12``.
    """
    own = _ages(words.own)
    aged = own.aged.search(before)
    if aged is None or amount.value is None:
        return False
    if aged["low"]:
        return int(aged["low"]) < amount.value
    between = between_words(words.own)
    high = own.till.match(after) or between.rest.match(after)
    return is_qualified or (high is not None and int(_MARKS.sub("", high["high"])) > amount.value)


def _is_limit(before: str, after: str, own: _Ages, words: FigureWords) -> bool:
    """Whether it is one that bounds a group: "mayores de 50 años", "de 12 à 17 ans"."""
    between = between_words(words.own)
    if own.till.match(after) or own.since.search(before) or between.first.search(before):
        return True
    if between.rest.match(after) and between.begins.search(before):
        return True
    bound = words.before.search(before)
    said = bound and words.qualifiers.get(" ".join(bound[1].lower().replace("’", "'").split()))
    return said in _BOUNDS
