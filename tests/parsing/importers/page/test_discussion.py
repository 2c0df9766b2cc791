"""What readers say below an article is none of it."""

from __future__ import annotations

import pytest

from briefing.parsing.importers.html import read_html
from tests.parsing.importers.page.test_page import SENTENCE, TEXT, page

SAID = "".join(
    f"<h3>{title}</h3><p>{SENTENCE}</p><p>Anna, 3 May 2026 | 15:22</p>"
    for title in ("Well done", "Who pays?", "Get real", "Not so fast", "My view", "And now?")
)


@pytest.mark.parametrize("heading", ["Comments", "6 Comments", "Leserkommentare (6)", "Reacties"])
def test_what_stands_below_a_heading_of_comments_goes_with_it(heading: str) -> None:
    html = page("<h2>The mast</h2>").replace("</article>", f"<h2>{heading}</h2>{SAID}</article>")
    body = read_html(html, "a.html").body
    assert "Well done" not in body
    assert "## The mast" in body


@pytest.mark.parametrize("name", ["visitors_comment_content", "comment-body", "user-comments"])
def test_what_is_called_the_text_of_a_comment_is_none_of_the_article(name: str) -> None:
    said = f"<div class={name}><h3>Get real</h3><p>{SENTENCE}</p></div>"
    html = page(TEXT * 8).replace("</article>", f"{said * 4}</article>")
    assert "Get real" not in read_html(html, "a.html").body


def test_a_section_about_comments_at_the_top_stays() -> None:
    html = f"""<html lang=en><head><title>On forums</title></head><body><article><h1>On forums</h1>
    <p>{SENTENCE}</p><h2>Comments</h2>{TEXT * 9}<h2>Likes</h2>{TEXT}</article></body></html>"""
    assert "## Comments" in read_html(html, "a.html").body


@pytest.mark.parametrize(
    "comment",
    [
        "<div itemscope itemtype=http://schema.org/UserComments><b>Anna</b><p>{}</p></div>",
        "<div itemscope itemtype=https://schema.org/Comment><p>{}</p></div>",
        "<div id=comment-4{1}><p>{0}</p></div>",
        "<div id=comentario-4{1}><p>{0}</p></div>",
        "<div id=li-kommentar-4{1}><p>{0}</p></div>",
    ],
)
def test_comments_that_are_marked_as_some_go_though_they_say_more_than_the_article(
    comment: str,
) -> None:
    said = "".join(
        comment.format(f"My boat is the best of all, and I paid {SENTENCE * 4}", n)
        for n in "12345678"
    )
    body = read_html(page("").replace("</article>", f"</article>{said}"), "a.html").body
    assert "My boat" not in body
    assert SENTENCE.strip() in body


def test_a_page_of_nothing_but_comments_is_read() -> None:
    said = "".join(f"<div id=comment-4{n}><p>{SENTENCE * 4}</p></div>" for n in "1234")
    html = f"<html><head><title>A thread</title></head><body><h1>A thread</h1>{said}</body></html>"
    assert SENTENCE.strip() in read_html(html, "a.html").body


@pytest.mark.parametrize("heading", ["Comments", "Top stories", "Contributors"])
def test_a_section_among_others_of_its_kind_stays_whatever_it_is_called(heading: str) -> None:
    html = page(f"{TEXT}<h2>The mast</h2>{TEXT * 4}<h2>{heading}</h2>{TEXT}<h2>The sail</h2>{TEXT}")
    body = read_html(html, "a.html").body
    assert [line for line in body.splitlines() if line.startswith("#")] == [
        "## The mast",
        f"## {heading}",
        "## The sail",
    ]


def test_the_last_section_stays_where_its_heading_says_more_than_the_name_of_a_box() -> None:
    said = "<p>The harbour office gave a lecture on the oldest of them, and many came.</p>"
    html = page(f"<h2>The mast</h2>{TEXT * 4}<h2>Contributors: who paid for it</h2>{said}")
    assert "gave a lecture" in read_html(html, "a.html").body
    assert "gave a lecture" not in read_html(html.replace(": who paid for it", ""), "a.html").body


def test_a_page_of_comments_below_a_menu_is_read() -> None:
    menu = "".join(f"<li><a href=/{n}>Part {n} of the paper of the town</a></li>" for n in range(9))
    said = "".join(f"<div id=comment-4{n}><p>{SENTENCE * 4}</p></div>" for n in "1234")
    inner = f"<nav><ul>{menu}</ul></nav><h1>A thread</h1><p>Who has a boat?</p>{said}"
    html = f"<html><head><title>A thread</title></head><body>{inner}</body></html>"
    assert SENTENCE.strip() in read_html(html, "a.html").body


def test_entries_that_can_be_answered_are_comments_however_they_are_called() -> None:
    entry = "<li class=member id=m_{0}><h4>Reader {0}</h4><time>4. 6. 2026</time>{1}{2}</li>"
    words = "<p>The boats are far too dear for a town like this, and nobody has ever asked us.</p>"
    reply = "<ul><li class=reply><a href=#r>Say something</a></li></ul>"
    list_ = "".join(entry.format(number, words, reply) for number in range(9))
    body = read_html(page(f"{TEXT * 3}</div><ul class=directory>{list_}</ul><div>"), "a.html").body
    assert "far too dear" not in body
    assert "Reader" not in body
