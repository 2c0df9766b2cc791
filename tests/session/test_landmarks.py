"""Headings and paragraphs as places to go to, also where little has been parsed."""

from __future__ import annotations

import pytest

from briefing.model.span import Place
from briefing.parsing.document import MarkdownDocument
from briefing.parsing.reading import open_document
from briefing.session import landmarks

SOURCE = (
    "# Title\n\nLead.\n\n## One\n\nFirst.\n\nSecond.\n\n---\n\n- item\n- other\n\n## Two\n\nLast.\n"
)


@pytest.fixture
def document() -> MarkdownDocument:
    return open_document(SOURCE, name="a", where="a.md")


def word(document: MarkdownDocument, place: Place | None) -> str | None:
    """The first word at a place."""
    if place is None:
        return None
    return document.chunk(place.chunk).text[place.offset :].split()[0]


def test_section_after_section_is_reached_and_back(document: MarkdownDocument) -> None:
    here, seen = Place(0, 0), []
    while (after := landmarks.next_heading(document, here)) is not None:
        seen.append(word(document, after))
        here = after
    assert seen == ["One", "Two"]
    assert word(document, landmarks.previous_heading(document, here)) == "One"


def test_the_numbered_heading_and_the_one_a_place_stands_under(
    document: MarkdownDocument,
) -> None:
    two = landmarks.heading_place(document, 1)
    assert word(document, two) == "Two"
    assert landmarks.heading_at(document, two) == 1
    assert landmarks.heading_at(document, Place(0, 0)) is None
    assert landmarks.previous_heading(document, Place(0, 0)) is None


def test_paragraph_after_paragraph_is_reached_and_back(document: MarkdownDocument) -> None:
    here, seen = Place(0, 0), []
    while (after := landmarks.next_block(document, here)) is not None:
        seen.append(word(document, after))
        here = after
    assert seen == ["Lead.", "One", "First.", "Second.", "item", "other", "Two", "Last."]
    back = []
    while (before := landmarks.previous_block(document, here)) is not None:
        back.append(word(document, before))
        here = before
    assert back == [*reversed(seen[:-1]), "Title"]


def test_places_beyond_the_end_lead_back_into_the_text(document: MarkdownDocument) -> None:
    far = Place(99, 0)
    assert landmarks.next_block(document, far) is None
    assert landmarks.next_heading(document, far) is None
    assert word(document, landmarks.previous_block(document, far)) == "Last."
