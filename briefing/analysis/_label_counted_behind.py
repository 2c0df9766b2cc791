"""What is said of what is counted, where adjectives stand behind their noun.

There the words behind a counted noun tell what it is: ``personas heridas en un choque``, ``maisons
qui ont brûlé``. A label is the whole of what they say, or is cut before a word that leads to more.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._noun_phrases import LONGEST
from briefing.analysis._place import Place, bare

_LED = 3
"""Words between one that leads to a number and that: ``d'ici le`` 28."""

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
    return next((end for look in looks if (end := look(place, begin)) is not None), None)


def _predicate(place: Place, begin: int) -> int | None:
    """The end of what the counted do, if they are the subject: personas ``no se salvaron``."""
    after, words = place.after, place.words
    first = next((at for at, one in enumerate(after) if not _is_before_verb(one, place)), None)
    if first is None or not is_finite(after[first], words) or not begins_clause(place):
        return None
    return _ending(after, begin, words)


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
        return _ending(after, begin, words)
    whole = _ending(after, begin, words, verb) if begins_clause(place) else None
    if whole is not None and whole > after[verb].span.end:
        return whole  # "coches robados en Lugo fueron hallados"
    return _ending(after[:verb], begin, words)


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
    end = _ending(after[1:], begin, words)
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
    whole = _ending(after, begin, words, verb)
    if whole is not None and whole > after[verb].span.end:
        return whole
    if any(one.low in words.weak or one.low in words.measures for one in after[:verb]):
        return None
    return _ending(after[:verb], begin, words) if words.leads(after[0]) else None


def _is_apart(token: Token, words: ClauseWords) -> bool:
    """Whether a word belongs to another clause, or to a further thing."""
    low = token.low
    is_pronoun = low in words.weak and low not in words.articles | words.clitics
    return is_pronoun or low in words.conjunctions or words.opens_inner(token)


def lead_of(place: Place) -> list[Token]:
    """The words before a number, but for those that only lead to it: ``un total de``."""
    words, rest = place.words, bare(place.before, place.words)
    if len(rest) > 1 and rest[-1].low in words.links and rest[-2].low in words.vague:
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


def is_finite(token: Token, words: ClauseWords) -> bool:
    """Whether a word is a verb that has a subject, also with a pronoun joined: ``s'ouvrent``."""
    low = token.low
    if low in words.copulas or low in words.helpers or low in words.modals:
        return True
    joint, _, rest = low.partition("'")
    is_joined = bool(rest) and f"{joint}'" in words.clitics | words.weak
    if not (token.is_verb or (is_joined and words.is_verb(rest, rest, None))):
        return False
    is_other = words.participle.fullmatch(low) or words.nonfinite.fullmatch(low)
    return low in words.verbs or not is_other


def is_participle(token: Token, words: ClauseWords) -> bool:
    """Whether a word has the form of a participle, and is no small word."""
    low = token.low
    is_other = low in words.stop or low in words.weak or low in words.openers or words.leads(token)
    is_other = is_other or low in words.articles or low in words.measures
    is_other = is_other or words.adverb.fullmatch(low) is not None
    has_form = words.participle.fullmatch(low) is not None
    return has_form and not is_other and token.text[0].islower()


def _ending(
    said: Sequence[Token], begin: int, words: ClauseWords, verb: int | None = None
) -> int | None:
    """Where a label may end that begins at a place: with the clause, else before a preposition.

    Args:
        said: The words behind the counted noun.
        begin: Where the label begins.
        words: Those of the language.
        verb: Which of the words said is the verb of the clause, if it is known.
    """
    size = _stop(said, words, verb)
    whole = _closed(said[:size], words)
    is_whole = size == len(said) and len(whole) == size
    if whole and whole[-1].span.end - begin <= LONGEST:
        return whole[-1].span.end if _is_told(whole, words, is_whole) else None
    for at in range(len(whole) - 1, 0, -1):
        is_joint = words.leads(said[at]) and said[at].low not in words.links
        if is_joint and not words.leads(said[at - 1]):
            kept = _without_participle(_closed(said[:at], words), words)
            if kept and kept[-1].span.end - begin <= LONGEST:
                return kept[-1].span.end if _is_told(kept, words, False) else None
    return None


