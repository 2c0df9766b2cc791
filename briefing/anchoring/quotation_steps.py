"""How the words of a quotation and those of a text go side by side, a step each.

Words that stand in the text as they are, with nothing between them but what the editor left out,
are found by where they stand. Others are aligned at the least cost, in a stretch of the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from briefing.anchoring.quoted_words import Edit, QuotedWords
from briefing.anchoring.tokens import Tokens

SKIPPED_MOST = 80
"""Words that an ellipsis leaves out at most."""
_REPLACED_MOST = 5
"""Words that an insertion stands for at most, where all others are as they were."""
_ALONE, _CHANGED, _OMITTED, _REPLACED = 100, 150, 1, 20
"""What it costs that only one side has a word; that it is another; that an ellipsis, or an
insertion, skips one."""
_PASSAGE, _OF_PASSAGE = 250, 5
"""What it costs to skip a passage, and each of its words: who said it stands amid what he said."""


class Step(NamedTuple):
    """A word of the quotation beside a word of the text."""

    draft: int
    """The index of the word of the quotation."""
    source: int
    """The index of the word of the text."""
    kind: Literal["same", "form", "other", "draft", "source"]
    """What they are to each other.

    ``form`` is the same but for an ending in brackets; a word of the ``draft`` or of the ``source``
    stands alone, before the other's.
    """

    @property
    def agrees(self) -> bool:
        """Whether both have the word."""
        return self.kind in ("same", "form")


_Ways = Mapping[int, tuple[int, tuple[int, ...]]]
"""By where the last piece begins: what it costs to come there, and where all begin; in order."""


def steps_in_order(quotation: QuotedWords, source: Tokens) -> list[Step] | None:
    """The steps where the text has all words as they are; None where it has not.

    Of several places the one with fewest words left out, of these the first.
    """
    if quotation.stems or not len(quotation):
        return None
    pieces = quotation.pieces
    ways: _Ways = {start: (0, (start,)) for start in _places(pieces[0], source)}
    at = 0
    for piece, following in pairwise(pieces):
        at += len(piece)
        ways = _further(ways, len(piece), _places(following, source), quotation.edits[at])
    if not ways:
        return None
    _cost, starts = min(ways.values())
    return list(_placed(pieces, starts))


def _places(piece: Sequence[str], source: Tokens) -> list[int]:
    """The words of the text at which a piece of a quotation stands, in order."""
    if not set(piece) <= source.positions.keys():
        return []
    rarest = min(range(len(piece)), key=lambda index: len(source.positions[piece[index]]))
    firsts = (at - rarest for at in source.positions[piece[rarest]])
    return [at for at in firsts if at >= 0 and source.words[at : at + len(piece)] == piece]


def _further(ways: _Ways, length: int, places: Sequence[int], edit: Edit) -> _Ways:
    """The ways on to the next piece, over no more words than its edit may skip."""
    most = SKIPPED_MOST if edit.is_ellipsis else _REPLACED_MOST
    starts, found = list(ways), {}
    for place in places:
        first = bisect_left(starts, place - length - most)
        last = bisect_right(starts, place - length)
        before = [(start, *ways[start]) for start in starts[first:last]]
        if before:
            found[place] = min(
                (cost + _skip(edit) * (place - length - start), (*way, place))
                for start, cost, way in before
            )
    return found


def _placed(pieces: Sequence[Sequence[str]], starts: Sequence[int]) -> Iterator[Step]:
    i, j = 0, starts[0]
    for piece, start in zip(pieces, starts, strict=True):
        yield from (Step(i, skipped, "source") for skipped in range(j, start))
        yield from (Step(i + n, start + n, "same") for n in range(len(piece)))
        i, j = i + len(piece), start + len(piece)


def cheapest_steps(quotation: QuotedWords, text: Sequence[str]) -> list[Step]:
    """The cheapest way through a quotation and a stretch of a text, in which it may lie anywhere.

    Args:
        quotation: The quotation.
        text: The folded words of the stretch.
    """
    places: dict[str, list[int]] = {}
    for j, word in enumerate(text):
        places.setdefault(word, []).append(j)
    rows, same = [[0] * (len(text) + 1)], list[int]()
    for i, word in enumerate(quotation.tokens.words):
        same = places.get(word, [])
        if i in quotation.stems:
            same = [
                j for j, other in enumerate(text) if word == other or quotation.is_form(i, other)
            ]
        rows.append(_row(rows[-1], same, _skip_behind(quotation, i + 1)))
    ends = range(len(text) + 1)
    at = min(ends, key=lambda end: (rows[-1][end], end - 1 not in same))
    return _way_back(rows, quotation, text, at)


def _row(above: Sequence[int], same: Sequence[int], skip: int) -> list[int]:
    """The least costs of coming to each word of the text with one more word of the quotation."""
    costs = [min(one + _CHANGED, other + _ALONE) for one, other in pairwise(above)]
    for j in same:
        costs[j] = min(above[j], above[j + 1] + _ALONE)
    left = above[0] + _ALONE
    far = left + _PASSAGE
    row = [left]
    for cost in costs:
        far += _OF_PASSAGE
        left = min(left + skip, far, cost)
        far = min(far, left + _PASSAGE)
        row.append(left)
    return row


def _skip_behind(quotation: QuotedWords, i: int) -> int:
    """What it costs to skip a word of the text behind some words of the quotation."""
    return _skip(quotation.edits.get(i)) if i < len(quotation) else _ALONE


def _skip(edit: Edit | None) -> int:
    if edit is None:
        return _ALONE
    return _OMITTED if edit.is_ellipsis else _REPLACED


def _way_back(
    rows: Sequence[Sequence[int]], quotation: QuotedWords, text: Sequence[str], j: int
) -> list[Step]:
    i, steps = len(quotation), []
    while i:
        kind = _kind(quotation, i - 1, text[j - 1]) if j else "other"
        cost = _CHANGED if kind == "other" else 0
        if j and rows[i][j] == rows[i - 1][j - 1] + cost:
            i, j = i - 1, j - 1
            steps.append(Step(i, j, kind))
        elif rows[i][j] == rows[i - 1][j] + _ALONE and not _stands_further_on(rows, i, j):
            i -= 1
            steps.append(Step(i, j, "draft"))
        else:
            first = _skipped_from(rows[i], j, _skip_behind(quotation, i))
            steps += [Step(i, at, "source") for at in reversed(range(first, j))]
            j = first
    return steps[::-1]


def _skipped_from(row: Sequence[int], j: int, skip: int) -> int:
    """Where the words begin that are skipped before a word of the text."""
    if row[j] == row[j - 1] + skip:
        return j - 1
    firsts = reversed(range(j - 1))
    return next((k for k in firsts if row[j] == row[k] + _PASSAGE + _OF_PASSAGE * (j - k)), j - 1)


def _stands_further_on(rows: Sequence[Sequence[int]], i: int, j: int) -> bool:
    """Whether the first word stands a little before, so that it need not be one of the draft's."""
    return i == 1 and j > 0 and rows[1][j - 1] < rows[1][j]


def _kind(quotation: QuotedWords, index: int, word: str) -> Literal["same", "form", "other"]:
    if quotation.tokens.words[index] == word:
        return "same"
    return "form" if quotation.is_form(index, word) else "other"
