"""Names of authors, where they work and the day, below the title and set as headings are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import takewhile

from briefing.parsing.bare_names import Counts
from briefing.parsing.importers.pdf.lines import plain
from briefing.parsing.importers.pdf.paragraphs import Lines
from briefing.parsing.importers.pdf.tables import Table
from briefing.parsing.title_credits import credits_below

Style = tuple[float, bool, bool]
"""Size, whether bold, whether in capitals."""

_ADDRESS = re.compile(r"[\w})\]]@[\w-]+\.\w")
"""Of electronic mail, also of several people: “{one,two}@example.org”."""
_FEWEST_OF_NAME, _MOST_OF_NAME = 2, 4
"""Words of a name."""
_FEWEST_NAMES = 4
"""Words of two names."""
_HEAD = 4
"""Blocks below the title that may be names and a day."""
_MOST_BLOCKS, _LONGEST = 16, 200
"""Blocks from the title to such an address, and the characters of each."""


def byline(
    title: int | None,
    found: Mapping[int, Style],
    blocks: Sequence[Lines | Table],
    counts: Counts | None,
    authors: Sequence[str] = (),
) -> list[int]:
    """Authors and date below the title, set as headings are.

    They end with the last line that names an author or a day, or with an address of electronic
    mail, or they are in a larger type of their own that is not bold, and the next heading follows.

    Args:
        title: The index of the block that is the title.
        found: How each block is set that may be a heading.
        blocks: All blocks of the document, in order.
        counts: How often each word stands in the document.
        authors: Those that the document's own data name.

    Returns:
        The indices of the blocks that are no headings therefore.
    """
    if title is None:
        return []
    run = list(takewhile(found.__contains__, range(title + 1, len(blocks))))
    said = _said(run, title, blocks, counts, authors)
    addressed = [index for index in _addressed(title, blocks) if index in found]
    if said or addressed:
        return sorted({*(run[: run.index(said[-1]) + 1] if said else ()), *addressed})
    if run and not found[run[0]][1] and _are_names(words_of(blocks[run[0]]), counts):
        return run[:1]
    light = _light(run, found)
    alike = [index for index in found if light and found[index] == found[light[0]]]
    page = blocks[title].rows[0].page
    are_names = len(run) > 1 and all(_is_name(blocks[index], page) for index in alike)
    named = {*light, *(alike if are_names else ())}
    elsewhere = {style for index, style in found.items() if index not in named}
    return sorted(index for index in named if found[index] not in elsewhere)


def _said(
    run: Sequence[int],
    title: int,
    blocks: Sequence[Lines | Table],
    counts: Counts | None,
    authors: Sequence[str],
) -> list[int]:
    """Which blocks of a run are names or a day, by themselves or by what is around them."""
    head = blocks[title + 1 : title + 1 + _HEAD]
    words = [words_of(block) if isinstance(block, Lines) else "" for block in head]
    together = {title + 1 + at for at in credits_below(words, authors, counts).lines}
    alone = (i for i in run if credits_below([words_of(blocks[i])], (), counts).lines)
    return sorted(together.intersection(run).union(alone))


def _are_names(words: str, counts: Counts | None) -> bool:
    """Whether words are several names with nothing between, which hardly stand elsewhere."""
    parts = words.replace(",", " ").split()
    if counts is None or len(parts) < _FEWEST_NAMES or not all(map(str.istitle, parts)):
        return False
    telling = [part.casefold() for part in parts if part.isalpha()]
    unknown = sum(counts.get(part, 0) <= telling.count(part) for part in telling)
    return bool(telling) and unknown * 2 >= len(telling)


def _is_name(block: Lines | Table, page: int) -> bool:
    """Whether a block may be a name that stands with the title on its page."""
    parts = words_of(block).split()
    is_short = _FEWEST_OF_NAME <= len(parts) <= _MOST_OF_NAME
    return is_short and all(map(str.istitle, parts)) and block.rows[0].page == page


def _light(run: Sequence[int], found: Mapping[int, Style]) -> list[int]:
    """The first blocks of a run that are not bold; its last one only if it is set as others."""
    light = list(takewhile(lambda index: not found[index][1], run))
    if light and light[-1] == run[-1] and Counter(map(found.get, light))[found[run[-1]]] < 2:
        light.pop()
    return light


def _addressed(title: int, blocks: Sequence[Lines | Table]) -> range:
    """The short blocks from the title to the last address of electronic mail among them."""
    page, last = blocks[title].rows[0].page, title
    for index in range(title + 1, min(title + 1 + _MOST_BLOCKS, len(blocks))):
        words = words_of(blocks[index])
        if blocks[index].rows[0].page != page or len(words) > _LONGEST:
            break
        if _ADDRESS.search(words):
            last = index
    return range(title + 1, last + 1)


def words_of(block: Lines | Table) -> str:
    """The words of a block, with a single space between."""
    return " ".join(plain(" ".join(row.text for row in block.rows)).split())
