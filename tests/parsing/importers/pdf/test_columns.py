"""Columns of a page are those of the document, however few lines are left for them."""

from __future__ import annotations

import pytest

from briefing.parsing.importers.pdf.bands import crossing_of
from briefing.parsing.importers.pdf.columns import rows_in_order
from briefing.parsing.importers.pdf.lines import Box, Page, Stretch
from tests.parsing.importers.pdf.test_reading import text_of
from tests.parsing.importers.pdf.typeset import compiled

SENTENCES = [
    f"Boat number {number} was built in the harbour and sold for {number * 17} crowns that year."
    for number in range(1, 60)
]
LATE = (
    "Boats that come home late pay twice, and those that stay out for longer than a week never"
    " pay at all for what they owe."
)
COLUMNS = """#set page(width: 180mm, height: 100mm, margin: 12mm)
#set text(size: 9pt)
#columns(3, gutter: 6mm)[{text}]
#pagebreak()
#grid(columns: 3, gutter: 6mm, [{left}], [{middle}], [{right}])
"""


def test_a_last_page_of_a_few_lines_in_columns_is_read_column_by_column() -> None:
    parts = dict(zip(("left", "middle", "right"), SENTENCES[40:], strict=False))
    source = COLUMNS.format(text=" ".join(SENTENCES[:40]), **parts)
    data = compiled(source)
    assert " ".join(SENTENCES[:43]) in " ".join(text_of(data).split())


TABLE = """#table(columns: 5 * (1fr,), stroke: none,
  [Boat], [Built by], [Sold to], [In the year], [For crowns],
  [Tern], [Ada King], [the town], [1905], [120],
  [Gull], [Paul Moss], [the island], [1906], [340],
  [Auk], [Ada King], [nobody], [1908], [0],
)
"""


@pytest.mark.parametrize("is_below", [True, False])
def test_a_table_as_wide_as_three_columns_of_text_is_read_for_itself(*, is_below: bool) -> None:
    text = f"#columns(3, gutter: 6mm)[{' '.join(SENTENCES[:20])}]"
    parts = [text, TABLE] if is_below else [TABLE, text]
    page = "#set page(width: 180mm, height: auto, margin: 12mm)\n#set text(9pt)\n"
    data = compiled(page + "\n\n".join(parts))
    words = " ".join(text_of(data).split())
    assert " ".join(SENTENCES[:20]) in words
    assert "Tern Ada King the town 1905 120 Gull Paul Moss the island 1906 340" in words


def test_a_table_in_one_of_two_columns_stays_in_it() -> None:
    table = TABLE.replace("[Boat], [Built by]", "[Boat], [By]").replace(
        "#table", "#text(6pt)[#table"
    )
    text = f"{' '.join(SENTENCES[:12])}\n\n{table}]\n\n{' '.join(SENTENCES[12:40])}"
    page = "#set page(width: 180mm, height: 110mm, margin: 12mm, columns: 2)\n#set text(9pt)\n"
    data = compiled(page + text)
    words = " ".join(text_of(data).split())
    assert " ".join(SENTENCES[:12]) in words
    assert " ".join(SENTENCES[12:40]) in words


def test_a_centred_box_beside_a_few_lines_of_a_page_of_full_lines_is_read_for_itself() -> None:
    box = f"#align(center)[{LATE}]"
    beside = (
        f"#grid(columns: (1fr, 32mm), gutter: 9mm, [{' '.join(SENTENCES[:6])}], [#v(1.7mm)\n{box}])"
    )
    page = "#set page(width: 130mm, height: 210mm, margin: 12mm)\n#set text(9pt)\n"
    source = f"{page}#text(14pt)[Boats]\n\n{beside}\n\n{' '.join(SENTENCES[6:40])}"
    data = compiled(source)
    words = " ".join(text_of(data).split())
    assert " ".join(SENTENCES[:6]) in words
    assert LATE in words


