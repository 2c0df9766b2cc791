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
