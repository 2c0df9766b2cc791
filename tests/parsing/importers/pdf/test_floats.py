"""Boxes beside a text, and side by side, are read for themselves and part no paragraph."""

from __future__ import annotations

import pytest

from tests.parsing.importers.pdf.test_columns import LATE, SENTENCES
from tests.parsing.importers.pdf.test_reading import text_of
from tests.parsing.importers.pdf.typeset import compiled

PAGE = "#set page(width: 150mm, height: 200mm, margin: 12mm)\n#set text(9pt)\n"
FEW = " ".join(SENTENCES[:4])
MORE = " ".join(SENTENCES[4:9])


def made(source: str) -> str:
    data = compiled(f"{PAGE}{source}")
    return " ".join(text_of(data).split())


def block(words: str, width: str = "100%") -> str:
    return f"block(fill: luma(230), inset: 6pt, width: {width})[{words}]"


@pytest.mark.parametrize("side", ["right", "left"])
def test_a_box_that_the_text_runs_around_stands_before_its_paragraph(side: str) -> None:
    box = block("*Late boats*\n\nThose that come late pay twice.\n\nNobody likes to pay.")
    columns = f"(1fr, 38mm), [{FEW}], {box}" if side == "right" else f"(38mm, 1fr), {box}, [{FEW}]"
    cells = columns.replace("), ", "), gutter: 6mm, ", 1)
    words = made(f"{MORE}\n\n#grid(columns: {cells})\n\n{MORE} #h(0pt) {MORE}")
    boxed = "Late boats Those that come late pay twice. Nobody likes to pay."
    assert words.startswith(f"{MORE} {boxed} {FEW} {MORE}")


def test_a_box_as_high_as_the_text_beside_it_is_a_column() -> None:
    box = block("*Prices*\n\nA crown for each boat that comes home before the night.")
    words = made(f"#grid(columns: (38mm, 1fr), gutter: 6mm, {box}, [{FEW} {MORE}])")
    assert words.startswith("Prices A crown for each boat that comes home before the night.")
    assert f"{FEW} {MORE}" in words


def test_boxes_side_by_side_below_two_columns_are_read_one_after_the_other() -> None:
    cards = [f"{name} {sentence}" for name, sentence in zip("ABC", SENTENCES[20:], strict=False)]
    row = ", ".join(block(card) for card in cards)
    text = f"#columns(2, gutter: 6mm)[{' '.join(SENTENCES[:18])}]"
    grid = f"#grid(columns: 3 * (1fr,), gutter: 5mm, {row})"
    words = made(f"#block(height: 75mm)[{text}]\n\n{grid}\n\n{LATE}")
    assert f"{' '.join(SENTENCES[:18])} {' '.join(cards)} {LATE}" in words


def test_items_in_two_columns_of_a_few_lines_are_read_one_column_after_the_other() -> None:
    items = [f"Boat {n} was built in the harbour, and it was sold there" for n in range(1, 7)]
    lists = ["\n".join(f"- {item}" for item in half) for half in (items[:3], items[3:])]
    words = made(
        f"#text(16pt)[*Boats*]\n\n#grid(columns: 2, gutter: 9mm, [{lists[0]}], [{lists[1]}])"
    )
    places = [words.index(item) for item in items]
    assert places == sorted(places)


def test_a_paragraph_beside_a_box_goes_on_below_it() -> None:
    box = block("*Late boats*\n\nThose that come late pay twice.\n\nNobody likes to pay.")
    beside = "Boats that come home late wait before the pier until the others are moored"
    words = made(
        f"{MORE}\n\n#grid(columns: (38mm, 1fr), gutter: 6mm, {box}, [{FEW} {beside}])"
        f"#v(-4.5pt)and then leave.\n\n{MORE}"
    )
    assert f"{beside} and then leave. {MORE}" in words


def test_what_is_raised_in_a_box_stays_apart_from_the_word_before_it() -> None:
    box = block("The harbour is of 12 km#super[2], and the pond of none.")
    words = made(f"{MORE}\n\n#grid(columns: (1fr, 38mm), gutter: 6mm, [{FEW}], {box})\n\n{MORE}")
    assert "12 km², and" in words


def test_key_figures_side_by_side_are_read_each_with_what_it_counts() -> None:
    figures = {"312,000": "people reached", "19": "towns in need of help", "37 %": "of the money"}
    cards = [block(f"#text(18pt)[{number}]\n\n{told}") for number, told in figures.items()]
    words = made(f"#grid(columns: 3 * (1fr,), gutter: 5mm, {', '.join(cards)})\n\n{LATE}")
    assert words == f"312,000 people reached 19 towns in need of help 37 % of the money {LATE}"


def test_two_boxes_of_one_height_side_by_side_are_read_one_after_the_other() -> None:
    texts = [f"{name} {sentence}" for name, sentence in zip("AB", SENTENCES[20:], strict=False)]
    row = ", ".join(f"block(fill: luma(230), inset: 6pt, height: 30mm)[{text}]" for text in texts)
    words = made(f"{MORE}\n\n#grid(columns: 2 * (1fr,), gutter: 5mm, {row})\n\n{LATE}")
    assert words == f"{MORE} {texts[0]} {texts[1]} {LATE}"


def test_each_key_figure_is_a_paragraph_with_what_it_counts() -> None:
    figures = {"312.000": "Menschen in Not", "19": "gemeenten zonder water", "37 %": "del totale"}
    cards = [block(f"#text(18pt)[*{number}*]\n\n{told}") for number, told in figures.items()]
    source = f"{PAGE}#grid(columns: 3 * (1fr,), gutter: 5mm, {', '.join(cards)})\n\n{LATE}"
    paragraphs = [" ".join(p.split()) for p in text_of(compiled(source)).split("\n") if p]
    assert paragraphs[:3] == [f"{number} {told}" for number, told in figures.items()]


def test_a_high_box_beside_the_text_is_read_with_its_title() -> None:
    box = "#text(10pt)[*Ask us*]\n\n#text(7pt)[The office is open in the morning.]"
    side = f"block(fill: luma(230), inset: 6pt, height: 90mm)[{box}]"
    text = f"[#text(14pt)[*Boats*]\n\n{FEW} {MORE}]"
    words = made(f"#grid(columns: (40mm, 1fr), gutter: 6mm, {side}, {text})")
    assert "Ask us The office is open in the morning." in words
    assert f"{FEW} {MORE}" in words
