"""Lines that are justified wide are lines of their column, however far apart their words stand."""

from __future__ import annotations

from briefing.parsing.importers.pdf.lines import Stretch
from briefing.parsing.importers.pdf.loose_lines import as_whole_lines
from tests.parsing.importers.pdf.test_reading import text_of
from tests.parsing.importers.pdf.typeset import compiled

LONG = [
    f"The harbourmasters, notwithstanding all, overestimated what their boats earned in week {n}."
    for n in range(40)
]


def test_three_narrow_columns_without_hyphens_are_read_one_after_the_other() -> None:
    page = "#set page(width: 180mm, height: 120mm, margin: 12mm)\n"
    look = "#set text(9pt, hyphenate: false)\n#set par(justify: true)\n"
    data = compiled(f"{page}{look}#columns(3, gutter: 6mm)[{' '.join(LONG)}]")
    words = " ".join(text_of(data).split())
    assert " ".join(LONG) in words


def parts(*places: tuple[float, float], words: str = "boats") -> list[Stretch]:
    """What stands on one line, above full lines of two columns."""
    full = [
        Stretch("the boats came home", left, left + 100, 500 - 12 * at, 9, False)
        for left in (50, 170)
        for at in range(5)
    ]
    return [*full, *(Stretch(words, left, right, 512, 9, False) for left, right in places)]


def test_words_that_fill_a_column_evenly_are_one_line() -> None:
    lines, made_of = as_whole_lines(parts((50, 70), (88, 110), (128, 150), (170, 200)))
    assert [line.text for line in lines if line.base == 512] == ["boats boats boats", "boats"]
    assert [len(own) for own in made_of.values()] == [3]


def test_cells_that_stand_unevenly_or_are_numbers_stay_apart() -> None:
    uneven = parts((50, 60), (75, 90), (130, 150))
    numbers = parts((50, 70), (88, 110), (128, 150), words="12")
    assert as_whole_lines(uneven) == (uneven, {})
    assert as_whole_lines(numbers) == (numbers, {})
