"""What a page looks like in a browser is what its words are here."""

from __future__ import annotations

import pytest

from briefing.parsing.importers import html
from briefing.parsing.importers.html import read_html
from briefing.parsing.reading import open_document
from briefing.text.lines import letters_of

SENTENCE = "The harbour has seven boats, and all of them were built in the town itself, she said. "
TEXT = f"<p>{SENTENCE * 3}</p>"


FIGURE = """<figure><img src=http://a.b/c.jpg alt="A boat"><figcaption>The boat, Monday
<span class=credit>Photo: X</span></figcaption></figure>"""


def data(json: str) -> str:
    """What a page says of itself in JSON-LD."""
    return f'<script type="application/ld+json">{json}</script>'


def page(inner: str, head: str = "", title: str = "The harbour of the town") -> str:
    return (
        f"<html lang=en><head><title>{title}</title>{head}</head><body><article>"
        f"<h1>{title}</h1>{TEXT}{inner}{TEXT}</article></body></html>"
    )


def lines(inner: str) -> list[str]:
    """The lines that a piece of a page becomes, between two paragraphs."""
    body = read_html(page(inner), "a.html").body
    text = open_document(body, name="a").article().text.split("\n")
    return [line for line in text if line != (SENTENCE * 3).strip()]


@pytest.mark.parametrize(
    ("inner", "read"),
    [
        ("<p><b>A</b> <i>B</i> went.</p>", ["A B went."]),
        ("<p>They came<strong> </strong>after it.</p>", ["They came after it."]),
        ("<p><a href=/a>A</a> <a href=/b>B</a> went.</p>", ["A B went."]),
        ("<p>One is here.<br><br>Two is here.</p>", ["One is here.", "Two is here."]),
        ("<p><i>One is.<br><br>Two is.</i></p>", ["One is.", "Two is."]),
        ("<p>She said <q>no <q>never</q></q>.</p>", ["She said “no ‘never’”."]),
        ("<p>It costs 10<sup>6</sup> euros.</p>", ["It costs 10⁶ euros."]),
        ("<p>It costs 10<sup>6.5</sup> euros.</p>", ["It costs 10^6.5 euros."]),
        ("<p>The 1<sup>st</sup> of 5 m<sup>2</sup>.</p>", ["The 1st of 5 m²."]),
        ("<p>Some CO<sub>2</sub> here.</p>", ["Some CO₂ here."]),
        ("<p>Seven of them.<a href=#ref1>↩︎</a></p>", ["Seven of them."]),
        ("<p>It is 5.<a href=#fn1><sup>1</sup></a> So.</p>", ["It is 5. So."]),
        ("<p>We saw <del>12</del> <ins>14</ins> of them.</p>", ["We saw 14 of them."]),
        ("<p>We saw <del>12</del><ins>345</ins> of them.</p>", ["We saw 345 of them."]),
        (
            "<div>One is here.<p>Two is here.</p>Three.</div>",
            ["One is here.", "Two is here.", "Three."],
        ),
        ("<span><p>One is here.</p></span>", ["One is here."]),
        ("<h3>One.</h3><p>Two is here.</p>", ["One.", "Two is here."]),
    ],
)
def test_words_stay_apart_and_numbers_what_they_are(inner: str, read: list[str]) -> None:
    assert lines(inner) == read


@pytest.mark.parametrize(
    ("inner", "markdown"),
    [
        (
            "<ol start=4><li>Four<li>Five<li value=9>Nine</ol>",
            "4. Four\n5. Five\n<!-- -->\n9. Nine",
        ),
        (
            "<ol reversed><li>Two<li>One<li>None</ol>",
            "3. Two\n<!-- -->\n2. One\n<!-- -->\n1. None",
        ),
        ("<ol><li value=-1>Below<li>At it</ol>", "\\-1\\. Below\n<!-- -->\n0. At it"),
        ("<ul><li>One<ul><li>Two</ul></ul>", "- One\n\n  - Two"),
        ("<pre>a  b\n  c<br>d</pre>", "```\na  b\n  c\nd\n```"),
        ("<dl><dt>Boat</dt><dd>It floats.</dd></dl>", "**Boat**\n\nIt floats."),
        (
            "<table><tr><th>A<th>B<tr><td><p>One</p><p>Two</p><td><ul><li>x<li>y</ul></table>",
            "| A | B |\n| --- | --- |\n| One<br>Two | • x<br>• y |",
        ),
        (FIGURE, '![The boat, Monday](<http://a.b/c.jpg> "A boat")'),
        (FIGURE.replace("A boat", "The boat"), "![The boat, Monday](<http://a.b/c.jpg>)"),
        ("<p><img src=http://a.b/c.jpg alt='A big boat'></p>", "![A big boat](<http://a.b/c.jpg>)"),
        (
            "<img data-src=/c.jpg src='data:x'><p class=caption>The boat</p>",
            "![The boat](<http://a.b/c.jpg>)",
        ),
        (
            f"<h2>A heading that is a sentence goes on {'and on ' * 19}until it ends.</h2>",
            f"A heading that is a sentence goes on {'and on ' * 19}until it ends.",
        ),
        (
            "<p>Go to <a href='http://a.b/c'>the <b>boat</b></a>.</p>",
            "Go to [the boat](<http://a.b/c>).",
        ),
    ],
)
def test_a_block_becomes_the_same_block(inner: str, markdown: str) -> None:
    body = read_html(page(inner), "a.html", "http://a.b/").body
    assert f"\n\n{markdown}\n\n" in body


