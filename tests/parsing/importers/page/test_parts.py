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
