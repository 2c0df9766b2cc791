from __future__ import annotations

import pytest

from briefing.parsing.markdown_escape import escape_heading, escape_words, paragraph
from briefing.parsing.reading import open_document


@pytest.mark.parametrize(
    "words",
    [
        "AT&T & Co.",
        "snake_case and 5 < 6 > 4",
        "a ~ b",
        "see [sic] and (this)",
        "http://a.b/c_d?e=f&g=h",
        "Wow! - yes: no",
    ],
)
def test_what_is_no_markup_stays_as_it_is_in_the_file(words: str) -> None:
    assert escape_words(words) == words


@pytest.mark.parametrize("words", ["Part #", "Part ##", "C#", "# one", "- two", "3. three", "*"])
def test_a_heading_reads_as_its_words(words: str) -> None:
    document = open_document(f"---\ntitle: T\n---\n## {escape_heading(words)}\n\ntext", name="a")
    assert [heading.text for heading in document.headings] == [words]


@pytest.mark.parametrize(
    "lines",
    [
        ["a", "- b", "# c"],
        ["    four spaces", "\ttab"],
        ["a | b", "--|--"],
        ["Title", "====="],
        ["\u3000wide", "end \\"],
    ],
)
def test_lines_of_a_paragraph_stay_lines(lines: list[str]) -> None:
    document = open_document(f"---\ntitle: T\n---\n{paragraph(lines)}\n", name="a")
    assert document.article().text.split("\n") == ["T", *lines]
