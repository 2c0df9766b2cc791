"""Parts that stand without their whole, which was named before: "40 hurt, a third were children".

A bare part may be something else: a third person, the northern half. What stands around it tells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._at_end import AtEnd
from briefing.languages.language import Language
from briefing.languages.phrases import any_of
from briefing.model.span import Span

_BEFORE = 48
"""Characters before a part that are looked at."""

_CLAUSE_ENDS = re.compile(r"\s*(?:[.,;:)]|\Z)")


@dataclass(frozen=True, slots=True)
class _Around:
    """What tells a part around it."""

    verbs: re.Pattern[str]
    """Behind it: a third ``were``."""
    half_verbs: re.Pattern[str]
    """The same behind a half, which is no third person: ``la mitad ha``."""
    of_which: AtEnd
    """Before it: ``dont`` la moitié."""
    bound: AtEnd
    """A qualifier before it: ``more than`` half."""
    limit: AtEnd
    """One that says on which side of it: più della ``metà``, not intorno a metà gara."""


@lru_cache(maxsize=8)
def _around(own: Language) -> _Around:
    words, before = own.shares, own.qualifiers.before
    limits = {*before["over"], *before["under"]}
    bounds = {*before["about"], *before["over"], *before["under"]} - {*own.qualifiers.spatial}
    return _Around(
        verbs=re.compile(rf" (?:{any_of(words.part_verbs)})(?!\w)"),
        half_verbs=re.compile(rf" (?:{any_of((*words.part_verbs, *words.half_verbs))})(?!\w)"),
        of_which=AtEnd(lambda some: rf"(?<!\w)(?:{some}) \Z", words.of_which),
        limit=AtEnd(lambda some: rf"(?<!\w)(?:{some})(?:(?<=['’])| )\Z", limits),
        bound=AtEnd(lambda some: rf"(?<!\w)(?:{some})(?:(?<=['’])| )\Z", bounds),
    )


def is_bound(text: str, part: Span, own: Language) -> bool:
    """Whether a qualifier stands right before a part: più della ``metà``."""
    before = text[max(0, part.start - _BEFORE) : part.start]
    return _around(own).limit.search(before) is not None


def stands_alone(text: str, part: Span, own: Language, *, is_half: bool) -> bool:
    """Whether a part without its whole is one of what was named before.

    Args:
        text: A line of the text.
        part: Where the part stands in it.
        own: The language.
        is_half: Whether it is a half.
    """
    around = _around(own)
    if (around.half_verbs if is_half else around.verbs).match(text, part.end):
        return True
    before = text[max(0, part.start - _BEFORE) : part.start]
    bound = around.bound.search(before)
    if bound is not None and (is_half or _CLAUSE_ENDS.match(text, part.end)):
        return True
    return around.of_which.search(before if bound is None else before[: bound.start()]) is not None
