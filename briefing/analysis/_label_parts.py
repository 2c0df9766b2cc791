"""What a number means that is a part of others: six of the thirteen, five of which."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._label_counted_close import ending
from briefing.analysis._label_counted_end import end_of_said, helping
from briefing.analysis._label_counted_verbs import is_finite
from briefing.analysis._label_predicate import begins_clause
from briefing.analysis._measures import Measure
from briefing.analysis._noun_phrases import LONGEST, phrase_at_start
from briefing.analysis._place import BESIDE, Place, bare, is_part
from briefing.model.span import Span


def part_of(place: Place) -> Span | None:
    """Of how many a number is a part: ``six of the 13 victims``."""
    words, rest = place.words, list(place.after)
    if place.measure not in (Measure.NONE, Measure.SHARE):
        return None
    if not rest or rest.pop(0).low not in words.links:
        return None
    while rest and rest[0].low in words.articles:
        rest.pop(0)
    number = next((at for at, one in enumerate(rest[:BESIDE]) if words.is_number(one)), 0)
    if number:
        return _of_the_first(rest, number, place)
    if not rest or not words.is_number(rest.pop(0)):
        return None
    while rest and (rest[0].low in words.apart or rest[0].low in words.links):
        rest.pop(0)
    found = phrase_at_start(rest, words, LONGEST)
    return None if found is None else _with_predicate(found, place)


def _with_predicate(found: Span, place: Place) -> Span:
    """Of what a number is a part, with what that part is said to do: guests ``did not come``."""
    words, before = place.words, bare(place.before, place.words)
    said = [one for one in place.after if one.span.start >= found.end]
    verb = next((at for at, one in enumerate(said) if not _is_before_verb(one, place)), None)
    is_verb = verb is not None and (_is_finite(said[verb], words) or _is_negated(said, place))
    if verb is None or not is_verb or not begins_clause(before, place):
        return found
    if place.order == "postposed":
        end = ending(said, found.start, words, verb)
    else:
        end = end_of_said(said[verb:], words, LONGEST - len(found) - 1)
    return found if end is None or end - found.start > LONGEST else Span(found.start, end)


def _is_negated(said: Sequence[Token], place: Place) -> bool:
    """Whether words end in a negation, behind a verb that has no form of its own."""
    is_led = place.words.leads(said[0]) or not place.words.has_late_verbs
    return not is_led and place.phrases.negated.fullmatch(said[-1].low) is not None


def _is_before_verb(token: Token, place: Place) -> bool:
    is_negation = place.phrases.negated.fullmatch(token.low) is not None
    return token.low in place.words.clitics or is_negation


def _is_finite(token: Token, words: ClauseWords) -> bool:
    return token.is_verb or token.low in helping(words) or is_finite(token, words)


def _of_the_first(rest: Sequence[Token], number: int, place: Place) -> Span | None:
    """The same of those that come first or last: six of the ``top 25 titles``."""
    first, words = rest[0], place.words
    is_led = any(words.leads(one) or one.low in words.weak for one in rest[:number])
    if is_led or not rest[number - 1].text[0].islower():
        return None
    named = [token for token in rest[number + 1 :] if token.low not in words.links]
    most = LONGEST - (named[0].span.start - first.span.start if named else 0)
    found = phrase_at_start(named, words, most)
    return None if found is None else Span(first.span.start, found.end)


def of_which(place: Place) -> Span | None:
    """What is said of so many of those before: ``davon sind 5`` geringfügig beschäftigt."""
    words, after = place.words, place.after
    if not after or place.measure not in (Measure.NONE, Measure.SHARE) or not is_part(place):
        return None
    is_told = words.participle.fullmatch(after[-1].low) or after[-1].is_verb
    if not is_told or any(token.low in words.openers for token in after):
        return None
    said = Span(after[0].span.start, after[-1].span.end)
    return said if len(said) <= LONGEST else None
