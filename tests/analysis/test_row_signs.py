"""What an editor looks at is told of each row, and no more of a cell than what it counts."""

from __future__ import annotations

from briefing.analysis import key_figures
from briefing.analysis._row_signs import RowSigns
from briefing.model.article import Article
from briefing.parsing.reading import open_document

TEXT = """# Nine dead in fire at the harbour

A tanker burned at the harbour on Monday, and nine dead were found. A crew of 42 people had asked
for help (the ship is 180 metres long).

## Costs

Repairs cost $20 million, of which $5 million are insured.
"""


def signs(article: Article) -> dict[object, list[str]]:
    rows = key_figures.find(article.text, "en", article.sections)
    found = RowSigns(article.text, "en", article.sections).of(rows)
    return {row.value: some for row, some in zip(rows, found, strict=True)}


ARTICLE = open_document(TEXT, name="-").article()
SIGNS = signs(ARTICLE)


def test_a_row_is_of_the_kind_that_it_counts() -> None:
    kinds = {9: "deaths", 42: "people", 180: "size", 20_000_000: "money"}
    assert {value: SIGNS[value][0] for value in kinds} == kinds


def test_a_row_is_told_where_it_stands_first_in_title_and_text() -> None:
    assert {"in title", "in lead", "stated 2 times", "figure 0 of its sentence"} <= {*SIGNS[9]}
    assert "in lead" not in SIGNS[20_000_000]
    assert "in bracket" in SIGNS[180]


def test_figures_of_one_unit_in_one_sentence_are_told_by_their_size() -> None:
    assert "before one of its unit" in SIGNS[20_000_000]
    assert {"behind a larger one", "figure 1 of its sentence"} <= {*SIGNS[5_000_000]}


def test_of_a_cell_nothing_is_told_but_what_it_counts() -> None:
    rows = key_figures.find(ARTICLE.text, "en", ARTICLE.sections)
    of = RowSigns(ARTICLE.text, "en", ARTICLE.sections).of
    as_text, as_cell = of(rows)[0], of(rows, {0})[0]
    assert len(as_cell) < len(as_text)
    assert not any("sentence" in sign and "first" not in sign for sign in as_cell)
    assert not any("behind the title" in sign for sign in as_cell)
