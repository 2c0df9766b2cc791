"""What stands between a title and the text opens the article: pictures and a standfirst."""

from __future__ import annotations

import pytest

from briefing.parsing.importers.html import read_html
from tests.parsing.importers.page.test_page import TEXT

TITLE = "Seven boats in a row"
LEAD = "The town bought all of them in spring and has no money left to sail them anywhere"
SAID = "The harbour at dawn, seen from the old mill"
IMAGE = "<img src=http://a.b/c.jpg alt=boats>"
PICTURE = f'![{SAID}](<http://a.b/c.jpg> "boats")'


def read(between: str, *, above: str = "", inside: str = "", data: str = "") -> str:
    """The body of a page that has something between its title and its text."""
    return read_html(
        f"""<html lang=en><head><title>{TITLE}</title>{data}</head><body><main>{above}
        <div class=top><h1>{TITLE}</h1></div>{between}
        <div class=body>{inside}{TEXT * 4}</div></main></body></html>""",
        "a.html",
    ).body


@pytest.mark.parametrize(
    "markup",
    [
        f"<div><p>{LEAD}</p></div>",
        f"<div><div class=a7><span>{LEAD}</span></div></div>",
        f"<div class=x><h2 class=y>{LEAD}</h2></div><div>By Anna Berg</div>",
        f"<div>4 June 2026, 10:15</div><p>{LEAD}.</p>",
    ],
)
def test_a_line_between_title_and_text_is_the_standfirst_whatever_it_is_called(
    markup: str,
) -> None:
    assert read(markup).startswith(LEAD)


@pytest.mark.parametrize(
    "markup",
    [
        f"<div class=author-bio><p>{LEAD}</p></div>",
        f"<aside><p>{LEAD}</p></aside>",
        f"<div><a href=/other><p>{LEAD}</p></a></div>",
        f"<div class=newsletter><p>{LEAD}</p></div>",
        "<div><p>Seven boats lie in a row, and in a row are seven boats in all</p></div>",
        "<div><p>Updated on 4 June 2026 at 10:15 by the desk for foreign affairs</p></div>",
    ],
)
def test_other_lines_between_title_and_text_stay_out(markup: str) -> None:
    assert read(markup).startswith(read("")[:40])


def test_a_heading_of_the_kind_that_sections_have_is_no_standfirst() -> None:
    other = f"<h2>The keel of all seven boats</h2>{TEXT}"
    body = read("<div><h2>The mast of all seven boats</h2></div>", inside=f"{TEXT}{other}")
    assert not body.startswith("The mast")


def test_a_standfirst_is_found_above_a_text_whose_first_words_are_a_caption() -> None:
    long = "Seven boats lie in the harbour of the town at night, and nobody is on board"
    above = f"<div>{IMAGE}<p class=image-text>{long}</p></div>"
    body = read(f"<div><p>{LEAD}</p></div>", above=above)
    assert LEAD in body


@pytest.mark.parametrize(
    "markup",
    [
        f"<figure>{IMAGE}<figcaption>{SAID}</figcaption></figure>",
        f"<div class=photo><div>{IMAGE}</div><p>{SAID}</p></div>",
        f"<div><a href=/c.jpg>{IMAGE}</a><div class=image-caption>{SAID}</div></div>",
        f"<div class=photo>{IMAGE}<p>{SAID}</p><p class=credit>Anna Berg</p></div>",
        f"<div class=photo>{IMAGE}<p>{SAID}</p><p>Photo: Anna Berg</p></div>",
        f"<div class=photo><noscript>{IMAGE}</noscript>{IMAGE}<p>{SAID}</p></div>",
        f"<div class=photo>{IMAGE}<p class=caption><i>{SAID}</i> <b>{SAID}</b></p></div>",
    ],
)
def test_the_words_beside_a_picture_above_the_text_are_its_caption(markup: str) -> None:
    assert read(f"<div class=wide>{markup}</div>").startswith(f"{PICTURE}\n")


