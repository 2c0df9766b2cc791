"""Notes in the margin stand between paragraphs, and part none."""

from __future__ import annotations

from briefing.parsing.importers.pdf.lines import Page, Stretch
from briefing.parsing.importers.pdf.side_notes import take_side_notes
from tests.parsing.importers.pdf.test_reading import text_of
from tests.parsing.importers.pdf.typeset import compiled

SENTENCES = [
    f"Boat number {number} was built in the harbour and sold for {number * 17} crowns that year."
    for number in range(1, 40)
]
FIRST, SECOND = " ".join(SENTENCES[:7]), " ".join(SENTENCES[7:14])
PAGE = """#set page(width: 150mm, height: 180mm)
#set page(margin: (left: {left}mm, right: {right}mm, y: 16mm))
#set text(10pt)
#set par(justify: true)
#let note(dx, dy, body) = place(dx: dx, dy: dy, block(width: 26mm, text(7.5pt, body)))
"""


def _words(source: str) -> str:
    data = compiled(source)
    return " ".join(text_of(data).split())


def test_a_note_beside_the_midst_of_a_paragraph_stands_below_it() -> None:
    page = PAGE.format(left=14, right=44)
    note = "#note(95mm, 14.3mm)[older figures differ, and nobody says why]"
    words = _words(f"{page}{note}\n{FIRST}\n\n{SECOND}")
    assert f"{FIRST} older figures differ, and nobody says why {SECOND}" in words


def test_a_note_close_beside_the_first_line_of_a_paragraph_stands_above_it() -> None:
    page = PAGE.format(left=44, right=14)
    note = "#note(-29mm, 0.7mm)[#set par(justify: false)\nPrices of boats and how they were asked]"
    words = _words(f"{page}{FIRST}\n\n{note}\n{SECOND}")
    assert f"{FIRST} Prices of boats and how they were asked {SECOND}" in words


def test_the_first_column_of_a_table_and_the_number_of_a_line_are_no_notes() -> None:
    lines = [
        Stretch(sentence, 120, 480, 700 - 12 * at, 10, False)
        for at, sentence in enumerate(SENTENCES)
    ]
    cells = [
        Stretch("CREW_NAME", 20, 70, 676, 9, False),
        Stretch("TEXT(20)", 92, 115, 676, 9, False),
    ]
    numbers = [Stretch(str(at), 500, 510, 700 - 12 * at, 8, False) for at in range(5)]
    note = Stretch("a note of the editor", 500, 560, 600, 8, False)
    page = Page(0, "1", [*lines, *cells, *numbers, note])
    assert [row.text for each in take_side_notes([page]) for row in each.rows] == [note.text]
    assert len(page.stretches) == len(lines) + len(cells) + len(numbers)


def test_a_note_that_goes_on_below_the_last_line_of_the_text_is_whole() -> None:
    page = PAGE.format(left=14, right=44).replace("height: 180mm", "height: auto")
    note = "the figures of the council differ from these, and nobody knows why they do"
    last = f"{SECOND} They left.#place(dx: 95mm, dy: -3mm, block(width: 26mm, text(7.5pt)[{note}]))"
    assert f"{FIRST} {SECOND} They left. {note}" in _words(f"{page}{FIRST}\n\n{last}")


def test_a_word_that_sticks_out_of_the_text_makes_no_note_of_a_column() -> None:
    lines = [
        Stretch(sentence, 60, 370 if at != 5 else 398, 700 - 12 * at, 10, False)
        for at, sentence in enumerate(SENTENCES[:20])
    ]
    note = [Stretch("a note of the editor", 391, 470, 600 - 9 * at, 8, False) for at in range(3)]
    page = Page(0, "1", [*lines, *note])
    assert [len(each.rows) for each in take_side_notes([page])] == [3]
    assert page.stretches == lines
