"""What is said of the counted where verbs stand late: at the end, or before their subject."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._label_acts import act
from briefing.analysis._label_counted_end import helping, is_participle
from briefing.analysis._label_predicate import begins_clause
from briefing.analysis._noun_phrases import LONGEST, begin_of_phrase
from briefing.analysis._place import Place, bare
from briefing.analysis._subjects import stands_alone
from briefing.model.span import Span

_CLAUSE = 3
"""Words between two parts of a verb, at least."""

_GAP = 3
"""Characters between two parts of a label."""


def late(place: Place, most: int) -> int | None:
    """The end of a clause that its verb ends: Gestern wurden 12 Bäume ``im Park gefällt``."""
    words, after = place.words, place.after
    if not words.has_late_verbs or not is_undergone(place) or not words.leads(after[0]):
        return None
    done = _last_done(after, words)
    if done is None or after[done].span.end - after[0].span.start > most:
        return None
    return after[done].span.end


def _last_done(after: Sequence[Token], words: ClauseWords) -> int | None:
    """Where the participle that ends a clause stands, or the verb "be" behind it."""
    if any(one.low in words.conjunctions or words.opens_inner(one) for one in after):
        return None
    last = len(after) - 1
    if last and after[last].low in words.copulas:
        last -= 1
    is_done = is_participle(after[last], words)
    bare_noun = any(
        one.low in words.articles and not words.leads(after[at - 1])
        for at, one in enumerate(after[:last])
    )
    return None if not is_done or bare_noun else len(after) - 1


def is_undergone(place: Place) -> bool:
    """Whether the participle at the end of the clause tells what was done to the counted.

    No preposition leads to them, and a verb that frames the clause stands before them or at its
    end; or it is a headline, without any verb.
    """
    words, lead, after = place.words, bare(place.before, place.words), place.after
    if lead and words.leads(lead[-1]):
        return False
    verbs = [one for one in place.before if one.is_verb or one.low in helping(words)]
    if lead and lead[-1].low in words.conjunctions and _is_led(lead, verbs, words):
        return False
    if len(after) > 1 and after[-1].low in words.frames | words.copulas:
        return True
    if not verbs:
        return not lead  # a headline
    done = next((one for one in reversed(after) if is_participle(one, words)), None)
    may_be_other = done is not None and words.counted.infinitive.fullmatch(done.low) is not None
    frames = words.copulas if may_be_other else words.frames | words.copulas
    return verbs[-1].low in frames and not _is_inner(lead, verbs[-1], words)


def _is_led(lead: Sequence[Token], verbs: Sequence[Token], words: ClauseWords) -> bool:
    """Whether a preposition stands between the last verb and what is joined to the number."""
    start = verbs[-1].span.start if verbs else 0
    return not verbs or any(words.leads(one) for one in lead if one.span.start > start)


def _is_inner(lead: Sequence[Token], verb: Token, words: ClauseWords) -> bool:
    """Whether a mark or another clause stands between a verb and the number."""
    behind = [one for one in lead if one.span.start > verb.span.start]
    return any(not one.low[0].isalnum() or words.opens_inner(one) for one in behind)


def torn(place: Place) -> tuple[Span, ...]:
    """The verb behind the counted and the participle at the end, where all is too long.

    ``Menschen wurden | seit Beginn der Arbeiten am neuen Bahnhof | bei Unfällen verletzt``.
    """
    words, after = place.words, place.after
    first = next((at for at, one in enumerate(after) if _is_any_verb(one, words)), None)
    if not words.has_late_verbs or first is None or not _frames(after[first], words):
        return ()
    is_led = first == 0 or words.leads(after[0])
    if not is_led or not begins_clause(bare(place.before, words), place):
        return ()
    done = next((at for at, one in enumerate(after) if at > first and _is_done(one, words)), None)
    if done is None or done - first <= _CLAUSE:
        return ()
    if any(_parts(one, place) for one in after[first + 1 : done]):
        return ()
    has_more = len(after) > done + 1 and after[done + 1].low in words.copulas
    is_modal = after[first].low not in words.copulas | words.helpers
    if is_modal and not has_more:
        return ()  # "müssen evakuiert | und verteilt werden"
    return _in_two(place, first, done, after[done + has_more].span.end)


def _in_two(place: Place, first: int, done: int, end: int) -> tuple[Span, ...]:
    """The two parts of a verb, with what is counted and what leads to the second, if short."""
    words, after = place.words, place.after
    frame = after[first].span
    unit = place.span.end - len(place.unit or "") if first == 0 else frame.start
    last = [at for at in range(first + 1, done) if words.leads(after[at])][-1:]
    last = [at for at in last if after[at].low not in words.links]
    for at in (*last, done):
        if at == done and after[done].low in words.counted.idle:
            return ()  # "ins Spital | gebracht"
        for start in (unit, frame.start):
            if frame.end - start + _GAP + end - after[at].span.start <= LONGEST:
                return Span(start, frame.end), Span(after[at].span.start, end)
    return ()


def _is_any_verb(token: Token, words: ClauseWords) -> bool:
    return token.is_verb or token.low in helping(words)


def _frames(token: Token, words: ClauseWords) -> bool:
    return token.low in words.frames or token.low in words.copulas


def _is_done(token: Token, words: ClauseWords) -> bool:
    return is_participle(token, words) and not words.counted.infinitive.fullmatch(token.low)


def _parts(token: Token, place: Place) -> bool:
    """Whether a negation, a joint or another verb stands between two parts of a verb."""
    words, low = place.words, token.low
    is_joint = low in words.conjunctions or words.opens_inner(token) or not low[0].isalnum()
    is_denied = place.phrases.negated.fullmatch(token.text) is not None
    return is_joint or is_denied or token.is_verb


def turned(place: Place) -> Span | None:
    """The verb before the counted, with who does it: ``meldete die Polizei`` 50 Einsätze."""
    words, rest = place.words, bare(place.before, place.words)
    if not _ends_clause(place):
        return None
    whole = act(place)
    if whole is not None:
        return None if rest[-1].low in words.counted.idle else whole
    at = _only_verb(rest, words)
    rest = rest if at is None else _without_aside(rest, at, place)
    if at is None or not rest or words.leads(rest[-1]) or rest[-1].low in words.conjunctions:
        return None
    begin = _begin_of_subject(rest, at, words)
    if begin < at and _has_bare_article(rest[at + 1 :], words):
        return None  # "ein Mann bot sein Haus 12 Gästen | an"
    long = Span(rest[begin].span.start, rest[-1].span.end)
    return long if len(long) <= LONGEST else Span(rest[at].span.start, rest[-1].span.end)


def _without_aside(rest: Sequence[Token], verb: int, place: Place) -> list[Token]:
    """Words up to a number without small ones at their end; none where these lead to it.

    ``im dritten | der fünf Duelle`` says which of them.
    """
    words, kept = place.words, list(rest)
    is_led = any(one.low in words.articles for one in place.before[len(rest) :][:1])
    while len(kept) > verb + 1 and words.is_aside(kept[-1]):
        if is_led or words.leads(kept[-1]):
            return []
        kept.pop()
    return kept


def _only_verb(rest: Sequence[Token], words: ClauseWords) -> int | None:
    """Where the only verb of a clause stands, if it says something alone."""
    verbs = [at for at, one in enumerate(rest) if one.is_verb or one.low in helping(words)]
    if len(verbs) != 1 or rest[verbs[0]].low in helping(words) | words.counted.idle:
        return None
    if words.stating.fullmatch(rest[verbs[0]].low):
        return None
    is_counted = any(one.low[0].isdecimal() for one in rest[verbs[0] :])
    return None if is_counted or _is_inner(rest, rest[verbs[0]], words) else verbs[0]


def _begin_of_subject(rest: Sequence[Token], verb: int, words: ClauseWords) -> int:
    """Where a short subject begins that stands before a verb; else where the verb stands."""
    first = begin_of_phrase(rest[:verb], words)
    if first == verb or not stands_alone(rest[:verb], first, words):
        return verb
    lead = first - (first > 0 and rest[first - 1].low in words.articles)
    is_clear = lead == 0 or rest[lead - 1].low == "," or rest[lead - 1].low in words.openers
    return first if is_clear and any(map(words.is_noun, rest[first:verb])) else verb


def _has_bare_article(middle: Sequence[Token], words: ClauseWords) -> bool:
    """Whether a noun phrase stands there that no preposition leads to."""
    return any(
        one.low in words.articles and not (at and words.leads(middle[at - 1]))
        for at, one in enumerate(middle)
    )


def _ends_clause(place: Place) -> bool:
    """Whether no verb or part of one stands at the end of a clause, behind the number.

    What stands there is led to: ``50 Einsätze | wegen überspülter Straßen``.
    """
    words, after = place.words, place.after
    if not after:
        return True
    is_led = words.leads(after[0]) or after[0].low in words.articles
    return is_led and words.has_capital_nouns and after[-1].text[0].isupper()
