"""What stands around an article on its page, and what is none of its headings."""

from __future__ import annotations

import pytest

from briefing.model.original import Original
from briefing.parsing.importers.formats import begin_original
from briefing.parsing.importers.html import read, read_html
from briefing.text.lines import letters_of
from tests.parsing.importers.page.test_page import SENTENCE, TEXT, data, page

CONSENT = "<p>We store cookies on your device, to show adverts that suit you, she may refuse.</p>"


def test_a_dialog_for_consent_with_more_text_than_the_article_is_none_of_it() -> None:
    dialog = f"<div id=onetrust-consent-sdk><div class=ot-content>{CONSENT * 20}</div></div>"
    html = page("").replace("</body>", f"{dialog}</body>")
    body = read_html(html, "a.html").body
    assert "cookies" not in body
    assert SENTENCE.strip() in body


@pytest.mark.parametrize(
    "attributes",
    [
        "class='privacy-modal show'",
        "id=usercentrics-root",
        "class='BorlabsCookie _brlbs-bar'",
        "class=cmplz-cookiebanner",
        "class='third-party-services--placeholder'",
        "aria-modal=true",
        "class='newsletter-popup__inner'",
        "class='search-overlay wide'",
    ],
)
def test_what_is_laid_over_a_page_goes_though_most_of_its_text_is_there(attributes: str) -> None:
    dialog = f"<div {attributes}><h2>Boats that count</h2>{CONSENT * 12}</div>"
    body = read_html(page(TEXT * 8 + dialog), "a.html").body
    assert "cookies" not in body
    assert "count" not in body


def test_a_dialog_that_holds_the_article_is_the_page() -> None:
    html = page(TEXT * 4).replace("<body>", "<body><p>Menu</p><div class='reader-modal'>")
    assert SENTENCE.strip() in read_html(html, "a.html").body


def test_a_link_that_opens_a_dialog_is_text() -> None:
    line = f"<p>She counts <a class='js-popup' href=/boats>seven boats</a> there. {SENTENCE}</p>"
    assert "seven boats" in read_html(page(TEXT * 4 + line), "a.html").body


def test_what_a_frame_shows_where_there_are_none_is_no_text() -> None:
    frame = "<div><iframe src=/a><a href=/b>Click for boats, that is free.</a></iframe></div>"
    assert "Click" not in read_html(page(TEXT + frame + TEXT), "a.html").body


def test_lists_without_full_stops_are_the_article_beside_a_footer_with_many() -> None:
    places = "".join(f"<p>Place {n}: street, square, {'mill, ' * 10}bridge</p>" for n in "123")
    rights = "<p>All rights are reserved by law, in every country. Ask first.</p>" * 4
    html = (
        f"<html><body><div class='wrapper gate-ad'><main><div><p>{SENTENCE}</p>{places}</div>"
        f"</main></div><footer>{rights}</footer></body></html>"
    )
    body = read_html(html, "a.html").body
    assert "Place 3" in body
    assert "rights" not in body


@pytest.mark.parametrize(
    "name", ["embed-wrapper embed-wrapper--blocked", "article-newsletter-body"]
)
def test_a_small_box_that_is_plainly_called_something_else_goes(name: str) -> None:
    box = f"<div class='{name}'><h3>Read this, too</h3><p>{SENTENCE}</p></div>"
    body = read_html(page(TEXT * 8 + box), "a.html").body
    assert "too" not in body


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("<h1>Boats<br>are home</h1>", "Boats are home"),
        ("<h1><div>Boats</div><div>are home</div></h1>", "Boats are home"),
        ("<h1><span>Harbour</span><span>Boats are home</span></h1>", "Harbour Boats are home"),
        ("<h1><span>You</span><b>Tube</b> is home</h1>", "YouTube is home"),
        ("<h1><div>Harbour</div><div>: Boats are home</div></h1>", "Harbour: Boats are home"),
        ("<h1>The <q>last</q> boat</h1>", "The “last” boat"),
        ("<h1><style>.a{b:c}</style>Boats<script>d()</script> are home</h1>", "Boats are home"),
        ("<h1><svg><title>mark</title></svg>Boats are home</h1>", "Boats are home"),
        ("<h1><span>The harbour</span>“Boats are home”</h1>", "The harbour “Boats are home”"),
        ("<h1><span>T</span>The boat</h1>", "TThe boat"),
        ("<h1><b>Boats</b> : <small>Day <time>4.5.22</time></small></h1>", "Boats"),
    ],
)
def test_the_parts_of_a_title_are_parted_as_they_are_shown(heading: str, title: str) -> None:
    html = f"<html><body><article>{heading}{TEXT}</article></body></html>"
    assert read_html(html, "a.html").title == title


