"""Printed text has every word, wrapped, and nothing that a terminal would obey."""

from __future__ import annotations

from briefing.layout.plain import text_lines
from briefing.parsing.reading import open_document


def test_an_article_is_printed_line_by_line() -> None:
    source = "---\ntitle: T\n---\nA [link](http://x.org) and\x1b more.\n\n## S\n\n- item\n"
    document = open_document(source, name="x")
    assert list(text_lines(document, 12)) == [
        "T",
        "",
        "A link and␛",
        "more.",
        "",
        "S",
        "",
        "• item",
    ]


def test_nothing_is_printed_of_nothing() -> None:
    assert list(text_lines(open_document("", name="x"), 40)) == []
