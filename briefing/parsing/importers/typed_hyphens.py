"""Words that a typed text parts at the end of its lines, joined again; real hyphens stay.

Most programs break lines only where a word has a hyphen of its own. So a hyphen goes only where the
rest of the text writes the word whole, or where that is what most of its hyphens at line ends are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from briefing.parsing.importers.pdf.hyphens import Hyphens
from briefing.parsing.importers.pdf.lines import HYPHEN

_HEAD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TAIL = re.compile(r"[^\W\d_]+")
_FEWEST = 3
"""Words that are seen to be parted in a text that parts words."""


class TypedHyphens:
    """Joins lines of a text.

    Args:
        groups: The lines of each block.
    """

    def __init__(self, groups: Sequence[Sequence[str]]) -> None:
        self._words: Hyphens | None = None
        self._parts_words = False
        parted = [
            found
            for group in groups
            for above, below in pairwise(group)
            if (found := _parts(above, below)) is not None
        ]
        if not parted:
            return
        self._words = Hyphens(_marked(line for group in groups for line in group))
        words = self._words.words
        whole = sum(words[head + tail] > words[f"{head}-{tail}"] for head, tail in parted)
        own = sum(self._words.is_real(*each) for each in parted)
        self._parts_words = whole >= _FEWEST and whole > own

    def join(self, above: str, below: str) -> str:
        """Two lines as one; a word that is written with a hyphen keeps it without a space."""
        found = _parts(above, below)
        if found is None or self._words is None:
            return f"{above} {below}"
        head, tail = found
        if self._words.is_shared(head, tail):
            return f"{above} {below}"
        known = self._words.words
        is_parted = known[head + tail] > known[f"{head}-{tail}"] or (
            self._parts_words and not self._words.is_real(head, tail)
        )
        return above[: -1 if is_parted else None] + below


def _parts(above: str, below: str) -> tuple[str, str] | None:
    """The two parts of a word at the end of a line, folded; None where a line ends otherwise."""
    if not above.endswith("-"):
        return None
    before = above[:-1].rpartition(" ")[2]
    head = next((found for found in _HEAD.finditer(before) if found.end() == len(before)), None)
    tail = _TAIL.match(below.lstrip())
    if head is None or tail is None or not tail[0][0].islower():
        return None
    return head[0].casefold(), tail[0].casefold()


def _marked(lines: Iterable[str]) -> Iterable[str]:
    """Lines whose last hyphen is marked as one that may not belong to its word."""
    return (
        line[:-1] + HYPHEN if line[-2:-1].isalpha() and line[-1] == "-" else line for line in lines
    )
