from __future__ import annotations

import pytest

from briefing.anchoring import find_quote
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
