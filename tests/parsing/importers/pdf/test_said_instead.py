"""Words that stand for what is drawn letter by letter are those that a reader sees."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.parsing.importers.pdf import drawn
from tests.parsing.importers.pdf.test_reading import text_of

PARTED = "the walls of a house of clay need care from people who know how to re"


def by_letters(words: str, *, is_one: bool = False) -> str:
    """What draws words, each letter for itself or all at once."""
    return f"({words}) Tj" if is_one else " ".join(f"({letter}) Tj" for letter in words)


def in_two_lines(said: str, first: str, second: str, *, is_one: bool = False) -> str:
    """Two lines, words standing for the first of them."""
    mark = f"/Span<</ActualText({said})>>BDC {by_letters(first, is_one=is_one)} EMC"
    return drawn_text(f"4 Tf 10 50 Td {mark} 0 -5 Td {by_letters(second)}")


def drawn_text(drawing: str) -> str:
    """The words of a page that is drawn so."""
    return text_of(drawn.operators(drawing))


@pytest.mark.parametrize("is_one", [False, True])
def test_a_hyphen_that_no_character_stands_for_parts_a_word(is_one: bool) -> None:
    second = "pair it with earth and with nothing else, as it was made once before."
    text = in_two_lines(PARTED, f"{PARTED}-", second, is_one=is_one)
    assert text == f"{PARTED}{second}"


@pytest.mark.parametrize("is_one", [False, True])
def test_words_without_such_a_hyphen_stay_apart(is_one: bool) -> None:
    second = "pair it with earth and with nothing else, as it was made once before."
    text = in_two_lines(PARTED, PARTED, second, is_one=is_one)
    assert text == f"{PARTED} {second}"


def test_words_stand_as_far_apart_as_the_letters_that_are_drawn_for_them() -> None:
    words = "a house of clay"
    widths = ((stringWidth(a, "Times-Roman", 10), b) for a, b in pairs(words))
    letters = (f"{width} 0 Td ({letter}) Tj" for width, letter in widths)
    drawing = f"10 Tf 10 50 Td /Span<</ActualText({words})>>BDC {' '.join(letters)} EMC"
    assert drawn_text(drawing) == words


def pairs(words: str) -> Iterator[tuple[str, str]]:
    """Letters, each with the one before it."""
    return zip(f" {words}"[:-1], words, strict=True)
