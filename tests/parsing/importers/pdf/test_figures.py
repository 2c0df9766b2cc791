"""Names and numbers in a drawing with a caption are no part of the text; all else beside it is."""

from __future__ import annotations

import pytest

from tests.parsing.importers.pdf.test_columns import SENTENCES
from tests.parsing.importers.pdf.test_reading import read
from tests.parsing.importers.pdf.typeset import compiled

PAGE = "#set page(width: 150mm, height: 200mm, margin: 14mm)\n#set text(9pt)\n"
TEXT = " ".join(SENTENCES[:5])
CAPTION = "Figure 1. What was landed"
PLACES = {"Bude": 31, "Crail": 24, "Deal": 12, "Eye": 7}


def bars() -> str:
    """Bars without an axis, each with a name before it and a number behind it."""
    rows = (
        f"#place(dy: {16 * at}pt)[#box(width: 22mm, align(right)[{name}]) "
        f"#box(baseline: 2pt, rect(width: {4 * value}pt, height: 9pt, fill: navy)) {value}]"
        for at, (name, value) in enumerate(PLACES.items())
    )
    return f"#block(height: 66pt)[{''.join(rows)}]"


def pieces() -> str:
    """A map of slanted shapes, with the names of places on it."""
    shape = "polygon(fill: gray, (0pt, 0pt), (90pt, 30pt), (70pt, 80pt), (10pt, 60pt))"
    shapes = "".join(f"#place(dx: {80 * at}pt, {shape})" for at in range(3))
    names = "".join(
        f"#place(dx: {20 + 70 * at}pt, dy: {30 + 9 * at}pt)[{name}]"
        for at, name in enumerate(PLACES)
    )
    return f"#block(height: 84pt, width: 100%)[{shapes}{names}]"


def body_of(drawing: str, caption: str = CAPTION) -> str:
    return read(compiled(f"{PAGE}{TEXT}\n\n{drawing}\n\n{caption}\n\n{TEXT}")).body


@pytest.mark.parametrize("drawing", [bars(), pieces()], ids=["bars", "map"])
def test_the_names_in_a_drawing_with_a_caption_are_left_out(drawing: str) -> None:
    body = body_of(drawing)
    assert CAPTION in body
    assert body.count(TEXT) == 2
    assert not any(name in body for name in PLACES)


@pytest.mark.parametrize("drawing", [bars(), pieces()], ids=["bars", "map"])
def test_the_names_in_a_drawing_without_a_caption_stay(drawing: str) -> None:
    body = body_of(drawing, "What was landed")
    assert all(name in body for name in PLACES)


def test_items_that_end_with_a_word_beside_a_drawing_stay() -> None:
    items = "\n".join(f"- The boats of pier {n} have been sold to the \\ town;" for n in range(5))
    grid = f"#grid(columns: (60mm, 1fr), gutter: 8mm, [{items}], [{pieces()}\n\n{CAPTION}])"
    body = read(compiled(f"{PAGE}{TEXT}\n\n{grid}\n\n{TEXT}")).body
    assert body.count("town;") == 5


def test_the_cells_of_a_table_with_a_caption_stay() -> None:
    cells = ", ".join(f"[{name}], [{value}]" for name, value in PLACES.items())
    table = f"#table(columns: 2, fill: (_, y) => if calc.odd(y) {{ gray }}, {cells})"
    body = body_of(table, "Table 1. What was landed")
    assert all(f"| {name} | {value} |" in body for name, value in PLACES.items())


def test_the_names_at_the_edge_of_a_framed_map_are_left_out_too() -> None:
    sea = "#place(dx: 190pt, dy: 12pt)[OUTER SEA]"
    framed = f"#rect(width: 100%, height: 150pt)[{sea}#v(40pt){pieces()}]"
    body = body_of(framed)
    assert "OUTER SEA" not in body
    assert not any(name in body for name in PLACES)
    assert "OUTER SEA" in body_of(f"#block(width: 100%, height: 150pt)[{sea}#v(40pt){pieces()}]")
