"""An article is there at once, and whole when somebody needs the whole."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefing.model.article import BlockKind, Section
from briefing.model.span import Place, Span
from briefing.parsing.document import MarkdownDocument
from briefing.parsing.reading import open_document

ARTICLE = """# The title

The lead has *some* words,
on two lines.

## First

Text[^1] and

```
x = 1
y = 2
```

Second
------

Last words.

[^1]: A note.
"""
TEXT = """The title
The lead has some words, on two lines.
First
Text and
x = 1
y = 2
Second
Last words.
A note."""


@pytest.fixture
def document() -> MarkdownDocument:
    return open_document(ARTICLE, name="article")


def test_the_reading_text_has_every_word_once(document: MarkdownDocument) -> None:
    article = document.article()
    assert article.text == TEXT
    assert article.title == "The title"
    assert article.name == "article"
    assert article.language is None


def test_sections_partition_the_text_after_the_title(document: MarkdownDocument) -> None:
    sections = document.article().sections
    assert [(s.heading, s.level) for s in sections] == [(None, 0), ("First", 2), ("Second", 2)]
    assert sections[0].span.start == document.article().body_start == len("The title\n")
    assert all(a.span.end == b.span.start for a, b in pairwise(sections))
    assert sections[-1].span.end == len(TEXT)
    assert sections[1].span.of(TEXT).startswith("First\n")


def test_chunks_know_their_place_in_the_text(document: MarkdownDocument) -> None:
    assert document.start(document.chunk_count - 1) is None
    text = document.article().text
    for index in range(document.chunk_count):
        start = document.start(index)
        assert start is not None
        chunk = document.chunk(index)
        assert text[start : start + len(chunk.text)] == chunk.text


def test_a_character_is_found_without_parsing_what_is_below(document: MarkdownDocument) -> None:
    at = TEXT.index("Text and")
    place = document.chunk_at(at)
    assert document.chunk(place.chunk).text[place.offset :].startswith("Text and")
    assert not document.is_complete


def test_the_outline_is_there_before_parsing() -> None:
    source = "\n".join(f"## Part *{n}*\n\nwords\n" for n in range(50))
    document = open_document(source, name="x")
    assert [each.text for each in document.headings] == [f"Part {n}" for n in range(50)]
    assert document.headings[30].level == 2
    assert document.headings[30].line_number == 30 * 4 + 1
    assert not document.is_complete


def test_headings_the_scan_cannot_see_join_the_outline(document: MarkdownDocument) -> None:
    before = [each.text for each in document.headings]
    while document.parse_next():
        pass
    assert before == ["First"]
    assert [each.text for each in document.headings] == ["First", "Second"]
    second = document.headings[1]
    assert document.chunk(second.chunk).text[second.offset :].startswith("Second\n")
    assert document.headings[:1] == (document.headings[0],)
    assert document.is_complete


def test_the_editor_opens_at_the_line_of_a_word(document: MarkdownDocument) -> None:
    lines = ARTICLE.split("\n")
    for word in ("lead", "lines.", "First", "y = 2", "Second", "Last", "note."):
        place = document.chunk_at(TEXT.index(word))
        assert word in lines[document.line_number_of(place) - 1]


def test_a_line_of_the_source_is_found_in_the_text(document: MarkdownDocument) -> None:
    for number, line in enumerate(ARTICLE.split("\n"), 1):
        if line in ("on two lines.", "y = 2", "Last words.", "Second"):
            place = document.place_of_line(number)
            assert document.chunk(place.chunk).text[place.offset :].startswith(line)


def test_what_is_looked_at_stays_in_memory_while_all_is_parsed() -> None:
    source = "\n".join(f"## Part {n}\n\n{'word ' * 800}\n" for n in range(300))
    document = open_document(source, name="x")
    seen = document.chunk(200)
    document.article()
    assert document.chunk(200) is seen


def test_words_far_away_do_not_fill_the_memory() -> None:
    source = "\n".join(f"## Part {n}\n\n{'word ' * 800}\n" for n in range(300))
    document = open_document(source, name="x")
    document.article()
    assert len(document._recent) < 300
    assert document.chunk(0).text.startswith("Part 0")
    assert document.weight(0) == len(document.chunk(0).text)


@pytest.mark.parametrize(
    ("source", "title", "text"),
    [
        ("", None, ""),
        ("\n\n", None, ""),
        ("no title", None, "no title"),
        ("words\n\n# Section", None, "words\nSection"),
        ("## Not a title", None, "Not a title"),
        ("#\n\nwords", None, "words"),
        ("Set\n===\n\nwords", "Set", "Set\nwords"),
        ("Two\\\nlines\n===", "Two lines", "Two lines"),
        ("<!-- licence -->\n[a]: /b\n\n# Title\n\nwords", "Title", "Title\nwords"),
        ("> # Quoted", None, "Quoted"),
        ("---\ntitle: Given\n---\nwords", "Given", "Given\nwords"),
        ("---\ntitle: Given\n---\n# Given\n\nwords", "Given", "Given\nwords"),
        ("---\ntitle: Given\n---\n# Other\n\nwords", "Given", "Given\nOther\nwords"),
        ("---\ntitle: Given\n---\n", "Given", "Given"),
        ("\ufeffwords\r\nmore\r\n", None, "words more"),
        ("a\x1b[31mb \u202e", None, "a\x1b[31mb \u202e"),
    ],
)
def test_the_title_stands_once_and_first(source: str, title: str | None, text: str) -> None:
    document = open_document(source, name="x")
    assert document.title == title
    assert document.article().text == text
    is_titled = any(block.kind is BlockKind.TITLE for block in document.chunk(0).blocks)
    assert is_titled == (title is not None)


def test_another_h1_than_the_title_is_a_section() -> None:
    document = open_document("---\ntitle: Given\n---\n# Other\n\nwords", name="x")
    assert document.article().sections == (
        Section(None, 0, Span(6, 6)),
        Section("Other", 1, Span(6, 17)),
    )
    assert document.body_line == 4
    assert document.line_number_of(Place(0, 6)) == 4


def test_ten_thousand_footnotes_are_not_parsed_at_once() -> None:
    source = "\n\n".join(f"text[^{n}]\n\n[^{n}]: note {n}" for n in range(500))
    document = open_document(source, name="x")
    assert document.article().text.endswith("note 498\nnote 499")
    last = document.chunk(document.chunk_count - 1)
    assert last.blocks[-1].containers[0].marker == "[500]"
