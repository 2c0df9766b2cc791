"""What is wrong with a PDF is said in one line, and what it says of itself is used with care."""

from __future__ import annotations

import re

import pytest

from briefing.model.errors import InputError
from briefing.model.original import Original
from briefing.parsing.draft import Draft
from briefing.parsing.importers.formats import kind_of, read_original
from briefing.parsing.importers.pdf import document
from briefing.parsing.importers.pdf.facts import day, sensible_title
from briefing.parsing.reading import open_document
from tests.parsing.importers.pdf import drawn
from tests.parsing.importers.pdf.typeset import compiled

PARAGRAPH = "These words fill a line of the page so that it is wide enough"


def read(data: bytes) -> Draft:
    return read_original(Original(data, "report.pdf", "report.pdf"))


def text_of(data: bytes) -> str:
    return open_document(read(data).body, name="report").article().text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (drawn.scan(2), "scan"),
        (drawn.encrypted(), "password"),
        (b"%PDF-1.7\nnothing of a PDF follows", "damaged"),
        (drawn.lines(), "no text"),
        (drawn.lines((50, 50, "________"), (50, 90, "--------")), "no text"),
    ],
    ids=["scan", "encrypted", "damaged", "empty", "rules"],
)
def test_a_pdf_without_words_ends_in_one_line_that_says_why(data: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what) as caught:
        read(data)
    assert caught.value.remedy
    assert "\n" not in str(caught.value)


def test_a_pdf_is_told_by_its_bytes_whatever_it_is_called() -> None:
    assert kind_of(Original(drawn.lines((50, 50, "words")), "x", "report.txt")) == "pdf"


def test_a_page_that_is_a_picture_among_others_is_named() -> None:
    draft = read(drawn.pages_of_both_kinds())
    assert draft.remarks == ("pages without text, only pictures: 2",)
    assert "<!-- page 2 -->" in draft.body


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the soldiers came to Soekarno-", "Hatta and left again the same day.", "Soekarno-Hatta"),
        ("the region has been under COVID-", "19 rules since the spring.", "COVID-19"),
        ("it was reported by the govern-", "ment of the country.", "government"),
        ("they have short-", "and long-term plans for it.", "short- and long-term plans"),
        ("see the page https://example.org/", "reports for all of them.", "example.org/reports"),
        ("as in the years from 2018–", "2023 before the reform.", "2018–2023"),
    ],
)
def test_a_word_that_is_parted_at_the_end_of_a_line_is_whole(
    first: str, second: str, joined: str
) -> None:
    width = len(PARAGRAPH)
    lines = [
        PARAGRAPH,
        f"{'filling words ' * 9}"[: width - len(first)].strip() + " " + first,
        second,
    ]
    data = drawn.lines(*((40, 400 - 9.5 * row, line) for row, line in enumerate(lines)), size=8)
    assert joined in text_of(data)


@pytest.mark.parametrize(
    ("title", "is_kept"),
    [
        ("Microsoft Word - report_final2.doc", False),
        ("report_final2", False),
        ("report-on-boats-2026", False),
        ("untitled", False),
        ("report.pdf", False),
        ("C:\\Users\\anna\\report", False),
        ("12345", False),
        ("Water supply in the Velm valley", True),
        ("Report No. 12: what now?", True),
    ],
)
def test_a_title_that_a_program_wrote_is_none(title: str, is_kept: bool) -> None:
    assert sensible_title(title) == (title if is_kept else None)


@pytest.mark.parametrize(
    ("stated", "wanted"),
    [
        ("D:20200418182602+02'00'", "2020-04-18"),
        ("20200418", "2020-04-18"),
        ("D:2020", "2020"),
        ("D:20201345", None),
        ("D:00000000", None),
        ("yesterday", None),
    ],
)
def test_dates_are_days(stated: str, wanted: str | None) -> None:
    assert day(stated) == wanted


def test_a_pdf_of_more_lines_than_memory_can_hold_ends_in_one_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(document, "MOST_LINES", 20)
    assert "page number 20." in text_of(drawn.many_pages(20))
    with pytest.raises(InputError, match="more than 20 lines"):
        read(drawn.many_pages(21))


def test_a_table_over_pages_is_one_and_loses_none_of_its_rows() -> None:
    said = [(f"Place number {n}", f"{n * 17}", f"{n * 3} percent") for n in range(1, 31)]
    rows = ", ".join(f"[{cell}]" for row in said for cell in row)
    head = "table.header([*Place*], [*Count*], [*Share*])"
    page = '#set page(width: 120mm, height: 100mm, margin: 14mm, numbering: "i")\n'
    table = f"#table(columns: (1fr, 1fr, 1fr), {head}, {rows})\n"
    words = "Some words stand above the table and say to the reader what it holds.\n\n"
    data = compiled(f"{page}{words}{table}")
    body = read(data).body
    article = open_document(body, name="report").article()
    lines = [line for line in article.text.split("\n") if "\t" in line]
    assert lines == ["Place\tCount\tShare", *("\t".join(row) for row in said)]
    assert body.count("\n| --- ") == 1
    starts = {page.label: article.text[page.start :].split("\t")[0] for page in article.pages}
    assert list(starts) == ["i", "ii", "iii", "iv"]
    assert starts["ii"].startswith("Place number")


def test_each_reference_of_a_list_is_a_paragraph() -> None:
    said = ("[1] A. Berg, The boats, https://a.example/boats/", "[2] C. Dahl, The sails. Velm")
    rows = ((40.0, 400.0 - 9.5 * at, words) for at, words in enumerate(said))
    assert text_of(drawn.lines(*rows, size=8)).split("\n") == list(said)


@pytest.mark.parametrize(
    ("codes", "seen"),
    [
        ("D83DDE00", "boats \U0001f600 home"),
        ("D83D", "boats \ufffd home"),
        ("DB80DC00", "boats \ufffd home"),  # U+F0000, of no one
    ],
)
def test_half_a_character_is_none(codes: str, seen: str) -> None:
    text = text_of(drawn.mapped("boats x home", "x", codes))
    assert text == seen
    assert text.encode()


def test_pages_that_lead_round_in_circles_end_in_a_result() -> None:
    data = drawn.many_pages(3)
    looping = re.sub(rb"/Kids \[ (\d+) 0 R \d+ 0 R", rb"/Kids [ \1 0 R \1 0 R", data)
    assert looping != data
    assert "page number 1." in text_of(looping)


def test_what_stands_across_the_lines_of_a_page_is_told_as_left_out() -> None:
    page = "#set page(width: 120mm, height: 150mm)\n"
    across = "#rotate(-90deg, reflow: true)[Table 1 lists 12 boats and 3 nets.]"
    data = compiled(f"{page}{PARAGRAPH * 3}\n\n{across}")
    draft = read(data)
    assert "Table 1 lists 12 boats and 3 nets." in draft.dropped
    assert "boats" not in draft.body
