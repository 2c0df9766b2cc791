"""Headings between a title and the text are parts of the title, or a standfirst."""

from __future__ import annotations

import re

import pytest

from briefing.parsing.importers.html import read_html
from tests.parsing.importers.page.test_page import TEXT

SECTIONS = f"<h2>The mast</h2>{TEXT}<h2>The sail</h2>{TEXT}"


def read(top: str, below: str = SECTIONS, title: str = "Harbour: Seven boats in a row") -> str:
    head = f"<head><title>{title}</title></head>"
    html = f"<html lang=en>{head}<body><article>{top}{TEXT}{below}</article></body></html>"
    return read_html(html, "a.html").body


def headings(body: str) -> list[str]:
    return re.findall(r"(?m)^#+ (.*)", body)


def test_the_kicker_and_the_headline_of_a_title_go_with_it() -> None:
    body = read("<h1>Harbour</h1><h3>Seven boats in a row</h3>")
    assert "Harbour" not in headings(body)
    assert headings(body) == ["The mast", "The sail"]


@pytest.mark.parametrize("line", ["<h3>What the town can pay</h3>", "<h4>THE LONG READ</h4>"])
def test_a_heading_above_the_text_whose_level_no_section_has_is_a_line(line: str) -> None:
    body = read(f"<h1>Harbour: Seven boats in a row</h1>{line}")
    assert headings(body) == ["The mast", "The sail"]
    assert re.sub("<.*?>", "", line) in body


def test_the_only_heading_of_an_article_above_its_text_is_its_standfirst() -> None:
    body = read("<h1>Harbour: Seven boats in a row</h1><h2>What it costs</h2>", below=TEXT)
    assert not headings(body)
    assert body.startswith("What it costs\n")


def test_a_long_heading_of_a_class_of_its_own_is_a_standfirst() -> None:
    long = "The town has bought seven boats, and nobody knows what they are good for"
    top = f"<h1>Harbour: Seven boats in a row</h1><h2 class=lede>{long}</h2>"
    assert headings(read(top)) == ["The mast", "The sail"]
    assert long in headings(read(top.replace(" class=lede", "")))


def test_the_first_section_keeps_its_heading_where_others_have_its_level() -> None:
    top = "<h1>Harbour: Seven boats in a row</h1><h2>The keel</h2>"
    assert headings(read(top)) == ["The keel", "The mast", "The sail"]


def test_a_heading_below_a_text_of_short_sentences_is_one_of_a_section() -> None:
    short = "<p>七艘船停在小镇的港口里，都是本地建造的船只。</p>"
    html = (
        f"<html lang=zh><head><title>港口</title></head><body><article><h1>港口</h1>{short * 4}"
        f"<h2>谁来付钱</h2>{short * 6}</article></body></html>"
    )
    assert headings(read_html(html, "a.html").body) == ["谁来付钱"]


def test_a_heading_of_the_first_level_stays_where_the_page_shows_no_title() -> None:
    assert headings(read("<h1>The keel of it all</h1>", title="Some boats of a town")) == [
        "The keel of it all",
        "The mast",
        "The sail",
    ]


def test_a_title_of_several_blocks_is_one_line() -> None:
    top = """<h1><div><b>Harbour</b></div><span>: </span><b>Seven boats in a row</b>
    <img src=a.jpg alt=""></h1>"""
    assert headings(read(top)) == ["The mast", "The sail"]


def test_what_stands_below_a_title_that_is_shown_twice_is_its_standfirst() -> None:
    title = "<h1>Harbour: Seven boats in a row</h1>"
    again = f"{title}{TEXT}{title}<h4>What the town can pay</h4>"
    assert headings(read(again)) == ["The mast", "The sail"]


