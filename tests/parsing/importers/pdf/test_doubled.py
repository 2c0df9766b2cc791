"""A letter is no shadow of the one before it where it is drawn behind that, however close."""

from __future__ import annotations

from io import BytesIO
from time import process_time

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.parsing.importers.pdf.test_reading import text_of

SIZE = 11


def letter_by_letter(words: str, font: str, *, closer: float) -> bytes:
    """A line of which each letter is an object of its own, those behind an “f” set closer."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(420, 200))
    left = 50.0
    for letter in words:
        if letter != " ":
            text = canvas.beginText(left, 100)
            text.setFont(font, SIZE)
            text.textOut(letter)
            canvas.drawText(text)
        left += stringWidth(letter, font, SIZE) - closer * SIZE * (letter == "f")
    canvas.save()
    return file.getvalue()


@pytest.mark.parametrize("font", ["Times-Italic", "Times-Roman", "Helvetica-Oblique"])
@pytest.mark.parametrize("closer", [0.0, 0.02, 0.03])
def test_both_letters_are_read_and_no_space_behind_them(font: str, closer: float) -> None:
    words = "Offices differ, the staff of five ferries suffers off the cliff and of affairs"
    assert text_of(letter_by_letter(words, font, closer=closer)) == words


def test_a_page_with_thousands_of_equal_lines_is_read_in_time() -> None:
    file, count = BytesIO(), 6_000
    canvas = Canvas(file, pagesize=(420, 12 * count + 20))
    for at in range(count):
        canvas.drawString(50, 10 + 12 * at, "none of the boats")
    canvas.save()
    before = process_time()
    assert text_of(file.getvalue()).count("none of the boats") == count
    assert process_time() - before < 4.0
