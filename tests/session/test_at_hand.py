"""The sentence at hand: what a note is about without a selection, and what digits select."""

from __future__ import annotations

import pytest

from briefing.model.span import Place
from briefing.session.at_hand import (
    NUMBERED,
    Sentence,
    current_sentence,
    numbered_sentences,
    sentences_from,
)
from tests.session.fakes import make_reading

MARKDOWN = (
    "# Talks\n\nOne came. Two came too.\n\n"
    "## Later\n\nThree stayed.\n\n- Four left.\n- Five did not.\n"
)
READING = make_reading(MARKDOWN)
DOCUMENT, TEXT = READING.document, READING.article.text


def _place(words: str) -> Place:
    return READING.place(TEXT.index(words))


def _end(words: str) -> Place:
    return READING.place(TEXT.index(words) + len(words))


def _words(sentence: Sentence | None) -> str:
    if sentence is None:
        return ""
    return DOCUMENT.chunk(sentence.start.chunk).text[sentence.start.offset : sentence.end.offset]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("Talks", "left.", "One came."),
        ("One", "left.", "One came."),
        ("ne came", "left.", "Two came too."),
        ("came too", "too.", "Two came too."),
        ("Later", "left.", "Three stayed."),
        ("Later", "Later", "Later"),
        ("Talks", "Talks", "Talks"),
        ("did not", "not.", "Five did not."),
    ],
)
def test_the_current_sentence_is_the_first_that_begins_in_view_and_no_heading(
    first: str, last: str, expected: str
) -> None:
    assert _words(current_sentence(DOCUMENT, "en", _place(first), _end(last))) == expected


def test_after_the_end_it_is_the_last_one_and_an_empty_text_has_none() -> None:
    end = Place(DOCUMENT.chunk_count, 0)
    assert _words(current_sentence(DOCUMENT, "en", end, end)) == "Five did not."
    empty = make_reading("***\n").document
    assert current_sentence(empty, None, Place(0, 0), Place(1, 0)) is None
    assert numbered_sentences(empty, None, Place(0, 0)) == ()


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (
            "One",
            ["Talks", "One came.", "Two came too.", "Three stayed.", "Four left.", "Five did not."],
        ),
        (
            "came too",
            ["One came.", "Two came too.", "Three stayed.", "Four left.", "Five did not."],
        ),
        ("Three", ["Later", "Three stayed.", "Four left.", "Five did not."]),
    ],
)
def test_sentences_have_numbers_from_where_a_selection_began_and_0_is_what_stands_above(
    place: str, expected: list[str]
) -> None:
    found = numbered_sentences(DOCUMENT, "en", _place(place))
    assert [_words(sentence) for sentence in found] == expected


def test_there_are_no_more_numbers_than_digits_and_no_more_is_parsed_than_they_need() -> None:
    document = make_reading("Word. " * 20 + "\n\n" + "# H\n\nWords.\n\n" * 5000).document
    found = numbered_sentences(document, "en", Place(0, 0))
    assert len(found) == NUMBERED + 1
    assert not document.is_complete


def test_every_sentence_of_a_text_is_found_once_and_in_order() -> None:
    found = [_words(sentence) for sentence in sentences_from(DOCUMENT, "en", Place(0, 0))]
    assert found == [
        "Talks", "One came.", "Two came too.", "Later", "Three stayed.", "Four left.",
        "Five did not.",
    ]  # fmt: skip
