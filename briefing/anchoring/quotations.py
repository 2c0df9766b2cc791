"""Where a quotation stands in a text, word by word, and which of its words are others there.

Words that stand there as they are, in a row, are found at once. Others are aligned at the least
cost, in the stretch of the text that has most of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from briefing.anchoring.quoted_words import Edit, QuotedWords
from briefing.anchoring.tokens import LINE, Tokens
from briefing.model.span import Span

_SKIPPED_MOST = 80
"""Words that an ellipsis leaves out at most."""
_RUNS = (2, 4)
"""Words in a row that tell the likely place better than words alone."""
_MARGIN = 6
"""Words around the likely place that are looked at too."""
_CHANGED, _OMITTED, _REPLACED = 1.5, 0.01, 0.2
"""What it costs that a word is another; that an ellipsis, or an insertion, skips one."""

_Step = tuple[int, int, str]
"""A word of the quotation, a word of the text, and what they are to each other.

``same``, ``form`` (the same but for an ending in brackets), ``other``, or a word of the ``draft``
or of the ``source`` alone.
"""


@dataclass(frozen=True, slots=True)
class Gap:
    """Where a quotation and a text part."""

    draft: str
    """The words of the quotation; empty where it leaves some out."""
    source: Span
    """The words of the text; empty, at the place, where it has none."""
    edit: Edit | None = None
    """What the editor did there, where that alone makes the gap."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that both have."""

    draft: Span
    """Characters of the quotation."""
    source: Span
    """Characters of the text."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """A quotation beside the passage that it is most like."""

    span: Span
    """The passage."""
    share: float
    """How many of the quotation's words stand in it, 0 to 1."""
    runs: tuple[Run, ...]
    """Where they agree."""
    gaps: tuple[Gap, ...] = ()
    """Where they part. An edit that skips no word is a gap with nothing on either side."""
    forms: tuple[Gap, ...] = ()
    """Words that have an ending of the editor's."""


def align(quotation: QuotedWords, source: Tokens) -> Alignment | None:
    """Where a text says most nearly what a quotation says; None where they share no word."""
    verbatim = None if quotation.edits or quotation.stems else _verbatim(quotation, source)
    if verbatim is not None:
        return verbatim
    first, last = _window(quotation, source)
    if first == last:
        return None
    steps = _steps(quotation, source.words[first:last])
    placed = [(i, j + first, kind) for i, j, kind in steps]
    return _alignment(quotation, source, _with_ends(placed, source))


def shared_pairs(quotation: QuotedWords, source: Tokens) -> float:
    """How many of a quotation's pairs of neighbouring words stand in a text, 0 to 1.

    Pairs that are parted by what the editor did are not counted.
    """
    words, places = quotation.tokens.words, source.positions
    wanted = [index for index in range(1, len(words)) if index not in quotation.edits]
    found = sum(
        any(
            source.words[at + 1 : at + 2] == [words[index]]
            for at in places.get(words[index - 1], ())
        )
        for index in wanted
    )
    return found / len(wanted) if wanted else 1.0


def _verbatim(quotation: QuotedWords, source: Tokens) -> Alignment | None:
    """All the words in a row, at the first place where they stand."""
    words, length = quotation.tokens.words, len(quotation)
    if not words or not set(words) <= source.positions.keys():
        return None
    rarest = min(range(length), key=lambda index: len(source.positions[words[index]]))
    for at in source.positions[words[rarest]]:
        first = at - rarest
        if first >= 0 and source.words[first : first + length] == words:
            span = Span(source.starts[first], source.ends[first + length - 1])
            return Alignment(span, 1.0, (Run(quotation.span(0, length - 1), span),))
    return None


def _window(quotation: QuotedWords, source: Tokens) -> tuple[int, int]:
    """The stretch of the text that has most of the words, those in a row above all."""
    marks = _marks(quotation.tokens.words, source)
    if not any(marks):
        return 0, 0
    skips = sum(edit.is_ellipsis for at, edit in quotation.edits.items() if 0 < at < len(quotation))
    length = len(quotation) + _MARGIN + _SKIPPED_MOST * skips
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
        for run in set(_runs(words, length)):
            for at in source.positions.get(run[0], ()):
                if source.words[at : at + length] == list(run):
                    marks[at] += length
    return marks


def _runs(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[first:] for first in range(length)), strict=False)


def _steps(quotation: QuotedWords, text: Sequence[str]) -> list[_Step]:
    """The cheapest way through both."""
    rows = [[0.0] * (len(text) + 1)]
    for i, word in enumerate(quotation.tokens.words):
        above, row = rows[-1], [rows[-1][0] + 1]
        skip = _skip(quotation.edits.get(i + 1)) if i + 1 < len(quotation) else 1.0
        has_stem = i in quotation.stems
        for j, other in enumerate(text):
            is_same = word == other or (has_stem and quotation.is_form(i, other))
            either = above[j] + (0 if is_same else _CHANGED)
            row.append(min(either, above[j + 1] + 1, row[j] + skip))
        rows.append(row)
    at = min(range(len(text) + 1), key=rows[-1].__getitem__)
    return _way_back(rows, quotation, text, at)


