"""Hyphens at the end of lines that somebody typed, on pages that set another sign where they part.

Browsers and others part words with U+2010, and leave the hyphens of words as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model.records import replace
from briefing.parsing.importers.pdf.words import Word

TYPED = "\ufdd0"
"""A hyphen that belongs to the word at the end of a line."""
_PARTING = "\u2010"
_PLAIN = ("-", "\ufffe")
"""A hyphen as it is typed, and the sign that PDFium makes of it at the end of a line."""
_FEWEST = 2
"""Lines of a page that end with the sign which parts words."""


def with_typed_hyphens(lines: Sequence[list[Word]]) -> Iterator[list[Word]]:
    """The lines of a page, the hyphens at their ends that part no word with a sign of their own."""
    parted = sum(_ends(line, _PARTING) for line in lines)
    for line in lines:
        if parted >= _FEWEST and any(_ends(line, sign) for sign in _PLAIN):
            last = line[-1]
            yield [*line[:-1], replace(last, text=f"{last.text[:-1]}{TYPED}")]
        else:
            yield line


def _ends(line: Sequence[Word], sign: str) -> bool:
    """Whether a line ends with letters and a sign behind them."""
    text = line[-1].text
    return text.endswith(sign) and text[:-1][-1:].isalpha()
