"""Where a quotation stands in a text, word by word, and which of its words are others there.

Words are aligned at the least cost. An ellipsis skips words of the text, and what stands between
brackets is the editor's own and may stand for some of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from briefing.anchoring.tokens import Tokens, tokenize
from briefing.model.span import Span

_EDITED = re.compile(r"\[\s*(?:…|\.{3}|\. \. \.)\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3}|\[[^\]\n]*\]")
_ELLIPSIS = re.compile(r"[\[(]?\s*(?:…|\.{3}|\. \. \.)\s*[\])]?")

_SKIPPED_MOST = 80
"""Words that an ellipsis leaves out at most."""
_RUNS = (2, 4)
"""Words in a row that tell the likely place better than words alone."""
_MARGIN = 6
"""Words around the likely place that are looked at too."""
_CHANGED, _OMITTED, _REPLACED = 1.5, 0.01, 0.2
"""What it costs that a word is another; that an ellipsis, or an insertion, skips one."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Where a quotation and a text part."""

    draft: str
    """The words of the quotation; empty where it leaves some out."""
    source: Span
    """The words of the text; empty where it has none."""
    is_edited: bool
    """Whether an ellipsis or brackets say so."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """A quotation beside the passage that it is most like."""

    span: Span
    """The passage."""
    share: float
    """How many of the quotation's words stand in it, 0 to 1."""
    gaps: tuple[Gap, ...]
    """Where they part."""


def quoted_words(quote: str) -> tuple[Tokens, dict[int, str]]:
    """The words of a quotation without what editors put in, and that by the word before which."""
    bare = _EDITED.sub(lambda match: " " * len(match[0]), quote)
    tokens = tokenize(bare)
    edits: dict[int, str] = {}
    for match in _EDITED.finditer(quote):
        before = sum(1 for start in tokens.starts if start < match.start())
        edits[before] = "…" if _ELLIPSIS.fullmatch(match[0]) else match[0]
    return tokens, edits


def align(quote: str, source: Tokens) -> Alignment | None:
    """Where a text says most nearly what a quotation says; None where they share no word."""
    words, edits = quoted_words(quote)
    first, last = _window(words.words, edits, source)
    if first == last:
        return None
    steps = _steps(words.words, edits, source.words[first:last])
    return _alignment(words, edits, source, [(i, j + first, kind) for i, j, kind in steps])


def _window(words: Sequence[str], edits: dict[int, str], source: Tokens) -> tuple[int, int]:
    """The stretch of the text that has most of the words, those in a row above all."""
    marks = _marks(words, source)
    if not any(marks):
        return 0, 0
    length = len(words) + _MARGIN + _SKIPPED_MOST * sum(edit == "…" for edit in edits.values())
    sums = [0.0, *accumulate(marks)]
    ends = [min(start + length, len(marks)) for start in range(len(marks))]
    best = max(range(len(marks)), key=lambda start: sums[ends[start]] - sums[start])
    return max(0, best - length), min(ends[best] + length, len(marks))


def _marks(words: Sequence[str], source: Tokens) -> list[float]:
    """For each word of the text, how much it speaks for the quotation being there."""
    marks = [0.0] * len(source)
    for word in set(words) & source.positions.keys():
        for at in source.positions[word]:
            marks[at] = 1 / len(source.positions[word])
    for length in _RUNS:
        sought = set(_runs(words, length))
        for at, run in enumerate(_runs(source.words, length)):
            marks[at] += length * (run in sought)
    return marks


def _runs(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[first:] for first in range(length)), strict=False)


def _steps(
    words: Sequence[str], edits: dict[int, str], text: Sequence[str]
) -> list[tuple[int, int, str]]:
    """The cheapest way through both: (word, word of the text, ``same other draft source``)."""
    rows = [[0.0] * (len(text) + 1)]
    for i, word in enumerate(words):
        above, row = rows[-1], [rows[-1][0] + 1]
        skip = _skip(edits.get(i + 1)) if i + 1 < len(words) else 1.0
        for j, other in enumerate(text):
            either = above[j] + (0 if word == other else _CHANGED)
            row.append(min(either, above[j + 1] + 1, row[j] + skip))
        rows.append(row)
    at = min(range(len(text) + 1), key=rows[-1].__getitem__)
    return _way_back(rows, words, text, at)


def _skip(edit: str | None) -> float:
    return 1.0 if edit is None else _OMITTED if edit == "…" else _REPLACED


def _way_back(
    rows: Sequence[Sequence[float]], words: Sequence[str], text: Sequence[str], j: int
) -> list[tuple[int, int, str]]:
    i, steps = len(words), []
    while i:
        same = j > 0 and words[i - 1] == text[j - 1]
        if j and rows[i][j] == rows[i - 1][j - 1] + (0 if same else _CHANGED):
            i, j = i - 1, j - 1
            steps.append((i, j, "same" if same else "other"))
        elif rows[i][j] == rows[i - 1][j] + 1:
            i -= 1
            steps.append((i, j, "draft"))
        else:
            j -= 1
            steps.append((i, j, "source"))
    return steps[::-1]


def _alignment(
    words: Tokens, edits: dict[int, str], source: Tokens, steps: Sequence[tuple[int, int, str]]
) -> Alignment | None:
    same = [j for _i, j, kind in steps if kind == "same"]
    if not same:
        return None
    taken = [j for _i, j, kind in steps if kind != "draft"]
    span = Span(source.starts[taken[0]], source.ends[taken[-1]])
    return Alignment(span, len(same) / len(words), tuple(_gaps(words, edits, source, steps)))


def _gaps(
    words: Tokens, edits: dict[int, str], source: Tokens, steps: Sequence[tuple[int, int, str]]
) -> Iterator[Gap]:
    for is_same, group in groupby(steps, key=lambda step: step[2] == "same"):
        if is_same:
            continue
        part = list(group)
        ours = [i for i, _j, kind in part if kind != "source"]
        theirs = [j for _i, j, kind in part if kind != "draft"]
        draft = words.text[words.starts[ours[0]] : words.ends[ours[-1]]] if ours else ""
        at = source.starts[theirs[0]] if theirs else 0
        span = Span(at, source.ends[theirs[-1]] if theirs else at)
        yield Gap(draft, span, not ours and part[0][0] in edits)
