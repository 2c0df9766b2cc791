from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from briefing.model.errors import InputError
from briefing.model.front_matter import FrontMatter
from briefing.parsing.front_matter_writer import render_front_matter
from briefing.parsing.importers.html import read_html
from briefing.parsing.importers.page.words import MOST_DROPPED
from briefing.parsing.reading import open_document

ARTICLES = Path(__file__).parents[2] / "cases" / "articles"
SENTENCES = "Ein Absatz, der lang genug ist. Er hat einen zweiten Satz, damit er bleibt. "
PAGE = f"""<!doctype html><html lang="de-AT"><head><title>Der Titel | Zeitung</title>
<meta property="article:published_time" content="2025-05-30T10:00:00+02:00"></head><body>
<header><nav><ul><li><a href="/">Startseite</a></li></ul></nav></header>
<div>Wir verwenden Cookies. <button>Akzeptieren</button></div>
<main><article><h1>Der <em>Titel</em></h1>
<p>Ein <b>erster</b> Absatz mit *Stern*, _Strich_ und &lt;spitzen&gt; Klammern.<br>Neue Zeile.</p>
<p>{SENTENCES}</p>
<h2>1. Zwischen_titel #</h2><p>- {SENTENCES}</p>
<blockquote><p>Ein Zitat, das im Artikel steht, weil jemand es gesagt hat.</p></blockquote>
<ul><li>Eins</li><li>Zwei <i>und</i> mehr<ul><li>innen</li></ul></li></ul>
<ol><li>Erstens</li><li>Zweitens</li></ol>
<table><tr><th>Land</th><th>Zahl</th></tr><tr><td>Italien</td><td>5 | 6</td></tr></table>
<pre><code>x = 1
y = "```"</code></pre>
<p><strong>Fett statt Titel</strong></p><p>{SENTENCES * 2}</p>
<p>Lesen Sie auch: Etwas anderes</p>
</article></main><aside><h3>Meistgelesen</h3><a href="/a">Andere Geschichte</a></aside>
<footer><p>Kommentare (0)</p></footer><script>var hidden = 1;</script></body></html>"""


def opened(html: str) -> tuple[list[str], list[str | None], tuple[str, ...]]:
    """Lines, headings and dropped lines of a page after its import."""
    draft = read_html(html, "a.html")
    front = render_front_matter(FrontMatter(title=draft.title, dropped=draft.dropped))
    document = open_document(front + "\n" + draft.body, name="a")
    assert document.faults == ()
    article = document.article()
    return article.text.split("\n"), [s.heading for s in article.sections], draft.dropped


def test_every_word_of_the_article_is_there_as_the_page_has_it() -> None:
    lines, headings, _dropped = opened(PAGE)
    sentences = SENTENCES.strip()
    assert lines == [
        "Der Titel",
        "Ein erster Absatz mit *Stern*, _Strich_ und <spitzen> Klammern.",
        "Neue Zeile.",
        sentences,
        "1. Zwischen_titel #",
        f"- {sentences}",
        "Ein Zitat, das im Artikel steht, weil jemand es gesagt hat.",
        *("Eins", "Zwei und mehr", "innen", "Erstens", "Zweitens"),
        *("Land\tZahl", "Italien\t5 | 6"),
        *("x = 1", 'y = "```"'),
        "Fett statt Titel",
        (SENTENCES * 2).strip(),
    ]
    assert headings == [None, "1. Zwischen_titel #", "Fett statt Titel"]


def test_what_of_the_page_is_no_article_is_listed() -> None:
    _lines, _headings, dropped = opened(PAGE)
    assert dropped == (
        "Startseite",
        "Wir verwenden Cookies. Akzeptieren",
        "Lesen Sie auch: Etwas anderes",
        "Meistgelesen",
        "Andere Geschichte",
        "Kommentare (0)",
    )


def test_of_a_caption_that_stands_in_the_text_its_credit_alone_is_left_out() -> None:
    picture = (
        "<figure><img src=b.jpg><figcaption>Boote liegen am Abend im Hafen. Foto: Jan Smit/AP"
        "</figcaption></figure>"
    )
    lines, _headings, dropped = opened(PAGE.replace("<h2", f"{picture}<h2", 1))
    assert "Boote liegen am Abend im Hafen." in lines
    assert "Foto: Jan Smit/AP" in dropped
    assert not any("Boote" in line for line in dropped)


def test_links_of_a_page_from_the_web_are_whole() -> None:
    page = PAGE.replace("*Stern*", '<a href="../b">*Stern*</a>')
    assert "[\\*Stern\\*](<https://a.b/b>)," in read_html(page, "x", "https://a.b/c/d").body
    assert "mit \\*Stern\\*," in read_html(page, "a.html").body


def test_language_and_date_are_those_of_the_page() -> None:
    draft = read_html(PAGE, "a.html")
    assert (draft.language, draft.published) == ("de-AT", "2025-05-30")
    without = PAGE.replace("2025-05-30T10:00:00+02:00", "")
    assert read_html(without, "a.html").published is None


def test_the_article_of_the_truth_set_is_found() -> None:
    truth = yaml.safe_load((ARTICLES / "en-trade.yaml").read_text("utf-8"))
    lines, headings, dropped = opened((ARTICLES / "en-trade.html").read_text("utf-8"))
    assert lines == truth["text"].splitlines()
    assert headings[1:] == truth["headings"]
    assert all(any(line in each for each in dropped) for line in truth["residue"])


def test_a_portal_does_not_fill_the_front_matter() -> None:
    links = "".join(f"<li><a href=/{n}>Link Nummer {n}</a></li>" for n in range(2_000))
    draft = read_html(PAGE.replace("<footer>", f"<footer><ul>{links}</ul>"), "a.html")
    assert len(draft.dropped) == MOST_DROPPED + 1
    assert "more lines" in draft.dropped[-1]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<html></html>",
        "<html><body><nav><a href=/>Home</a> <a href=/a>News</a></nav></body></html>",
        "<html><body><script>var x = 1;</script></body></html>",
        "<!doctype html><html><body>" + "<div>" * 3_000 + "x",
        "<!doctype html><p>" + "&#0;\x00\x01" * 10,
        "<html><!-- " * 100,
    ],
)
def test_a_page_without_an_article_is_one_clear_line(
    html: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(InputError, match=r"a\.html: no article was found"):
        read_html(html, "a.html")
    assert capfd.readouterr() == ("", "")


def test_raised_links_to_footnotes_are_no_part_of_the_numbers_before_them() -> None:
    mark = '<sup class="ref"><a href="#fn1">1</a></sup>'
    page = PAGE.replace("Satz, damit er bleibt.", f"Satz von 1974.{mark} Und 10<sup>6</sup> Worte.")
    lines, _headings, dropped = opened(page)
    assert any("Satz von 1974. Und" in line for line in lines)
    assert not any("1974" in line for line in dropped)


@pytest.mark.parametrize(
    ("reference", "read"),
    [
        ("&#11;", ""),
        ("&#2;", ""),
        ("&#xFFFE;", ""),
        ("&#x1b;", ""),
        ("&#xD800;", ""),
        ("&#1114112;", ""),
        ("&#0;", ""),
        ("&#150;", "–"),
        ("&#x80;", "€"),
        ("&#xe0;", "à"),
    ],
)
def test_a_reference_to_a_control_character_costs_that_character(reference: str, read: str) -> None:
    page = f"<html><body><article><p>vor{reference}her. {SENTENCES * 3}</p></article></body></html>"
    assert f"vor{read}her." in read_html(page, "a.html").body
