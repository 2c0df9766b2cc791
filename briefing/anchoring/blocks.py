"""Which word of the old text is which word of the new one.

Every old token is given at most one new token and the other way round, in passes from the surest
to the least sure; a pass only touches tokens that no earlier one has explained:

1. lines, then the common beginning and end around them, runs of words and sentences that stand
   exactly once in either text, long runs grown in both directions: these follow moved text,
2. what stands more than once, longest first, in the surroundings where it stood: what shares a
   line goes together, a sentence with what is before it, a heading with what follows,
3. very short runs that stand once,
4. what agrees at the ends of the gaps that remain, with the neighbour that it goes with,
5. a longest common subsequence inside what is left between matched neighbours,
6. inside what is left of them, words that resemble each other (typing errors, inflections),
7. and where something was struck or added and the words leave a choice, the cut that people make.

The passes 1 and 5 are those of patience diff and Heckel's algorithm ("A technique for isolating
differences between files", CACM 21(4), 1978), with runs in place of single lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from briefing.anchoring.gap_ends import pair_gap_ends
from briefing.anchoring.gaps import align_gap
from briefing.anchoring.pairing import NONE, Pairing
from briefing.anchoring.rows import by_row
from briefing.anchoring.runs import (
    pair_ends,
    pair_repeated_runs,
    pair_unique_lines,
    pair_unique_runs,
    pair_unique_sentences,
)
from briefing.anchoring.slides import slide
from briefing.anchoring.tokens import Tokens


def pair_tokens(old: Tokens, new: Tokens) -> Pairing:
    """Give every old word its new one, where it has one."""
    pairing = Pairing(old, new)
    for run_pass in PASSES:
        run_pass(pairing)
    return pairing


def pair_gaps(pairing: Pairing) -> None:
    """Align what is left between matched neighbours."""
    old_words, new_words = pairing.old_tokens.words, pairing.new_tokens.words
    for first, last in list(pairing.free_runs()):
        news = list(_places_for(pairing, first, last))
        for olds, places in by_row(pairing, list(range(first, last)), news) if news else ():
            old_part, new_part = [old_words[i] for i in olds], [new_words[j] for j in places]
            for i, j, strength in align_gap(old_part, new_part):
                pairing.pair(olds[i], places[j], strength)


def _places_for(pairing: Pairing, first: int, last: int) -> Iterator[int]:
    """The free new tokens beside the counterparts of a gap's two neighbours, in order."""
    left = pairing.forward[first - 1] if first else -1
    right = pairing.forward[last] if last < len(pairing.old) else len(pairing.new)
    after_left = _free_after(pairing, left + 1)
    if left < right <= after_left:
        yield from range(left + 1, right)
        return
    yield from range(left + 1, after_left)
    before_right = right
    while before_right > 0 and pairing.backward[before_right - 1] == NONE:
        before_right -= 1
    yield from range(before_right, right)


def _free_after(pairing: Pairing, j: int) -> int:
    while j < len(pairing.new) and pairing.backward[j] == NONE:
        j += 1
    return j


PASSES: tuple[Callable[[Pairing], None], ...] = (
    pair_unique_lines,
    pair_ends,
    partial(pair_unique_runs, length=12),
    pair_unique_sentences,
    partial(pair_unique_runs, length=8),
    partial(pair_unique_runs, length=5),
    pair_repeated_runs,
    partial(pair_unique_runs, length=3),
    pair_gap_ends,
    pair_gaps,
    slide,
)
"""From the surest to the least sure; long runs are never a coincidence."""