@pytest.mark.parametrize(
    ("inner", "written"),
    [
        ("<h2><span>Harbour:</span><span>Boats</span></h2><p>All. So.</p>", "## Harbour: Boats"),
        ("<h2><a href=/b>The last boat is home again</a></h2><p>All is well.</p>", "## The last"),
    ],
)
def test_headings_of_the_article_stay(inner: str, written: str) -> None:
    assert written in read_html(page(inner), "a.html").body


@pytest.mark.parametrize(
    "inner",
    [
        "<h2>___</h2>",
        "<p>Published June 4, 2026 • Last updated 1 day ago • 2 minute read</p>",
    ],
)
def test_what_is_no_heading_and_no_text_goes(inner: str) -> None:
    html = page("").replace("</h1>", f"</h1>{inner}")
    assert read_html(html, "a.html").body.startswith(SENTENCE.strip())


def test_headings_that_lead_to_other_articles_go() -> None:
    others = "".join(
        f"<h3><a href=/{n}>The {n} boat is home again</a></h3>" for n in ("first", "last")
    )
    body = read_html(page(f"{others}<h2>The mast</h2>"), "a.html").body
    assert "boat is" not in body
    assert "## The mast" in body


@pytest.mark.parametrize(
    "inner", ["<p><b>Anna Berg</b></p>", "<header><h2>Seven boats are home</h2></header>"]
)
def test_a_line_below_the_title_is_no_heading(inner: str) -> None:
    html = page("").replace("</h1>", f"</h1>{inner}")
    assert "#" not in read_html(html, "a.html").body


def test_the_title_with_a_kicker_is_not_said_again() -> None:
    html = page("").replace("</h1>", "</h1><h2>Opinion The harbour of the town</h2>")
    assert "Opinion" not in read_html(html, "a.html").body


WALL = "<div><p>Subscribe to continue reading</p><p>Only 5 euros a month</p></div>"


def test_a_text_that_breaks_off_before_a_wall_is_said_to_be_a_stub() -> None:
    html = page("<p>The last boat came in the…</p>").replace(
        f"</p>{TEXT}</article>", "</p></article>"
    )
    assert "wall" in read_html(html.replace("</body>", f"{WALL}</body>"), "a.html").remarks[0]
    assert read_html(html, "a.html").remarks == ()


def test_a_whole_text_above_an_offer_is_no_stub() -> None:
    html = page(TEXT * 12).replace("</body>", f"<div>{WALL}</div></body>")
    assert read_html(html, "a.html").remarks == ()
    paid = data('{"@type": "NewsArticle", "headline": "x", "isAccessibleForFree": false}')
    assert read_html(page(TEXT * 12, paid), "a.html").remarks == ()


@pytest.mark.parametrize(
    ("times", "above", "is_stub"), [(3, "", True), (3, "<p>Seal Bay</p>", False), (12, "", False)]
)
def test_a_wall_right_below_a_text_of_middling_length_cuts_it(
    times: int, above: str, is_stub: bool
) -> None:
    html = page(TEXT * times).replace("</body>", f"{above}{WALL}</body>")
    assert bool(read_html(html, "a.html").remarks) == is_stub


