"""Words whose characters are the numbers of glyphs are those that a reader sees."""

from __future__ import annotations

import pytest

from briefing.parsing.importers.pdf.glyph_codes import are_glyphs, named

TEXT = (
    "1.1 The boats of the harbour came home in the evening, and nobody was hurt.\r\n"
    "1.2 On 30 July 2003 the crews (seven) sold 12 nets - the élève's too.\r\n"
)


def numbers(text: str) -> str:
    """A text as a driver writes the glyphs of its characters; ends of lines are PDFium's."""
    lines = []
    for line in text.split("\r\n"):
        codes = (
            ord(char) - 29 if char < "\x7f" else char.encode("mac_roman")[0] - 30 for char in line
        )
        lines.append("".join(map(chr, codes)))
    return "\r\n".join(lines)


def test_the_numbers_of_glyphs_are_told_from_characters_and_named() -> None:
    assert are_glyphs(numbers(TEXT), is_known=False)
    assert named(numbers(TEXT)) == TEXT


@pytest.mark.parametrize("text", [TEXT, TEXT.upper(), "\x13\x14" * 20, ""])
def test_characters_are_left_alone(text: str) -> None:
    assert not are_glyphs(text, is_known=False)


def test_a_page_without_points_is_told_by_the_others() -> None:
    title = numbers("General rules of the harbour")
    assert not are_glyphs(title, is_known=False)
    assert are_glyphs(title, is_known=True)
    assert not are_glyphs("General rules of the harbour", is_known=True)
    assert not are_glyphs("GENERAL RULES OF THE HARBOUR", is_known=True)
