"""Headings below each other without a word between them are lines, and a last one may lead away."""

from __future__ import annotations

import pytest

from briefing.parsing.importers.html import read_html
from tests.parsing.importers.page.test_page import SENTENCE, TEXT, page

SAID = "".join(f"<h5>Anna – 11:22:0{n} – I saw the boat</h5>" for n in range(4))
TEASER = "<h4><a href=/quay>The quay of the old town</a></h4><p>It was built of stone.</p>"


def read(inner: str) -> str:
    return read_html(page(f"<h2>The mast</h2>{TEXT * 4}{inner}"), "a.html").body


def test_what_is_written_line_by_line_in_headings_is_text() -> None:
    body = read(f"{SAID}{TEXT}")
    assert "\nAnna – 11:22:03 – I saw the boat" in body
    assert "#### Anna" not in body
    assert "## The mast" in body


def test_three_headings_in_a_row_stay() -> None:
    inner = f"<h2>The sail</h2><h3>Of cloth</h3><h3>And its price</h3><p>{SENTENCE}</p>"
    assert "### And its price" in read(inner)


def test_the_title_of_another_article_at_the_end_goes_with_its_beginning() -> None:
    html = page(f"<h2>The mast</h2>{TEXT * 4}").replace("</article>", f"{TEASER}</article>")
    body = read_html(html, "a.html").body
    assert "quay" not in body
    assert "built of stone" not in body


def test_the_titles_of_several_others_at_the_end_go_with_the_line_above_them() -> None:
    others = f"<p>Related</p>{TEASER}{TEASER.replace('quay', 'mill')}"
    html = page(f"<h4>The mast</h4>{TEXT * 4}").replace("</article>", f"{others}</article>")
    body = read_html(html, "a.html").body
    assert "mast" in body
    assert not any(word in body for word in ("quay", "mill", "Related", "stone"))


def test_sections_that_all_have_a_link_for_a_heading_stay() -> None:
    other = "<h4><a href=/mill>The mill of the town</a></h4><p>It was sold to a bank.</p>"
    html = page(f"{TEXT * 4}{other}").replace("</article>", f"{TEASER}</article>")
    assert "quay of the old town" in read_html(html, "a.html").body


@pytest.mark.parametrize("address", ["#quay", "https://quay.example/"])
def test_a_last_section_whose_heading_leads_to_itself_or_to_another_site_stays(
    address: str,
) -> None:
    last = TEASER.replace("/quay", address)
    body = read_html(page(f"{TEXT * 4}").replace("</article>", f"{last}</article>"), "a.html").body
    assert "#### The quay of the old town" in body
    assert "built of stone" in body
