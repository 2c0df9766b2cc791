"""A quotation that a page leaves to the browser has the marks of the language around it."""

from __future__ import annotations

import time

import pytest
from lxml import html

from briefing.parsing.importers.html import read_html
from briefing.parsing.importers.page.quotations import settle_quotations


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "A «\u00a0b “c” d\u00a0»."),
        ("fr-CH", "A «b ‹c› d»."),
        ("it", "A «b “c” d»."),
        ("es-MX", "A «b “c” d»."),
        ("pt", "A «b “c” d»."),
        ("pt-BR", "A “b ‘c’ d”."),
        ("de", "A „b ‚c‘ d“."),
        ("de_CH", "A «b ‹c› d»."),
        ("nl", "A ‘b “c” d’."),
        ("en-GB", "A “b ‘c’ d”."),
        ("sv", "A “b ‘c’ d”."),
        (None, "A “b ‘c’ d”."),
    ],
)
def test_marks_are_those_of_the_language(language: str | None, text: str) -> None:
    root = html.fromstring("<p>A <q>b <q>c</q> d</q>.</p>")
    settle_quotations(root, language)
    assert root.text_content() == text
    assert next(root.iter("q"), None) is None


def test_the_language_around_a_quotation_counts_not_its_own() -> None:
    source = (
        "<div><p lang=de>A <q lang=en>b <q>c</q></q></p><p>A <q>b</q> <q><i>c</i></q></p></div>"
    )
    root = html.fromstring(source)
    settle_quotations(root, "it")
    assert root.text_content() == "A „b ‘c’“A «b» «c»"


def test_marks_stand_around_the_words_of_paragraphs() -> None:
    root = html.fromstring("<div><q><p>A <b>b</b></p><p>c <b>d</b></p></q></div>")
    settle_quotations(root, "it")
    assert [one.text_content() for one in root.iter("p")] == ["«A b", "c d»"]


def test_a_page_is_read_with_the_marks_of_its_language() -> None:
    words = f"<p>{'Les bateaux sont rentrés au port et la ville en est contente. ' * 5}</p>"
    page = f"<html lang=fr><body><article><h1>Le <q>port</q></h1>{words}{words}"
    page += "<p>Elle a dit <q>non, <q>jamais</q></q>.</p></article></body></html>"
    draft = read_html(page, "a.html")
    assert draft.title == "Le «\u00a0port\u00a0»"
    assert "Elle a dit «\u00a0non, “jamais”\u00a0»." in draft.body


def test_a_page_of_nothing_but_quotations_is_read_at_once() -> None:
    root = html.fromstring(f"<p>{'<q>a</q> b ' * 20_000}</p>")
    began = time.perf_counter()
    settle_quotations(root, "de")
    assert time.perf_counter() - began < 2
