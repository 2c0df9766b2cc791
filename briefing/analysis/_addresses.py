"""Numbers of houses and codes of towns: ``via Roma 250, 20121 Milano``, ``in 10117 Berlin``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from briefing.analysis._amount import Amount
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._measures import is_measure
from briefing.analysis._naming import naming_words
from briefing.analysis._times import counts_people
from briefing.analysis._unit import Unit
from briefing.languages.language import Language
from briefing.languages.phrases import any_of

_DUTCH_TOWN = re.compile(r" [A-Z]{2} [^\W\d_a-z]")
"""The rest of a Dutch postcode, and its town: ``1012 AB Amsterdam``."""

_INITIAL = re.compile(r" [A-Z]\. ")
"""What may stand before the name of a street: 540 ``N. River`` Road."""

_DUTCH_DIGITS = 4
"""Digits before those letters."""

_POSTCODE = re.compile(r"\d{5}")

_TOWN_DIGITS = re.compile(r"\d{4,5}")

_PORTUGUESE_TOWN = re.compile(r"(?<![\w.,-])\d{4}-\Z")
"""What the last three digits of a Portuguese postcode stand behind: ``4050-``262 Porto."""

_LAST_DIGITS = 3
"""Digits behind that."""

_ROUND = 100
"""What a number is a multiple of that is more likely rounded than the code of a town."""

_ENDS_ADDRESS = re.compile(r"\s*(?:[,.;)(]|[–—-] |\Z)")


@dataclass(frozen=True, slots=True)
class _Places:
    """What stands before the number of a house or a town, at its end."""

    house: re.Pattern[str]
    road: re.Pattern[str]
    """A street behind the number of its house."""
    town: re.Pattern[str]
    to_town: re.Pattern[str]
    """What the code of a town stands behind without its street: ``in`` 10117 Berlin."""


@lru_cache(maxsize=8)
def _places(own: Language) -> _Places:
    to_house = any_of(own.names.house_joints)
    joints = any_of((*own.units.name_joints, *own.units.of_the, *own.units.of_noun))
    road = (
        rf"(?<!\w)(?:{any_of(own.names.roads)})"
        rf"(?: (?:{joints})['’]?)*(?: [^\W\d_a-zß-ÿ][\w.’'-]*(?: (?:{joints})\b)*){{0,4}}"
    )
    return _Places(
        road=re.compile(
            rf"(?: (?:{any_of(own.names.house_endings)}))?,? (?:{any_of(own.names.streets)})\b"
        ),
        house=re.compile(rf"{road},?(?: (?:{to_house}))? \Z"),
        town=re.compile(rf"{road},? \d{{1,4}}(?:[-–]\d{{1,4}})? ?[a-z]?(?:,| [-–]) (?:[A-Z]-)?\Z"),
        to_town=re.compile(
            rf"(?:(?<!\w)(?:{any_of(own.names.to_town)})|(?P<mark>,|\A)) ?\Z", re.IGNORECASE
        ),
    )


def is_in_address(before: str, after: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether it is the number of a house or the code of a town."""
    if not amount.digits.isdecimal():
        return False
    is_code = _TOWN_DIGITS.fullmatch(amount.digits) is not None
    if is_code and unit.text in _capitals(words.own):
        return True
    if _is_town(before, after, amount, words) or _is_bare_town(before, after, amount, unit, words):
        return True
    places = _places(words.own)
    is_initialled = _INITIAL.match(after) is not None
    if is_initialled and naming_words(words.own).street.match(after.lstrip()):
        return True
    is_house = not unit.is_plural and places.house.search(before) is not None
    return is_house or places.road.match(after) is not None


def _is_town(before: str, after: str, amount: Amount, words: FigureWords) -> bool:
    """Whether a number is the code of a town behind a street, or before letters: ``1012 AB``."""
    is_four = len(amount.digits) == _DUTCH_DIGITS
    if is_four and words.own.units.word_order == "inflected" and _DUTCH_TOWN.match(after):
        return True
    is_code = _TOWN_DIGITS.fullmatch(amount.digits) is not None
    return is_code and _places(words.own).town.search(before) is not None


def _is_bare_town(before: str, after: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether a number is the code of a town that is named behind it, without its street.

    Where all nouns have capitals, the code has five digits and is not rounded.
    """
    if unit.text is None or not unit.text[0].isupper() or " " in unit.text:
        return False
    if len(amount.digits) == _LAST_DIGITS and _PORTUGUESE_TOWN.search(before):
        return True
    if not _TOWN_DIGITS.fullmatch(amount.digits) or counts_people(unit, words):
        return False
    if words.own.sentences.capital_nouns and (
        not _POSTCODE.fullmatch(amount.digits) or not int(amount.digits) % _ROUND
    ):
        return False
    led = _places(words.own).to_town.search(before)
    is_known = is_measure(unit.text, words) or unit.text in words.time_units
    if led is None or is_known:
        return False
    return led["mark"] is None or bool(_ENDS_ADDRESS.match(after, 1 + len(unit.text)))


@lru_cache(maxsize=8)
def _capitals(own: Language) -> frozenset[str]:
    """The towns that each language knows."""
    return frozenset(chain.from_iterable(own.states.capitals.values()))


def is_address(amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether it is the number of a house or a town: ``12 rue de la Paix``, ``75001 Paris``."""
    if unit.text is None or not amount.digits.isdecimal():
        return False
    naming = naming_words(words.own)
    if naming.address.match(unit.text):
        return True
    is_name = not words.own.sentences.capital_nouns and unit.text[0].isupper()
    return is_name and bool(_POSTCODE.fullmatch(amount.digits) or naming.street.match(unit.text))