@pytest.mark.parametrize(
    "markup",
    [
        f"<div class=author>{IMAGE}<p>{SAID}</p></div>",
        f"<div class=image><a href=/other>{IMAGE}<p>{SAID}</p></a></div>",
        f"<div class=photo>{IMAGE}<p>Photo: Anna Berg</p></div>",
        f"<div class=video-player>{IMAGE}<p>{SAID}</p></div>",
        f"<div class=picture>{IMAGE}<div class=video-play-content><p>{SAID}</p></div></div>",
        f"<div class=photo><img src=/icons/print.png><p>{SAID}</p></div>",
        f"<div class=photo>{IMAGE}<p>0:45 {SAID}</p></div>",
    ],
)
def test_other_pictures_above_the_text_stay_out(markup: str) -> None:
    assert read(f"<div class=wide>{markup}</div>").startswith(read("")[:40])


def test_a_caption_outside_of_a_figure_takes_the_place_of_what_stands_for_its_picture() -> None:
    body = read("", inside=f"<div class=photo>{IMAGE}</div><div class=photo-text>{SAID}</div>")
    assert body.count(SAID) == 1
    markup = f"<div class=mediabox>{IMAGE}<div class=line-caption>{SAID}</div></div>"
    assert PICTURE in read("", inside=markup)


def test_a_caption_that_stood_as_a_line_of_text_is_said_once() -> None:
    markup = f"<div class=image-description>{SAID}</div>"
    body = read(f"<div class=picture>{IMAGE}{markup}</div>")
    assert body.startswith(f"{PICTURE}\n")
    assert body.count(SAID) == 1


def test_the_caption_above_the_title_of_an_article_is_kept_outside_of_its_head() -> None:
    figure = f"<figure>{IMAGE}<figcaption>{SAID}</figcaption></figure>"
    html = f"""<html lang=en><head><title>{TITLE}</title></head><body><article>{figure}
    <header><h1>{TITLE}</h1></header><div>{TEXT * 4}</div></article></body></html>"""
    assert read_html(html, "a.html").body.startswith(f"{PICTURE}\n")


def test_a_page_of_many_pictures_above_its_text_is_soon_read() -> None:
    signs = "<img width=16 src=/s.png>" * 3000
    photos = "<div class=photo><img src=/p.jpg></div>" * 3000
    assert read(f"<div>{signs}{photos}</div>").startswith(read("")[:40])


def test_words_of_a_gallery_are_no_standfirst() -> None:
    slide = f"<div class=slide><img src=/p.jpg><p class=slide-description>{LEAD}.</p></div>"
    assert read(f"<div class=gallery>{slide * 2}</div>").count(f"\n{LEAD}") == 0


def test_which_picture_of_a_gallery_it_is_is_no_part_of_its_caption() -> None:
    body = read(f"<div class=gallery><div>{IMAGE}<p class=caption>1/2 {SAID}</p></div></div>")
    assert body.startswith(f"{PICTURE}\n")


def test_a_standfirst_that_the_text_quotes_is_said_above_it() -> None:
    quote = "Nobody of us has ever sailed a boat like this"
    body = read(f"<p class=summary>{quote}</p>", inside=f"<p>“{quote}”, they say. {LEAD}.</p>")
    assert body.startswith(f"{quote}\n")


def test_what_stands_below_a_title_with_a_kicker_in_it_is_found() -> None:
    head = f"<h2><span>Harbour news</span> {TITLE}</h2><p class=intro>{LEAD}</p>"
    html = f"""<html lang=en><head><title>{TITLE}</title></head><body><main><div>{head}</div>
    <div>{TEXT * 4}</div></main></body></html>"""
    assert read_html(html, "a.html").body.startswith(LEAD)


def test_a_picture_behind_sources_that_have_no_end_is_kept() -> None:
    picture = f"<picture><source srcset=/a.webp><source srcset=/b.webp>{IMAGE}</picture>"
    figure = f"<figure>{picture}<figcaption>{SAID}</figcaption></figure>"
    assert PICTURE in read("", inside=f"{TEXT}{figure}")


def test_words_of_buttons_beside_a_picture_are_no_caption() -> None:
    links = "<a href=#recipe>Go to the recipe</a> <a href=#print>Print it at once</a>"
    assert read(f"<div class=photo>{IMAGE}<p>{links}</p></div>").startswith(read("")[:40])


