"""Whether "up to" says where a change ended, and bounds no number: ``de omzet steeg tot`` 7 %."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.analysis._figure_words import FigureWords
from briefing.analysis._measures import Measure, measure_of
from briefing.analysis._shares import is_count
from briefing.analysis._unit import Unit
from briefing.languages.language import Language
from briefing.languages.phrases import any_of


@lru_cache(maxsize=8)
def _led(own: Language) -> re.Pattern[str]:
    """Up to two words may stand between, or by how much and when: ``fell by 12 % in 2025`` to."""
    percent = any_of((*own.units.percent, *own.units.points, "%"))
    ands, verbs = any_of(own.lists.conjunctions), any_of(own.qualifiers.leading)
    share = rf"[^.;:!?()]{{0,50}}\d\s?(?:{percent})(?:(?! (?:{ands}) ) \w+){{0,4}},?"
    return re.compile(rf"(?<!\w)(?:{verbs})(?:(?: [^\W\d_]+){{0,2}}|{share}) \Z", re.IGNORECASE)


@lru_cache(maxsize=8)
def _link(own: Language) -> re.Pattern[str]:
    """What makes it an attribute of the noun before: cuts ``of`` up to 70 %."""
    return re.compile(rf"(?<!\w)(?:{any_of(own.labels.links)}) \Z", re.IGNORECASE)


def is_led(phrase: str, before: str, unit: Unit, words: FigureWords) -> bool:
    """Whether something came to a number, or there are so many of them now.

    Args:
        phrase: What stands before the number, in small letters.
        before: What stands before that.
        unit: What the number counts.
        words: Those of the language.
    """
    own = words.own
    if phrase not in own.qualifiers.led_to or _link(own).search(before):
        return False
    if _led(own).search(before):
        return True
    is_sum = measure_of(unit.text, words) in (Measure.SHARE, Measure.MONEY, Measure.TIME)
    return not is_sum and is_count(f"{before}{phrase} ", words)
