from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from briefing.exchange.markdown_notes import export
from briefing.exchange.origin import Origin
from briefing.exchange.placing import place
from briefing.exchange.visible import one_line
from briefing.model.article import Article
from briefing.model.note import Conflict, Note
from tests.exchange.samples import ARTICLE, CASES, MATCHES, NOTES, ORIGIN
from tests.exchange.strategies import noted_articles, origins

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
"""A reader that takes everything for markup that it can, HTML too."""

OURS = {
    "heading_open", "heading_close", "paragraph_open", "paragraph_close", "blockquote_open",
    "blockquote_close", "inline", "hr", "text", "text_special", "hardbreak", "softbreak",
    "strong_open", "strong_close", "em_open", "em_close", "link_open", "link_close",
}  # fmt: skip
"""What the export itself writes."""


def flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from flat(token.children or [])


def shown(tokens: list[Token]) -> str:
    """The words of some tokens, with single spaces."""
    words = (
        token.content if token.type in {"text", "text_special"} else "\n"
        for token in flat(tokens)
        if token.type in {"text", "text_special", "hardbreak", "softbreak", "paragraph_close"}
    )
    return " ".join("".join(words).split())


def between(tokens: list[Token], kind: str) -> list[str]:
    """The words inside each block of a kind."""
    found, start = [], 0
    for index, token in enumerate(tokens):
        if token.type == f"{kind}_open":
            start = index
        elif token.type == f"{kind}_close":
            found.append(shown(tokens[start:index]))
    return found


def plain(text: str) -> str:
    return one_line(text)


@given(noted_articles(), origins)
def test_no_text_of_a_note_or_an_article_acts_as_markup(
    case: tuple[Article, list[Note]], origin: Origin
) -> None:
    article, notes = case
    tokens = READER.parse(export(article, notes, {}, origin))
    assert {token.type for token in flat(tokens)} <= OURS
    marks = [token.type for token in flat(tokens)]
    assert marks.count("strong_open") == len(notes)
    addresses = {token.attrs["href"] for token in flat(tokens) if token.type == "link_open"}
    ties = sum(note.about is not None for note in notes)
    assert len(addresses) <= len(notes) + ties + (origin.url is not None)


@given(noted_articles(), origins)
def test_every_quote_comment_and_heading_is_shown_as_it_was_written(
    case: tuple[Article, list[Note]], origin: Origin
) -> None:
    article, notes = case
    tokens = READER.parse(export(article, notes, {}, origin))
    placed, orphans = place(article, notes, {})
    order = [one.note for one in (*placed, *orphans)]
    quotes = [plain(note.quote) for note in order]
    assert between(tokens, "blockquote") == [quote for quote in quotes if quote]
    page = shown(tokens)
    for note in notes:
        assert plain(note.text) in page
    assert between(tokens, "heading")[0] == plain(f"Notes on “{article.title or article.name}”")


@given(noted_articles(), origins)
def test_nothing_in_the_file_acts_on_a_terminal(
    case: tuple[Article, list[Note]], origin: Origin
) -> None:
    article, notes = case
    written = export(article, notes, {}, origin)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", written)
    written.encode("utf-8")


def test_the_document_reads_like_this() -> None:
    example = (CASES / "notes.md").read_text("utf-8")
    assert export(ARTICLE, NOTES, MATCHES, ORIGIN) == example


def test_an_address_with_spaces_and_brackets_still_links() -> None:
    origin = Origin("notes/a (b) <c>.md")
    tokens = READER.parse(export(ARTICLE, NOTES[:1], MATCHES, origin))
    links = [token.attrs["href"] for token in flat(tokens) if token.type == "link_open"]
    assert links == ["notes/a%20%28b%29%20%3Cc%3E.md#note-k3q9m2vxt7"]
    assert one_line("a (b) <c>.md#note-k3q9m2vxt7") in shown(tokens)


def test_an_article_without_a_file_is_named_and_not_linked() -> None:
    written = export(ARTICLE, NOTES[:1], MATCHES, replace(ORIGIN, is_file=False))
    hrefs = [t.attrs["href"] for t in flat(READER.parse(written)) if t.type == "link_open"]
    assert not [href for href in hrefs if "note-" in str(href)]
    assert NOTES[0].id in written


def test_both_sides_of_a_dispute_are_shown() -> None:
    lost = Conflict("text", "Read *grenades*.", "bea", "2026-11-22T09:00:00Z")
    disputed = replace(NOTES[0], conflicts=(lost,))
    page = shown(READER.parse(export(ARTICLE, [disputed], MATCHES, ORIGIN)))
    assert plain(disputed.text) in page
    assert "In dispute: bea wrote for “text”: Read *grenades*." in page
