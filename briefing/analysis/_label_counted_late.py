"""What is said of the counted where verbs stand late: at the end, or before their subject."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._label_counted_end import helping
from briefing.analysis._label_counted_verbs import is_participle
from briefing.analysis._label_predicate import begins_clause
from briefing.analysis._noun_phrases import fit
from briefing.analysis._place import Place, bare
from briefing.model.span import Span

_CLAUSE = 3
"""Words between two parts of a verb, at least."""


def late(place: Place, most: int) -> int | None:
    """The end of a clause that its verb ends: Gestern wurden 12 Bäume ``im Park gefällt``."""
    words, after = place.words, place.after
    is_joined = after[0].low in words.conjunctions  # "12 Frauen | und Männer verletzt"
    if not words.has_late_verbs or not (words.leads(after[0]) or is_joined):
        return None
    done = _last_done(after, words) if is_undergone(place) else None
    if done is None and _is_there(place):
        done = len(after) - 1
    if done is None or after[done].span.end - after[0].span.start > most:
        return None
    return after[done].span.end


def _is_there(place: Place) -> bool:
    """Whether a clause says where or what the counted are: waren 50 Beamte ``im Einsatz``."""
    words, after, before = place.words, place.after, place.before
    lead = bare(before, words)
    verbs = [one for one in before if _is_any_verb(one, words)]
    if not lead or len(verbs) != 1 or verbs[0].low not in words.copulas or words.leads(lead[-1]):
        return False
    is_whole = words.leads(after[0]) and not any(
        _parts(one, place) or is_participle(one, words) for one in after
    )
    return is_whole and not is_inner(before, verbs[0], words) and words.is_noun(after[-1])


def _last_done(after: Sequence[Token], words: ClauseWords) -> int | None:
    """Where the participle that ends a clause stands, or the verb "be" behind it."""
    if any(one.low in words.conjunctions or words.opens_inner(one) for one in after[1:]):
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
    done = next((one for one in reversed(after) if is_participle(one, words)), None)
    may_be_other = done is None or words.counted.infinitive.fullmatch(done.low) is not None
    if not verbs:
        return not lead and not may_be_other  # a headline
    frames = words.copulas if may_be_other else words.frames | words.copulas
    return verbs[-1].low in frames and not is_inner(lead, verbs[-1], words)


def _is_led(lead: Sequence[Token], verbs: Sequence[Token], words: ClauseWords) -> bool:
    """Whether a preposition stands between the last verb and what is joined to the number."""
    start = verbs[-1].span.start if verbs else 0
    return not verbs or any(words.leads(one) for one in lead if one.span.start > start)


def is_inner(lead: Sequence[Token], verb: Token, words: ClauseWords) -> bool:
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
        last_part = Span(after[at].span.start, end)
        for start in (unit, frame.start):
            if fit(first_part := Span(start, frame.end), last_part):
                return first_part, last_part
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
