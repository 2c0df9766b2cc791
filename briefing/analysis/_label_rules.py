"""How the build of a clause tells what its number means: rule after rule, the surest first.

What the first of them says is one proposal of several, see `_label_choice`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from briefing.analysis import _label_acts as acts
from briefing.analysis import _label_behind as behind
from briefing.analysis import _label_bracket as bracket
from briefing.analysis import _label_clause as clause
from briefing.analysis import _label_lasting as lasting
from briefing.analysis import _label_linked as linked
from briefing.analysis import _label_parts as parts
from briefing.analysis import _label_predicate as predicate
from briefing.analysis import _label_told as told
from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._clause_around import tokens_before
from briefing.analysis._label_cut import cut
from briefing.analysis._label_line import headed
from briefing.analysis._label_series import sibling
from briefing.analysis._label_whole import whole
from briefing.analysis._measures import Measure
from briefing.analysis._noun_phrases import LONGEST, phrase_at_end
from briefing.analysis._place import Place, bare, is_vague
from briefing.model.span import Span

_REACH = 24
"""Characters before a number in which its bracket opens."""


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
        found = linked.valued(place) or linked.linked(place)
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
    if whose is None or place.measure is not Measure.NONE or _is_object(place):
        return None
    words, said = place.words, [one for one in place.after if one.span.start >= whose.end()]
    while said and said[0].low in words.copulas | words.helpers:
        said.pop(0)
    ends = (at for at, one in enumerate(said) if _goes_elsewhere(one, at, words))
    said = said[: next(ends, len(said))]
    return cut(said, words) or _lone_word(said)


def _is_object(place: Place) -> bool:
    """Whether a verb stands before the number, which is not what another is said of."""
    has_free_order = place.words.has_late_verbs or place.order == "postposed"
    before, words = bare(place.before, place.words), place.words
    if has_free_order or not before:
        return False
    return before[-1].is_verb or words.participle.fullmatch(before[-1].low) is not None


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
    return bracket.bracketed(place, _label_of)


def _shared(place: Place) -> Span | None:
    """What the number means that it is joined to: ``80.4 and 25.9``."""
    other = sibling(place)
    return None if other is None else _label_of(other)


_LAST = "told"

_MAY_BE_VAGUE = ("subject of", "bracketed", "gapped")

_RULES: Mapping[str, Callable[[Place], Span | None]] = {
    "in unit": behind.in_unit,
    "compared": behind.compared,
    "first in": lasting.first_in,
    "lasting": lasting.lasting,
    "harmed": acts.harmed,
    "part of": parts.part_of,
    "part told": parts.of_which,
    "partly told": _of_them,
    "summed": _summed,
    "of": _of,
    "predicate": predicate.predicate,
    "beside": behind.beside,
    "bracketed noun": bracket.named_inside,
    "bracketed": _bracketed,
    "headed": headed,
    "valued": linked.valued,
    "linked": linked.linked,
    "sized": linked.sized,
    "gapped": linked.gapped,
    "listed": linked.listed,
    "moment": behind.moment,
    "distance": behind.distance,
    "moved": acts.moved,
    "purpose": behind.purpose,
    "subject of": acts.subject_of,
    "said of": clause.said_of,
    "act": acts.act,
    "adjacent": linked.adjacent,
    "following": behind.following,
    "shared": _shared,
    "passive": acts.passive,
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
    *("moment", "begun", "partly told", "summed", "bracketed noun"),
)
"""Rules that are not weighed against others: they read a fixed phrase, or are hardly ever wrong."""