def test_an_advert_to_scroll_past_is_no_wall() -> None:
    html = page("").replace("</body>", "<p>Advertisement. Scroll to continue reading.</p></body>")
    assert read_html(html, "a.html").remarks == ()


def test_a_long_page_is_opened_by_its_beginning_which_the_whole_begins_with() -> None:
    html = page("".join(f"<h2>Part {n}</h2>{TEXT}" for n in range(1_600)))
    beginning = begin_original(Original(html.encode(), "a.html", "a.html"))
    assert beginning is not None
    assert 10_000 < len(beginning.body) < 40_000
    assert read_html(html, "a.html").body.startswith(beginning.body.strip())


def test_a_page_of_scripts_is_read_at_once() -> None:
    html = page(f"<script>{'var x = 1; ' * 40_000}</script>")
    assert begin_original(Original(html.encode(), "a.html", "a.html")) is None


def test_verse_without_full_stops_is_the_text_of_a_page_with_many_links() -> None:
    links = "".join(f"<li><a href=/{n}>The song of the {n} boats</a></li>" for n in range(60))
    verse = "Row the boat ashore<br>Row it to the town<br>Row it past the harbour<br>Lay it down"
    html = f"<html><body><ul>{links}</ul><div class=post-body>{verse}</div></body></html>"
    assert "Lay it down" in read_html(html, "a.html").body


@pytest.mark.parametrize("name", ["media", "widget text"])
def test_a_text_in_parts_with_a_vague_name_is_the_article(name: str) -> None:
    parts = f"<div class='{name}'>{TEXT * 2}</div>" * 3
    html = f"<html><body><div><h1>The harbour</h1><p>{SENTENCE}</p>{parts}</div></body></html>"
    assert read_html(html, "a.html").body.count("The harbour has") > 6


def test_what_was_said_in_a_forum_is_its_text() -> None:
    posts = f"<article class=message><article class=message-body>{TEXT}</article></article>" * 6
    html = f"<html><body><div><h1>Seven boats?</h1><div>{posts}</div></div></body></html>"
    assert read_html(html, "a.html").body.count("The harbour has") == 18


def test_entries_of_other_days_inside_an_article_are_none_of_it() -> None:
    entries = f"<article class=hentry><p>Elsewhere it rains. {SENTENCE}</p></article>" * 9
    assert "rains" not in read_html(page(entries), "a.html").body


def test_comments_with_more_text_than_the_article_are_none_of_it() -> None:
    comments = f"<div class=thread><div><p>I say so. {SENTENCE * 9}</p></div></div>" * 9
    html = (
        page(TEXT)
        .replace("<body>", "<body><main>")
        .replace("</body>", f"</main><footer><div>{comments}</div></footer></body>")
    )
    body = read_html(html, "a.html").body
    assert SENTENCE.strip() in body
    assert "I say so" not in body


def test_the_article_is_the_one_with_the_title_of_the_page() -> None:
    head = "<title>The harbour of the town</title>"
    others = f"<article><h1>The mills</h1><p>Mills are on land. {SENTENCE * 40}</p></article>"
    own = f"<article><h1>The harbour of the town</h1>{TEXT * 2}</article>"
    html = f"<html><head>{head}</head><body><div>{own}{others}</div></body></html>"
    assert "Mills" not in read_html(html, "a.html").body


@pytest.mark.parametrize(
    ("called", "heading", "title"),
    [
        ("Boats", "The last ferry", "The last ferry"),
        ("Boats", "<a href=/>The Harbour Times</a>", "Boats"),
        ("Boats", "<a href='https://harbour.example/'>The Harbour Times</a>", "Boats"),
        ("The boats are home", "A word beside it", "The boats are home"),
    ],
)
def test_a_heading_says_more_than_a_word_and_the_name_of_a_site_does_not(
    called: str, heading: str, title: str
) -> None:
    html = f"<html><head><title>{called}</title></head><body><h1>{heading}</h1>{TEXT}</body></html>"
    assert read_html(html, "a.html").title == title


