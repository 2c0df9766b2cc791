"""What heads a box in the flow of an article heads none of its sections."""

from __future__ import annotations

from time import process_time

import pytest

from briefing.parsing.importers.html import read_html
from tests.parsing.importers.page.test_page import SENTENCE, TEXT, page

BOX = f"<h3>What the harbour costs</h3><p>{SENTENCE}</p>"
SECTIONS = f"<h2>The mast</h2>{TEXT}{TEXT}"


def read(inner: str) -> str:
    return read_html(page(f"{SECTIONS}{inner}{TEXT}<h2>The sail</h2>{TEXT}"), "a.html").body


@pytest.mark.parametrize("box", ["<div>{}</div>", "<section class=x7><div>{}</div></section>"])
def test_the_heading_of_a_box_between_paragraphs_is_a_line_in_bold(box: str) -> None:
    body = read(box.format(BOX))
    assert "**What the harbour costs**" in body
    assert "## The sail" in body


@pytest.mark.parametrize("name", ["factbox", "c-info-box", "reader-poll", "inline chart"])
def test_what_is_called_a_box_is_one_wherever_it_stands(name: str) -> None:
    body = read_html(page(f"{TEXT}<div class='{name}'>{BOX}</div><h2>The sail</h2>"), "a.html").body
    assert "**What the harbour costs**" in body


def test_sections_that_stand_in_elements_of_their_own_keep_their_headings() -> None:
    sections = "".join(f"<div><h2>Boat {n}</h2>{TEXT}</div>" for n in "abc")
    body = read_html(page(sections), "a.html").body
    assert all(f"## Boat {n}" in body for n in "abc")


def test_boxes_that_an_article_is_made_of_keep_their_headings() -> None:
    boxes = "".join(f"<div class=info-box><h3>Boat {n}</h3>{TEXT}</div>" for n in "abc")
    body = read_html(page(boxes), "a.html").body
    assert all(f"## Boat {n}" in body for n in "abc")


def test_a_section_with_all_of_its_text_is_no_box() -> None:
    long = f"<div><h2>What the harbour costs</h2>{TEXT * 20}</div>"
    assert "## What the harbour costs" in read(long)


def test_a_heading_in_the_caption_of_a_figure_heads_no_section() -> None:
    figure = "<figure><img src=a.jpg><figcaption><h2>The town by night</h2></figcaption></figure>"
    assert "## The town by night" not in read(figure)


def test_a_box_below_the_text_is_known_by_what_stands_before_its_colon() -> None:
    html = page(TEXT * 4).replace(
        "</article>", f"<h2>Newsletter: The harbour</h2><p>{SENTENCE}</p></article>"
    )
    assert "Newsletter" not in read_html(html, "a.html").body


def test_a_page_of_empty_headings_is_read_in_time() -> None:
    inner = f"<p>{SENTENCE * 400}</p><div>{'<div><h2></h2></div>' * 2_000}</div>"
    before = process_time()
    assert "## The sail" in read(inner)
    assert process_time() - before < 2.0


@pytest.mark.parametrize("heading", ["More from The Harbour:", "Mehr von der Zeitung"])
def test_a_box_below_the_text_is_known_by_how_its_heading_begins(heading: str) -> None:
    html = page(TEXT * 4).replace("</article>", f"<h2>{heading}</h2><p>{SENTENCE}</p></article>")
    assert heading not in read_html(html, "a.html").body


@pytest.mark.parametrize("heading", ["Más de 3.000 barcos", "Mais de 3.000 barcos"])
def test_a_heading_that_says_more_than_so_many_begins_no_box(heading: str) -> None:
    last = f"<h2>{heading}</h2><p>They are at sea. {SENTENCE}</p>"
    html = page(TEXT * 4).replace("</article>", f"{last}</article>")
    assert f"## {heading}" in read_html(html, "a.html").body


