"""Setting a place right: to a letter-perfect copy close by, or to the ends of its sentence."""

from __future__ import annotations

from briefing.anchoring.pairing import NONE, Pairing
from briefing.anchoring.tokens import SENTENCE, Tokens

NEAR = 24
"""Words beside a place among which a perfect copy is looked for."""
MAX_SHIFT = 200
"""Words by which the copy of a long passage may begin elsewhere."""
MAX_SNAP = 12
"""Words by which a place is widened to reach the end of its sentence."""

Range = tuple[int, int]


def verbatim_copy(old: Tokens, new: Tokens, tokens: Range, place: Range) -> Range | None:
    """The copy of a passage, word by word, that shares most with a place; None if none does."""
    wanted = old.words[tokens[0] : tokens[1]]
    size = len(wanted)
    if new.words[place[0] : place[1]] == wanted:
        return place
    best, best_shared = None, (place[1] - place[0]) // 2
    reach = min(size, MAX_SHIFT) + NEAR
    for start in range(max(0, place[0] - reach), min(place[1], place[0] + reach)):
        shared = min(start + size, place[1]) - max(start, place[0])
        if shared > best_shared and _stands_at(new.words, start, wanted):
            best, best_shared = (start, start + size), shared
    return best


def _stands_at(words: list[str], start: int, wanted: list[str]) -> bool:
    first = words[start : start + 1]
    return first == wanted[:1] and words[start : start + len(wanted)] == wanted


def snap_to_sentence(
    old: Tokens, new: Tokens, pairing: Pairing, tokens: Range, place: Range
) -> Range:
    """Widen a place to where its sentence begins and ends, if the passage began or ended so.

    Words that were moved or rewritten at the ends of a sentence belong to it, unless other old
    text explains most of them.
    """
    first, last = place
    reach = max(MAX_SNAP, (tokens[1] - tokens[0]) // 2)
    if old.break_before(tokens[0]) >= SENTENCE:
        low = _sentence_end(new, range(first, first - reach - 1, -1))
        whole = pairing.backward[first] == tokens[0]
        if low is not None and _belongs(pairing, tokens, range(low, first), whole):
            first = low
    if old.break_before(tokens[1]) >= SENTENCE:
        high = _sentence_end(new, range(last, last + reach + 1))
        whole = pairing.backward[last - 1] == tokens[1] - 1
        if high is not None and _belongs(pairing, tokens, range(last, high), whole):
            last = high
    return first, last


def _sentence_end(new: Tokens, places: range) -> int | None:
    """The first of the places that a sentence begins or ends at."""
    return next((at for at in places if new.break_before(at) >= SENTENCE), None)


def _belongs(pairing: Pairing, tokens: Range, places: range, whole: bool) -> bool:
    """Whether new tokens beside a place may belong to the passage.

    Hardly any may come from elsewhere; and where its end is ``whole``, half must be its words.
    """
    words = set(pairing.old_tokens.words[tokens[0] : tokens[1]])
    origins = [pairing.backward[j] for j in places]
    foreign = sum(i != NONE and not tokens[0] <= i < tokens[1] for i in origins)
    own = sum(pairing.new_tokens.words[j] in words for j in places)
    return foreign <= len(places) // 4 and (2 * own >= len(places) or not whole)