def test_a_page_that_is_shown_without_scripts_only_is_read() -> None:
    html = page(TEXT * 8).replace("<body>", "<body><noscript>").replace("</body>", "</noscript>")
    assert SENTENCE.strip() in read_html(html, "a.html").body


def test_what_only_says_that_there_are_no_scripts_is_no_text() -> None:
    hint = f"<noscript><p>Scripts are off. {SENTENCE * 20}</p></noscript>"
    body = read_html(page(TEXT * 40).replace("<body>", f"<body>{hint}"), "a.html").body
    assert "Scripts" not in body


@pytest.mark.parametrize(
    "button",
    [
        "<h3><button aria-expanded=false><span>Why is the mill closed?</span></button></h3>",
        "<button><h3>Why is the mill closed?</h3><i>+</i></button>",
        "<h3 role=tab>Why is the mill closed?</h3>",
    ],
)
def test_the_heading_of_a_text_that_can_be_folded_stays(button: str) -> None:
    body = read_html(page(f"{button}<div><p>{SENTENCE}</p></div>"), "a.html").body
    assert "### Why is the mill closed?\n\nThe harbour" in body


def test_a_button_inside_a_heading_is_none_of_it() -> None:
    inner = f"<h3>The mill <button>Copy link</button></h3><p>{SENTENCE}</p>"
    assert "### The mill\n" in read_html(page(inner), "a.html").body


def test_what_a_server_sends_late_stands_where_it_is_shown() -> None:
    late = f"<div hidden id=S:1><h2>The mill</h2><p>It is sold. {SENTENCE}</p></div>"
    html = page("<template id=B:1></template><h2>The mast</h2>")
    body = read_html(html.replace("</body>", f"{late}</body>"), "a.html").body
    assert body.index("## The mill") < body.index("It is sold.") < body.index("## The mast")


@pytest.mark.parametrize(
    "name", ["overflow-hidden", "overflow-x-scroll", "hidden-print", "md:hidden", "scroll-mt-4"]
)
def test_how_a_part_looks_does_not_speak_against_it(name: str) -> None:
    body = read_html(page(f"<div class='{name}'><p>It is sold, she said.</p></div>"), "a.html").body
    assert "It is sold" in body


@pytest.mark.parametrize("name", ["box hidden", "scroll", "is-hidden"])
def test_what_is_called_hidden_or_a_scroller_goes(name: str) -> None:
    body = read_html(page(f"<div class='{name}'><p>It is sold, she said.</p></div>"), "a.html").body
    assert "It is sold" not in body


def test_the_header_of_a_section_keeps_its_heading() -> None:
    inner = f"<header class=section-header><h2>The mill</h2></header><p>{SENTENCE}</p>"
    assert "## The mill" in read_html(page(TEXT * 3 + inner), "a.html").body


def test_the_heading_of_what_is_left_out_goes_with_it() -> None:
    links = "".join(f"<li><a href=/{n}>The song of the {n} boats</a></li>" for n in range(9))
    inner = f"<h2>Songs</h2><div class=teaser><ul>{links}</ul></div><h2>The mast</h2>"
    body = read_html(page(inner), "a.html").body
    assert "Songs" not in body
    assert "## The mast" in body


def test_a_heading_stays_above_a_higher_one_and_bold_lines_where_there_are_headings() -> None:
    inner = (
        f"<h4>Step 1</h4><h2>Build the mast</h2><p>{SENTENCE}</p><p><b>Mind the wind</b></p>"
        f"<p>{SENTENCE}</p>"
    )
    body = read_html(page(inner), "a.html").body
    assert "#### Step 1\n\n## Build the mast" in body
    assert "\n**Mind the wind**\n" in body


