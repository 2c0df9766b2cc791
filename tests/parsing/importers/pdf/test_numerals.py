"""Numerals alone in the middle head the parts of an opinion; other letters and digits do not."""

from __future__ import annotations

import pytest

from briefing.parsing.importers.pdf.lines import Row, Stretch
from briefing.parsing.importers.pdf.numerals import numerals
from briefing.parsing.importers.pdf.paragraphs import Lines
from tests.parsing.importers.pdf.test_headings import TEXT, levels


def line(text: str) -> Lines:
    """A paragraph, or a short line in the middle of the column."""
    left, right = (50, 400) if len(text) > 9 else (225 - 3 * len(text), 225 + 3 * len(text))
    return Lines([Row([Stretch(text, left, right, 500, 10, bold=False)], 0, 50, 400)])


def told(*texts: str) -> list[tuple[str, int]]:
    blocks = [part for text in texts for part in (line(text), line(TEXT))]
    return [(texts[at // 2], depth) for at, depth in numerals(blocks).items()]


def test_each_numeral_counts_on_from_the_last_of_its_kind() -> None:
    parts = [("I", 0), ("A", 1), ("B", 1), ("1", 2), ("2", 2), ("II", 0), ("A", 1), ("III", 0)]
    assert told(*(text for text, _depth in parts)) == parts
    assert told("I", "II", "IX", "C", "2", "III") == [("I", 0), ("II", 0), ("III", 0)]


@pytest.mark.parametrize(
    "texts", [("1", "2", "3"), ("A", "B", "C"), ("I", "I"), ("II", "III")], ids=str
)
def test_numbers_of_pages_labels_and_lone_numerals_are_none(texts: tuple[str, ...]) -> None:
    assert told(*texts) == []


def test_parts_stand_below_each_other() -> None:
    heads = [line("I"), line("A"), line(TEXT), line("B"), line(TEXT), line("II"), line(TEXT)]
    assert levels(*heads, *(line(TEXT) for _ in range(6))) == {"I": 2, "A": 3, "B": 3, "II": 2}
    assert levels(line("I"), line("Boats"), line("II"), line("Nets"), line(TEXT)) == {}
