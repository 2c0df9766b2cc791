"""Stretches of a text between quotation marks, in any language's marks, one within the other.

A mark opens or closes by what stands beside it and by what is open: ``“`` opens an English
quotation and closes a German one, ``»`` closes a French one and opens a Danish one, an apostrophe
does neither. A quotation goes on over a paragraph where the next one begins with its mark again, as
English, French and Spanish books set it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model.span import Span

_CLOSERS = {
    "“": "”",
    "„": '“”"',
    "”": "”",
    "«": "»",
    "»": "«»",
    "‘": "’",
    "‚": "‘’'",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "〝": "〟",
    '"': '"',
    "'": "'",
}
"""What may close a quotation that each mark opens.

Unicode Standard, chapter 6.2, "Language-Based Usage of Quotation Marks".
"""
_AGAIN = {"«": "«»", "»": "«»"}
"""What may stand again at the beginning of a paragraph, where not the opening mark alone may."""
_MARK = re.compile(f"[{re.escape(''.join(sorted({*_CLOSERS, *''.join(_CLOSERS.values())})))}]")
_SET_OFF = "«»‹›"
"""Marks that French sets off by a space."""
_SPACELESS = "「『〝」』〟"


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between two marks."""

    span: Span
    """The words, without the marks."""
    inside: tuple[Quoted, ...] = ()
    """The quotations within it, in their order."""


@dataclass(frozen=True, slots=True)
class _Open:
    mark: str
    start: int
    """The character after the mark."""


def quoted_stretches(text: str, paragraphs: Sequence[Span]) -> list[Quoted]:
    """The outermost quotations of a text, in their order.

    Args:
        text: The text.
        paragraphs: Its paragraphs, in order. What is left out between two ends a quotation.
    """
    found: list[Span] = []
    stack: list[_Open] = []
    for paragraph in paragraphs:
        first = _goes_on(text, paragraph, stack)
        if first == paragraph.start:
            stack = []
        for match in _MARK.finditer(text, first, paragraph.end):
            _take(text, match.start(), stack, found, paragraph)
    return _nested(sorted(found, key=lambda span: (span.start, -span.end)))


def _goes_on(text: str, paragraph: Span, stack: Sequence[_Open]) -> int:
    """The first character behind the marks that open quotations set again; else the first."""
    at, is_again = paragraph.start, False
    for one in stack:
        while at < paragraph.end and text[at].isspace():
            at += 1
        if at < paragraph.end and text[at] in _AGAIN.get(one.mark, one.mark):
            at, is_again = at + 1, True
    return at if is_again else paragraph.start


def _take(text: str, at: int, stack: list[_Open], found: list[Span], paragraph: Span) -> None:
    """Let a mark close what it can, else open a quotation, else be an apostrophe."""
    mark = text[at]
    for depth in reversed(range(len(stack))):
        if mark in _CLOSERS[stack[depth].mark] and _can_close(text, at, paragraph):
            found.append(Span(stack[depth].start, at))
            del stack[depth:]
            return
    if mark in _CLOSERS and _can_open(text, at):
        stack.append(_Open(mark, at + 1))


def _can_open(text: str, at: int) -> bool:
    mark, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if mark in _SPACELESS:
        return True
    has_room = after.isspace() and mark not in _SET_OFF
    return bool(after) and not has_room and not _is_word(before)


def _can_close(text: str, at: int, paragraph: Span) -> bool:
    mark, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if mark in _SPACELESS:
        return True
    if _is_word(after) or (before.isspace() and mark not in _SET_OFF):
        return False
    return mark not in "’'" or not _is_possessive(text, at, paragraph)


def _is_possessive(text: str, at: int, paragraph: Span) -> bool:
    """Whether a mark behind an s is an apostrophe: another mark closes before one opens."""
    if text[at - 1 : at] not in ("s", "S", "z", "x") or not text[at + 1 : at + 2].isspace():
        return False
    for match in re.finditer("[‘’']", text[at + 1 : paragraph.end]):
        place = at + 1 + match.start()
        if match[0] == "‘" or (match[0] == "'" and _can_open(text, place)):
            return False
        if not _is_word(text[place + 1 : place + 2]):
            return True
    return False


def _is_word(char: str) -> bool:
    """Whether a character is part of a word in a script that sets words apart."""
    return char.isalnum() and unicodedata.east_asian_width(char) not in "WF"


def _nested(spans: Sequence[Span]) -> list[Quoted]:
    """Spans that lie one within another, or apart, as a tree."""
    found, at = [], 0
    while at < len(spans):
        end = at + 1
        while end < len(spans) and spans[end].start < spans[at].end:
            end += 1
        found.append(Quoted(spans[at], tuple(_nested(spans[at + 1 : end]))))
        at = end
    return found
