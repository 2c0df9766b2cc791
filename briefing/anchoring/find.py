"""Finding a quote as it was written: letter by letter, else in another spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.anchoring.whole_words import whole_words
from briefing.model.span import Span
from briefing.text.fold import Folded, fold, fold_text

_LINE_END = re.compile(r"(?<=[^\W\d_])- (?=[^\W\d_])")


def find_quote(text: str, quote: str, before: str = "", after: str = "") -> list[Span]:
    """Every place of a quote.

    Places that agree letter by letter come alone; only where there is none are case, quotation
    marks, dashes and spaces ignored.

    Args:
        text: The reading text.
        quote: The passage. Empty, or blank, it is nowhere.
        before: What stood before it, to tell repeated quotes apart.
        after: What stood after it.

    Returns:
        Best context first, then in the order of the text; overlapping copies count once. Those
        inside a longer number come only where there are no others.
    """
    if not quote.strip():
        return []
    places = [Span(at, at + len(quote)) for at in occurrences(text, quote)]
    places = _whole(text, places or _folded_places(text, quote))
    if not (before or after) or len(places) < 2:
        return places
    left, right = fold_text(before), fold_text(after)
    return sorted(places, key=lambda place: -context_agreement(text, place, left, right))


def _whole(text: str, places: list[Span]) -> list[Span]:
    """The places that cut no number, or all."""
    return [place for place in places if whole_words(text, place) == place] or places


def occurrences(text: str, part: str) -> Iterator[int]:
    """Where ``part`` begins in ``text``, without overlaps."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + len(part))


def context_agreement(text: str, place: Span, before: str, after: str) -> int:
    """How many folded characters around a place agree with ``before`` and ``after`` (folded)."""
    reach = 2 * max(len(before), len(after)) + 8
    left = fold_text(text[max(0, place.start - reach) : place.start]).rstrip()
    right = fold_text(text[place.end : place.end + reach]).lstrip()
    return _common_prefix(left[::-1], before.rstrip()[::-1]) + _common_prefix(right, after.lstrip())


def _folded_places(text: str, quote: str) -> list[Span]:
    wanted = fold_text(quote).strip()
    if not wanted:
        return []
    folded = _fold_once(text)
    places = [(at, at + len(wanted)) for at in occurrences(folded.text, wanted)]
    if not places:
        places = [match.span() for match in _parted(wanted).finditer(folded.text)]
    return [folded.source_span(*place) for place in places]


def _parted(wanted: str) -> re.Pattern[str]:
    """A pattern for folded words, any of which may have been hyphenated at the end of a line."""
    whole = _LINE_END.sub("", wanted)
    pattern = "".join(map(_with_line_end, whole, f"{whole[1:]} "))
    return re.compile(pattern)


def _with_line_end(char: str, following: str) -> str:
    if char == "-":
        return "- ?"
    return re.escape(char) + ("(?:- )?" if char.isalpha() and following.isalpha() else "")


@lru_cache(maxsize=4)
def _fold_once(text: str) -> Folded:
    """A front matter asks for dozens of quotes in one text."""
    return fold(text)


def _common_prefix(one: str, other: str) -> int:
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))
