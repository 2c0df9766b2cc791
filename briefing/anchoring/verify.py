"""Whether a place really is the passage: better an orphan than a wrong place."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.anchor import MatchState
from briefing.text.fold import fold_text

MAX_COMPARED = 4000
"""Characters of a passage that are compared letter by letter; of longer ones both ends are."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a place. All shares are 0 to 1."""

    share: float
    """How much of the passage's words stands here, by weight."""
    similarity: float
    """How alike the two passages are, letter by letter."""
    context: float
    """How many of the words around the passage still stand around it."""
    weight: float
    """How much the passage's words tell: little for a short or common one."""


def judge(evidence: Evidence) -> tuple[MatchState, float]:
    """Accept a place or not, and say how sure that is."""
    kept = max(evidence.share, evidence.similarity)
    confidence = min(1.0, 0.7 * kept + 0.3 * evidence.context)
    if evidence.share >= 0.999 and (evidence.context >= 0.2 or evidence.weight >= 30):
        return MatchState.ANCHORED, max(confidence, 0.9)
    if confidence >= 0.6:
        return MatchState.ANCHORED, confidence
    if confidence >= 0.45:
        return MatchState.UNCERTAIN, confidence
    return MatchState.ORPHAN, confidence


def similarity(one: str, other: str) -> float:
    """How alike two stretches are, 0 to 1: rapidfuzz's ratio of their folded forms."""
    if one == other:
        return 1.0
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - only texts that changed need it

    return Indel.normalized_similarity(_ends(fold_text(one)), _ends(fold_text(other)))


def _ends(text: str) -> str:
    half = MAX_COMPARED // 2
    return text if len(text) <= MAX_COMPARED else text[:half] + text[-half:]
