"""The plainest forms of Markdown, which need no parser: most paragraphs and footnotes have them.

They are read here as CommonMark reads them (https://spec.commonmark.org/0.31.2/); whatever might
be anything else is left to the parser.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from briefing.parsing._scan import FOOTNOTE_LABEL, PLAIN_FIRST

MARKUP = r"`*_\[<&\\~"
"""What may begin markup amid words, for a regular expression's set."""
_WORDS = rf"[^\n\t{MARKUP}]*"
"""Part of a line in which nothing can be markup."""
_MARK = rf"(?<!!)\[\^[^\]\s{MARKUP}]{{1,999}}\]"
"""What mentions a footnote, if one has that label; behind ``!`` it might be an image."""
_MARKED_WORDS = rf"{_WORDS}(?:{_MARK}{_WORDS})*"
_FIRST = rf"(?:(?![{MARKUP}]){PLAIN_FIRST}|{_MARK}(?!:))"
_NEXT_FIRST = rf"(?:(?![#>\-+=:|{MARKUP}]|\d+[.)])\S|{_MARK}(?!:))"
_LABEL = rf"\[\^{FOOTNOTE_LABEL}\]:[ \t]*"

PARAGRAPH = re.compile(
    rf"{_FIRST}{_MARKED_WORDS}(?:\n *{_NEXT_FIRST}{_MARKED_WORDS})*(?=\n[ \t]*\n|\n?\Z)"
)
"""A paragraph, where a line begins outside every container."""
HEADING = re.compile(rf"(#{{1,6}})[ \t]+([^\s#{MARKUP}]{_WORDS})(?=\n|\Z)")
"""A heading."""
FOOTNOTE = re.compile(rf"{_LABEL}({_FIRST}{_MARKED_WORDS})(?=\n|\Z)(?:\n[ \t\n]*)?\Z")
"""All of a stretch that defines a footnote of one line."""
FOOTNOTE_PASSED = re.compile(
    rf"{_LABEL}{_FIRST}{_MARKED_WORDS}"
    r"(?=\n|\Z)(?=\n(?:[ \t]*\n)+[^ \t\n]|\n(?P<next>\[\^)|(?:\n[ \t\n]*)?\Z)"
)
"""A footnote of one line amid the text, where it is not shown, with what ends it in sight.

``next`` is there where only another footnote can end it.
"""

_LABELS = re.compile(r"\[\^([^\]]+)\]")
_HARD_BREAK = "  \n"


class PlainWords(NamedTuple):
    """Words without markup other than marks of footnotes."""

    text: str
    """The words; the lines are joined by spaces."""
    marks: list[tuple[int, int]]
    """Characters before each mark, and the number that it shows."""
    breaks: list[int]
    """Where source lines begin, the first left out."""


def plain_words(source: str, numbers: Mapping[str, int]) -> PlainWords | None:
    """The words of a paragraph of the plainest form; None where they need the parser.

    Args:
        source: What `PARAGRAPH` or `FOOTNOTE` found.
        numbers: The folded labels of all footnotes with their numbers.
    """
    if _HARD_BREAK in source:
        return None
    lines = [line.strip(" ") for line in source.strip().split("\n")]
    if "[^" not in source:
        return PlainWords(" ".join(lines), [], _line_starts(lines))
    marks: list[tuple[int, int]] = []
    bare: list[str] = []
    start = 0
    for line in lines:
        parts = _LABELS.split(line)
        for index in range(0, len(parts) - 1, 2):
            start += len(parts[index])
            number = numbers.get(parts[index + 1].casefold())
            if number is None:
                return None
            marks.append((start, number))
        start += len(parts[-1]) + 1
        bare.append("".join(parts[::2]))
    return PlainWords(" ".join(bare), marks, _line_starts(bare))


def _line_starts(lines: list[str]) -> list[int]:
    starts: list[int] = []
    at = 0
    for line in lines[:-1]:
        at += len(line) + 1
        starts.append(at)
    return starts
