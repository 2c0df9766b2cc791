"""Rows and items that begin alike in both texts: their words go with each other, and no further."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from briefing.anchoring.pairing import Pairing
from briefing.anchoring.tokens import LINE, Tokens

LONGEST = 24
"""Words of a line that is taken for a row of a table or an item of a list."""

Part = tuple[list[int], list[int]]
"""Old and new tokens."""


def by_row(pairing: Pairing, olds: list[int], news: list[int]) -> Iterator[Part]:
    """A gap in parts: rows that have their first word in common, then the rest together."""
    ours, theirs = _rows(pairing.old_tokens, olds), _rows(pairing.new_tokens, news)
    if max(len(ours), len(theirs)) < 2:
        yield olds, news
        return
    first_words = _first_words(pairing.new_tokens, theirs)
    for word, number in _first_words(pairing.old_tokens, ours).items():
        other = first_words.get(word)
        if other is not None:
            yield ours[number], theirs[other]
            ours[number], theirs[other] = [], []
    yield list(chain.from_iterable(ours)), list(chain.from_iterable(theirs))


def _rows(tokens: Tokens, part: list[int]) -> list[list[int]]:
    """Tokens by line."""
    rows: list[list[int]] = []
    for at in part:
        if not rows or tokens.break_before(at) == LINE:
            rows.append([])
        rows[-1].append(at)
    return rows


def _first_words(tokens: Tokens, rows: list[list[int]]) -> dict[str, int]:
    """The rows by their first word, where only one of them begins with it."""
    found: dict[str, int | None] = {}
    for number, row in enumerate(rows):
        if tokens.break_before(row[0]) == LINE and len(row) <= LONGEST:
            word = tokens.words[row[0]]
            found[word] = None if word in found else number
    return {word: number for word, number in found.items() if number is not None}
