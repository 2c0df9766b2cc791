"""The rest of what a clause says behind a number: ``to help | the pupils``, ``Rome | and Bari``."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._measures import Measure
from briefing.analysis._noun_phrases import LONGEST, begin_of_phrase, phrase_at_start
from briefing.analysis._place import Place
from briefing.model.span import Span

_FEWEST = 5
"""Words of a phrase of its own with its comma, preposition and article."""

_ARTICLE = 6
"""Characters that an article may add to a label."""


def with_rest(found: Span, tokens: Sequence[Token], words: ClauseWords) -> Span:
    """A piece with the object of the verb that it ends in, or the second of two names.

    Args:
        found: The piece.
        tokens: The words behind the number.
        words: Those of the language.
    """
    own = [token for token in tokens if found.start <= token.span.start < found.end]
    rest = [token for token in tokens if token.span.start >= found.end]
    if not own or not rest or words.has_capital_nouns:
        return found
    if own[-1].text[0].isupper():
        return _with_name(found, rest, words)
    is_act = words.nonfinite.fullmatch(own[-1].low) is not None
    return _with_object(found, rest, words) if is_act and rest[0].low in words.articles else found


def _with_name(found: Span, rest: Sequence[Token], words: ClauseWords) -> Span:
    is_joined = len(rest) > 1 and rest[0].low in words.conjunctions
    if not is_joined or not (rest[1].text[0].isupper() and rest[1].text.isalpha()):
        return found
    if len(rest) > 2 and (rest[2].is_verb or rest[2].low in words.helpers):
        return found  # "for Rome and Bari paid"
    both = Span(found.start, rest[1].span.end)
    return both if len(both) <= LONGEST else found


def _with_object(found: Span, rest: Sequence[Token], words: ClauseWords) -> Span:
    behind = list(rest)
    while behind and behind[0].low in words.articles:
        behind.pop(0)
    more = phrase_at_start(behind, words, LONGEST - len(found) - _ARTICLE)
    return found if more is None else Span(found.start, more.end)


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


def behind_report(tokens: Sequence[Token], begin: int, end: int, words: ClauseWords) -> int:
    """Where a piece begins behind who says it: ``a expliqué que cette | pièce``."""
    for at in range(begin, end - 1):
        token = tokens[at]
        is_that = token.low in words.openers and token.low in words.weak
        if at > begin and is_that and token.low not in words.conjunctions:
            return at + 1 + (tokens[at + 1].low in words.articles)
        if not _is_act(token, words) and token.low not in words.helpers:
            break
    return begin


def _is_act(token: Token, words: ClauseWords) -> bool:
    return token.is_verb or words.participle.fullmatch(token.low) is not None


def behind_comma(tokens: Sequence[Token], begin: int, end: int, words: ClauseWords) -> int:
    """Where a piece begins behind another phrase: ``Lanson, pour une | facture s'élevant``."""
    comma = next((at for at in range(end - 1, begin, -1) if tokens[at].low == ","), None)
    if comma is None or words.plain_past or words.has_late_verbs or end - comma < _FEWEST:
        return begin
    is_led = words.leads(tokens[comma + 1]) and tokens[comma + 2].low in words.articles
    behind = tokens[comma + 3 : end]
    lows = [one.low.rpartition("'")[2] for one in behind]
    has_act = any(_is_act(one, words) for one in behind) or any(
        map(words.nonfinite.fullmatch, lows)
    )
    return comma + 3 if is_led and has_act and words.is_noun(behind[0]) else begin


def counts_other(tokens: Sequence[Token], words: ClauseWords) -> bool:
    """Whether some words begin with another count that is joined to more: ``três e feriu``."""
    low = tokens[0].low
    is_count = low not in words.articles and words.numbers.fullmatch(low) is not None
    return is_count and any(token.low in words.conjunctions for token in tokens)


def parts(tokens: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """Whether a word begins another clause, or what stands for one: ``it rises, with Rome at``."""
    low = tokens[at].low
    if low in words.gaps and tokens[at - 1].low == ",":
        return True
    is_joint = low in words.conjunctions
    if low in words.openers and not is_joint and tokens[at - 1].low in words.conjunctions:
        return True  # "diputado y donde obtuvo"
    if low not in words.openers or low in words.weak:
        return False
    is_small = low in words.conjunctions or low in words.prepositions or low in words.inside
    return not is_small or (at + 1 < len(tokens) and tokens[at + 1].low in words.weak)


def before_negation(tokens: Sequence[Token], begin: int, end: int, place: Place) -> int:
    """Where a piece begins whose first word is negated: ``alimentari non | lavorati``."""
    words = place.words
    is_negated = begin > 1 and tokens[begin - 1].low in place.phrases.negations
    if not is_negated or tokens[begin].is_verb or not words.is_noun(tokens[begin - 2]):
        return begin
    head = begin_of_phrase(tokens[: begin - 1], words)
    while head < begin - 2 and words.is_small(tokens[head]):
        head += 1
    is_short = tokens[end - 1].span.end - tokens[head].span.start <= LONGEST
    return head if is_short else begin - 2
