"""Which rows of a table may hold a sum: prizes of 25,000, 15,000 and 10,000 add up by chance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.languages.language import Language
from briefing.languages.load import language_of
from briefing.languages.phrases import any_of
from briefing.model.span import Span

_CELL_END = "\t"


@lru_cache(maxsize=8)
def _sum(own: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(own.shares.sums)})(?!\w)", re.IGNORECASE)


class TableSums:
    """Reads the lines of a text in order, and remembers what the head of a table says."""

    def __init__(self, language: str | None) -> None:
        self._sum = _sum(language_of(language))
        self._head: str | None = None

    def among(self, line: str, sentences: Sequence[Span]) -> Sequence[Span]:
        """The sentences in which figures may be added up: none of a row without a total.

        Args:
            line: The next line, whose cells are parted by tabs if it is a row.
            sentences: Its sentences.
        """
        if _CELL_END not in line:
            self._head = None
            return sentences
        self._head = line if self._head is None else self._head
        return sentences if self._sum.search(self._head) or self._sum.search(line) else ()
