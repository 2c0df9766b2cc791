"""Boxes that ask readers for something are no part of an article, and boxes with facts are."""

from __future__ import annotations

import pytest

from briefing.parsing.importers.html import read_html
from tests.parsing.importers.page.test_page import SENTENCE, TEXT, page

FACTS = "<p>The harbour has seven berths, and nine boats.</p>"


def with_box(tag: str, inner: str) -> str:
    """What a page with such a box between its paragraphs becomes."""
    box = f"<{tag}>{inner}</{tag.split(maxsplit=1)[0]}>"
    return read_html(page(TEXT * 6 + box + TEXT * 6), "a.html").body


@pytest.mark.parametrize(
    "tag", ["div class=factbox", "div class='info-box wide'", "section class=promo"]
)
def test_a_box_that_begins_with_what_it_asks_for_goes(tag: str) -> None:
    asks = "<h3>Boats by mail</h3><p>Sign up for our letter about boats.</p>"
    assert "Boats by mail" not in with_box(tag, asks + FACTS)


def test_a_box_with_facts_stays_whatever_it_asks_for_at_its_end() -> None:
    asks = "<p>Sign up for our letter about boats.</p>"
    body = with_box("div class=factbox", f"<h3>Boats in short</h3>{FACTS * 6}{asks}")
    assert "nine boats" in body


def test_a_box_without_a_heading_or_with_much_text_stays() -> None:
    asks = "<p>The sign on the quay says that one may sign up for our letter.</p>"
    assert "the quay" in with_box("div class=text-box", asks)
    assert "the quay" in with_box(
        "div class=text-box", f"<h3>Boats</h3>{asks}<p>{SENTENCE * 40}</p>"
    )
