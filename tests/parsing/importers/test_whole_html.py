"""HTML that is text from its first to its last element keeps what a reader sees of it."""

from __future__ import annotations

import pytest

from briefing.parsing.importers.whole_html import read_whole


@pytest.mark.parametrize(
    ("html", "language", "text"),
    [
        ("<p>A <q>b <q>c</q> d</q>.</p>", "fr", "A «\u00a0b “c” d\u00a0»."),
        ("<html lang=de><p>A <q>b <q>c</q> d</q>.</p>", "fr", "A „b ‚c‘ d“."),
        ("<html xml:lang=it><p>A <q>b</q>.</p>", None, "A «b»."),
        ("<p>A <i>b <q>c</i></q> d</p>", None, "A *b “c”* d"),
        ("<p>A <q>b</p>", "nl", "A ‘b’"),
    ],
)
def test_a_quotation_has_the_marks_of_its_language(
    html: str, language: str | None, text: str
) -> None:
    assert [one.markdown for one in read_whole(html, language=language).pieces] == [text]
