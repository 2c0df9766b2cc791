"""Whole articles come through: however a page is built, closed or named."""

from __future__ import annotations

import pytest

from briefing.parsing.importers.html import read_html
from tests.parsing.importers.page.test_page import SENTENCE, TEXT, page

LINKED = f"<p>{SENTENCE}<a href=/report>The whole of the report on it is here.</a> {SENTENCE}</p>"


def test_a_button_that_is_never_closed_does_not_swallow_the_page() -> None:
    menu = "<header role=banner><button class=menu><div><svg></svg><div></button></header>"
    html = page("<p>The last of them is home.</p>").replace("<article>", f"{menu}<article>")
    assert "The last of them is home." in read_html(html, "a.html").body


@pytest.mark.parametrize(
    "heading",
    [
        "<h2 id=what-is-social-trade>What is social trade?</h2>",
        "<h2 class=styles_header__a1>What is social trade?</h2>",
        "<h2><div id=part-1></div><strong>What is social trade?</strong></h2>",
        "<h2><a id=part-1><strong>What is social trade?</strong></a></h2>",
    ],
)
def test_a_heading_is_one_whatever_its_marks_are_called(heading: str) -> None:
    written = read_html(page(f"{heading}{TEXT}"), "a.html").body
    assert "\n\n## What is social trade?\n\n" in written


def test_an_entry_whose_heading_is_only_led_to_stays() -> None:
    entry = "<div><h2><a id=1>The <b>first</b> boat</a></h2><p>Length: 12 m</p></div>"
    written = read_html(page(f"{entry}{TEXT}"), "a.html").body
    assert "## The first boat\n\nLength: 12 m" in written


def test_running_text_with_a_long_link_in_it_stays() -> None:
    written = read_html(page(f"<div class=box>{LINKED}</div>"), "a.html").body
    assert "The whole of the report" in written


def test_running_text_that_is_called_a_header_stays() -> None:
    opening = f"<section class=listicle-header>{TEXT * 4}<p>It began in May.</p></section>"
    assert "It began in May." in read_html(page(opening), "a.html").body


def test_the_sections_of_a_page_that_is_built_of_blocks_are_one_article() -> None:
    first, *others = (
        f"<div class=row><div class=cell><h2>Part {n}</h2>{TEXT * 2}</div></div>" for n in (1, 2, 3)
    )
    html = (
        page("").replace(TEXT, "").replace("<article>", "<main>").replace("</article>", "</main>")
    )
    blocks = "".join((first, *(f"<section>{other}</section>" for other in others)))
    written = read_html(html.replace("</main>", f"{blocks}</main>"), "a.html").body
    assert [f"## Part {n}" in written for n in (1, 2, 3)] == [True, True, True]


@pytest.mark.parametrize("player", ["audio", "video"])
def test_what_stands_for_a_player_is_no_text(player: str) -> None:
    shown = f"<{player} src=a><p>Your browser does not support {player}.</p></{player}>"
    draft = read_html(page(shown), "a.html")
    assert "Your browser" not in draft.body
    assert draft.dropped == ()


def parts(*inner: str) -> str:
    """A page whose title stands above an article of several parts."""
    return (
        "<html><head><title>The harbour of the town</title></head><body>"
        f"<h1>The harbour of the town</h1><article>{''.join(inner)}</article></body></html>"
    )


def test_what_opens_an_article_in_a_part_of_its_own_is_text() -> None:
    opening = f"<div class=a1><p>It began in May, when nobody looked. {SENTENCE * 2}</p></div>"
    html = parts(opening, "<div class=a2><a href=/x>Boats</a></div>", f"<div>{TEXT * 12}</div>")
    body = read_html(html, "a.html").body
    assert body.startswith("It began in May")


def test_sections_with_headings_of_the_first_level_are_one_article() -> None:
    sections = "".join(f"<section><h1>Part {n}</h1>{TEXT * n}</section>" for n in (1, 2, 6))
    html = parts(sections).replace("<h1>The", "<nav></nav><p></p><h1>The", 1)
    html = html.replace("<article>", "<article><h1>The harbour of the town</h1>", 1)
    body = read_html(html, "a.html").body
    assert [f"Part {n}" in body for n in (1, 2, 6)] == [True, True, True]


def test_lists_without_sentences_are_text_where_a_page_has_little_else() -> None:
    entries = "".join(f"<p>Pages {n}-{n + 8}: hinges, handles and locks</p>" for n in range(20))
    html = parts(f"<div><div>{TEXT}</div></div><div><div>{entries}</div></div>")
    assert "Pages 19-27" in read_html(html, "a.html").body


@pytest.mark.parametrize("name", ["sidebar-grid__container", "container container-sidebar"])
def test_a_layout_that_has_room_for_a_sidebar_is_none(name: str) -> None:
    rows = f"<div class='{name}'><div>{TEXT * 2}<p>It began in May.</p></div></div>{TEXT * 8}"
    assert "It began in May." in read_html(page(rows), "a.html").body


