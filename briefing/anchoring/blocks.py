"""Which word of the old text is which word of the new one.

Every old token is given at most one new token and the other way round, in passes from the surest
to the least sure; a pass only touches tokens that no earlier one has explained:

1. the common beginning and the common end,
2. runs of words that stand exactly once in either text, grown in both directions: these follow
   text that has moved,
3. runs that stand more than once, longest first, in the surroundings where they stood,
4. a longest common subsequence inside the gaps that remain between matched neighbours,
5. inside what is left of them, words that resemble each other (typing errors, inflections).

The passes 1, 2 and 4 are those of patience diff and Heckel's algorithm ("A technique for isolating
differences between files", CACM 21(4), 1978), with runs in place of single lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.anchoring.gaps import align_gap

RUN_LENGTHS = (12, 8, 5, 3)
"""Words in a run that counts as unique; long ones first, for they are never a coincidence."""
REPEATED_RUN = 4
"""Words in a repeated run; shorter ones are left to the gaps."""
MAX_COPIES = 24
"""A run that stands more often than this tells nothing about where it came from."""
NONE = -1
"""No counterpart."""


class Pairing:
    """The counterpart of every token, growing from pass to pass.

    Attributes:
        old: The old text's tokens as numbers; equal numbers are equal words.
        new: The new text's tokens, numbered alike.
        forward: For each old token the index of its new one, or `NONE`.
        backward: For each new token the index of its old one, or `NONE`.
        strength: For each old token how much its counterpart is the same word, 0 to 1.
    """

    def __init__(self, old: Sequence[int], new: Sequence[int]) -> None:
        self.old = old
        self.new = new
        self.forward = [NONE] * len(old)
        self.backward = [NONE] * len(new)
        self.strength = [0.0] * len(old)

    def pair(self, i: int, j: int, strength: float = 1.0) -> None:
        """Say that old token ``i`` is new token ``j``."""
        self.forward[i] = j
        self.backward[j] = i
        self.strength[i] = strength

    def is_free(self, i: int, j: int) -> bool:
        """Whether both tokens exist, are the same word and are not explained yet."""
        return (
            0 <= i < len(self.old)
            and 0 <= j < len(self.new)
            and self.forward[i] == NONE
            and self.backward[j] == NONE
            and self.old[i] == self.new[j]
        )

    def grow(self, i: int, j: int) -> None:
        """Pair ``i`` with ``j``, and their neighbours in both directions as long as they agree."""
        low, high = self.reach(i, j)
        for step in range(low, high):
            self.pair(i + step, j + step)

    def reach(self, i: int, j: int) -> tuple[int, int]:
        """How far free equal tokens go around ``(i, j)``: steps ``[low, high)``."""
        low, high = 0, 0
        while self.is_free(i + high, j + high):
            high += 1
        while self.is_free(i + low - 1, j + low - 1):
            low -= 1
        return low, high

    def free_runs(self) -> Iterator[tuple[int, int]]:
        """The stretches ``[first, last)`` of old tokens without a counterpart."""
        yield from _free_runs(self.forward)


def pair_tokens(old_words: Sequence[str], new_words: Sequence[str]) -> Pairing:
    """Give every old word its new one, where it has one."""
    numbers: dict[str, int] = {}
    old = [numbers.setdefault(word, len(numbers)) for word in old_words]
    new = [numbers.setdefault(word, len(numbers)) for word in new_words]
    pairing = Pairing(old, new)
    _pair_ends(pairing)
    for length in RUN_LENGTHS[:-1]:
        _pair_unique_runs(pairing, length)
    _pair_repeated_runs(pairing)
    _pair_unique_runs(pairing, RUN_LENGTHS[-1])
    align_gaps(pairing, old_words, new_words)
    return pairing


def align_gaps(pairing: Pairing, old_words: Sequence[str], new_words: Sequence[str]) -> None:
    """Align what is left between matched neighbours."""
    for first, last in list(pairing.free_runs()):
        places = list(_places_for(pairing, first, last))
        if not places:
            continue
        old_part = [old_words[i] for i in range(first, last)]
        new_part = [new_words[j] for j in places]
        for i, j, strength in align_gap(old_part, new_part):
            pairing.pair(first + i, places[j], strength)


def _pair_ends(pairing: Pairing) -> None:
    if pairing.is_free(0, 0):
        pairing.grow(0, 0)
    last_old, last_new = len(pairing.old) - 1, len(pairing.new) - 1
    if pairing.is_free(last_old, last_new):
        pairing.grow(last_old, last_new)


def _pair_unique_runs(pairing: Pairing, length: int) -> None:
    """Pair runs of ``length`` words that stand once in each text and touch a free token."""
    old_runs = _positions(pairing.old, length, pairing.forward)
    if not old_runs:
        return
    new_runs = _positions(pairing.new, length, pairing.backward)
    for run, starts in old_runs.items():
        others = new_runs.get(run, ())
        if len(starts) == 1 and len(others) == 1:
            _grow_run(pairing, starts[0], others[0], length)


def _grow_run(pairing: Pairing, i: int, j: int, length: int) -> None:
    if all(pairing.is_free(i + step, j + step) for step in range(length)):
        pairing.grow(i, j)


def _pair_repeated_runs(pairing: Pairing) -> None:
    """Pair runs that stand several times: the longest first, then by their surroundings."""
    old_runs = _positions(pairing.old, REPEATED_RUN, pairing.forward)
    new_runs = _positions(pairing.new, REPEATED_RUN, pairing.backward) if old_runs else {}
    found = []
    for run, starts in old_runs.items():
        others = new_runs.get(run, ())
        if len(starts) > MAX_COPIES or len(others) > MAX_COPIES:
            continue
        for i in starts:
            for j in others:
                if not pairing.is_free(i - 1, j - 1):
                    _low, high = pairing.reach(i, j)
                    found.append((-high, _displacement(pairing, i, j, high), i, j))
    for _length, _far, i, j in sorted(found):
        if pairing.is_free(i, j):
            pairing.grow(i, j)


def _displacement(pairing: Pairing, i: int, j: int, length: int) -> int:
    """How far a run would lie from where its neighbours have gone; small is good."""
    best = len(pairing.new)
    for step, side in ((-1, i - 1), (1, i + length)):
        at = side
        while 0 <= at < len(pairing.old) and pairing.forward[at] == NONE and abs(at - i) < 200:
            at += step
        if 0 <= at < len(pairing.old) and pairing.forward[at] != NONE:
            best = min(best, abs((pairing.forward[at] - at) - (j - i)))
    return best


def _positions(
    tokens: Sequence[int], length: int, counterpart: Sequence[int]
) -> dict[tuple[int, ...], list[int]]:
    """Where each run of ``length`` tokens begins, for runs that lie wholly in free stretches."""
    runs: dict[tuple[int, ...], list[int]] = {}
    for first, last in _free_runs(counterpart):
        for start in range(first, last - length + 1):
            runs.setdefault(tuple(tokens[start : start + length]), []).append(start)
    return runs


def _free_runs(counterpart: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = None
    for index, other in enumerate(counterpart):
        if other == NONE:
            first = index if first is None else first
        elif first is not None:
            yield first, index
            first = None
    if first is not None:
        yield first, len(counterpart)


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
