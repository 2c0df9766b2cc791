"""What is said of what is counted, where adjectives stand behind their noun.

There the words behind a counted noun tell what it is: ``personas heridas en un choque``, ``maisons
qui ont brûlé``. A label is the whole of what they say, or is cut before a word that leads to more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._label_counted_close import ending, is_told
from briefing.analysis._label_counted_verbs import is_finite, is_participle
from briefing.analysis._place import Place, bare

_INSERTED = re.compile(r", [^\W\d_]+(?: [^\W\d_]+)?, ")
"""A word or two between commas."""

_QUOTE = re.compile(rf"\s?[\"“„«‘]|{_INSERTED.pattern}")
"""What a clause goes on with: a quotation, or such words."""

_DESCRIBED = 2
"""An article and an adjective before a number."""


def said_behind(place: Place, begin: int) -> int | None:
    """The end of what the words behind a counted noun say of it; None where that is not sure.

    Args:
        place: The number.
        begin: Where its noun begins: 0-based characters into the text.
    """
    after = place.after
    is_apart = not after or place.text[place.span.end : after[0].span.start].strip()
    if is_apart or place.phrases.comparison.match(place.text, place.span.end):
        return None
    looks = (_predicate, _participle, _relative, _described)
    end = next((end for look in looks if (end := look(place, begin)) is not None), None)
    return None if end is None or _goes_on(place, end) else end


def _goes_on(place: Place, end: int) -> bool:
    """Whether a clause goes on behind a mark: considérés « sûrs », recevront``, chacun,`` 10 €."""
    text, after = place.text, place.after
    if end != after[-1].span.end or _QUOTE.match(text, end) is None:
        return False
    said = [one for one in after if one.span.end <= end]
    if not _INSERTED.match(text, end):
        is_object = len(said) > 1 and (
            place.words.leads(said[-2]) or place.words.is_small(said[-2])
        )
        return not is_object and (is_participle(said[-1], place.words) or said[-1].is_verb)
    return not is_told(said, place.words, is_whole=False)


def _predicate(place: Place, begin: int) -> int | None:
    """The end of what the counted do, if they are the subject: personas ``no se salvaron``."""
    after, words = place.after, place.words
    first = next((at for at, one in enumerate(after) if not _is_before_verb(one, place)), None)
    if first is None or not begins_clause(place):
        return None
    is_led = first > 0 and after[first - 1].low in words.clitics and words.is_noun(after[first])
    if not (is_finite(after[first], words) or is_led):
        return None
    return ending(after, begin, words)


def _is_before_verb(token: Token, place: Place) -> bool:
    low, words = token.low, place.words
    is_pronoun = low in words.clitics or (low in words.articles and low in words.weak)
    is_verb = token.is_verb or low in words.openers
    is_negation = place.phrases.negated.fullmatch(low) is not None
    return not is_verb and (is_pronoun or is_negation or bool(words.adverb.fullmatch(low)))


def _participle(place: Place, begin: int) -> int | None:
    """The end of a participle in the same number: personas ``detenidas en Lugo``."""
    after, words = place.after, place.words
    if not is_participle(after[0], words) or not _agrees(after[0], begin, place):
        return None
    verb = next((at for at, one in enumerate(after) if at and is_finite(one, words)), None)
    if verb is None:
        return ending(after, begin, words)
    whole = ending(after, begin, words, verb) if begins_clause(place) else None
    if whole is not None and whole > after[verb].span.end:
        return whole  # "coches robados en Lugo fueron hallados"
    return ending(after[:verb], begin, words)


def _agrees(token: Token, begin: int, place: Place) -> bool:
    """Whether a participle is of the counted, and not of a thing: "une ville de 3 îles appelée"."""
    noun = place.text[begin : place.span.end].split()[0].lower()
    plurals = place.phrases.plurals
    return noun.endswith(plurals) == token.low.endswith(plurals)


def _relative(place: Place, begin: int) -> int | None:
    """The end of a clause behind a pronoun: personas ``que viven en el valle``."""
    after, words, lead = place.after, place.words, lead_of(place)
    low = after[0].low
    is_pronoun = low in words.weak and low not in words.clitics and low not in words.articles
    is_other = after[0].is_verb or low in words.conjunctions
    if not is_pronoun or is_other or (lead and words.leads(lead[-1])):
        return None  # "una casa de 2 plantas que quemó el fuego"
    end = ending(after[1:], begin, words)
    has_verb = end and any(is_finite(one, words) for one in after[1:] if one.span.end <= end)
    return end if has_verb else None


def _described(place: Place, begin: int) -> int | None:
    """The end of what stands between a subject and its verb, with that: barcos ``de Vigo son``."""
    after, words = place.after, place.words
    verb = next((at for at, one in enumerate(after) if is_finite(one, words)), None)
    is_clear = verb and not any(_is_apart(one, words) for one in after[:verb])
    is_clear = is_clear and after[0].low not in words.articles
    if not (is_clear and verb and begins_clause(place)):
        return None
    whole = ending(after, begin, words, verb)
    if whole is not None and whole > after[verb].span.end:
        return whole
    if any(one.low in words.weak or one.low in words.measures for one in after[:verb]):
        return None
    return ending(after[:verb], begin, words) if words.leads(after[0]) else None


def _is_apart(token: Token, words: ClauseWords) -> bool:
    """Whether a word belongs to another clause, or to a further thing."""
    low = token.low
    is_pronoun = low in words.weak and low not in words.articles | words.clitics
    return is_pronoun or low in words.conjunctions or words.opens_inner(token)


def lead_of(place: Place) -> list[Token]:
    """The words before a number, but for those that only lead to it: ``un total de``."""
    words, rest = place.words, bare(place.before, place.words)
    if len(rest) > 1 and rest[-1].low in place.phrases.ofs and rest[-2].low in words.vague:
        return bare(rest[:-2], words)
    return rest


def part_of(before: Sequence[Token], words: ClauseWords) -> Sequence[Token]:
    """The last words of some that are of one clause: those behind its comma or conjunction."""
    begin = len(before)
    while begin and before[begin - 1].low not in words.openers and before[begin - 1].low != ",":
        begin -= 1
    return before[begin:]


def begins_clause(place: Place) -> bool:
    """Whether a number is the first noun of its clause, but for what a preposition leads to."""
    words, rest = place.words, lead_of(place)
    part = part_of(rest, words)
    if not part:
        return True
    has_verb = any(one.is_verb or is_participle(one, words) for one in part)
    has_verb = has_verb or any(map(words.nonfinite.fullmatch, (one.low for one in part)))
    if len(part) == _DESCRIBED and part[0].low in words.articles and part[1].text[0].islower():
        return not has_verb and part[1].low not in words.measures  # "i restanti due voli"
    is_led = words.leads(part[0]) and len(part) > 1
    return is_led and not has_verb and not (words.leads(part[-1]) or words.is_small(part[-1]))