def test_a_section_that_ends_with_the_words_of_a_title_is_not_the_title_again() -> None:
    below = f"<h2>Old boats</h2><h3>The tar</h3>{TEXT}<h3>The oar</h3>{TEXT}"
    top = f"<h1>Boats</h1><h2>The keel</h2>{TEXT * 4}"
    assert "The keel" in headings(read(top, below=below, title="Boats"))


@pytest.mark.parametrize(
    "line",
    ["<h2>Choose your boats wisely</h2>", "<div><p class=perex>Choose your boats wisely</p></div>"],
)
def test_what_stands_right_below_a_title_that_is_apart_from_its_text_opens_it(line: str) -> None:
    head = "<head><title>Seven boats in a row</title></head>"
    top = f"<div><h1>Seven boats in a row</h1>{line}</div><ul><li><a href=/s>Share</a></li></ul>"
    html = f"<html lang=en>{head}<body>{top}<div>{TEXT}{SECTIONS}</div></body></html>"
    body = read_html(html, "a.html").body
    assert body.startswith("Choose your boats wisely\n")
    assert headings(body) == ["The mast", "The sail"]


def test_a_heading_above_the_title_heads_nothing() -> None:
    html = f"""<html lang=en><head><title>Seven boats in a row</title></head><body><article>
    <h2 class=rubric>The coast</h2><h1>Seven boats in a row</h1>{TEXT}{SECTIONS}</article></body>"""
    assert headings(read_html(html, "a.html").body) == ["The mast", "The sail"]


def test_a_heading_with_the_class_of_others_is_no_standfirst_for_its_name() -> None:
    below = f"{TEXT}<h3 class=description>The mast</h3>{TEXT}"
    html = f"""<html lang=en><head><title>Seven boats in a row</title></head><body><article>
    <h1>Seven boats in a row</h1><div><h3 class=description>The keel</h3>{below}</div></article>"""
    assert headings(read_html(html, "a.html").body) == ["The keel", "The mast"]


def test_days_that_head_sections_stay_also_at_the_top() -> None:
    days = [f"{day} June 2026" for day in (4, 5, 6)]
    sections = "".join(f"<h2>{day}</h2>{TEXT}" for day in days)
    assert headings(read("<h1>Harbour: Seven boats in a row</h1>", below=sections)) == days


def test_a_mark_in_a_heading_stands_apart_from_its_words() -> None:
    below = (
        f"{TEXT * 6}<h2>The mast<span>8.5/10</span></h2>{TEXT}<h2>The F<span>2</span></h2>{TEXT}"
    )
    assert headings(read("<h1>Harbour: Seven boats in a row</h1>", below=below)) == [
        "The mast 8.5/10",
        "The F2",
    ]


@pytest.mark.parametrize(
    "line", ["Sport|Harbour: Seven boats in a row", "https://harbour.example/2026/boats.html"]
)
def test_what_paper_shows_of_a_title_and_an_address_is_none_of_the_text(line: str) -> None:
    body = read(f"<h1>Harbour: Seven boats in a row</h1><p>{line}</p>")
    assert "Sport" not in body
    assert "harbour.example" not in body


def test_an_address_below_text_is_part_of_it() -> None:
    body = read(f"<h1>Boats</h1>{TEXT}<p>https://harbour.example/form.html</p>")
    assert "https://harbour.example/form.html" in body


def test_an_address_of_another_site_is_part_of_the_text() -> None:
    link = '<link rel="canonical" href="https://town.example/boats.html">'
    line = "<p>https://harbour.example/form.html</p>"
    html = f"<html lang=en><head>{link}</head><body><article><h1>Boats</h1>{line}{TEXT}</article>"
    assert "harbour.example" in read_html(html, "a.html").body


def test_a_hint_of_an_editor_that_is_not_shown_is_none_of_the_text() -> None:
    hint = '<label class="hide-text">Text in this block keeps its lines</label>'
    assert "keeps its lines" not in read(
        "<h1>Boats</h1>", f"<div>{hint}<pre>a\nb</pre></div>{TEXT}"
    )
