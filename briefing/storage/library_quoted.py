"""Which documents of an index may hold a quotation: those with its rarest words, and its runs.

A word that few documents have tells most, and is looked up in no time; whichever words a draft has
changed, others are left. Neighbours then tell those apart that share the same rare words. Only a
quotation that has hardly a rare word is looked for by longer runs, among all documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from math import log
from typing import Protocol

from briefing.storage.library_rows import tokens_of

_RARE = 400
"""Documents that a rare word stands in, at most."""
_RARE_LEAST, _RARE_MOST = 2, 5
"""Rare words that are needed to do without longer runs, and that are looked for."""
_PAIRS, _TRIPLES, _TILES = 4, 6, 3
"""Runs of two words, of three and of more that are looked for."""
_RUN_LONGEST = 6
"""Words of a longer run: of a quotation with a word or two changed, some run is whole."""
_BY_CHANCE, _FEW = 0.01, 3
"""Of a library, so many documents at most have by chance what the best have; and these are few."""
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


def likeliest(pieces: Iterable[Sequence[str]], index: Lookup) -> list[tuple[int, float]]:
    """The numbers of the documents that may hold a quotation, the likeliest first.

    Each comes with how likely it is, as compared to the others.

    Args:
        pieces: The words of the quotation, parted where its editor left some out or put some in.
        index: Where they are looked for.
    """
    tokens = [tokens_of(piece) for piece in pieces]
    frequencies = {word: index.frequency(word) for word in set(chain.from_iterable(tokens))}
    evidence = _Evidence(index)
    for word in _rarest(frequencies):
        evidence.take([word], _RARE)
    if len(evidence.telling) < _RARE_LEAST:
        for run in _cheapest(list(_triples(tokens)), frequencies, _TRIPLES):
            evidence.take(run, _COMPARED)
    else:
        evidence.refine(_cheapest(list(_pairs(tokens)), frequencies, _PAIRS))
    evidence.refine(_cheapest(list(_tiles(tokens)), frequencies, _TILES))
    return evidence.documents


@dataclass(slots=True)
class _Evidence:
    """The documents that have something in common with a quotation, and how much."""

    index: Lookup
    telling: list[str] = field(default_factory=list)
    """What few documents have, as expressions; one of it has each document that is known."""
    _scores: dict[int, float] = field(default_factory=dict)

    def take(self, words: Sequence[str], most: int) -> None:
        """Learn which documents have some words in a row; nothing where too many have them."""
        phrase = _phrase(words)
        rows = self.index.matching(phrase, most)
        if rows and len(rows) < most:
            self.telling.append(phrase)
            self._score(rows, self.index.count())

    def refine(self, runs: Iterable[Sequence[str]]) -> None:
        """Learn which of the documents that are known have more words in a row, until it is clear.

        Args:
            runs: The words, the cheapest to look up first.
        """
        within = " OR ".join(self.telling)
        for run in runs if within else ():
            if self._is_clear:
                return
            rows = self.index.matching(f"({within}) AND {_phrase(run)}", _COMPARED)
            if rows:
                self._score(rows, len(self._scores))

    @property
    def _is_clear(self) -> bool:
        """Whether a document has more of it than any would have by chance, and few have as much."""
        best = max(self._scores.values(), default=0.0)
        if best < log(self.index.count() / _BY_CHANCE):
            return False
        return sum(score == best for score in self._scores.values()) <= _FEW

    @property
    def documents(self) -> list[tuple[int, float]]:
        """They with how likely each is, the likeliest first."""
        return sorted(self._scores.items(), key=lambda one: -one[1])

    def _score(self, rows: Sequence[int], of: int) -> None:
        """Let documents have something in common with it; the fewer, the more that tells."""
        weight = log(1 + of / len(rows))
        for row in rows:
            self._scores[row] = self._scores.get(row, 0.0) + weight


def _rarest(frequencies: Mapping[str, int]) -> list[str]:
    rare = [word for word, count in frequencies.items() if 0 < count <= _RARE]
    return sorted(rare, key=lambda word: (frequencies[word], word))[:_RARE_MOST]


def _pairs(pieces: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    return chain.from_iterable(map(pairwise, pieces))


def _triples(pieces: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    for piece in pieces:
        yield from (piece[at : at + 3] for at in range(len(piece) - 2))
        if len(piece) == 2:
            yield piece


def _tiles(pieces: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    """Each piece in equal runs, as long as they may be; words alone tell nothing."""
    for piece in pieces:
        count = -(-len(piece) // _RUN_LONGEST)
        bounds = [len(piece) * number // count for number in range(count + 1)] if count else []
        yield from (piece[first:last] for first, last in pairwise(bounds) if last - first > 1)


def _cheapest(
    runs: Sequence[Sequence[str]], frequencies: Mapping[str, int], most: int
) -> list[Sequence[str]]:
    """From each part of a quotation the run with the rarest words: it is looked up soonest.

    A run with a word that is nowhere need not be looked for.
    """
    count = min(most, len(runs))
    bounds = [len(runs) * number // count for number in range(count + 1)] if count else []
    parts = (runs[first:last] for first, last in pairwise(bounds))
    known = ([run for run in part if all(frequencies[word] for word in run)] for part in parts)

    def cost(run: Sequence[str]) -> int:
        return sum(frequencies[word] for word in run)

    return sorted((min(part, key=cost) for part in known if part), key=cost)


def _phrase(words: Iterable[str]) -> str:
    return f'body : "{" ".join(words)}"'
