"""Lists of plain text as those of Markdown: lines that begin with one sign, or count on.

A sign alone makes no list: it may be the dash of a speaker, a minus, or the first of a rule. Lines
that are quoted as letters quote them are a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, takewhile

from briefing.model.records import dataclass
from briefing.parsing.importers.unwrapping import is_drawn, unwrapped
from briefing.parsing.markdown_escape import paragraph

_MARK = re.compile(
    r"\s*(?:(?P<sign>[-*+•·◦▪–]|o(?= {2}))|(?P<number>\d{1,3})(?P<delimiter>[.)]))[ \t]+(?=\S)"
)
"""What an item begins with; RFCs draw the bullet as a letter."""
_WORD = re.compile(r"[^\W\d_]{2}")
_QUOTE, _QUOTED = re.compile(r">(?: ([^\s>].*))?"), 3
"""A line that is quoted, but of no prompt, and how many lines tell that it is."""
_LEAST = 2
"""Items that make a list."""
_BULLET = "-"
_STAR = "*"
_TIMES = 2
"""Notes for each word that calls one: a later edition may have lost some of the stars."""
_CALL = re.compile(r"[^\W_][.,;:!?]?[\"'”’)]?\*(?=[\s.,;:!?)]|\Z)")
"""A word with a star behind it, which calls a note that begins with one."""

Group = list[str]


@dataclass(frozen=True, slots=True)
class Mark:
    """What an item begins with."""

    kind: str
    """Its sign, or what follows its number."""
    number: int | None
    """Its number; None for a sign."""
    indent: int
    """The spaces before it."""
    end: int
    """Where its words begin, in characters of its line."""

    def goes_on(self, last: Mark) -> bool:
        """Whether it is that of the item behind another's."""
        counts = None if last.number is None else last.number + 1
        return (self.kind, self.number, self.indent) == (last.kind, counts, last.indent)


def is_item(line: str) -> bool:
    """Whether a line begins as an item does."""
    return _MARK.match(line) is not None


def with_lists(blocks: Sequence[Group], headings: Collection[int]) -> Iterator[tuple[int, str]]:
    """The blocks that are no headings, as Markdown.

    Args:
        blocks: The lines of each block of a text.
        headings: 0-based indices of those that are headings.

    Yields:
        The index of the first block of each piece of Markdown, and the piece.
    """
    at, last = 0, None
    has_notes = _has_notes(blocks)
    while at < len(blocks):
        if at in headings:
            at, last = at + 1, None
            continue
        is_note = has_notes and blocks[at][0].lstrip().startswith(_STAR)
        end = at + 1 if is_note else _end_of_loose(blocks, at, headings)
        lines = [line for block in blocks[at:end] for line in block]
        # Markdown would count a list of numbers on from the one right above.
        written, last = _written(lines, last, is_loose=end > at + 1)
        yield at, written
        at = end


def _has_notes(blocks: Sequence[Group]) -> bool:
    """Whether about as many words of a text call a note with a star as blocks begin with one."""
    calls = sum(len(_CALL.findall(line)) for block in blocks for line in block if _STAR in line)
    notes = sum(block[0].lstrip().startswith(_STAR) for block in blocks)
    return 0 < notes <= _TIMES * calls


def _end_of_loose(blocks: Sequence[Group], at: int, headings: Collection[int]) -> int:
    """Where the blocks end that are one item each, of one list."""
    last = _only(blocks[at])
    end = at + 1
    while last is not None and end < len(blocks) and end not in headings:
        mark = _only(blocks[end])
        if mark is None or not mark.goes_on(last):
            break
        last, end = mark, end + 1
    return end


def _only(block: Group) -> Mark | None:
    """The mark of a block that is one item."""
    mark = _mark(block[0])
    return mark if mark is not None and _end_of_item(block, 0, mark) == len(block) else None


def _written(lines: Group, last: Mark | None, *, is_loose: bool) -> tuple[str, Mark | None]:
    """Lines as paragraphs and lists, and the mark of the last item where a list ends them."""
    parts: list[str] = []
    kept: Group = []
    at = 0
    while at < len(lines):
        quoted = _quoted(lines, at)
        if len(quoted) >= _QUOTED:
            parts += [paragraph(kept)] if kept else []
            parts.append(_quotation(quoted))
            kept, last = [], None
            at += len(quoted)
            continue
        items = _items(lines, at)
        if _is_list(items, None if kept else last):
            parts += [paragraph(kept)] if kept else []
            parts.append(("\n\n" if is_loose else "\n").join(_item(*item) for item in items))
            kept, last = [], items[-1][0]
            at += sum(len(words) for _mark, words in items)
        else:
            kept.append(lines[at])
            at += 1
    return "\n\n".join([*parts, *([paragraph(kept)] if kept else [])]), None if kept else last


def _quoted(lines: Group, at: int) -> Group:
    """The words of the lines from one on that a sign marks as quoted, as in letters."""
    found = takewhile(bool, (_QUOTE.fullmatch(lines[i]) for i in range(at, len(lines))))
    return [match[1] or "" for match in found if match]


def _quotation(words: Group) -> str:
    """Quoted words as Markdown, their lines joined where they were broken to a width."""
    groups = [list(group) for is_said, group in groupby(words, bool) if is_said]
    blocks = unwrapped(groups)[0]
    inner = "\n\n".join(written for _at, written in with_lists(blocks, ()))
    return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))


def _items(lines: Group, at: int) -> list[tuple[Mark, Group]]:
    """The items from a line on, each with its lines."""
    items: list[tuple[Mark, Group]] = []
    mark = _mark(lines[at])
    while mark is not None and (not items or mark.goes_on(items[-1][0])):
        end = _end_of_item(lines, at, mark)
        items.append((mark, lines[at:end]))
        at = end
        mark = _mark(lines[at]) if at < len(lines) else None
    return items


def _end_of_item(lines: Group, at: int, mark: Mark) -> int:
    """Where the lines end that stand further in than the mark of an item."""
    end = at + 1
    while end < len(lines) and _indent(lines[end]) > mark.indent:
        end += 1
    return end


def _is_list(items: Sequence[tuple[Mark, Group]], last: Mark | None) -> bool:
    """Whether items are a list: of words, with no columns, that does not count anew."""
    if len(items) < _LEAST:
        return False
    first = items[0][0]
    if last is not None and last.number is not None and first.kind == last.kind:
        return first.goes_on(last)
    bare = [words[0][mark.end :] for mark, words in items]
    return all(map(_WORD.search, bare)) and not is_drawn(bare)


def _item(mark: Mark, lines: Group) -> str:
    """An item as Markdown, what stands below its first line further in."""
    begin = f"{_BULLET} " if mark.number is None else f"{mark.number}{mark.kind} "
    own = next((i for i, line in enumerate(lines[1:], 1) if _mark(line)), len(lines))
    words = paragraph([lines[0][mark.end :], *map(str.strip, lines[1:own])])
    below = _written(lines[own:], None, is_loose=False)[0] if own < len(lines) else ""
    whole = f"{words}\n\n{below}" if below else words
    return begin + re.sub(r"\n(?=[^\n])", f"\n{' ' * len(begin)}", whole)


def _mark(line: str) -> Mark | None:
    match = _MARK.match(line)
    if match is None:
        return None
    number = None if match["number"] is None else int(match["number"])
    kind = match["sign"] if number is None else match["delimiter"]
    return Mark(kind, number, _indent(line), match.end())


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
