"""Credits, bylines and the words of players in the middle of an article."""

from __future__ import annotations

import pytest

from briefing.parsing.importers.html import read_html
from tests.parsing.importers.page.test_page import TEXT, lines, page

CREDITS = [
    "Photo: Anna Berg / Reuters",
    "Photograph: Anna Berg/The Guardian",
    "Image credit: NASA",
    "Foto: picture alliance / dpa",
    "Bild: Anna von Berg",
    "Photo : Anna Berg / AFP",
    "Crédit photo : Anna Berg",
    "Foto: Anna Berg (Ansa)",
    "Immagine: Anna Berg",
    "Fotografía: Anna Berg, EFE",
    "Foto's: Anna van den Berg",
    "Beeld: ANP",
    "Imagem: Anna Berg/Lusa",
    "Photo by Anna Berg /Getty Images",
    "Foto von Anna Berg",
    "© Anna Berg / dpa",
]
BYLINES = [
    "By Anna Berg",
    "Von Anna Berg",
    "Par Anna Berg",
    "Di Anna Berg",
    "Por Anna Berg",
    "Door Anna Berg",
    "By Anna Berg and Carl Dahl",
    "By Anna Berg, Eva Ek and Carl Dahl",
    "Von Anna Berg und Carl Dahl",
    "Par Anna Berg et Carl Dahl",
    "Di Anna Berg e Carl Dahl",
    "Por Anna Berg y Carl Dahl",
    "Door Anna Berg en Carl Dahl",
]
PLAYERS = [
    "Your browser does not support the audio element.",
    "Listen to this article 5 min",
    "Listen to this article · 3:21",
    "0:00 / 3:21",
    "Listen to this article 5 min 0:00 / 3:21",
    "Ihr Browser unterstützt das Audio-Element nicht.",
    "Artikel anhören (4 Min)",
    "Écouter cet article 4 min",
    "Ascolta l’articolo 3 min",
    "Escuchar este artículo 3 min",
    "Luister naar dit artikel 3 min",
    "Ouvir este artigo 3 min",
]

WHOLE = read_html(page(TEXT * 6), "a.html").body
"""The article without any of them."""


@pytest.mark.parametrize("line", CREDITS)
@pytest.mark.parametrize("tag", ["p", "h4"])
def test_the_credit_of_a_photographer_is_left_out_and_listed(line: str, tag: str) -> None:
    draft = read_html(page(f"{TEXT * 6}<{tag}>{line}</{tag}>"), "a.html")
    assert (draft.body, draft.dropped) == (WHOLE, (line,))


@pytest.mark.parametrize("line", BYLINES)
@pytest.mark.parametrize("tag", ["p", "h3"])
def test_a_byline_between_paragraphs_is_left_out_and_listed(line: str, tag: str) -> None:
    draft = read_html(page(f"{TEXT * 6}<{tag}>{line}</{tag}>"), "a.html")
    assert (draft.body, draft.dropped) == (WHOLE, (line,))


@pytest.mark.parametrize("line", PLAYERS)
def test_the_words_of_a_player_are_left_out_and_listed(line: str) -> None:
    draft = read_html(page(f"{TEXT * 6}<div class=player>{line}</div>"), "a.html")
    assert (draft.body, draft.dropped) == (WHOLE, (line,))


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Anna Berg took it.",
        "Photo: the boats that came home last",
        "Source: Eurostat",
        "By Anna Berg they were called late.",
        "By then Anna Berg was home",
        "Listen to this article about boats",
        "5 minutes",
    ],
)
def test_a_line_of_the_text_stays(line: str) -> None:
    assert lines(f"<p>{line}</p>") == [line]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("By Region", "One region grew."),
        ("By Age Group", "The group of those of any age grew."),
        ("Van Gogh Museum", "The Van Gogh Museum is near."),
    ],
)
def test_a_heading_that_begins_like_a_byline_stays(heading: str, text: str) -> None:
    body = read_html(page(f"<h3>{heading}</h3><p>{text}</p>"), "a.html").body
    assert f"### {heading}\n\n{text}" in body


@pytest.mark.parametrize("sign", ["#", "¶", "§", "🔗"])
@pytest.mark.parametrize("url", [None, "https://a.example/b"])
def test_the_sign_of_a_link_to_the_heading_itself_is_none_of_it(sign: str, url: str | None) -> None:
    heading = f"<h2 id=mast>The mast <a class=anchor href='#mast'>{sign}</a></h2>{TEXT}"
    assert "## The mast\n" in read_html(page(heading), "a.html", url).body


