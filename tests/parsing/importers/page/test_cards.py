"""Cards that lead from an article to others are left out with what heads them."""

from __future__ import annotations

import pytest

from briefing.parsing.importers.html import read_html
from tests.parsing.importers.page.test_page import SENTENCE, TEXT, page

TITLES = "The mill that nobody wanted to buy", "Seven boats that never came home"
SINGLE = "".join(
    f"<a href=/other/{n}><div><img src={n}.jpg></div><div><div>Harbour news</div>"
    f"<div class=x-title>{title}</div></div></a>"
    for n, title in enumerate(TITLES)
)
LISTED = "".join(
    f"<li><a href=/other/{n}><img src={n}.jpg alt='{title}'></a><div><a href=/other/{n}>{title}</a>"
    "</div><span>3 May</span></li>"
    for n, title in enumerate(TITLES)
)
UNNAMED = "".join(
    f"<li><a href=/other/{n}><img src={n}.jpg alt='{title}'></a><span>3 May</span></li>"
    for n, title in enumerate(TITLES)
)


def read(inner: str) -> str:
    return read_html(page(f"{TEXT * 3}{inner}{TEXT}"), "a.html").body


@pytest.mark.parametrize(
    "cards",
    [
        SINGLE,
        f"<div><div><h2>Latest</h2></div><div><ul>{LISTED}</ul></div></div>",
        f"<div><div><h2>Latest</h2></div><div><ul>{UNNAMED}</ul></div></div>",
    ],
)
def test_cards_of_other_articles_are_left_out(cards: str) -> None:
    body = read(cards)
    assert "mill" not in body
    assert "Harbour news" not in body
    assert "Latest" not in body


@pytest.mark.parametrize(
    ("inner", "kept"),
    [
        (LISTED.replace("3 May", SENTENCE), TITLES[0]),
        (f"<a href=/photo><img src=a.jpg><div class=text>{TITLES[0]}</div></a>", TITLES[0]),
    ],
)
def test_what_leads_elsewhere_or_says_more_stays(inner: str, kept: str) -> None:
    assert kept in read(inner if "<li>" not in inner else f"<ul>{inner}</ul>")
