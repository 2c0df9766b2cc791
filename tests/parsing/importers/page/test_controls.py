"""What a page is worked with is no text of its article, and words it shows apart stay apart."""

from __future__ import annotations

import pytest

from briefing.parsing.importers.html import read_html
from briefing.parsing.importers.page.controls import is_placeholder
from tests.parsing.importers.page.test_page import SENTENCE, TEXT, page


def between(*lines: str) -> str:
    """What a page with such lines, each between two paragraphs, becomes."""
    return read_html(page(TEXT.join(lines)), "a.html").body


def test_lines_that_lead_to_shops_again_and_again_are_no_text() -> None:
    body = between(*(f"<p><a href=/{n}>Read the full boat {n} review</a></p>" for n in "abcd"))
    assert "full boat" not in body
    body = between(*("<p><a href=/a>Compare boat deals today</a></p>" for _n in range(3)))
    assert "Compare" not in body


@pytest.mark.parametrize(
    "control", ["name='receiver[email]'", "id=mail-form-email type=text", "type=password"]
)
def test_a_box_that_asks_for_an_address_or_a_password_is_left_out(control: str) -> None:
    form = f"<div><h3>Boats by mail</h3><p>Each week, she says.</p><form><input {control}></form>"
    assert "Each week" not in between(f"{form}</div>", "<p></p>")


def test_the_label_of_adverts_is_known_by_its_coming_again() -> None:
    assert "REKLAM" not in between(*("<p>REKLAM</p>" for _n in range(3)))
    assert "REKLAM" in between(*("<p>REKLAM</p>" for _n in range(2)))
    assert "REKLAM" not in between(*(f"<h2>Part {n}</h2><p>REKLAM</p>{TEXT}" for n in "abc"))


def test_many_places_for_a_script_with_a_word_behind_them_are_told_at_once() -> None:
    for place in ("{{ }} ", "{% a %} ", "<% a %> "):
        assert is_placeholder(place * 40)
        assert not is_placeholder(f"{place * 40}boats")


def test_a_paragraph_between_two_orders_of_a_script_is_text() -> None:
    assert not is_placeholder(f"{{% if a %}}{SENTENCE * 3}{{% endif %}}")


def test_what_two_speakers_are_called_stays() -> None:
    body = between(*(f"<p>{name}</p>" for name in ("Anna", "Carl") * 3))
    assert body.count("Anna") == body.count("Carl") == 3


def test_a_line_of_signs_that_nobody_sees_is_none() -> None:
    assert "\u200c" not in between("<p>\u200c</p>")


@pytest.mark.parametrize(
    ("inner", "read"),
    [
        ("<p><span>Prep Time</span><span>2 <span>hrs</span></span></p>", "Prep Time 2 hrs"),
        ("<p><time>20:19</time><mark>Anna Berg</mark></p>", "20:19 Anna Berg"),
        ("<p><span>May 4, 2022</span><span>Updated May 5</span></p>", "May 4, 2022 Updated May 5"),
        ("<p><span>T</span><span>he boat</span></p>", "The boat"),
        ("<p><span>Monday</span><meta name=a><span>The boat</span></p>", "Monday The boat"),
        ("<p>H<span>2</span>O and x<span>2</span></p>", "H2O and x2"),
        ("<p><code><span>run</span><span>2</span></code></p>", "run2"),
        ("<p><span>The</span><span>se</span> boats</p>", "These boats"),
    ],
)
def test_words_that_a_style_parts_stay_apart_and_others_whole(inner: str, read: str) -> None:
    body = read_html(page(f"{TEXT * 6}{inner}"), "a.html").body
    assert f"\n\n{read}" in body


def test_a_hidden_sign_between_two_words_parts_them() -> None:
    kicker = "<h2><span>Harbour<span class=visually-hidden>: </span></span>Boats are home</h2>"
    assert "## Harbour Boats are home" in between(f"{kicker}{TEXT}")


def test_what_the_end_of_an_article_says_of_its_author_is_none_of_it() -> None:
    head = '<meta name=author content="Anna Berg">'
    note = "<p>Anna Berg</p><p>Anna Berg writes about towns, and lives in Oslo.</p>"
    html = page(TEXT * 4, head).replace("</article>", f"{note}</article>")
    assert "Oslo" not in read_html(html, "a.html").body
    html = page(TEXT * 4, head).replace("</article>", "<p>Eva Berg lives in Oslo.</p></article>")
    assert "Eva Berg lives in Oslo." in read_html(html, "a.html").body


@pytest.mark.parametrize("name", ["video-card", "player-placeholder-ui", "post-related bottom"])
def test_a_box_with_a_film_or_other_posts_is_no_text(name: str) -> None:
    box = f"<div class='{name}'><h3>Another boat</h3><p>It came in May, she said.</p></div>"
    assert "in May" not in read_html(page(TEXT * 8 + box + TEXT), "a.html").body


def test_an_entry_of_a_list_has_its_text_and_neither_adverts_nor_ways_elsewhere() -> None:
    said = "<p>It floats, and it has been built in the town itself, by hand.</p>"
    others = "<p><a href=/x>Read the full boat review</a></p><p>Advertisement</p>"
    entries = "".join(f"<li><h2>{n}. The boat</h2>{said}{others}</li>" for n in (2, 1))
    body = read_html(page(f"<ol>{entries}</ol>"), "a.html").body
    assert body.count("It floats") == 2
    assert "review" not in body
    assert "Advert" not in body