def test_a_long_question_is_a_heading() -> None:
    question = (
        "What has the town to do with the mill that nobody wanted to buy for all these years?"
    )
    inner = f"<h3>{question}</h3><p>{SENTENCE}</p>"
    assert f"### {question}" in read_html(page(inner), "a.html").body


def test_what_holds_the_main_part_of_a_page_is_not_around_it() -> None:
    html = page("").replace("<body>", "<body><header role=banner><section role=complementary>")
    html = html.replace("<article>", "<div role=main><article>")
    assert SENTENCE.strip() in read_html(html, "a.html").body


def test_panels_that_can_be_folded_stand_in_no_row_of_tabs() -> None:
    panel = f"<div role=tabpanel><p>It is sold. {SENTENCE}</p></div>"
    body = read_html(page(f"<div role=tablist>{panel}</div>"), "a.html").body
    assert "It is sold." in body
    tabs = "<ul role=tablist><li>Map</li><li>Video</li></ul>"
    assert "Video" not in read_html(page(tabs), "a.html").body


def test_a_page_goes_on_behind_an_end_that_stands_too_early() -> None:
    html = page("").replace("<article>", "</body></html><div><article>")
    assert SENTENCE.strip() in read_html(html, "a.html").body


@pytest.mark.parametrize("tag", ["div", "font"])
def test_a_text_that_stands_deep_in_others_is_read(tag: str) -> None:
    html = page(f"{f'<{tag}>' * 400}<p>It is sold.</p><p>So it is.</p>{f'</{tag}>' * 400}")
    body = read_html(html, "a.html").body
    assert "It is sold.\n\nSo it is." in body
    assert body.count(SENTENCE.strip()) == 6


def test_a_page_with_a_few_zero_bytes_is_a_page() -> None:
    data = page(TEXT * 20).encode().replace(b"<article>", b"<article>\0\0")
    assert SENTENCE.strip() in read(Original(data, "a.html", "a.html")).body


BOX = f"<p>She lives by the sea. {SENTENCE}</p>"


@pytest.mark.parametrize(
    "heading", ["About the Author", "Über die Autorin", "Join our newsletter!", "Articoli recenti:"]
)
def test_a_box_below_the_text_that_its_heading_names_goes(heading: str) -> None:
    html = page("").replace("</article>", f"<h3>{heading}</h3>{BOX}</article>")
    draft = read_html(html, "a.html")
    assert "by the sea" not in draft.body
    assert heading in draft.dropped


def test_a_section_of_that_name_stays_above_the_text_and_where_it_is_long() -> None:
    above = page("").replace("</h1>", f"</h1><h3>About the author</h3>{BOX}<h2>The mast</h2>")
    assert "by the sea" in read_html(above, "a.html").body
    long = page("").replace("</article>", f"<h3>About the author</h3>{BOX * 20}</article>")
    assert "by the sea" in read_html(long, "a.html").body


def test_a_table_of_contents_goes_with_the_list_below_it() -> None:
    links = "<li><a href=#a>The mast</a></li><li><a href=#b>The mill</a></li>"
    sections = f"<h2 id=a>The mast</h2>{TEXT}<h2 id=b>The mill</h2>"
    html = page(f"<h2>Table of Contents</h2><ul>{links}</ul>{sections}")
    body = read_html(html, "a.html").body
    assert "Contents" not in body
    assert body.count("The mill") == 1


def test_the_lines_of_cells_with_lists_are_not_left_out() -> None:
    cells = "<tr><td>Gull</td><td><ul><li>Ann</li><li>Bob</li></ul></td></tr>"
    draft = read_html(page(f"<table><tr><th>Boat</th><th>Crew</th></tr>{cells}</table>"), "a.html")
    assert not {"Gull", "Ann", "Bob"} & set(draft.dropped)


