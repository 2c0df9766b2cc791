"""Text that was broken to a width is paragraphs again; verse, code and tables keep their lines."""

from __future__ import annotations

from textwrap import fill, indent

import pytest

from briefing.model.article import Article
from briefing.model.front_matter import FrontMatter
from briefing.parsing.front_matter_writer import render_front_matter
from briefing.parsing.importers.plain_text import read_plain_text
from briefing.parsing.importers.text_pages import without_pages
from briefing.parsing.reading import open_document
from tests.parsing.importers.pdf.reports import load

PARAGRAPHS = ["".join(part.lines).split("^[")[0] for part in load("en").parts if part.kind == "p"][
    :6
]


def read(text: str) -> Article:
    draft = read_plain_text(text, "a.txt")
    front = render_front_matter(FrontMatter(title=draft.title))
    return open_document(front + draft.body, name="a").article()


def even(text: str, width: int) -> str:
    """A paragraph as `fmt` breaks it: lines of much the same length, none full."""
    tried = (fill(text, least, break_on_hyphens=False) for least in range(width * 85 // 100, width))
    return max(tried, key=lambda wrapped: len(wrapped.rpartition("\n")[2]))


@pytest.mark.parametrize("width", [28, 34, 40, 44, 55, 60, 66, 72, 76, 80, 100])
def test_a_text_wrapped_at_any_width_is_paragraphs(width: int) -> None:
    text = "\n\n".join(fill(paragraph, width, break_on_hyphens=False) for paragraph in PARAGRAPHS)
    assert read(text).text.split("\n") == PARAGRAPHS


@pytest.mark.parametrize("width", [65, 72, 75])
def test_a_text_with_even_lines_is_paragraphs(width: int) -> None:
    text = "\n\n".join(even(paragraph, width) for paragraph in PARAGRAPHS)
    assert read(text).text.split("\n") == PARAGRAPHS


def test_two_spaces_behind_full_stops_are_no_reason_to_break() -> None:
    spaced = [paragraph.replace(". ", ".  ") for paragraph in PARAGRAPHS]
    text = "\n\n".join(fill(each, 70, fix_sentence_endings=True) for each in spaced)
    assert len(read(text).text.split("\n")) == len(PARAGRAPHS)


def test_an_indented_text_is_paragraphs_too() -> None:
    text = "\n\n".join(indent(fill(each, 69), "   ") for each in PARAGRAPHS)
    assert [line.strip() for line in read(text).text.split("\n")] == PARAGRAPHS


def test_paragraphs_that_only_an_indent_tells_stay_apart() -> None:
    text = "\n".join(fill(each, 70, initial_indent="    ") for each in PARAGRAPHS)
    assert [line.strip() for line in read(text).text.split("\n")] == PARAGRAPHS


COSTS = """The ministry said on Thursday that the whole costs had risen to 4.2
million euros, much more than had been expected in the year before.
"""
STATES = """Representatives of France, of Germany, of Norway and of the United
Kingdom met in the capital on Thursday to speak about the new plan.
They did not agree, and will meet again in the second week of June.
"""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (COSTS, "4.2 million euros"),
        (STATES, "United Kingdom met"),
    ],
)
def test_an_amount_and_a_name_over_the_end_of_a_line_are_whole(text: str, words: str) -> None:
    assert words in read(text).text


@pytest.mark.parametrize(
    "text",
    [
        (
            "Some 24 mills grind flour; the others make power. Together they gave 5.6\n"
            "million kilowatt hours in 2025, up from 4.9 million in 2020."
        ),
        (
            "Von den Mühlen am Fluss -- es sind nun 24 -- stehen die meisten, die 5,6\n"
            "Millionen Kilowattstunden im Jahr gaben, seit dem Winter still."
        ),
    ],
)
def test_a_paragraph_with_a_semicolon_or_a_dash_is_no_code(text: str) -> None:
    assert text.replace("\n", " ") in read("\n\n".join([*PARAGRAPHS, text])).text


