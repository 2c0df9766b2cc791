"""What is written in a chart is no part of the text; a table and a caption are."""

from __future__ import annotations

from dataclasses import replace

from briefing.parsing.importers.pdf.charts import take_charts
from briefing.parsing.importers.pdf.lines import Page, Stretch

WORDS = "The boats came home in the evening of that day and nobody was hurt, it is said."


def at(text: str, left: float, base: float, *, size: float = 8.0) -> Stretch:
    return Stretch(text, left, left + len(text) * size / 2, base, size, False)


def ticks(
    *numbers: str, left: float = 60.0, top: float = 500.0, step: float = 30.0
) -> list[Stretch]:
    return [at(number, left, top - step * index) for index, number in enumerate(numbers)]


def names(*words: str, base: float = 400.0) -> list[Stretch]:
    return [at(word, 80 + 60 * index, base) for index, word in enumerate(words)]


def page(*stretches: Stretch) -> Page:
    text = [at(WORDS, 50, base, size=10) for base in (700, 688, 676, 300, 288, 276)]
    return Page(0, "1", [*text, *stretches])


def left(*stretches: Stretch) -> list[str]:
    each = page(*stretches)
    take_charts([each])
    return [s.text for s in each.stretches if s.text != WORDS]


AXIS = ticks("1,500", "1,000", "500", "0")
NAMES = names("Bude", "Crail", "Deal", "Eye")


def test_an_axis_goes_with_the_names_below_it_and_what_stands_around_it() -> None:
    around = [at("Tonnes", 60, 515), at("Cod", 200, 470), at("Year of landing", 130, 388)]
    assert left(*AXIS, *NAMES, *around) == []
    assert take_charts([page(*AXIS, *NAMES, around[0])]) == [
        "1,500 1,000 500 0 Bude Crail Deal Eye Tonnes"
    ]


def test_captions_above_and_below_a_chart_stay_whole() -> None:
    above = [at("Figure 2: What was landed in the last of the", 60, 528), at("years told", 60, 518)]
    below = [at("Figure 3: Landings", 130, 386), at("(a) Landings", 130, 386)]
    texts = [s.text for s in above]
    assert left(*AXIS, *NAMES, *above) == texts
    for caption in below:
        assert left(*AXIS, *NAMES, caption) == [caption.text]


def test_the_other_side_of_a_chart_goes_too() -> None:
    other = ticks("90%", "80%", "70%", "60%", left=330)
    assert left(*AXIS, *NAMES, *other) == []


def test_a_column_of_numbers_with_cells_beside_it_is_of_a_table() -> None:
    cells = [at("a boat", 200, tick.base) for tick in AXIS]
    assert len(left(*AXIS, *cells)) == len(AXIS) + len(cells)


def test_numbers_that_go_down_or_in_unlike_steps_are_none_of_an_axis() -> None:
    for numbers in (("0", "500", "1,000", "1,500"), ("90", "70", "65", "10")):
        assert left(*ticks(*numbers), *NAMES) == [*numbers, *(s.text for s in NAMES)]


def test_three_numbers_are_an_axis_only_above_names() -> None:
    three = ticks("40", "20", "0")
    assert left(*three) == ["40", "20", "0"]
    lower = [replace(name, base=428.0) for name in NAMES]
    assert left(*three, *lower) == []


def test_numbers_in_other_groups_than_threes_are_none_of_an_axis() -> None:
    for numbers in (("12 345681", "12 345680", "12 345679", "12 345678"), ("1,234567.5",) * 4):
        assert left(*ticks(*numbers), *NAMES) == [*numbers, *(s.text for s in NAMES)]


def test_what_begins_to_the_left_of_a_chart_is_of_what_stands_there() -> None:
    cells = [at("The quay report", 0, base) for base in (485, 455, 425)]
    assert left(*AXIS, *NAMES, *cells) == [cell.text for cell in cells]


def test_years_from_the_last_to_the_first_are_the_rows_of_a_timeline() -> None:
    years = ("2024", "2023", "2022", "2021")
    cells = [at("A boat was built", 100, 488 - 30 * index) for index in range(4)]
    assert left(*ticks(*years), *cells) == [*years, *(cell.text for cell in cells)]
    assert left(*ticks("2000", "1500", "1000", "500"), *NAMES) == []


def test_a_text_beside_a_chart_that_reaches_a_little_into_it_hides_no_names() -> None:
    beside = [
        Stretch(WORDS, -340, 50 + off, base, 10, bold=False) for off, base in ((0, 470), (0.2, 402))
    ]
    assert left(*AXIS, *NAMES, *beside) == []


def test_the_numbers_of_an_axis_may_be_rounded() -> None:
    assert left(*ticks("63", "47", "31", "15", "0", step=20), *NAMES) == []
    assert len(left(*ticks("63", "40", "31", "9", "0", step=20), *NAMES)) > len(NAMES)


def test_a_legend_above_a_chart_and_the_unit_of_its_axis_go_too() -> None:
    caption = at("Figure 3: Landings", 60, 527, size=9)
    legend = [at("2024", 210, 516), at("2025", 260, 516)]
    assert left(*AXIS, *NAMES, caption, *legend) == [caption.text]
    unit = at("Per cent of all boats", 62, 515)
    assert left(*AXIS, *NAMES, unit) == []
    beside = at("tonnes", 84, 512)
    assert left(*AXIS, *NAMES, beside) == []
    heads = [at("Boats of the port", 210, 516), at("and those at sea", 290, 516)]
    assert left(*AXIS, *NAMES, *heads) == [s.text for s in heads]
