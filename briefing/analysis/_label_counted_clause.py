"""What a clause behind the counted says of them: 12 men, ``who had looted shops``."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._clause_around import tokens_after
from briefing.analysis._label_counted_end import end_of_said, helping
from briefing.analysis._label_counted_verbs import is_participle
from briefing.analysis._noun_phrases import LONGEST, phrase_at_start
from briefing.analysis._place import Place, bare
from briefing.model.span import Span

_CLAUSE = 3
"""Words of a clause with its pronoun, at least."""

_QUOTES = ("'", '"', "„", "“", "«", "»", "‘", "(")
"""What begins what a noun is called: the category ``'own news'``."""


def relative(place: Place, most: int) -> int | None:
    """The end of a clause behind a pronoun: doctors ``who walked on the beach``."""
    words, after = place.words, place.after
    low = after[0].low
    is_pronoun = low in words.weak and low in words.openers and low not in words.conjunctions
    is_pronoun = is_pronoun or low in words.counted.relatives
    if words.has_late_verbs or not is_pronoun:
        return None
    return _end(after, words, most)


def _end(clause: Sequence[Token], words: ClauseWords, most: int) -> int | None:
    """Where a clause may end that begins with its pronoun."""
    if len(clause) < _CLAUSE:
        return None
    end = end_of_said(clause[1:], words, most - len(clause[0].text) - 1)
    said = [one for one in clause if end is not None and one.span.end <= end]
    return end if len(said) >= _CLAUSE else None


def clause_behind(place: Place) -> Span | None:
    """Such a clause behind a comma, or where its verb stands late: Menschen, ``die dort saßen``."""
    words, text = place.words, place.text
    comma = text.startswith(", ", place.span.end)
    after = tokens_after(text, place.span.end + 1, words) if comma else list(place.after)
    if len(after) < _CLAUSE or after[0].low not in words.counted.relatives:
        return None
    lead = bare(place.before, words)
    if len(lead) > 1 and words.leads(lead[-1]) and words.is_noun(lead[-2]):
        return None  # "die Mutter von 2 Kindern, die im Saal saß"
    if words.has_late_verbs:
        end = _late_end(after, words) if comma or not words.has_capital_nouns else None
    else:
        end = _end(after, words, LONGEST) if comma else None
    if end is None or end - after[0].span.start > LONGEST:
        return None
    return Span(after[0].span.start, end)


def _late_end(clause: Sequence[Token], words: ClauseWords) -> int | None:
    """Where a clause ends whose verb is its last word."""
    joints = (at for at, one in enumerate(clause) if _joins(one, words))
    end = next(joints, len(clause))
    last = clause[end - 1]
    is_verb = last.is_verb or last.low in helping(words) or is_participle(last, words)
    return last.span.end if end >= _CLAUSE and is_verb else None


def _joins(token: Token, words: ClauseWords) -> bool:
    is_inner = words.opens_inner(token) and not words.leads(token)
    return token.low in words.conjunctions or is_inner


def complement(place: Place, most: int) -> int | None:
    """The end of what a preposition joins to the counted: people ``without power``."""
    words, after = place.words, place.after
    low = after[0].low
    if low not in words.complements or low in words.links or low in words.changes:
        return None
    lead = bare(place.before, words)[-1:]
    if any(one.low == low for one in lead):
        return None  # "befragt in 12 Ländern | in einer Umfrage": both belong to the verb
    rest = list(after[1:])
    while rest and (rest[0].low in words.articles or words.is_small(rest[0])):
        rest.pop(0)
    if not rest or _tells_time(rest[0], words):
        return None
    found = phrase_at_start(rest, words, most)
    named = [one for one in rest if found is not None and one.span.end <= found.end]
    if found is None or any(_tells_time(one, words) for one in named):
        return None
    is_cut = any(one.low in words.conjunctions for one in rest[len(named) :][:1])
    is_cut = is_cut or place.text[found.end + 1 : found.end + 2] in _QUOTES
    return None if is_cut or found.end - after[0].span.start > most else found.end


def _tells_time(token: Token, words: ClauseWords) -> bool:
    """Whether a word belongs to a time, a measure or another number."""
    low = token.low
    return (
        words.is_number(token) or low in words.months or low in words.measures or low in words.vague
    )
