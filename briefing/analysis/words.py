"""Where words begin and end, for moving and selecting word by word."""

from __future__ import annotations

import re

from briefing.model.span import Span

_MARKS = "\u0300-\u036f"
_NO_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts that are written without spaces: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""

_WORD = re.compile(
    rf"\d+(?:[.,:\u00a0\u202f]\d+)+"
    rf"|[{_NO_SPACES}]"
    rf"|(?:(?![{_NO_SPACES}])[\w{_MARKS}])+"
    rf"(?:['’\-\u2010\u2011](?:(?![{_NO_SPACES}])[\w{_MARKS}])+)*"
)


def split(text: str, span: Span | None = None) -> list[Span]:
    """The words of a text, in order; punctuation between them belongs to none.

    Numbers with separators (``14.000``) and words with an inner hyphen or apostrophe are one word.
    Scripts without spaces give one character at a time.
    """
    span = span or Span(0, len(text))
    return [Span(*match.span()) for match in _WORD.finditer(text, span.start, span.end)]
