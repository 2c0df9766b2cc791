"""Lines that were broken to a width, joined to the paragraphs that they were.

A block of lines is running text where most of its lines end because the next word had no room, or
nearly none: letters, RFCs, what `fmt` wrote (which evens its lines out), text with two spaces
behind full stops. Verse, addresses, code and tables end their lines for other reasons; theirs stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.parsing.importers.typed_hyphens import TypedHyphens

NARROWEST, WIDEST = 45, 120
"""Characters between which the width of a wrapped text lies."""
_COLUMN, _EVIDENCE, _NEARLY_ALL = 26, 8, 0.95
"""The width from which a narrower one is that of a column; the line breaks that it needs, and their
share that has no room for the next word at all, which verse and lists have by no chance."""
_SLACK = 0.14
"""The share of the width that a line may leave empty although the next word had room there."""
_MOSTLY = 0.75
"""The share of lines that end for want of room in running text."""
_HALF = 0.5
_SHORT = 0.5
"""The share of the width that a heading right above a paragraph fills at most."""
_FEW = 0.15
_WIDE = 60
"""Characters of a width that few lines have by chance."""
_FEW_WORDS = 3
"""Words of a label that stands right below a paragraph."""
_ENOUGH_BREAKS = 3
"""Line breaks of a whole text from which its width can be told."""

_MARK = re.compile(r"\s*(?:[-*+•·◦▪–]|o(?= {2})|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+(?=\S)")
"""What an item of a list begins with; RFCs draw the bullet as a letter."""
_COLUMNS = re.compile(r"\S(?: {3,}|\t)\S")
CENTRED = 8
"""Spaces before a title in the middle of a line."""
_RIGHT = 24
"""Spaces before what stands in the right one of two columns alone."""
_DRAWN = re.compile(r"[|+=_]{2}|-{3}|\+[-=]|[│┃─━┌┐└┘├┤┬┴┼╔╗╚╝═║{}]|[)\]=].*;\s*\Z|^\s*[|+>]")
"""Signs of tables, pictures and code; two hyphens are a dash, and sentences have semicolons."""
_FIELD = re.compile(r"[A-ZÀ-Þ][\w-]*: \S")
_RULE = re.compile(r"\s*([=\-~^*#_+])\1+\s*")
"""A line drawn with one sign, which parts what stands above it from what stands below."""
_LEADER = re.compile(r"(?:\. ?){4,}|…{2,}|\.{2,}\s*\d+\s*\Z")
_SENTENCE_END = re.compile(r"[.!?:;…。][\"'»”’)\]]*\Z")


def unwrapped(groups: Sequence[list[str]]) -> tuple[list[list[str]], frozenset[str]]:
    """The blocks of a text with their lines joined where they are running text.

    Args:
        groups: The lines of each block, without white space at their ends.

    Returns:
        The blocks, and their lines that lost an indent because most of the text is indented.
    """
    width = _width(groups)
    if width is None:
        return [list(group) for group in groups], frozenset()
    running = [_is_running(group, width) for group in groups]
    is_indented = _has_margin([group for group, runs in zip(groups, running, strict=True) if runs])
    hyphens = TypedHyphens(groups)
    blocks: list[list[str]] = []
    freed: set[str] = set()
    for group, runs in zip(groups, running, strict=True):
        is_line = is_indented and _is_indented_line(group)
        block = _joined(group, width, hyphens) if runs else list(group)
        blocks.append([block[0].lstrip()] if is_line else block)
        if is_line or (is_indented and runs and min(map(_indent, group)) > 0):
            freed.update(blocks[-1])
    return blocks, frozenset(freed)


def _has_margin(running: Sequence[list[str]]) -> bool:
    """Whether most paragraphs of a text are indented as a whole, as those of an RFC are."""
    indented = sum(min(map(_indent, group)) > 0 for group in running)
    return indented > _HALF * len(running)


def _is_indented_line(group: Sequence[str]) -> bool:
    """Whether a block is one line of an indented text, neither drawn nor in the middle."""
    return len(group) == 1 and 0 < _indent(group[0]) < CENTRED and not is_drawn(group)


def is_table_of_contents(line: str) -> bool:
    """Whether a line leads to a page by a row of dots."""
    return _LEADER.search(line) is not None


def _width(groups: Sequence[list[str]]) -> int | None:
    """How wide a text is; None where nothing says that it was broken to a width."""
    blocks = [
        group for group in groups if len(group) > 1 and not is_drawn(group) and not _is_head(group)
    ]
    lengths = sorted(len(line) for group in blocks for line in group[:-1])
    if not lengths or lengths[-1] > WIDEST:
        lengths = [length for length in lengths if length <= WIDEST]
    if not lengths:
        return None
    width = lengths[min(len(lengths) - 1, len(lengths) * 95 // 100)]
    if width < NARROWEST:
        return width if _is_column(blocks, lengths[-1]) else None
    breaks = [pair for group in blocks for pair in _breaks(group, width)]
    if len(breaks) < _ENOUGH_BREAKS:
        return width if breaks and all(_is_certain(*pair, width) for pair in breaks) else None
    full = sum(_is_full(line, below, width) for line, below in breaks)
    open_ends = sum(_runs_on(line, below) for line, below in breaks)
    return width if max(full, open_ends) >= _HALF * len(breaks) else None


def _is_column(blocks: Sequence[list[str]], width: int) -> bool:
    """Whether the lines of a narrow text end because the next word had no room at all."""
    breaks = [pair for group in blocks for pair in pairwise(group) if not _begins_anew(*pair)]
    return width >= _COLUMN and len(breaks) >= _EVIDENCE and _fills(breaks, width)


def _fills(breaks: Sequence[tuple[str, str]], width: int) -> bool:
    """Whether next to no line has room for the word below it."""
    full = sum(_has_no_room(*pair, width) for pair in breaks)
    return full >= _NEARLY_ALL * len(breaks)


def _has_no_room(line: str, below: str, width: int) -> bool:
    return len(line) + 1 + len(below.split(None, 1)[0]) > width


def _breaks(group: Sequence[str], width: int) -> list[tuple[str, str]]:
    """The lines of a block with those below them, where a line may have gone on.

    One that is short and the first may be a heading, and a sentence may end a paragraph, in texts
    that put no blank line behind them.
    """
    pairs = [pair for pair in pairwise(group) if not _begins_anew(*pair)]
    telling = [
        (line, below)
        for line, below in pairs
        if not (line is group[0] and len(line) < _SHORT * width)
        and (_SENTENCE_END.search(line) is None or _is_full(line, below, width))
    ]
    return telling if len(telling) >= _HALF * len(pairs) else pairs


def _is_of_sentences(group: Sequence[str]) -> bool:
    """Whether nearly every line ends a sentence: entries of a list, and not by chance."""
    ends = sum(_SENTENCE_END.search(line) is not None for line in group[:-1])
    return len(group) > 2 and ends >= _MOSTLY * (len(group) - 1)


def _is_certain(line: str, below: str, width: int) -> bool:
    """Whether a line goes on, by itself alone."""
    return _runs_on(line, below) or (width >= _WIDE and _has_no_room(line, below, width))


def _is_running(group: Sequence[str], width: int) -> bool:
    """Whether the lines of a block are those of paragraphs or items."""
    if len(group) < 2 or is_drawn(group) or _is_head(group) or max(map(len, group)) > WIDEST:
        return False
    breaks = _breaks(group, width)
    if not breaks or _is_of_sentences(group):
        return False
    if width < NARROWEST:
        return _fills(breaks, width)
    own = max(map(len, group))
    full = sum(_is_full(line, below, width) for line, below in breaks) / len(breaks)
    even = sum(_is_full(line, below, own) for line, below in breaks) / len(breaks)
    open_ends = sum(_runs_on(line, below) for line, below in breaks) / len(breaks)
    if len(breaks) >= _ENOUGH_BREAKS and width < _WIDE and open_ends < _FEW:
        return False  # each line begins like a sentence: verse
    if full >= _MOSTLY or (max(full, even) >= _HALF and open_ends >= _HALF):
        return True
    gone_on = sum(_is_full(*pair, width) or _is_open(*pair) for pair in breaks)
    return full >= _HALF and gone_on == len(breaks)


def is_drawn(group: Sequence[str]) -> bool:
    """Whether lines are of a table, of a picture or of code."""
    columns = [_has_columns(line.strip()) for line in group]
    has_columns = any(columns)
    signs = sum(
        found or _DRAWN.search(line) is not None or (has_columns and _indent(line) >= _RIGHT)
        for line, found in zip(group, columns, strict=True)
    )
    return signs * 3 > len(group) or any(is_table_of_contents(line) for line in group)


def _is_head(group: Sequence[str]) -> bool:
    """Whether nearly all lines name something and say what it is, as those above a letter do."""
    return sum(map(bool, map(_FIELD.match, group))) >= max(_MOSTLY * len(group), 2)


def _has_columns(line: str) -> bool:
    """Whether a line has cells; the mark of an item is none."""
    found = _COLUMNS.search(line)
    mark = None if found is None else _MARK.match(line)
    return found is not None and (mark is None or _COLUMNS.search(line, mark.end()) is not None)


def _joined(group: Sequence[str], width: int, hyphens: TypedHyphens) -> list[str]:
    margin = min(_indent(line) for line in group)
    lines = [line[margin:] for line in group]
    width = min(width, max(map(len, group)))
    joined = [lines[0]]
    for index, (line, below) in enumerate(pairwise(lines), 2):
        is_next = _begins_anew(line, below) or (index == len(lines) and _is_label(line, below))
        if not is_next and (_is_full(line, below, width - margin) or _is_open(line, below)):
            joined[-1] = hyphens.join(joined[-1], below.strip())
        else:
            joined.append(below)
    return joined


def _is_label(line: str, below: str) -> bool:
    """Whether a last line is a few words for themselves behind the end of a sentence."""
    is_word = below[-1].isalnum() and len(below.split()) <= _FEW_WORDS
    return is_word and line[-1] not in ":;" and _SENTENCE_END.search(line) is not None


def _begins_anew(line: str, below: str) -> bool:
    """Whether a line begins an item or an indented paragraph, or one of both is a drawn line."""
    if _MARK.match(below) or _RULE.fullmatch(line) or _RULE.fullmatch(below):
        return True
    mark = _MARK.match(line)
    hanging = _indent(line) if mark is None else mark.end()
    is_indented = _indent(below) > _indent(line) and _indent(below) != hanging
    return is_indented and (mark is None or _indent(below) > hanging)


def _is_full(line: str, below: str, width: int) -> bool:
    """Whether the first word below had no room at the end of a line, or nearly none."""
    word = below.split(None, 1)[0]
    return len(line) + 1 + len(word) > width * (1 - _SLACK)


def _runs_on(line: str, below: str) -> bool:
    """Whether a sentence goes on over the end of a line of some length."""
    return _is_open(line, below) and len(line) >= NARROWEST * (1 - _SLACK)


def _is_open(line: str, below: str) -> bool:
    """Whether a line ends inside a sentence, which goes on below."""
    first = below.lstrip()[:1]
    return _SENTENCE_END.search(line) is None and (first.islower() or first.isdecimal())


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
