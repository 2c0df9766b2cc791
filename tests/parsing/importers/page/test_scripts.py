"""Raised and lowered words stand where the page has them, and join no number."""

from __future__ import annotations

import time

import pytest
from lxml import html

from briefing.parsing.importers.page.scripts import settle_scripts


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a<sup>2</sup> and b<sub>3</sub>.", "a² and b₃."),
        ("x<sup>2</sup> <b>is</b> y<sup>3</sup> <i>and</i> z", "x² is y³ and z"),
        ("10<sup>x2<sub>0</sub></sup> km", "10^x2₀ km"),
        ('word<sup><a href="#n1">1</a></sup> more', "word more"),
        ("old <del>grey </del>boat<sup>er</sup>", "old boater"),
    ],
)
def test_words_around_raised_ones_keep_their_place(source: str, text: str) -> None:
    root = html.fromstring(f"<p>{source}</p>")
    settle_scripts(root)
    assert root.text_content() == text
    assert next(root.iter("sup", "sub"), None) is None


def test_a_paragraph_of_nothing_but_powers_is_read_at_once() -> None:
    """To put each of them between the words around it copies these once for each: a minute."""
    root = html.fromstring(f"<p>{'a<sup>2</sup>' * 40_000}</p>")
    start = time.process_time()
    settle_scripts(root)
    assert time.process_time() - start < 5
