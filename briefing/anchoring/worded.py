"""Whether a passage that was found still has the words it had."""

from __future__ import annotations

from dataclasses import replace

from briefing.anchoring.number_marks import with_marks
from briefing.anchoring.whole_words import REACH, whole_words
from briefing.model.anchor import Match
from briefing.model.span import Span
from briefing.text.same_words import same_words


def worded(match: Match, quote: str, text: str, before: str = "", after: str = "") -> Match:
    """A match that says whether the words of its passage are still those of the quote.

    A number counts as a whole, also where the quote has only a part of it: ``5 %`` is no quote of a
    text that says ``7.5 %``.

    Args:
        match: Where the passage is.
        quote: Its words, as they were.
        text: The text that the match counts in.
        before: What stood before the quote, as far as it is known.
        after: What stood behind it.
    """
    if match.span is None:
        return replace(match, changed=False, now=None)
    now, whole = match.span.of(text), _whole(text, match.span)
    if not same_words(quote, now):
        return replace(match, changed=True, now=now)
    was = _whole_quote(quote, before, after)
    if same_words(was, whole.of(text)):
        return replace(match, changed=False, now=None)
    span = whole if same_words(was, quote) else match.span
    return replace(match, span=span, changed=True, now=whole.of(text))


def _whole_quote(quote: str, before: str, after: str) -> str:
    """A quote with the whole of the numbers that it cut when it was taken."""
    known, at = before[-REACH:] + quote + after[:REACH], len(before[-REACH:])
    return _whole(known, Span(at, at + len(quote))).of(known)


def _whole(text: str, span: Span) -> Span:
    """A passage with the whole of the numbers at its ends, their signs and marks too."""
    return with_marks(text, whole_words(text, span))
