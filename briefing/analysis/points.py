"""A point of a summary is one sentence or two: what it needs to be understood stands with it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from briefing.analysis import sentences
from briefing.languages.load import language_of
from briefing.languages.phrases import ENDS, any_of
from briefing.model.span import Span

LONGEST = 480
"""Characters of a point."""

_LONGEST_PAIR = 480
"""Characters of two sentences that stand together because one says little."""

_SHORT = 300
"""A sentence of fewer characters has room for another beside it."""


@lru_cache(maxsize=16)
def _leaning(language: str | None) -> re.Pattern[str]:
    own = language_of(language)
    return re.compile(rf"[^\w\s]*(?:{any_of(own.sentences.pronouns)}){ENDS}", re.IGNORECASE)


def leans(sentence: str, language: str | None) -> bool:
    """Whether a sentence opens with a word that stands for a noun before it: "They", "Questo"."""
    return _leaning(language).match(sentence) is not None


def stands(text: str, language: str | None, span: Span, before: Span | None) -> bool:
    """Whether a sentence can be a point: alone, or with the one before it, which it needs.

    Args:
        text: A reading text.
        language: BCP 47.
        span: The sentence.
        before: The sentence before it in the same paragraph.
    """
    if not leans(span.of(text), language):
        return True
    return before is not None and span.end - before.start <= LONGEST


def widened(text: str, language: str | None, chosen: Sequence[Span]) -> list[Span]:
    """Sentences, each with the one before or behind that it needs or has room for.

    Args:
        text: A reading text.
        language: BCP 47.
        chosen: Sentences of it, in order.
    """
    taken = set(chosen)
    found: list[Span] = []
    for span in chosen:
        point = next(_pairs(text, language, span, taken), span)
        taken.update((point, *sentences.split(text, language, point)))
        found.append(point)
    return found


def _pairs(text: str, language: str | None, span: Span, taken: Collection[Span]) -> Iterator[Span]:
    """The sentence with a neighbour of the same paragraph, what is needed first."""
    begin = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    begin = max(begin, span.start - LONGEST)
    end = min(len(text) if end < 0 else end, span.end + LONGEST)
    around = sentences.split(text, language, Span(begin, max(begin, end)))
    at = next((i for i, one in enumerate(around) if one.start == span.start), None)
    if at is None:
        return
    before = around[at - 1] if at else None
    behind = around[at + 1] if at + 1 < len(around) else None
    with_before = Span(before.start, span.end) if before and before not in taken else None
    with_behind = Span(span.start, behind.end) if behind and behind not in taken else None
    if with_before and leans(span.of(text), language) and len(with_before) <= LONGEST:
        yield with_before
    if len(span) <= _SHORT:
        pairs = (with_behind, with_before)
        yield from (pair for pair in pairs if pair and len(pair) <= _LONGEST_PAIR)
