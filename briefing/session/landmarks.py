"""Headings and paragraphs as places to go to, in an article that may not be parsed to its end."""

from __future__ import annotations

from briefing.model.article import Block, Document, Heading
from briefing.model.span import Place


def heading_at(document: Document, here: Place) -> int | None:
    """The heading that a place stands under: a 0-based index, None before the first."""
    index = document.headings_until(here) - 1
    return index if index >= 0 else None


def next_heading(document: Document, here: Place) -> Place | None:
    """The first heading after a place."""
    index = document.headings_until(here)
    return heading_place(document, index) if index < len(document.headings) else None


def previous_heading(document: Document, here: Place) -> Place | None:
    """The last heading before a place."""
    index = document.headings_until(here) - 1
    if index >= 0 and _place_of(document.headings[index]) == here:
        index -= 1
    return heading_place(document, index) if index >= 0 else None


def heading_place(document: Document, index: int) -> Place:
    """Where a heading stands. Its chunk is parsed for that, and no other."""
    line_number = document.headings[index].line_number
    chunk = document.chunk(document.headings[index].chunk)
    for block in chunk.blocks:
        if block.level and block.line_number == line_number:
            return Place(chunk.index, block.span.start)
    return _place_of(document.headings[index])


def next_block(document: Document, here: Place) -> Place | None:
    """The first block that begins after a place."""
    for index in range(here.chunk, document.chunk_count):
        for block in document.chunk(index).blocks:
            place = Place(index, block.span.start)
            if place > here and _is_worth_a_stop(block):
                return place
    return None


def previous_block(document: Document, here: Place) -> Place | None:
    """The last block that begins before a place."""
    for index in range(min(here.chunk, document.chunk_count - 1), -1, -1):
        for block in reversed(document.chunk(index).blocks):
            place = Place(index, block.span.start)
            if place < here and _is_worth_a_stop(block):
                return place
    return None


def _is_worth_a_stop(block: Block) -> bool:
    return block.span.start < block.span.end


def _place_of(heading: Heading) -> Place:
    return Place(heading.chunk, heading.offset)