COPIED = (
    "Linden verbrauchte im vergangenen Jahr 7,4 Millionen Kubikmeter Wasser, das waren 12\n"
    "Prozent weniger als 2019. Den größten Anteil daran haben neue Leitungen.\n\n"
    "Neue Leitungen\n"
    "Seit 2020 wurden 46 Kilometer Leitung erneuert. Die Arbeiten kosteten 18,3 Millionen\n"
    "Euro, rund ein Drittel davon zahlte das Land.\n"
    "1. In der Altstadt gingen die Verluste von 21 auf 9 Prozent zurück.\n"
    "2. Am Hafen liegen sie noch bei 17 Prozent.\n\n"
    "Sparsame Haushalte\n"
    "Ein Haushalt braucht heute 98 Liter am Tag und Kopf. Vor zehn Jahren waren es 117\n"
    "Liter. Fachleute aus Dänemark, Polen und den Niederlanden haben die Zahlen geprüft.\n"
    "Stadtteil\n\nHaushalte\n\nLiter\n"
)
"""As programs copy the text of a PDF: no blank line below a heading or behind a paragraph."""


def test_a_text_without_blank_lines_below_its_headings_is_whole() -> None:
    article = read(COPIED)
    for words in ("das waren 12 Prozent", "18,3 Millionen Euro", "waren es 117 Liter"):
        assert words in article.text
    headings = [section.heading for section in article.sections if section.heading]
    assert headings[:2] == ["Neue Leitungen", "Sparsame Haushalte"]
    assert "Zahlen geprüft.\nStadtteil" in article.text


def test_entries_that_each_end_a_sentence_stay_lines() -> None:
    entries = "\n".join(
        f"Page {n}: “boat” was put for “coat” (in its {n}th line)." for n in range(9)
    )
    assert entries in read("\n\n".join([*PARAGRAPHS, entries, PARAGRAPHS[0]])).text


def test_a_line_that_ends_early_inside_a_sentence_is_no_end_of_it() -> None:
    text = (
        "Dear Paul,\n\nthe council has agreed to spend 4.2\n"
        "million euros on the northern harbour. We meet again with the United\n"
        "Kingdom and Norway on Friday, and I shall write to you when the minutes\nare out.\n"
    )
    assert "spend 4.2 million euros on the" in read_plain_text(text, "a.txt").body


def test_the_heads_of_letters_in_a_text_do_not_say_how_wide_it_is() -> None:
    head = "Date: Thu, 29 May 2025\nFrom: Anna Rossi <anna@example.org>\nSubject: The dam"
    told = "The dam held on Monday. It cost the people of the whole valley 4.2\nmillion euros."
    assert "4.2 million euros" in read(f"The dam\n\n{head}\n\n{told}\n\n{head}\n\n{told}\n").text


def test_items_of_a_list_are_whole_and_apart() -> None:
    items = [f"- {paragraph[:150]}" for paragraph in PARAGRAPHS]
    text = f"{fill(PARAGRAPHS[0], 72)}\n\n" + "\n".join(
        fill(item, 72, subsequent_indent="  ") for item in items
    )
    assert read(text).text.split("\n")[1:] == [item[2:].strip() for item in items]


def test_a_word_parted_at_the_end_of_a_line_is_whole_where_the_text_writes_it_whole() -> None:
    text = (
        "Die meisten Menschen im Tal haben die Wahl verfolgt, doch die meis-\n"
        "ten von ihnen haben nicht gewählt, was die Forscher wundert, die so\n"
        "etwas lange nicht gesehen hatten und nun auch den warmen, den Nord-\n"
        "Ost-Wind erforschen.\n"
    )
    assert "die meisten von ihnen haben" in read(text).text
    assert "Nord- Ost-Wind" in read(text).text


def test_a_text_that_parts_words_has_them_whole_and_its_own_hyphens_too() -> None:
    parted = [("measure", "ments"), ("govern", "ment"), ("coun", "tries"), ("moun", "tains")]
    known = "The measurements of the government in these countries reach the mountains well.\n"
    lines = [
        f"What all of the people here have seen and told of in their {head}-\n{tail} is so."
        for head, tail in [*parted, ("inter", "esting")]
    ]
    words = read(f"{known}\n" + "\n\n".join(lines) + "\n").text
    assert "their interesting is" in words
    assert "-" not in words


def test_a_word_that_shares_its_end_with_a_later_one_keeps_its_space() -> None:
    text = (
        "Die Menschen im Tal haben am Montag lange über alle Vor-\n"
        "und Nachteile der Brücke beraten, und über jeden Ein-\n"
        "oder Ausgang, den sie haben soll.\n"
    )
    assert "alle Vor- und Nachteile der Brücke" in read(text).text
    assert "jeden Ein- oder Ausgang" in read(text).text


