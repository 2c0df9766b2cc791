"""Plain text into Markdown that reads as the same text.

Blocks lie between blank lines. A line break inside one stays, unless it is one of running text that
was broken to a width (`unwrapping`). Heads and feet of pages go (`text_pages`). Text whose lines
are paragraphs needs no blank lines.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from briefing.model.errors import InputError
from briefing.model.original import Original
from briefing.model.records import dataclass, replace
from briefing.parsing.draft import Draft
from briefing.parsing.headings import find_headings, is_title_like
from briefing.parsing.importers.column_head import with_head
from briefing.parsing.importers.decoded import decoded
from briefing.parsing.importers.numbering import numbered_headings
from briefing.parsing.importers.text_pages import without_pages
from briefing.parsing.importers.typed_lists import is_item, with_lists
from briefing.parsing.importers.underlined import without_underlines
from briefing.parsing.importers.unwrapping import CENTRED, unwrapped
from briefing.parsing.markdown_escape import escape_heading
from briefing.parsing.residue import find_residue
from briefing.parsing.title_credits import TitleCredits, credits_below, title_block
from briefing.text.i18n import _
from briefing.text.lines import one_line

_LONG_LINE = 100
"""A line of more characters is a paragraph by itself."""
_HEAD = 4
"""How many blocks may stand above a title, with it."""
_LONG_TEXT, _BEGINNING = 200_000, 20_000
"""Characters of a text that is opened by its beginning, and about how many those are."""
_DRAWN = re.compile(r"[ \t]+\S|[|+]")
"""What lines of code, drawings and tables begin with, and those of a page's corners do not."""
_LINE_END = re.compile("\r\r?\n|[\n\r\x0b\x1c-\x1f\x85\u2028\u2029]")
"""What `str.splitlines` breaks at, without the form feed, and what it leaves out."""

_ITEM = re.compile(r"\s*(?:[-*•–]|\(?[a-z\d]{1,3}[.)])\s+([^\W\d_])")
"""The mark of an item and its first letter."""
_SEVERAL = 2
_SHORT_PARAGRAPH = 40
"""Characters of a paragraph below a heading of a letter, and of no line of its signature."""
_SENTENCE_END = re.compile(r"[.!?…。][\"'»”’)]*\Z")
_PARTED = re.compile(r"[,;]\Z")
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


def begin(original: Original) -> Draft | None:
    """Read the beginning of a long text, up to a blank line; None where it is short."""
    text, remarks = decoded(original)
    end = text.find("\n\n", _BEGINNING) if len(text) > _LONG_TEXT else -1
    if end < 0:
        return None
    return replace(read_plain_text(text[:end], original.where), remarks=remarks)


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
    whole, running = without_pages(_LINE_END.split(text.removeprefix("\ufeff")))
    groups = _groups(part for line in whole for part in line.split("\x0c"))
    if not groups:
        raise InputError(_("is empty"), where=where, remedy=_("there is nothing to import in it"))
    groups, underlined = without_underlines(groups)
    groups, names = _with_title_apart(groups) if has_title else (groups, ())
    groups, freed = unwrapped(groups)
    lines = [_Line(line, index) for index, group in enumerate(groups) for line in group]
    residue = _without_drawn(find_residue([line.text for line in lines]), lines)
    blocks = _blocks(line for index, line in enumerate(lines) if index not in residue)
    title, repeated = _title(blocks) if has_title else (None, [])
    if title is None and has_title:
        blocks, title = _title_below_head(blocks)
    dropped = [
        *running,
        *repeated,
        *(line.text.strip() for i, line in enumerate(lines) if i in residue),
    ]
    if title is None:
        written = _markdown(blocks, underlined, freed, is_letter=not has_title)
        return Draft(written, None, tuple(dropped))
    body, said = _without_credits(blocks[1 + len(repeated) :], names)
    said = with_head(said, body[:_HEAD])
    draft = Draft(_markdown(body, underlined, freed), title, tuple(dropped))
    return replace(draft, published=said.published, authors=said.authors)


def _with_title_apart(groups: list[Group]) -> tuple[list[Group], tuple[str, ...]]:
    """The blocks with title, names and day of the first one each for itself, and these names."""
    found = title_block(groups[0]) if len(groups) > 1 else None
    if found is None:
        return groups, ()
    lines, names = found
    return [*([line] for line in lines), *groups[1:]], names