def test_a_box_below_sections_with_headings_like_its_own_goes() -> None:
    last = f"<h2>More from The Harbour</h2><p>They are at sea. {SENTENCE}</p>"
    html = page(f"<h2>The mast</h2>{TEXT * 4}").replace("</article>", f"{last}</article>")
    assert "at sea" not in read_html(html, "a.html").body


def test_boxes_are_sections_where_several_of_a_kind_are_all_that_an_article_has() -> None:
    inner = "".join(f"{TEXT}<div><h2>Boat {n}</h2><p>{n} {SENTENCE}</p></div>" for n in "ab")
    body = read_html(page(f"{inner}{TEXT}"), "a.html").body
    assert all(f"## Boat {n}" in body for n in "ab")


def test_headings_of_offers_in_one_box_between_paragraphs_are_none() -> None:
    offers = "".join(
        f"<div class=w{n}><h2>{name}</h2><p>All that the harbour has to say, each week.</p></div>"
        for n, name in enumerate(("Read the Harbour", "Letters from the mill"))
    )
    inner = f"{TEXT}<h3>The mast</h3>{TEXT}<div id=offers>{offers}</div>{TEXT}"
    body = read_html(page(inner), "a.html").body
    assert "**Read the Harbour**" in body
    assert "**Letters from the mill**" in body
    assert "### The mast" in body


FLOW = f"<div class=text>{TEXT * 2}</div>"


@pytest.mark.parametrize("line", ["<p class='name x3'>{}</p>", "<p><b>{}</b></p>", "<b>{}</b>"])
def test_a_line_that_begins_a_box_is_no_heading(line: str) -> None:
    boxes = "".join(
        f"{FLOW}<div class=side><div>{line.format(name)}<div class=note><p>{SENTENCE}</p></div>"
        "</div></div>"
        for name in ("What the harbour costs", "What the mill costs")
    )
    html = page("").replace("</article>", f"{boxes}{FLOW}</article>")
    body = read_html(html, "a.html").body
    assert "What the mill costs" in body
    assert "#" not in body


@pytest.mark.parametrize("heading", ["<h2>{}</h2>", "<p><strong>{}</strong></p>"])
def test_the_heading_of_a_box_at_the_end_is_a_line_in_bold(heading: str) -> None:
    said = heading.format("Stand by the harbour")
    box = f"<div class=x8><div>{said}<p>We are free for all, as long as you give.</p></div></div>"
    html = page("").replace("</article>", f"{TEXT}<p><b>The mast</b></p>{TEXT}{box}</article>")
    body = read_html(html, "a.html").body
    assert "**Stand by the harbour**" in body
    assert "## The mast" in body


def test_the_last_of_several_sections_in_elements_of_their_own_is_no_box() -> None:
    sections = "".join(f"<div class=s><h2>Boat {n}</h2><p>{SENTENCE}</p></div>" for n in "abc")
    html = page("").replace("</article>", f"{TEXT * 2}{sections}</article>")
    assert "## Boat c" in read_html(html, "a.html").body


def test_an_advert_between_paragraphs_has_no_heading_though_sections_have_its_kind() -> None:
    advert = "<div id=x9><div><p>Harbour days</p><h2>Come and see us</h2><p>3 May</p></div></div>"
    body = read(f"{advert}{TEXT}")
    assert "**Come and see us**" in body
    assert "## The mast" in body


def test_a_recipe_between_paragraphs_keeps_its_headings() -> None:
    parts = "".join(f"<h3>{name}</h3><p>{SENTENCE}</p>" for name in ("What it takes", "The way"))
    assert "### The way" in read(f"<div class=recipe><h2>The soup</h2>{parts}</div>")


def test_a_number_above_what_it_counts_is_no_heading_and_a_year_above_a_sentence_is_one() -> None:
    body = read(f"<h2>7</h2><br><p>boats are at sea</p><h2>2019</h2><p>{SENTENCE}</p>")
    assert "**7**" in body
    assert "## 2019" in body
