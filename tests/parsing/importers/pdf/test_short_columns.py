"""A few lines side by side are columns where sentences go on in them, and else cells."""

from __future__ import annotations

from briefing.parsing.importers.pdf.both_sides import are_columns
from briefing.parsing.importers.pdf.lines import Stretch
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


def test_a_short_second_column_with_headings_is_read_behind_a_full_first_one() -> None:
    rows = "#table(columns: 3, stroke: none, [Year], [Boats], [Nets], [2024], [33], [8])"
    left, right = f"{LEFT} {RIGHT} " * 3, f"{RIGHT} {LEFT}"
    columns = f"""#grid(columns: 2, gutter: 8mm,
      [#text(13pt)[*State*] #v(2pt) {left} {rows}],
      [#text(13pt)[*Plans*] #v(2pt) {right} #v(8pt) #text(13pt)[*Rest*] #v(2pt) {RIGHT}])"""
    title = "#align(center)[#text(18pt)[A report on boats] #v(2pt) Ann Bell #h(20mm) Joe Moss]"
    page = "#set page(width: 170mm, height: auto, margin: 12mm)\n#set text(9pt)\n"
    words = " ".join(text_of(compiled(f"{page}{title}\n{columns}")).split())
    assert words.endswith(f"State {left}Year Boats Nets 2024 33 8 Plans {right} Rest {RIGHT}")


def test_the_ends_of_wrapped_cells_are_no_column_of_text() -> None:
    cells = [
        Stretch(text, left, left + 40, 700 - 12 * at, 9, False)
        for at in range(8)
        for text, left in (("a boat", 50), ("a town", 120))
    ]
    ends = [Stretch("of the old harbour", 50, 130, 600 - 12 * at, 9, False) for at in range(5)]
    right = [
        Stretch("and none of the boats", 250, 380, 700 - 12 * at, 9, False) for at in range(14)
    ]
    assert not are_columns([*cells, *ends], right, 4, is_near=False)
