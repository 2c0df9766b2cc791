"""The marks of lists that are typed: letters of a font made for them, or a lone ``o``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.parsing.importers.pdf.words import Word

_MARK = "•"
_LOOSE, _LOOSE_BEHIND_SIGN = 0.6, 0.2
"""Times the size of the type: how far an item is from a mark that is a letter, and from one of a
font of signs."""
_RING = "o"
"""The letter that word processors set for the mark of an inner list."""
_FEWEST = 2
"""Items of a list whose mark is a letter of the font of the text."""


def with_typed_marks(lines: list[list[Word]]) -> list[list[Word]]:
    """The lines of a page with the marks of items that are letters."""
    draws = Counter[str]()
    for line in lines:
        for word in line:
            draws[word.type.draws] += len(word.text)
    if draws[""] * 2 < draws.total():
        return lines
    rings = Counter(_place(line) for line in lines if _is_ring(line))
    for line in lines:
        if _is_mark(line) or (_is_ring(line) and rings[_place(line)] >= _FEWEST):
            line[0].text = _MARK
    return lines


def _is_mark(line: Sequence[Word]) -> bool:
    """Whether the first word is a letter of a font that draws marks."""
    first, *others = line
    is_letter = first.text.isascii() or first.text.isalnum()
    least = _LOOSE_BEHIND_SIGN if first.type.draws == "." and is_letter else _LOOSE
    is_apart = not others or (_is_apart(line, least) and not others[0].type.draws)
    return len(first.text) == 1 and is_apart and first.type.draws in (".", first.text)


def _is_ring(line: Sequence[Word]) -> bool:
    return len(line) > 1 and line[0].text == _RING and _is_apart(line)


def _is_apart(line: Sequence[Word], least: float = _LOOSE) -> bool:
    return line[1].left - line[0].right > least * line[0].type.size


def _place(line: Sequence[Word]) -> tuple[int, int]:
    """Where a mark stands across the page, and the words behind it."""
    return round(line[0].left), round(line[1].left)
