"""Quotations of a text that are never closed: what a reader should know before he quotes them.

A quotation may go on over paragraphs: the next one begins with its mark again, opening or closing
as the language's books set it, with the dash of a dialogue, or the quotation is closed further on.
Better silent than wrong: where any reading of the marks closes it, nothing is said.
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

_AHEAD = 900
"""Characters behind a paragraph in which a quotation may go on or end."""

_PARAGRAPH_ENDS = (".", "!", "?", "…", ":", "»", "”", "“", '"', ")")
"""What ends a paragraph, and no heading."""

_PAIRS = {"«": '»”"', "“": '”"»', "„": '“”"»'}
"""What may close a quotation that each mark opens."""

_AGAIN = {"«": "«»", "“": "“”", "„": "„“”"}
"""What may stand at the beginning of the next paragraph of a quotation."""

_DASHES = ("–", "—", "―")
"""What the next speaker of a dialogue begins with."""

_INCHES = re.compile(r'(?<!\d)"|(?<=\s)"')
"""Straight marks but those behind a digit, which may be inches."""


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
    if opening is None or _goes_on(line[opening], text[at.end : at.end + _AHEAD]):
        return None
    span = Span(at.start + opening, at.start + _sentence_end(line, opening))
    return TextWarning(_("a quotation is not closed"), span)


def _goes_on(mark: str, after: str) -> bool:
    """Whether the quotation goes on in the next paragraph, or is closed further on."""
    again = tuple(_AGAIN.get(mark, mark))
    for line in _next_paragraph(after):
        if line.startswith(again) or (mark in _AGAIN and line.startswith(_DASHES)):
            return True
    closings = _PAIRS.get(mark, "")[:1]
    return bool(closings) and _closes_first(mark, closings, after)


def _next_paragraph(after: str) -> Iterator[str]:
    """The next lines up to the first that is no heading."""
    for line in [line.strip() for line in after.splitlines() if line.strip()][:2]:
        yield line
        if line.endswith(_PARAGRAPH_ENDS):
            return


def _closes_first(mark: str, closing: str, after: str) -> bool:
    """Whether the mark that closes stands before another of those that open."""
    close, again = after.find(closing), after.find(mark)
    return close >= 0 and (again < 0 or close < again)


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
    marks = [match.start() for match in _INCHES.finditer(line)]
    if len(marks) % 2 == 0 or line.count('"') % 2 == 0:
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
