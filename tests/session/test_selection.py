"""A passage selected by keyboard is never empty, and every step can be taken back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.span import Span
from briefing.session.selection import (
    Selection,
    move_by_sentence,
    move_by_word,
    select_span,
    sentence_at,
)

TEXT = "Title\nOne came. Two came too. Three stayed away.\nFour is alone.\n\nFive, six."


def span_of(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def by_sentence(selection: Selection, count: int) -> Selection:
    return move_by_sentence(selection, TEXT, "en", count)


def by_word(selection: Selection, count: int) -> Selection:
    return move_by_word(selection, TEXT, count)


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        ("Two came too.", 1, "Two came too. Three stayed away."),
        ("Two came too.", 2, "Two came too. Three stayed away.\nFour is alone."),
        ("Two came too.", -1, "One came. Two came too."),
        ("Two came too. Three stayed away.", -1, "Two came too."),
        ("Five, six.", 1, "Five, six."),
    ],
)
def test_sentences_are_added_and_taken_away(start: str, count: int, expected: str) -> None:
    assert by_sentence(select_span(span_of(start)), count).span.of(TEXT) == expected


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        ("Two came", 1, "Two came too"),
        ("Two came", -1, "Two"),
        ("Two", -1, "came. Two"),
        ("Two", -2, "One came. Two"),
        ("six", 5, "six"),
    ],
)
def test_words_are_added_and_taken_away(start: str, count: int, expected: str) -> None:
    assert by_word(select_span(span_of(start)), count).span.of(TEXT) == expected


def test_the_other_end_moves_once_the_selection_is_turned() -> None:
    turned = select_span(span_of("Two came too.")).turned()
    assert turned.span == span_of("Two came too.")
    assert by_word(turned, 1).span.of(TEXT) == "came too."
    assert by_word(turned, -1).span.of(TEXT) == "came. Two came too."
    assert turned.turned() == select_span(span_of("Two came too."))


_STEPS = st.lists(
    st.tuples(st.sampled_from(["sentence", "word", "turn"]), st.sampled_from([-3, -1, 1, 2])),
    max_size=15,
)
_SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).filter(
    lambda ends: ends[0] != ends[1]
)


@settings(deadline=None, max_examples=150)
@given(_SPANS, _STEPS)
def test_a_selection_is_never_empty_and_never_leaves_the_text(
    ends: tuple[int, int], steps: list[tuple[str, int]]
) -> None:
    selection = Selection(*ends)
    for name, count in steps:
        if name == "turn":
            selection = selection.turned()
        else:
            selection = (by_sentence if name == "sentence" else by_word)(selection, count)
        assert 0 <= selection.span.start < selection.span.end <= len(TEXT)


@settings(deadline=None, max_examples=100)
@given(_SPANS, st.sampled_from([-1, 1]), st.booleans())
def test_a_step_moves_one_end_at_most_and_no_further_than_it_says(
    ends: tuple[int, int], count: int, is_word: bool
) -> None:
    selection = Selection(*ends)
    after = (by_word if is_word else by_sentence)(selection, count)
    before = {selection.span.start, selection.span.end}
    assert len(before & {after.span.start, after.span.end}) >= 1
    if count > 0:
        assert after.span >= selection.span
    else:
        assert (after.span.start, after.span.end) <= (selection.span.start, selection.span.end)


@pytest.mark.parametrize("start", ["One came.", "Two came too.", "Four is alone."])
def test_a_step_there_and_back_changes_nothing(start: str) -> None:
    selection = select_span(span_of(start))
    assert by_sentence(by_sentence(selection, 1), -1).span == selection.span
    assert by_sentence(by_sentence(selection, -1), 1).span == selection.span


def test_an_empty_text_has_no_sentence() -> None:
    assert sentence_at("", None, 0) is None


def test_the_sentence_of_a_character_is_found_far_into_a_long_line() -> None:
    text = "Word after word comes here. " * 3000
    found = sentence_at(text, "en", 60_005)
    assert found is not None
    assert found.of(text) == "Word after word comes here."
