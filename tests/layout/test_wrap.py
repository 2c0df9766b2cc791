"""Lines end where a reader expects them to, and never wider than the screen."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.layout.wrap import _wrap_wide, wrap
from briefing.text.width import cells


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, 0, len(text), width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("one two three", 8, ["one two", "three"]),
        ("one two", 7, ["one two"]),
        ("one  two", 4, ["one", "two"]),
        ("hard\nbreak", 20, ["hard", "break"]),
        ("a\n\nb", 20, ["a", "", "b"]),
        ("incomprehensible", 6, ["incomp", "rehens", "ible"]),
        ("è un caffè però", 7, ["è un", "caffè", "però"]),
        ("漢字仮名交", 4, ["漢字", "仮名", "交"]),
        ("漢字仮名。交", 8, ["漢字仮", "名。交"]),
        ("「漢字」", 6, ["「漢", "字」"]),
        ("see 漢字 there", 6, ["see 漢", "字", "there"]),
        ("ab👩\u200d🚀c", 3, ["ab", "👩\u200d🚀c"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("שלום עולם", 5, ["שלום", "עולם"]),
        ("a\tb", 2, ["a", "b"]),
    ],
)
def test_lines_end_at_the_right_place(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


def test_a_mark_ahead_of_the_first_word_has_room_on_its_line() -> None:
    text = "cell\tone two"
    assert list(wrap(text, 5, len(text), 7, {4: 3})) == [(5, 8), (9, 12)]
    assert list(wrap(text, 5, len(text), 10, {4: 3})) == [(5, 12)]


@pytest.mark.parametrize("word", ["cafe", "café", "cafe\u0301", "👩\u200d🚀"])
def test_a_mark_behind_a_word_has_room_on_its_line(word: str) -> None:
    text = f"one two {word} three"
    mark_after = {text.index(word) + len(word) - 1: 3}
    least = cells(f"one two {word}") + 3
    for width, first in ((least, f"one two {word}"), (least - 1, "one two")):
        start, end = next(wrap(text, 0, len(text), width, mark_after))
        assert text[start:end] == first


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("ab cdè 漢。「」👩\u200d🚀\u0301\n\t ")), st.integers(2, 12))
def test_no_line_is_too_wide_and_no_word_is_lost(text: str, width: int) -> None:
    found = list(wrap(text, 0, len(text), width))
    position = 0
    for start, end in found:
        assert position <= start <= end
        assert not text[position:start].strip(" \t\n")
        shown = text[start:end].replace("\t", " ")
        assert cells(shown) <= width or len(shown) == 1
        position = end
    assert not text[position:].strip(" \t\n")


def test_a_mark_takes_room_without_being_in_the_text() -> None:
    assert list(wrap("one two", 0, 7, 7, {2: 3})) == [(0, 3), (4, 7)]


@given(
    st.text(alphabet="ab \t\u4e00\u0301", max_size=12),
    st.dictionaries(st.integers(-1, 11), st.integers(1, 4), max_size=3),
    st.integers(2, 14),
)
def test_short_words_with_marks_are_broken_like_long_ones(
    text: str, extra: dict[int, int], width: int
) -> None:
    general = _wrap_wide(text, 0, len(text), width, extra, extra.get(-1, 0))
    assert list(wrap(text, 0, len(text), width, extra)) == list(general)
