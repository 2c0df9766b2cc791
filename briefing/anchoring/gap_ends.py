"""What agrees right behind, or right before, the neighbours of a gap goes with them.

Where the two neighbours of a gap have gone to different places, words that stand at both may belong
to either. Those in the line of a neighbour are its own; a whole line goes with the one before it,
unless it ends without the end of a sentence: a heading goes with what follows.
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.anchoring.pairing import NONE, Pairing
from briefing.anchoring.tokens import LINE, Tokens

Crosses = Callable[[Tokens, int, int], bool]
"""Whether words may be paired from a token on (the second) on account of its neighbour (first)."""


def pair_gap_ends(pairing: Pairing) -> None:
    """Pair the ends of gaps with their neighbours, the surest first."""
    for crosses in (_is_same_line, _goes_with, _always):
        for first, last in list(pairing.free_runs()):
            begun = _extend(pairing, range(first, last), 1, crosses)
            _extend(pairing, range(last - 1, begun - 1, -1), -1, crosses)


def _extend(pairing: Pairing, gap: range, step: int, crosses: Crosses) -> int:
    """Pair a gap from one end on; the first old token that was left."""
    if not gap:
        return gap.start
    before = gap.start - step
    outside = not 0 <= before < len(pairing.old)
    j = (-1 if step > 0 else len(pairing.new)) if outside else pairing.forward[before]
    if j == NONE and not outside:
        return gap.start
    for i in gap:
        j += step
        if not pairing.is_free(i, j) or not crosses(pairing.old_tokens, i - step, i):
            return i
        if not _is_same_line(pairing.old_tokens, i - step, i) and not _agrees(pairing, gap, i, j):
            return i
        pairing.pair(i, j)
    return gap.stop


def _agrees(pairing: Pairing, gap: range, i: int, j: int) -> bool:
    """Whether the rest of a line of the gap is the same: a part of it tells nothing by itself."""
    step, tokens = gap.step, pairing.old_tokens
    while i in gap:
        if not pairing.is_free(i, j):
            return False
        if tokens.break_before(i + (step > 0)) == LINE:
            return True
        i, j = i + step, j + step
    return True


def _is_same_line(tokens: Tokens, known: int, at: int) -> bool:
    return tokens.break_before(max(known, at)) < LINE


def _goes_with(tokens: Tokens, known: int, at: int) -> bool:
    if _is_same_line(tokens, known, at):
        return True
    end = at + 1
    while tokens.break_before(end) < LINE:
        end += 1
    return tokens.is_heading_end(end) == (at < known)


def _always(_tokens: Tokens, _known: int, _at: int) -> bool:
    return True
