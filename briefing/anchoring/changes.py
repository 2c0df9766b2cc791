"""What is different between two texts: words added, removed, replaced, and passages moved.

Both texts are aligned as for following a passage. What stands between the runs of their common
thread is what changed; rows of tables, items of lists and paragraphs are told one by one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.anchoring.blocks import pair_tokens
from briefing.anchoring.keyed_rows import is_in_place, keyed_rows, line_of
from briefing.anchoring.number_marks import with_marks
from briefing.anchoring.threads import Run, Thread, threads
from briefing.anchoring.tokens import LINE, SENTENCE, Tokens, tokenize
from briefing.anchoring.whole_words import is_part_of_number, whole_words
from briefing.model.change import Change, ChangeKind
from briefing.model.span import Span
from briefing.text.same_words import same_words

SMALL_WORD = 3
"""Letters of a word that two changes on both sides of it take along."""


def changes(old: str, new: str) -> list[Change]:
    """Everything that is different, in the order of the newer text; how it weighs is left open.

    How words are typeset does not count, see `same_words`.

    Args:
        old: The older text.
        new: The newer text.
    """
    if old == new:
        return []
    pairing = pair_tokens(tokenize(old), tokenize(new))
    comparison = _Comparison(pairing.old_tokens, pairing.new_tokens)
    found = _with_keyed_rows(list(comparison.found(*threads(pairing))), old, new)
    return sorted(found, key=lambda change: (change.span.start, change.old_span.start))


def _with_keyed_rows(found: list[Change], old: str, new: str) -> list[Change]:
    """The changes, with what became of rows that went elsewhere in the place of both ends."""
    pairs = keyed_rows(found, old, new)
    gone = {id(change) for pair in pairs for change in pair}
    kept = [change for change in found if id(change) not in gone]
    for went, came in pairs:
        ours, theirs = line_of(old, went.old_span), line_of(new, came.span)
        kept += [
            replace(
                change,
                old_span=change.old_span.moved(ours.start),
                span=change.span.moved(theirs.start),
            )
            for change in changes(ours.of(old), theirs.of(new))
        ]
        if not is_in_place(old, ours, new, theirs):
            kept.append(Change(ChangeKind.MOVED, went.old_span, came.span, went.old, came.new))
    return kept


class _Comparison:
    """Two texts as words, and how what differs between them is told."""

    def __init__(self, old: Tokens, new: Tokens) -> None:
        self.old, self.new = old, new

    def found(self, common: Thread, moved: Sequence[Thread]) -> Iterator[Change]:
        """The changes between the runs of the common thread, and those of what moved."""
        olds = sorted((thread.olds for thread in moved), key=lambda part: part.start)
        news = sorted((thread.news for thread in moved), key=lambda part: part.start)
        edges = Run(0, 0, 0), Run(len(self.old), len(self.new), 0)
        for before, after in pairwise((edges[0], *self._without_small(common), edges[1])):
            ours = _without(range(before.old + before.length, after.old), olds)
            theirs = _without(range(before.new + before.length, after.new), news)
            yield from self._between(ours, theirs)
        for thread in moved:
            yield self._change(ChangeKind.MOVED, thread.olds, thread.news)
            for before, after in pairwise(self._without_small(thread)):
                ours = [range(before.old + before.length, after.old)]
                theirs = [range(before.new + before.length, after.new)]
                yield from self._between(ours, theirs)

    def _without_small(self, thread: Thread) -> list[Run]:
        """The runs, but for parts of numbers, and for small words between two changes."""
        runs = [run for run in thread.runs if not self._is_part_of_number(run)]
        return [
            run
            for index, run in enumerate(runs)
            if not 0 < index < len(runs) - 1
            or run.length > 1
            or len(self.old.words[run.old]) > SMALL_WORD
            or not self.old.words[run.old].isalpha()
            or not self._is_within(runs[index - 1], run, runs[index + 1])
        ]

    def _is_part_of_number(self, run: Run) -> bool:
        """Whether it is what two numbers happen to share: the 3 of ``3.2`` and of ``2.3``."""
        ends = (self.old, run.old), (self.new, run.new)
        return all(
            is_part_of_number(
                tokens.text, Span(tokens.starts[at], tokens.ends[at + run.length - 1])
            )
            for tokens, at in ends
        )

    def _is_within(self, before: Run, small: Run, after: Run) -> bool:
        """Whether words were replaced around a small one, or it changed its side of the others.

        The second is how "au plus" became "jusqu'au"; a cell of a table is no such word.
        """
        ahead, behind = _is_tight(before, small), _is_tight(small, after)
        if ahead or behind:
            return ahead and behind
        is_added = before.new + before.length < small.new
        if is_added == (small.new + small.length < after.new):
            return False
        ours = range(before.old + before.length, after.old + 1)
        theirs = range(before.new + before.length, after.new + 1)
        both = (self.old, ours), (self.new, theirs)
        return all(tokens.break_before(at) != LINE for tokens, part in both for at in part)

    def _between(self, olds: Sequence[range], news: Sequence[range]) -> Iterator[Change]:
        """What became of the old words of a gap."""
        ours, theirs = self._lines(self.old, olds), self._lines(self.new, news)
        if len(ours) == len(theirs):
            for old_part, new_part in zip(ours, theirs, strict=True):
                change = self._change(ChangeKind.REPLACED, old_part, new_part)
                if not same_words(change.old, change.new):
                    yield change
            return
        at_old = olds[0].start if olds else 0
        at_new = news[0].start if news else 0
        for part in ours:
            yield self._change(ChangeKind.REMOVED, part, range(at_new, at_new))
        for part in theirs:
            yield self._change(ChangeKind.ADDED, range(at_old, at_old), part)

    @staticmethod
    def _lines(tokens: Tokens, parts: Iterable[range]) -> list[range]:
        """Stretches of words, cut into the parts of each line."""
        found = []
        for part in parts:
            cuts = [i for i in part if i == part.start or tokens.break_before(i) == LINE]
            found += [range(*ends) for ends in pairwise((*cuts, part.stop)) if part]
        return found

    def _change(self, kind: ChangeKind, olds: range, news: range) -> Change:
        old_span, span = _span(self.old, olds), _span(self.new, news)
        return Change(kind, old_span, span, old_span.of(self.old.text), span.of(self.new.text))


def _is_tight(before: Run, after: Run) -> bool:
    """Whether words were replaced between two runs, on both sides."""
    return before.old + before.length < after.old and before.new + before.length < after.new


def _without(part: range, holes: Sequence[range]) -> list[range]:
    """What is left of a stretch without others, which do not overlap and come in order."""
    found, at = [], part.start
    first = bisect_left(holes, part.start, key=lambda hole: hole.start)
    for hole in holes[first:]:
        if hole.start >= part.stop:
            break
        found.append(range(at, hole.start))
        at = hole.stop
    found.append(range(at, part.stop))
    return [piece for piece in found if piece] or [range(part.start, part.start)]


def _span(tokens: Tokens, part: range) -> Span:
    """The characters of some words; of none, the place behind the word before."""
    if not part:
        at = tokens.ends[part.start - 1] if part.start else 0
        return Span(at, at)
    start, end = tokens.starts[part.start], tokens.ends[part.stop - 1]
    if min(tokens.break_before(part.start), tokens.break_before(part.stop)) >= SENTENCE:
        while end < len(tokens.text) and not (
            tokens.text[end].isspace() or tokens.text[end].isalnum()
        ):
            end += 1
    return with_marks(tokens.text, whole_words(tokens.text, Span(start, end)))
