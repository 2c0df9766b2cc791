"""What leads to a counted noun from further off, where adjectives stand behind their noun.

That is all of a clause up to its number (``la empresa dio trabajo a`` … personas), or the verb that
a list of counts has in common (``el choque dejó`` 3 heridos y … muertos).
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._label_counted_behind import lead_of, part_of
from briefing.analysis._label_counted_verbs import is_finite
from briefing.analysis._place import Place, bare
from briefing.model.span import Span


def whole_lead(place: Place) -> Span | None:
    """All of a clause up to its number, if that has a subject and its verb."""
    words = place.words
    rest = lead_of(place)
    part = list(part_of(rest, words))
    if not part or not begins_behind(rest, len(rest) - len(part), words):
        return None  # "entreprises françaises et | belges ont"
    while part and part[0].low in words.articles:
        part.pop(0)
    verb = next((at for at, one in enumerate(part) if is_finite(one, words)), None)
    if not verb or _has_verb_behind(place):
        return None
    if any(_is_foreign(one, words) for one in part):
        return None
    has_subject = any(map(words.is_noun, part[:verb])) and _is_named(part[0], words)
    is_said = words.leads(part[0]) or not all(_is_helping(one, words) for one in part[verb:])
    return Span(part[0].span.start, part[-1].span.end) if has_subject and is_said else None


def begins_behind(rest: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """Whether a clause begins at a word: the first one, or behind a comma or what opens one.

    Behind "and" there has to be a verb before that, and an article behind it.
    """
    low = rest[at - 1].low if at else ","
    if low in words.conjunctions:
        begin = max((n + 1 for n in range(at - 1) if rest[n].low == ","), default=0)
        has_verb = any(is_finite(one, words) for one in rest[begin : at - 1])
        return has_verb and rest[at].low in words.articles
    is_pronoun = low in words.weak and low not in words.articles
    return low == "," or low in words.openers or is_pronoun


def _is_named(token: Token, words: ClauseWords) -> bool:
    return words.leads(token) or words.is_noun(token)


def _is_foreign(token: Token, words: ClauseWords) -> bool:
    """Whether a word begins a clause of its own, or is a sign between two texts."""
    is_pronoun = token.low in words.weak and token.low not in words.clitics
    return is_pronoun or not (token.low[0].isalnum() or token.low == "%")


def _is_helping(token: Token, words: ClauseWords) -> bool:
    low = token.low
    return low in words.copulas or low in words.helpers or low in words.modals


def _has_verb_behind(place: Place) -> bool:
    """Whether the number begins a clause that no mark parts: quand il est venu 12 ont fui."""
    words = place.words
    for one in place.after:
        if one.low in words.weak or one.low in words.openers or one.low in words.conjunctions:
            return False
        if is_finite(one, words):
            return True
    return False


def before_list(rest: Sequence[Token], words: ClauseWords) -> Sequence[Token] | None:
    """The words before the first of several counts, of which another is to follow.

    Args:
        rest: The words before the number.
        words: Those of the language.
    """
    if not rest or not _joins(rest[-1], words):
        return None
    first, is_count = None, True
    for at in range(len(rest) - 1, -1, -1):
        one = rest[at]
        if _joins(one, words) and not is_count:
            return None  # what is listed there is not counted
        if _joins(one, words):
            is_count = at == len(rest) - 1 and _joins(rest[at - 1], words)
            continue
        if words.is_count(one):
            first, is_count = at, True
        elif not _may_be_counted(one, words):
            break
    lead = None if first is None else bare(rest[:first], words)
    return lead if lead and not _joins(lead[-1], words) else None


def _joins(token: Token, words: ClauseWords) -> bool:
    return token.low == "," or token.low in words.conjunctions


def _may_be_counted(token: Token, words: ClauseWords) -> bool:
    """Whether a word may stand in a list of counts."""
    low = token.low
    if low in words.articles or low in words.qualifiers or low in words.links:
        return True
    is_other = token.is_verb or low in words.weak or low in words.openers
    is_other = is_other or low in words.measures or low in words.apart
    return not is_other and not words.leads(token)
