"""Pieces behind an amount of money that only say where or whose it was: ``in Leeds``."""

from __future__ import annotations

from briefing.analysis._clause import Token
from briefing.analysis._measures import Measure
from briefing.analysis._place import Place
from briefing.model.span import Span


def tells_where(piece: Span, place: Place) -> bool:
    """Whether a piece behind an amount of money only names a place: $3 million ``in Leeds``.

    So does one that names whose it was, 3 milliards ``de Washington``, or when.
    """
    words = place.words
    if place.measure is not Measure.MONEY or piece.start < place.span.end:
        return False
    rest = [token for token in place.after if token.span.start < piece.end]
    begin = next((at for at, token in enumerate(rest) if token.span.end > piece.start), None)
    if begin is None:
        return False
    is_led = begin > 0 and rest[begin].text[0].isupper()
    first, *rest = rest[begin - is_led :]
    is_placed = first.low in place.phrases.places
    if any(one.low in words.measures and one.low not in words.links for one in rest):
        return is_placed  # "no ano passado"
    if words.has_capital_nouns or any(map(_is_number, (*place.before, *place.after))):
        return False  # "$3 million in Leeds and 4 million in York"
    while rest and rest[0].low in words.articles:
        rest.pop(0)
    is_whose = first.low in words.links and not words.plain_past
    return (is_placed or is_whose) and all(one.text[0].isupper() for one in rest)


def _is_number(token: Token) -> bool:
    return token.low[0].isdecimal()
