"""Letters: their words once, what they quote, what is attached, and letters inside them."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from briefing.model.errors import InputError
from briefing.model.original import Original
from briefing.parsing.importers.formats import kind_of
from tests.parsing.importers.test_papers import article_of, read

LETTER = b"""From: Anna Rossi <anna@example.org>
To: list@example.org
Subject: =?utf-8?q?Daily_briefing=3A_Kyjiw_und_mehr?=
Date: Thu, 29 May 2025 08:15:00 +0200
Message-ID: <1@example.org>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=outer

--outer
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: text/plain; charset=utf-8

Costs rose to 4.2
million euros in the whole of the United
Kingdom, as the ministry said on Thursday.

On Wed, Bob wrote:
> What did it cost?
> > And when?

--inner
Content-Type: text/html; charset=utf-8

<p>Costs rose to 4.2 million euros in the whole of the United Kingdom.</p>
--inner--

--outer
Content-Type: application/pdf; name=report.pdf
Content-Disposition: attachment; filename="report.pdf"
Content-Transfer-Encoding: base64

JVBERi0=
--outer--
"""


def test_a_letter_has_its_subject_and_day_its_words_once_and_names_what_is_attached() -> None:
    draft = read(LETTER, "briefing.eml")
    assert draft.title == "Daily briefing: Kyjiw und mehr"
    assert draft.published == "2025-05-29"
    assert draft.authors == ("Anna Rossi",)
    assert draft.remarks == ("attached: report.pdf",)
    text = article_of(draft).text
    assert text.count("million euros") == 1


def test_what_a_letter_quotes_is_a_quote() -> None:
    draft = read(LETTER, "briefing.eml")
    assert "\n> What did it cost?\n>\n> > And when?" in draft.body


def test_a_letter_is_told_by_its_headers() -> None:
    assert kind_of(Original(LETTER, "-", "")) == "mail"
    assert kind_of(Original(b"Subject: this is a text\n\nWords.", "-", "")) == "unknown"


def test_what_only_its_name_says_to_be_a_letter_is_a_text_or_one_line() -> None:
    with pytest.raises(InputError, match="binary"):
        read(bytes(range(256)) * 20, "letter.eml")
    assert article_of(read(b"Dear all\n\nSeven boats came.\n", "a.eml")).text.startswith("Dear all")


HEAD = "From: a@b.example\nSubject: x\nDate: Mon, 5 Oct 2026 07:00:00 +0200\n"


@pytest.mark.parametrize(
    "words",
    [
        "Hello Bob\n\nI come on Friday with the numbers. Bring the key.\n\nThanks\n\nIda",
        (
            "To the attention of:\n\nMarketing\n\nSales\n\nEvents\n\n"
            "I write to you of the offers that we have for April.\n\nBest wishes\n\n"
            "We look forward to your answer, and to seeing you in town."
        ),
        (
            "We offer:\n\n. A place to speak\n\n. A place to meet the people of the valley.\n\n"
            ". More of it\n\nAll of it is to be had for nothing until the end of the month."
        ),
        "Liebe Frau Weiß\n\nanbei die Zahlen vom Freitag, wie sie sind.\n\nViele Grüße\n\nKarla",
    ],
)
def test_greetings_and_names_are_no_headings(words: str) -> None:
    body = read(f"{HEAD}\n{words}\n".encode(), "a.eml").body
    assert body == f"{words}\n"  # and UTF-8, which the letter does not say


def test_a_newsletter_in_plain_text_has_its_headings() -> None:
    words = (
        "MORNING BRIEFING\n\nHarbour\n\nThe harbour opened again on Friday, after six weeks.\n\n"
    )
    words += "Bread\n\nBread costs 4.10 euros in every town of the coast but one."
    sections = article_of(read(f"{HEAD}\n{words}\n".encode(), "a.eml")).sections
    assert [section.heading for section in sections if section.heading] == ["Harbour", "Bread"]


def test_a_letter_that_only_brings_something_says_what() -> None:
    letter = EmailMessage()
    letter["From"], letter["Subject"] = "a@b.example", "x"
    letter.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="report.pdf")
    with pytest.raises(InputError, match=r"no words in this letter; attached: report\.pdf"):
        read(bytes(letter), "a.eml")


def test_a_letter_whose_plain_form_says_nothing_is_read_from_its_other_form() -> None:
    words = "Twelve words that stand only in this form here, all of them."
    html = f"<table><tr><td><h2>News</h2><p>{words}</p></td></tr></table>"
    letter = LETTER.decode().split("Costs rose")[0] + "See the web.\n\n--inner\n"
    letter += f"Content-Type: text/html\n\n{html}\n--inner--\n--outer--\n"
    article = article_of(read(letter.encode(), "a.eml"))
    assert [s.heading for s in article.sections] == [None, "News"]
    assert "Twelve words" in article.text


OUTER = b"""From: list@example.org
Subject: Digest
Date: Thu, 29 May 2025 08:15:00 +0200
Content-Type: multipart/digest; boundary=----=_Part_1

