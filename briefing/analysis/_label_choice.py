"""Which of all that may be a number's label is taken, and whether any is sure enough.

Rules and the plain phrases of the clause propose pieces of it. Each piece is as likely as the
weights of its signs add up to, and less sure the likelier the pieces beside it are; below a
threshold there is no label. The weights are fitted to texts that people labelled and to treebanks
(`python -m tests.accuracy.weights`).
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import repeat

from briefing.analysis import _label_behind as behind
from briefing.analysis._clause_around import tokens_before
from briefing.analysis._label_proposals import counted_before, pieces
from briefing.analysis._label_rules import SURE, first_of, said_by_rules
from briefing.analysis._label_signs import Signs
from briefing.analysis._label_where import tells_where
from briefing.analysis._measures import Measure
from briefing.analysis._noun_phrases import phrase_at_end
from briefing.analysis._place import Place, is_vague
from briefing.model.span import Span

FIRST = "first rule"
"""Who proposes what the first rule says that tells the label."""


_REACH = 32
"""Characters between what changed and the second end of its change."""

_SETTLED = 2.5
"""Where what a rule says is so likely that no other pieces of the clause are looked for."""

_RIVALRY = 0.5
"""How much of the logarithm of their odds the other pieces take from the likeliest."""


@dataclass(frozen=True, slots=True)
class _Weights:
    """What each sign counts; a label must reach the threshold."""

    signs: Mapping[str, float]
    threshold: float


@cache
def _weights() -> _Weights:
    data = resources.files(__package__).joinpath("label_weights.toml").read_text("utf-8")
    read = tomllib.loads(data)
    return _Weights(read["signs"], read["threshold"])


def label_of(place: Place) -> Span | None:
    """The piece of its clause that says what a number means; None where none is sure enough."""
    if place.measure is Measure.COUNT:
        return behind.counted(place)
    said = said_by_rules(place)
    first = first_of(said, place)
    if any(said[rule] == first for rule in SURE if rule in said):
        return first
    best, sure = _likeliest(_by_rules(said, first, place), place)
    if best is not None and sure > _weights().threshold:
        return best
    return _changed(place) or _counted_on(place)


def _likeliest(ruled: Mapping[Span, Sequence[str]], place: Place) -> tuple[Span | None, float]:
    """The likeliest of all pieces, and how sure it is: of those of the rules, if that will do."""
    told, weights = Signs(place), _weights().signs
    sums: dict[Span, float] = {}
    for look in (_only, _with_pieces):
        for piece, rules in look(ruled, place).items():
            if not (tells_where(piece, place) or _is_only_measured(piece, place)):
                sums[piece] = sum(map(weights.get, told.of(piece, rules), repeat(0)))
        if max(sums.values(), default=0) >= _SETTLED:
            break
    return surest(sums)


def _is_only_measured(piece: Span, place: Place) -> bool:
    """Whether words only say that something has a size: ``first estimated at`` 7.8 points."""
    words, around = place.words, place.around(piece)
    own = [one for one in around if piece.start <= one.span.start < piece.end]
    is_done = bool(own) and words.participle.fullmatch(own[-1].low) is not None
    is_bare = is_done and all(words.adverb.fullmatch(one.low) for one in own[:-1])
    return is_bare and place.measure is Measure.SIZE


def surest(sums: Mapping[Span, float]) -> tuple[Span | None, float]:
    """The likeliest piece, and how sure it is beside those that share no word with it.

    Args:
        sums: What the weights of the signs of each piece add up to: as the logarithm of its odds
            against there being no label.
    """
    if not sums:
        return None, -math.inf
    best = max(sums, key=sums.__getitem__)
    apart = [one for one in sums if one.end <= best.start or best.end <= one.start]
    rivals = 1 + sum(math.exp(sums[one]) for one in apart)
    return best, sums[best] - _RIVALRY * math.log(rivals)


def _changed(place: Place) -> Span | None:
    """What stands right before the ends of its change: in ``Leeds`` from 34 to 102."""
    start, (before, behind_first) = place.span.start, place.phrases.ends
    found = before.search(place.text, max(0, start - _REACH), start)
    if found is None or not (found["first"] or behind_first.match(place.text, place.span.end)):
        return None
    named = phrase_at_end(tokens_before(place.text, found.start(), place.words), place.words)
    return None if named is None or is_vague(named, place) else named


def _counted_on(place: Place) -> Span | None:
    """What was counted before, where so many more of it come: 200 ``clerks`` and another 40."""
    if place.measure is not Measure.NONE or not place.is_further:
        return None
    found = counted_before(place)
    named = "" if found is None else found.of(place.text).lower()
    is_measure = named in place.words.measures or "/" in named
    return None if is_measure else found


def _only(ruled: Mapping[Span, Sequence[str]], _place: Place) -> Mapping[Span, Sequence[str]]:
    """What the rules propose, and no more."""
    return ruled


def proposals(place: Place) -> dict[Span, list[str]]:
    """All that may say what a number means, each with who proposes it."""
    said = said_by_rules(place)
    return _with_pieces(_by_rules(said, first_of(said, place), place), place)


def _by_rules(said: Mapping[str, Span], first: Span | None, place: Place) -> dict[Span, list[str]]:
    found: dict[Span, list[str]] = {}
    if first is not None:
        found[first] = [FIRST]
    for rule, piece in said.items():
        if not is_vague(piece, place):
            found.setdefault(piece, []).append(rule)
    return found


def _with_pieces(ruled: Mapping[Span, Sequence[str]], place: Place) -> dict[Span, list[str]]:
    """The same, and the pieces of the clause, which cost the most to find."""
    found = {piece: [*rules] for piece, rules in ruled.items()}
    for name, piece in pieces(place):
        names = found.setdefault(piece, [])
        if name not in names:
            names.append(name)
    return found
