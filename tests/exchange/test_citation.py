from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from hypothesis import given
from markdown_it import MarkdownIt

from briefing.exchange.citation import cite, reference
from briefing.exchange.origin import Origin, origin_of
from briefing.model.article import Article, PageStart
from briefing.model.front_matter import FrontMatter
from briefing.model.span import Span
from tests.exchange.samples import ARTICLE, ORIGIN, span_of
from tests.exchange.strategies import articles, origins


def test_a_pasted_passage_says_where_it_is_from() -> None:
    assert cite(ARTICLE, span_of("Oltre 11.000 soldati"), ORIGIN) == (
        "“Oltre 11.000 soldati”\n"
        "— Razzi in Russia, section “portata del supporto”, https://example.org/razzi, 2025-05-29"
    )


def test_pasted_into_markdown_it_is_a_quote_and_a_line() -> None:
    assert cite(ARTICLE, span_of("Oltre 11.000 soldati"), ORIGIN, markdown=True) == (
        "> Oltre 11.000 soldati\n"
        "\n"
        "— *Razzi in Russia*, section “portata del supporto”,"
        " [https://example.org/razzi](<https://example.org/razzi>), 2025-05-29"
    )


def test_a_passage_of_a_paged_article_names_its_pages() -> None:
    start = span_of("Oltre 11.000 soldati").start
    paged = replace(ARTICLE, pages=(PageStart("iv", 0), PageStart("1", start + 6)))
    where = "section “portata del supporto”, {}, https://example.org/razzi, 2025-05-29"
    for words, page in (("Oltre", "p. iv"), ("11.000", "p. 1"), ("Oltre 11.000", "pp. iv–1")):
        assert cite(paged, span_of(words), ORIGIN).endswith(where.format(page))


def test_authors_site_and_version_stand_in_a_citation() -> None:
    origin = replace(ORIGIN, authors=("Anna Rossi", "MSMT"), site="Notizie", rev="9f2c" * 16)
    assert cite(ARTICLE, span_of("Oltre 11.000 soldati"), origin).partition("\n")[2] == (
        "— Anna Rossi, MSMT, Razzi in Russia, section “portata del supporto”, Notizie,"
        " https://example.org/razzi, 2025-05-29, version 9f2c9f2c9f2c"
    )


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(ARTICLE, title=None)
    assert reference(bare, span_of("Nel testo"), Origin("razzi")) == "razzi"


def test_the_source_comes_from_the_front_matter() -> None:
    front = FrontMatter(
        source={"file": "a.txt", "url": "https://example.org/a", "retrieved": "2026-01-02T03:04Z"}
    )
    rev = sha256(ARTICLE.text.encode()).hexdigest()
    assert origin_of(ARTICLE, front) == Origin(
        "razzi",
        "https://example.org/a",
        "2026-01-02T03:04Z",
        is_file=False,
        retrieved="2026-01-02T03:04Z",
        rev=rev,
    )
    assert origin_of(ARTICLE, front).day == "2026-01-02"
    assert origin_of(ARTICLE, None, "x/razzi.md") == Origin("x/razzi.md", rev=rev)
    assert origin_of(ARTICLE, FrontMatter(source={"file": "a.txt"})).url is None


@given(articles(), origins)
def test_a_citation_never_carries_an_escape_sequence(article: Article, origin: Origin) -> None:
    span = Span(0, len(article.text))
    for markdown in (False, True):
        written = cite(article, span, origin, markdown=markdown)
        assert all(char in "\n\t" or char.isprintable() or char.isspace() or ord(char) > 0x9F
                   for char in written)  # fmt: skip
        assert "\x1b" not in written


@given(articles(), origins)
def test_a_markdown_citation_has_one_quote_at_most(article: Article, origin: Origin) -> None:
    written = cite(article, Span(0, len(article.text)), origin, markdown=True)
    kinds = [token.type for token in MarkdownIt("commonmark").parse(written)]
    assert set(kinds) <= {
        "blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline",
    }  # fmt: skip
    assert kinds.count("blockquote_open") <= 1
