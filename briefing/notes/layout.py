"""A notes file as lines: what stands above the list, and the stretch of lines of every note.

Nothing here knows what a note is. The stretches are found by their indentation alone, so that a
note that is not valid YAML does not take its neighbours with it, and so that an untouched one can
be written back as it stood.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

_LIST = re.compile(
    r"^(?:notes|'notes'|\"notes\")[ \t]*:[ \t]*(\[[ \t]*\])?[ \t]*(?:#.*)?\n", re.MULTILINE
)
_NOTHING = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*")
_FIRST_DASH = re.compile(r"( *)-(?=[ \n])")
_KEY = re.compile(r"^[^\s#\-}\]]", re.MULTILINE)
_COMMENTS_FIRST = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*")
# A block that keeps its last line breaks: https://yaml.org/spec/1.1/#id903915
_KEEPS_BREAKS = re.compile(r"[|>](?:[1-9]?\+|\+[1-9])")
_EMPTY_LINES = re.compile(r"(?:[ \t]*\n)+")
_MARKER_START = re.compile(r"^<<<<<<<(?: |$)", re.MULTILINE)


MAX_NOTES = 200_000
"""How many notes a file may have; more of them are no notes but an attack."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive lines of the file, each with its line end."""

    raw: str
    """The lines."""
    line_number: int
    """The first one, 1-based."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands in a notes file."""

    head: tuple[Stretch, ...]
    """One stretch for every key but ``notes``, with the comments above it."""
    notes: tuple[Stretch, ...]
    """One stretch for every note, with the comments right above it."""
    column: int
    """The 0-based column of the dashes."""
    list_line: str | None
    """The line with the key ``notes``; None where there is none."""


def split(text: str) -> Layout | None:
    """Find the stretches of a notes file; None where it is laid out in another way.

    Args:
        text: The file, with plain newlines and one at its end.
    """
    found = _LIST.search(text)
    if found is None:
        head = _head(text, 1)
        return None if head is None else Layout(head, (), 0, None)
    start = found.end()
    first = _FIRST_DASH.match(text, _end_of_nothing(text, start))
    if first is not None and found[1]:
        return None
    column = len(first[1]) if first else 0
    end = _end_of_list(text, start, column) if first else start
    above = _head(text[: found.start()], 1)
    below = _head(text[end:], text.count("\n", 0, end) + 1)
    if above is None or below is None:
        return None
    notes = _notes(text[start:end], column, text.count("\n", 0, start) + 1) if first else ()
    line = "notes:\n" if found[1] else found[0]
    return Layout(above + below, notes, column, line)


def moved(raw: str, column: int) -> str:
    """The lines of a note with its dash in another column."""
    first = _FIRST_DASH.match(raw, _end_of_nothing(raw, 0))
    before = len(first[1]) if first else 0
    if before == column:
        return raw
    lines = raw.split("\n")
    spaces = " " * column
    return "\n".join(spaces + line[_indent(line, before) :] if line else "" for line in lines)


def comments_above(raw: str) -> str:
    """The comments at the start of a stretch."""
    found = _COMMENTS_FIRST.match(raw)
    return found[0].lstrip("\n") if found else ""


def has_conflict_markers(text: str) -> bool:
    """Whether git left both sides of a merge in the file."""
    return "<<<<<<<" in text and _MARKER_START.search(text) is not None


def _indent(line: str, most: int) -> int:
    return min(most, len(line) - len(line.lstrip(" ")))


def _end_of_nothing(text: str, start: int) -> int:
    found = _NOTHING.match(text, start)
    return found.end() if found else start


def _end_of_list(text: str, start: int, column: int) -> int:
    outside = rf"\n {{0,{column}}}[^\s#-]"
    if column:
        outside += rf"|\n {{0,{column - 1}}}-"
    found = re.compile(outside).search(text, start - 1)
    return found.start() + 1 if found else len(text)


def _head(text: str, line_number: int) -> tuple[Stretch, ...] | None:
    """The keys of a part without notes; None where there is something that no key holds."""
    starts = [found.start() for found in _KEY.finditer(text)]
    if not starts:
        return () if _end_of_nothing(text, 0) == len(text) else None
    return _stretches(text, [_with_comments(text, start, 0) for start in starts], line_number)


def _notes(text: str, column: int, line_number: int) -> tuple[Stretch, ...]:
    # Searched with the line end before it: that is several times faster than at every line start.
    dash = re.compile(rf"\n {{{column}}}-(?=[ \n])")
    starts = [found.start() for found in dash.finditer(f"\n{text}")]
    starts = [_with_comments(text, start, column) for start in starts]
    return tuple(map(_without_empty_lines, _stretches(text, starts, line_number)))


def _with_comments(text: str, start: int, column: int) -> int:
    """Where the comments right above a line begin; further in they may be part of a text."""
    while start:
        above = text.rfind("\n", 0, start - 1) + 1
        # No text goes on behind a tab: YAML wants spaces there.
        line = text[above + _indent(text[above:start], column) : start]
        line = line.lstrip(" \t") if line.startswith("\t") else line
        if not line.startswith("#"):
            break
        start = above
    return start


def _stretches(text: str, starts: list[int], line_number: int) -> tuple[Stretch, ...]:
    # Comments above the first one belong to it, whatever lies between.
    bounds = [0, *starts[1:], len(text)] if starts else []
    stretches = []
    for start, end in itertools.pairwise(bounds):
        stretches.append(Stretch(text[start:end], line_number))
        line_number += text.count("\n", start, end)
    return tuple(stretches)


def _without_empty_lines(stretch: Stretch) -> Stretch:
    empty = _EMPTY_LINES.match(stretch.raw)
    raw = stretch.raw[empty.end() :] if empty else stretch.raw
    line_number = stretch.line_number + (empty[0].count("\n") if empty else 0)
    if "+" not in raw or not _KEEPS_BREAKS.search(raw):
        raw = raw.rstrip("\n") + "\n"
    return Stretch(raw, line_number)
