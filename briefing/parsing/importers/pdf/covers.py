"""What is set as headings are and heads nothing: lines of a cover, and what somebody says.

Around a title stand the series, a subtitle and the names of offices; between the paragraphs of a
magazine stand sentences of it once more, in large type.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from briefing.parsing.importers.pdf.bylines import Style, words_of
from briefing.parsing.importers.pdf.lines import plain
from briefing.parsing.importers.pdf.numbered import SECTION
from briefing.parsing.importers.pdf.paragraphs import Lines
from briefing.parsing.importers.pdf.pull_quotes import pull_quotes
from briefing.parsing.importers.pdf.set_off import compact
from briefing.parsing.importers.pdf.tables import Table

_FULL, _MOST_LINES = 300, 8
"""Characters of text on a page that is no mere cover, and lines in large type of one that is."""
_TEXT = 60
"""Characters of a text."""
_FEWEST_WORDS, _MOST_SAID = 9, 3
"""Words of a sentence that is set large, and how many such sentences a document has."""
_FEWEST_OF_TITLE = 3
"""Words of a subtitle."""
_MOST_OF_LETTERHEAD = 6
"""Words of the name of who writes."""
_MOST_OF_ADDRESS = 4
"""Lines of an address."""
_ADDRESS = re.compile(r"\S@\S|\bwww\.|\b\d{5}\b")
"""What only an address has, where a title is no smaller than the name above it."""
_SMALL = 0.5
"""The share of the words of a sentence that begin small."""
_NUMBERED = re.compile(rf"(?:{SECTION}\.?|[A-Z]\.)\s+\S")

_Found = Mapping[int, Style]
"""How each block is set that may be a heading, by its index."""


def lines_around(title: int | None, found: _Found, blocks: Sequence[Lines | Table]) -> set[int]:
    """The blocks around the title, and sentences in large type, that head nothing.

    Args:
        title: The index of the block that is the title.
        found: The blocks that may be headings, the title among them.
        blocks: All blocks of the document, in order.

    Returns:
        The indices of the blocks that are no headings therefore.
    """
    said = {*_sentences(found, blocks), *pull_quotes(found, blocks)} - {title}
    if title is None:
        return said
    subtitle = _subtitle(title, found, blocks)
    around = {*_cover(title, found, blocks), *_above(title, found, blocks)}
    return {*said, *subtitle, *around, *_again(title, found, blocks)}


def below_letterhead(
    largest: int, large: Sequence[int], found: _Found, blocks: Sequence[Lines | Table]
) -> int | None:
    """The title of a letter or a press release, below the name of who writes and an address.

    Args:
        largest: The index of the largest line of the page.
        large: The indices of all that are as large as titles.
        found: The blocks that may be headings.
        blocks: All blocks of the document, in order.

    Returns:
        Its index; None where the largest line is no letterhead.
    """
    styles = Counter(found.values())
    if largest > 1 or len(words_of(blocks[largest]).split()) > _MOST_OF_LETTERHEAD:
        return None
    styles[found[largest]] -= 1
    lower = (at for at in large if at > largest and found[at][0] <= found[largest][0])
    for index in (at for at in lower if styles[found[at]] == 1):
        between = [words for block in blocks[largest + 1 : index] for words in _parts(block)]
        is_address = any(any(map(str.isdigit, words)) for words in between)
        if found[index][0] == found[largest][0]:
            is_address = any(map(_ADDRESS.search, between))
        elif largest + 1 in found:
            is_address |= found[largest + 1][0] == found[largest][0]
        words = words_of(blocks[index])
        is_title = words.count(" ") >= _FEWEST_OF_TITLE and not _NUMBERED.match(words)
        if is_address and is_title and all(len(words) < _TEXT for words in between):
            return index
    return None


def _parts(block: Lines | Table) -> list[str]:
    """The words of a block, or of each line of an address or cell of several side by side."""
    words = words_of(block)
    is_address = len(block.rows) <= _MOST_OF_ADDRESS and _ADDRESS.search(words)
    if not is_address and all(len(row.cells) == 1 for row in block.rows):
        return [words]
    return [plain(cell.text) for row in block.rows for cell in row.cells]


def _cover(title: int, found: _Found, blocks: Sequence[Lines | Table]) -> list[int]:
    """What stands with the title on a page without any text."""
    page = blocks[title].rows[0].page
    own = [index for index, block in enumerate(blocks) if block.rows[0].page == page]
    letters = sum(_length(blocks[index]) for index in own if index not in found)
    lines = [index for index in own if index in found and index != title]
    is_cover = letters < _FULL and len(lines) <= _MOST_LINES and own[-1] < len(blocks) - 1
    lists = any(isinstance(block := blocks[index], Lines) and block.is_entry for index in own)
    return lines if is_cover and not lists else []


def _above(title: int, found: _Found, blocks: Sequence[Lines | Table]) -> Iterator[int]:
    """What stands above the title, where no text is between."""
    for index in range(title - 1, -1, -1):
        block = blocks[index]
        is_entry = isinstance(block, Lines) and block.is_entry
        if is_entry or _length(block) >= 2 * _TEXT:
            return
        if index in found:
            yield index


def _subtitle(title: int, found: _Found, blocks: Sequence[Lines | Table]) -> list[int]:
    """What stands between the title and the next heading, and is set like none below it."""
    at = title + 1
    counts = Counter(style for index, style in found.items() if index >= title)
    if at not in found or at + 1 >= len(blocks) or counts[found[at]] > 1:
        return []
    below = blocks[at + 1]
    is_over_list = isinstance(below, Lines) and below.is_entry
    others = len(counts) - 2
    is_one = at + 1 in found and not is_over_list and len(found) > 3 and others > 0
    words = words_of(blocks[at])
    is_wordy = words.count(" ") + 1 >= _FEWEST_OF_TITLE and not _NUMBERED.match(words)
    return [at] if is_one and is_wordy else []


def _again(title: int, found: _Found, blocks: Sequence[Lines | Table]) -> Iterator[int]:
    """The title where another page begins with it again."""
    said, page = compact(words_of(blocks[title])), blocks[title].rows[0].page
    for index in found:
        is_first = index and blocks[index].rows[0].page > blocks[index - 1].rows[-1].page
        is_later = is_first and blocks[index].rows[0].page > page
        if is_later and compact(words_of(blocks[index])) == said:
            yield index


def _sentences(found: _Found, blocks: Sequence[Lines | Table]) -> Iterator[int]:
    """Whole sentences that are set as no short heading is."""
    alike = defaultdict[Style, list[int]](list)
    for index, style in found.items():
        alike[style].append(index)
    for indices in alike.values():
        if len(indices) <= _MOST_SAID and len(alike) > 1:
            words = [words_of(blocks[index]) for index in indices]
            if all(map(_is_sentence, words)):
                yield from indices


def _is_sentence(words: str) -> bool:
    """Whether words are many, and most of them begin small."""
    parts = words.split()
    small = sum(part[0].islower() for part in parts)
    is_long = len(parts) >= _FEWEST_WORDS and small >= _SMALL * len(parts)
    return is_long and not words.endswith((":", "?")) and not _NUMBERED.match(words)


def _length(block: Lines | Table) -> int:
    return sum(len(row.text) for row in block.rows)
