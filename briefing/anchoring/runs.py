"""Passes that pair runs of equal words, wherever in the new text they stand."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise

from briefing.anchoring.pairing import NONE, Pairing, free_runs
from briefing.anchoring.tokens import SENTENCE, Tokens

Run = tuple[int, ...]
"""Some words in a row, as numbers."""
REPEATED_RUN = 4
"""Words in a repeated run; shorter ones are left to the gaps."""
MAX_COPIES = 24
"""A run that stands more often than this tells nothing about where it came from."""
MAX_HALF = 80
"""Words of a half sentence at the common beginning or end that are left to later passes."""
MAX_SEARCH = 200
"""Words away from a run among which a paired neighbour is looked for."""


def pair_ends(pairing: Pairing) -> None:
    """Pair the common beginning and the common end, up to where a sentence is whole.

    The half sentence that follows may begin alike only by chance, and belong elsewhere.
    """
    cut_before = pairing.old_tokens.break_before
    shared = _common(pairing.old, pairing.new)
    if shared < min(len(pairing.old), len(pairing.new)):
        cuts = range(shared, max(0, shared - MAX_HALF), -1)
        shared = next((cut for cut in cuts if cut_before(cut) >= SENTENCE), shared)
    pairing.pair_run(0, 0, shared)
    left = min(len(pairing.old), len(pairing.new)) - shared
    size, by = len(pairing.old), len(pairing.new) - len(pairing.old)
    shared = min(left, _common(pairing.old[::-1], pairing.new[::-1]))
    cuts = range(size - shared, min(size, size - shared + MAX_HALF))
    if shared < left:
        shared = next((size - cut for cut in cuts if cut_before(cut) >= SENTENCE), shared)
    pairing.pair_run(size - shared, size - shared + by, shared)


def _common(one: Sequence[int], other: Sequence[int]) -> int:
    """How many items two sequences have in common at their beginning."""
    both = enumerate(zip(one, other, strict=False))
    end = min(len(one), len(other))
    return next((at for at, (left, right) in both if left != right), end)


def pair_unique_lines(pairing: Pairing) -> None:
    """Pair lines that stand exactly once: most of a long text is done with that."""
    old_lines, new_lines = _lines(pairing.old_tokens.text), _lines(pairing.new_tokens.text)
    for line, start in old_lines.items():
        other = new_lines.get(line)
        if start is None or other is None:
            continue
        first, last = pairing.old_tokens.between(start, start + len(line))
        new_first, _ = pairing.new_tokens.between(other, other + len(line))
        if all(pairing.is_free(first + step, new_first + step) for step in range(last - first)):
            pairing.pair_run(first, new_first, last - first)


def _lines(text: str) -> dict[str, int | None]:
    """Where each line begins; None for one that stands more than once."""
    places: dict[str, int | None] = {}
    at = 0
    for line in text.split("\n"):
        if line:
            places[line] = None if line in places else at
        at += len(line) + 1
    return places


def pair_unique_runs(pairing: Pairing, length: int) -> None:
    """Pair runs of ``length`` words that stand once in each text and touch a free token."""
    old_runs = _positions(pairing.old, length, pairing.forward)
    if not old_runs:
        return
    new_runs = _positions(pairing.new, length, pairing.backward, old_runs)
    for run, starts in old_runs.items():
        others = new_runs.get(run, ())
        if len(starts) == 1 and len(others) == 1 and pairing.forward[starts[0]] == NONE:
            _grow_run(pairing, starts[0], others[0], length)


def _grow_run(pairing: Pairing, i: int, j: int, length: int) -> None:
    if all(pairing.is_free(i + step, j + step) for step in range(length)):
        pairing.grow(i, j, length)


def pair_repeated_runs(pairing: Pairing) -> None:
    """Pair runs that stand several times: the longest first, then by their surroundings."""
    old_runs = _positions(pairing.old, REPEATED_RUN, pairing.forward)
    new_runs = _positions(pairing.new, REPEATED_RUN, pairing.backward, old_runs)
    found = []
    for run, starts in old_runs.items():
        others = new_runs.get(run, ())
        if len(starts) > MAX_COPIES or len(others) > MAX_COPIES:
            continue
        for i in starts:
            for j in others:
                if not pairing.is_free(i - 1, j - 1):
                    _low, high = pairing.reach(i, j, REPEATED_RUN)
                    found.append((-high, _displacement(pairing, i, j, high), i, j))
    for _length, _far, i, j in sorted(found):
        if pairing.is_free(i, j):
            pairing.grow(i, j, REPEATED_RUN)


def pair_unique_sentences(pairing: Pairing) -> None:
    """Pair whole sentences and headings that stand once, however short they are."""
    old_places = _sentences(pairing.old, pairing.forward, pairing.old_tokens)
    new_places = _sentences(pairing.new, pairing.backward, pairing.new_tokens)
    for sentence, starts in old_places.items():
        others = new_places.get(sentence, ())
        if len(starts) == 1 and len(others) == 1:
            pairing.pair_run(starts[0], others[0], len(sentence))


def _sentences(
    words: Sequence[int], counterpart: Sequence[int], tokens: Tokens
) -> dict[tuple[int, ...], list[int]]:
    """Where each sentence begins, for those that lie wholly in free stretches."""
    places: dict[tuple[int, ...], list[int]] = {}
    for first, last in free_runs(counterpart):
        cuts = [i for i in range(first, last + 1) if tokens.break_before(i) >= SENTENCE]
        for start, end in pairwise(cuts):
            places.setdefault(tuple(words[start:end]), []).append(start)
    return places


def _displacement(pairing: Pairing, i: int, j: int, length: int) -> int:
    """How far a run would lie from where its neighbours have gone; small is good."""
    best = len(pairing.new)
    for step, side in ((-1, i - 1), (1, i + length)):
        at = side
        while (
            0 <= at < len(pairing.old) and pairing.forward[at] == NONE and abs(at - i) < MAX_SEARCH
        ):
            at += step
        if 0 <= at < len(pairing.old) and pairing.forward[at] != NONE:
            best = min(best, abs((pairing.forward[at] - at) - (j - i)))
    return best


def _positions(
    tokens: Sequence[int],
    length: int,
    counterpart: Sequence[int],
    wanted: Container[Run] | None = None,
) -> dict[Run, list[int]]:
    """Where each run of ``length`` tokens begins, for runs that lie wholly in free stretches.

    With ``wanted``, only those runs are counted.
    """
    runs: dict[Run, list[int]] = {}
    for first, last in free_runs(counterpart):
        shifted = (tokens[first + step : last] for step in range(length))
        for start, run in enumerate(zip(*shifted, strict=False), first):
            if wanted is None or run in wanted:
                runs.setdefault(run, []).append(start)
    return runs
