"""The title of a film inside an article is no heading of it; sections with films keep theirs."""

from __future__ import annotations

import pytest

from briefing.parsing.importers.html import read_html
from tests.parsing.importers.page.test_page import SENTENCE, TEXT, page


def read(inner: str) -> str:
    return read_html(page(f"<h2>The mast</h2>{TEXT}{inner}{TEXT}"), "a.html").body


@pytest.mark.parametrize(
    "film",
    [
        "<div><h2>Seven boats in a row</h2><div id=video-player-7></div></div>",
        "<section><h3>Seven boats in a row</h3><div><video></video></div></section>",
        """<h3>Seven boats in a row</h3><figure class=video-inline><div class=media-player></div>
        <figcaption>Film: the seven boats of the town, in a row</figcaption></figure>""",
    ],
)
def test_the_title_of_a_film_goes_with_it(film: str) -> None:
    body = read(film)
    assert "Seven boats in a row" not in body
    assert "## The mast" in body


@pytest.mark.parametrize(
    "film",
    [
        f"<h2>The sail of it</h2><div class=video-player>The boat at night</div><p>{SENTENCE}</p>",
        f"<div><h2>The sail of it</h2><div class=video-player></div><p>{SENTENCE}</p></div>",
        "<h2>The sail of it</h2><div class=player-card>The sail of it scored twice</div>",
    ],
)
def test_the_heading_of_a_section_with_a_film_stays(film: str) -> None:
    assert "## The sail of it" in read(film)
