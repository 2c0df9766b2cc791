"""Footnotes: small type at the foot of a column, under a mark that stands raised in the text.

A mark that the page does not have in its text is that of no note: small type at the foot of a page
may as well be a list of references, what a table says, or a text that is all set small.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import groupby

from briefing.model.records import replace
from briefing.parsing.importers.pdf.endnotes import Footnote, take_endnotes
from briefing.parsing.importers.pdf.lines import (
    NOTE,
    RAISED,
    RAISED_END,
    Row,
    Stretch,
    with_small_signs,
)
from briefing.parsing.importers.pdf.looks import without_first
from briefing.parsing.importers.pdf.measures import Measures

_SMALL = 0.93
"""Times the size of the running text."""
_APART, _CLOSE = 1.2, 1.6
"""Times the distance of lines: how far notes as large as the text stand below it at least, and how
far from each other at most."""
_TORN = 1.9
"""Times the distance of lines: what stands so far below a note does not go on with it."""
_SHORT = 60
"""Characters of the foot of a page."""
_LATE = 2
"""Pages by which a note may stand behind its mark, where there was no room for it."""
_MARK = re.compile(
    rf"(?:{RAISED}(?P<raised>[^\s{RAISED_END}]{{1,4}}){RAISED_END}"
    r"|(?P<plain>\d{1,3}(?![.,:–-]?\d)|[*†‡]+|[§¶]+(?!\s?\d)))[.)]?\s*(?=\S)"
)
_SIGN = re.compile(rf"(?<=[\w.,;:!?)”’\"'{RAISED_END}])([*†‡§¶]{{1,4}})(?!\w)")
"""A mark that is no number, behind a word: it is high by itself, and need not be raised."""
_ANY_SIGN = re.compile("[*†‡§¶]")
_MISSED = 3
"""How far numbers of notes go on at most, where the marks between them are not told as such."""
_LONE_MARK = re.compile(r"(\d{1,3})[.)]?")
_RAISED = re.compile(rf"{RAISED}([^{RAISED_END}]+){RAISED_END}")
_BETWEEN = re.compile(r"[,;\s]+")


def take_footnotes(rows: Sequence[Row], measures: Measures) -> tuple[list[Row], list[Footnote]]:
    """Part the footnotes of a document from its text, and mark their places there."""
    rows, at_end = take_endnotes(rows)
    called = set(_called(rows))
    text: list[Row] = []
    notes: list[Footnote] = []
    for _column, group in groupby(rows, key=lambda row: row.column):
        column = list(group)
        for row in column:
            _join_mark(row, called)
        start, begins = _foot(column, measures, notes, called)
        own = _own_lines(column, start, begins, measures)
        text += (row for at, row in enumerate(column) if at not in own)
        _add_notes(column, own, begins, notes)
    _label([*notes, *at_end])
    places = {(row.page, note.mark): note.label for row in text for note in at_end}
    places |= {(_called_on(note, called), note.mark): note.label for note in notes}
    notes += at_end
    for row in text:
        row.cells = [_with_links(cell, row.page, places) for cell in row.cells]
    for note in notes:
        for row in note.rows:
            row.cells = [_with_links(cell, -1, {}) for cell in row.cells]
    return text, notes


def _called_on(note: Footnote, called: Container[tuple[int, str]]) -> int:
    """The page that has the mark of a note: its own, or one before it."""
    pages = (note.page - early for early in range(_LATE + 1))
    return next((page for page in pages if (page, note.mark) in called), note.page)


def _join_mark(row: Row, called: set[tuple[int, str]]) -> None:
    """Make one of the mark of a note and its words, where a wide space parts them."""
    first, *others = row.cells
    match = _LONE_MARK.fullmatch(first.text)
    if match is None or len(others) != 1 or (row.page, match[1]) not in called:
        return
    second = others[0]
    text = f"{first.text} {second.text}"
    looks = f"{first.marked} {second.marked}" if first.looks or second.looks else ""
    gaps = tuple(replace(gap, words=gap.words + 1) for gap in second.gaps)
    row.cells = [replace(second, text=text, looks=looks, left=first.left, gaps=gaps)]


def _called(rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """The marks that stand behind words, with their pages."""
    for row in rows:
        text = row.text
        for match in _RAISED.finditer(text) if RAISED in text else ():
            if match.start():
                yield from ((row.page, mark) for mark in _BETWEEN.split(match[1]))
        for match in _SIGN.finditer(text) if _ANY_SIGN.search(text) else ():
            yield row.page, match[1]


def _foot(
    column: Sequence[Row],
    measures: Measures,
    notes: Sequence[Footnote],
    called: Container[tuple[int, str]],
) -> tuple[int, list[int]]:
    """Where the footnotes of a column begin, its length if it has none; and where each begins."""
    start = len(column)
    while start and column[start - 1].size <= _SMALL * measures.body:
        start -= 1
    due = _due(notes)
    begins = _beginnings(column, start, called, due)
    goes_on = bool(notes) and notes[-1].page == column[0].page - 1 and start < len(column)
    if goes_on and start and not _ends(notes[-1]):
        return start, begins
    if begins:
        return begins[0], begins
    start = _foot_as_large(column, measures)
    return start, _beginnings(column, start, called, due)


def _due(notes: Sequence[Footnote]) -> int:
    """The number of the next note of a document, if they are counted through it."""
    last = notes[-1].mark if notes else "0"
    return int(last) + 1 if last.isdecimal() else 0


def _beginnings(
    column: Sequence[Row], start: int, called: Container[tuple[int, str]], due: int
) -> list[int]:
    """The lines of a foot that begin notes; none where the text has too few of their marks.

    Args:
        column: The lines.
        start: The first line of the foot.
        called: The marks that the text has, with their pages.
        due: The number of a note for which a page before may have had no room.
    """
    begins: list[int] = []
    last, known = "", 0
    for index in range(start, len(column)):
        mark = _mark_of(column[index])
        page = column[index].page
        latest = _LATE if mark == str(due + len(begins)) else 0
        is_called = any((page - early, mark) in called for early in range(latest + 1))
        if mark and (is_called or (begins and _goes_on(mark, last, 1))):
            if mark.isdecimal() and last.isdecimal() and not _goes_on(mark, last, _MISSED):
                continue
            begins.append(index)
            last, known = mark, known + is_called
    return begins if known * 2 >= len(begins) else []


def _goes_on(mark: str, last: str, most: int) -> bool:
    """Whether the number of a note follows that of the one before it."""
    return mark.isdecimal() and last.isdecimal() and 0 < int(mark) - int(last) <= most


def _foot_as_large(column: Sequence[Row], measures: Measures) -> int:
    """The same of footnotes that are as large as the text: their marks stand raised in it, too.

    They stand apart from the text, and close to each other down to the end of the column.
    """
    called: set[str] = set()
    for index, row in enumerate(column):
        match = _MARK.match(row.text)
        is_apart = index > 0 and _gap(column, index) > _APART * measures.pitch(row.size)
        if match is not None and match["raised"] in called and is_apart:
            below = range(index + 1, len(column))
            if all(0 < _gap(column, at) <= _CLOSE * measures.pitch(row.size) for at in below):
                return index
        called.update(m[1] for m in _RAISED.finditer(row.text) if m.start())
    return len(column)


def _gap(column: Sequence[Row], index: int) -> float:
    """How far below the line above it a line stands."""
    return column[index - 1].base - column[index].base


def _mark_of(row: Row) -> str:
    """The mark with which a line begins; empty for none."""
    match = _MARK.match(row.text)
    if match is None or len(row.cells) > 1:
        return ""
    is_wordy = match["raised"] is not None or row.text[match.end() :].count(" ") >= 1
    return (match["raised"] or match["plain"]) if is_wordy else ""


def _ends(note: Footnote) -> bool:
    return note.rows[-1].text.rstrip().endswith((".", "!", "?", "…", "”", "»"))


def _own_lines(
    column: Sequence[Row], start: int, begins: Container[int], measures: Measures
) -> list[int]:
    """The lines of a foot that are of notes: what stands apart below one is none of it.

    Names of authors have marks as well, and an abstract in small type may stand below these. A
    single short line at the end is the foot of the page.
    """
    own: list[int] = []
    is_note = True
    for at in range(start, len(column)):
        is_torn = at > start and _gap(column, at) > _TORN * measures.pitch(column[at].size)
        is_last = at == len(column) - 1 and len(column[at].text) <= _SHORT
        is_note = at in begins or (is_note and (is_last or not is_torn))
        if is_note:
            own.append(at)
    return own


def _add_notes(
    column: Sequence[Row], own: Sequence[int], begins: Container[int], notes: list[Footnote]
) -> None:
    """Add the notes of a foot, whose first lines are known; what is above them goes on with one."""
    for index in own:
        row = column[index]
        match = _MARK.match(row.cells[0].text) if index in begins else None
        if match is not None:
            first, count = row.cells[0], match.end()
            looks = without_first(first.looks, count)
            row.cells = [replace(first, text=first.text[count:], looks=looks), *row.cells[1:]]
            notes.append(Footnote(match["raised"] or match["plain"], row.page, [row]))
        elif notes:
            notes[-1].rows.append(row)


def _label(notes: Sequence[Footnote]) -> None:
    """Give every note a label of its own, its mark where that is unique."""
    counts = Counter(note.mark for note in notes)
    for number, note in enumerate(notes, 1):
        is_unique = note.mark.isalnum() and note.mark.isascii() and counts[note.mark] == 1
        note.label = note.mark if is_unique else f"n{number}"


def _with_links(cell: Stretch, page: int, places: dict[tuple[int, str], str]) -> Stretch:
    text, looks = (_linked(words, page, places) for words in (cell.text, cell.looks))
    return replace(cell, text=text, looks=looks)


def _linked(text: str, page: int, places: dict[tuple[int, str], str]) -> str:
    """The raised signs of a text: marks of footnotes where there is one, else small signs."""

    def written(match: re.Match[str]) -> str:
        marks = [mark for mark in _BETWEEN.split(match[1]) if mark]
        labels = [places.get((page, mark)) for mark in marks]
        if marks and None not in labels:
            return "".join(f"{NOTE}{label}{NOTE}" for label in labels)
        return with_small_signs(match[0])

    return _RAISED.sub(written, text) if RAISED in text else text