def test_a_table_on_a_later_page_is_not_read_by_the_columns_of_the_pages_before() -> None:
    rows = "".join(
        f"[Boat of the town {n}], [{n} 120 crowns paid], [{n} men on board]," for n in range(1, 4)
    )
    table = f"#table(columns: (81mm - 5pt, 1fr, 1fr), stroke: none, {rows})"
    page = "#set page(width: 180mm, height: 100mm, margin: 12mm)\n#set text(9pt)\n"
    text = f"#columns(2, gutter: 6mm)[{' '.join(SENTENCES[:40])}]"
    data = compiled(f"{page}{text}\n#pagebreak()\n{table}")
    words = " ".join(text_of(data).split())
    assert "Boat of the town 1 1 120 crowns paid 1 men on board Boat of the town 2" in words


@pytest.mark.parametrize("count", [2, 3])
def test_a_short_heading_over_all_columns_parts_what_stands_above_and_below_it(count: int) -> None:
    texts = [" ".join(SENTENCES[at : at + 5]) for at in range(0, 10 * count, 5)]
    rows = [
        f"#grid(columns: {count}, gutter: 6mm, {', '.join(f'[{text}]' for text in half)})"
        for half in (texts[:count], texts[count:])
    ]
    page = "#set page(width: 180mm, height: 190mm, margin: 12mm)\n#set text(9pt)\n"
    title = "#text(22pt)[The harbour and all its boats, as they are told here]"
    data = compiled("\n\n".join([page, title, rows[0], "#text(16pt)[Prices]", rows[1]]))
    words = " ".join([*texts[:count], "Prices", *texts[count:]])
    assert words in " ".join(text_of(data).split())


def test_a_short_last_column_of_items_that_end_with_a_word_is_no_table() -> None:
    text = " ".join(SENTENCES[:16])
    items = "".join(f"- The boats of pier {n} have been sold to the \\ town;\n" for n in range(4))
    page = "#set page(width: 130mm, height: 70mm, margin: 12mm, columns: 2)\n#set text(9pt)\n"
    last = f"{' '.join(SENTENCES[20:26])}\n#colbreak()\n{items}\nAsk #h(1fr) who #h(1fr) pays."
    data = compiled(f"{page}{text}\n#pagebreak()\n{last}")
    words = " ".join(text_of(data).split())
    assert " ".join(SENTENCES[20:26]) in words


def test_a_note_of_two_lines_below_two_columns_is_read_as_one() -> None:
    words = "The boats came home late"
    columns = [
        Stretch(words, left, left + 180, 300 - 11 * row, 9, bold=False)
        for row in range(10)
        for left in (50, 260)
    ]
    note = [
        Stretch(f"{words} and {words} and", 58, 440, 120, 7, bold=False),
        Stretch("nobody was hurt.", 50, 110, 111.5, 7, bold=False),
    ]
    first, last = rows_in_order(Page(0, "1", [*columns, *note]), 0)[-2:]
    assert last.text == "nobody was hurt."
    assert first.column == last.column


def test_names_in_the_middle_above_two_columns_are_read_before_both() -> None:
    names = [f"{name} \\ {place}" for name, place in (("Ada King", "Bude"), ("Paul Moss", "Deal"))]
    above = ", ".join(f"align(center)[{name}]" for name in names)
    page = "#set page(width: 180mm, height: 190mm, margin: 12mm)\n#set text(9pt)\n"
    title = "#align(center, text(18pt)[Of the harbour and of its boats, in few words])"
    grid = f"#grid(columns: (1fr, 1fr), gutter: 6mm, {above})"
    text = f"#block(height: 60mm, columns(2, gutter: 6mm)[{' '.join(SENTENCES[:20])}])"
    words = " ".join(text_of(compiled("\n\n".join([page, title, grid, text]))).split())
    assert all(words.index(name) < words.index(SENTENCES[0]) for name in ("Ada King", "Paul Moss"))
    assert " ".join(SENTENCES[:20]) in words


