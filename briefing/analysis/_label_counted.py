"""What is said of things that are counted: ``homes collapsed``, ``found … rifles``.

The unit already tells what is counted. A label adds what these are or do, or what was done to
them, where the words right beside the number tell it: a predicate, a participle, a clause that
begins with a pronoun, or the verb that has the number as its object.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._label_acts import act
from briefing.analysis._label_cut import cut
from briefing.analysis._label_predicate import begins_clause
from briefing.analysis._label_upright import upright
from briefing.analysis._noun_phrases import LONGEST
from briefing.analysis._place import Place, bare
from briefing.model.span import Span

_GAP = 3
"""Characters between two parts of a label."""

_HYPHENS = ("-", "\u2010", "\u2011")

_FEW = 3
"""Words before another number that may only lead to it: ``in the last`` 48 hours."""


def said_of_counted(place: Place) -> tuple[Span, ...]:
    """The noun that is counted with what is said of it, in one or two parts of the text.

    There are none where no words beside the number say that surely.
    """
    unit = _unit(place)
    if unit is None:
        return ()
    rules = () if _is_parted(place) else (_predicate, _participle, _relative, _late)
    for look in rules:
        end = look(place)
        if end is not None and end - unit.start <= LONGEST:
            return (Span(unit.start, end),)
    done = _deed(place)
    done = None if done is None else upright(done, place)
    is_short = done is not None and len(done) + _GAP + len(unit) <= LONGEST
    return (done, unit) if done is not None and is_short else ()


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
    if not (after[0].is_verb or after[0].low in _helping(words)):
        return None
    is_said = bool(lead) and _is_finite(lead[-1], words)  # "they said 12 rooms were empty"
    return _end(after, words) if is_said or begins_clause(lead, place) else None


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
    if has_object or not _is_participle(after[0], words):
        return None  # "a plane with 12 people crashed, blocking the road", "left its track"
    return _end(after, words)


def _relative(place: Place) -> int | None:
    """The end of a clause behind a pronoun: doctors ``who walked on the beach``."""
    words, after = place.words, place.after
    if len(after) < 2 or words.has_late_verbs:
        return None
    low = after[0].low
    is_pronoun = low in words.weak and low in words.openers and low not in words.conjunctions
    goes_on = any(map(words.opens_inner, after[1:]))
    return _end(after[1:], words) if is_pronoun and not goes_on else None


def _late(place: Place) -> int | None:
    """The end of a clause that its verb ends: Gestern wurden 12 Bäume ``im Park gefällt``."""
    words, after, lead = place.words, place.after, bare(place.before, place.words)
    if not lead or lead[-1].low not in words.frames:
        return None
    is_clear = all(one.low[0].isalpha() and not words.opens_inner(one) for one in after)
    return after[-1].span.end if is_clear and _is_participle(after[-1], words) else None


def _end(said: Sequence[Token], words: ClauseWords) -> int | None:
    """Where the words behind a number may end that say what the counted do or are."""
    whole = cut(said, words)
    end = said[-1].span.end if whole is None else whole.end
    stop = next((at for at, one in enumerate(said) if at and _is_beyond(one, words)), len(said))
    kept = [one for one in said[:stop] if one.span.end <= end]
    if words.has_late_verbs and len(kept) < len(said):
        return None  # the verb is yet to come
    if stop < len(said) and _is_number(said[stop], words):
        kept = _without_lead(kept, words)
    while kept and _is_open(kept[-1], words):
        kept.pop()
    is_told = any(one.low not in _helping(words) for one in kept)
    return kept[-1].span.end if is_told else None


def _is_beyond(token: Token, words: ClauseWords) -> bool:
    """Whether another number, clause or thing begins with a word."""
    is_next = token.low in words.conjunctions or not token.low[0].isalpha()
    is_inner = words.opens_inner(token) and not words.leads(token)
    return is_next or is_inner or _is_number(token, words)


def _is_number(token: Token, words: ClauseWords) -> bool:
    is_spelled = words.numbers.fullmatch(token.low) is not None
    return token.low[0].isdecimal() or (is_spelled and token.low not in words.articles)


def _without_lead(kept: list[Token], words: ClauseWords) -> list[Token]:
    """What is said, without the words at its end that lead to the next number."""
    near = range(len(kept) - 1, max(0, len(kept) - 1 - _FEW), -1)
    joint = next((at for at in near if words.leads(kept[at]) or kept[at].low in words.links), None)
    return kept[:joint]


def _is_open(token: Token, words: ClauseWords) -> bool:
    """Whether a word cannot be the last of a label."""
    low = token.low
    is_small = words.is_small(token) or words.leads(token) or low in words.openers
    is_joint = low in words.conjunctions or low in words.qualifiers or low in words.months
    return is_small or is_joint or words.adverb.fullmatch(low) is not None


def _is_participle(token: Token, words: ClauseWords) -> bool:
    is_other = token.low in words.stop or words.leads(token) or words.adverb.fullmatch(token.low)
    has_form = words.participle.fullmatch(token.low) is not None
    return has_form and not is_other and token.text[0].islower()


def _deed(place: Place) -> Span | None:
    """The verb whose object is counted, with a short subject: ``The police found`` 3 rifles."""
    words, rest = place.words, bare(place.before, place.words)
    if words.has_late_verbs and not _ends_clause(place):
        return None  # "sie machten 3 Fehler | dafür verantwortlich"
    whole = act(place)
    if whole is not None:
        return whole
    begin = len(rest)
    while begin and (rest[begin - 1].is_verb or _is_participle(rest[begin - 1], words)):
        begin -= 1
    verbs = rest[begin:]
    is_first = not begin or rest[begin - 1].low in words.openers or rest[begin - 1].low == ","
    if all(one.low in _helping(words) for one in verbs) or not (verbs[0].is_verb or is_first):
        return None  # "ils ont fait | leur entrée"
    return Span(verbs[0].span.start, verbs[-1].span.end)


def _ends_clause(place: Place) -> bool:
    """Whether no verb or part of one can stand at the end of a clause, behind the number."""
    after = place.after
    return not after or (place.words.has_capital_nouns and after[-1].text[0].isupper())


@lru_cache(maxsize=8)
def _helping(words: ClauseWords) -> frozenset[str]:
    """Verbs that say nothing alone."""
    return words.copulas | words.helpers | words.modals | words.frames
