"""What is done to the counted: the verb before the number, and who does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._label_acts import act
from briefing.analysis._label_counted_end import helping
from briefing.analysis._label_counted_lead import before_list, whole_lead
from briefing.analysis._label_counted_turned import ends_clause, turned
from briefing.analysis._label_counted_verbs import is_participle
from briefing.analysis._label_upright import upright
from briefing.analysis._noun_phrases import GAP, LONGEST, begin_of_phrase
from briefing.analysis._place import Place, bare
from briefing.analysis._subjects import begin_of_subject
from briefing.model.span import Span

_LED = 2
"""Words before a subject: ``far the``."""

_SHORT = LONGEST - GAP
"""Characters of a clause with its noun, and what parts them."""

_ENDS = (".", "!", "?", "\n", "")
"""What ends a sentence."""


def deed(place: Place) -> Span | None:
    """The verb whose object is counted, with a short subject: ``The police found`` 3 rifles."""
    words, rest = place.words, bare(place.before, place.words)
    if not rest or _is_subject(place, rest):
        return None  # "they were told 12 men had fled"
    shared = before_list(rest, words)
    if shared is not None:
        rest = list(shared)  # "it destroyed 12 houses and 3 bridges"
        place = replace(place, before=rest)
    elif any(map(words.leads, place.before[len(rest) - 1 :])):
        return _whole(place) or _joined(place)  # "it is to be based on 4 pillars"
    owner = _owner(rest, place)
    if owner is not None:
        return owner
    done = turned(place) if words.has_late_verbs else _done(rest, place)
    if done is not None and not words.has_late_verbs:
        done = _begun(done, place)
    return None if done is None else upright(done, place)


def _begun(done: Span, place: Place) -> Span:
    """A deed from its subject on: so ``far the | board has seen`` 24 cases."""
    words = place.words
    own = [one for one in place.before if done.start <= one.span.start]
    if len(own) > _LED and own[1].low in words.articles and not words.leads(own[0]):
        return Span(own[2].span.start, done.end)
    return done


def _whole(place: Place) -> Span | None:
    """All of a clause up to the number: ``They played in`` 142 matches."""
    words, found = place.words, whole_lead(place)
    if found is None or (words.has_late_verbs and not ends_clause(place)):
        return None
    last = [one for one in place.before if words.leads(one)][-1:]
    whole = Span(found.start, max(found.end, *(one.span.end for one in last), 0))
    said = whole.of(place.text)
    inner = [one for one in place.before if whole.start <= one.span.start]
    is_idle = any(one.low in words.counted.idle for one in inner)
    has_more = "(" in said or any(map(str.isdecimal, said))
    return None if is_idle or has_more else whole


def _joined(place: Place) -> Span | None:
    """A participle that a preposition joins to the number: ``surveys completed by`` 50 people."""
    words, before = place.words, list(place.before)
    while len(before) > _LED and not words.leads(before[-1]):
        before.pop()
    if not words.plain_past or len(before) < _LED or not is_participle(before[-_LED], words):
        return None
    nouns = before[:-_LED]
    begin = begin_of_phrase(nouns, words)
    is_named = begin < len(nouns) and words.is_noun(nouns[-1])
    if not is_named or before[-_LED].low in words.counted.idle:
        return None
    found = Span(nouns[begin].span.start, before[-1].span.end)
    return found if len(found) <= _SHORT - len(place.unit or "") else None


def _done(rest: Sequence[Token], place: Place) -> Span | None:
    """The same where verbs stand right before their object."""
    words, whole = place.words, act(place)
    if rest[-1].low in words.counted.idle:
        return None  # "the fire left 2 houses | charred ruins"
    is_doing = words.counted.gerund.fullmatch(rest[-1].low) is not None
    if whole is None:
        return _doing(rest, words) if is_doing else _longer(rest, place)
    first = next(at for at, one in enumerate(rest) if one.span.start == whole.start)
    lead = first - (first > 0 and rest[first - 1].low in words.articles)
    if is_doing and any(map(words.leads, rest[first:-1])):
        return _doing(rest, words)
    is_led = lead > 0 and words.leads(rest[lead - 1])  # "the EU as | a whole has seen"
    return _alone(rest, place) if is_led else whole


def _longer(rest: Sequence[Token], place: Place) -> Span | None:
    """All of a clause that ends in a verb, if it is short; else the verb."""
    whole = _whole(place)
    is_short = whole is not None and len(whole) + len(place.unit or "") < _SHORT
    return whole if is_short else _alone(rest, place)


def _is_subject(place: Place, rest: Sequence[Token]) -> bool:
    """Whether a verb behind the counted makes them its subject, and the words before it idle."""
    words, after = place.words, place.after
    is_verb = bool(after) and after[0].is_verb and not words.participle.fullmatch(after[0].low)
    is_beside = is_verb and not place.text[place.span.end : after[0].span.start].strip()
    if not is_beside or words.has_late_verbs:
        return False
    if words.counted.gerund.fullmatch(rest[-1].low):
        return rest[-1].low in words.counted.sayings  # "a plane carrying 12 people crashed"
    return not any(map(words.opens_inner, rest))  # "the storm that hit 12 towns was"


def _alone(rest: Sequence[Token], place: Place) -> Span | None:
    """The verb without who does it: what was done to the counted, where it may be read so."""
    words, begin = place.words, len(rest)
    while begin and (rest[begin - 1].is_verb or is_participle(rest[begin - 1], words)):
        begin -= 1
    verbs = rest[begin:]
    if not verbs or verbs[-1].low in words.counted.idle:
        return None
    return _doing(rest, words) or _undergone(verbs, words)


def _doing(rest: Sequence[Token], words: ClauseWords) -> Span | None:
    """What does something with the counted: men looking for a ``plane carrying`` 12 people."""
    last = len(rest) - 1
    near = next((at for at in range(last, 0, -1) if rest[at - 1].low in words.articles), last)
    is_noun = near < last and not any(one.is_verb or words.leads(one) for one in rest[near:last])
    if not is_noun or not words.counted.gerund.fullmatch(rest[-1].low):
        return None
    return Span(rest[near].span.start, rest[-1].span.end)


def _undergone(verbs: Sequence[Token], words: ClauseWords) -> Span | None:
    """The last of some verbs, where it is a participle: ``had reported`` 12 cases."""
    last = verbs[-1]
    is_done = words.participle.fullmatch(last.low) or (
        len(verbs) > 1 and verbs[-2].low in words.helpers
    )
    is_doing = words.counted.gerund.fullmatch(last.low) is not None  # "they are fielding 12 teams"
    return last.span if is_done and not is_doing and last.low not in helping(words) else None


def _owner(rest: Sequence[Token], place: Place) -> Span | None:
    """Who has what is counted, or is it: ``The house has`` 12 rooms."""
    words, begin = place.words, len(rest) - 1
    if begin < 1 or not _owns(rest[-1], place) or is_participle(rest[begin - 1], words):
        return None  # "among those who survived were 3 cooks"
    first = begin_of_subject(rest[:begin], words)
    return None if first is None else Span(rest[first].span.start, rest[-1].span.end)


def _owns(verb: Token, place: Place) -> bool:
    """Whether a verb that others follow has its number as object, so that none follows."""
    words = place.words
    if not words.has_late_verbs:
        return verb.low in words.helpers or verb.low in words.copulas
    end = place.after[-1].span.end if place.after else place.span.end
    is_last = place.text[end : end + 1] in _ENDS and ends_clause(place)
    return is_last and verb.low in words.frames and verb.low not in words.copulas
