"""A few lines side by side are columns where sentences go on in them, and else cells."""

from __future__ import annotations

from tests.parsing.importers.pdf.test_reading import text_of
from tests.parsing.importers.pdf.typeset import compiled

SLIDE = "#set page(width: 200mm, height: 112mm, margin: 14mm)\n#set text(17pt)\n"
LEFT = "The boats of the northern harbour came home with hardly any fish in the spring."
RIGHT = "The council wanted to help them, but nobody said where the money would come from."


def words_of(left: str, right: str) -> str:
    grid = f"#grid(columns: (1fr, 1fr), gutter: 16mm, [{left}], [{right}])"
    return " ".join(text_of(compiled(f"{SLIDE}#text(26pt)[*Two views*]\n\n{grid}")).split())


def test_two_paragraphs_side_by_side_on_a_slide_are_read_one_after_the_other() -> None:
    assert words_of(LEFT, RIGHT) == f"Two views {LEFT} {RIGHT}"


def test_three_rows_of_words_are_read_row_by_row() -> None:
    names, prices = (
        ["Big red boats", "Old grey boats", "All other boats"],
        ["Cheap", "Free", "Dear"],
    )
    read = words_of(" \\ ".join(names), " \\ ".join(f"{price} for a year" for price in prices))
    rows = [f"{name} {price} for a year" for name, price in zip(names, prices, strict=True)]
    assert read == " ".join(["Two views", *rows])


def test_an_index_in_two_columns_is_read_one_after_the_other() -> None:
    entries = [f"{word}, {at + 2}, {at + 11}" for at, word in enumerate(["auks", "boats", "cod"])]
    entries += [f"{word}, {at}–{at + 3}" for at, word in enumerate(["nets", "ropes", "sails"], 5)]
    entries += ["terns, 9", "yards, 7, 12"]
    halves = [" \\ ".join(half) for half in (entries[:4], entries[4:])]
    assert words_of(*halves) == " ".join(["Two views", *entries])
