"""What is said of things that are counted: ``homes collapsed``, ``found … rifles``.

The unit already tells what is counted. A label adds what these are or do, or what was done to
them, where the words right beside the number tell it: a predicate, a participle, a clause that
begins with a pronoun, or the verb that has the number as its object.
"""

from __future__ import annotations

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._label_counted_before import said_postposed
from briefing.analysis._label_counted_deed import deed
from briefing.analysis._label_counted_end import end_of_said, helping, is_participle
from briefing.analysis._label_counted_late import late
from briefing.analysis._label_predicate import begins_clause
from briefing.analysis._label_upright import upright
from briefing.analysis._noun_phrases import LONGEST
from briefing.analysis._place import Place, bare
from briefing.model.span import Span

_GAP = 3
"""Characters between two parts of a label."""

_HYPHENS = ("-", "\u2010", "\u2011")


def said_of_counted(place: Place) -> tuple[Span, ...]:
    """The noun that is counted with what is said of it, in one or two parts of the text.

    There are none where no words beside the number say that surely.
    """
    unit = _unit(place)
    if unit is None:
        return ()
    if ends := _lost(place):
        return ends
    if place.order == "postposed":
        return said_postposed(place, unit)
    rules = () if _is_parted(place) else (_predicate, _participle, _relative, late)
    for look in rules:
        end = look(place)
        if end is not None and end - unit.start <= LONGEST:
            return (Span(unit.start, end),)
    done = deed(place)
    done = None if done is None else upright(done, place)
    is_short = done is not None and len(done) + _GAP + len(unit) <= LONGEST
    return (done, unit) if done is not None and is_short else ()


def _lost(place: Place) -> tuple[Span, ...]:
    """Both parts of a verb that says that the counted died: ``kamen … ums Leben``."""
    begin = place.before[0].span.start if place.before else place.span.start
    last = place.phrases.lost.behind.match(place.text, place.span.end)
    first = place.phrases.lost.before.search(place.text[begin : place.span.start]) if last else None
    if last is None or first is None:
        return ()
    return (Span(begin + first.start(1), begin + first.end(1)), Span(*last.span(1)))


def _unit(place: Place) -> Span | None:
    """Where the noun stands that is counted, if its number ends in it."""
    unit, text, end = place.unit or "", place.text, place.span.end
    begin = end - len(unit)
    is_compound = text[begin - 1 : begin] in _HYPHENS  # "the 190-country agency"
    is_last = bool(unit) and text.startswith(unit, begin) and not is_compound
    return Span(begin, end) if is_last else None


def _is_parted(place: Place) -> bool:
    """Whether a mark stands between a number and the words behind it."""
    after = place.after
    return not after or bool(place.text[place.span.end : after[0].span.start].strip())


def _predicate(place: Place) -> int | None:
    """The end of what the counted are said to do or be: homes ``collapsed in May``."""
    words, after, lead = place.words, place.after, _lead(place)
    if not (after[0].is_verb or after[0].low in helping(words)):
        return None
    is_said = bool(lead) and _is_finite(lead[-1], words)  # "they said 12 rooms were empty"
    return end_of_said(after, words) if is_said or begins_clause(lead, place) else None


def _is_finite(token: Token, words: ClauseWords) -> bool:
    """Whether a word is surely a verb that has a clause as its object, where verbs stand early."""
    is_other = words.participle.fullmatch(token.low) or words.nonfinite.fullmatch(token.low)
    return token.is_verb and not words.has_late_verbs and not is_other


def _lead(place: Place) -> list[Token]:
    """The words before a number, but for those that only lead to it: ``a total of``."""
    rest = bare(place.before, place.words)
    if len(rest) > 1 and rest[-1].low in place.words.links and rest[-2].low in place.words.vague:
        return bare(rest[:-2], place.words)
    return rest


def _participle(place: Place) -> int | None:
    """The end of a participle that tells what was done to the counted: people ``arrested``."""
    words, after = place.words, place.after
    has_object = words.plain_past and len(after) > 1 and words.is_noun(after[1])
    if has_object or not is_participle(after[0], words):
        return None  # "a plane with 12 people crashed, blocking the road", "left its track"
    return end_of_said(after, words)


def _relative(place: Place) -> int | None:
    """The end of a clause behind a pronoun: doctors ``who walked on the beach``."""
    words, after = place.words, place.after
    if len(after) < 2 or words.has_late_verbs:
        return None
    low = after[0].low
    is_pronoun = low in words.weak and low in words.openers and low not in words.conjunctions
    goes_on = any(map(words.opens_inner, after[1:]))
    return end_of_said(after[1:], words) if is_pronoun and not goes_on else None
