"""A table of contents shows its entries as such, and its lines are no headings of the text."""

from __future__ import annotations

from briefing.parsing.importers.pdf.contents import mark_contents
from briefing.parsing.importers.pdf.lines import Row, Stretch
from briefing.parsing.importers.pdf.measures import Measures
from briefing.parsing.importers.pdf.paragraphs import Lines

MEASURES = Measures(10.0, is_bold=False, pitches={})
TEXT = "Words of a paragraph that goes on for some time and ends with a full stop."
NAMES = ("1 Boats", "1.1 Crews of the port", "2 Ships and what they carry")


def block(*lines: str, size: float = 10.0, bold: bool = False) -> Lines:
    rows = [
        Row([Stretch(line, 50, 400, 500 - 12 * at, size, bold)], 0, 50, 400)
        for at, line in enumerate(lines)
    ]
    return Lines(rows)


def entries(*blocks: Lines) -> list[bool]:
    mark_contents(blocks, MEASURES)
    return [each.is_entry for each in blocks]


def sections() -> list[Lines]:
    return [part for name in NAMES for part in (block(name, size=12, bold=True), block(TEXT))]


def test_lines_that_say_what_headings_say_later_are_entries() -> None:
    listed = [block(NAMES[0]), block(*NAMES[1:])]
    assert entries(block("Contents"), *listed, *sections()) == [False, True, True] + [False] * 6


def test_a_page_may_stand_behind_an_entry_and_an_entry_may_be_wrapped() -> None:
    listed = [block("1 Boats 3", "1.1 Crews of the port iv", "2 Ships and what", "they carry 12")]
    assert entries(*listed, *sections())[0]


def test_lines_in_another_order_and_those_that_no_text_follows_are_no_entries() -> None:
    assert not any(entries(*(block(name) for name in reversed(NAMES)), *sections()))
    form = [block(name) for name in NAMES]
    assert not any(entries(*form, block(TEXT), *form, block(TEXT)))
