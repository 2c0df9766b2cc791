"""Labels without what another number, or another part of the clause, is about.

A noun right before a number may be counted by the one before it: "12 cows and a debt of 5". The
whole that a number is a part of is not what its part is: "the shops are 40 of the 90 planned".
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis._clause import Token
from briefing.analysis._measures import Measure
from briefing.analysis._place import Place, bare
from briefing.model.span import Span

_NEAR = 6
"""Words before a whole in which its part stands: ``two jobs that are lost in`` three."""


def of_this(parts: Sequence[Span], place: Place) -> Sequence[Span]:
    """The parts of a label that are about this number.

    Args:
        parts: The parts, in the order of the text.
        place: The number.
    """
    if _is_whole(place):
        return [one for one in parts if one.end > place.span.start]
    return [found for one in parts if (found := _own(one, place)) is not None]


def _own(part: Span, place: Place) -> Span | None:
    if part.end <= place.span.start:
        return _without_counted(part, place)
    if part.start < place.span.end:
        return part
    return None if _is_of_aged(part, place) else _with_than(part, place)


def _is_whole(place: Place) -> bool:
    """Whether another number is a part of this one: 40 ``of the`` 90, 2 lost ``in`` 3."""
    words, rest = place.words, list(place.before)
    while rest and rest[-1].low in words.articles and rest[-1].low not in words.links:
        rest.pop()
    if len(rest) < 2 or place.measure not in (Measure.NONE, Measure.COUNT):
        return False
    if rest[-1].low in words.links and rest[-2].low[0].isdecimal():
        return True
    is_led = rest[-1].low in place.own.shares.out_of
    return is_led and any(words.is_count(one) for one in rest[-_NEAR - 1 : -1])


def _without_counted(part: Span, place: Place) -> Span | None:
    """A part without the noun or the measure of the number before it."""
    words, tokens = place.words, place.around(part)
    at = next((at for at, one in enumerate(tokens) if one.span.start == part.start), 0)
    own = [one for one in tokens[at:] if one.span.end <= part.end]
    if not at or not own or not _ends_number(tokens[:at], place):
        return part
    if own[0].low in words.measures and own[0].low not in words.conjunctions:
        return _from(own[1:], part, place)
    joint = next((n for n, one in enumerate(own) if one.low in words.conjunctions), None)
    return part if joint is None else _from(own[joint + 1 :], part, place)


def _ends_number(before: Sequence[Token], place: Place) -> bool:
    """Whether some words end in a number, or in the millions of one."""
    last = before[-1]
    is_scale = last.low in place.words.apart and last.low not in place.words.months
    return last.low[0].isdecimal() or (is_scale and len(before) > 1)


def _from(own: Sequence[Token], part: Span, place: Place) -> Span | None:
    """A part from some of its words on, without their article or link."""
    rest, small = list(own), place.words.articles | place.words.links
    while rest and rest[0].low in small:
        rest.pop(0)
    return Span(rest[0].span.start, part.end) if any(map(place.words.is_noun, rest)) else None


def _is_of_aged(part: Span, place: Place) -> bool:
    """Whether a verb tells what those of an age do: children under 12 ``pay nothing``."""
    if place.measure is not Measure.TIME:
        return False
    lead, words = bare(place.before, place.words), place.words
    first = next((one for one in place.after if one.span.start == part.start), None)
    if first is None or not first.is_verb or words.participle.fullmatch(first.low):
        return False
    is_led = bool(lead) and words.leads(lead[-1])  # "in over 5 years the herd shrank"
    return not is_led and (place.is_bound or any(map(words.is_noun, lead[-1:])))


def _with_than(part: Span, place: Place) -> Span:
    """A part with what sets it against a number that comes on top: six more ``than`` in May."""
    if not place.is_further:
        return part
    between = place.text[place.span.end : part.start]
    if between.strip().lower() not in place.own.qualifiers.than:
        return part
    return Span(place.span.end + len(between) - len(between.lstrip()), part.end)
