from __future__ import annotations

import pytest

from briefing.analysis.search import Query, find
from briefing.anchoring.find import find_quote
from briefing.model.span import Span

TEXT = "Die Armee sagt: „Wir halten Kiew“. Die Armee hält Kiew. Kiew\u00a0hält."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Kiew", ["Kiew", "Kiew", "Kiew"]),
        ('"wir halten kiew"', ["„Wir halten Kiew“"]),
        ("Kiew hält.", ["Kiew\u00a0hält."]),
        ("  ", []),
        ("", []),
        ("Odessa", []),
    ],
)
def test_quotes_are_found_as_written_or_in_another_spelling(quote: str, found: list[str]) -> None:
    assert [place.of(TEXT) for place in find_quote(TEXT, quote)] == found


def test_context_tells_repeated_quotes_apart() -> None:
    places = find_quote(TEXT, "Kiew", before="Die Armee hält ")
    assert places[0].start == TEXT.index("Kiew. Kiew")
    assert len(places) == 3
    assert places[1:] == sorted(places[1:])


def test_without_context_the_first_comes_first() -> None:
    assert find_quote(TEXT, "Armee") == [Span(4, 9), Span(39, 44)]


SET = (
    "The oﬃce in Mün\u00adchen \u200fsaid the govern- ment ﬁnds e\u0301lan in well- known "
    "sta\u200btions… of ﬆone, 14\u202f000 of them. Nord- und Südkorea."
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("office", "oﬃce"),
        ("München", "Mün\u00adchen"),
        ("government", "govern- ment"),
        ("govern-\nment", "govern- ment"),
        ("finds", "ﬁnds"),
        ("ﬁnds", "ﬁnds"),
        ("élan", "e\u0301lan"),
        ("well-known", "well- known"),
        ("stations...", "sta\u200btions…"),
        ("sta\u00adtions", "sta\u200btions"),
        ("stone", "ﬆone"),
        ("14 000", "14\u202f000"),
        ("Nord- und", "Nord- und"),
    ],
)
def test_a_quote_and_a_search_find_what_one_sees(typed: str, found: str) -> None:
    assert [place.of(SET) for place in find_quote(SET, typed)] == [found]
    assert [hit.of(SET) for hit in find(Query(typed), SET)] == [found]
