"""Where a quotation stands in a text, word by word, and which of its words are others there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from briefing.anchoring.quotation_steps import (
    SKIPPED_MOST,
    Step,
    cheapest_steps,
    steps_in_order,
)
from briefing.anchoring.quoted_words import Edit, QuotedWords
from briefing.anchoring.tokens import LINE, Tokens
from briefing.model.span import Span
from briefing.text.fold import fold_text

_RUNS = (2, 4)
"""Words in a row that tell the likely place better than words alone."""
_FURTHER = 3
"""Words that are left out, at most, behind the first words of a quotation or before the last."""
_MARKS = frozenset("\"'")
"""Quotation marks, folded."""
_MARGIN, _REACH = 6, 40
"""Words around the likely place that are looked at too, and their least number with the quotation's
own."""


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
    steps = steps_in_order(quotation, source)
    if steps is not None:
        return _alignment(quotation, source, steps)
    first, last = _window(quotation, source)
    if first == last:
        return None
    steps = cheapest_steps(quotation, source.words[first:last])
    placed = [Step(i, j + first, kind) for i, j, kind in steps]
    reached = _with_further_ends(placed, quotation, source)
    return _alignment(quotation, source, _with_ends(reached, source))


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


def _window(quotation: QuotedWords, source: Tokens) -> tuple[int, int]:
    """The stretch of the text that has most of the words, those in a row above all."""
    marks = _marks(quotation.tokens.words, source)
    if not marks:
        return 0, 0
    skips = sum(edit.is_ellipsis for at, edit in quotation.edits.items() if 0 < at < len(quotation))
    length = len(quotation) + _MARGIN + SKIPPED_MOST * skips
    around = max(len(quotation) + _MARGIN, _REACH)
    places = sorted(marks)
    sums = [0.0, *accumulate(marks[place] for place in places)]
    ends = [bisect_left(places, place + length) for place in places]
    best = places[max(range(len(places)), key=lambda start: sums[ends[start]] - sums[start])]
    return max(0, best - around), min(best + length + around, len(source))


def _marks(words: Sequence[str], source: Tokens) -> dict[int, float]:
    """By the words of the text, how much each speaks for the quotation being there."""
    marks: dict[int, float] = {}
    for word in set(words) & source.positions.keys():
        places = source.positions[word]
        marks.update(dict.fromkeys(places, 1 / len(places)))
    for length in _RUNS:
        for run in set(_runs(words, length)):
            for at in source.positions.get(run[0], ()):
                if source.words[at : at + length] == list(run):
                    marks[at] += length
    return marks


def _runs(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[first:] for first in range(length)), strict=False)


def _with_further_ends(
    steps: Sequence[Step], quotation: QuotedWords, source: Tokens
) -> Sequence[Step]:
    """Words at the ends that stand a little further on, and not for other words.

    “sold a million” of “sold more than a million” leaves two words out: it costs less to let
    “sold” stand for “than”, and that would not name what was left out.
    """
    agree = [index for index, step in enumerate(steps) if step.agrees]
    if not agree:
        return steps
    words, last = quotation.tokens.words, len(quotation) - 1
    first_step, last_step = steps[agree[0]], steps[agree[-1]]
    head, tail = list(steps[: agree[0]]), list(steps[agree[-1] + 1 :])
    for skipped in range(1, _REACH + 1):
        count = first_step.draft
        at = first_step.source - skipped - count
        if not count or at < 0 or not _may_skip(source, at + count, first_step.source):
            continue
        if _stands(source, at, words[:count], first_step.source):
            head = [Step(n, at + n, "same") for n in range(count)]
            head += [Step(count, at + count + n, "source") for n in range(skipped)]
            break
    for skipped in range(1, _REACH + 1):
        count = last - last_step.draft
        at = last_step.source + 1 + skipped
        if not count or not _may_skip(source, last_step.source + 1, at):
            continue
        if _stands(source, at, words[-count:], last_step.source):
            draft = last_step.draft + 1
            tail = [Step(draft, last_step.source + 1 + n, "source") for n in range(skipped)]
            tail += [Step(draft + n, at + n, "same") for n in range(count)]
            break
    return [*head, *steps[agree[0] : agree[-1] + 1], *tail]


def _may_skip(source: Tokens, first: int, end: int) -> bool:
    """Whether words are few, or stand between what somebody said: “No,” he told us, “never”."""
    return end - first <= _FURTHER or (_has_mark(source, first) and _has_mark(source, end))


def _has_mark(source: Tokens, at: int) -> bool:
    """Whether a quotation mark stands between a word of a text and the one before it."""
    if not 0 < at < len(source):
        return False
    between = fold_text(source.text[source.ends[at - 1] : source.starts[at]])
    return not _MARKS.isdisjoint(between)


def _stands(source: Tokens, at: int, words: Sequence[str], other: int) -> bool:
    """Whether words stand at a place of a text, and on one line with another of its words."""
    if source.words[at : at + len(words)] != list(words):
        return False
    return _goes_on(source, min(at, other), max(at + len(words) - 1, other))


def _with_ends(steps: Sequence[Step], source: Tokens) -> Sequence[Step]:
    """Words at the ends that the text has not, each beside the word that the text has there."""
    inner = [index for index, step in enumerate(steps) if step.kind != "draft"]
    if not inner:
        return steps
    first, last = inner[0], inner[-1]
    before, after = steps[first].source, steps[last].source + 1
    head = [Step(one.draft, before - first + n, "other") for n, one in enumerate(steps[:first])]
    tail = [Step(one.draft, after + n, "other") for n, one in enumerate(steps[last + 1 :])]
    if head and not _goes_on(source, head[0].source, before):
        head = list(steps[:first])
    if tail and not _goes_on(source, after - 1, tail[-1].source):
        tail = list(steps[last + 1 :])
    return [*head, *steps[first : last + 1], *tail]


def _goes_on(source: Tokens, first: int, last: int) -> bool:
    """Whether words of a text stand on one line."""
    is_there = first >= 0 and last < len(source)
    return is_there and all(source.break_before(at) < LINE for at in range(first + 1, last + 1))


def _alignment(quotation: QuotedWords, source: Tokens, steps: Sequence[Step]) -> Alignment | None:
    agree = [step for step in steps if step.agrees]
    if not agree:
        return None
    taken = [step.source for step in steps if step.kind != "draft"]
    passage = Span(source.starts[taken[0]], source.ends[taken[-1]])
    runs, gaps = [], list(_bare_edits(quotation, source, steps))
    for does_agree, group in groupby(steps, key=lambda step: step.agrees):
        part = list(group)
        if does_agree:
            runs.append(_between(quotation, source, part[0], part[-1]))
        else:
            gaps.append(_gap(quotation, source, part))
    forms = [_gap(quotation, source, [step]) for step in agree if step.kind == "form"]
    share = len(agree) / len(quotation)
    return Alignment(passage, share, tuple(runs), tuple(gaps), tuple(forms))


def _between(quotation: QuotedWords, source: Tokens, first: Step, last: Step) -> Run:
    span = Span(source.starts[first.source], source.ends[last.source])
    return Run(quotation.span(first.draft, last.draft), span)


def _gap(quotation: QuotedWords, source: Tokens, part: Sequence[Step]) -> Gap:
    ours = [step.draft for step in part if step.kind != "source"]
    theirs = [step.source for step in part if step.kind != "draft"]
    draft = quotation.written(ours[0], ours[-1]) if ours else ""
    at = source.starts[min(part[0].source, len(source) - 1)]
    span = Span(source.starts[theirs[0]], source.ends[theirs[-1]]) if theirs else Span(at, at)
    return Gap(draft, span, None if ours else quotation.edits.get(part[0].draft))


def _bare_edits(quotation: QuotedWords, source: Tokens, steps: Sequence[Step]) -> Iterator[Gap]:
    """The insertions that stand for no word of the text."""
    skipping = {step.draft for step in steps if step.kind == "source"}
    places = {step.draft: step.source for step in steps if step.kind != "source"}
    for at, edit in quotation.edits.items():
        if edit.inserted and at not in skipping:
            start = source.starts[places[at]] if places.get(at, len(source)) < len(source) else 0
            yield Gap("", Span(start, start), edit)
