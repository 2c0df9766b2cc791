"""Words whose letters are set apart, as labels and headings in capitals are.

PDFium takes the room between such letters for spaces. It is the same between all of them, and
clearly less than between two words. Where a program wrote spaces between them, they are as meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.model.records import replace
from briefing.parsing.importers.pdf.medians import median
from briefing.parsing.importers.pdf.words import Word

_FEWEST = 5
"""Letters that stand alone."""
_SHARE = 0.8
"""How many of the words of a line are single letters where these are set apart."""
_UNEVEN, _LEAST, _MOST = 0.06, 0.08, 0.5
"""Times the size of the type: how much the room between letters differs, and how much it is."""


def closed_up(line: list[Word]) -> list[Word]:
    """A line with whole words where their letters stand apart."""
    alone = sum(len(word.text) == 1 and word.text.isalnum() for word in line)
    are_typed = sum(word.spaced for word in line) * 2 >= len(line)
    if alone < _FEWEST or alone < _SHARE * len(line) or are_typed:
        return line
    room = median(after.left - before.right for before, after in pairwise(line))
    if not _LEAST <= room / line[0].type.size <= _MOST:
        return line
    return list(_whole(line, room + _UNEVEN * line[0].type.size))


def _whole(line: Sequence[Word], most: float) -> Iterator[Word]:
    """The words of a line, joined where they are not further apart."""
    word = line[0]
    for before, after in pairwise(line):
        if after.left - before.right <= most and after.type == word.type:
            word = replace(word, text=word.text + after.text, right=after.right)
        else:
            yield word
            word = after
    yield word
