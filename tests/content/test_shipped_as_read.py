"""The article that ships, as the program reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.model.article import Article
from briefing.model.front_matter import FrontMatter
from briefing.parsing.reading import open_document
from briefing.storage.sources import load_source

CASES = Path(__file__).parents[1] / "cases"
TRUTH: dict[str, Any] = yaml.safe_load((CASES / "seed_truth.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def article() -> Article:
    return _open()[0]


@pytest.fixture(scope="module")
def front() -> FrontMatter:
    return _open()[1]


def _open() -> tuple[Article, FrontMatter]:
    source = load_source(None)
    document = open_document(source.text, name=source.name, where=str(source.path))
    assert document.faults == ()
    return document.article(), document.front_matter


def test_the_reader_sees_every_word_of_the_source_once(article: Article) -> None:
    lines = [sentence["text"] for sentence in TRUTH["sentences"]]
    title, repeated, *body, residue = lines
    assert article.text.split("\n")[0] == title == repeated
    assert " ".join(article.text.split()) == " ".join(" ".join([title, *body]).split())
    assert residue not in article.text


def test_the_outline_is_that_of_the_source(article: Article) -> None:
    assert article.title == TRUTH["title"]["text"]
    assert article.language == "it"
    given = [(section.heading, section.level) for section in article.sections]
    wanted = [section["heading"] for section in TRUTH["sections"]]
    assert given == [(heading, 2 if heading else 0) for heading in wanted]


def test_no_statement_of_the_editor_is_lost_on_the_way_in(front: FrontMatter) -> None:
    assert 4 <= len(front.summary) <= 6
    assert len(front.figures) == 8
    assert len(front.checks) == 4
    assert [len(found.items) for found in front.lists] == [11, 3]
    assert len(front.remarks) >= 20
    assert front.extra == {}


def test_every_quote_is_in_the_reading_text(article: Article, front: FrontMatter) -> None:
    quotes = [point.quote for point in front.summary]
    quotes += [figure.quote for figure in front.figures]
    quotes += [remark.quote for remark in front.remarks]
    quotes += [item.quote for found in front.lists for item in found.items if item.quote]
    assert None not in quotes
    missing = [
        quote
        for quote in quotes
        if quote and quote.before + quote.exact + quote.after not in article.text
    ]
    assert missing == []


def test_every_check_names_figures_and_lists_that_are_there(front: FrontMatter) -> None:
    figures = {figure.quote.exact for figure in front.figures if figure.quote}
    titles = {found.title for found in front.lists}
    for check in front.checks:
        named = {*getattr(check, "parts", ()), getattr(check, "part", check.equals), check.equals}
        assert named <= figures
        assert getattr(check, "list_title", None) in {None, *titles}
