"""Who said it, told amid what was said, as in “No,” the mayor told them, “we stay”.

Where all that a quotation has stands between the marks of its source, what it leaves out between
them is not of what was said. To leave it out without an ellipsis is to join two sentences, but no
number, name or negation of the speaker went with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.analysis.quotation_marks import quoted_stretches
from briefing.model.span import Span


@dataclass(frozen=True, slots=True)
class Parted:
    """A stretch of a source that a quotation has not, by who says it."""

    said: tuple[Span, ...]
    """What the speaker says there."""
    told: tuple[Span, ...] = ()
    """What is told between: who said it, and to whom."""


def parted(text: str, gap: Span, kept: Sequence[Span]) -> Parted:
    """What is said and what is told in a stretch of a source.

    Args:
        text: The source.
        gap: The stretch.
        kept: What the quotation has of the source, in order. Where some of it stands outside the
            source's marks, all of the stretch counts as said.
    """
    if not len(gap) or not kept:
        return Parted((gap,))
    spans = [*kept, gap]
    whole = Span(min(one.start for one in spans), max(one.end for one in spans))
    stretches = [one.span for one in quoted_stretches(text, list(_paragraphs(text, whole)))]
    if not all(any(one.covers(span) for one in stretches) for span in kept):
        return Parted((gap,))
    said = [
        Span(max(gap.start, one.start), min(gap.end, one.end))
        for one in stretches
        if gap.overlaps(one)
    ]
    ends = [gap.start, *(end for one in said for end in (one.start, one.end)), gap.end]
    told = [Span(first, last) for first, last in zip(ends[::2], ends[1::2], strict=True)]
    return Parted(tuple(_words(text, said)), tuple(_words(text, told)))


def _paragraphs(text: str, span: Span) -> Iterator[Span]:
    """The lines of a text that a span touches."""
    start = text.rfind("\n", 0, span.start) + 1
    while start < span.end:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield Span(start, end)
        start = end + 1


def _words(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Spans from their first letter or digit to the last; those without any are none."""
    for one in spans:
        places = [at for at in range(one.start, one.end) if text[at].isalnum()]
        if places:
            yield Span(places[0], places[-1] + 1)
