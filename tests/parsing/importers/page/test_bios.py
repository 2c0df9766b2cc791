"""A heading below the text that is the name of its author heads what is said of that author."""

from __future__ import annotations

from briefing.parsing.importers.html import read_html
from tests.parsing.importers.page.test_page import SENTENCE, TEXT, data, page

AUTHOR = data('{"@type": "NewsArticle", "headline": "The harbour", "author": {"name": "Annaberg"}}')
BIO = f"<h4>Annaberg</h4><p>She has written of harbours since she was nine. {SENTENCE}</p>"


def read(inner: str, below: str) -> str:
    html = page(inner, head=AUTHOR).replace("</article>", f"{below}</article>")
    return read_html(html, "a.html").body


def test_what_is_said_of_an_author_below_the_name_goes_with_it() -> None:
    body = read(f"<h2>The mast</h2>{TEXT * 3}<h2>The sail</h2>", BIO)
    assert "Annaberg" not in body
    assert "since she was nine" not in body
    assert "## The sail" in body


def test_a_section_that_is_called_as_its_author_stays_where_text_follows() -> None:
    section = f"<h2>Annaberg</h2>{TEXT * 3}<h2>The sail</h2>{TEXT * 4}"
    assert "## Annaberg" in read(f"{TEXT * 6}{section}", "")
