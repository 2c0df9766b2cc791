"""The marks that a number takes its meaning from, which are no words: ``5 %``, ``−5``.

They stand in the gaps between words, and a gap goes with no word of its own. So a number that got
another mark would be told as the same, did it not take its marks along.
"""

from __future__ import annotations

import re

from briefing.anchoring.tokens import Tokens
from briefing.model.span import Span

_BEHIND = re.compile(r"(?:[^\S\n]|[\u00ad\u200b-\u200f\u2060\ufeff])*[%\u2030\u2031]")
"""Whatever space or invisible character a new edition sets before the sign."""
_BEFORE = re.compile(r"(?<!\w)[-\u2212\u2013]\Z")
_REACH = 2
"""Characters before a number in which its sign stands."""


def with_marks(text: str, span: Span) -> Span:
    """A stretch of text with the marks of the numbers that it begins and ends with."""
    start, end = span.start, span.end
    if start < end and text[start].isdigit():
        sign = _BEFORE.search(text, max(0, start - _REACH), start)
        start = sign.start() if sign else start
    if start < end and text[end - 1].isdigit():
        mark = _BEHIND.match(text, end)
        end = mark.end() if mark else end
    return Span(start, end)


def marked(tokens: Tokens, index: int) -> str:
    """A word as it is written, with its marks where it is a number."""
    return with_marks(tokens.text, Span(tokens.starts[index], tokens.ends[index])).of(tokens.text)