def test_tables_inside_each_other_are_read_once_each() -> None:
    text = "The harbour of the town opens in May, it is said, and closes when the ice is back."
    whole = "<table><tr><td>" * 60 + f"<p>{text}</p>" * 3 + "</td></tr></table>" * 60
    assert lines(page(whole)).count(text) == 3


def test_a_layout_table_is_no_table() -> None:
    cells = "".join(f"<td><p>{SENTENCE * 6}</p></td>" for _cell in range(2))
    draft = read_html(f"<html><body><table><tr>{cells}</tr></table></body></html>", "a.html")
    assert "|" not in draft.body


@pytest.mark.parametrize(
    ("head", "headings", "title"),
    [
        ("<title>Boats | Site</title>", "<h1>Site</h1><h1>Boats</h1>", "Boats"),
        (
            '<meta property="og:title" content="Boats in town">',
            "<h1>Site</h1>",
            "Boats in town",
        ),
        (
            data('{"@type": "NewsArticle", "headline": "Boats &amp; co"}') + "<title>Other</title>",
            "<h1>The Daily</h1>",
            "Boats & co",
        ),
        ("<title>All the boats in town - The Daily</title>", "", "All the boats in town"),
        ("", "<h1>Boats</h1>", "Boats"),
    ],
)
def test_the_title_is_the_articles_and_not_the_sites(head: str, headings: str, title: str) -> None:
    html = f"<html><head>{head}</head><body>{headings}<div>{TEXT * 2}</div></body></html>"
    assert read_html(html, "a.html").title == title


def test_a_standfirst_opens_the_text_and_is_no_heading() -> None:
    html = (
        "<html><head><title>Boats in town</title></head><body><main><header><h1>Boats in town</h1>"
        "<h2 class=standfirst>Seven boats lie in the harbour of the town</h2></header>"
        f"<div class=body>{TEXT * 2}</div></main></body></html>"
    )
    body = read_html(html, "a.html").body
    assert body.startswith("Seven boats lie in the harbour of the town\n\nThe harbour")


def test_parts_between_adverts_are_joined_and_the_next_article_is_not() -> None:
    part = f"<div class=body-part>{TEXT * 2}</div>"
    following = (
        f"<article><h1>Another story</h1><div>{TEXT.replace('seven', 'nine') * 4}</div></article>"
    )
    html = (
        "<html><body><main><h1>Boats</h1>"
        f"{part}<div class=ad><p>Advertisement</p></div>{part.replace('seven', 'eight')}</main>"
        f"{following}</body></html>"
    )
    body = read_html(html, "a.html").body
    assert ("seven" in body, "eight" in body, "nine" in body) == (True, True, False)
    assert "Advertisement" not in body


def test_byline_date_and_links_to_others_are_no_text() -> None:
    html = page("<p><a href=/x>Another story that somebody wrote</a></p>").replace(
        "</h1>", "</h1><p>By Anna Rossi</p><p>Updated 12 May 2025, 14:30</p>"
    )
    draft = read_html(html, "a.html")
    assert draft.body == f"{(SENTENCE * 3).strip()}\n\n{(SENTENCE * 3).strip()}\n"
    assert "Another story that somebody wrote" in draft.dropped


def test_words_of_the_text_are_never_listed_as_left_out() -> None:
    odd = (
        "<p>Das ist ein So\xadnder\u200bfall für Mu\u0308nchen\u200e, sagt sie: H<sub>2</sub>O.</p>"
    )
    assert read_html(page(odd), "a.html").dropped == ()


def test_what_stands_in_the_cells_of_a_table_is_not_listed_as_left_out() -> None:
    rows = (
        "<table><tr><th>Year</th><th>Spent</th></tr><tr><td>2024</td>"
        "<td><p>First loan.</p><p>Second loan.</p></td></tr><tr><td>2025</td>"
        "<td><ul><li>stone 4.2 m</li><li>labour 3.1 m</li></ul></td></tr></table><p>Anzeige</p>"
    )
    assert read_html(page(rows), "a.html").dropped == ("Anzeige",)


