"""Numbers in the names of channels and papers: ``Rai 3``, ``France 24``, ``20 minutes``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._amount import Amount
from briefing.analysis._at_end import AtEnd
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._measures import Measure, measure_of
from briefing.analysis._unit import Unit
from briefing.languages.language import Language
from briefing.languages.phrases import any_of

_ENDS = re.compile(r"[.,;:!?)»”\"]|\Z")
"""What follows a name at the end of a clause."""

_MEASURES = (Measure.MONEY, Measure.SHARE, Measure.SIZE)

_WORD_BEFORE = re.compile(r"([^\W\d_]+) \Z")


@dataclass(frozen=True, slots=True)
class _Channels:
    """Names with a number."""

    before: AtEnd
    """What stands before the number, in group 1."""
    numbers: dict[str, frozenset[str]]
    """Which numbers may follow that; any where there are none."""
    begun: re.Pattern[str]
    """Names that begin with their number."""
    joined: re.Pattern[str]
    """Another name before one of these: France Info ``et`` 20 minutes."""


@lru_cache(maxsize=8)
def _channels(own: Language) -> _Channels:
    names = own.names.media
    ending = [one.rsplit(" ", 1) for one in names if one[-1].isdecimal()]
    numbers: dict[str, frozenset[str]] = {}
    for name, number in ending:
        numbers[name] = numbers.get(name, frozenset()) | {number}
    plain = (one for one in names if not one[0].isdecimal() and not one[-1].isdecimal())
    numbers |= dict.fromkeys(plain, frozenset())
    return _Channels(
        before=AtEnd(lambda some: rf"(?-i:(?<!\w)({some}) \Z)", numbers),
        numbers=numbers,
        begun=re.compile(any_of(one for one in names if one[0].isdecimal())),
        joined=re.compile(
            rf"(?-i:[^\W\d_a-zß-ÿ][\w’'-]+)(?:,| (?:{any_of(own.shares.subject_ands)})) \Z",
            re.IGNORECASE,
        ),
    )


def channel_before(own: Language) -> AtEnd:
    """What stands before a number in the name of a channel."""
    return _channels(own).before


def is_channel(text: str, before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether a number belongs to the name of a channel or a paper.

    The arguments are those of `is_mark`.
    """
    known = _channels(words.own)
    if not amount.digits.isdecimal() or amount.scaled or amount.currency:
        return False
    begun = known.begun.match(text, amount.span.start)
    if begun is not None and known.joined.search(before) and _ENDS.match(text, begun.end()):
        return True
    name = known.before.search(before)
    if name is None or measure_of(unit.text, words) in _MEASURES:
        return False  # "Channel 5 percent"
    numbers = known.numbers[name[1]]
    place = _WORD_BEFORE.search(before[: name.start()])
    is_place = place is not None and place[1].lower() in words.own.shares.places
    return not numbers or (amount.digits in numbers and not (is_place and unit.is_plural))
