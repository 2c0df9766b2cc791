"""What a reader finds with `/`."""

import unicodedata

import pytest

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
