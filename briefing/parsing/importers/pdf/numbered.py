"""Lines that begin with a word and a number: of a table or figure, and of a chapter."""

from __future__ import annotations

import re

_CAPTION = re.compile(
    r"[^\W\d_]{3,12}\.? (?:[A-Z]-?)?\d{1,3}(?:[.-]\d{1,3})*[a-z]?(?:[.:|–—]|-\s)\s*\S"
)
_CHAPTER = re.compile(r"[^\W\d_]{3,12} (?:\d{1,3}|[IVXLC]{1,6}|[A-Z])[.:]?\Z")


def is_caption(text: str) -> bool:
    """Whether a line begins as the words at a table or a figure do, as “Table A-2. Boats”."""
    return _CAPTION.match(text) is not None


def is_chapter_number(text: str) -> bool:
    """Whether a line is nothing but a word and the number of a chapter, a part or an appendix."""
    return _CHAPTER.match(text) is not None
