"""What a reader finds with `/`."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis import search
from briefing.model.errors import UsageError
from briefing.model.span import Span


def hits(query: search.Query, text: str, **how: int) -> list[str]:
    return [span.of(text) for span in search.find(query, text, **how)]


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        ("soldati", "Soldati e SOLDATI", ["Soldati", "SOLDATI"]),
        ("Soldati", "Soldati e soldati", ["Soldati"]),
        ("perche", "Perché", ["Perché"]),
        ("perché", "perche perché", ["perché"]),
        ("corea del nord", "Corea\ndel  Nord", ["Corea\ndel  Nord"]),
        ("l'anno", "l’anno", ["l’anno"]),
        ("l’anno", "l'anno l’anno", ["l'anno", "l’anno"]),
        ("“ja”", '"ja" „ja“', ['"ja"', "„ja“"]),
        ('"ja"', "„Ja“", ["„Ja“"]),
        ("strasse", "Strasse", ["Strasse"]),
        ("straße", "Strasse Straße", ["Strasse", "Straße"]),
        ("a.b", "a.b axb", ["a.b"]),
        ("иван", "Иван", ["Иван"]),
        ("", "anything", []),
        ("  ", "any thing", []),
    ],
)
def test_words_are_found_as_they_are_typed(typed: str, text: str, expected: list[str]) -> None:
    assert hits(search.Query(typed), text) == expected
    decomposed = unicodedata.normalize("NFD", text)
    found = hits(search.Query(typed), decomposed)
    assert [unicodedata.normalize("NFC", hit) for hit in found] == expected


def test_whole_words_leave_longer_words_out() -> None:
    text = "Corea coreano Corea"
    assert hits(search.Query("corea", whole_words=True), text) == ["Corea", "Corea"]


def test_search_goes_on_from_a_place_and_stops_at_a_limit() -> None:
    assert list(search.find(search.Query("a"), "a a a a", start=1, limit=2)) == [
        Span(2, 3),
        Span(4, 5),
    ]


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        (
            "soldiers",
            "sol\u00ad\ndiers sol-\n\u200bdiers",
            ["sol\u00ad\ndiers", "sol-\n\u200bdiers"],
        ),
        ("straße", "STRASSE Straße", ["STRASSE", "Straße"]),
        ("æther", "ÆTHER aether", ["ÆTHER", "aether"]),
        ("aether", "æther", ["æther"]),
        ("οδοσ", "οδος ΟΔΟΣ", ["οδος", "ΟΔΟΣ"]),
        ("été", "lʼété", ["été"]),
        ("lan", "e\u0301lan sol\u00adlan", []),
    ],
)
def test_words_are_found_however_they_are_set(typed: str, text: str, expected: list[str]) -> None:
    assert hits(search.Query(typed, whole_words=True), text) == expected


NUMBERS = "14000, 14,000; 14.000 14 000 14\u00a0000 14\u202f000 14'000 14’000"


@pytest.mark.parametrize("typed", ["14000", "14,000", "14.000", "14 000", "14\u202f000", "14'000"])
@pytest.mark.parametrize("whole_words", [False, True])
def test_a_number_is_found_however_its_digits_are_grouped(typed: str, whole_words: bool) -> None:
    query = search.Query(typed, whole_words=whole_words)
    assert len(hits(query, NUMBERS)) == search.count(query, NUMBERS) == 8
    sentence = "über 14\u202f000 Soldaten"
    assert hits(search.Query(f"über {typed} soldaten", whole_words=whole_words), sentence) == [
        sentence
    ]


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        ("14000", "14,000,000 2,114,000 14,0000 14,00 14\t000 14\n000 114000 14,000.5", ["14,000"]),
        ("14000000", "14,000,000 14000,000 14,000000", ["14,000,000", "14000,000"]),
        ("214000", "In 2021 214 000; 1,214,000; 1\u00a0214\u00a0000", ["214 000"]),
        ("3,5", "3.5 and 3,5 but 35", ["3.5", "3,5"]),
        ("1.234,56", "1,234.56 1234.56", ["1,234.56", "1234.56"]),
        ("14000km", "14,000km 14,000 km", ["14,000km"]),
        ("400", "1,400 4,00", ["400"]),
        ("2020", "20-\n20 2,020", ["20-\n20", "2,020"]),
    ],
)
def test_other_digits_make_another_number(typed: str, text: str, expected: list[str]) -> None:
    assert hits(search.Query(typed, whole_words=True), text) == expected


def test_a_beginning_hits_the_whole_of_longer_words() -> None:
    text = "Sanctions, sanction; re-sanctioned, unsanctioned sanc-\ntions 14,000"
    beginnings = search.Query("sanction", whole_words=True, beginnings=True)
    assert hits(beginnings, text) == ["Sanctions", "sanction", "sanctioned", "sanc-\ntions"]
    assert hits(search.Query("140", whole_words=True, beginnings=True), text) == []
    assert hits(search.Query("1400", whole_words=True, beginnings=True), text) == ["14,000"]


def test_an_expression_finds_what_it_describes() -> None:
    assert hits(search.Query(r"\d+\.000", regex=True), "11.000 e 3.000") == ["11.000", "3.000"]
    assert hits(search.Query("^b", regex=True), "a\nB") == ["B"]
    assert hits(search.Query("x*", regex=True), "abc") == []


def test_a_broken_expression_is_one_line_for_the_reader() -> None:
    with pytest.raises(UsageError, match=r"not a regular expression: .*; "):
        search.find(search.Query("(", regex=True), "text")


def test_an_expression_that_runs_away_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_LIMIT_SECONDS", 0.05)
    with pytest.raises(UsageError, match="takes too long"):
        hits(search.Query(r"(.*?,){12}P", regex=True), "1," * 60)


LONG = "la corea del nord ha già inviato all'incirca undicimila soldati e tre milioni di proiettili"


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        (LONG, f"x {LONG} y {LONG.upper()}", [LONG, LONG.upper()]),
        (LONG, LONG.replace(" ", "\n "), [LONG.replace(" ", "\n ")]),
        (LONG, LONG[:-1] + "o " + LONG, [LONG]),
        ("a" * 40 + "b", "a" * 60 + "b", ["a" * 40 + "b"]),
        ("ab" * 40, "ab" * 90, ["ab" * 40, "ab" * 40]),
        (f" {LONG} ", f"x {LONG} y", [f" {LONG} "]),
    ],
)
def test_a_long_search_finds_what_its_whole_length_says(
    typed: str, text: str, expected: list[str]
) -> None:
    assert hits(search.Query(typed), text) == expected
    assert search.count(search.Query(typed), text) == len(expected)


def test_whole_words_hold_for_long_searches_too() -> None:
    text = f"x{LONG} {LONG}x {LONG}"
    found = list(search.find(search.Query(LONG, whole_words=True), text))
    assert [span.start for span in found] == [len(text) - len(LONG)]


@pytest.mark.parametrize("regex", [False, True])
def test_what_is_too_long_to_be_searched_for_is_one_line(regex: bool) -> None:
    with pytest.raises(UsageError, match="50000 characters are too many to search for"):
        search.find(search.Query("parola " * 7_142 + "parola", regex=regex), "text")


@pytest.mark.parametrize("brackets", ["(", "(?:", "(?="])
def test_brackets_nested_500_deep_are_one_line(brackets: str) -> None:
    depth = 1_000 // (len(brackets) + 1)
    nested = brackets * depth + ")" * depth
    with pytest.raises(UsageError, match="not a regular expression"):
        search.find(search.Query(nested, regex=True), "text")


_LETTERS = "aeéÉIissßﬁ-\xad\n 'oøłæÆœ.0_ʼẞ’"


@settings(max_examples=200)
@given(st.data(), st.text(_LETTERS, min_size=1, max_size=6), st.booleans())
def test_a_text_of_few_letters_is_searched_as_one_of_all(
    data: st.DataObject, typed: str, whole_words: bool
) -> None:
    narrow = st.text([c for c in _LETTERS + "àÿÜ\xa0" if c < "\u0100"], max_size=30)
    text = f"{data.draw(narrow)}{typed.lower() if typed.lower() < 'Ā' else ''}{data.draw(narrow)}\n"
    query = search.Query(typed, whole_words=whole_words)
    assert hits(query, text) == hits(query, f"{text}一")


@pytest.mark.parametrize("typed", ["cat ", " cat", "cat\n", " cat "])
def test_whole_words_with_a_space_are_found_before_the_next_word(typed: str) -> None:
    query = search.Query(typed, whole_words=True)
    assert len(hits(query, "The cat sat, concat\nscat sat; a cat slept.")) == 2
