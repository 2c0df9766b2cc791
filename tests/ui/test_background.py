"""The terminal's word on its background is understood, and never taken for keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ui.background import is_dark_by, is_dark_by_word
from briefing.ui.keystrokes import Keystroke, read_keystroke
from briefing.ui.questions import is_all


def _read(text: str) -> list[Keystroke]:
    letters = iter(text)
    left = len(text)
    read = []

    def following() -> str:
        nonlocal left
        left -= 1
        return next(letters, "")

    while left > 0:
        read.append(read_keystroke(following))
    return read


@pytest.mark.parametrize(
    ("said", "dark"),
    [
        ("15;0", True),
        ("0;15", False),
        ("12;default;8", True),
        ("7;7", False),
        ("", None),
        ("15;default", None),
        ("0;231", None),
    ],
)
def test_the_environment_is_believed_where_it_makes_sense(said: str, dark: bool | None) -> None:
    assert is_dark_by({"COLORFGBG": said}) is dark
    assert is_dark_by({}) is None


@pytest.mark.parametrize(
    ("told", "dark"),
    [
        ("11;rgb:1e1e/1e1e/2e2e", True),
        ("11;rgb:fa/f4/ed", False),
        ("11;rgba:0000/0000/0000/ffff", True),
        ("11;RGB:F/F/F", False),
        ("11;cornflowerblue", None),
        ("10;rgb:0000/0000/0000", None),
    ],
)
def test_the_terminals_word_is_understood(told: str, dark: bool | None) -> None:
    assert is_dark_by_word(["?62;c", told]) is dark


@pytest.mark.parametrize("end", ["\x07", "\x1b\\"])
def test_an_answer_between_keys_is_no_key(end: str) -> None:
    typed = _read(f"j\x1b]11;rgb:dead/dddd/aaaa{end}G\x1b[?62;22ck\x1b[A")
    assert [each.key for each in typed if each.key] == ["j", "G", "k", "up"]
    told = [each.told for each in typed if each.told]
    assert is_dark_by_word(told) is False
    assert is_all(told)


def test_without_the_last_answer_more_may_come() -> None:
    assert not is_all(["11;rgb:0/0/0"])


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"])), st.sampled_from("\x07\x9c"))
def test_no_command_of_a_terminal_types_anything(words: str, end: str) -> None:
    assert not any(each.key for each in _read(f"\x1b]{words}{end}"))
