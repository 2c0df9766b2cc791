"""Headings have the levels that a reader sees, whatever stands on the cover."""

from __future__ import annotations

import pytest

from briefing.parsing.importers.pdf.headings import find_headings
from briefing.parsing.importers.pdf.lines import Row, Stretch
from briefing.parsing.importers.pdf.measures import Measures
from briefing.parsing.importers.pdf.paragraphs import Lines

MEASURES = Measures(10.0, is_bold=False, pitches={})
TEXT = "Words of a paragraph that goes on for some time and ends with a full stop."


def block(text: str, size: float = 10.0, *, bold: bool = False, page: int = 0) -> Lines:
    return Lines([Row([Stretch(text, 50, 400, 500, size, bold)], page, 50, 400)])


def levels(*blocks: Lines, outline: tuple[str, ...] = ()) -> dict[str, int]:
    found = find_headings(blocks, MEASURES, outline)
    named = {blocks[index].first.text: level for index, level in found.levels.items()}
    return named if found.title is None else {**named, blocks[found.title].first.text: 1}


def test_lines_of_a_cover_open_no_level_above_the_sections() -> None:
    cover = [block("Report", 30), block("Final", 22), block(TEXT), block("May", 18), block(TEXT)]
    sections = [block(name, size, page=1) for name, size in (("A", 16), ("A one", 13))]
    more = [block(name, size, page=2) for name, size in (("Bee", 16), ("Bee one", 13))]
    inner = [part for heading in (*sections, *more) for part in (heading, block(TEXT, page=2))]
    found = levels(*cover, *(part for part in inner if len(part.first.text) > 1))
    assert found["Report"] == 1
    assert found["Bee one"] == found["A one"]
    assert {found["Final"], found["May"]} == {2}


@pytest.mark.parametrize(
    ("text", "size", "bold", "is_heading"),
    [
        ("What was measured", 12.0, False, True),
        ("What was measured", 10.0, True, True),
        ("WHAT WAS MEASURED", 10.0, False, True),
        ("What was measured", 10.0, False, False),
        ("Figure 3. What was measured", 10.0, True, False),
        ("This whole sentence was set in bold type.", 10.0, True, False),
        ("• What was measured", 10.0, True, False),
        ("12/2026", 14.0, True, False),
        ("3. What was measured.", 10.0, True, True),
    ],
)
def test_size_weight_and_capitals_make_a_heading(
    text: str, size: float, *, bold: bool, is_heading: bool
) -> None:
    parts = [block("The title", 20), block(TEXT), block(text, size, bold=bold), block(TEXT)]
    parts += [block(TEXT) for _ in range(12)]
    assert (text in levels(*parts)) == is_heading


def test_what_the_outline_names_is_a_heading() -> None:
    parts = [block("The title", 20), block(TEXT), block("What was measured"), block(TEXT)]
    assert "What was measured" in levels(*parts, outline=("What was  measured",))


def test_authors_between_title_and_first_heading_are_none() -> None:
    parts = [block("The title", 20), block("Anna Rossi", 12), block("Introduction", 14, bold=True)]
    assert "Anna Rossi" not in levels(*parts, block(TEXT))