------=_Part_1

From: Anna Rossi <anna@example.org>
Subject: The boats

They came home.
------=_Part_1

From: Bob <bob@example.org>
Subject: The *sails*

They were torn.
------=_Part_1--
"""


def test_letters_in_a_letter_that_says_nothing_itself_are_sections() -> None:
    article = article_of(read(OUTER, "a.eml"))
    assert article.text.split("\n") == [
        "Digest",
        "The boats",
        "They came home.",
        "The *sails*",
        "They were torn.",
    ]
    assert [s.heading for s in article.sections] == [None, "The boats", "The *sails*"]


def test_a_letter_with_a_text_attached_and_no_words_of_its_own_is_that_text() -> None:
    headers, _blank, _rest = LETTER.partition(b"Content-Type")
    part = b'Content-Type: text/plain\nContent-Disposition: attachment; filename="a.txt"\n\nWords.'
    data = headers + b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" + part + b"\n--x--\n"
    draft = read(data, "a.eml")
    assert (draft.body, draft.remarks) == ("Words.\n", ("attached: a.txt",))


def test_a_newsletter_says_its_subject_once_and_nothing_that_it_hides() -> None:
    html = (
        '<div style="display:none">Words for the list of a mailbox</div>'
        "<table role='presentation'><tr><td><h1>Weekly letter</h1><p>Two boats came home today.</p>"
        "</td></tr></table>"
    )
    letter = f"From: a@example.org\nSubject: Weekly letter\nContent-Type: text/html\n\n{html}"
    draft = read(letter.encode(), "news.eml")
    assert (draft.title, draft.body) == ("Weekly letter", "Two boats came home today.\n")


def test_an_empty_line_of_a_letter_in_html_parts_its_paragraphs_a_single_break_does_not() -> None:
    html = (
        "<div>Good morning.<br> <br><b>Two boats came home.<br><br>They were<br>late.</b>"
        "<br>&nbsp;<br>So we waited.</div>"
    )
    letter = f"From: a@example.org\nSubject: Boats\nContent-Type: text/html\n\n{html}"
    draft = read(letter.encode(), "a.eml")
    assert draft.body == (
        "Good morning.\n\n**Two boats came home.**\n\n**They were**\\\n**late.**\n\nSo we waited.\n"
    )


def test_formulas_of_a_letter_change_no_number() -> None:
    formulas = (
        "<math><msup><mn>10</mn>\n<mn>6</mn></msup></math> boats of <math><mfrac><mn>1</mn>"
        "<mn>3</mn></mfrac></math>, <math><msup><mn>2</mn><mi>k</mi></msup><annotation>2^k"
        "</annotation></math>, 10<sup>6</sup>"
    )
    html = f"<p>We saw {formulas} that day.</p>"
    letter = f"From: a@example.org\nSubject: Boats\nContent-Type: text/html\n\n{html}"
    draft = read(letter.encode(), "a.eml")
    assert draft.body == "We saw 10⁶ boats of 1/3, 2^k, 10⁶ that day.\n"


@pytest.mark.parametrize("kind", ["plain", "html"])
@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("View in browser", "Unsubscribe"),
        ("Im Browser ansehen", "Abbestellen"),
        ("Voir en ligne", "Se désabonner"),
        ("Vedi nel browser", "Annulla l'iscrizione"),
    ],
)
def test_what_a_newsletter_says_of_itself_is_left_out_and_told(
    kind: str, first: str, last: str
) -> None:
    message = EmailMessage()
    message["From"] = "Ada King <ada@example.org>"
    message["Date"] = "Thu, 12 Jun 2025 10:00:00 +0200"
    message["Subject"] = "Boats"
    blocks = (first, "The boats came home in the evening, and nobody was hurt.", last)
    if kind == "html":
        message.set_content("".join(f"<p>{block}</p>" for block in blocks), subtype="html")
    else:
        message.set_content("\n\n".join(blocks))
    draft = read(message.as_bytes())
    assert draft.body.strip() == blocks[1]
    assert set(draft.dropped) == {first, last}


def test_a_newsletter_says_its_subject_once_also_in_plain_words() -> None:
    words = "\r\nWater  in the Valley\r\n\r\nThe water fell to a low on Monday.\r\n"
    draft = read(
        f"From: anna@example.org\nSubject: Water in the valley\n\n{words}".encode(), "a.eml"
    )
    assert article_of(draft).text == "Water in the valley\nThe water fell to a low on Monday."


def test_the_headings_of_a_page_sent_as_a_letter_keep_their_order() -> None:
    message = EmailMessage()
    message["Subject"] = "Water in the valley"
    parts = "<h1>Rain</h1><p>It rained.</p><h2>Gauges</h2><p>They stand in town.</p>"
    message.set_content(f"<h1>Water in the valley</h1>{parts}", subtype="html")
    sections = article_of(read(message.as_bytes(), "a.eml")).sections
    assert [(each.heading, each.level) for each in sections[1:]] == [("Rain", 2), ("Gauges", 3)]


def test_a_heading_above_the_line_that_leads_into_a_list_is_one() -> None:
    told = "The water of the valley fell to a low on Monday, as was to be expected."
    body = f"{told}\n\nGauges\n\nThey were:\n\n- 2 in the north\n- 1 in town\n\nRain\n\n{told}\n"
    sections = article_of(read(f"From: anna@example.org\n\n{body}".encode(), "a.eml")).sections
    assert [each.heading for each in sections[1:]] == ["Gauges", "Rain"]


def test_a_letter_whose_plain_form_is_full_of_addresses_is_read_from_its_other_form() -> None:
    address = "https://mail.example.org/s/r?l=5893&m=101BN3c3ce68600277550d"
    message = EmailMessage()
    message.set_content(f"The dam <{address}>\nheld on Monday.\n\nRain <{address}2>\nfell.\n")
    page = f'<p><a href="{address}">The dam</a> held on Monday.</p><p>Rain fell.</p>'
    message.add_alternative(page, subtype="html")
    assert (
        article_of(read(message.as_bytes(), "a.eml")).text == "The dam held on Monday.\nRain fell."
    )


def test_a_letter_whose_letters_were_encoded_twice_is_read_as_it_was() -> None:
    words = "Então talvez resolva, após a reunião da comissão."
    message = EmailMessage()
    message.set_content(words.encode().decode("latin-1"))
    assert article_of(read(message.as_bytes(), "a.eml")).text == words


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8", "cp1252"])
def test_a_letter_that_names_no_encoding_is_read_by_sight(encoding: str) -> None:
    words = "Der Müller am Fluss hält die Mühle seit Jahren für sich – oder für die Töchter."
    words = words if encoding != "latin-1" else words.replace("–", "-")
    data = b"From: anna@example.org\nSubject: The mill\n\n" + words.encode(encoding)
    assert read(data, "a.eml").body == f"{words}\n"
