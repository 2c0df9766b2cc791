"""Headings, their levels, and the title.

Most are set off by the size and the weight of their type (`set_off`). Those that only italics, a
number, their place in the middle, their face or small capitals tell are found by others of their
kind (`slanted`, `counted`, `centred`, `faced`, `small_capitals`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from briefing.model.records import dataclass
from briefing.parsing.bare_names import Counts
from briefing.parsing.importers.pdf.boxed import titles_of_boxes
from briefing.parsing.importers.pdf.bylines import Style, byline, words_of
from briefing.parsing.importers.pdf.centred import centred_headings, is_centred
from briefing.parsing.importers.pdf.column_heads import heads_columns
from briefing.parsing.importers.pdf.counted import counted_headings
from briefing.parsing.importers.pdf.covers import below_letterhead, lines_around
from briefing.parsing.importers.pdf.faced import faced_headings
from briefing.parsing.importers.pdf.lines import plain
from briefing.parsing.importers.pdf.measures import Measures
from briefing.parsing.importers.pdf.names import listed_names
from briefing.parsing.importers.pdf.numerals import numerals
from briefing.parsing.importers.pdf.paragraphs import Lines
from briefing.parsing.importers.pdf.set_off import Place, compact, is_heading
from briefing.parsing.importers.pdf.slanted import slanted_headings
from briefing.parsing.importers.pdf.small_capitals import small_headings
from briefing.parsing.importers.pdf.tables import Table

_TITLE = 1.15
"""Times the size of the running text, from which on a line may be a title."""
_NO_TITLE = re.compile(r"(?=\S*\d)[!-~]+\Z|[a-zß-ÿ]+\s")
"""The sign of a document, or what goes on with other words."""
_SHORT = 60
"""Characters of what is no text yet."""
_MOST_OF_COVER, _MOST_ABOVE = 120, 300
"""Characters of a cover without a title, and of what stands above a title that is no larger."""
_MOST_SHARE, _MOST_OF_SLIDES = 0.2, 0.35
"""How much of a document may be set as headings are, and as the titles of slides; more is text."""
_WORD, _TITLE_OF_SLIDE = 10, 40
"""Characters of such titles, one with another."""
_HALF = 0.5
"""The least by which two sizes differ."""
_FEWEST_LABELS = 3
"""Times that a page says what is a label."""
_FEWEST_WORDS = 3
"""Words of a heading that are no mere beginning of a title by chance."""


@dataclass(frozen=True, slots=True)
class Headings:
    """Which blocks of a document are headings."""

    levels: dict[int, int]
    """By the index of the block, 2 to 6."""
    title: int | None
    """The index of the block that is the title."""


def find_headings(
    blocks: Sequence[Lines | Table],
    measures: Measures,
    outline: Sequence[str],
    counts: Counts | None = None,
    stated: str | None = None,
    authors: Sequence[str] = (),
) -> Headings:
    """Find the headings of a document.

    Args:
        blocks: All its blocks, in order.
        measures: What its text is set in.
        outline: The entries of the document's own outline.
        counts: How often each word stands in the document.
        stated: The title in the document's own data, if it is sensible.
        authors: Those that these name.
    """
    entries = {compact(entry) for entry in outline}
    found = _set_as_headings(blocks, measures, entries)
    found = _without_labels(_without_text(found, blocks, measures.body), blocks)
    found = _but(found, listed_names(found, blocks))
    title = _stated(found, blocks, stated)
    if title is None:
        title = _title(found, blocks, measures)
    else:  # what stands above it names the series
        found = {index: style for index, style in found.items() if index >= title}
    others = {*byline(title, found, blocks, counts, authors), *lines_around(title, found, blocks)}
    others |= {*titles_of_boxes(found, blocks, measures)}
    found = _but(found, {*others, title})
    return Headings(_tagged(found, blocks) or _levels(found), title)


def _set_as_headings(
    blocks: Sequence[Lines | Table], measures: Measures, entries: set[str]
) -> dict[int, Style]:
    """The blocks that are set as headings are, or that the outline names."""
    found: dict[int, Style] = {}
    depths = {**counted_headings(blocks, measures), **numerals(blocks)}
    alone = centred_headings(blocks, measures) | slanted_headings(blocks, measures)
    alone |= {*depths, *faced_headings(blocks, measures), *small_headings(blocks, measures)}
    for index, block in enumerate(blocks[:-1]):
        below = blocks[index + 1]
        if not isinstance(block, Lines) or heads_columns(block, below):
            continue
        place = Place(blocks[index - 1] if index else None, below, index + 1 in alone)
        if index in alone or is_heading(block, place, measures, entries):
            found[index] = _style(block, below=_HALF * depths.get(index, 0))
    return found


def _but(found: Mapping[int, Style], others: Iterable[int | None]) -> dict[int, Style]:
    """What is found, without some of it."""
    going = set(others)
    return {index: style for index, style in found.items() if index not in going}


def _levels(found: dict[int, Style]) -> dict[int, int]:
    """Levels by how headings are set, the largest first.

    What is set like no other heading, as the lines of a cover are, opens no level of its own above
    those that come again.
    """
    counts = Counter(found.values())
    again = [style for style, count in counts.items() if count > 1] or [*counts]
    ranks = {style: sum(other > style for other in again) for style in counts}
    return {index: min(2 + ranks[style], 6) for index, style in found.items()}


def _tagged(found: dict[int, Style], blocks: Sequence[Lines | Table]) -> dict[int, int]:
    """Levels as the document's own tags say them; none where it does not tag all its headings."""
    tags = {at: block.level for at in found if isinstance(block := blocks[at], Lines)}
    highest = min(tags.values(), default=0)
    return {at: min(2 + tag - highest, 6) for at, tag in tags.items()} if highest else {}


