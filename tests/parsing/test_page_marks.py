"""A page mark is no part of the text, but every passage knows its page."""

from __future__ import annotations

import pytest

from briefing.model.article import Article
from briefing.model.span import Span
from briefing.parsing.page_marks import labels_in, page_mark
from briefing.parsing.reading import open_document

ARTICLE = """<!-- page iv -->

# Report

A paragraph that goes <!-- page 1 -->on over the page and sol<!-- page 2 -->diers.

- one
- <!-- page 3 -->
  two

| a | b |
| --- | --- |
| c | <!-- page A-4 -->d |

<!-- page 5 -->

<!-- page 6 -->

## After[^1] an empty page

Last.

[^1]: <!-- page 3 -->
    The note.
"""
TEXT = """Report
A paragraph that goes on over the page and soldiers.
one
two
a\tb
c\td
After an empty page
Last.
The note."""


def opened(source: str) -> Article:
    return open_document(source, name="a").article()


def page_of(article: Article, words: str) -> tuple[str, ...]:
    start = article.text.index(words)
    return article.pages_of(Span(start, start + len(words)))


def test_page_marks_leave_no_trace_in_the_text() -> None:
    assert opened(ARTICLE).text == TEXT


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        ("Report", ("iv",)),
        ("A paragraph that goes", ("iv",)),
        ("on over the page", ("1",)),
        ("soldiers", ("1", "2")),
        ("one", ("2",)),
        ("two", ("3",)),
        ("c\td", ("3", "A-4")),
        ("d\nAfter", ("A-4", "6")),
        ("After an empty page", ("6",)),
        ("Last.", ("6",)),
        ("The note.", ("3",)),
        ("goes on over the page and soldiers", ("iv", "2")),
    ],
)
def test_every_passage_knows_its_page(words: str, pages: tuple[str, ...]) -> None:
    article = opened(ARTICLE)
    assert page_of(article, words) == pages


def test_a_text_without_pages_has_none() -> None:
    article = opened("Words.\n")
    assert article.pages == ()
    assert article.pages_of(Span(0, 3)) == ()


def test_words_before_the_first_mark_have_no_page() -> None:
    article = opened("Before.\n\n<!-- page 7 -->\n\nBehind.\n")
    assert page_of(article, "Before.") == ()
    assert page_of(article, "Behind.") == ("7",)


def test_a_long_document_knows_its_pages_in_every_chunk() -> None:
    pages = [f"<!-- page {n} -->\n\n## Part {n}\n\n" + f"Words of {n}. " * 400 for n in range(60)]
    article = opened("\n\n".join(pages))
    assert [page.label for page in article.pages] == [str(n) for n in range(60)]
    for page in article.pages:
        assert article.text.startswith(f"Part {page.label}\n", page.start)


@pytest.mark.parametrize(
    "label", ["12", "iv", "A-3", "a--b", "x>y", "--", "", "n\nm", "7" * 60, "-3" * 30]
)
def test_what_is_written_as_a_mark_is_read_as_one(label: str) -> None:
    assert len(labels_in(page_mark(label))) == 1
    assert "\n" not in page_mark(label)


@pytest.mark.parametrize(
    ("label", "read"),
    [("-3", "-3"), ("-iv", "-iv"), ("- 3 -", "3"), ("--3", "-3"), ("-", "?"), ("- - -", "?")],
)
def test_a_label_keeps_the_hyphen_that_it_begins_with(label: str, read: str) -> None:
    assert labels_in(page_mark(label)) == [read]
    assert opened(f"One {page_mark(label)}two.\n").pages[-1].label == read


@pytest.mark.parametrize(
    "comment",
    ["<!-- pages 12 -->", "<!-- a page -->", "<!-- page -->", "<!-- page\n3 -->", "<!-- page --->"],
)
def test_other_comments_are_no_page_marks(comment: str) -> None:
    assert labels_in(comment) == []
