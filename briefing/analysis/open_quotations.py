"""Quotations of a text that are never closed: what a reader should know before he quotes them.

A quotation may go on over paragraphs: the next one begins with its mark again, opening or closing
as the language's books set it, with the dash of a dialogue, or the quotation is closed further on.
Better silent than wrong: many pages close with another mark than that of their language, so
whatever stands where a closing mark would closes it, and any mark begins the next paragraph of it;
of a line that breaks off nothing can be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.analysis import sentences
from briefing.model.brief import TextWarning
from briefing.model.span import Span
from briefing.text.i18n import _

_LONGEST = 10_000
"""Characters of a line in which an unclosed quotation is looked for."""

_AHEAD = 6_000
"""Characters behind a paragraph in which a quotation may go on or end."""

_PARAGRAPH_ENDS = (".", "!", "?", "…", ":", "»", "”", "“", '"', ")")
"""What ends a paragraph, and no heading."""

_PAIRS = {"«": '»”"', "“": '”"»', "„": '“”"»'}
"""What may close a quotation that each mark opens."""

_MARKS = '«»“”„"″'
"""All marks: one at the beginning of the next paragraph may go on with a quotation."""

_BESIDE = ("''", ",,", "‘", "’", "›", "‹")
"""More that may stand there."""

_CLOSES = re.compile(
    rf"(?<=[^\s(\[{{{_MARKS}–—-])[{_MARKS}](?![^\W_])|[\u00a0\u202f ]»|(?<=[\w.,!?])\s?(?:''|’’)"
)
"""A mark of any shape where one would close: behind a word or stop, and no word follows."""

_DASHES = ("–", "—", "―")
"""What the next speaker of a dialogue begins with."""

_STRAIGHT = re.compile(r'(?<!\\)"')
"""Straight marks but those that a program's line escapes: ``H{\\"u}lle``."""

_NO_INCHES = re.compile(r'(?<![\d\\])"|(?<=\s)"')
"""The same but those behind a digit, which may be inches."""


def warning_in(text: str, at: Span) -> TextWarning | None:
    """What is odd about a line of the text itself: a quotation that is not closed.

    Args:
        text: The text.
        at: The line.
    """
    if len(at) > _LONGEST:
        return None
    line = at.of(text)
    opening = _unclosed(line)
    if opening is not None and not line.rstrip().endswith(_PARAGRAPH_ENDS):
        return None
    if opening is None or not _opens(line, opening) or _CLOSES.search(line, opening + 1):
        return None
    if _goes_on(line[opening], text[at.end : at.end + _AHEAD]):
        return None
    span = Span(at.start + opening, at.start + _sentence_end(line, opening))
    return TextWarning(_("a quotation is not closed"), span)


def _opens(line: str, place: int) -> bool:
    """Whether a mark stands where one would open: words follow it, and it is not written twice."""
    mark, behind = line[place], line[place + 1 : place + 2]
    if mark in (behind, line[place - 1 : place]) or _CLOSES.match(line, place):
        return False
    return mark == "«" or not (behind.isspace() or behind == "")


def _goes_on(mark: str, after: str) -> bool:
    """Whether the quotation goes on in the next paragraph, or is closed further on."""
    for line in _next_paragraph(after):
        if line.startswith((*_MARKS, *_BESIDE)) or (mark != '"' and line.startswith(_DASHES)):
            return True
    return _closes_first(mark, after)


def _next_paragraph(after: str) -> Iterator[str]:
    """The next lines up to the first that is no heading."""
    for line in [line.strip() for line in after.splitlines() if line.strip()][:2]:
        yield line
        if line.endswith(_PARAGRAPH_ENDS):
            return


def _closes_first(mark: str, after: str) -> bool:
    """Whether what would close the quotation stands before another mark that opens one."""
    close, again = _CLOSES.search(after), after.find(mark)
    return close is not None and (again < 0 or close.start() <= again)


def _unclosed(line: str) -> int | None:
    """Where a quotation opens that the line does not close; None where all are closed."""
    for opening, closings in _PAIRS.items():
        place = line.rfind(opening)
        if place < 0 or (opening == "“" and "„" in line):
            continue
        if opening == "«" and "»" in line[:place]:
            continue
        return None if any(c in line[place + 1 :] for c in closings) else place
    return _unclosed_straight(line if "“" in line else line.replace("”", '"'))


def _unclosed_straight(line: str) -> int | None:
    if '"' not in line:
        return None
    marks = [match.start() for match in _NO_INCHES.finditer(line)]
    if len(marks) % 2 == 0 or len(_STRAIGHT.findall(line)) % 2 == 0:
        return None
    open_at: int | None = None
    for mark in marks:
        opens = (mark == 0 or not (line[mark - 1].isalnum() or line[mark - 1] in ".,!?…")) and (
            mark + 1 < len(line) and not line[mark + 1].isspace()
        )
        if opens and open_at is not None:
            return open_at
        open_at = mark if opens else None
    return open_at


def _sentence_end(line: str, start: int) -> int:
    spans = sentences.split(line, None, Span(start, len(line)))
    return spans[0].end if spans else len(line)