def _style(block: Lines, below: float = 0.0) -> Style:
    """How a heading is set; the parts of a section stand below what is set alike."""
    text = plain(block.first.text)
    size = round(max(row.size for row in block.rows) * 2) / 2
    return size - below, block.is_bold, text.isupper()


def _without_text(
    found: dict[int, Style], blocks: Sequence[Lines | Table], body: float
) -> dict[int, Style]:
    """The headings without those whose type is that of much of the text."""
    total = sum(_length(block) for block in blocks) or 1
    shares, counts = Counter[Style](), Counter(found.values())
    for index, style in found.items():
        shares[style] += _length(blocks[index])

    def is_text(style: Style) -> bool:
        is_usual = _WORD < shares[style] / counts[style] <= _TITLE_OF_SLIDE
        are_titles = is_usual and 2 < counts[style] <= _HALF * len(blocks)
        most = _MOST_OF_SLIDES if are_titles and style[0] >= _TITLE * body else _MOST_SHARE
        return shares[style] > most * total and len(blocks) >= 12

    return {index: style for index, style in found.items() if not is_text(style)}


def _without_labels(found: dict[int, Style], blocks: Sequence[Lines | Table]) -> dict[int, Style]:
    """The headings without what a page says again and again above no text, as a form does."""
    said = {index: compact(words_of(blocks[index])) for index in found}
    counts = Counter((blocks[index].rows[0].page, words) for index, words in said.items())
    again = {words for (_page, words), count in counts.items() if count >= _FEWEST_LABELS}
    over = Counter(
        said[at] for at in found if said[at] in again and _is_text(at + 1, found, blocks)
    )
    total = Counter(said.values())
    labels = {words for words in again if over[words] * 2 < total[words]}
    return {index: style for index, style in found.items() if said[index] not in labels}


def _is_text(index: int, found: dict[int, Style], blocks: Sequence[Lines | Table]) -> bool:
    return index not in found and _length(blocks[index]) >= _SHORT


def _length(block: Lines | Table) -> int:
    return sum(len(row.text) for row in block.rows)


def _stated(
    found: dict[int, Style], blocks: Sequence[Lines | Table], stated: str | None
) -> int | None:
    """The longest heading of the first page with which the stated title begins, or which it is."""
    whole = compact(stated or "")
    words = {i: words_of(blocks[i]) for i in found}
    begun = [
        index
        for index in found
        if blocks[index].rows[0].page == blocks[0].rows[0].page
        and len(words[index].split()) >= _FEWEST_WORDS
        and whole.startswith(compact(words[index]))
    ]
    return max(begun, key=lambda index: (len(words[index]), -index), default=None)


def _first_page(found: dict[int, Style], blocks: Sequence[Lines | Table]) -> int:
    """The first page, or the next one where a line or two are all that is above its heading."""
    first, at = blocks[0].rows[0].page if blocks else 0, min(found, default=0)
    is_cover = sum(map(_length, blocks[:at])) < _MOST_OF_COVER
    is_next = found and blocks[at].rows[0].page == first + 1
    return first + 1 if is_cover and is_next else first


def _title(
    found: dict[int, Style], blocks: Sequence[Lines | Table], measures: Measures
) -> int | None:
    """The largest heading of the first page, of several the first; a cover may have none."""
    first = _first_page(found, blocks)
    on_first = [i for i in found if blocks[i].rows[0].page == first]
    large = [i for i in on_first if found[i][0] >= _TITLE * measures.body]
    large = [i for i in large if not _NO_TITLE.match(words_of(blocks[i]))] or large
    if large:
        largest = max(large, key=lambda index: (found[index][0], -index))
        return below_letterhead(largest, large, found, blocks) or largest
    return 0 if 0 in found and found[0][1] else _named_alone(on_first, found, blocks)


def _named_alone(
    on_first: Sequence[int], found: dict[int, Style], blocks: Sequence[Lines | Table]
) -> int | None:
    """The first bold line in the middle of the first page that no other heading is set like.

    Nothing but short lines stands above it, as the names of a court and of the parties.
    """
    index = next((at for at in on_first if found[at][1]), None)
    if index is None or not is_centred(blocks[index].rows[0]):
        return None
    is_wordy = words_of(blocks[index]).count(" ") + 1 >= _FEWEST_WORDS
    alike = (at for at, style in found.items() if style == found[index])
    is_alone = sum(is_centred(blocks[at].rows[0]) for at in alike) == 1
    above = [_length(block) for block in blocks[:index]]
    is_first = sum(above) <= _MOST_ABOVE and all(length < _MOST_OF_COVER for length in above)
    return index if is_wordy and is_alone and is_first else None
