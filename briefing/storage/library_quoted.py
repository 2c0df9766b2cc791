"""Which documents of an index may hold a quotation: those with its rarest words, and its runs.

A word that few documents have tells most, and is looked up in no time; whichever words a draft has
changed, others are left. Neighbours then tell those apart that share the same rare words. Only a
quotation that has hardly a rare word is looked for by longer runs, among all documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from math import log
from typing import Protocol

from briefing.storage.library_rows import tokens_of

_RARE = 400
"""Documents that a rare word stands in, at most."""
_RARE_LEAST, _RARE_MOST = 2, 5
"""Rare words that are needed to do without longer runs, and that are looked for."""
_PAIRS, _RUNS = 4, 4
"""Pairs of neighbours, and longer runs, that are looked for."""
_RUN_LONGEST = 6
"""Words of a longer run: of a quotation with a word or two changed, some run is whole."""
_COMPARED = 2_000
"""Documents with a run; one that so many have tells nothing."""


class Lookup(Protocol):
    """An index of words in documents."""

    def count(self) -> int:
        """How many documents there are."""

    def frequency(self, word: str) -> int:
        """In about how many documents a word stands."""

    def matching(self, match: str, most: int) -> Sequence[int]:
        """The numbers of at most so many documents, for an expression of FTS5."""


def likeliest(pieces: Iterable[Sequence[str]], index: Lookup) -> list[int]:
    """The numbers of the documents that may hold a quotation, the likeliest first.

    Args:
        pieces: The words of the quotation, parted where its editor left some out or put some in.
        index: Where they are looked for.
    """
    tokens = [tokens_of(piece) for piece in pieces]
    frequencies = {word: index.frequency(word) for word in set(chain.from_iterable(tokens))}
    scores: dict[int, float] = {}
    count = index.count()
    rare = _rarest(frequencies)
    for word in rare:
        _score(scores, index.matching(_phrase([word]), _RARE), count)
    if len(rare) >= _RARE_LEAST:
        base, within = len(scores), " OR ".join(_phrase([word]) for word in rare)
        for pair in _cheapest(list(_pairs(tokens)), frequencies, _PAIRS):
            rows = index.matching(f"({within}) AND {_phrase(pair)}", _COMPARED)
            _score(scores, rows, base)
    else:
        for run in _cheapest(list(_tiles(tokens)), frequencies, _RUNS):
            rows = index.matching(_phrase(run), _COMPARED)
            if len(rows) < _COMPARED:
                _score(scores, rows, count)
    return sorted(scores, key=lambda row: -scores[row])


def _rarest(frequencies: Mapping[str, int]) -> list[str]:
    rare = [word for word, count in frequencies.items() if 0 < count <= _RARE]
    return sorted(rare, key=lambda word: (frequencies[word], word))[:_RARE_MOST]


def _score(scores: dict[int, float], rows: Sequence[int], of: int) -> None:
    """Let documents have something in common with the quotation; the fewer, the more it tells."""
    weight = log(1 + of / max(1, len(rows)))
    for row in rows:
        scores[row] = scores.get(row, 0.0) + weight


def _pairs(pieces: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    return chain.from_iterable(map(pairwise, pieces))


def _tiles(pieces: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    """Each piece in equal runs, as long as they may be; words alone tell nothing."""
    for piece in pieces:
        count = -(-len(piece) // _RUN_LONGEST)
        bounds = [len(piece) * number // count for number in range(count + 1)] if count else []
        yield from (piece[first:last] for first, last in pairwise(bounds) if last - first > 1)


def _cheapest(
    runs: Sequence[Sequence[str]], frequencies: Mapping[str, int], most: int
) -> Iterator[Sequence[str]]:
    """From each part of a quotation the run with the rarest words: it is looked up soonest.

    A run with a word that is nowhere need not be looked for.
    """
    count = min(most, len(runs))
    bounds = [len(runs) * number // count for number in range(count + 1)] if count else []
    for first, last in pairwise(bounds):
        known = [run for run in runs[first:last] if all(frequencies[word] for word in run)]
        if known:
            yield min(known, key=lambda run: sum(frequencies[word] for word in run))


def _phrase(words: Iterable[str]) -> str:
    return f'body : "{" ".join(words)}"'
