"""Columns of a page are those of the document, however few lines are left for them."""

from __future__ import annotations

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
