"""Foreign Markdown: it is an article already, but for the residue of the page it was taken from."""

from __future__ import annotations

import re

from briefing.model.article import Block, BlockKind
from briefing.model.errors import Fault, InputError
from briefing.model.front_matter import FrontMatter
from briefing.model.original import Original
from briefing.model.records import dataclass, replace
from briefing.parsing.draft import Draft
from briefing.parsing.front_matter import read_front_matter
from briefing.parsing.importers.decoded import decoded, without_line_controls
from briefing.parsing.reading import clean, open_document
from briefing.parsing.residue import find_residue
from briefing.text.i18n import _

_FIRST_HEADING = re.compile(r"\s*# +\S")
_HEADING = re.compile(r"(?:\A|\n\n)#{1,6} +\S[^\n]*(?=\n\n|\n?\Z)")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A block of one line."""

    text: str
    line_number: int
    can_go: bool


def read(original: Original) -> Draft:
    """Read a Markdown file; errors as in `read_markdown`, and those of its encoding."""
    text, remarks = decoded(original)
    draft = read_markdown(without_line_controls(text), original.where)
    return replace(draft, remarks=(*remarks, *draft.remarks))


def looks_like_markdown(text: str) -> bool:
    """Whether a text that does not say what it is has front matter, a title or two headings."""
    text = clean(text)
    if _FIRST_HEADING.match(text) or read_front_matter(text, "").body > 0:
        return True
    return sum(1 for _found, _match in zip(range(2), _HEADING.finditer(text), strict=False)) == 2


def read_markdown(text: str, where: str) -> Draft:
    """Leave the residue out of a Markdown document; all else stays as it is written.

    Raises:
        InputError: There is no text in it.
    """
    document = open_document(text, name="-", where=where)
    if not document.article().text.strip():
        raise InputError(_("is empty"), where=where, remedy=_("there is nothing to import in it"))
    blocks = [
        _candidate(block, document.chunk(index).text)
        for index in range(document.chunk_count)
        for block in document.chunk(index).blocks
    ]
    going = [blocks[index] for index in sorted(_residue(blocks)) if blocks[index].can_go]
    source, front_matter = document.source, document.front_matter
    kept = _without_lines(
        source,
        [block.line_number for block in going],
        {block.line_number for block in blocks},
    )
    is_unread = document.faults and front_matter == FrontMatter()
    unread = source.split("\n")[1 : document.body_line - 2] if is_unread else ()
    return Draft(
        body=kept.split("\n", document.body_line - 1)[-1],
        title=document.title,
        dropped=(*front_matter.dropped, *unread, *(block.text for block in going)),
        remarks=tuple(_remark(fault) for fault in document.faults),
        language=front_matter.language,
        published=front_matter.published,
        front_matter=front_matter,
    )


def _remark(fault: Fault) -> str:
    """What is wrong with the front matter, in one line."""
    line = (fault.where or "").rpartition(":")[2]
    words = _("front matter, line {line}: {what}").format(line=line, what=fault.what)
    return f"{words}; {fault.remedy}" if fault.remedy else words


def _candidate(block: Block, text: str) -> _Candidate:
    words = block.span.of(text)
    plain = block.kind is BlockKind.PARAGRAPH and not block.containers and "\n" not in words
    return _Candidate(words, block.line_number, plain)


def _residue(blocks: list[_Candidate]) -> set[int]:
    found = set(find_residue([block.text for block in blocks]))
    for index, block in enumerate(blocks[1:], 1):
        if block.text.split() != blocks[0].text.split():
            break
        found.add(index)
    return found


def _without_lines(source: str, starts: list[int], blocks: set[int]) -> str:
    """A source without the paragraphs that begin at some lines, 1-based.

    Args:
        source: The whole file.
        starts: Where they begin, in order.
        blocks: Where any block begins.
    """
    lines = source.split("\n")
    for start in reversed(starts):
        end = start
        while end < len(lines) and lines[end].strip() and end + 1 not in blocks:
            end += 1
        # One of the two blank lines around it goes too.
        is_blank_below = end < len(lines) and not lines[end].strip()
        del lines[start - 1 : end + is_blank_below]
    return "\n".join(lines)
