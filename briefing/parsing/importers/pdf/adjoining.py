"""Which words of a page stand in one line."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.parsing.importers.pdf.words import Word

_WIDE = 1.5
"""Times the size of the type: a wider gap parts columns or cells."""
_OTHER = 1.5
"""Times the size of other words: type of words that are of another line, if they stand apart."""


def adjoining(words: Iterator[Word]) -> Iterator[list[Word]]:
    """Words that stand close to each other on one line."""
    line: list[Word] = []
    for word in words:
        if line and _is_apart(line[-1], word):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _is_apart(before: Word, word: Word) -> bool:
    """Whether a word does not stand in the line of the one before it."""
    size = max(before.type.size, word.type.size)
    gap = word.left - before.right
    least = min(before.type.size, word.type.size)
    if size >= _OTHER * least and gap > _WIDE * least:
        size = least  # a figure beside what another one counts
    return (
        before.type.turns != word.type.turns
        or not -0.5 * size < gap < _WIDE * size
        or abs(word.base - before.base) > 0.55 * size
    )
