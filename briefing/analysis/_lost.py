"""Verbs around a number that say that so many died: ``kamen`` 12 ``ums Leben``, 12 ``died``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._at_end import AtEnd
from briefing.analysis._figure_words import FigureWords
from briefing.languages.language import Language
from briefing.languages.phrases import any_of

_INSIDE = re.compile(r"(?<![\w.])[a-zß-ÿ]{3,} \Z")
"""A word in small letters, which is no name that the number belongs to."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Both parts of such verbs; group 1 of each is the words."""

    before: AtEnd
    """The first part, at the end of what stands before the number."""
    behind: re.Pattern[str]
    """The last part, behind the number or its noun."""
    hurt: AtEnd
    """The same of those who were hurt or taken: ``wurden`` 12."""
    hurt_behind: re.Pattern[str]
    """Its last part: wurden 12 ``verletzt``."""
    died: re.Pattern[str]
    """What says both right behind a number: in the fire 12 ``died``."""


@lru_cache(maxsize=8)
def lost_words(own: Language) -> Lost:
    """The verbs of a language. One that ends in a small word ends its clause there, or nearly."""
    words = own.shares
    sure = any_of(phrase for phrase in words.lost_behind if " " in phrase)
    goes_on = rf"\s*[.,;:!?)]|\s*\Z|\s(?:{any_of(words.lost_in)})\b"
    between = (*words.only, *words.in_all)
    only = rf"(?:(?:{any_of(between)}) )?"
    return Lost(
        before=AtEnd(lambda some: rf"(?<!\w)({some}) {only}\Z", words.lost, between),
        behind=re.compile(rf" ((?:{sure})\b|(?:{any_of(words.lost_behind)})(?={goes_on}))"),
        hurt=AtEnd(lambda some: rf"(?<!\w)({some}) {only}\Z", words.hurt, between),
        hurt_behind=re.compile(rf" (?:{any_of(words.hurt_behind)})\b"),
        died=re.compile(rf" (?:{any_of(words.died)})\b"),
    )


def tells_loss(before: str, after: str, words: FigureWords) -> bool:
    """Whether a bare number counts those who died, were hurt or taken: wurden ``12`` verletzt."""
    lost = lost_words(words.own)
    if lost.behind.match(after) and lost.before.search(before):
        return True
    if lost.hurt_behind.match(after) and lost.hurt.search(before):
        return True
    is_said = lost.died.match(after) is not None and _INSIDE.search(before) is not None
    return is_said and words.definite.search(before) is None  # "the 12 died"
