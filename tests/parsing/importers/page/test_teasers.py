"""Boxes that lead from an article to another one are left out; entries of its own stay."""

from __future__ import annotations

from briefing.parsing.importers.html import read_html
from tests.parsing.importers.page.test_page import TEXT, page

TEASER = """<div><a href=/other/1><img src=a.jpg alt="The quay at night"></a>
<h3><a href=/other/1>The mill that nobody wanted to buy</a></h3>
<p>It stood empty for years, until a bank took it.</p></div>"""


def read(inner: str) -> str:
    return read_html(page(inner), "a.html").body


def test_a_box_that_leads_to_another_article_is_left_out() -> None:
    body = read(TEASER)
    assert "mill" not in body
    assert "It stood empty" not in body


def test_a_box_with_its_day_is_left_out_whole() -> None:
    assert "3 May" not in read(f"<section>{TEASER}<div>3 May</div></section>")


def test_an_entry_that_is_no_title_or_has_much_to_say_stays() -> None:
    named = TEASER.replace("The mill that nobody wanted to buy", "The mill")
    assert "## The mill" in read(named)
    assert "It stood empty" in read(TEASER.replace("a bank", "a bank of the town " * 30))


def test_a_label_with_the_title_of_another_article_behind_it_is_left_out() -> None:
    more = "<p>MORE: <a href=/mill>The mill that nobody wanted to buy</a></p>"
    assert "mill" not in read(f"{more}<p>It was bought in May by the town.</p>")
    listed = "<li><b>Trade:</b> <a href=/mill>The mill that nobody wanted is sold!</a></li>"
    assert "mill" not in read(f"<ul>{listed * 2}</ul><p>It was bought in May by the town.</p>")


def test_a_label_with_a_link_to_another_site_or_a_sentence_stays() -> None:
    own = "<link rel=canonical href=https://town.example/boats>"
    away = "<p>Report: <a href=https://mill.example/1>The mill that nobody wanted to buy</a></p>"
    html = page(f"{away}<p>It was bought in May.</p>", head=own)
    html = html.replace("</article>", "<a href=https://town.example/2>More</a>" * 3 + "</article>")
    assert "nobody wanted" in read_html(html, "a.html").body
    inner = "<p>It was so: <a href=/mill>the mill was sold to a bank.</a> Nobody knew.</p>"
    assert "the mill was sold" in read(inner)


def test_lists_of_headings_that_lead_to_other_articles_go_with_their_heading() -> None:
    entry = "<ul><li><h4><a href=/a/{}>The {} of the town</a></h4></li></ul>"
    lists = "".join(entry.format(name, name) for name in ("mill", "quay", "bank"))
    body = read(f"<p>It was bought in May by the town.</p><h4>More:</h4>{lists}")
    assert "More" not in body
    assert "quay" not in body


def test_the_heading_of_a_section_stays_above_a_list_of_others() -> None:
    other = "<ul><li><h4><a href=/a/mill>The mill that nobody wanted</a></h4></li></ul>"
    body = read(f"<h2>The price</h2>{other}<p>It was bought in May by the town.</p>")
    assert "## The price" in body
    assert "mill" not in body


def test_titles_that_ask_something_are_titles_and_the_line_above_them_goes_with_them() -> None:
    titles = (
        "Where do the boats go? A look ahead",
        "The mill is sold… to a bank in town",
        "A third",
    )
    links = "".join(f"<li><a href=/{n}>{title} of ours</a></li>" for n, title in enumerate(titles))
    html = page(f"{TEXT * 4}").replace(
        "</article>", f"<p>All about boats</p><ul>{links}</ul></article>"
    )
    body = read_html(html, "a.html").body
    assert not any(words in body for words in ("A look ahead", "to a bank", "All about boats"))


def test_titles_of_others_in_a_script_without_spaces_are_left_out() -> None:
    links = "<br>".join(f"<a href=/{n}>港の船が七隻とも町で造られた話{n}</a>" for n in range(3))
    html = page(f"{TEXT * 4}").replace("</article>", f"<p>{links}</p></article>")
    assert "港の船" not in read_html(html, "a.html").body


def test_titles_of_others_behind_dashes_are_left_out() -> None:
    links = "".join(f"<p>-<a href=/{n}>The boat {n} of the town</a></p>" for n in range(3))
    html = page(f"{TEXT * 4}").replace("</article>", f"{links}</article>")
    assert "boat 1" not in read_html(html, "a.html").body


def test_a_line_of_several_links_with_commas_between_them_is_text() -> None:
    towns = ", ".join(f"<a href=/{n}>the boat {n}</a>" for n in range(3))
    html = page(f"{TEXT * 4}").replace("</article>", f"<p>{towns}</p></article>")
    assert "boat 1" in read_html(html, "a.html").body