def test_a_part_that_tells_of_something_promoted_is_no_advert() -> None:
    part = "<div class=slide id=the-mayor-promoted-it><p>It was in May, on the quay.</p></div>"
    assert "in May" in read_html(page(part + TEXT * 4), "a.html").body


def test_a_paragraph_that_is_not_read_aloud_is_shown() -> None:
    shown = f"<p class=paywall aria-hidden=true>It began in May. {SENTENCE}</p>"
    assert "It began in May." in read_html(page(shown), "a.html").body


def test_a_sentence_around_a_long_link_is_text() -> None:
    sentence = (
        "<div class=b><p>In 2008 it <a href=/x>said that boats could come back</a>.</p></div>"
    )
    teaser = (
        "<div class=b><p><a href=/x>It said that the boats could come back in May</a>.</p></div>"
    )
    assert "In 2008 it" in read_html(page(sentence + TEXT), "a.html").body
    assert "in May" not in read_html(page(teaser + TEXT), "a.html").body


def test_a_list_whose_marks_are_pictures_is_text() -> None:
    mark = "<img src=/check.svg alt=check-circle width=20 height=20>"
    entries = "".join(
        f"<li>{mark}The {n} boat came home in May, with all its crew.</li>"
        for n in ("first", "second", "third")
    )
    body = read_html(page(f"<section><ul class=l>{entries}</ul></section>"), "a.html").body
    assert "- The second boat" in body
    assert "check" not in body


def test_running_text_in_the_header_of_a_section_stays() -> None:
    header = "<div class=part-header><h2>The mill</h2><div>It was sold in May, to a new owner. \
        It has not been used since then, she said.</div></div>"
    body = read_html(page(f"<section>{header}{TEXT}</section>"), "a.html").body
    assert "sold in May" in body


@pytest.mark.parametrize(
    ("name", "is_text"),
    [
        ("intro-body__premium hidden", False),
        ("d-none article-content", False),
        ("hidden md:block content", True),
        ("d-none d-md-block content", True),
        ("accordion-content hidden", True),
    ],
)
def test_what_a_style_hides_is_text_only_where_it_is_shown_elsewhere_or_folded(
    name: str, is_text: bool
) -> None:
    part = f"<div class='{name}'><p>It was sold in May, to a new owner.</p></div>"
    assert ("in May" in read_html(page(part + TEXT * 4), "a.html").body) is is_text


@pytest.mark.parametrize("control", ["<input type=email>", "<input name=email>"])
def test_a_box_that_asks_for_an_address_goes_with_its_words(control: str) -> None:
    box = f"<section><h3>The Gull</h3><p>The town, every day, she said.</p>{control}</section>"
    body = read_html(page(box), "a.html").body
    assert "Gull" not in body
    assert "every day" not in body
    assert SENTENCE.strip() in body


@pytest.mark.parametrize("said", ["The ship sank in 1912.", "On 4 May 2008 they all left."])
def test_a_short_sentence_with_a_year_below_the_title_is_no_date(said: str) -> None:
    html = page("").replace("</h1>", f"</h1><p>{said}</p>")
    assert read_html(html, "a.html").body.startswith(said)


BLOCKS = "<html><head><title>The harbour</title></head><body><h1>The harbour</h1>{}</body></html>"
SAID = f"<p>It began in May, when nobody looked. {SENTENCE * 2}</p>"


def test_what_opens_a_page_built_of_blocks_is_text_and_so_is_what_stands_between_them() -> None:
    between = (
        "<div id=b3><p>The mill was sold in June, to an owner from far away, she said.</p></div>"
    )
    part = f"<div class=part>{TEXT * 4}</div>"
    inner = f"<main><div id=b1>{SAID}</div>{part}{between}{part}</main>"
    body = read_html(BLOCKS.format(inner), "a.html").body
    assert "It began in May" in body
    assert "sold in June" in body


def test_questions_and_answers_below_the_text_belong_to_it() -> None:
    asked = "".join(
        f"<div><h3>Who built the {one}?</h3>"
        f"<div>The people of the town built the {one}, in May.</div></div>"
        for one in ("mill", "mast", "wall", "quay")
    )
    offers = (
        "<div><h3>Who?</h3><p>The people of the town sell it, for the whole of the year.</p></div>"
    )
    html = parts(f"<div class=a1>{TEXT * 12}</div><div class=a2>{asked}</div><div>{offers}</div>")
    body = read_html(html, "a.html").body
    assert body.count("The people of the town built") == 4
    assert "sell it" not in body


def test_a_short_article_above_the_text_of_its_page_is_only_its_beginning() -> None:
    summary = f"<article><h1>The harbour of the town</h1><p>{SENTENCE * 5}</p></article>"
    steps = "".join(
        f"<section><p>The {n}th boat came in May. {SENTENCE * 3}</p></section>" for n in range(9)
    )
    html = parts("").replace("<article></article>", f"<main>{summary}<div>{steps}</div></main>")
    html = html.replace("<h1>The harbour of the town</h1><main>", "<main>")
    assert "The 8th boat" in read_html(html, "a.html").body


