"""The order that two texts have in common, and what moved out of it.

The counterparts of words come in *runs*: stretches that are the same in both texts. The runs that
follow each other in both, with most words in all, are the texts' common thread; the others have
moved, together with what has moved along with them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.anchoring.number_marks import marked
from briefing.anchoring.pairing import NONE, Pairing
from briefing.anchoring.tokens import LINE
from briefing.text.same_words import same_words

LEAST_MOVED = 4
"""Words of a passage that counts as moved; fewer are chance, unless they are a whole line."""
NEAR = 12
"""Words between two runs that have moved together."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are the same in both texts, in a row."""

    old: int
    """The first of them in the older text."""
    new: int
    """The first of them in the newer text."""
    length: int
    """How many there are."""


@dataclass(frozen=True, slots=True)
class Thread:
    """Runs that follow each other in both texts."""

    runs: tuple[Run, ...]
    """At least one, but for the common thread, which may have none."""

    @property
    def olds(self) -> range:
        """The old tokens from its first to its last."""
        return range(self.runs[0].old, self.runs[-1].old + self.runs[-1].length)

    @property
    def news(self) -> range:
        """The new tokens from its first to its last."""
        return range(self.runs[0].new, self.runs[-1].new + self.runs[-1].length)


def threads(pairing: Pairing) -> tuple[Thread, list[Thread]]:
    """The common thread of two texts, and the passages that moved, in the order of the old text."""
    runs = _runs(pairing)
    kept = _heaviest_rising(runs)
    others = [run for index, run in enumerate(runs) if index not in kept]
    moved = [thread for thread in _together(pairing, others) if _is_moved(pairing, thread)]
    return Thread(tuple(runs[index] for index in sorted(kept))), moved


def _runs(pairing: Pairing) -> list[Run]:
    """Stretches of equal words, cut where what stands between two words is another thing."""
    found: list[Run] = []
    i, size = 0, len(pairing.old)
    while i < size:
        if pairing.forward[i] == NONE or pairing.strength[i] < 1.0:
            i += 1
            continue
        start, j = i, pairing.forward[i]
        i += 1
        while i < size and pairing.forward[i] == j + i - start and pairing.strength[i] == 1.0:
            i += 1
        pieces = _cut_where_marks_differ(pairing, Run(start, j, i - start))
        found += [trimmed for run in pieces if (trimmed := _trimmed(pairing, run)).length]
    return found


def _trimmed(pairing: Pairing, run: Run) -> Run:
    """A run without numbers at its ends that have other marks now."""
    begin, end = 0, run.length
    if not _is_marked_alike(pairing, run, 0):
        begin = 1
    if end - 1 > begin and not _is_marked_alike(pairing, run, end - 1):
        end -= 1
    return Run(run.old + begin, run.new + begin, end - begin)


def _is_marked_alike(pairing: Pairing, run: Run, step: int) -> bool:
    one = marked(pairing.old_tokens, run.old + step)
    other = marked(pairing.new_tokens, run.new + step)
    return one == other or same_words(one, other)


def _cut_where_marks_differ(pairing: Pairing, run: Run) -> list[Run]:
    old, new = pairing.old_tokens, pairing.new_tokens
    ours = old.text[old.starts[run.old] : old.ends[run.old + run.length - 1]]
    if ours == new.text[new.starts[run.new] : new.ends[run.new + run.length - 1]]:
        return [run]
    pieces, begun = [], 0
    for step in range(run.length - 1):
        i, j = run.old + step, run.new + step
        one = old.text[old.starts[i] : old.ends[i + 1]]
        other = new.text[new.starts[j] : new.ends[j + 1]]
        if one != other and not same_words(one, other):
            # The word before the mark goes with it, and so does the one behind.
            pieces.append(Run(run.old + begun, run.new + begun, step - begun))
            begun = step + 2
    pieces.append(Run(run.old + begun, run.new + begun, run.length - begun))
    return [piece for piece in pieces if piece.length > 0]


def _heaviest_rising(runs: Sequence[Run]) -> set[int]:
    """Which runs, in rising order in both texts, have most words together.

    The heaviest increasing subsequence, by a tree of prefix maxima (Fenwick, "A new data structure
    for cumulative frequency tables", Software 24(3), 1994).
    """
    ranks = sorted(run.new for run in runs)
    best: list[tuple[int, int]] = [(0, -1)] * (len(runs) + 1)
    before = [-1] * len(runs)
    last = (0, -1)
    for index, run in enumerate(runs):
        rank = bisect_left(ranks, run.new)
        weight, before[index] = _prefix_best(best, rank)
        total = (weight + run.length, index)
        last = max(last, total)
        at = rank + 1
        while at <= len(runs):
            best[at] = max(best[at], total)
            at += at & -at
    kept = set()
    index = last[1]
    while index >= 0:
        kept.add(index)
        index = before[index]
    return kept


def _prefix_best(best: Sequence[tuple[int, int]], rank: int) -> tuple[int, int]:
    found = (0, -1)
    while rank > 0:
        found = max(found, best[rank])
        rank &= rank - 1
    return found


def _together(pairing: Pairing, runs: Sequence[Run]) -> list[Thread]:
    """Runs that moved along with each other, as one passage each."""
    groups: list[list[Run]] = []
    for run in runs:
        if groups and _moved_along(pairing, groups[-1][-1], run):
            groups[-1].append(run)
        else:
            groups.append([run])
    return [Thread(tuple(group)) for group in groups]


def _moved_along(pairing: Pairing, last: Run, run: Run) -> bool:
    """Whether two runs are as near in both texts, with nothing of elsewhere between them."""
    olds = range(last.old + last.length, run.old)
    news = range(last.new + last.length, run.new)
    if len(olds) > NEAR or not 0 <= run.new - news.start <= NEAR:
        return False
    within = all(pairing.forward[i] == NONE or pairing.forward[i] in news for i in olds)
    return within and all(pairing.backward[j] == NONE or pairing.backward[j] in olds for j in news)


def _is_moved(pairing: Pairing, thread: Thread) -> bool:
    olds, news = thread.olds, thread.news
    if sum(run.length for run in thread.runs) >= LEAST_MOVED:
        return True
    return all(
        min(tokens.break_before(which.start), tokens.break_before(which.stop)) == LINE
        for tokens, which in ((pairing.old_tokens, olds), (pairing.new_tokens, news))
    )
