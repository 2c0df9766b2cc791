"""Captions are kept wherever a page has them: in a foot, above its title, hidden from some."""

from __future__ import annotations

from time import process_time

import pytest

from briefing.parsing.importers.html import read_html
from briefing.parsing.importers.page.pictures import without_credit
from tests.parsing.importers.page.test_page import TEXT, page

IMAGE = "<img src=http://a.b/c.jpg>"
SAID = "Seven boats lie in the harbour"


@pytest.mark.parametrize(
    "figure",
    [
        f"<figure>{IMAGE}<footer>{SAID}</footer></figure>",
        f"<figure>{IMAGE}<figcaption><span aria-hidden=true>{SAID}</span></figcaption></figure>",
        f"<figure>{IMAGE}<div class=figure__meta><figcaption>{SAID}</figcaption></div></figure>",
    ],
)
def test_the_caption_of_a_figure_is_its_words(figure: str) -> None:
    assert f"![{SAID}](<http://a.b/c.jpg>)" in read_html(page(figure), "a.html").body


def test_a_figure_above_the_title_of_its_article_opens_it() -> None:
    html = f"""<html lang=en><head><title>The mill</title></head><body><article><header>
    <figure>{IMAGE}<figcaption>{SAID}</figcaption></figure><h1>The mill</h1></header>
    <div>{TEXT * 5}</div></article></body></html>"""
    assert read_html(html, "a.html").body.startswith(f"![{SAID}]")


def test_a_picture_above_the_title_has_the_words_that_are_called_its_caption() -> None:
    html = f"""<html lang=en><head><title>The mill</title></head><body><article>
    <div class=post-image><figure>{IMAGE}<span class=featured-image-caption>{SAID}</span></figure>
    </div><h1>The mill</h1><div>{TEXT * 5}</div></article></body></html>"""
    assert read_html(html, "a.html").body.startswith(f"![{SAID}]")


def test_a_figure_in_a_block_of_a_maker_of_pages_stays() -> None:
    names = "elementor-element elementor-widget elementor-widget-image"
    figure = f"<figure class=wp-caption>{IMAGE}<figcaption>{SAID}</figcaption></figure>"
    html = page(f"{TEXT * 3}<div class='{names}'><div>{figure}</div></div>{TEXT * 3}")
    assert SAID in read_html(html, "a.html").body


def test_figures_of_other_articles_above_a_title_are_none_of_it() -> None:
    other = f"<figure>{IMAGE}<figcaption>{SAID}</figcaption></figure>"
    html = f"""<html lang=en><head><title>The mill</title></head><body><main>
    <div class=x>{other * 2}</div><h1>The mill</h1><div>{TEXT * 5}</div></main></body></html>"""
    assert SAID not in read_html(html, "a.html").body


def test_a_standfirst_is_found_below_a_long_caption_above_the_title() -> None:
    long = "Seven boats lie in the harbour of the town at night, and nobody is on board"
    figure = f"<figure>{IMAGE}<figcaption>{long}</figcaption></figure>"
    lead = "The town bought them in spring, and cannot pay for them now."
    html = f"""<html lang=en><head><title>The mill</title><meta name=description content="{lead}">
    </head><body><article><header>{figure}<h1>The mill</h1><div><div><span>{lead}</span></div></div>
    </header><div>{TEXT * 5}</div></article></body></html>"""
    body = read_html(html, "a.html").body
    assert lead in body
    assert long in body


def test_a_standfirst_that_opens_the_text_below_its_picture_is_not_said_again() -> None:
    lead = "The town bought the boats in spring, and cannot pay for any of them now."
    figure = f"<figure>{IMAGE}<figcaption>{SAID}</figcaption></figure>"
    html = f"""<html lang=en><head><title>The mill</title><meta name=description content="{lead}">
    </head><body><article><h1>The mill</h1>{figure}<div><div><p>{lead}</p><p>{TEXT * 5}</p></div>
    </div></article></body></html>"""
    assert read_html(html, "a.html").body.count(lead) == 1


def test_a_credit_is_looked_for_at_the_end_of_a_line_however_many_signs_it_has() -> None:
    signs = "— (" * 30_000
    begun = process_time()
    assert without_credit(f"{signs}. Photo: Anna Berg") == f"{signs}."
    assert process_time() - begun < 1