def test_a_sign_that_is_no_link_stays_in_its_heading() -> None:
    assert "## The use of C\\#\n" in read_html(page(f"<h2>The use of C#</h2>{TEXT}"), "a.html").body


def test_a_byline_goes_where_a_credit_names_the_same_person() -> None:
    both = f"<p>Photo: Anna Berg / Reuters</p>{TEXT}<h3>By Anna Berg</h3>"
    assert read_html(page(f"{TEXT * 3}{both}{TEXT * 2}"), "a.html").body == WHOLE


@pytest.mark.parametrize(
    "credit",
    [
        " Photo: Anna Berg / Reuters",
        " (Foto: Anna Berg/dpa)",
        " © Anna Berg / AFP",
        " [Beeld: ANP]",
        " | Bild: dpa",
        " Quelle: dpa",
        " Source: Reuters",
        " Credit... Anna Berg/Reuters, via Shutterstock",
        " Credit… Anna Berg",
    ],
)
def test_a_credit_at_the_end_of_a_caption_is_none_of_it(credit: str) -> None:
    figure = f"<figure><img src=http://a.b/c.jpg><figcaption>The boat on Monday.{credit}"
    assert lines(f"{figure}</figcaption></figure>") == ["The boat on Monday."]


@pytest.mark.parametrize("caption", ["The photo: Anna sees it.", "Anna Berg (left) and Carl Dahl"])
def test_a_caption_that_only_looks_like_a_credit_is_whole(caption: str) -> None:
    figure = f"<figure><img src=http://a.b/c.jpg><figcaption>{caption}</figcaption></figure>"
    assert lines(figure) == [caption]


def test_a_caption_that_is_a_credit_leaves_what_stands_for_the_picture() -> None:
    figure = (
        "<figure><img src=http://a.b/c.jpg alt='A red boat'><figcaption>Photo: dpa</figcaption>"
    )
    assert lines(f"{figure}</figure>") == ["A red boat"]


@pytest.mark.parametrize(
    "said",
    [
        "Listen 3 min",
        "Listen (3 min)",
        "Duration 1:30",
        "Video 3:12",
        "Loading…",
        "Play",
        "Show transcript",
        "Anhören 4 Min",
        "Ascolta 5 min",
        "Écouter 3 min",
        "Escuchar 3 min",
        "Luister 3 min",
        "Ouvir 3 min",
        "{{title}}",
        "{{ item.title }} – {{ item.day }}",
        "{% if a %}b{% endif %}",
        "${headline}",
        "<%= title %>",
        "Advertisement - Page continues below",
    ],
)
def test_words_of_players_and_of_scripts_are_no_lines_of_the_text(said: str) -> None:
    said = said.replace("<", "&lt;")
    assert lines(f"<p>{said}</p>") == []
    assert lines(f"<h3>{said}</h3>") == []


@pytest.mark.parametrize("said", ["Video 7 arrests", "Listen 3 times a day", "Use {{title}} here"])
def test_lines_that_only_begin_like_those_of_players_stay(said: str) -> None:
    assert lines(f"<p>{said}</p>") == [said]


def test_what_code_shows_of_templates_stays() -> None:
    assert "{{title}}" in read_html(page("<pre>{{title}}</pre>"), "a.html").body


@pytest.mark.parametrize(
    "lead",
    [
        "<h2 class=standfirst>{0}</h2><p class=byline>By Anna Berg and Carl Dahl</p>",
        "<div class=subtitle><p>{0}</p><p>By Anna Berg and Carl Dahl</p></div>",
    ],
)
def test_who_wrote_a_page_is_known_below_its_standfirst(lead: str) -> None:
    said = "Three quays get money, says the mayor, who stays until autumn."
    draft = read_html(page("").replace("</h1>", f"</h1>{lead.format(said)}"), "a.html")
    assert draft.authors == ("Anna Berg", "Carl Dahl")
    assert draft.body.startswith(said)
    assert "Anna Berg" not in draft.body


def test_the_heading_of_a_list_of_other_articles_goes_with_it() -> None:
    others = "".join(f"<li><a href=/{n}>The {n} boat is home again</a></li>" for n in "abc")
    body = read_html(page(f"<h3>The harbour so far</h3><ul>{others}</ul>{TEXT}"), "a.html").body
    assert "so far" not in body


def test_the_words_of_a_box_go_with_a_heading_that_is_a_button() -> None:
    box = "<h3>Sign up for our newsletter</h3><p>The best of the town, every day.</p>"
    html = page(TEXT * 4).replace("</article>", f"{box}</article>")
    assert "best of the town" not in read_html(html, "a.html").body
