"""The subject of a clause that states a number: ``The toll rose to 21``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._noun_phrases import (
    LONGEST,
    begin_of_phrase,
    head_of_phrase,
    phrase_at_end,
    phrase_at_start,
)
from briefing.analysis._stating import states_number
from briefing.model.span import Span

_TIME = 7
"""Words in which a time is told: ``in the third week of June``."""

_NEAR = 8
"""Words between a verb and its number, where its subject stands before a clause set off."""


def subject(before: Sequence[Token], after: Sequence[Token], words: ClauseWords) -> Span | None:
    """What stands before the verb of a clause that states a number; None where that is not sure.

    Args:
        before: The words before the number.
        after: The words behind it.
        words: Those of the language.
    """
    clause, outer = _with_verb(before, words)
    is_stated = states_number(clause, before, after, words)
    return _stated(clause, outer, words) if is_stated else None


def _stated(clause: Sequence[Token], outer: Sequence[Token], words: ClauseWords) -> Span | None:
    """The subject of a clause whose verb states its number."""
    last = len(clause)
    while verbs := [index for index, token in enumerate(clause[:last]) if token.is_verb]:
        first = begin_of_verbs(clause, verbs, words)
        behind = clause[verbs[-1] + 1 : last]
        if any(map(words.opens_inner, behind)):
            return None  # "he said that 5 % …"
        if first == 0 and outer and len(clause) - verbs[-1] <= _NEAR:
            return None if _has_object(behind, words) else _outer_subject(clause, outer, words)
        if clause[first].low in words.weak and not _has_article(clause[:first], words):
            return None  # a pronoun whose noun is not sure
        if found := _beside_verb(clause[:first], behind, words):
            return found
        if not words.has_capital_nouns:
            return None
        last = first  # the verb before it frames the clause: "hat sich die Zahl … erhöht"
    return None


def _beside_verb(
    before: Sequence[Token], behind: Sequence[Token], words: ClauseWords
) -> Span | None:
    """The subject before a verb, else behind it where the language turns them round."""
    if before and before[-1].low in words.conjunctions:
        return None
    before = _without_relative(_without_time(before, words), words)
    begin = begin_of_phrase(before, words)
    turned = _inverted(behind, words)
    is_one_word = words.has_capital_nouns and len(before) == 1
    if begin < len(before) and stands_alone(before, begin, words) and not (turned and is_one_word):
        return None if _has_object(behind, words) else head_of_phrase(before, words)
    return turned


def _without_relative(before: Sequence[Token], words: ClauseWords) -> Sequence[Token]:
    """A subject without what is said of it: ``el número | que ya está en los juegos``.

    English joins all sorts of clauses by "that".
    """
    if words.plain_past:
        return before
    begin = begin_of_phrase(before, words)
    for at in range(begin - 1, 0, -1):
        low = before[at].low
        if low == "," or low in words.conjunctions:
            return before
        if low in words.openers and low in words.weak:
            has_verb = any(token.is_verb for token in before[at + 1 : begin])
            is_noun = words.is_noun(before[at - 1]) and not before[at - 1].is_verb
            return before[:at] if has_verb and is_noun else before
    return before


def _without_time(before: Sequence[Token], words: ClauseWords) -> Sequence[Token]:
    """A subject without the month that stands between it and its verb: ``prices in June rose``."""
    if not before or before[-1].low not in words.months:
        return before
    for index in range(len(before) - 2, max(0, len(before) - _TIME) - 1, -1):
        token = before[index]
        if words.leads(token) and token.low not in words.links:
            return before[:index]
    return before


def _has_article(before: Sequence[Token], words: ClauseWords) -> bool:
    """Whether some words end in a noun phrase with an article."""
    begin = begin_of_phrase(before, words)
    return 0 < begin < len(before) and before[begin - 1].low in words.articles


def stands_alone(before: Sequence[Token], begin: int, words: ClauseWords) -> bool:
    """Whether a phrase that begins there may be a subject: no preposition leads to it."""
    if before[begin].low in words.inside and before[begin].low not in words.links:
        return False
    if begin and _is_pronoun(before[begin - 1].low, words):
        return False  # a verb that is not known, behind its pronoun
    if begin > 1 and _is_degree(before[begin - 1], before[begin - 2], words):
        return False  # "les ménages les plus | riches"
    if begin and before[begin - 1].low in words.articles:
        begin -= 1
    return not begin or before[begin - 1].low in words.openers or not words.leads(before[begin - 1])


def begin_of_subject(before: Sequence[Token], words: ClauseWords) -> int | None:
    """Where a short subject begins that some words end in, behind its article.

    There is none where a preposition leads to it, or it does not begin its clause.

    Args:
        before: The words before a verb.
        words: Those of the language.
    """
    begin = begin_of_phrase(before, words)
    if begin == len(before) or not stands_alone(before, begin, words):
        return None
    lead = begin - (begin > 0 and before[begin - 1].low in words.articles)
    if lead > 0 and not (before[lead - 1].low == "," or before[lead - 1].low in words.openers):
        return None
    return begin if any(map(words.is_noun, before[begin:])) else None


def _is_degree(token: Token, before: Token, words: ClauseWords) -> bool:
    """Whether a word behind an article tells how much of it an adjective says."""
    return before.low in words.articles and words.adverb.fullmatch(token.low) is not None


def _has_object(behind: Sequence[Token], words: ClauseWords) -> bool:
    """Whether a noun stands behind a verb that no preposition leads to: what is said of that."""
    is_led = False
    for index, token in enumerate(behind):
        is_infinitive = index > 0 and behind[index - 1].low in words.markers
        is_participle = words.participle.fullmatch(token.low) and not words.has_capital_nouns
        if is_infinitive or is_participle:
            continue
        if words.leads(token):
            is_led = True
        elif token.low in words.articles or token.low in words.inside:
            continue
        elif token.low in words.stop or token.low == "," or token.low in words.weak:
            is_led = False
        elif not is_led and words.is_noun(token) and token.low not in words.vague:
            return True
    return False


def _is_pronoun(low: str, words: ClauseWords) -> bool:
    return low in words.weak and low not in words.openers and low not in words.articles


@lru_cache(maxsize=8)
def _skipped(words: ClauseWords) -> frozenset[str]:
    """What may stand between the verbs of a clause, but for adverbs."""
    return words.helpers | words.weak | words.qualifiers | words.modals | words.markers


def begin_of_verbs(clause: Sequence[Token], verbs: Sequence[int], words: ClauseWords) -> int:
    """Where the last verbs of a clause begin, with what may stand between them."""
    first = verbs[-1]
    skipped = _skipped(words)
    while first and clause[first].low not in words.openers:
        before = clause[first - 1]
        is_skipped = before.low in skipped or words.adverb.fullmatch(before.low)
        if not before.is_verb and not is_skipped:
            break
        first -= 1
    return first


def _outer_subject(
    clause: Sequence[Token], outer: Sequence[Token], words: ClauseWords
) -> Span | None:
    """The subject before a clause set off by commas: ``The bridge, which …, cost $5m``.

    The verb of a clause that begins with a pronoun has what stands right before that.
    """
    if clause[0].low in words.weak and clause[0].low not in words.clitics:
        return phrase_at_end(outer, words)
    outer = _before_aside(outer)
    outer = outer[1:] if outer and outer[0].low in words.openers else outer
    if not outer or (outer[0].low not in words.articles and not words.is_noun(outer[0])):
        return None
    return phrase_at_start(outer[outer[0].low in words.articles :], words, LONGEST)


def _with_verb(
    before: Sequence[Token], words: ClauseWords
) -> tuple[Sequence[Token], Sequence[Token]]:
    """The last part between commas that has a verb, and all before it.

    There is none where a part behind it refers to something else.
    """
    end = len(before)
    for index in range(len(before) - 1, -2, -1):
        if index >= 0 and before[index].low != ",":
            continue
        part = before[index + 1 : end]
        if any(token.is_verb for token in part):
            if end < len(before) and _is_dependent(part, words):
                break
            return part, before[: max(index, 0)]
        if any(token.low in words.weak and index >= 0 for token in part):
            break
        end = max(index, 0)
    return (), ()


def _is_dependent(part: Sequence[Token], words: ClauseWords) -> bool:
    """Whether a clause that a comma ends depends on another."""
    return part[0].low in words.openers or part[0].low in words.weak


def _is_skipped(low: str, words: ClauseWords) -> bool:
    return (low in words.weak or low in words.stop) and low not in words.articles


def _inverted(tokens: Sequence[Token], words: ClauseWords) -> Span | None:
    """The subject behind the verb, where its article tells it."""
    rest = list(tokens)
    if not words.has_capital_nouns:
        return None
    while rest and _is_skipped(rest[0].low, words):
        rest.pop(0)
    if not rest:
        return None
    if rest[0].low not in words.articles:
        return None
    return phrase_at_start(rest[1:], words, LONGEST)


def _before_aside(before: Sequence[Token]) -> Sequence[Token]:
    """The words before the last comma of some words, up to the comma before it."""
    commas = [index for index, token in enumerate(before) if token.low == ","]
    if not commas:
        return ()
    begin = commas[-2] + 1 if len(commas) > 1 else 0
    return before[begin : commas[-1]]