def test_a_standfirst_that_begins_like_the_text_is_kept_and_the_same_text_is_said_once() -> None:
    begun = "The town bought seven boats in spring and has no money left, as everybody knows"
    text = f"<p>{begun}. {LEAD}.</p>"
    assert read(f"<p class=summary>{begun} by now.</p>", inside=text).startswith(f"{begun} by now")
    whole = f"<div class=summary><span>{begun}. {LEAD}.</span></div>"
    assert read(whole, inside=text).count(begun) == 1


def test_words_that_are_called_the_text_of_a_picture_are_its_caption() -> None:
    line = f"<p class=img-desc-box><span class=img-desc>{SAID}</span></p>"
    assert PICTURE in read("", inside=f"{TEXT}<div>{IMAGE}{line}</div>")


@pytest.mark.parametrize(
    ("address", "is_caption"),
    [("/c.jpg?w=900", True), ("http://a.b/c.jpg", True), ("http://[a", False), ("/c", False)],
)
def test_a_caption_may_lead_to_its_picture_alone(address: str, is_caption: bool) -> None:
    link = f"<a href='{address}'>{IMAGE}</a><a href='{address}'><span>{SAID}</span></a>"
    assert read(f"<div class=photo>{link}</div>").startswith(PICTURE) is is_caption


def test_a_short_sentence_right_below_the_title_opens_the_text() -> None:
    html = f"""<html lang=en><head><title>{TITLE}</title></head><body><main><div><h1>{TITLE}</h1>
    <p>“Nobody of us was asked.”</p></div><div>{TEXT * 4}</div></main></body></html>"""
    assert read_html(html, "a.html").body.startswith("“Nobody of us was asked.”")


def test_a_standfirst_may_have_all_the_words_of_its_title_and_a_style_sheet() -> None:
    long = f"{TITLE}: that is what the town has bought this spring, though it has no money left"
    body = read(f"<div><div class=box><style>.a {{ color: red }}</style>{long}</div></div>")
    assert body.startswith(long)


@pytest.mark.parametrize(
    "words",
    [
        "a quay of 20 m<sup>2</sup>",
        "12 tonnes of CO<sub>2</sub>",
        "a sum of 10<sup>6.5</sup> crowns",
        "<del>twelve</del> <ins>fourteen</ins> of the boats",
        'many boats<a href="#fn1"><sup>1</sup></a>',
        'many boats<sup class="ref"><a href="#fn1">1</a></sup>',
    ],
)
def test_the_first_paragraph_stands_once_whatever_is_raised_or_struck_out_in_it(words: str) -> None:
    html = f"""<html lang=en><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>
    <h2>The harbour</h2><p>The town has {words} and the mayor wants to sell, she said on Monday.</p>
    <h2>The mill</h2>{TEXT}</article></body></html>"""
    body = read_html(html, "a.html").body
    assert body.startswith("## The harbour")
    assert body.count("she said on Monday") == 1


def test_a_title_that_the_page_data_write_without_lowered_digits_is_said_once() -> None:
    html = f"""<html lang=en><head><title>The CO2 of boats in the harbour</title></head><body>
    <article><h1>The CO<sub>2</sub> of boats in the harbour</h1>{TEXT * 4}</article></body>"""
    assert "of boats in" not in read_html(html, "a.html").body


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><th>Year<th>Boats<tr><td>2024<td>1,391<tr><td>2025<td>1,455",
        "<tr><th>Town<th>2024<th>2025<tr><td>Hull<td>3<td>4<tr><td>York<td>5<td>6",
        "<tr><th>€ million<th>2024<th>2025<tr><td>Sales<td>3<td>4",
        "<tr><th>Day<th>Boat<tr><td>4 June 2026<td>Anna Berg<tr><td>5 June 2026<td>Carl Dahl",
        "<tr><th>Share<th>Print<tr><td>2<td>3",
    ],
)
@pytest.mark.parametrize("above", ["", TEXT, f"<h2>In figures</h2>{TEXT}"])
def test_a_table_near_the_title_stays_though_it_has_days_names_or_years(
    rows: str, above: str
) -> None:
    html = f"""<html lang=en><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>
    {above}<table>{rows}</table>{TEXT}</article></body></html>"""
    read = read_html(html, "a.html")
    assert read.body.count("\n| ") + read.body.startswith("| ") == rows.count("<tr>") + 1
    assert read.dropped == ()
