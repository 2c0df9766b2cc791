"""Headings are found by number and by place, in any article, parsed or not."""

from __future__ import annotations

import pytest

from briefing.model.span import Place
from briefing.parsing.document import MarkdownDocument
from briefing.parsing.reading import open_document

SOURCE = "\n".join(
    f"{'#' * (n % 3 + 1)} Part {n}\n\nwords\n\n{'Under' if n % 5 == 0 else 'no'}\n---\n\nmore\n"
    for n in range(60)
)
"""Headings that the scan sees, and underlined ones, which only parsing finds."""


@pytest.fixture(params=[False, True], ids=["before parsing", "after parsing"])
def document(request: pytest.FixtureRequest) -> MarkdownDocument:
    document = open_document(SOURCE, name="x")
    while request.param and document.parse_next():
        pass
    return document


def test_headings_by_number_are_those_of_the_whole_list(document: MarkdownDocument) -> None:
    headings = list(document.headings)
    assert [document.headings[n] for n in range(len(document.headings))] == headings
    assert document.headings[-1] == headings[-1]
    with pytest.raises(IndexError):
        _ = document.headings[len(headings)]


def test_a_place_knows_how_many_headings_it_stands_below(document: MarkdownDocument) -> None:
    headings = list(document.headings)
    for number, heading in enumerate(headings):
        here = Place(heading.chunk, heading.offset)
        assert document.headings_until(here) == number + 1
        assert document.headings_until(Place(here.chunk, here.offset + 3)) == number + 1
    assert document.headings_until(Place(document.chunk_count, 0)) == len(headings)


def test_headings_that_parsing_finds_are_counted_while_the_outline_is_in_use() -> None:
    document = open_document(SOURCE, name="x")
    assert len(document.headings) < 100
    document.article()
    assert len(document.headings) == 59 + 60  # the first is the title


def test_sections_lie_side_by_side_and_are_made_when_asked_for(document: MarkdownDocument) -> None:
    article = document.article()
    sections = article.sections
    assert [each.heading for each in sections] == [None, *(h.text for h in document.headings)]
    assert list(sections) == [sections[n] for n in range(len(sections))]
    assert sections == tuple(sections)
    assert hash(sections) == hash(tuple(sections))
    assert sections[-2:] == (sections[len(sections) - 2], sections[-1])
    for section in sections[1:]:
        assert section.span.of(article.text).startswith(section.heading or "")
