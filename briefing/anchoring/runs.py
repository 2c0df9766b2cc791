"""Passes that pair runs of equal words, wherever in the new text they stand."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise

from briefing.anchoring.pairing import NONE, Pairing, free_runs
from briefing.anchoring.tokens import LINE, SENTENCE, Tokens

Run = tuple[int, ...]
"""Some words in a row, as numbers."""
REPEATED_RUN = 4
"""Words in a repeated run; shorter ones are left to the gaps."""
MAX_COPIES = 24
"""A run that stands more often than this tells nothing about where it came from."""
OTHER_LINE, FAR_SIDE = 8.0, 0.5
"""What a neighbour costs that stands in another line, and on the side that tells less, in words."""
MAX_SEARCH = 200
"""Words away from a run among which a paired neighbour is looked for."""


def pair_ends(pairing: Pairing) -> None:
    """Pair the common beginning and the common end, up to the last line that is sure.

    That of the beginning is the title at least. What follows that line may agree only by chance
    and belong elsewhere: words that stand several times go with their neighbours.
    """
    _pair_title(pairing)
    size, by = len(pairing.old), len(pairing.new) - len(pairing.old)
    _pair_up_to_sure(pairing, 0, range(min(size, len(pairing.new))))
    _pair_up_to_sure(pairing, by, range(size - 1, max(-1, -by - 1), -1))


def _pair_title(pairing: Pairing) -> None:
    """Pair the first lines where they are the same; the title may be printed again further on."""
    ends = [
        next((at for at in range(1, len(tokens) + 1) if tokens.break_before(at) == LINE), 0)
        for tokens in (pairing.old_tokens, pairing.new_tokens)
    ]
    if ends[0] == ends[1] and pairing.agree(0, 0, ends[0]):
        pairing.pair_run(0, 0, ends[0])


def _pair_up_to_sure(pairing: Pairing, by: int, olds: range) -> None:
    """Pair old words with new ones ``by`` further on, until the last that were paired before."""
    free: list[int] = []
    for i in olds:
        if pairing.forward[i] == i + by:
            for other in free:
                pairing.pair(other, other + by)
            free = []
        elif pairing.is_free(i, i + by):
            free.append(i)
        else:
            return


def pair_unique_lines(pairing: Pairing) -> None:
    """Pair lines that stand exactly once: most of a long text is done with that."""
    old_lines, new_lines = _lines(pairing.old_tokens.text), _lines(pairing.new_tokens.text)
    for line, start in old_lines.items():
        other = new_lines.get(line)
        if start is None or other is None:
            continue
        first, last = pairing.old_tokens.between(start, start + len(line))
        new_first, _ = pairing.new_tokens.between(other, other + len(line))
        if pairing.agree(first, new_first, last - first):
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
    candidates = (*_repeated_runs(pairing), *_repeated_sentences(pairing))
    ranked = sorted((-size, _displacement(pairing, i, j, size), i, j) for i, j, size in candidates)
    for size, _far, i, j in ranked:
        seed = min(REPEATED_RUN, -size)
        if all(pairing.is_free(i + step, j + step) for step in range(seed)):
            pairing.grow(i, j, seed)


def _repeated_runs(pairing: Pairing) -> Iterator[tuple[int, int, int]]:
    """Where runs of four words and more stand in either text, and how long they are."""
    old_runs = _positions(pairing.old, REPEATED_RUN, pairing.forward)
    new_runs = _positions(pairing.new, REPEATED_RUN, pairing.backward, old_runs)
    told = _telling(old_runs, new_runs)
    for run in told:
        for i in old_runs[run]:
            before = tuple(pairing.old[i - 1 : i - 1 + REPEATED_RUN]) if i else ()
            for j in new_runs[run]:
                # A run that goes on to the left is met there, unless too many begin like that.
                if before not in told or not pairing.is_free(i - 1, j - 1):
                    yield i, j, pairing.reach(i, j, REPEATED_RUN)[1]


def _repeated_sentences(pairing: Pairing) -> Iterator[tuple[int, int, int]]:
    """Where shorter sentences and headings stand in either text, and how long they are."""
    old_places = _sentences(pairing.old, pairing.forward, pairing.old_tokens)
    new_places = _sentences(pairing.new, pairing.backward, pairing.new_tokens)
    for sentence in _telling(old_places, new_places):
        if len(sentence) < REPEATED_RUN:
            for i in old_places[sentence]:
                yield from ((i, j, len(sentence)) for j in new_places[sentence])


def _telling(old: Mapping[Run, list[int]], new: Mapping[Run, list[int]]) -> set[Run]:
    """What stands in both texts, and in neither so often that it tells nothing of its place."""
    return {
        run
        for run, starts in old.items()
        if len(starts) <= MAX_COPIES and 0 < len(new.get(run, ())) <= MAX_COPIES
    }


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


def _displacement(pairing: Pairing, i: int, j: int, length: int) -> float:
    """How far a run would lie from where its neighbours have gone; small is good."""
    sides = _sides(pairing, i, i + length)
    return min((abs(by - (j - i)) + cost for by, cost in sides), default=len(pairing.new))


def _sides(pairing: Pairing, first: int, last: int) -> list[tuple[int, float]]:
    """By how much the words nearest to a run have moved, and how little that tells of the run.

    What stands in the run's own line tells more than what stands in another; of two other lines,
    the one before tells more of a sentence, the one after more of a heading.
    """
    cut_before = pairing.old_tokens.break_before
    is_heading = pairing.old_tokens.is_heading_end(last)
    found = []
    for step, side in ((-1, first - 1), (1, last)):
        at, cost = side, 0.0 if (step > 0) == is_heading else FAR_SIDE
        while 0 <= at < len(pairing.old) and abs(at - first) < MAX_SEARCH:
            cost += OTHER_LINE * (cut_before(at + (step < 0)) == LINE)
            if pairing.forward[at] != NONE:
                found.append((pairing.forward[at] - at, cost))
                break
            at += step
    return found


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
