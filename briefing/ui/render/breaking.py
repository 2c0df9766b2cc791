"""Where the lines of a narrow column end: at spaces, after hyphens, else between syllables.

A word is divided only where it is longer than a line. Languages divide words by rules of their own;
what nearly all that are written in Latin letters share is enough for a heading: a consonant before
a vowel begins a syllable, and some pairs of consonants stay together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from unicodedata import normalize

from briefing.model.span import Span
from briefing.text.width import cells, is_narrow

_AFTER = frozenset("-‐–—/\u200b")
"""A line may end after these."""
_VOWELS = frozenset("aeiouyæøœı")
_TOGETHER = frozenset(
    (
        "bl", "br", "ch", "cl", "cr", "dr", "fl", "fr", "gh", "gl", "gn", "gr", "ph", "pl", "pr",
        "qu", "sh", "th", "tr", "vr",
    )
)  # fmt: skip
"""Consonants that begin a syllable together."""
_LONGEST = 200
"""No more of a word is looked at."""
_LEAST_LETTERS = 3
"""So many letters of a word stay on either side of a hyphen."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A line of a text."""

    span: Span
    """Its characters; the spaces at a break belong to no line."""
    is_divided: bool = False
    """Whether a word goes on in the next line, which a hyphen says."""


def broken(text: str, width_cells: int, first_cells: int) -> Iterator[Broken]:
    """The lines of a text, each found when it is asked for.

    Args:
        text: What to break; a newline in it is no break.
        width_cells: The room of a line.
        first_cells: The room of the first.
    """
    start = 0
    while start < len(text):
        line = _line(text, start, width_cells if start else first_cells)
        yield line
        start = line.span.end
        while start < len(text) and text[start] == " ":
            start += 1


def _line(text: str, start: int, room: int) -> Broken:
    end = _end_of_room(text, start, room)
    stop = max(text.rfind(" ", start, end), *(text.rfind(sign, start, end) + 1 for sign in _AFTER))
    if end >= len(text) or text[end] == " ":
        return Broken(Span(start, start + len(text[start:end].rstrip(" "))))
    if stop > start:
        return Broken(Span(start, start + len(text[start:stop].rstrip(" "))))
    syllable = start + _syllables_within(_letters(text[start : start + _LONGEST]), room - 1)
    if syllable > start:
        return Broken(Span(start, syllable), is_divided=True)
    return Broken(Span(start, max(end, start + 1)))


def _end_of_room(text: str, start: int, room: int) -> int:
    """Where the room of a line ends, wherever a line may."""
    end = start + max(0, room)
    if is_narrow(text[start : end + 1]):  # also what would belong to the last of them
        return min(end, len(text))
    end, used = start, 0
    while end < len(text) and used + (step := cells(text[end])) <= room:
        used += step
        end += 1
    return end


def _letters(text: str) -> list[str]:
    """The Latin letters that a text begins with, small and without their accents."""
    plain = (normalize("NFD", letter)[0].lower() for letter in text)
    return list(takewhile(lambda letter: "a" <= letter <= "z" or letter in _VOWELS, plain))


def _syllables_within(word: list[str], most: int) -> int:
    """How many letters of a word its first syllables have that fit; 0 where none do."""
    last = min(most, len(word) - _LEAST_LETTERS)
    return next((n for n in range(last, _LEAST_LETTERS - 1, -1) if _begins_at(word, n)), 0)


def _begins_at(letters: list[str], at: int) -> bool:
    """Whether a syllable begins at a letter."""
    if letters[at] in _VOWELS or not _VOWELS & set(letters[:at]):
        return False
    if letters[at + 1] in _VOWELS:
        return letters[at - 1] + letters[at] not in _TOGETHER
    return letters[at] + letters[at + 1] in _TOGETHER and letters[at + 2] in _VOWELS
