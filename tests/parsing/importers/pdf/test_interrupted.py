"""Paragraphs stay whole around what stands in their midst, and columns, items and rows apart."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.parsing.importers.pdf import drawn
from tests.parsing.importers.pdf.test_reading import read, text_of
from tests.parsing.importers.pdf.typeset import compiled

SENTENCES = [
    f"Boat number {number} was built in the harbour and sold for {number * 17} crowns that year."
    for number in range(1, 60)
]
PAGE = "#set page(width: 180mm, height: 130mm, margin: 12mm)\n#set text(9pt)\n"


def made(source: str) -> bytes:
    return compiled(PAGE + source)


def below(*lines: str, left: float = 30, top: float = 400) -> list[tuple[float, float, str]]:
    return [(left, top - 14 * at, line) for at, line in enumerate(lines)]


TEXT = ("The harbour of the island was closed in the", "winter of that year, and all of the boats")
REST = (
    "stayed in the port of the town until spring.",
    "Then they left it one after the other, and",
)


@pytest.mark.parametrize(
    "between", ["Figure 3: Boats of the port", "Table 2. The ships of the town"]
)
def test_a_paragraph_goes_on_behind_a_figure_in_its_midst(between: str) -> None:
    caption = below(between, top=340)
    body = read(drawn.lines(*below(*TEXT), *caption, *below(*REST, top=300))).body
    assert " ".join([*TEXT, *REST]) in body
    assert between in body


def test_a_paragraph_may_go_on_with_a_number_before_a_small_word() -> None:
    rest = ("2014, when they left it one after the other and", "came home in the evening.")
    caption = below("Figure 3: Boats of the port", top=340)
    body = read(drawn.lines(*below(*TEXT), *caption, *below(*rest, top=300))).body
    assert " ".join([*TEXT, *rest]) in body


def test_a_paragraph_goes_on_behind_small_type_at_the_foot_of_its_page() -> None:
    small = "#place(bottom)[#text(6pt)[Written by the office of the harbour.]]"
    text = " ".join(SENTENCES[:12]).removesuffix(".")
    body = read(
        made(f"{text} and all that #pagebreak() was left of it. {SENTENCES[13]}{small}")
    ).body
    assert "and all that" in body
    broken = made(f"{small}{' '.join(SENTENCES)}")
    assert "\n\n<!-- page 2 -->" not in read(broken).body


def test_a_heading_and_a_new_sentence_end_a_paragraph() -> None:
    rest = ("Stayed in the port of the town until spring.", *REST[1:])
    caption = below("Figure 3: Boats of the port", top=340)
    body = read(drawn.lines(*below(*TEXT), *caption, *below(*rest, top=300))).body
    assert "all of the boats\n\nFigure 3" in body


def test_columns_below_a_wide_box_that_fills_most_of_a_page_are_read_one_by_one() -> None:
    box = f"#rect(width: 100%, inset: 8pt)[{' '.join(SENTENCES[:24])}]"
    text = f"#columns(2, gutter: 6mm)[{' '.join(SENTENCES[24:40])}]"
    words = " ".join(text_of(made(f"{box}\n\n{text}")).split())
    assert " ".join(SENTENCES[:24]) in words
    assert " ".join(SENTENCES[24:40]) in words


def cells(rows: Sequence[Sequence[str]], steps: Sequence[float]) -> bytes:
    """A table whose rows stand as far below each other as is said."""
    base, placed = 400.0, []
    for row, step in zip(rows, steps, strict=True):
        base -= step
        placed += [(40.0 + 90 * at, base, cell) for at, cell in enumerate(row)]
    return drawn.lines(*placed, size=8)


def test_rows_of_numbers_that_stand_close_are_rows_of_their_own() -> None:
    rows = [
        ("Cash of the port", "$", "12", "$", "47"),
        ("Nets and lines", "", "1,904", "", "1,212"),
    ]
    rows += [("Boats", "", "38", "", "40"), ("Total", "$", "1,954", "$", "1,299")]
    placed = [
        (40.0 + (120 + 50 * at) * (at > 0), base, cell)
        for row, base in zip(rows, (400, 391, 370, 350), strict=True)
        for at, cell in enumerate(row)
        if cell
    ]
    body = read(drawn.lines(*placed, size=8)).body
    for row in rows:
        assert f"| {' | '.join(row)} |" in body


def test_the_name_of_a_group_far_below_the_rows_above_it_is_a_row() -> None:
    rows: list[tuple[str, ...]] = [("Year", "Boats", "Crew")]
    rows += [(str(1900 + at), f"{at}31", f"{at}4") for at in range(4)]
    rows += [("Projected",), *((str(1904 + at), f"{at}27", f"{at}9") for at in range(3))]
    body = read(cells(rows, [0, *(11,) * 4, 22, *(11,) * 3])).body
    assert "| Projected |  |  |" in body
    assert body.count("| --- | --- | --- |") == 1


def test_units_and_names_of_some_columns_are_no_headings() -> None:
    head = [(40.0, 500.0, "The boats of the port"), (92, 480, "(in thousands)"), (250, 470, "Crew")]
    rows = [
        (40.0 + 70 * at, 456.0 - 12 * row, f"{row}{at}7") for row in range(4) for at in range(4)
    ]
    body = read(drawn.lines(*head, *rows, size=9, bold=3)).body
    assert not [
        line for line in body.split("\n") if line.startswith("#") and "The boats" not in line
    ]


def test_points_for_an_omission_are_no_entry_of_the_contents() -> None:
    said = (
        "“It is a text without them . . . . So it is",
        "what they said of it, and that is all of it.”",
    )
    assert " ".join(said) in read(drawn.lines(*below(*said))).body


def test_rules_of_signs_are_no_text() -> None:
    lines = [*below(*TEXT), *below("______________", "REPORT", "-----------------", top=340)]
    text = text_of(drawn.lines(*lines))
    assert "REPORT" in text
    assert not {"_", "…"} & set(text)


def test_items_with_letters_and_small_numerals_stand_for_themselves() -> None:
    items = [
        "a. boats of the northern harbour; and",
        "b. all that is left over.",
        "iii. Nets and lines",
    ]
    body = read(
        drawn.lines(*below(*TEXT, *REST, "The report has these for the year:", *items))
    ).body
    assert all(f"\n\n{item}" in body for item in items)
    words = (
        "as the court of the island said in Morris",
        "v. Harding, and nobody has doubted it since",
    )
    assert " ".join(words) in read(drawn.lines(*below(*words))).body


def test_a_heading_stays_with_the_paragraph_that_something_parts() -> None:
    heading, caption = below("Boats", top=440), below("Figure 3: Boats of the port", top=340)
    body = read(drawn.lines(*heading, *below(*TEXT), *caption, *below(*REST, top=300))).body
    assert f"Figure 3: Boats of the port\n\nBoats\n\n{' '.join([*TEXT, *REST])}" in body


def test_a_quotation_that_is_set_narrower_than_its_column_is_whole() -> None:
    quotation = " ".join(
        f"The boat of pier {n} came home late, and we saw it all." for n in range(8)
    )
    inset = f"#pad(x: 12mm)[#set par(justify: true)\n{quotation} (At pier 2, I9).]"
    words = text_of(made(f"{SENTENCES[0] * 3}\n\n{inset}\n\n{SENTENCES[1] * 3}"))
    assert f"\n{quotation} (At pier 2, I9).\n" in words