def test_the_only_article_of_a_page_is_taken_with_its_boxes_of_data() -> None:
    box = f"<div><ul>{'<li>length of the boat 12 m</li>' * 12}</ul></div>"
    items = "".join(f"<section><h2>Boat {n}</h2>{TEXT * n}{box}</section>" for n in (2, 3, 12))
    html = parts(f"<h1>The harbour of the town</h1><div>{items}</div>").replace(
        "<body><h1>The harbour of the town</h1>", "<body>"
    )
    body = read_html(html, "a.html").body
    assert [f"## Boat {n}" in body for n in (2, 3, 12)] == [True, True, True]


@pytest.mark.parametrize("how", ["style='display:none'", "aria-hidden=true", "hidden"])
def test_what_is_folded_is_text_and_a_folded_menu_is_none(how: str) -> None:
    text = f"<div class=chakra-collapse {how}><p>It was sold in May. {SENTENCE}</p></div>"
    links = "".join(f"<a href=/{n}>The {n}th boat of the town. </a>" for n in range(5))
    menu = f"<div class=accordion {how}><p>{links}</p></div>"
    film = (
        f"<div id=panel-transcript-1 class=Accordion_item {how}><p>In the film, she left.</p></div>"
    )
    body = read_html(page(text + menu + film + TEXT * 4), "a.html").body
    assert "sold in May" in body
    assert "In the film" not in body
    assert "4th boat" not in body


def test_many_lists_of_links_are_what_the_text_is_made_of() -> None:
    def listed(count: int) -> str:
        entries = "".join(f"<li><a href=/{n}>The tall mast of {n}</a></li>" for n in range(2))
        sections = (f"<h2>Boat {n}</h2>{TEXT}<ul>{entries}</ul>" for n in range(count))
        return read_html(page("".join(sections)), "a.html").body

    assert listed(5).count("The tall mast") == 10
    assert "The tall mast" not in listed(1)


def test_a_table_of_data_with_some_links_stays() -> None:
    rows = "".join(
        f"<tr><td><a href=/b{n}>Boat number {n}</a></td><td>{n}2 metres</td>"
        f"<td>built in 190{n}</td></tr>"
        for n in range(6)
    )
    assert "built in 1903" in read_html(page(f"<table>{rows}</table>"), "a.html").body


def entries(address: str, count: int = 3, said: str = SENTENCE) -> str:
    """A list of titles that lead elsewhere, each with how its text begins."""
    title = f"<h3><a href={address}>The mill of the town</a></h3>"
    return f"<section>{f'<div class=item>{title}<p>It is {said}</p></div>' * count}</section>"


@pytest.mark.parametrize(
    ("inner", "stays"),
    [
        (TEXT * 8 + entries("/mill"), False),
        (TEXT * 8 + entries("https://town.example/mill"), False),
        (TEXT * 8 + entries("https://shop.example/mill"), True),
        (TEXT * 8 + entries("#mill"), True),
        (TEXT * 8 + entries("/mill", said=SENTENCE * 12), True),
        (TEXT * 8 + entries("/mill", count=2), True),
        (entries("/mill") + TEXT * 8, True),
    ],
)
def test_a_list_of_other_articles_below_the_text_goes(inner: str, *, stays: bool) -> None:
    head = "<link rel=canonical href=https://town.example/harbour>"
    html = page("", head).replace("</article>", f"{inner}</article>")
    assert ("It is The harbour" in read_html(html, "a.html").body) is stays


def test_a_call_for_action_that_is_never_closed_does_not_swallow_the_text() -> None:
    half = f"<div class=cta><p>Read the whole of it.</p>{TEXT * 4}<p>So it was in May.</p>"
    assert "in May" in read_html(page(TEXT * 5 + half), "a.html").body


def test_sections_that_hold_but_headings_stay_between_their_alike() -> None:
    parts = [TEXT * 2, "<h2>The mast</h2>", TEXT * 2, "<h2>The sail</h2>", TEXT * 2, "<h2>Ad</h2>"]
    held = "".join(f"<section><div class=part>{part}</div></section>" for part in parts)
    html = f"""<html lang=en><head><title>The mill</title></head><body><main><h1>The mill</h1>
    {held}</main></body></html>"""
    body = read_html(html, "a.html").body
    assert [line for line in body.split("\n") if line[:1] == "#"] == ["## The mast", "## The sail"]


def test_the_headings_between_the_first_parts_of_an_article_stay() -> None:
    first = f"{TEXT}<h2>Of the mast</h2>{TEXT}<h2>Of the sail</h2>{TEXT}"
    rest = "".join(f"<h2>Part {n}</h2>{TEXT * 2}" for n in range(6))
    html = (
        "<html><body><article><h1>The harbour of the town</h1>"
        f"<div class=article-text>{first}<div class=wide><div>{rest}</div></div></div>"
        "</article></body></html>"
    )
    body = read_html(html, "a.html").body
    assert body.index("## Of the mast") < body.index("## Of the sail") < body.index("## Part 0")


def test_the_title_once_more_below_its_text_heads_nothing() -> None:
    again = f"<h2>The harbour of the town</h2>{TEXT}"
    assert "#" not in read_html(page(f"{TEXT * 3}{again}"), "a.html").body
