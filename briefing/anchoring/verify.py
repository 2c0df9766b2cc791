"""Whether a place really is the passage: better an orphan than a wrong place."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.anchor import MatchState
from briefing.text.fold import fold_text

MAX_COMPARED = 4000
"""Characters of a passage that are compared letter by letter; of longer ones both ends are."""


MOST = 0.8
"""The share of a passage's words with which it counts as there, whatever was put between them."""
CHANCE = 0.1
"""By how much letters agree more than words do, in any two texts of one language."""
LEAST_KEPT = 0.45
"""How much of a passage must be kept."""
LEAST_SUPPORT = 0.33
"""How much of a passage with its surroundings must stand together."""
FEW_WORDS, FEW_EXTRA = 6.0, 0.06
"""Passages of fewer words are found by chance too easily and need up to this much more support."""
KIN, STRANGER_EXTRA = 0.2, 0.25
"""Texts with less in common are two texts: what is found in both needs up to this much more."""
FIRM, LEAST_FIRM = 0.7, 0.3
"""Between surroundings that are hardly touched, less of a passage has to be kept to ask for it."""
MARGIN = 0.08
"""By how much a place must pass for the reader not to be asked.

These bounds separate right from wrong places in seeded trials over ten languages.
"""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a place. All shares are 0 to 1."""

    share: float
    """How much of the passage's words stands here, by weight."""
    purity: float
    """How many of the words that stand here are the passage's."""
    similarity: float
    """How alike the two passages are, letter by letter."""
    support: float
    """How much of the passage and the words around it stands here, by weight."""
    size: float
    """How many words the passage had."""
    kinship: float
    """How much of the whole old text is in the new one, in runs of words."""


def judge(evidence: Evidence) -> tuple[MatchState, float]:
    """Accept a place or not, and say how sure that is."""
    kept = _kept(evidence)
    least_support = (
        LEAST_SUPPORT
        + FEW_EXTRA * max(0.0, 1 - evidence.size / FEW_WORDS)
        + STRANGER_EXTRA * max(0.0, 1 - evidence.kinship / KIN)
    )
    confidence = round(min(1.0, 0.5 * kept + 0.5 * evidence.support), 3)
    if evidence.support >= FIRM and LEAST_FIRM <= kept < LEAST_KEPT:
        return MatchState.UNCERTAIN, confidence
    if kept < LEAST_KEPT or evidence.support < least_support:
        return MatchState.ORPHAN, confidence
    sure = kept >= LEAST_KEPT + MARGIN and evidence.support >= least_support + MARGIN
    return MatchState.ANCHORED if sure else MatchState.UNCERTAIN, confidence


def _kept(evidence: Evidence) -> float:
    """How much of the passage is left, 0 to 1.

    Where most of its words stand, whatever was added between them does not count. Else the place
    must not be mostly something different either.
    """
    if evidence.share >= MOST:
        return evidence.share
    both = evidence.share + evidence.purity
    overlap = 2 * evidence.share * evidence.purity / both if both else 0.0
    return max(overlap, evidence.similarity - CHANCE)


def similarity(one: str, other: str) -> float:
    """How alike two stretches are, 0 to 1: rapidfuzz's ratio of their folded forms."""
    if one == other:
        return 1.0
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - only texts that changed need it

    return Indel.normalized_similarity(fold_text(_ends(one)), fold_text(_ends(other)))


def _ends(text: str) -> str:
    half = MAX_COMPARED // 2
    return text if len(text) <= MAX_COMPARED else text[:half] + text[-half:]