def _stop(said: Sequence[Token], words: ClauseWords, verb: int | None) -> int:
    """How many words stand before another clause, or a further thing that is joined."""
    has_noun = False
    for at, token in enumerate(said):
        if not token.low[0].isalnum():
            return at
        if at and token.low in words.conjunctions and _begins_anew(said[at + 1 :], words):
            return _without_half(said, at, words)
        is_inner = token.low in words.weak and token.low not in words.clitics | words.articles
        if at and (words.opens_inner(token) or is_inner) and not words.leads(token):
            return at
        if has_noun and at != verb and is_finite(token, words):
            return at
        has_noun = has_noun or (words.is_noun(token) and not is_participle(token, words))
    return len(said)


def _begins_anew(following: Sequence[Token], words: ClauseWords) -> bool:
    """Whether words behind "and" begin another clause, or name what is told apart."""
    if not following:
        return True
    low = following[0].low
    is_small = low in words.articles or low in words.weak or low in words.openers
    is_number = low[0].isdecimal() or words.numbers.fullmatch(low) is not None
    is_done = words.adverb.fullmatch(low) is not None
    return is_small or is_number or is_done or any(is_finite(one, words) for one in following[:2])


def _without_half(said: Sequence[Token], end: int, words: ClauseWords) -> int:
    """The end without the first of two that belong together: ``entre el coche`` y el muro."""
    for at in range(end - 1, 0, -1):
        if said[at].low in words.conjunctions:
            break
        if said[at].low in words.between:
            return at
    return end


def _closed(said: Sequence[Token], words: ClauseWords) -> list[Token]:
    """Some words without the last ones that lead to more."""
    kept = list(said)
    while kept:
        low = kept[-1].low
        is_year = low.isdecimal() and words.is_small_word(low)
        if low[0].isdecimal() and not is_year:
            kept = _before_lead(kept, words)
        elif not is_year and _is_open(kept[-1], words):
            kept.pop()
        else:
            break
    return kept


def _without_participle(kept: list[Token], words: ClauseWords) -> list[Token]:
    """What is cut, without a participle of its last noun: les vols ``mis`` en place."""
    is_torn = len(kept) > 1 and is_participle(kept[-1], words) and not kept[-1].is_verb
    is_of_noun = is_torn and words.is_noun(kept[-2]) and not is_participle(kept[-2], words)
    is_of_noun = is_of_noun and kept[-2].text[0].islower()  # "les Nations unies"
    return kept[:-1] if is_of_noun else kept


def _before_lead(kept: list[Token], words: ClauseWords) -> list[Token]:
    """What stands before the word that leads to the number at an end."""
    near = range(len(kept) - 1, max(-1, len(kept) - 2 - _LED), -1)
    return kept[: next((at for at in near if words.leads(kept[at])), len(kept) - 1)]


def _is_open(token: Token, words: ClauseWords) -> bool:
    low = token.low
    is_small = words.is_small(token) or words.leads(token) or low in words.openers
    is_joint = low in words.conjunctions or low in words.qualifiers or low in words.weak
    is_helping = low in words.copulas or low in words.helpers or low in words.modals
    return is_small or is_joint or is_helping or words.adverb.fullmatch(low) is not None


def _is_told(kept: Sequence[Token], words: ClauseWords, is_whole: bool) -> bool:
    """Whether some words say something, and not only begin to: ont passé ``au crible``."""
    if is_whole:
        return True
    is_passive = False
    for one in kept:
        is_passive = is_passive or one.low in words.copulas
        is_active = one.is_verb or words.nonfinite.fullmatch(one.low) is not None
        if is_participle(one, words) and (is_passive or one is kept[0]):
            return True
        if not is_active and words.is_noun(one) and not is_participle(one, words):
            return True
    return False
