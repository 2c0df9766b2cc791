"""The plainest forms of Markdown, which need no parser: most paragraphs and footnotes have them.

They are read here as CommonMark reads them (https://spec.commonmark.org/0.31.2/); whatever might
be anything else is left to the parser. Emphasis and code are plain where they stand in one line,
hold no further mark, and white space or common punctuation parts them from the words around: then
each delimiter can only open or only close, and belongs to the nearest one of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from briefing.model.article import Style
from briefing.parsing._scan import FOOTNOTE_LABEL, PLAIN_FIRST

MARKUP = r"`*_\[<&\\~"
"""What may begin markup amid words, for a regular expression's set."""
_WORDS = rf"[^\n\t{MARKUP}]*"
"""Part of a line in which nothing can be markup."""
_MARK = rf"(?<!!)\[\^[^\]\s{MARKUP}]{{1,999}}\]"
"""What mentions a footnote, if one has that label; behind ``!`` it might be an image."""
_INSIDE = rf"[^\W_](?:[^\n\t{MARKUP}]*[^\W_])?"
"""What plain emphasis holds."""
_OPENS, _CLOSES = r"(?<![^ \n(])", r"(?=[ \n.,;:!?)]|\Z)"
"""What stands before and behind plain emphasis."""
_STRONG = rf"{_OPENS}(?:\*\*{_INSIDE}\*\*|__{_INSIDE}__){_CLOSES}"
_EMPHASIS = rf"{_OPENS}(?:\*{_INSIDE}\*|_{_INSIDE}_){_CLOSES}"
_CODE = r"(?<!`)`[^`\n\t]+`(?!`)"
_STYLED = rf"(?:{_STRONG}|{_EMPHASIS}|{_CODE})"
MARKED_WORDS = rf"{_WORDS}(?:(?:{_MARK}|{_STYLED}){_WORDS})*"
"""Part of a line that holds nothing but plain words."""
FIRST = rf"(?:(?![{MARKUP}]){PLAIN_FIRST}|{_MARK}(?!:)|{_STYLED})"
"""What can only begin a paragraph at column 0; an item or a definition is none."""
_NEXT_FIRST = rf"(?:(?![#>\-+=:|{MARKUP}]|\d+[.)])\S|{_MARK}(?!:)|{_STYLED})"
_LABEL = rf"\[\^{FOOTNOTE_LABEL}\]:[ \t]*"

PARAGRAPH = re.compile(
    rf"{FIRST}{MARKED_WORDS}(?:\n *{_NEXT_FIRST}{MARKED_WORDS})*(?=\n[ \t]*\n|\n?\Z)"
)
"""A paragraph, where a line begins outside every container."""
HEADING = re.compile(rf"(#{{1,6}})[ \t]+([^\s#{MARKUP}]{_WORDS})(?=\n|\Z)")
"""A heading."""
FOOTNOTE = re.compile(rf"{_LABEL}({FIRST}{MARKED_WORDS})(?=\n|\Z)(?:\n[ \t\n]*)?\Z")
"""All of a stretch that defines a footnote of one line."""
FOOTNOTE_PASSED = re.compile(
    rf"{_LABEL}{FIRST}{MARKED_WORDS}"
    r"(?=\n|\Z)(?=\n(?:[ \t]*\n)+[^ \t\n]|\n(?P<next>\[\^)|(?:\n[ \t\n]*)?\Z)"
)
"""A footnote of one line amid the text, where it is not shown, with what ends it in sight.

``next`` is there where only another footnote can end it.
"""

_PIECES = re.compile(
    rf"(?P<label>{_MARK})|(?P<strong>{_STRONG})|(?P<emphasis>{_EMPHASIS})|(?P<code>{_CODE})"
)
_STYLES = {"strong": (2, Style.STRONG), "emphasis": (1, Style.EMPHASIS), "code": (1, Style.CODE)}
"""How many characters mark what is styled, on either side, and how."""
_HARD_BREAK = "  \n"
_MARKS = re.compile(r"[`*_\[]")


class PlainWords(NamedTuple):
    """Words with no other markup than marks of footnotes and plain emphasis."""

    text: str
    """The words; the lines are joined by spaces."""
    runs: list[tuple[int, int, Style, str | None]]
    """Start, end, style and address of each styled stretch; a footnote's mark has no length."""
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
    if _MARKS.search(source) is None:
        return PlainWords(" ".join(lines), [], _line_starts(lines))
    runs: list[tuple[int, int, Style, str | None]] = []
    bare: list[str] = []
    start = 0
    for line in lines:
        words = _bare(line, start, numbers, runs)
        if words is None:
            return None
        bare.append(words)
        start += len(words) + 1
    return PlainWords(" ".join(bare), runs, _line_starts(bare))


def _bare(
    line: str,
    start: int,
    numbers: Mapping[str, int],
    runs: list[tuple[int, int, Style, str | None]],
) -> str | None:
    """A line without its marks, whose runs are added; None where a mark is of no footnote."""
    parts: list[str] = []
    at, done = start, 0
    for match in _PIECES.finditer(line):
        parts.append(line[done : match.start()])
        at += match.start() - done
        done = match.end()
        kind = str(match.lastgroup)
        if kind == "label":
            number = numbers.get(match[0][2:-1].casefold())
            if number is None:
                return None
            runs.append((at, at, Style.FOOTNOTE_MARK, str(number)))
            continue
        cut, style = _STYLES[kind]
        words = match[0][cut:-cut]
        words = _code(words) if kind == "code" else words
        runs.append((at, at + len(words), style, None))
        parts.append(words)
        at += len(words)
    parts.append(line[done:])
    return "".join(parts)


def _code(words: str) -> str:
    """What stands between two backticks, without the space that may part it from them."""
    is_parted = words[0] == words[-1] == " " and words.strip(" ")
    return words[1:-1] if is_parted else words


def _line_starts(lines: list[str]) -> list[int]:
    starts: list[int] = []
    at = 0
    for line in lines[:-1]:
        at += len(line) + 1
        starts.append(at)
    return starts