@pytest.mark.parametrize("text", ["a well-\nknown report", "the so-\ncalled rule"])
def test_a_hyphen_that_nothing_speaks_against_stays(text: str) -> None:
    long = f"The people of the whole valley have long been told that this is {text} of old.\n"
    assert text.replace("\n", "") in read(f"{PARAGRAPHS[0]}\n\n{long}").text


KEPT = {
    "verse": """Shall I compare the valley to a bowl
In which the snow of many winters lay,
And every spring that rises from the soul
Of hills runs down and sings along the way?""",
    "an address": """Valley Commission
12 Mill Lane
Oberfeld 4400
Austria""",
    "a table": """Country      People supplied    Contribution
Austria            1,100,000      46 million
Italy                900,000      37 million
Slovenia             400,000      17 million""",
    "a drawn table": """+----------+-----------+
| Country  | People    |
+----------+-----------+
| Austria  | 1,100,000 |
+----------+-----------+""",
    "code": """def supply(people):
    for person in people:
        if person.thirsty:
            person.drink(1)
    return people""",
    "a table of contents": """1. What was measured ................................ 3
   1.1. Rain ........................................ 4
2. What it means for the winter ..................... 7""",
}


@pytest.mark.parametrize("name", KEPT)
def test_lines_that_end_for_another_reason_stay(name: str) -> None:
    around = [fill(paragraph, 72) for paragraph in PARAGRAPHS]
    text = "\n\n".join([*around[:3], KEPT[name], *around[3:]])
    lines = read(text).text.split("\n")
    assert lines[3:-3] == KEPT[name].split("\n")


def test_a_text_that_was_never_wrapped_keeps_its_lines() -> None:
    assert read("\n".join(PARAGRAPHS)).text.split("\n") == PARAGRAPHS


def test_short_lines_with_room_for_the_next_word_stay() -> None:
    lines = ["the harbour in the morning", "is white", "and the boats", "lie still like stones"]
    poem = "\n".join(lines * 5)
    assert read(poem).text.split("\n") == lines * 5


def test_a_poem_keeps_its_lines() -> None:
    poem = (
        KEPT["verse"]
        + """
The reservoirs are low, the summer long,
And nobody remembers such a year;
Yet in the evening someone starts a song
Of water, and the valley comes to hear."""
    )
    assert read(f"The Valley\n\n{poem}\n").text.split("\n")[1:] == poem.split("\n")


RFC = """
Network Working Group                                          A. Rossi
Request for Comments: 99999                           Valley University
Category: Informational                                       June 2025


               How Water Is Counted in the Valley

Abstract

   This memo describes how water is counted in the valley, and it does so
   in the form in which such memos have been written for fifty years now.

Table of Contents

   1.  Introduction  . . . . . . . . . . . . . . . . . . . . . . . .   2
   2.  Counting  . . . . . . . . . . . . . . . . . . . . . . . . . .   2
     2.1.  Rain  . . . . . . . . . . . . . . . . . . . . . . . . . .   3

1.  Introduction

   Water has been counted since 1974.  The first gauges were read by hand
   once a day, and what they showed was written into books that have been



Rossi                        Informational                      [Page 1]
\x0c
RFC 99999               Counting Water in the Valley           June 2025


   kept in the archive of the commission.  Today all of them report every
   ten minutes.

2.  Counting

   Two things are counted, and both of them are described in this section
   of the memo at some length.

2.1.  Rain

   Rain is counted in millimetres, by gauges that stand at nineteen places
   along the river.



Rossi                        Informational                      [Page 2]
\x0c
RFC 99999               Counting Water in the Valley           June 2025


2.2.  Snow

   Snow is counted by its weight, which is more difficult than one thinks
   and has to be done by people.
"""


def test_an_rfc_has_its_title_its_sections_and_none_of_its_pages_edges() -> None:
    draft = read_plain_text(RFC, "rfc99999.txt")
    article = read(RFC)
    assert article.title == "How Water Is Counted in the Valley"
    assert [(s.heading, s.level) for s in article.sections if s.heading] == [
        ("Abstract", 2),
        ("Table of Contents", 2),
        ("1.  Introduction", 2),
        ("2.  Counting", 2),
        ("2.1.  Rain", 3),
        ("2.2.  Snow", 3),
    ]
    assert "written into books that have been kept in the archive" in article.text
    assert "[Page" not in article.text
    assert article.text.count("RFC 99999") == 0
    assert list(draft.dropped) == [
        "Rossi                        Informational                      [Page 1]",
        "RFC 99999               Counting Water in the Valley           June 2025",
    ]


