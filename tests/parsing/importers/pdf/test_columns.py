"""Columns of a page are those of the document, however few lines are left for them."""

from __future__ import annotations

import pytest
import typst

from tests.parsing.importers.pdf.test_reading import text_of

SENTENCES = [
    f"Boat number {number} was built in the harbour and sold for {number * 17} crowns that year."
    for number in range(1, 60)
]
COLUMNS = """#set page(width: 180mm, height: 100mm, margin: 12mm)
#set text(size: 9pt)
#columns(3, gutter: 6mm)[{text}]
#pagebreak()
#grid(columns: 3, gutter: 6mm, [{left}], [{middle}], [{right}])
"""


def test_a_last_page_of_a_few_lines_in_columns_is_read_column_by_column() -> None:
    parts = dict(zip(("left", "middle", "right"), SENTENCES[40:], strict=False))
    source = COLUMNS.format(text=" ".join(SENTENCES[:40]), **parts)
    data = typst.compile(source.encode())
    assert isinstance(data, bytes)
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
    data = typst.compile((page + "\n\n".join(parts)).encode())
    assert isinstance(data, bytes)
    words = " ".join(text_of(data).split())
    assert " ".join(SENTENCES[:20]) in words
    assert "Tern Ada King the town 1905 120 Gull Paul Moss the island 1906 340" in words


def test_a_table_in_one_of_two_columns_stays_in_it() -> None:
    table = TABLE.replace("[Boat], [Built by]", "[Boat], [By]").replace(
        "#table", "#text(6pt)[#table"
    )
    text = f"{' '.join(SENTENCES[:12])}\n\n{table}]\n\n{' '.join(SENTENCES[12:40])}"
    page = "#set page(width: 180mm, height: 110mm, margin: 12mm, columns: 2)\n#set text(9pt)\n"
    data = typst.compile((page + text).encode())
    assert isinstance(data, bytes)
    words = " ".join(text_of(data).split())
    assert " ".join(SENTENCES[:12]) in words
    assert " ".join(SENTENCES[12:40]) in words
