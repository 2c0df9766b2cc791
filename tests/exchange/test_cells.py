from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.exchange import csv_notes, markdown_notes, readwise
from briefing.exchange.cells import harmless, write_rows
from briefing.exchange.origin import Origin
from briefing.model.article import Article
from briefing.model.note import Note
from tests.exchange.samples import ARTICLE, LOST, MATCHES, MISTAKE, NOTES, ORIGIN, TEXT, note
from tests.exchange.strategies import noted_articles, origins, texts


def rows(document: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(document, newline="")))


STARTS = set("=+-@\t\r\n＝＋－＠")
MEASURE = re.compile(r"[-+]\d[\d.,]*[^=+\-@＝＋－＠(!|'/*^&<>]*")


@given(st.one_of(texts, st.text(), st.text("=+-@;\t\n\" '1a(")))
def test_no_cell_begins_a_formula_or_holds_a_control_character(text: str) -> None:
    cell = harmless(text)
    assert not any(ord(char) < 0x20 and char not in "\n\t" for char in cell)
    assert not any(0x7F <= ord(char) < 0xA0 for char in cell)
    assert cell[:1] not in STARTS or MEASURE.match(cell)
    for piece in re.split(r"[;\t\n]", cell):  # what a spreadsheet with another separator sees
        bare = piece.strip(' \u00a0\u3000"')
        assert bare[:1] not in STARTS or MEASURE.fullmatch(bare)


@pytest.mark.parametrize(
    "text", ["=1+1", "+1+1", "-1-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"]
)
def test_a_formula_becomes_text(text: str) -> None:
    assert harmless(text).startswith("'")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a;=HYPERLINK(1)", "a;'=HYPERLINK(1)"),
        ('a; "=1"', 'a;\' "=1"'),
        ("one\ttwo\t@SUM(A1)", "one\ttwo\t'@SUM(A1)"),
        ("first\n-2+3", "first\n'-2+3"),
        ("-12|cmd", "'-12|cmd"),
        ("-1 cmd!A0", "'-1 cmd!A0"),
    ],
)
def test_a_formula_behind_another_separator_becomes_text(text: str, cell: str) -> None:
    assert harmless(text) == cell


@pytest.mark.parametrize(
    "text", ["-12 degrees", "-1", "+3,5 %", "-4 °C.", "−5 Grad", "from -3 to -5", "-1.250,75 euro"]
)
def test_a_measure_comes_out_as_it_went_in(text: str) -> None:
    assert harmless(text) == text


def test_each_tag_is_one_in_every_table() -> None:
    tagged = note("", text="x", tags=("fonte sicura", "a, b", 'the "x"'))
    table = rows(csv_notes.export(ARTICLE, [tagged], {}, ORIGIN))
    cell = dict(zip(table[0], table[1], strict=True))["tags"]
    assert cell == 'fonte sicura, "a, b", "the ""x"""'
    assert next(csv.reader([cell], skipinitialspace=True)) == list(tagged.tags)
    comment = rows(readwise.export(ARTICLE, [tagged], {}, ORIGIN))[1][4]
    assert comment.split() == [".fonte_sicura", ".a,_b", '.the_"x"']
    assert "#fonte\\_sicura #a,\\_b" in markdown_notes.export(ARTICLE, [tagged], {}, ORIGIN)


LETTERS = st.characters(categories=["L", "N"], exclude_characters="\u115f\u1160\u3164\uffa0")
"""Without the four letters that stand for none and show nothing, the fillers of Hangul."""


@given(st.text(LETTERS))
def test_ordinary_words_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@given(st.lists(st.lists(texts, min_size=2, max_size=2), max_size=4))
def test_quotes_commas_and_line_breaks_stay_in_their_cell(table: list[list[str]]) -> None:
    read = rows(write_rows(("a", "b"), table))
    assert read == [["a", "b"], *([harmless(cell) for cell in row] for row in table)]


@given(noted_articles(), origins)
def test_every_note_is_a_row_of_both_tables(
    case: tuple[Article, list[Note]], origin: Origin
) -> None:
    article, notes = case
    plain = rows(csv_notes.export(article, notes, {}, origin))
    assert plain[0] == list(csv_notes.COLUMNS)
    assert sorted(row[0] for row in plain[1:]) == sorted(note.id for note in notes)
    with_words = [note for note in notes if note.quote.strip() or note.text.strip()]
    bulk = rows(readwise.export(article, notes, {}, origin))
    assert bulk[0] == ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"]
    assert len(bulk) - 1 == len(with_words)
    assert all(row[0] for row in bulk[1:])


def test_readwise_gets_quote_title_address_comment_place_and_date() -> None:
    first = rows(readwise.export(ARTICLE, NOTES, MATCHES, ORIGIN))[1]
    assert first == [
        "razzi e pavimenti",
        "Razzi in Russia",
        "",
        "https://example.org/razzi",
        ".traduzione\nErrore di traduzione.\nMeglio «granate».",
        str(TEXT.index("razzi e")),
        "2026-11-22 08:15:30",
    ]


def test_readwise_gets_the_words_of_a_note_that_has_no_quote() -> None:
    lone = note("", text="Chi lo dice?", tags=("fonte sicura",))
    assert rows(readwise.export(ARTICLE, [lone], {}, ORIGIN))[1][:5] == [
        "Chi lo dice?", "Razzi in Russia", "", "https://example.org/razzi", ".fonte_sicura",
    ]  # fmt: skip


def test_a_table_says_where_each_note_is_and_which_are_lost() -> None:
    read = rows(csv_notes.export(ARTICLE, NOTES, MATCHES, ORIGIN))
    table = [dict(zip(read[0], row, strict=True)) for row in read[1:]]
    assert [row["match"] for row in table] == ["anchored", "uncertain", "orphan"]
    assert table[0]["start"] == str(MISTAKE.at.start)
    assert (table[2]["id"], table[2]["start"], table[2]["end"]) == (LOST.id, "", "")
    assert table[1]["section"] == "portata del supporto"
