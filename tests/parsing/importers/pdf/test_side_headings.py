"""Headings beside the text stand above what they head."""

from __future__ import annotations

import pytest

from tests.parsing.importers.pdf.test_lists_and_notes import FILLING, read
from tests.parsing.importers.pdf.typeset import compiled

PAGE = "#set page(width: 170mm, height: 150mm, margin: (left: 60mm, rest: 14mm))\n"


def body_with(*heads: str) -> str:
    """A report whose heads stand in the margin, each beside the first line of two paragraphs."""
    beside = [f"#place(dx: -48mm, box(width: 40mm)[#strong[{head}]])" for head in heads]
    parts = [f"{head}{FILLING}\n\n{FILLING}" for head in beside]
    source = "\n\n".join([f"{PAGE}#text(20pt)[The harbours]", FILLING, *parts])
    data = compiled(source)
    return read(data)


@pytest.mark.parametrize("long", ["Boats", "Boats of the harbour that were sold in the spring"])
def test_bold_lines_beside_paragraphs_are_their_headings(long: str) -> None:
    body = body_with("Ships", long, "Councils")
    lines = [line for line in body.split("\n") if line and not line.startswith("<!--")]
    heads = [at for at, line in enumerate(lines) if line.startswith("## ")]
    assert [lines[at][3:] for at in heads] == ["Ships", long, "Councils"]
    assert all(lines[at + 1].startswith(FILLING[:40]) for at in heads)
    assert body.count(FILLING.strip()) == 7


def test_numbers_in_the_margin_are_no_headings() -> None:
    body = body_with("R1", "R2", "R3")
    assert not [line for line in body.split("\n") if line.startswith("##")]


def test_lines_in_another_colour_beside_paragraphs_are_their_headings() -> None:
    heads = ["Ships", "Boats of the harbour", "Councils"]
    place = "#place(dx: -48mm, box(width: 40mm, text(12pt, maroon)[{}]))"
    parts = [f"{place.format(head)}{FILLING}\n\n{FILLING}" for head in heads]
    body = read(compiled("\n\n".join([f"{PAGE}#text(20pt)[The harbours]", FILLING, *parts])))
    assert [line[3:] for line in body.split("\n") if line.startswith("## ")] == heads


def test_headings_may_stand_in_the_right_margin_more_than_four_on_a_page() -> None:
    page = "#set page(width: 170mm, height: 250mm, margin: (right: 60mm, rest: 14mm))\n"
    heads = ["Ships", "Boats", "Councils", "Their harbours", "Nets"]
    place = "#place(dx: 101mm, box(width: 40mm)[#strong[{}]])"
    parts = [f"{place.format(head)}{FILLING}\n\n{FILLING}" for head in heads]
    body = read(compiled("\n\n".join([f"{page}#text(20pt)[The harbours]", FILLING, *parts])))
    lines = [line for line in body.split("\n") if line and not line.startswith("<!--")]
    found = [at for at, line in enumerate(lines) if line.startswith("## ")]
    assert [lines[at][3:] for at in found] == heads
    assert all(lines[at + 1].startswith(FILLING[:40]) for at in found)


def test_titles_of_boxes_beside_the_text_stay_with_what_stands_below_them() -> None:
    page = "#set page(width: 170mm, height: 250mm, margin: (right: 60mm, rest: 14mm))\n"
    heads = ["Ships", "Boats", "Councils"]
    box = "#place(dx: 101mm, block(width: 40mm)[#text(9pt)[*{}* \\ of the harbour]])"
    parts = [f"{box.format(head)}{FILLING}\n\n{FILLING}" for head in heads]
    body = read(compiled("\n\n".join([f"{page}#text(20pt)[The harbours]", FILLING, *parts])))
    assert not [line for line in body.split("\n") if line.startswith("## ")]
