"""Aligning two short stretches of words: a common subsequence, then words that resemble.

This is the only place that compares texts with cost proportional to the product of their lengths,
so both steps are bounded: a gap beyond the bound is left unaligned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

MAX_CELLS = 20_000_000
"""Old words times new words that a subsequence is looked for in: a few megabytes of bit vectors."""
MAX_RESEMBLANCES = 900
"""Old words times new words that are compared letter by letter."""
RESEMBLES = 0.6
"""Least similarity (0 to 1, rapidfuzz's ratio) of a word and the one it was changed into."""


def align_gap(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Pair words of two stretches in order: ``(old index, new index, similarity)``."""
    if not old or not new or len(old) * len(new) > MAX_CELLS:
        return
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - only texts that changed need it

    done_old = done_new = 0
    for code in LCSseq.opcodes(old, new):
        if code.tag == "equal":
            yield from _align_rest(
                old, new, (done_old, code.src_start), (done_new, code.dest_start)
            )
            for step in range(code.src_end - code.src_start):
                yield code.src_start + step, code.dest_start + step, 1.0
            done_old, done_new = code.src_end, code.dest_end
    yield from _align_rest(old, new, (done_old, len(old)), (done_new, len(new)))


def _align_rest(
    old: Sequence[str], new: Sequence[str], olds: tuple[int, int], news: tuple[int, int]
) -> Iterator[tuple[int, int, float]]:
    """Pair words that resemble each other, in order, with the greatest sum of similarities."""
    rows, columns = olds[1] - olds[0], news[1] - news[0]
    if not rows or not columns or rows * columns > MAX_RESEMBLANCES:
        return
    alike = _similarities(old[olds[0] : olds[1]], new[news[0] : news[1]])
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            taken = alike[i][j] + best[i + 1][j + 1] if alike[i][j] else 0.0
            best[i][j] = max(taken, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < rows and j < columns:
        if alike[i][j] and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            yield olds[0] + i, news[0] + j, alike[i][j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _similarities(old: Sequence[str], new: Sequence[str]) -> list[list[float]]:
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    return [
        [Indel.normalized_similarity(one, other, score_cutoff=RESEMBLES) for other in new]
        for one in old
    ]
