"""Lines of a cover, subtitles and sentences in large type are no headings of the text."""

from __future__ import annotations

from collections import Counter

import pytest

from briefing.parsing.importers.pdf.headings import find_headings
from briefing.parsing.importers.pdf.paragraphs import Lines
from tests.parsing.importers.pdf.test_headings import LONG, MEASURES, TEXT, block, levels

MORE = [part for name in "ABC" for part in (block(f"{name} section", 12, bold=True), block(TEXT))]
SAID = "Most of the crews that we saw had been there for a long time"


def test_lines_above_the_title_head_nothing_where_no_text_is_between() -> None:
    series = [block("IN THE COURT OF THE COAST", bold=True), block("Case 12/2026")]
    found = levels(*series, block("Crews and boats", 16), block(LONG), *MORE)
    assert set(found) == {"Crews and boats", "A section", "B section", "C section"}
    between = [block("Before it all", bold=True), block(LONG)]
    assert "Before it all" in levels(*between, block("Crews and boats", 16), block(LONG), *MORE)


@pytest.mark.parametrize(
    ("words", "is_heading"), [("A review for the council", False), ("Results", True)]
)
def test_a_subtitle_between_the_title_and_the_next_heading_is_none(
    words: str, *, is_heading: bool
) -> None:
    found = levels(block("Crews and boats", 20), block(words, 14, bold=True), *MORE)
    assert (words in found) == is_heading


@pytest.mark.parametrize(
    ("words", "is_heading"), [(SAID, False), ("Crews", True), (f"3 {SAID}", True)]
)
def test_sentences_in_large_type_between_paragraphs_are_no_headings(
    words: str, *, is_heading: bool
) -> None:
    parts = [block("Crews", 20), block(LONG), *MORE, block(words, 15), block(LONG), block(LONG)]
    assert (words in levels(*parts)) == is_heading


def test_a_title_at_the_head_of_another_page_is_no_heading() -> None:
    later = [block("Crews", 13, page=1), block(LONG, page=1)]
    found = find_headings([block("CREWS", 20), block(LONG), *MORE, *later], MEASURES, ())
    assert len(found.levels) == 3


def test_names_below_the_title_are_none_though_some_are_cited() -> None:
    counts = Counter([*TEXT.casefold().split(), "luca", "conti", "anna", "rossi", "conti"])
    parts = [block("Crews", 20), block("Luca Conti Anna Rossi", 12), block(LONG), *MORE]
    assert 1 not in find_headings(parts, MEASURES, (), counts).levels


@pytest.mark.parametrize(
    ("between", "title"),
    [
        ((block("Pier Road 3, Leer"),), "Crews want more boats"),
        ((block("Press office", 18),), "Crews want more boats"),
        ((block("Anna Rossi"),), "Harbour Council"),
    ],
)
def test_a_letterhead_above_an_address_is_no_title(between: tuple[Lines, ...], title: str) -> None:
    head, title_below = block("Harbour Council", 18), block("Crews want more boats", 14)
    found = levels(head, *between, title_below, block(LONG), *MORE)
    assert found[title] == 1


def test_a_headline_as_large_as_the_letterhead_is_the_title_below_an_address() -> None:
    head, title = block("Harbour Council", 18), block("Crews want more boats this year", 18)
    address = block("Pier Road 3, Leer, crews@harbour.example")
    assert levels(head, address, title, block(LONG), *MORE)[title.first.text] == 1
    lines = [*block("Pier Road 3, 26789 Leer").rows, *block("crews@harbour.example").rows]
    assert levels(head, Lines(lines), title, block(LONG), *MORE)[title.first.text] == 1
    narrow = Lines([row for part in "abcd" for row in block(f"{part} 3 boats of the port").rows])
    assert (
        levels(head, narrow, block("Crews want more boats", 14), block(LONG), *MORE)[
            head.first.text
        ]
        == 1
    )
    dated = block("5 May 2026")
    assert levels(head, dated, title, block(LONG), *MORE)[head.first.text] == 1


def test_names_in_several_columns_below_the_title_are_no_headings() -> None:
    names = [block("Anna Rossi", 14), *MORE, block("Piet Bakker", 14), block(LONG)]
    found = levels(block("Crews and boats", 20), *names)
    assert {"Anna Rossi", "Piet Bakker"}.isdisjoint(found)


def test_a_subtitle_is_none_though_the_name_above_the_title_is_set_like_it() -> None:
    parts = [block("Office of the harbours", 12), block("Crews", 20), block("Third print, May", 12)]
    assert levels(*parts, *MORE[:2], *MORE[2:]).keys() >= {"A section", "Crews"}
    assert "Third print, May" not in levels(*parts, *MORE)


@pytest.mark.parametrize(
    ("words", "page", "is_heading"),
    [
        ("Nobody ever asked any of the crews", 0, False),
        ("Nobody ever asked any of the crews", 3, True),
        ("Nobody ever", 0, True),
        ("Office of the Crews of Leer", 0, True),
        ("Somebody has asked some of the crews", 0, True),
    ],
)
def test_words_of_a_paragraph_that_are_set_once_more_beside_it_are_no_heading(
    words: str, page: int, *, is_heading: bool
) -> None:
    said = block(
        f"So it went. Office of the Crews of Leer. Nobody ever asked any of the crews. {LONG}"
    )
    parts = [block("Crews", 20), said, *MORE, block(words, 15, page=page), block(LONG, page=page)]
    assert (words in levels(*parts, *MORE)) == is_heading
