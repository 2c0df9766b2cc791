"""How the build of a clause tells what its number means: rule after rule, the surest first.

What the first of them says is one proposal of several, see `_label_choice`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from briefing.analysis import _label_before as before
from briefing.analysis import _label_behind as behind
from briefing.analysis import _label_clause as clause
from briefing.analysis import _label_predicate as predicate
from briefing.analysis import _label_told as told
from briefing.analysis._clause import ClauseWords, Token, tokens_before
from briefing.analysis._label_cut import cut
from briefing.analysis._label_line import headed
from briefing.analysis._label_series import sibling
from briefing.analysis._label_whole import whole
from briefing.analysis._measures import Measure
from briefing.analysis._noun_phrases import LONGEST, head_of_phrase, phrase_at_end
from briefing.analysis._place import Place, bare, is_vague
from briefing.model.span import Span

_REACH = 24
"""Characters before a number in which its bracket opens."""

_FEW_WORDS = 7
"""Words of an amount with its rate: ``20 million yen a year``."""

_YEAR = re.compile(r"(?:19|20)\d\d")


def first_of(said: Mapping[str, Span], place: Place) -> Span | None:
    """What a number means by the first rule that tells it; None where none does.

    Args:
        said: What the rules say, by their names, in the order in which they are asked.
        place: The number.
    """
    vague: Span | None = None
    for rule, found in said.items():
        if vague is not None and rule == _LAST:
            continue
        if not is_vague(found, place):
            return found
        vague = found if rule in _MAY_BE_VAGUE else vague
    return vague


def said_by_rules(place: Place) -> dict[str, Span]:
    """What each rule says that a number means, by the rule's name, the surest first."""
    found: dict[str, Span] = {}
    for name, rule in _RULES.items():
        piece = rule(place)
        if piece is not None and (told := whole(piece, place)) is not None:
            found[name] = told
    return found


def _label_of(place: Place) -> Span | None:
    """What another number means, by rules alone."""
    if place.measure is Measure.COUNT:
        return behind.counted(place)
    return first_of(said_by_rules(place), place)


def _of(place: Place) -> Span | None:
    """What follows the unit behind "of": ``of the sequences``."""
    if not place.after or place.after[0].low not in place.words.links:
        return None
    if place.measure in (Measure.MONEY, Measure.SIZE):  # "a fine of $5 million of the company"
        found = before.valued(place) or before.linked(place)
        if found is not None and not is_vague(found, place):
            return found
    found = behind.following(place)
    return found if found is None else _with_predicate(found, place)


def _with_predicate(found: Span, place: Place) -> Span:
    """Of what a number is a share, with what is said of that share: ``5 % of pupils failed``."""
    words = place.words
    is_share = place.measure is Measure.SHARE
    if not is_share or not predicate.begins_clause(bare(place.before, words), place):
        return found
    rest = [token for token in place.after if token.span.start >= found.start]
    verb = next((at for at, token in enumerate(rest) if token.span.start >= found.end), None)
    if verb is None:
        return found
    is_late = words.has_late_verbs and (rest[-1].is_verb or rest[-1].low in words.frames)
    if is_late and rest[-1].span.end - rest[0].span.start <= LONGEST:
        return Span(rest[0].span.start, rest[-1].span.end)
    if not (rest[verb].is_verb or rest[verb].low in words.frames):
        return found
    whole = cut(rest, words)
    if whole is None or (whole.end <= rest[verb].span.end and _is_told_behind(rest[verb], place)):
        return found
    return Span(whole.start, max(whole.end, found.end))


def _is_told_behind(verb: Token, place: Place) -> bool:
    """Whether what is done is said in another clause: ``5 % of pupils said that``."""
    behind_it = [token for token in place.after if token.span.start >= verb.span.end]
    return place.text.startswith(",", verb.span.end) or bool(behind_it)


def _of_them(place: Place) -> Span | None:
    """What is said of some of those that were counted: "three of them" are badly hurt."""
    whose = place.phrases.of_them.match(place.text, place.span.end)
    if whose is None or place.measure is not Measure.NONE:
        return None
    words, said = place.words, [one for one in place.after if one.span.start >= whose.end()]
    while said and said[0].low in words.copulas | words.helpers:
        said.pop(0)
    ends = (at for at, one in enumerate(said) if _goes_elsewhere(one, at, words))
    said = said[: next(ends, len(said))]
    return cut(said, words) or _lone_word(said)


def _goes_elsewhere(token: Token, at: int, words: ClauseWords) -> bool:
    """Whether another clause begins, or behind the number itself a second thing that is joined."""
    is_joint = token.low in words.conjunctions
    return token.low in words.openers and not words.leads(token) and not (is_joint and at)


def _lone_word(said: Sequence[Token]) -> Span | None:
    return said[0].span if len(said) == 1 else None


def _summed(place: Place) -> Span | None:
    """What was just named, where a number only says how many it is: the guests, 15 in all."""
    before, behind_it = place.phrases.in_all
    comma = before.search(place.text, max(0, place.span.start - _REACH), place.span.start)
    if comma is None or place.measure is not Measure.NONE:
        return None
    end = behind_it.match(place.text, place.span.end)
    if end is None or not (comma[1] or end[1]):
        return None
    named = tokens_before(place.text, comma.start(), place.words)
    is_counted = any(
        one.low[0].isdecimal() for one in named
    )  # "25 planes an hour land, 706 in all,"
    return None if is_counted else phrase_at_end(named, place.words)


