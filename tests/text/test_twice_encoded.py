from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.twice_encoded import encoded_once

TEXT = "The café’s harbour – “blue” – wasn’t sold for 5 €."


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_a_text_that_was_encoded_twice_is_read_as_it_was(wrong: str) -> None:
    text = TEXT.replace("”", "’")  # its third byte is none of Windows-1252
    assert encoded_once(text.encode().decode(wrong)) == text


def test_a_byte_that_the_wrong_encoding_lacks_is_undone_too() -> None:
    twice = TEXT.encode().decode("cp1252", "surrogateescape")
    assert encoded_once(re_control(twice)) == TEXT


def re_control(text: str) -> str:
    """A text with the control characters for which programs take bytes that have no character."""
    return "".join(chr(ord(c) - 0xDC00) if 0xDC80 <= ord(c) <= 0xDCFF else c for c in text)


@pytest.mark.parametrize(
    "text",
    [
        "plain words",
        TEXT,
        "SÃO PAULO",
        "A program that writes “Ã©” took é for two characters.",
        "It is shown as Ã© there.",
        f"{TEXT.encode().decode('latin-1')} But this is whole: é.",
        "Четыре лодки",
        "四隻の船",
    ],
)
def test_a_text_that_is_not_all_of_it_encoded_twice_stays(text: str) -> None:
    assert encoded_once(text) == text


@given(st.text(st.characters(max_codepoint=0x2FFF, exclude_categories=["Cs"])))
def test_undoing_loses_no_text(text: str) -> None:
    twice = text.encode().decode("latin-1")
    assert encoded_once(twice) in (text, twice)
