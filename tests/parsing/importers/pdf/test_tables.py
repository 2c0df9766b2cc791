"""Tables that stand close, that have a head on every page; and numbers that only count lines."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from briefing.parsing.importers.pdf.initials import with_initials
from briefing.parsing.importers.pdf.line_numbers import take_line_numbers
from briefing.parsing.importers.pdf.lines import Gap, Page, Stretch
from briefing.parsing.importers.pdf.looks import BOLD
from briefing.parsing.importers.pdf.runs import Type
from briefing.parsing.importers.pdf.side_by_side import parted
from briefing.parsing.importers.pdf.words import Word
from briefing.parsing.reading import open_document
from tests.parsing.importers.pdf import drawn
from tests.parsing.importers.pdf.test_reading import read, text_of
from tests.parsing.importers.pdf.typeset import compiled

ROWS = [(f"Place {n}", str(n * 3), str(n * 17), str(1900 + n)) for n in range(60)]


@pytest.mark.parametrize("padding", [4, 6])
def test_a_table_over_pages_with_narrow_columns_keeps_its_head_and_all_cells(padding: int) -> None:
    draft = read(drawn.table([("Place", "Boats", "Crew", "Since"), *ROWS], padding=padding))
    article = open_document(draft.body, name="report").article()
    assert [line for line in article.text.split("\n") if "\t" in line] == [
        "Place\tBoats\tCrew\tSince",
        *("\t".join(row) for row in ROWS),
    ]
    assert draft.dropped == ("Harbour Office, Yearbook 1",)


def test_a_paragraph_that_is_set_wide_is_no_table() -> None:
    wide = (
        "The   harbour   of   the   town   has   seven   boats",
        "and   every   one   of   these   was   built   in   it,",
        "so   that   nobody   there   had   to   buy   any   of",
        "another   town,   whose   boats   are   much   dearer.",
    )
    rows = [(40.0, 400.0 - 10 * at, words) for at, words in enumerate(wide)]
    assert "\t" not in text_of(drawn.lines(*rows, size=8))


LONG_WORDS = (
    "Internationale Sachverständigenkommissionen veröffentlichten Hochwasserschutzempfehlungen"
    " einschließlich Wasserwirtschaftsverbänden und Landesentwicklungsgesellschaften, während"
    " Gemeindeverwaltungen Aufräumungsarbeiten in den benachbarten Überschwemmungsgebieten"
    " ohne jede Verzögerung abschließen und dann der Rechnungsprüfungskommission mitteilen"
    " wollten, dass alle Versicherungsgesellschaften zahlen."
)


@pytest.mark.parametrize("width", [118, 130, 142, 155, 170, 185, 200])
def test_a_paragraph_that_is_justified_in_a_narrow_column_is_no_table(width: int) -> None:
    lines = drawn.justified(f"{LONG_WORDS} {LONG_WORDS}", width)
    assert text_of(drawn.lines(*lines, size=8)) == f"{LONG_WORDS} {LONG_WORDS}"


def test_numbers_that_stand_evenly_below_each_other_are_a_table() -> None:
    rows = [(str(n), str(n + 20), str(n + 40), str(n + 30)) for n in range(11, 19)]
    cells = [
        (40.0 + 60 * at, 400.0 - 10 * row, cell)
        for row, said in enumerate(rows)
        for at, cell in enumerate(said)
    ]
    no_head = "\t\t\t"
    wanted = [no_head, *("\t".join(row) for row in rows)]
    assert text_of(drawn.lines(*cells, size=8)).split("\n") == wanted


BESIDE = (
    "The boats of the town came home in the evening of the same day,",
    "though the wind had turned and the harbour was full of sails, and",
    "nobody of the crews was hurt. The commission counted all of them",
    "twice, once in the morning and once when the gates were closed, so",
    "that no boat was missed. It will say more of the repairs in spring,",
    "when the owners have sent their bills and the office has read them",
    "and paid what is due to each of the yards that worked on the hulls.",
)


@pytest.mark.parametrize("is_left", [False, True])
def test_a_box_beside_a_text_is_read_for_itself(is_left: bool) -> None:
    text_x, box_x = (140.0, 40.0) if is_left else (40.0, 330.0)
    text = [(text_x, 400 - 12.0 * at, words) for at, words in enumerate(BESIDE)]
    boxed = ("In numbers", "41 boats", "3 yards", "17 sails", "2 gates")
    box = [(box_x, 399 - 13.5 * at, words) for at, words in enumerate(boxed)]
    read_as = text_of(drawn.lines(*text, *box, size=8))
    assert " ".join(BESIDE) in read_as
    assert " ".join(boxed) in " ".join(read_as.split("\n"))


def test_long_cells_beside_short_ones_are_a_table() -> None:
    text = [(40.0, 400 - 12.0 * at, words) for at, words in enumerate(BESIDE)]
    counts = [(340.0, 400 - 12.0 * at, f"{at * 17} t") for at in range(len(BESIDE))]
    no_head = "\t"
    wanted = [no_head, *(f"{words}\t{at * 17} t" for at, words in enumerate(BESIDE))]
    assert text_of(drawn.lines(*text, *counts, size=8)).split("\n") == wanted


def test_numbers_in_the_margin_that_count_lines_are_no_text() -> None:
    draft = read(drawn.transcript(pages=3))
    words = open_document(draft.body, name="report").article().text.split("\n")
    assert words == ["Q. Did the boats come home then?", drawn.ANSWER] * 25
    assert "1 … 25" in draft.dropped


def test_a_page_alone_is_counted_where_empty_lines_are_counted_too() -> None:
    draft = read(drawn.transcript(pages=1, empty=3))
    assert not any(char.isdigit() for char in draft.body.split("-->")[1])


def test_numbers_of_every_fifth_line_that_go_on_over_pages_are_no_text() -> None:
    pages = [_counted(0, 5), _counted(1, 40)]
    take_line_numbers(pages)
    assert {line.text for page in pages for line in page.stretches} == {"the boats came home"}
    assert all(line.bold for page in pages for line in page.stretches[::5])


def _counted(index: int, first: int) -> Page:
    """A page of 35 lines, every fifth of them counted from a number on, and in bold."""
    words = "the boats came home"
    bold = " ".join(f"{BOLD}{word}" for word in words.split())
    lines = [Stretch(words, 60, 400, 700 - 12 * at, 10, False) for at in range(35)]
    for at in range(0, 35, 5):
        said, looks = (f"{first + at} {each}" for each in (words, bold))
        gaps = (Gap(1, 50, 60),)
        lines[at] = Stretch(said, 40, 400, 700 - 12 * at, 10, False, gaps, looks)
    return Page(index, str(index + 1), lines)


def test_the_first_column_of_a_table_stays_though_it_counts_its_rows() -> None:
    rows = [(str(n), f"Boat {n * 7}", str(n * 31)) for n in range(1, 61)]
    text = text_of(drawn.table([("No.", "Boat", "Crew"), *rows], padding=6))
    assert all("\t".join(row) in text for row in rows)


def test_a_large_initial_is_the_beginning_of_its_word() -> None:
    lines = ((40, 400, "HE boats of the town came home, all of them, in the evening"),)
    assert "THE boats" in text_of(drawn.lines(*lines, size=8, initial="T"))


@pytest.mark.parametrize(
    ("letter", "first", "said"),
    [
        ("C", "ada ship of the town", "Cada ship"),
        ("A", "ship of the town", "A ship of"),
        ("C’", "est le navire de la ville", "C’est le"),
    ],
)
def test_an_initial_beside_several_lines_begins_the_first_of_them(
    letter: str, first: str, said: str
) -> None:
    words = (first, "came home with the ship", "that had left before")
    lines = [Stretch(line, 85, 300, 500 - 14 * at, 11, False) for at, line in enumerate(words)]
    below = Stretch("and all of them were well", 57, 300, 458, 11, False)
    found = with_initials([Stretch(letter, 57, 84, 484, 42, False), *lines, below])
    assert found[0].text.startswith(said)
    assert {line.left for line in found} == {57}


WIDE_ROWS = [
    ("North", "485,670", "503,528", "521,015"),
    ("Connecticut", "34,573", "35,515", "36,222"),
    ("All", "2,753,438", "2,799,250", "2,815,544"),
    ("West", "640,782", "(1,730)", "648,153"),
    ("Rhode Island", "9,258", "9,881", "10,108"),
]


def test_numbers_that_fill_their_columns_stay_in_them() -> None:
    right = [60.0, 130.0, 169.5, 209.0]
    cells = [
        (right[at] - stringWidth(said, "Helvetica", 8) if at else 20.0, 400.0 - 10 * row, said)
        for row, full in enumerate(WIDE_ROWS)
        for at, said in enumerate(full)
    ]
    text = text_of(drawn.lines(*cells, size=8))
    assert [line for line in text.split("\n") if line.strip()] == [
        "\t".join(row) for row in WIDE_ROWS
    ]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("All 2,753,438 2,799,250 and more", ["All 2,753,438", "2,799,250 and more"]),
        ("rose by 1.9 2.4 (3.1)% of", ["rose by 1.9 2.4 (3.1)% of"]),
        ("All 1.9 2.4 (3.1)", ["All 1.9", "2.4", "(3.1)"]),
        ("versions 4.2 4.3 of it", ["versions 4.2 4.3 of it"]),
        ("from $2,500 ($1,250 if", ["from $2,500 ($1,250 if"]),
        ("im Jahr 1 234 567 000 Euro", ["im Jahr 1 234 567 000 Euro"]),
    ],
)
def test_only_full_numbers_beside_each_other_are_cells(line: str, parts: list[str]) -> None:
    look = Type(10.0, bold=False, italic=False, draws="", turns=0)
    words = [
        Word(said, 50.0 * at, 50.0 * at + 47, 100, look) for at, said in enumerate(line.split())
    ]
    assert [" ".join(word.text for word in part) for part in parted([words])] == parts


WRAPPED = [
    ("What we found at the piers", "What should be done there", "Who pays"),
    ("The pier is too short for the ferry of the islands", "Build on it by ten metres", "Town"),
    ("The old light burns but at times", "Put a lamp there that can be seen by all boats", "All"),
    ("Nobody counts the boats that come home late", "Ask the watchman to count them", "Port"),
    ("Nets lie in the way of those who walk", "Hang them up behind the shed of the town", "None"),
]


@pytest.mark.parametrize("inset", [5, 8])
def test_rows_that_stand_further_apart_than_the_lines_of_their_cells_are_a_table(
    inset: int,
) -> None:
    cells = "".join(f"[{cell}]," for row in WRAPPED for cell in row)
    made = f"#table(columns: (1fr, 1fr, 20mm), stroke: none, inset: {inset}pt, {cells})"
    page = "#set page(width: 130mm, height: auto, margin: 12mm)\n#set text(9pt)\n"
    data = compiled(f"{page}{made}")
    assert text_of(data).split("\n") == ["\t".join(row) for row in WRAPPED]


def test_lines_of_a_cell_that_are_set_wide_are_closer_than_rows() -> None:
    rows = [("No.", *WRAPPED[0]), *((str(n), *row) for n, row in enumerate(WRAPPED[1:], 1))]
    cells = "".join(f"[{cell}]," for row in rows for cell in row)
    made = f"#table(columns: (14mm, 1fr, 1fr, 20mm), stroke: none, inset: 8pt, {cells})"
    page = "#set page(width: 130mm, height: auto, margin: 12mm)\n#set text(9pt)\n"
    data = compiled(f"{page}#set par(leading: 0.75em)\n{made}")
    assert text_of(data).split("\n") == ["\t".join(row) for row in rows]


def test_numbers_of_lines_that_begin_at_one_edge_go_on_over_a_short_last_page() -> None:
    pages = [
        Page(index, str(index + 1), [*_lines_of(count), *_fifths(index * 35, count)])
        for index, count in enumerate((35, 35, 7))
    ]
    take_line_numbers(pages)
    assert {line.text for page in pages for line in page.stretches} == {"the boats came home"}


def test_numbers_of_lines_go_on_from_a_first_page_that_has_few() -> None:
    pages = [Page(0, "1", [*_lines_of(7), *_fifths(0, 7)])]
    pages += [Page(n, str(n + 1), [*_lines_of(35), *_fifths(35 * n - 30, 35)]) for n in (1, 2)]
    take_line_numbers(pages)
    assert {line.text for page in pages for line in page.stretches} == {"the boats came home"}


def _lines_of(count: int) -> list[Stretch]:
    return [
        Stretch("the boats came home", 60, 400, 700 - 12 * at, 10, False) for at in range(count)
    ]


def test_a_page_without_numbers_behind_counted_ones_is_left_as_it_is() -> None:
    pages = [
        Page(0, "1", [*_lines_of(35), *_fifths(0, 35)]),
        Page(1, "2", [*_lines_of(35), *_fifths(35, 35)]),
        Page(2, "3", [*_lines_of(12)]),
        Page(3, "4", []),
    ]
    assert take_line_numbers(pages)
    assert [len(page.stretches) for page in pages] == [35, 35, 12, 0]


def _fifths(before: int, count: int) -> list[Stretch]:
    """The numbers of every fifth line, as far to the left as each other."""
    return [
        Stretch(str(before + at), 420, 420 + 4 * len(str(before + at)), 712 - 12 * at, 7, False)
        for at in range(5, count + 1, 5)
    ]


def test_contents_whose_numbers_stand_apart_are_no_table() -> None:
    rows = [
        (f"1.{n}", f"Boats of harbour {n} . . . . . . . . . . . .", str(n + 2)) for n in (1, 2, 3)
    ]
    places = [
        (x, 400 - 14 * at, words)
        for at, row in enumerate(rows)
        for x, words in zip((40, 80, 330), row, strict=True)
    ]
    body = read(drawn.lines(*places, size=9)).body
    assert "1.2 Boats of harbour 2 … 4" in body
    assert "|" not in body
