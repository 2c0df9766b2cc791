"""What a number means that stands alone behind a colon: the words before it."""

from __future__ import annotations

import re

from briefing.analysis._clause_around import tokens_before
from briefing.analysis._noun_phrases import LONGEST, phrase_at_end
from briefing.analysis._place import Place, bare
from briefing.model.span import Span

_COLON = re.compile(r"\w(\s?:\s)[^:\n]*\Z")

_LINE = re.compile(r"(?:^|\n)[ \t]*(?:[-–•*] +)?\Z")
"""What begins a line, which may be an entry of a list."""

_REACH = 40
"""Characters between a colon and its number: those that say how exact it is."""


def headed(place: Place) -> Span | None:
    """The heading of a row or line: ``Price of a photograph: $300``."""
    if bare(place.before, place.words):
        return None
    start = max(0, place.span.start - _REACH)
    colon = _COLON.search(place.text, start, place.span.start)
    if colon is None or (place.before and place.before[0].span.start < colon.end(1)):
        return None
    head = tokens_before(place.text, colon.start(1), place.words)
    while head and head[0].low in place.words.articles:
        head.pop(0)
    if not head or any(token.is_verb for token in head):
        return None
    whole = Span(head[0].span.start, head[-1].span.end)
    if _LINE.search(place.text, max(0, whole.start - _REACH), whole.start):
        return whole if len(whole) <= LONGEST and any(map(place.words.is_noun, head)) else None
    found = None if head[-1].low[0].isdecimal() else phrase_at_end(head, place.words)
    return found if found is not None and found == whole and len(whole) <= LONGEST else None