def _bracketed(place: Place) -> Span | None:
    """What stands before a bracket that holds the number: ``Curaçao (66.7)``."""
    text, words = place.text, place.words
    begin = max(0, place.span.start - _REACH)
    opening = place.phrases.opening.search(text, begin, place.span.start)
    rest = tokens_before(text, opening.start(), words) if opening else []
    if opening and (told := _told_in_bracket(place)) is not None:
        return told
    if not rest or _YEAR.fullmatch(rest[-1].low):
        return None
    if rest[-1].low in words.months:
        return rest[-1].span
    start = rest[0].span.start
    is_torn = text[start - 2 : start] == ") " and rest[0].low not in words.conjunctions
    amount = _amount_before(rest, place)
    if not is_torn and amount is None and (found := phrase_at_end(rest, words)):
        return _described(found, rest, place) or _named_in(found, rest, place)
    while amount is None and rest and rest[-1].low in {"%", *words.measures, *words.links}:
        rest.pop()
    rest = rest if amount is None else rest[: amount + 1]
    if not rest or not rest[-1].low[0].isdecimal():
        return None
    while len(rest) > 1 and rest[-2].low[0].isdecimal():
        rest.pop()  # "625 131"
    return _label_of(replace(place, span=rest[-1].span, unit=None, before=rest[:-1], after=()))


def _told_in_bracket(place: Place) -> Span | None:
    """What a bracket itself says of its number: ``(5 % in Italy)``, ``(5 % pays the state)``."""
    after, words = place.after, place.words
    is_all = place.text.startswith(")", place.span.end)
    if is_all or not after or after[0].low in words.links:
        return None
    return cut(after, words) if after[0].is_verb else behind.following(place)


def _described(found: Span, rest: Sequence[Token], place: Place) -> Span | None:
    """The subject of the verb behind which one bare word stands: ``support remains weak (19%)``."""
    words = place.words
    tokens = [token for token in rest if token.span.start < found.end]
    if not tokens or tokens[-1].span != found or tokens[-1].text[0].isupper():
        return None
    end = len(tokens) - 1
    while end and (tokens[end - 1].is_verb or words.adverb.fullmatch(tokens[end - 1].low)):
        end -= 1
    has_verb = any(token.is_verb for token in tokens[end:])
    return head_of_phrase(tokens[:end], words) if has_verb else None


def _named_in(found: Span, rest: Sequence[Token], place: Place) -> Span:
    """A phrase without the participle that leads to it: ``followed by`` Italy (229)."""
    tokens = [token for token in rest if found.start <= token.span.start < found.end]
    is_led = len(tokens) > 1 and place.words.leads(tokens[1])
    if is_led and len(tokens) > 2 and place.words.participle.fullmatch(tokens[0].low):
        return Span(tokens[2].span.start, found.end)
    return found


def _amount_before(rest: Sequence[Token], place: Place) -> int | None:
    """The number that a bracket tells again in another measure: ``10 million crowns ($1m)``."""
    if place.measure not in (Measure.MONEY, Measure.SIZE):
        return None
    at = len(rest) - 2
    at -= at > 0 and rest[at].low in place.words.measures  # "3,000 dólares singapurenses"
    while at >= 0 and rest[at].low in place.words.links | place.words.apart:
        at -= 1
    if at >= 0 and rest[at].low[0].isdecimal():
        return at
    return _rate_before(rest, place)


def _rate_before(rest: Sequence[Token], place: Place) -> int | None:
    """The same number where it is so much a time: ``20 million yen a year ($1m)``."""
    words, at = place.words, len(rest) - 1
    if rest[-1].low not in words.measures:
        return None
    floor = max(0, len(rest) - _FEW_WORDS)
    while at > floor and not rest[at].low[0].isdecimal():
        at -= 1
    between = rest[at + 1 :]
    is_plain = all(
        words.is_small(one) or one.low in words.measures or one.low in words.apart
        for one in between
    )
    return at if rest[at].low[0].isdecimal() and len(between) > 1 and is_plain else None


def _shared(place: Place) -> Span | None:
    """What the number means that it is joined to: ``80.4 and 25.9``."""
    other = sibling(place)
    return None if other is None else _label_of(other)


_LAST = "told"

_MAY_BE_VAGUE = ("subject of", "bracketed", "gapped")

_RULES: Mapping[str, Callable[[Place], Span | None]] = {
    "in unit": behind.in_unit,
    "compared": behind.compared,
    "first in": before.first_in,
    "lasting": before.lasting,
    "harmed": before.harmed,
    "part of": behind.part_of,
    "part told": behind.of_which,
    "partly told": _of_them,
    "summed": _summed,
    "of": _of,
    "predicate": predicate.predicate,
    "beside": behind.beside,
    "bracketed": _bracketed,
    "headed": headed,
    "valued": before.valued,
    "linked": before.linked,
    "sized": before.sized,
    "gapped": before.gapped,
    "listed": before.listed,
    "moment": behind.moment,
    "distance": behind.distance,
    "moved": before.moved,
    "purpose": behind.purpose,
    "subject of": before.subject_of,
    "said of": clause.said_of,
    "act": before.act,
    "adjacent": before.adjacent,
    "following": behind.following,
    "shared": _shared,
    "passive": before.passive,
    "spent": clause.spent,
    "begun": clause.begun,
    "related": clause.related,
    "done": clause.done,
    "framed": clause.framed,
    "elliptic": clause.elliptic,
    "coordinated": clause.coordinated,
    "told": told.told,
}
"""In the order in which they are asked; the names stand in `label_weights.toml`."""

SURE = (
    *("compared", "first in", "part of", "predicate", "headed", "valued", "gapped", "listed"),
    *("moment", "begun", "partly told", "summed"),
)
"""Rules that are not weighed against others: they read a fixed phrase, or are hardly ever wrong."""
