"""A passage is found where it stands, however many are looked for in the same text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.anchoring import verbatim
from briefing.anchoring.find import occurrences
from briefing.anchoring.verbatim import SEARCHES, Verbatim

SPACED = st.text(alphabet="ab \n\u00a0\x1f", max_size=40)


@given(SPACED, SPACED.filter(bool))
def test_the_list_of_words_finds_what_a_search_finds(text: str, part: str) -> None:
    searched = Verbatim(text)
    answers = [searched.places(part) for _ in range(SEARCHES + 1)]
    assert answers == [list(occurrences(text, part))] * (SEARCHES + 1)


@given(st.lists(st.sampled_from(["uno", "due", "tre"]), max_size=12), st.data())
def test_a_passage_of_the_text_is_found_with_its_copies(
    words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words) + " "
    start = data.draw(st.integers(0, len(text) - 1))
    part = text[start : data.draw(st.integers(start + 1, len(text)))]
    searched = Verbatim(text)
    for _ in range(SEARCHES):
        searched.places("una")
    assert searched.places(part) == list(occurrences(text, part))


def test_after_a_few_searches_the_text_is_not_searched_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Fifty thousand notes with wrong quotes on 2 MB took 47 s."""
    searched = Verbatim("uno due tre quattro")
    for _ in range(SEARCHES):
        assert searched.places("uno dua tre") == []
    monkeypatch.delattr(verbatim, "occurrences")
    assert searched.places("uno dua tre") == []
    assert searched.places("uno due tre") == [0]
