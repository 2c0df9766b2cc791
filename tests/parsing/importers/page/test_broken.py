"""A line break in a heading is its look, unless all headings of its kind say two things."""

from __future__ import annotations

import re

from briefing.parsing.importers.html import read_html
from tests.parsing.importers.page.test_page import TEXT, page

PLACES = (
    "The old mill<br>Norham, Essex",
    "The new quay<br>Ostend, Flanders",
    "Fort Dahl<br>Bergen",
)


def headings(lines: tuple[str, ...]) -> list[str]:
    inner = "".join(f"<h2><b>{line}</b></h2>{TEXT}" for line in lines)
    return re.findall(r"(?m)^#+ .*", read_html(page(inner), "a.html").body)


def test_names_and_the_places_below_them_are_headings_of_their_own() -> None:
    assert headings(PLACES)[:4] == [
        "## The old mill",
        "### Norham, Essex",
        "## The new quay",
        "### Ostend, Flanders",
    ]


def test_a_heading_that_goes_on_below_a_break_is_one() -> None:
    lines = (*PLACES[:2], "What the boats<br>cost the town")
    assert headings(lines) == [f"## {line.replace('<br>', ' ')}" for line in lines]
    assert headings(PLACES[:2]) == [f"## {line.replace('<br>', ' ')}" for line in PLACES[:2]]