def test_a_wide_table_with_names_of_two_lines_is_read_before_the_columns_below_it() -> None:
    names = [
        f"Boats of the {word} \\ pier, in all" for word in ("first", "second", "third", "last")
    ]
    rows = "".join(f"[{name}]," + "[12.5]," * 8 for name in names)
    table = f"#table(columns: (1fr,) + (12mm,) * 8, stroke: none, align: horizon, {rows})"
    text = f"#block(height: 70mm, columns(2, gutter: 6mm)[{' '.join(SENTENCES[:18])}])"
    page = "#set page(width: 180mm, height: 200mm, margin: 12mm)\n#set text(9pt)\n"
    words = " ".join(text_of(compiled(f"{page}{table}\n\n{text}")).split())
    assert words.index("Boats of the last") < words.index(SENTENCES[0])
    assert " ".join(SENTENCES[:18]) in words


def test_the_title_of_a_box_across_two_columns_stays_with_the_text_of_the_box() -> None:
    def line(text: str, left: float, right: float, base: float, box: int = 0) -> Stretch:
        return Stretch(text, left, right, base, 10, False, box=box)

    columns = [
        line(
            f"{'Left' if left < 200 else 'Right'} {at} of a text in small words",
            left,
            left + 190,
            at,
        )
        for at in (*range(700, 580, -12), *range(480, 360, -12))
        for left in (50.0, 260.0)
    ]
    box = [line("The crew", 60, 100, 550, 1)]
    box += [
        line("What it says goes on from one side to the other", 60, 440, 538 - 12 * n, 1)
        for n in range(3)
    ]
    page = Page(0, "1", [*columns, *box], boxes={1: Box(50, 450, 505, 565)})
    rows = [row.text for row in rows_in_order(page, 0)]
    at = rows.index("The crew")
    assert rows[at - 1].startswith("Right")
    assert rows[at + 1].startswith("What it says")


def test_caption_and_head_of_a_ruled_table_across_columns_are_read_above_it() -> None:
    def line(text: str, left: float, base: float, ruled: int = 0) -> Stretch:
        return Stretch(text, left, left + 5 * len(text), base, 10, False, ruled=ruled)

    text = [
        line(f"{side} {base} of a text in small words", left, base)
        for base in (*range(700, 580, -12), *range(440, 320, -12))
        for side, left in (("Left", 50), ("Right", 260))
    ]
    cells = [("Place", 50), ("May", 280), ("June", 360)]
    head = [line(word, left, 530) for word, left in cells]
    body = [
        line(f"{word} {n}", left, 512 - 18 * n, n + 1) for n in range(3) for word, left in cells
    ]
    page = Page(0, "1", [*text, line("Table 1. What was sold", 50, 549), *head, *body])
    rows = [row.text for row in rows_in_order(page, 0)]
    at = rows.index("Table 1. What was sold")
    assert rows[at - 1].startswith("Right")
    assert rows[at + 1 : at + 3] == ["Place May June", "Place 0 May 0 June 0"]


SMALL = "#table(columns: 4, stroke: none, inset: 3pt, [Boat], [In], [Out], [Days], {rows})"


def small_table(number: int) -> tuple[str, str]:
    """A table of a few boats with its caption, and its words."""
    rows = [(f"Tern {n}", str(n * 3), str(n * 4 + number), str(n)) for n in range(1, 5)]
    cells = "".join(f"[{cell}]," for row in rows for cell in row)
    words = " ".join(cell for row in rows for cell in row)
    caption = f"Table {number}. Boats in the harbour"
    drawn = SMALL.format(rows=cells)
    return f"{caption}\n\n{drawn}\n\n", f"{caption} Boat In Out Days {words}"


