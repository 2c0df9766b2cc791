"""Where lines end: text and a width in, ranges of characters out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.text.width import character_cells, clusters, is_narrow

_NEVER_FIRST = frozenset(
    "、。，．・：；？！ー）」』】〕〉》］｝…‥゛゜ゝゞ々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.)]}!?;:%»”’"
)
_NEVER_LAST = frozenset("（「『【〔〈《［｛([{«“‘")
"""Characters that Japanese and Chinese typesetting keeps off the ends of lines.

W3C, Requirements for Japanese Text Layout, 3.1.7 and 3.1.8 (https://www.w3.org/TR/jlreq/).
"""
_NOTHING: Mapping[int, int] = {}


def wrap(
    text: str, start: int, end: int, width: int, extra: Mapping[int, int] = _NOTHING
) -> Iterator[tuple[int, int]]:
    """Break ``text[start:end]`` into lines of at most ``width`` cells.

    Lines end at newlines and at spaces, which belong to no line; between characters of scripts
    without spaces; and inside a word only where the word is longer than a line.

    Args:
        text: The text; only the stretch counts.
        start: Its first character.
        end: The character after it.
        width: Cells; at least 2, so that any one character fits.
        extra: Further cells that are drawn right after a character, such as a footnote's mark;
            those before the first stand at the character ahead of it.

    Yields:
        The start and the end of each line. At least one, which may be empty.
    """
    position = start
    while True:
        newline = text.find("\n", position, end)
        stop = newline if newline >= 0 else end
        ahead = extra.get(start - 1, 0) if position == start else 0
        yield from _wrap_line(text, position, stop, max(width, 2), extra, ahead)
        if newline < 0:
            return
        position = newline + 1


def _wrap_line(
    text: str, start: int, end: int, width: int, extra: Mapping[int, int], ahead: int
) -> Iterator[tuple[int, int]]:
    if not extra and is_narrow(text[start:end]):
        yield from _wrap_narrow(text, start, end, width)
    elif end - start <= width and _fits(text, start, end, width - ahead, extra):
        yield start, _without_spaces(text, start, end)
    else:
        yield from _wrap_wide(text, start, end, width, extra, ahead)


def _fits(text: str, start: int, end: int, width: int, extra: Mapping[int, int]) -> bool:
    """Whether a short stretch takes one line: many a paragraph with a footnote's mark does."""
    marks = sum(extra[at] for at in range(start, end) if at in extra)
    return end - start + marks <= width and is_narrow(text[start:end])


def _wrap_narrow(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """The same for a text in which a character is a cell."""
    position = start
    find = text.rfind
    while end - position > width:
        space = find(" ", position, position + width + 1)
        if space < 0:
            yield position, position + width
            position += width
            continue
        yield position, _without_spaces(text, position, space)
        position = space + 1
        while position < end and text[position] == " ":
            position += 1
    yield position, _without_spaces(text, position, end)


def _wrap_wide(
    text: str, start: int, end: int, width: int, extra: Mapping[int, int], used: int
) -> Iterator[tuple[int, int]]:
    """The general case: cluster by cluster, remembering the last chance for a break."""
    line = start
    chance: tuple[int, int] | None = None  # where the next line may begin, the cells up to there
    for at, after, width_of_cluster in clusters(text, start, end):
        blank = after == at + 1 and text[at] in " \t" and at not in extra
        size = max(width_of_cluster, text[at] in " \t")
        size += sum(extra.get(place, 0) for place in range(at, after)) if extra else 0
        if at > line and not blank and _may_break(text, at):
            chance = (at, used)
        while used + size > width and at > line and not blank:
            next_line, before = (at, used) if chance is None else chance
            yield line, _without_spaces(text, line, next_line)
            line, used, chance = next_line, used - before, None
        used += size
    yield line, _without_spaces(text, line, end)


def _without_spaces(text: str, start: int, end: int) -> int:
    """Where a line ends when the spaces at its end are dropped."""
    while end > start and text[end - 1] in " \t":
        end -= 1
    return end


def _may_break(text: str, at: int) -> bool:
    """Whether a line may begin with a character that is not a space."""
    character, before = text[at], text[at - 1]
    if before in " \t":
        return True
    if character in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return _is_spaceless(character) or _is_spaceless(before)


def _is_spaceless(character: str) -> bool:
    """Whether a character is of a script that is written without spaces."""
    return not character.isascii() and character_cells(character) == 2 and character.isalnum()
