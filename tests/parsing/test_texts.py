"""The reading text is the same, whether it lies in parts or has been joined."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.parsing._texts import Texts

PARTS = st.lists(st.text(alphabet="ab\n", max_size=4), min_size=1, max_size=12)


def _told(parts: list[str]) -> Texts:
    texts = Texts(len(parts))
    for index, part in enumerate(parts):
        texts.put(index, part)
    return texts


@given(PARTS)
def test_joining_changes_neither_texts_nor_places(parts: list[str]) -> None:
    texts = _told(parts)
    starts = [texts.start(index) for index in range(len(parts))]
    whole = texts.join()
    assert whole == "\n".join(part for part in parts if part)
    assert [texts[index] for index in range(len(parts))] == parts
    assert [texts.start(index) for index in range(len(parts))] == starts
    assert texts.lengths([9] * len(parts)) == [len(part) for part in parts]
    assert texts.is_complete
    assert texts.next_unknown() is None


@given(PARTS)
def test_every_character_is_found_in_its_chunk(parts: list[str]) -> None:
    texts = _told(parts)
    whole = texts.join()
    for at, character in enumerate(whole):
        chunk = texts.chunk_at(at)
        within = at - (texts.start(chunk) or 0)
        assert parts[chunk][within : within + 1] in (character, "")


def test_what_stands_below_an_unknown_text_has_no_place_yet() -> None:
    texts = Texts(3)
    texts.put(0, "one")
    texts.put(2, "three")
    assert texts.next_unknown() == 1
    assert texts.start(1) == 4
    assert texts.start(2) is None
    assert texts.lengths([7, 8, 9]) == [3, 8, 5]
    texts.put(1, "")
    assert texts.start(2) == 4