def test_two_tables_beside_each_other_are_read_one_after_the_other() -> None:
    (left, one), (right, other) = small_table(1), small_table(2)
    page = "#set page(width: 180mm, height: 150mm, margin: 12mm)\n#set text(9pt)\n"
    columns = f"[{left}{' '.join(SENTENCES[:12])}], [{right}{' '.join(SENTENCES[12:24])}]"
    data = compiled(f"{page}#grid(columns: (1fr, 1fr), gutter: 6mm, {columns})")
    words = " ".join(text_of(data).split())
    assert f"{one} {' '.join(SENTENCES[:12])} {other} {' '.join(SENTENCES[12:24])}" in words


def test_a_small_table_in_the_middle_above_two_columns_is_read_before_them() -> None:
    table, said = small_table(3)
    page = "#set page(width: 180mm, height: 130mm, margin: 12mm)\n#set text(9pt)\n"
    columns = f"[{' '.join(SENTENCES[:14])}], [{' '.join(SENTENCES[14:28])}]"
    above = f"#align(center)[#text(8pt)[{table}]]"
    data = compiled(f"{page}{above}#grid(columns: (1fr, 1fr), gutter: 6mm, {columns})")
    assert f"{said} {' '.join(SENTENCES[:28])}" in " ".join(text_of(data).split())


def test_a_wide_table_below_columns_comes_with_its_caption() -> None:
    rows = "".join(f"[Tern {n}], [{n}], [{n * 2}], [{n * 5}]," for n in range(1, 7))
    table = f"#table(columns: 4 * (1fr,), stroke: none, {rows})"
    page = "#set page(width: 180mm, height: auto, margin: 12mm)\n#set text(9pt)\n"
    text = f"#grid(columns: (1fr, 1fr), gutter: 6mm, [{LATE} {LATE}], [{LATE} {LATE}])"
    data = compiled(f"{page}{text}\n\nTable 4. Boats and their men\n\n{table}")
    assert "Table 4. Boats and their men Tern 1 1 2 5 Tern 2" in " ".join(text_of(data).split())


def test_headings_of_both_columns_stay_in_their_columns() -> None:
    left = f"{' '.join(SENTENCES[:8])}\n\n= Gulls\n{' '.join(SENTENCES[8:16])}"
    right = f"{' '.join(SENTENCES[16:24])}\n\n= Terns\n{' '.join(SENTENCES[24:32])}"
    page = "#set page(width: 180mm, height: 150mm, margin: 12mm)\n#set text(9pt)\n"
    columns = f"[{left}], [#v(5pt)\n{right}]"
    data = compiled(
        f"{page}#show heading: set text(14pt)\n#text(22pt)[Birds]\n\n"
        f"#grid(columns: (1fr, 1fr), gutter: 6mm, {columns})"
    )
    words = " ".join(text_of(data).split())
    assert f"Gulls {' '.join(SENTENCES[8:24])} Terns {' '.join(SENTENCES[24:32])}" in words


@pytest.mark.parametrize(
    ("end", "begin", "heads_both"),
    [("in all the vil\xad", "lages.", False), ("in all villages.", "They are few.", True)],
)
def test_a_heading_beside_a_figure_heads_its_own_column_alone(
    end: str, begin: str, *, heads_both: bool
) -> None:
    left = [("Boats are dear.", 480, 10), ("Prices", 436, 14), ("They cost", 416, 10)]
    left += [("more", at, 10) for at in range(404, 100, -12)] + [(end, 92, 10)]
    right = [(begin, 500, 10), ("Figure 1. Prices of boats", 416, 10), ("They rose", 404, 10)]
    right += [("later", at, 10) for at in range(392, 100, -12)]
    lines = [
        Stretch(text, edge, edge + 170, base, size, bold=size > 10)
        for edge, side in ((45, left), (237, right))
        for text, base, size in side
    ]
    found = crossing_of(lines, 215, [])
    assert [line.text for line in found] == ["Prices"] * heads_both
