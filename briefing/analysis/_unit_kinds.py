"""What the units of a language say to whoever joins two statements of one fact."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.analysis._directions import SENTENCE_ENDS, direction_of
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._measures import Measure, is_measure, measure_of
from briefing.languages.language import Language
from briefing.languages.phrases import ENDS, any_of
from briefing.model.figure import Qualifier
from briefing.model.span import Span

_STEM = 5
"""Letters of a noun that tell two forms of it apart from another noun."""


_LEAST_PART = 6
"""Letters of a noun that is looked for as a part of another."""

_VERB = 4
"""Letters of a verb that tell two forms of it apart from another: kill, killed."""

_WINDOW = 14
"""Characters before a stretch of time in which a word says that it counts from now."""

_TOLD = 60
"""Characters before a number in which a word says that another has the same."""

_LED = 40
"""Characters before a number in which its article stands."""


_MOST_KNOWN = 2_048
"""Shares whose direction is remembered: each is compared with all others of its value."""


class UnitKinds:
    """What units of one language say."""

    def __init__(self, figures: FigureWords) -> None:
        units = figures.own.units
        self._figures = figures
        self._scored = re.compile(any_of(units.scored), re.IGNORECASE)
        self._deaths = re.compile(any_of(units.deaths), re.IGNORECASE)
        shares, times = figures.own.shares, figures.own.times
        self._ups, self._downs = (
            re.compile(rf"(?<!\w)(?:{any_of(words)}){ENDS}", re.IGNORECASE)
            for words in (shares.ups, shares.downs)
        )
        self._window = re.compile(rf"(?<!\w)(?:{any_of(times.windows)}){ENDS}", re.IGNORECASE)
        self._harm = re.compile(rf"(?<!\w)({any_of(shares.harm)})\s\Z", re.IGNORECASE)
        self._likewise = re.compile(
            rf"(?<!\w)(?:{any_of(shares.likewise)})(?: [^\W\d_]+){{0,2}}\s\Z", re.IGNORECASE
        )
        self._these = re.compile(rf"(?<!\w)(?:{any_of(times.these)})\s\Z", re.IGNORECASE)
        self._numbers = re.compile(any_of(figures.own.changes.spelled))
        self._is_compounding = units.word_order in ("capital", "inflected")
        self._others = frozenset(figures.own.qualifiers.behind.get(Qualifier.ADDITIONAL, ()))
        people = any_of((*units.persons, *units.deaths, *units.roles))
        is_compounding = figures.own.sentences.capital_nouns
        self._people = re.compile(rf"\w*(?:{people})" if is_compounding else people, re.IGNORECASE)

    def measures(self, unit: str) -> bool:
        """Whether a unit does not say what is counted: a currency, a share, a length, a time."""
        return is_measure(unit, self._figures)

    def is_money(self, unit: str) -> bool:
        """Whether a unit is a currency."""
        return measure_of(unit, self._figures) is Measure.MONEY

    def is_scored(self, unit: str | None) -> bool:
        """Whether a unit is what games and rankings count in, as points are, and no size."""
        return unit is not None and self._scored.fullmatch(unit.split(maxsplit=1)[0]) is not None

    def sign(self, unit: str) -> str:
        """A measure's sign whatever word says it, else the beginning of its first word."""
        signs, low = _signs(self._figures.own), unit.lower()
        first = low.split(maxsplit=1)[0]
        return signs.get(low) or signs.get(first) or first[:_STEM]

    def head(self, unit: str) -> str:
        """The noun of a unit, without its adjectives and what belongs to it."""
        own, words = self._figures.own.units, unit.split()
        if own.word_order == "postposed":
            return next((word for word in words if word.lower() not in own.before_noun), words[0])
        if own.word_order == "capital":
            return next((word for word in words if word[0].isupper()), words[-1])
        joint = next((at for at, word in enumerate(words) if word in own.of_noun), len(words))
        return words[max(0, joint - 1)]

    def called(self, unit: str) -> str | None:
        """What a unit's noun is called in one word; None of a noun without another for it."""
        return _called(self._figures.own).get(self.head(unit).lower())

    def are_deaths(self, unit: str, other: str) -> bool:
        """Whether both units count deaths: "dead" and "victims"."""
        return all(self._deaths.fullmatch(one.split(maxsplit=1)[0]) for one in (unit, other))

    def are_dead_and_others(self, unit: str | None, other: str | None) -> bool:
        """Whether one unit counts deaths, and the other people who are not called dead."""
        units = [one for one in (unit, other) if one is not None]
        dead = [one for one in units if self.are_deaths(one, one)]
        others = [one for one in units if one not in dead and self.counts_people(one)]
        anyone = self._figures.own.units.anyone
        return bool(dead and others) and others[0].split(maxsplit=1)[0] not in anyone

    def counts_people(self, unit: str) -> bool:
        """Whether a unit counts people, dead or alive."""
        first = unit.split(maxsplit=1)[0]
        return first in self._figures.own.units.anyone or bool(self._people.fullmatch(first))

    def is_anybody(self, unit: str | None) -> bool:
        """Whether a unit calls people again who were named before: "men" in "the three men"."""
        return unit in self._figures.own.units.anybody

    def tells_of_others(self, words: str) -> bool:
        """Whether a figure's words say that they are others: at least nine other people."""
        return not self._others.isdisjoint(words.lower().split()[1:])  # "more than nine" are not

    def is_definite(self, text: str, start: int) -> bool:
        """Whether an article that says which are counted stands before a number of a text."""
        return self._figures.definite.search(text[max(0, start - _LED) : start]) is not None

    def is_pointed_at(self, text: str, start: int) -> bool:
        """Whether a word before a number points back at those who are counted: these three."""
        return self._these.search(text[max(0, start - _LED) : start]) is not None

    def ending(self, unit: str) -> str:
        """The last letters of a unit's noun, by which it is found as a part of another."""
        return self.head(unit).lower()[-_STEM:]

    def is_compound(self, unit: str, other: str) -> bool:
        """Whether the noun of one unit is a part of the other's: ministries, state ministries."""
        if not self._is_compounding:
            return False
        short, long = sorted((self.head(unit).lower(), self.head(other).lower()), key=len)
        return len(short) >= _LEAST_PART and long.endswith(short)

    def are_contrary(self, text: str, one: Span, other: Span) -> bool:
        """Whether one number tells a rise and the other a fall."""
        first = _direction(text, one, self)
        return first != 0 and _direction(text, other, self) == -first

    def direction_of(self, text: str, span: Span) -> int:
        """1 where a number tells a rise, -1 where it tells a fall, else 0."""
        return direction_of(text, span, self._ups, self._downs)

    def harm_before(self, text: str, start: int) -> str | None:
        """The beginning of the verb of harm right before a number: ``killing`` two."""
        verb = self._harm.search(text[max(0, start - _LED) : start])
        return None if verb is None else verb[1].lower()[:_VERB]

    def is_told_of_another(self, text: str, span: Span) -> bool:
        """Whether a word before a number says that another has the same: rose ``likewise``.

        Up to two words stand between: "is also on the rise, by 5" only tells a further rise.
        """
        before = SENTENCE_ENDS.split(text[max(0, span.start - _TOLD) : span.start])[-1]
        return self._likewise.search(before) is not None

    def window_of(self, text: str, start: int, words: str) -> str | None:
        """The word before or in a number's words that counts from now: the ``past`` two months."""
        word = self._window.search(f"{text[max(0, start - _WINDOW) : start]}{words}")
        return None if word is None else word[0].lower()

    def tells(self, word: str) -> bool:
        """Whether a word says something of a subject, as no measure, number and small word does."""
        low, labels = word.lower(), self._figures.own.labels
        if low in self._figures.stop or low in labels.weak:
            return False
        is_number = low in self._figures.scales or self._numbers.fullmatch(low) is not None
        return not (is_number or self.measures(low) or self._moved(low))

    def _moved(self, word: str) -> bool:
        """Whether a word only tells that something rises or falls."""
        return bool(self._ups.fullmatch(word) or self._downs.fullmatch(word))

    def are_people(self, unit: str, other: str) -> bool:
        """Whether both units count people, and one of them says nothing more of these."""
        anyone = self._figures.own.units.anyone
        firsts = {one.split(maxsplit=1)[0] for one in (unit, other)}
        is_anyone = not firsts.isdisjoint(anyone)
        return is_anyone and all(one in anyone or self._people.fullmatch(one) for one in firsts)


@lru_cache(maxsize=8)
def unit_kinds(figures: FigureWords) -> UnitKinds:
    """What units of a language say, laid out once for all texts."""
    return UnitKinds(figures)


@lru_cache(maxsize=8)
def _signs(own: Language) -> dict[str, str]:
    """The signs of measures, by the words that say them, in small letters."""
    alike = own.units.alike.items()
    return {word.lower(): sign.lower() for sign, words in alike for word in (sign, *words)}


@lru_cache(maxsize=8)
def _called(own: Language) -> dict[str, str]:
    """A noun for each of those that a text calls one thing by, in small letters."""
    called = own.units.called.items()
    return {noun.lower(): first for first, nouns in called for noun in (first, *nouns)}


@lru_cache(maxsize=_MOST_KNOWN)
def _direction(text: str, span: Span, kinds: UnitKinds) -> int:
    """The same as `UnitKinds.direction_of`, found once."""
    return kinds.direction_of(text, span)
