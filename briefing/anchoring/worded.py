"""Whether a passage that was found still has the words it had."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.anchor import Match
from briefing.text.same_words import same_words


def worded(match: Match, quote: str, text: str) -> Match:
    """A match that says whether the words of its passage are still those of the quote.

    Args:
        match: Where the passage is.
        quote: Its words, as they were.
        text: The text that the match counts in.
    """
    now = quote if match.span is None else match.span.of(text)
    if same_words(quote, now):
        return replace(match, changed=False, now=None)
    return replace(match, changed=True, now=now)