@pytest.mark.parametrize(
    "line",
    [
        "Our newsletter comes every day.",
        "Unser Newsletter kommt an jedem Tag.",
        "Suivez-nous, abonnez-vous à la lettre du jour.",
        "Such views do not necessarily reflect those of the paper.",
        "Anna Berg is a writer who lives by the sea.",
        "Write to Anna Berg at anna@example.org.",
    ],
)
def test_a_last_line_that_asks_for_something_or_names_its_author_goes(line: str) -> None:
    end = f"<p>{line}</p><p>Seven boats</p></article>"
    html = page("", head="<meta name=author content='Carl Dahl and Anna Berg'>")
    draft = read_html(html.replace("</article>", end), "a.html")
    assert line not in draft.body
    assert line in draft.dropped
    above = html.replace("</h1>", f"</h1>{TEXT}<p>{line}</p>{TEXT}")
    assert letters_of(line) in letters_of(read_html(above, "a.html").body)


@pytest.mark.parametrize(
    "line",
    [
        "Berg am See was the last town that the boats came to.",
        "Agents of the harbour earn a commission of six per cent, the mayor said.",
        "El alcalde admitió recibir una comisión de dos millones.",
        "Le maire est soupçonné de toucher une commission de dix pour cent.",
        "Wer hat den Fehler in den Listen des Hafens entdeckt?",
        "The views of the witness do not necessarily reflect what was seen there.",
        "They will follow us to the end of the road, the crews said.",
        "Ces mots n'engagent que le maire et sa ville.",
    ],
)
def test_a_line_of_the_text_stays_though_it_has_words_of_such_lines(line: str) -> None:
    html = page("", head="<meta name=author content='Carl Dahl and Anna Berg'>")
    last = read_html(html.replace("</article>", f"<p>{line}</p></article>"), "a.html")
    first = read_html(html.replace("</h1>", f"</h1><p>{line}</p>"), "a.html")
    assert letters_of(line) in letters_of(last.body)
    assert letters_of(line) in letters_of(first.body)


def test_the_name_of_a_site_begins_no_note_on_an_author() -> None:
    named = "content='Lower Town Times'"
    head = f"<meta name=author {named}><meta property=og:site_name {named}>"
    html = page("", head=head).replace("</article>", "<p>Town halls stay open.</p></article>")
    assert "Town halls" in read_html(html, "a.html").body


@pytest.mark.parametrize("name", ["testimonials-wrapper", "CallToActionBox_component", "hero-cta"])
def test_praise_and_calls_for_action_are_none_of_the_text(name: str) -> None:
    box = f"<div class={name}><p>The best boats of all, and the best of crews. Ann</p></div>"
    assert "best boats" not in read_html(page(box + TEXT * 4), "a.html").body


@pytest.mark.parametrize(
    "line",
    [
        "When you buy through links on our site, we may earn a commission.",
        "Dieser Text enthält Links, für die wir Geld erhalten: Es sind Affiliate-Links.",
        "Cet article contient des liens affiliés.",
    ],
)
def test_what_says_how_a_site_is_paid_goes_from_the_top_and_stays_in_the_text(line: str) -> None:
    above = page(TEXT * 8).replace("</h1>", f"</h1><p>{line}</p>")
    assert letters_of(line) not in letters_of(read_html(above, "a.html").body)
    within = page(f"{TEXT * 8}<p>{line}</p>{TEXT * 8}")
    assert letters_of(line) in letters_of(read_html(within, "a.html").body)


@pytest.mark.parametrize("author", ["Will Harbour", "Boats Berg"])
def test_a_last_sentence_that_begins_with_a_word_of_the_text_is_no_note(author: str) -> None:
    last = f"{author.split(maxsplit=1)[0]} the owners sell them? Nobody said so."
    above = f"<p>They will say so in June, and {SENTENCE}</p>" * 8
    head = f"<meta name=author content='{author}'>"
    html = page(above, head=head).replace("</article>", f"<p>{last}</p></article>")
    assert last in read_html(html, "a.html").body
