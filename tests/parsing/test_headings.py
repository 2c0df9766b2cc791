from __future__ import annotations

import pytest

from briefing.parsing.headings import find_headings, is_title_like

PARAGRAPH = "Un paragrafo, che finisce con un punto."


@pytest.mark.parametrize(
    "line",
    [
        "portata del supporto militare",
        "Che cosa succede adesso?",
        "Un bilan encore provisoire",
        "„Wir bleiben hier“",
        "Cuba y EE. UU.",
        "1. Einleitung",
        "Von Menschen und Mäusen",
    ],
)
def test_a_short_line_above_a_paragraph_is_a_heading(line: str) -> None:
    rows = ["A first.", "A second.", "A third.", "A fourth.", line, PARAGRAPH]
    assert find_headings(rows) == {4}


@pytest.mark.parametrize(
    "line",
    [
        "Una frase.",
        "Attenzione!",
        "Segue un elenco:",
        "una cosa;",
        "e così via…",
        "«Una citazione.»",
        "thirteen words are one too many for a heading as everybody here knows",
        "x" * 91,
        "- un punto di un elenco",
        "• un altro",
        "Italia\t5\t6",
        "    con rientro",
        "* * *",
        "-----",
        "2025",
        "Foto: ANSA",
    ],
)
def test_other_lines_are_no_headings(line: str) -> None:
    rows = ["A first.", "A second.", "A third.", "A fourth.", line, PARAGRAPH]
    assert find_headings(rows) == frozenset()


def test_the_last_block_is_no_heading() -> None:
    assert find_headings([PARAGRAPH, "Una riga sola"]) == frozenset()


def test_more_than_three_short_lines_are_a_list() -> None:
    rows = ["uno", "due", "tre", "quattro", PARAGRAPH, "I", "cinque", None]
    assert find_headings(rows) == {5, 6}


def test_counted_short_lines_are_a_list() -> None:
    assert find_headings(["1. uno", "2. due", PARAGRAPH]) == frozenset()


@pytest.mark.parametrize(
    "line",
    ["Von Hans Meier", "di Anna Rossi e Ugo Bianchi", "Rome, 12 May 2025", "12.05.2025, 14:30"],
)
def test_authors_and_dates_below_the_title_are_no_headings(line: str) -> None:
    assert find_headings([line, PARAGRAPH]) == frozenset()


def test_a_title_is_longer_than_a_heading_and_may_call_out() -> None:
    assert is_title_like(
        "Porto, sequestrate 6 tonnellate di droga: 14 arresti in due città d'Europa!"
    )
    assert not is_title_like("Una frase che finisce con un punto.")
    assert not is_title_like("  rientrata")


TEXT = "It was late, and the harbour lay still under the first snow of the year."


@pytest.mark.parametrize(
    "lines",
    [
        ['"And the older boats?" said I.', "“Well?” said I", '"Whose are they?"'],
        ["«Bonjour, Madame. Où est le malade?", "«Que savez-vous chanter?»", "„Wer ist da?“"],
        ["--Et où est son bras?", "—¿Y el barco?", "--Et à écrire?"],
    ],
)
def test_lines_of_a_conversation_are_no_headings(lines: list[str]) -> None:
    blocks = [part for line in lines for part in (line, TEXT)]
    assert find_headings([*blocks, "The next day", TEXT]) == {len(blocks)}


def test_a_quotation_may_be_the_heading_of_a_text_without_conversations() -> None:
    assert find_headings(["“Where is the money?” he asks", TEXT]) == {0}


def test_the_fields_of_a_memo_are_no_headings() -> None:
    head = ["To: the board", "From: Anna Rossi", "Release Date: in spring"]
    assert find_headings([*head, TEXT, "Costs: a summary", TEXT, "Gains: none", TEXT]) == {4, 6}
