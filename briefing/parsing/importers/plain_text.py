"""Plain text into Markdown that reads as the same text.

Blocks lie between blank lines. A line break inside one stays, unless the whole text is wrapped at
a width, as letters and wire copy are: then lines are joined where the next word had no room. Text
whose lines are paragraphs needs no blank lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.model.errors import InputError
from briefing.model.original import Original
from briefing.parsing.draft import Draft
from briefing.parsing.headings import find_headings, is_title_like
from briefing.parsing.importers.decoded import decoded
from briefing.parsing.markdown_escape import escape_heading, paragraph
from briefing.parsing.residue import find_residue
from briefing.text.i18n import _
from briefing.text.lines import one_line

NARROWEST, WIDEST = 45, 120
"""Characters between which the width of a wrapped text lies."""
_LONG_LINE = 100
"""A line of more characters is a paragraph by itself."""
_ENOUGH_BREAKS = 4
"""Line breaks that show whether a text is wrapped."""
_LINE_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
"""What `str.splitlines` breaks at, and the last of the separators it leaves out."""

_INDENTS = (" ", "\t", "- ", "* ", "• ")
"""What a line begins with that was never joined to the one above."""

Group = list[str]
"""The lines of a block, each without its line break and trailing white space."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    group: int


def read(original: Original) -> Draft:
    """Read a text file; errors as in `read_plain_text`, and those of its encoding."""
    text, remarks = decoded(original)
    return replace(read_plain_text(text, original.where), remarks=remarks)


def read_plain_text(text: str, where: str, *, has_title: bool = True) -> Draft:
    """Find title and headings, leave out residue, and write the rest as Markdown.

    The reading text of the outcome is the text without what was dropped, character by character;
    only white space at line ends and between blocks is not kept.

    Args:
        text: The whole text.
        where: How an error names it.
        has_title: Whether its first line may be its title.

    Raises:
        InputError: There are no words in it.
    """
    groups = _groups(text.removeprefix("\ufeff"))
    if not groups:
        raise InputError(_("is empty"), where=where, remedy=_("there is nothing to import in it"))
    lines = [_Line(line, index) for index, group in enumerate(groups) for line in group]
    residue = find_residue([line.text for line in lines])
    blocks = _blocks(line for index, line in enumerate(lines) if index not in residue)
    title, repeated = _title(blocks) if has_title else (None, [])
    dropped = [*repeated, *(line.text.strip() for i, line in enumerate(lines) if i in residue)]
    body = blocks[1 + len(repeated) :] if title is not None else blocks
    return Draft(_markdown(body), title, tuple(dropped))


def _title(blocks: Sequence[Group]) -> tuple[str | None, list[str]]:
    """The title, and the copies of it that follow at once."""
    first = _alone(blocks[0])
    if first is None or len(blocks) < 2:
        return None, []
    copies = 0
    for block in blocks[1:-1]:
        if " ".join(block).split() != first.split():
            break
        copies += 1
    if not is_title_like(first) and not (copies and first == one_line(first)):
        return None, []
    return first, [first] * copies


def _alone(block: Group) -> str | None:
    return block[0] if len(block) == 1 else None


def _markdown(blocks: Sequence[Group]) -> str:
    headings = find_headings([_alone(block) for block in blocks])
    written = [
        f"## {escape_heading(block[0])}" if index in headings else paragraph(block)
        for index, block in enumerate(blocks)
    ]
    return "\n\n".join(written) + "\n" if written else ""


# Lines and blocks


def _groups(text: str) -> list[Group]:
    """The blocks between blank lines, with wrapped lines joined."""
    groups: list[Group] = [[]]
    for line in _LINE_BREAK.split(text):
        stripped = line.rstrip()
        if stripped:
            groups[-1].append(stripped)
        elif groups[-1]:
            groups.append([])
    groups = [group for group in groups if group]
    width = _wrapped_at(groups)
    return groups if width is None else [_unwrapped(group, width) for group in groups]


def _wrapped_at(groups: Sequence[Group]) -> int | None:
    """The width at which a text is wrapped; None where its line breaks mean something."""
    width = max((len(line) for group in groups for line in group), default=0)
    breaks = [
        pair for group in groups for pair in pairwise(group) if not pair[1].startswith(_INDENTS)
    ]
    if not NARROWEST <= width <= WIDEST or len(breaks) < _ENOUGH_BREAKS:
        return None
    full = sum(_is_full(line, below, width) for line, below in breaks)
    return width if full * 10 >= len(breaks) * 8 else None


def _is_full(line: str, below: str, width: int) -> bool:
    """Whether the first word below had no room at the end of a line."""
    return not below.startswith(_INDENTS) and len(line) + 1 + len(below.split(None, 1)[0]) > width


def _unwrapped(group: Group, width: int) -> Group:
    joined = [group[0]]
    for line, below in pairwise(group):
        if _is_full(line, below, width):
            joined[-1] += f" {below}"
        else:
            joined.append(below)
    return joined


def _blocks(lines: Iterable[_Line]) -> list[Group]:
    """Lines by the group they stood in; a group with a line as long as a paragraph is parted."""
    groups: dict[int, Group] = {}
    for line in lines:
        groups.setdefault(line.group, []).append(line.text)
    blocks: list[Group] = []
    for group in groups.values():
        is_verse = len(group) > 1 and max(map(len, group)) <= _LONG_LINE
        blocks += [group] if is_verse else [[line] for line in group]
    return blocks
