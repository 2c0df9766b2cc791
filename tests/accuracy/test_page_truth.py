"""The words that pages are measured by are those that a reader sees."""

from __future__ import annotations

import pytest

from tests.accuracy.page_truth import encoded_once, one_line


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        ("caf\u00c3\u00a9", "café"),
        ("it\u00e2\u0080\u0099s", "it’s"),
        ("«\u00a0la clé\u00a0»", "«\u00a0la clé\u00a0»"),
    ],
)
def test_a_text_kept_as_encoded_twice_is_read_once_and_another_as_it_is(
    kept: str, read: str
) -> None:
    assert encoded_once(kept) == read


def test_places_where_a_word_may_be_broken_are_not_compared() -> None:
    assert one_line("The har\xadbour  town") == "The harbour town"
