"""Words behind a number that may be verbs, or a length of time, and are nothing that it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._amount import Amount
from briefing.analysis._complements import is_said
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._number_words import word_value
from briefing.analysis._unit import Unit, next_word
from briefing.languages.language import Language
from briefing.languages.phrases import ENDS, any_of

_TWO = 2

_SHORTEST = 4
"""Letters of a verb with its ending, at most, of which the rest is no verb that is told."""

_LED = 40
"""Characters before a number in which a group of so many is named."""


@dataclass(frozen=True, slots=True)
class _Verbs:
    """Words that tell a verb behind a number."""

    stem: re.Pattern[str]
    """Verbs of several, of which the text's list has the form of one: ``stand``, stands."""
    plural: re.Pattern[str]
    """Plurals that are verbs, too, behind another noun."""
    group: re.Pattern[str]
    """What one group of so many is called before its number: a ``family of`` six."""
    object: re.Pattern[str]
    """What a verb governs, behind it: uses ``about 90`` litres, spends ``the`` money."""


@lru_cache(maxsize=8)
def _verbs(own: Language) -> _Verbs:
    articles, of = any_of(own.labels.articles), any_of(own.units.of_noun)
    known = any_of(own.times.definite)
    abouts = any_of(own.qualifiers.before["about"])
    return _Verbs(
        stem=re.compile(any_of(_stems(own))),
        plural=re.compile(
            rf" (?:{any_of(own.units.verb_plurals)}){ENDS}(?! [-\w]*[^\W\d_]s(?!\w))"
        ),
        group=re.compile(rf"(?<!\w)(?:{articles}) [^\W\d_]+ (?:{of}) \Z", re.IGNORECASE),
        object=re.compile(rf" (?:(?:{known}){ENDS}|(?:(?:{abouts}) )?\d)"),
    )


def _stems(own: Language) -> list[str]:
    """Verbs without the ending of one who does it, where that is also the ending of plurals."""
    forms = (*own.labels.verbs, *own.units.stop, *own.units.verb_plurals)
    said = [one for one in forms if one.endswith(own.units.plural_endings) and one.isalpha()]
    return [
        one[:-1] for one in said if len(one) > _SHORTEST and not one.endswith(own.units.not_plural)
    ]


def past_verb_plural(text: str, start: int, end: int, words: FigureWords) -> int:
    """Past a plural that may be a verb, behind the noun before it: 160 treatment ``works``.

    No verb of that form follows so many of anything.

    Args:
        text: A line of the text.
        start: Where the noun begins.
        end: Where it ends.
        words: Those of the language.
    """
    behind = _verbs(words.own).plural.match(text, end)
    return end if behind is None or is_said(text[start:end], words) else behind.end()


def does(text: str, amount: Amount, found: Unit, words: FigureWords) -> bool:
    """Whether a word behind two or more is a verb: ``41 stand`` idle, a family of ``six uses``."""
    if words.own.units.word_order != "preposed" or (amount.value or 0) < _TWO:
        return False
    said, verbs = found.text or "", _verbs(words.own)
    if not found.is_plural:
        return said.islower() and verbs.stem.fullmatch(said) is not None
    start = amount.span.start
    is_group = verbs.group.search(text, max(0, start - _LED), start) is not None
    return is_group and verbs.object.match(text, found.end) is not None


def is_time(text: str, end: int, words: FigureWords) -> bool:
    """Whether a length of time in words follows: contre 436 000 ``dix ans`` plus tôt."""
    first = next_word(text, end, words)
    time = first and next_word(text, first.end(), words)
    if first is None or time is None or time[1] not in words.time_units:
        return False
    return (word_value(first[1].lower(), words.language) or 0) > 1
