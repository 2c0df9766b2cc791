"""Many figures stand in groups by section; the most telling ones before all groups."""

from briefing.model.article import Section
from briefing.model.span import Span
from briefing.ui.render.panels import FIRST, grouped
from briefing.ui.render.rows import Row, Words

SECTIONS = (
    Section(None, 0, Span(6, 100)),
    Section("Floods", 2, Span(100, 200)),
    Section("Fires", 2, Span(200, 300)),
)


def row(start: int) -> Row:
    return Row((Words(str(start)),), spans=(Span(start, start + 1),), ref=str(start))


def test_figures_behind_the_first_stand_by_section_in_the_order_of_the_text() -> None:
    first = [row(290 - number) for number in range(FIRST)]
    found = grouped([*first, row(250), row(120), row(110), row(20)], SECTIONS)
    assert [one.ref for one in found[:FIRST]] == [one.ref for one in first]
    behind = [one.ref for one in found[FIRST:]]
    assert behind == ["20", "section-100", "110", "120", "section-200", "250"]


def test_a_heading_leads_to_its_section() -> None:
    rows = [row(290 - number) for number in range(FIRST)]
    heading = grouped([*rows, row(110)], SECTIONS)[FIRST]
    assert heading.spans == (Span(100, 106),)


def test_a_text_of_one_section_has_no_groups() -> None:
    rows = [row(290 - number) for number in range(FIRST + 4)]
    assert grouped(rows, SECTIONS[:1]) == rows
