"""What `l` and `h` step over while selecting."""

import pytest

from briefing.analysis import words
from briefing.model.span import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("oltre 11.000 soldati,", ["oltre", "11.000", "soldati"]),
        ("l'anno nord-coreano", ["l'anno", "nord-coreano"]),
        ("cafe\u0301 — 7,3 %", ["cafe\u0301", "7,3"]),
        ("漢字 abc", ["漢", "字", "abc"]),
        ("... – ", []),
    ],
)
def test_words_are_what_a_reader_would_call_words(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in words.split(text)] == expected


def test_only_the_asked_part_is_cut() -> None:
    assert words.split("one two three", Span(4, 7)) == [Span(4, 7)]