def _without_credits(body: list[Group], names: Sequence[str]) -> tuple[list[Group], TitleCredits]:
    """The blocks behind a title without those that only name authors or the day."""
    said = credits_below([_alone(block) or "" for block in body], names)
    if not (said.authors or said.published):
        return body, said
    return [block for index, block in enumerate(body) if index not in said.lines] or body, said


def _without_drawn(residue: Collection[int], lines: Sequence[_Line]) -> frozenset[int]:
    """Residue without lines of a drawing or table, of which other lines are none."""
    drawn = {
        line.group
        for index, line in enumerate(lines)
        if index not in residue and _DRAWN.match(line.text)
    }
    return frozenset(
        index
        for index in residue
        if not (_DRAWN.match(lines[index].text) and lines[index].group in drawn)
    )


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


def _title_below_head(blocks: list[Group]) -> tuple[list[Group], str | None]:
    """The title in the middle of a line, alone or below a head of columns, put first."""
    if all(_is_centred(line) for line in blocks[0]) and is_title_like(blocks[0][0].strip()):
        title, *others = blocks[0]
        return [[title.strip()], *([others] if others else []), *blocks[1:]], title.strip()
    for index, block in enumerate(blocks[:_HEAD]):
        line = _alone(block) or ""
        title = line.strip()
        if index and _is_centred(line) and is_title_like(title):
            return [[title], *blocks[:index], *blocks[index + 1 :]], title
    return blocks, None


def _is_centred(line: str) -> bool:
    return len(line) - len(line.lstrip()) >= CENTRED


def _alone(block: Group) -> str | None:
    return block[0] if len(block) == 1 else None


def _markdown(
    blocks: Sequence[Group],
    underlined: Mapping[str, int],
    freed: Collection[str],
    *,
    is_letter: bool = False,
) -> str:
    """Blocks as Markdown.

    Args:
        blocks: The lines of each.
        underlined: The headings that a row of signs underlined, with their levels.
        freed: Lines of an indented text, which are no headings but by their number.
        is_letter: Whether greetings and names stand between them.
    """
    lines = [_alone(block) for block in blocks]
    outer = [None if line in freed else line for line in lines]
    found = {
        at for at in find_headings(outer) if not any(map(_ends_sentence, blocks[at + 1 :][:1]))
    }
    found = _without_greetings(found, blocks) if is_letter else found
    levels = {**dict.fromkeys(found, 2), **numbered_headings(lines)}
    levels |= {i: underlined[line] for i, line in enumerate(lines) if line and line in underlined}
    written = dict(with_lists(blocks, levels))
    for at, level in levels.items():
        written[at] = f"{'#' * level} {escape_heading(blocks[at][0].strip())}"
    return "".join(f"{written[at]}\n\n" for at in sorted(written)).removesuffix("\n")


def _without_greetings(found: Collection[int], blocks: Sequence[Group]) -> set[int]:
    """The headings of a letter, if it has several: each with a paragraph right below it."""
    kept = {
        at
        for at in found
        if at
        and not {at - 1, at - 2} <= set(found)
        and (_is_paragraph(" ".join(blocks[at + 1])) or _leads_in(blocks[at + 1 : at + 3]))
    }
    return kept if len(kept) >= _SEVERAL else set()


def _is_paragraph(text: str) -> bool:
    return len(text) >= _SHORT_PARAGRAPH and _SENTENCE_END.search(text) is not None


def _leads_in(blocks: Sequence[Group]) -> bool:
    """Whether the first of two blocks announces the items of the second."""
    return len(blocks) > 1 and blocks[0][-1].endswith(":") and is_item(blocks[1][0])


def _ends_sentence(block: Group) -> bool:
    """Whether a block is of items that end the sentence of the line above, parted by commas."""
    match = _ITEM.match(block[0])
    return match is not None and match[1].islower() and any(map(_PARTED.search, block))


# Lines and blocks


def _groups(lines: Iterable[str]) -> list[Group]:
    """The blocks between blank lines."""
    groups: list[Group] = [[]]
    for line in lines:
        stripped = line.rstrip()
        if stripped:
            groups[-1].append(stripped)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


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
