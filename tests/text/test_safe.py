"""Nothing in an article may command the terminal or hide from the reader."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.safe import NOTHING, drawn, one_line, visible
from briefing.text.width import character_cells


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("caffè – «più»\u00a0%", "caffè – «più»\u00a0%"),
        ("\x1b[31mred\x07", "␛[31mred␇"),
        ("\x7f", "␡"),
        ("\x9b31m", "�31m"),
        ("a\u202eb\u2066c", "a�b�c"),
        ("zero\u200bwidth", "zero\u200bwidth"),
        ("\ud800", "�"),
        ("\ue000", "�"),
        ("\U000e0041", "�"),
        ("soft\xadhyphen", "soft\u200bhyphen"),
        ("\u200fb\u200e", "\u200bb\u200b"),
        ("👩\u200d🚀 ❤\ufe0f 1\ufe0f\u20e3", "👩\u200d🚀 ❤\ufe0f 1\ufe0f\u20e3"),
        ("क्\u200dष می\u200cخواهم", "क्\u200dष می\u200cخواهم"),
        ("a\u200db", "a�b"),
        ("a\ufe0f", "a�"),
        ("\u200d", "�"),
    ],
)
def test_dangerous_characters_are_shown_and_others_kept(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters(codec=None)))
def test_no_text_reaches_the_terminal_as_a_command(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    for character in shown:
        assert unicodedata.category(character) not in ("Cc", "Cs", "Co", "Zl", "Zp")
        assert not 0x202A <= ord(character) <= 0x202E
        assert not 0x2066 <= ord(character) <= 0x2069
    assert visible(shown) == shown


def test_of_the_characters_that_act_only_those_pass_that_are_drawn() -> None:
    acting = (c for c in map(chr, range(0x110000)) if unicodedata.category(c)[0] == "C")
    known = (c for c in acting if unicodedata.category(c) != "Cn")
    passing = [c for c in known if c in visible(f"a{c}b")]
    assert "\u0600" in passing
    assert all(character_cells(c) == 1 for c in passing if c != NOTHING)


def test_what_a_reader_does_not_see_is_not_drawn() -> None:
    text = "gov\u00adern\u200bment \u200ftoday\u2060"
    assert drawn(visible(text)) == one_line(text) == "government today"


def test_one_line_has_no_line_breaks() -> None:
    assert one_line(" a\n\tb\u2028c\x1b ") == "a b c␛"
