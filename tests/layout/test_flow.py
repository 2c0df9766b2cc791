"""A document of any length is a column of rows that can be looked at anywhere at once."""

from __future__ import annotations

import pytest

from briefing.layout.flow import Flow, lay_out
from briefing.model.span import Place
from briefing.parsing.document import MarkdownDocument
from briefing.parsing.reading import open_document


@pytest.fixture
def document() -> MarkdownDocument:
    parts = (f"## Part {n}\n\n{'some words ' * (n % 40)}\n\n- a\n- b\n" for n in range(400))
    return open_document("# Title\n\nlead\n\n" + "\n".join(parts), name="x")


def complete(flow: Flow) -> None:
    while flow.lay_out_next():
        pass


def test_the_end_is_there_without_laying_out_the_middle(document: MarkdownDocument) -> None:
    flow = Flow(document, 60)
    last = document.chunk_count - 1
    assert flow.chunk_lines(last)[-1].text == "• b"
    assert flow.chunk_height(last) == len(flow.chunk_lines(last))
    assert not flow.is_exact
    assert not document.is_complete


def test_heights_become_exact(document: MarkdownDocument) -> None:
    flow = Flow(document, 60)
    complete(flow)
    heights = [len(lay_out(document.chunk(i), 60)) for i in range(document.chunk_count)]
    assert flow.is_exact
    assert flow.height() == sum(heights)
    assert [flow.chunk_top(i) for i in (0, 1, 200)] == [0, heights[0], sum(heights[:200])]


def test_estimates_are_near_enough_for_a_scroll_bar(document: MarkdownDocument) -> None:
    flow = Flow(document, 60)
    estimated = flow.height()
    complete(flow)
    assert 0.5 < estimated / flow.height() < 2


def test_every_row_belongs_to_a_chunk(document: MarkdownDocument) -> None:
    flow = Flow(document, 60)
    complete(flow)
    for row in range(0, flow.height(), 17):
        chunk, inside = flow.chunk_at_row(row)
        assert flow.chunk_top(chunk) + inside == row
        assert inside < flow.chunk_height(chunk)
    last = document.chunk_count - 1
    assert flow.chunk_at_row(10**9) == (last, flow.chunk_height(last) - 1)
    assert flow.chunk_at_row(-3) == (0, 0)


def test_a_character_is_found_on_its_row(document: MarkdownDocument) -> None:
    flow = Flow(document, 60)
    for index in (0, 39, 200):
        chunk = document.chunk(index)
        for offset in range(0, len(chunk.text), 3):
            if chunk.text[offset].isspace():
                continue
            where, row = flow.row_of(Place(index, offset))
            line = flow.chunk_lines(where)[row]
            assert where == index
            assert line.start <= offset < line.end


def test_a_character_of_a_table_is_found_on_its_row() -> None:
    table = "| Name | Words |\n|---|---|\n| a | one two three four |\n| b | five |"
    document = open_document(table, name="x")
    flow = Flow(document, 16)
    text = document.chunk(0).text
    for word in ("Name", "Words", "one", "three", "four", "five"):
        _, row = flow.row_of(Place(0, text.index(word)))
        assert word in flow.chunk_lines(0)[row].text


def test_a_table_without_a_head_is_shown_without_one_at_any_width() -> None:
    table = "|  |  |\n|---|---|\n| Northmouth | 82 875 |\n| Bay of Larks | 10 156 |"
    chunk = open_document(table, name="x").chunk(0)
    assert [line.text for line in lay_out(chunk, 40)] == [
        "Northmouth   │ 82 875",
        "Bay of Larks │ 10 156",
    ]
    rule = "─" * 12
    assert [line.text for line in lay_out(chunk, 13)] == [
        *(rule, "Northmouth", "82 875"),
        *(rule, "Bay of Larks", "10 156"),
    ]


def test_lines_not_looked_at_lately_are_made_again(document: MarkdownDocument) -> None:
    flow = Flow(document, 20)
    before = list(flow.chunk_lines(0))
    complete(flow)
    assert len(flow._lines) < document.chunk_count
    assert list(flow.chunk_lines(0)) == before


def test_laying_out_all_leaves_what_was_looked_at_in_memory(document: MarkdownDocument) -> None:
    flow = Flow(document, 20)
    seen = [flow.chunk_lines(index) for index in (300, 301)]
    complete(flow)
    assert flow.is_exact
    assert all(flow.is_at_hand(index) for index in (300, 301))
    assert [flow.chunk_lines(index) for index in (300, 301)] == seen


def test_a_long_chunk_is_laid_out_in_many_steps() -> None:
    flow = Flow(open_document("words and words " * 1_500, name="x"), 20)
    steps = 0
    while not flow.is_at_hand(0):
        flow.lay_out_soon(0)
        steps += 1
    assert steps > 10
    assert flow.chunk_lines(0) == lay_out(flow.document.chunk(0), 20)


def test_an_empty_document_has_no_rows() -> None:
    flow = Flow(open_document("", name="x"), 40)
    complete(flow)
    assert flow.height() == 0
    assert flow.chunk_at_row(3) == (0, 0)
    assert flow.row_of(Place(0, 0)) == (0, 0)
