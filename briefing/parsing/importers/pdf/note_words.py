"""Words in the margin that stand so close to a line of the text that they seem to go on with it.

They are set smaller or a little higher than the line, behind a space that no word of the text
reaches over.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.parsing.importers.pdf.words import Word

_WIDE = 0.6
"""Times the size of the type: how wide the space before such words is at least."""
_SMALL = 0.93
"""Times the size of the line: type of notes."""
_OFF = 0.05
"""The same: how far words that are of no one line stand above each other."""
_CLOSE = 1.6
"""Times the size of a note: how far apart its lines are at most."""
_RUNNING, _FEWEST = 5, 6
"""Words of a line of running text, and how many of those end before the space at least."""
_MOST = 0.9
"""How many of the lines of a page do so."""

Line = list[Word]


class Cut(NamedTuple):
    """Where a line is of two parts."""

    at: int
    """The first word of its second part."""
    is_behind: bool
    """Whether the text is the first part."""


def with_notes_apart(lines: list[Line]) -> list[Line]:
    """The lines of a page, what stands in its margins apart from the line beside it."""
    cuts = {id(line): cut for line in lines if (cut := _cut_of(line)) is not None}
    if not cuts:
        return lines
    running = [_span(line, cuts.get(id(line))) for line in lines if _is_running(line)]
    found: list[Line] = []
    for line in lines:
        cut = cuts.get(id(line))
        if cut is not None and _is_margin(line, cut, running) and _goes_on(line, cut, lines):
            found += [line[: cut.at], line[cut.at :]]
        else:
            found.append(line)
    return found


def _cut_of(line: Sequence[Word]) -> Cut | None:
    """Where a line has a wide space between words of the text and others, which are set otherwise.

    The text is in the larger type, or of several words.
    """
    if line[0].type.turns:
        return None
    for at in range(1, len(line)):
        before, word = line[at - 1], line[at]
        if before.type is word.type and before.base == word.base:
            continue
        is_behind = before.type.size >= word.type.size
        size = max(before.type.size, word.type.size)
        is_other = min(before.type.size, word.type.size) < _SMALL * size
        if not is_other and abs(word.base - before.base) <= _OFF * size:
            continue
        text, others = (line[:at], line[at:]) if is_behind else (line[at:], line[:at])
        is_wide = word.left - before.right > _WIDE * size
        is_text = len(text) >= _RUNNING or is_other
        if is_wide and is_text and any(map(_has_letters, others)):
            return Cut(at, is_behind)
    return None


def _has_letters(word: Word) -> bool:
    return sum(map(str.isalpha, word.text)) > 1


def _is_running(line: Sequence[Word]) -> bool:
    return len(line) >= _RUNNING and not line[0].type.turns


def _span(line: Sequence[Word], cut: Cut | None) -> tuple[float, float]:
    """Where the words of a line that are of the text begin and end."""
    if cut is None:
        return line[0].left, line[-1].right
    text = line[: cut.at] if cut.is_behind else line[cut.at :]
    return text[0].left, text[-1].right


def _is_margin(line: Sequence[Word], cut: Cut, running: Sequence[tuple[float, float]]) -> bool:
    """Whether the space in a line parts the text of the page from its margin."""
    if cut.is_behind:
        edge = line[cut.at].left
        ends = [right <= edge for left, right in running if left < edge]
    else:
        edge = line[cut.at - 1].right
        ends = [left >= edge for left, right in running if right > edge]
    return len(ends) >= _FEWEST and sum(ends) >= _MOST * len(ends)


def _goes_on(line: Sequence[Word], cut: Cut, lines: Sequence[Line]) -> bool:
    """Whether what stands before the text may be of a note: a line in its type is close to it.

    The name of an option or a term, before what it means, has no second line.
    """
    if cut.is_behind:
        return True
    first, edge = line[0], line[cut.at - 1].right
    size = first.type.size
    return any(
        0 < abs(other[0].base - first.base) < _CLOSE * size
        and other[-1].right <= edge + size
        and other[0].type.size == size
        for other in lines
    )
