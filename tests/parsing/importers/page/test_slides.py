"""A gallery whose pictures are counted goes, however much it says; a page of one is read."""

from __future__ import annotations

from briefing.parsing.importers.html import read_html
from tests.parsing.importers.page.test_page import SENTENCE, TEXT, page

SLIDES = "".join(
    f"<li><h2>{n}/8 A boat</h2><p>Nobody is on it. {SENTENCE}</p></li>" for n in range(1, 9)
)


def test_a_gallery_in_an_article_goes_though_it_says_more() -> None:
    body = read_html(page(f"<h2>The mast</h2>{TEXT}<ul>{SLIDES}</ul>"), "a.html").body
    assert "Nobody is on it" not in body
    assert "## The mast" in body


def test_a_page_of_nothing_but_a_gallery_is_read() -> None:
    body = f"<body><h1>Boats</h1><ul>{SLIDES}</ul></body>"
    html = f"<html><head><title>Boats</title></head>{body}</html>"
    assert "Nobody is on it" in read_html(html, "a.html").body


def test_a_gallery_is_the_article_of_a_page_with_nothing_else_but_menus_and_scripts() -> None:
    menu = "".join(f"<li><a href=/{n}>Part {n} of the paper of the town</a></li>" for n in range(9))
    script = f"<script>{'boats = 7; ' * 60}</script>"
    inner = f"<nav><ul>{menu}</ul></nav>{script}<h1>Boats</h1><ul>{SLIDES}</ul>"
    html = f"<html><head><title>Boats</title></head><body>{inner}</body></html>"
    assert "Nobody is on it" in read_html(html, "a.html").body
