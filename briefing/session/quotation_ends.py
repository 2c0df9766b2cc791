"""What a quotation loses at its ends: the “no” that stands in its source directly beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.analysis.cut_off import denies, lost_before, lost_behind
from briefing.anchoring.quoted_words import QuotedWords
from briefing.model.quotation import Difference
from briefing.model.span import Span
from briefing.session.quotation_differences import in_order
from briefing.session.quotation_sources import QuotedText


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """The sentence of a draft that a quotation stands in."""

    words: str
    """The draft's own words of it."""
    language: str | None
    """Of the draft, BCP 47."""


def with_lost_ends(
    differs: Sequence[Difference],
    words: QuotedWords,
    passage: Span,
    source: QuotedText,
    around: DraftSentence,
) -> tuple[Span, tuple[Difference, ...]]:
    """The passage with what a quotation leaves out beside it, and all that differs then.

    Nothing is lost that the quotation's editor, or the sentence of the draft around it, says again.

    Args:
        differs: What differs within the quotation.
        words: The quotation.
        passage: What it quotes of the source.
        source: Its source.
        around: The draft's own words around it.
    """
    whole, found = passage, list(differs)
    languages = (around.language, source.language)
    ends = (
        (words.edits.get(0), lost_before(source.text, passage, source.language)),
        (words.edits.get(len(words)), lost_behind(source.text, passage, source.language)),
    )
    for edit, lost in ends:
        if lost is None:
            continue
        span, weighs = lost
        if edit is not None and denies(edit.inserted, languages):
            found = [one for one in found if one.draft != f"[{edit.inserted}]"]
        elif not denies(around.words, languages):
            whole = Span(min(whole.start, span.start), max(whole.end, span.end))
            found.append(Difference("", span.of(source.text), weighs))
    return whole, in_order(found)
