"""Verbs in two parts that say that people died, around their number: ``kamen`` 12 ``ums Leben``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._at_end import AtEnd
from briefing.languages.language import Language
from briefing.languages.phrases import any_of


@dataclass(frozen=True, slots=True)
class Lost:
    """Both parts of such verbs; group 1 of each is the words."""

    before: AtEnd
    """The first part, at the end of what stands before the number."""
    behind: re.Pattern[str]
    """The last part, behind the number or its noun."""


@lru_cache(maxsize=8)
def lost_words(own: Language) -> Lost:
    """The verbs of a language. One that ends in a small word ends its clause there, or nearly."""
    words = own.shares
    sure = any_of(phrase for phrase in words.lost_behind if " " in phrase)
    goes_on = rf"\s*[.,;:!?)]|\s*\Z|\s(?:{any_of(words.lost_in)})\b"
    return Lost(
        before=AtEnd(lambda some: rf"(?<!\w)({some}) \Z", words.lost),
        behind=re.compile(rf" ((?:{sure})\b|(?:{any_of(words.lost_behind)})(?={goes_on}))"),
    )
