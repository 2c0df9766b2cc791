"""Rows and items that went from one place and came to another, with other words behind their key.

A table that was sorted anew has the row of a state elsewhere, and where its number changed too, no
words of it are enough to follow it. Its first cell tells which row it is, of an item what stands
before its colon, parenthesis or dash.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.model.change import Change, ChangeKind
from briefing.model.span import Span
from briefing.text.fold import fold_text

LONGEST = 300
"""Characters of a row or item."""
AROUND = 100
"""Rows on each side among which one is looked for that both tables have."""

_KEY = re.compile(r"[^\W_][^\t\n:(–—]*(?=\t|\s*[:(–—])")
"""What a row or item begins with, up to what is said of it."""
_MARK = re.compile(r"\W*(?:\d+[.)]\s+)?")
"""The mark or the number of an item, before its words."""


def keyed_rows(found: Iterable[Change], old: str, new: str) -> list[tuple[Change, Change]]:
    """Lines that were removed, each with the added one that is the same row of the same table.

    Args:
        found: What is different between the two texts.
        old: The older text.
        new: The newer text.
    """
    removed: dict[str, list[Change]] = {}
    added: dict[str, list[Change]] = {}
    for change in found:
        if change.kind is ChangeKind.REMOVED and (key := _key(old, change.old_span)):
            removed.setdefault(key, []).append(change)
        elif change.kind is ChangeKind.ADDED and (key := _key(new, change.span)):
            added.setdefault(key, []).append(change)
    pairs = ((ours[0], added[key][0]) for key, ours in removed.items() if _is_one(ours, added, key))
    return [
        (went, came) for went, came in pairs if _is_same_table(old, went.old_span, new, came.span)
    ]


def line_of(text: str, span: Span) -> Span:
    """The whole line that a stretch of it stands in."""
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def is_in_place(old: str, ours: Span, new: str, theirs: Span) -> bool:
    """Whether the line above or below is the same in both texts: then the line has not moved."""
    return any(_next(old, ours, step) == _next(new, theirs, step) != "" for step in (-1, 1))


def _next(text: str, line: Span, step: int) -> str:
    edge = line.start - 1 if step < 0 else line.end + 1
    return fold_text(line_of(text, Span(edge, edge)).of(text)) if 0 <= edge <= len(text) else ""


def _is_one(ours: Sequence[Change], added: dict[str, list[Change]], key: str) -> bool:
    return len(ours) == 1 == len(added.get(key, ()))


def _key(text: str, span: Span) -> str:
    """What a whole line is known by; empty where it is no row, or only a part of it changed."""
    line = line_of(text, span)
    rest = text[line.start : span.start], text[span.end : line.end]
    if len(line) > LONGEST or any(char.isalnum() for side in rest for char in _unmarked(side)):
        return ""
    words = line.of(text)
    match = _KEY.match(words, _end_of_mark(words))
    return fold_text(match[0]).strip() if match else ""


def _unmarked(words: str) -> str:
    return words[_end_of_mark(words) :]


def _end_of_mark(words: str) -> int:
    match = _MARK.match(words)
    return match.end() if match else 0


def _is_same_table(old: str, ours: Span, new: str, theirs: Span) -> bool:
    """Whether two lines stand among rows of which one at least is the same."""
    return bool(_beside(old, ours) & _beside(new, theirs))


def _beside(text: str, span: Span) -> set[str]:
    """The rows or items above and below a line, up to what is none."""
    line = line_of(text, span)
    is_row = "\t" in line.of(text)
    found: set[str] = set()
    for step in (-1, 1):
        at = line
        for _row in range(AROUND):
            edge = at.start - 1 if step < 0 else at.end + 1
            if not 0 <= edge <= len(text):
                break
            at = line_of(text, Span(edge, edge))
            words = at.of(text)
            if len(words) > LONGEST or not words.strip() or ("\t" in words) != is_row:
                break
            found.add(fold_text(words))
    return found