def _skip(edit: Edit | None) -> float:
    if edit is None:
        return 1.0
    return _OMITTED if edit.is_ellipsis else _REPLACED


def _way_back(
    rows: Sequence[Sequence[float]], quotation: QuotedWords, text: Sequence[str], j: int
) -> list[_Step]:
    i, steps = len(quotation), []
    while i:
        kind = _kind(quotation, i - 1, text[j - 1]) if j else "other"
        cost = _CHANGED if kind == "other" else 0
        if j and rows[i][j] == rows[i - 1][j - 1] + cost:
            i, j = i - 1, j - 1
            steps.append((i, j, kind))
        elif rows[i][j] == rows[i - 1][j] + 1:
            i -= 1
            steps.append((i, j, "draft"))
        else:
            j -= 1
            steps.append((i, j, "source"))
    return steps[::-1]


def _with_ends(steps: Sequence[_Step], source: Tokens) -> Sequence[_Step]:
    """Words at the ends that the text has not, each beside the word that the text has there."""
    inner = [index for index, step in enumerate(steps) if step[2] != "draft"]
    if not inner:
        return steps
    first, last = inner[0], inner[-1]
    before, after = steps[first][1], steps[last][1] + 1
    head = [(i, before - first + n, "other") for n, (i, _j, _kind) in enumerate(steps[:first])]
    tail = [(i, after + n, "other") for n, (i, _j, _kind) in enumerate(steps[last + 1 :])]
    if head and not _goes_on(source, head[0][1], before):
        head = list(steps[:first])
    if tail and not _goes_on(source, after - 1, tail[-1][1]):
        tail = list(steps[last + 1 :])
    return [*head, *steps[first : last + 1], *tail]


def _goes_on(source: Tokens, first: int, last: int) -> bool:
    """Whether words of a text stand on one line."""
    is_there = first >= 0 and last < len(source)
    return is_there and all(source.break_before(at) < LINE for at in range(first + 1, last + 1))


def _kind(quotation: QuotedWords, index: int, word: str) -> str:
    if quotation.tokens.words[index] == word:
        return "same"
    return "form" if quotation.is_form(index, word) else "other"


def _alignment(quotation: QuotedWords, source: Tokens, steps: Sequence[_Step]) -> Alignment | None:
    agree = [step for step in steps if step[2] in ("same", "form")]
    if not agree:
        return None
    taken = [j for _i, j, kind in steps if kind != "draft"]
    passage = Span(source.starts[taken[0]], source.ends[taken[-1]])
    runs, gaps = [], list(_bare_edits(quotation, source, steps))
    for is_gap, group in groupby(steps, key=lambda step: step[2] not in ("same", "form")):
        part = list(group)
        if is_gap:
            gaps.append(_gap(quotation, source, part))
        else:
            runs.append(_between(quotation, source, part[0], part[-1]))
    forms = [_gap(quotation, source, [step]) for step in agree if step[2] == "form"]
    share = len(agree) / len(quotation)
    return Alignment(passage, share, tuple(runs), tuple(gaps), tuple(forms))


def _between(quotation: QuotedWords, source: Tokens, first: _Step, last: _Step) -> Run:
    span = Span(source.starts[first[1]], source.ends[last[1]])
    return Run(quotation.span(first[0], last[0]), span)


def _gap(quotation: QuotedWords, source: Tokens, part: Sequence[_Step]) -> Gap:
    ours = [i for i, _j, kind in part if kind != "source"]
    theirs = [j for _i, j, kind in part if kind != "draft"]
    draft = quotation.written(ours[0], ours[-1]) if ours else ""
    at = source.starts[min(part[0][1], len(source) - 1)]
    span = Span(source.starts[theirs[0]], source.ends[theirs[-1]]) if theirs else Span(at, at)
    return Gap(draft, span, None if ours else quotation.edits.get(part[0][0]))


def _bare_edits(quotation: QuotedWords, source: Tokens, steps: Sequence[_Step]) -> Iterator[Gap]:
    """The insertions that stand for no word of the text."""
    skipping = {i for i, _j, kind in steps if kind == "source"}
    places = {i: j for i, j, kind in steps if kind != "source"}
    for at, edit in quotation.edits.items():
        if edit.inserted and at not in skipping:
            start = source.starts[places[at]] if places.get(at, len(source)) < len(source) else 0
            yield Gap("", Span(start, start), edit)
