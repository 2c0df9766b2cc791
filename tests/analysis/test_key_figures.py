"""What a report's text tells stands before what only its tables hold."""

import pytest

from briefing.analysis import key_figures
from briefing.parsing.reading import open_document

TEXT = "# The strait\n\nThe ferry sails.\n\n## Traffic\n\nIn winter {told} were counted.\n\n"


@pytest.mark.parametrize(
    ("table", "cell"),
    [
        ("| Pier | Boats |\n|---|---|\n| North | 86,412 |\n", "86,412"),
        ("| Pier | Boats |\n|---|---|\n| North | 86,412 (20.4%) |\n", "86,412"),
        ("| Pier | Boats |\n|---|---|\n| North | = 86,412 |\n", "86,412"),
        ("86,412\n", "86,412"),
    ],
)
def test_a_number_among_numbers_comes_behind_one_that_the_text_tells(table: str, cell: str) -> None:
    article = open_document(TEXT.format(told="12 boats") + table, name="-").article()
    said = [figure.text for figure in key_figures.find(article.text, "en", article.sections)]
    assert said.index("12 boats") < said.index(cell)


def test_a_line_with_a_noun_is_no_cell() -> None:
    article = open_document(TEXT.format(told="12 boats") + "86,412 boats\n", name="-").article()
    said = [figure.text for figure in key_figures.find(article.text, "en", article.sections)]
    assert said.index("86,412 boats") < said.index("12 boats")
