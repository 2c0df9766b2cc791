"""Words of the text that are set once more beside it, in large type: they head nothing.

Interviews and magazines set them so between the paragraphs. A heading may be said in the text, too;
where all that is set like it is said on the page or on those beside it, nothing of it is a heading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from briefing.parsing.importers.pdf.bylines import Style, words_of
from briefing.parsing.importers.pdf.paragraphs import Lines, begins_item
from briefing.parsing.importers.pdf.set_off import compact
from briefing.parsing.importers.pdf.tables import Table

_FEWEST_WORDS, _SMALL = 6, 0.6
"""Words that are hardly said twice by chance, and the share of them that begin small: the name of
an office that a text is about is said in it, too."""
_LONGER = 1.5
"""Times the words: how long a paragraph is that says more than them."""


def pull_quotes(found: Mapping[int, Style], blocks: Sequence[Lines | Table]) -> set[int]:
    """The indices of blocks that say what a paragraph beside them says.

    Args:
        found: How each block is set that may be a heading.
        blocks: All blocks of the document, in order.
    """
    alike = defaultdict[Style, list[int]](list)
    for index, style in found.items():
        alike[style].append(index)
    if len(alike) < 2:
        return set()
    texts: dict[int, list[str]] = {}
    return {
        index
        for group in alike.values()
        if all(_is_wordy(words_of(blocks[index])) for index in group)
        and all(_is_said(index, found, blocks, texts) for index in group)
        for index in group
    }


def _is_said(
    index: int,
    found: Mapping[int, Style],
    blocks: Sequence[Lines | Table],
    texts: dict[int, list[str]],
) -> bool:
    if not texts:
        for at, block in enumerate(blocks):
            if at not in found and isinstance(block, Lines) and _is_paragraph(block):
                texts.setdefault(block.rows[0].page, []).append(compact(words_of(block)))
    words, page = compact(words_of(blocks[index])), blocks[index].rows[0].page
    return any(
        words in text and len(text) >= _LONGER * len(words)
        for beside in _beside(page, texts)
        for text in beside
    )


def _is_wordy(words: str) -> bool:
    parts = words.split()
    small = sum(part[0].islower() for part in parts)
    return sum(map(str.isalpha, parts)) >= _FEWEST_WORDS and small >= _SMALL * len(parts)


def _beside(page: int, texts: Mapping[int, list[str]]) -> Iterator[list[str]]:
    return (texts[at] for at in (page - 1, page, page + 1) if at in texts)


def _is_paragraph(block: Lines) -> bool:
    return not block.is_entry and not begins_item(block.first)
