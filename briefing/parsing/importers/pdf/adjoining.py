"""Which words of a page stand in one line."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.parsing.importers.pdf.words import Word

_WIDE = 1.5
"""Times the size of the type: a wider gap parts columns or cells."""
_OTHER, _FAR = 1.8, 1.0
"""Times the size of the word before: type of a figure that is of another line; and times its own
size: how far it stands from that word at least."""
_LETTERS = 3
"""Letters that such a word ends with."""


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
    look = before.type
    size = look.size if look is word.type else max(look.size, word.type.size)
    gap = word.left - before.right
    if size > look.size and gap > _FAR * size and _is_figure(before, word):
        size = look.size
    return (
        before.type.turns != word.type.turns
        or not -0.5 * size < gap < _WIDE * size
        or abs(word.base - before.base) > 0.55 * size
    )


def _is_figure(before: Word, word: Word) -> bool:
    """Whether a word is a number in far larger type than the word before it, as of a key figure."""
    is_large = word.type.size >= _OTHER * before.type.size
    return is_large and word.text[0].isdecimal() and before.text[-_LETTERS:].isalpha()
