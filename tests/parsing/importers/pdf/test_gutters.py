"""Columns that stand close together are read one after the other, and cells of tables are not."""

from __future__ import annotations

import textwrap

from briefing.parsing.importers.pdf.gutters import parted_at_gutters
from briefing.parsing.importers.pdf.runs import Type
from briefing.parsing.importers.pdf.words import Word
from tests.parsing.importers.pdf import drawn
from tests.parsing.importers.pdf.test_reading import text_of

SENTENCES = [
    f"Boat number {number} was built in the harbour and sold for {number * 17} crowns that year."
    for number in range(1, 60)
]
PLAIN = Type(10, bold=False, italic=False, draws="", turns=0)


def test_columns_that_are_drawn_line_by_line_are_read_one_after_the_other() -> None:
    columns = [textwrap.wrap(" ".join(SENTENCES[at : at + 6]), 36) for at in (0, 6, 12)]
    places = [20 + 127 * column for column in range(3)]
    rows = [
        (x, 560 - 8 * row, words[row])
        for row in range(max(map(len, columns)))
        for x, words in zip(places, columns, strict=True)
        if row < len(words)
    ]
    words = " ".join(text_of(drawn.lines(*rows, size=7)).split())
    assert all(sentence in words for sentence in SENTENCES[:18])


def test_a_line_over_two_columns_is_parted_where_shorter_ones_beside_it_begin() -> None:
    lines = [line("the boats came home", 50), line("and nobody was hurt", 160)] * 4
    lines.append(line("the boats came late and nobody was hurt", 50, wide=4))
    assert texts(lines)[-2:] == ["the boats came late", "and nobody was hurt"]


def test_a_row_of_a_table_is_whole() -> None:
    lines = [line("Terns", 50), line("1905 120", 160)] * 4
    lines.append(line("Gulls of the town 1906 340", 50, wide=4))
    assert texts(lines)[-1] == "Gulls of the town 1906 340"


def test_where_most_lines_run_through_a_space_it_is_no_gutter() -> None:
    lines = [line("the boats came home", 50), line("and nobody was hurt", 160)] * 4
    lines += [line("the boats came home in the evening of that day", 50)] * 5
    lines.append(line("the boats came late and nobody was hurt", 50, wide=4))
    assert texts(lines)[-1] == "the boats came late and nobody was hurt"


def line(text: str, left: float, wide: int = 0) -> list[Word]:
    """Words of 18 points with 4 between them; one that is `wide` begins where a column does."""
    words = []
    for at, said in enumerate(text.split(" ")):
        place = 160.0 if wide and at == wide else left
        words.append(Word(said, place, place + 18, 700, PLAIN))
        left = place + 22
    return words


def texts(lines: list[list[Word]]) -> list[str]:
    return [" ".join(word.text for word in words) for words in parted_at_gutters(lines)]