SHORT_RFC = """
Water Group                                                    A. Rossi
Memo: 7                                               Valley University


                    How Snow Is Counted

1.  Introduction

   Snow has been counted since 1974.  The first scales were read by hand
   once a day, and what they showed was written into books that have been



Rossi                        Informational                      [Page 1]

Memo 7                       Counting Snow                     June 2025


   kept in the archive of the commission.

   1.1.  Scales

   There are two kinds.

   scale
      The instrument that weighs what fell since it was last emptied, with
      whatever fell with it.

   o  The first kind is a plate on a spring, which the cold makes stiff so
      that it has to be warmed.

Rossi                        Informational                      [Page 2]
"""


def test_a_memo_of_two_pages_without_form_feeds_is_whole() -> None:
    article = read(SHORT_RFC)
    assert "written into books that have been kept in the archive" in article.text
    assert "Memo 7 " not in article.text
    headings = [(s.heading, s.level) for s in article.sections if s.heading]
    assert headings == [("1.  Introduction", 2), ("1.1.  Scales", 3)]


def test_lines_of_an_indented_text_stand_where_its_paragraphs_do() -> None:
    lines = read(SHORT_RFC).text.split("\n")
    assert "There are two kinds." in lines
    item = "o  The first kind is a plate on a spring, which the cold makes stiff so that it has to"
    assert any(line.startswith(item) for line in lines)


def test_numbered_lines_without_text_below_them_are_a_list() -> None:
    text = "What to bring\n\n1. Boots\n\n2. A coat\n\n3. Bread\n\n" + PARAGRAPHS[0]
    assert all(section.heading != "1. Boots" for section in read(text).sections)


def test_a_page_that_ends_with_a_figure_keeps_its_last_line() -> None:
    pages = ("It met in May. The total was 42", "It met again. The sum was 17", "It ended.")
    kept, taken = without_pages("\n\f".join(pages).split("\n"))
    assert [line.strip("\f") for line in kept] == list(pages)
    assert not taken


def test_feet_that_count_with_the_pages_are_left_out() -> None:
    pages = (
        f"Part {part}.\n\nThe council   {page}" for part, page in zip("abc", (7, 8, 9), strict=True)
    )
    kept, taken = without_pages("\n\f".join([*pages, "The end."]).split("\n"))
    assert [line.strip("\f") for line in kept if line.strip()] == [
        "Part a.", "Part b.", "Part c.", "The end.",
    ]  # fmt: skip
    assert taken == ["The council   7"]


def test_a_head_of_two_columns_keeps_its_lines_and_the_title_is_below_it() -> None:
    names = ("A. King", "Harbour Office", "P. Moss", "Town Hall", "E. Lund", "June 2019")
    head = f"Working Group{' ' * 47}R. Fisher\nRequest: 2616{' ' * 50}Coast\n"
    head += "".join(f"{' ' * 60}{name}\n" for name in names)
    text = (
        "The boats are counted in the evening by the office of the harbour, as they were\nbefore."
    )
    draft = read_plain_text(f"{head}\n{' ' * 20}The counting of boats\n\n{text * 3}\n", "a.txt")
    assert draft.title == "The counting of boats"
    assert draft.body.count("\\\n") == len(names) + 1


@pytest.mark.parametrize(("feed", "is_there"), [("\x0c\n", False), ("", True)])
def test_the_edges_of_two_pages_go_where_both_a_number_and_a_break_name_them(
    feed: str, is_there: bool
) -> None:
    text = f"""Counting Snow

   Snow has been counted since 1974, and what the scales showed was kept
   in the archive of the commission.

Rossi                        Informational                      [Page 1]
{feed}
Memo 7                       Counting Snow                     June 2025

   Nobody has read it since.
"""
    lines, gone = without_pages(text.split("\n"))
    assert any("[Page 1]" in line or "Memo 7" in line for line in lines) is is_there
    assert len(gone) == (0 if is_there else 2)