@pytest.mark.parametrize("lead", ["", "<h2 class=lead>Both came home on Monday night.</h2>"])
@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Anna Berg and Carl Dahl", ("Anna Berg", "Carl Dahl")),
        ("By <a href=/a>Anna Berg</a> and <a href=/b>Carl Dahl</a>", ("Anna Berg", "Carl Dahl")),
        ("By Anna Berg, Eva Falk and Carl Dahl", ("Anna Berg", "Eva Falk", "Carl Dahl")),
        ("By Anna Berg", ("Anna Berg",)),
        ("By Anna Berg in Hull and agencies", ("Anna Berg",)),
    ],
)
def test_a_second_author_whom_only_the_byline_names_is_known_too(
    line: str, authors: tuple[str, ...], lead: str
) -> None:
    data = '{"@type": "NewsArticle", "author": "Anna Berg"}'
    html = f"""<html><head><script type="application/ld+json">{data}</script></head><body><article>
    <h1>Boats</h1>{lead}<p class=byline>{line}</p><p>{SENTENCE * 9}</p></article></body></html>"""
    assert read_html(html, "a.html").authors == authors


@pytest.mark.parametrize("words", ["Subscribe to continue reading", "Abbonati per leggere tutto"])
def test_a_wall_that_stands_in_the_text_is_told_and_no_part_of_it(words: str) -> None:
    open_end = "The ferry will stop for four months from December, and islanders must then"
    html = f"<html><body><article><h1>Boats</h1><p>{open_end}</p><p>{words}</p></article></html>"
    draft = read_html(html, "a.html")
    assert draft.body == f"{open_end}\n"
    assert draft.dropped == (words,)
    assert "wall" in draft.remarks[0]


@pytest.mark.parametrize(
    "wall",
    [
        "<p>Jetzt weiterlesen mit Hafen Plus</p><p>Noch kein Abo?</p><p>30 Tage für 2 Euro</p>",
        "<p>Questo testo è riservato agli abbonati</p><p>Prova per 2 euro al mese</p>",
    ],
)
def test_an_offer_below_a_wall_is_of_the_wall(wall: str) -> None:
    draft = read_html(f"<article><h1>Boats</h1><p>{SENTENCE * 3}</p>{wall}</article>", "a.html")
    assert draft.body == f"{SENTENCE * 3}".strip() + "\n"
    assert "wall" in draft.remarks[0]


def test_a_last_sentence_about_subscribers_is_text() -> None:
    last = f"{SENTENCE}Nobody has to subscribe to read the minutes of the meeting on that day."
    html = page("").replace("</article>", f"<p>{last}</p></article>")
    assert read_html(html, "a.html").body.endswith(f"{last}\n")


def test_a_stub_behind_a_wall_is_said_to_be_one() -> None:
    script = data('{"@type": "NewsArticle", "headline": "x", "isAccessibleForFree": false%s}')
    assert "wall" in read_html(page("", script % ""), "a.html").remarks[0]
    assert "wall" in read_html(page("", script % ', "wordCount": 900'), "a.html").remarks[0]
    assert read_html(page("", script % ', "wordCount": 95'), "a.html").remarks == ()


def test_the_text_of_the_data_gets_its_paragraphs() -> None:
    text = r"One is here and long.\nTwo is here and long." + " More of it." * 60
    script = data(f'{{"@type": "Article", "articleBody": "{text}"}}')
    html = f"<html><head>{script}</head><body><p>One is here and long. It is.</p></body></html>"
    assert read_html(html, "a.html").body.startswith("One is here and long.\n\nTwo is here")


@pytest.mark.parametrize(
    "text", ["यह एक लंबा वाक्य है जो यहाँ लिखा गया है और आगे भी चलता है।", "这是一个很长的句子。" * 4]
)
def test_scripts_with_full_stops_of_their_own_are_text(text: str) -> None:
    links = "<a href=/>more of it</a>" * 30
    html = f"<html><body><div><p>{text}</p></div><nav>{links}</nav></body></html>"
    assert read_html(html, "a.html").body == f"{text}\n"


def test_a_gallery_of_thousands_costs_no_more_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    class Counting(str):
        __slots__ = ()

        def __contains__(self, part: object) -> bool:
            nonlocal compared
            compared += 1
            return super().__contains__(str(part))

    counted = "briefing.parsing.importers.html.letters_of"
    monkeypatch.setattr(counted, lambda text: Counting(letters_of(text)))
    figures = "".join(
        f"<figure><img src=/{n}.jpg><figcaption>The boat {n} at sea</figcaption></figure>"
        for n in range(1_000)
    )
    assert html.read_html(page(figures), "a.html").body.count("![") == 1_000
    assert compared < 1_000 * 70


