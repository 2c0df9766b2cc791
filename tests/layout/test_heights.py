"""Rows that are only counted are as many as those that are drawn, for the scroll bar."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.layout import _lines
from briefing.layout import flow as flows
from briefing.layout._heights import row_counts
from briefing.layout.flow import Flow, lay_out
from briefing.layout.options import LayoutOptions
from briefing.model.article import Chunk
from briefing.model.line import Line
from briefing.parsing.reading import open_document

LINES: list[str] = json.loads(
    (Path(__file__).parent.parent / "cases" / "markdown_lines.json").read_text("utf-8")
)
TABLE = "| a | {} |\n|---|--:|\n"


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.sampled_from(LINES), max_size=14).map("\n".join),
    st.integers(2, 60),
    st.booleans(),
)
@example(TABLE.format("b") + "| one | 2 |\n" * 4, 60, True)
@example(TABLE.format("日本") + "| 文章 | [^1] |\n\n[^1]: note", 12, True)
@example(TABLE.format("two words") + "| three words more | x |\n", 15, True)
@example(TABLE.format("日本 語") + "| **文章** more | x |\n" * 2, 20, True)
@example("|  |  |\n|--|--|\n| a | b |", 20, True)
@example("|  |  |\n|--|--|\n| a | two words |\n", 9, True)
@example("```\n" + "code " * 30 + "\n\tx\n```\n\n> 1. " + "word " * 40, 24, True)
def test_a_chunk_has_as_many_rows_counted_as_drawn(source: str, width: int, wrap: bool) -> None:
    document = open_document(source, name="x")
    options = LayoutOptions(wrap_code=wrap)
    for index in range(document.chunk_count):
        chunk = document.chunk(index)
        drawn = lay_out(chunk, width, options)
        assert sum(row_counts(chunk, width, options)) == len(drawn), [line.text for line in drawn]


def test_lines_that_nobody_keeps_are_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of a million cells was drawn to its end for the sake of its height: 52 s."""
    rows = 4 * flows.KEPT_LINES
    document = open_document(TABLE.format("b") + "| one | 2 |\n" * rows, name="x")
    drawn: list[int] = []
    chunk_lines = _lines.chunk_lines

    def seen(chunk: Chunk, width_cells: int, options: LayoutOptions) -> Iterator[Line]:
        for line in chunk_lines(chunk, width_cells, options):
            drawn.append(line.start)
            yield line

    monkeypatch.setattr(flows, "chunk_lines", seen)
    flow = Flow(document, 60)
    while flow.lay_out_next():
        pass
    assert flow.height() == rows + 2
    assert len(drawn) < 2 * flows.KEPT_LINES