BOATS = "Seven boats came home before the storm, two with broken masts, and nobody was hurt."
HARBOUR = (
    f"<html><head><meta name='description' content='{BOATS}'></head><body>"
    f"<header><h1>Boats are home</h1><div><div class='x1'>{BOATS}</div></div></header>"
    "<article><p>The first boat reached the harbour at noon, its captain said on Monday.</p>"
    "<p>The last one came in the evening, with the wind behind it and no sail left.</p>"
    "</article></body></html>"
)


def test_what_a_page_says_of_its_article_above_the_text_is_its_standfirst() -> None:
    body = read_html(HARBOUR, "a.html").body
    assert body.startswith(f"{BOATS}\n\nThe first boat")


def test_a_description_that_does_not_stand_above_the_text_is_no_part_of_it() -> None:
    elsewhere = HARBOUR.replace(f"<div class='x1'>{BOATS}</div>", "").replace(
        "</body>", f"<footer><div>{BOATS}</div></footer></body>"
    )
    assert BOATS not in read_html(elsewhere, "a.html").body


def test_a_caption_that_is_called_nothing_does_not_say_twice_what_its_picture_says() -> None:
    picture = "<img src=http://a.b/c.jpg alt='The māori boat at sea, in May. Photo: X'>"
    inner = f"{picture}<ul><li><p>The Maori boat at sea, in May</p></li></ul>"
    body = read_html(page(inner), "a.html", "http://a.b/").body
    assert "![The māori boat at sea, in May. Photo: X](<http://a.b/c.jpg>)" in body
    assert body.count("boat at sea") == 1


def test_the_lines_of_a_caption_are_parted() -> None:
    caption = "<figcaption>The boat<br>at sea<p>on Monday</p></figcaption>"
    inner = f"<figure><img src=http://a.b/c.jpg>{caption}</figure>"
    assert "![The boat at sea on Monday](" in read_html(page(inner), "a.html").body


@pytest.mark.parametrize("url", [None, "https://town.example/harbour"])
@pytest.mark.parametrize(
    "mark",
    [
        "<a href=#fn1><sup>1</sup></a>",
        "<sup><a href=#fn1><span>[</span>1<span>]</span></a></sup>",
        "<sup><a href=#fn1>1</a>,<a href=#fn2>2</a></sup>",
        "<a href=#ref1>↩︎</a>",
    ],
)
def test_marks_of_footnotes_go_and_their_sentence_is_not_said_to_be_left_out(
    mark: str, url: str | None
) -> None:
    draft = read_html(page(f"<p>It was in 2008{mark}, when 14{mark} left.</p>"), "a.html", url)
    assert "It was in 2008, when 14 left." in draft.body
    assert draft.dropped == ()


def test_three_lists_below_each_other_count_each_for_itself() -> None:
    each = "<ol><li>The {0} boat.</li><li>The {0} mill.</li></ol>"
    body = read_html(page("".join(map(each.format, ("first", "second", "third")))), "a.html").body
    assert [line[:2] for line in body.split("\n") if " boat." in line] == ["1.", "1)", "1."]


TITLE = "Seven boats lie in a row"


@pytest.mark.parametrize(
    ("headings", "name"),
    [
        (f"<h1><span>Harbour news</span> {TITLE}</h1>", TITLE),
        (f"<h1><div>Harbour:</div>{TITLE}</h1>", f"{TITLE} | The Mill"),
        (f"<h1>The Mill Times</h1><h2>{TITLE}</h2>", f"{TITLE} – The Mill Times"),
        (f"<h1>上海报</h1><h2>{TITLE}</h2>", f"{TITLE} | 上海报"),
    ],
)
def test_a_headline_is_what_page_and_data_both_say_without_kicker_and_site(
    headings: str, name: str
) -> None:
    html = f"""<html lang=en><head><title>{name}</title></head><body><main>{headings}
    <div>{TEXT * 4}</div></main></body></html>"""
    draft = read_html(html, "a.html")
    assert draft.title == TITLE
    assert TITLE not in draft.body


def test_a_kicker_stays_in_a_title_that_the_data_name_with_it() -> None:
    whole = f"Harbour news {TITLE}"
    html = f"""<html lang=en><head><title>{whole}</title></head><body><main>
    <h1><span>Harbour news</span> {TITLE}</h1><div>{TEXT * 4}</div></main></body></html>"""
    assert read_html(html, "a.html").title == whole
