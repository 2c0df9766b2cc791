"""Keys in the settings are understood as docs and keyboards name them, or refused by name."""

from __future__ import annotations

import pytest
from textual.keys import Keys

from briefing.text.key_names import SAME_KEY, key_name
from briefing.ui.key_titles import key_title
from briefing.ui.keys import ACTIONS


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("F3", "f3"), ("f12", "f12"), ("Ctrl+g", "ctrl+g"), ("CTRL+G", "ctrl+g"),
        ("Alt+h", "alt+h"), ("alt+H", "alt+H"), ("Alt+Left", "alt+left"), ("Alt+←", "alt+left"),
        ("PgDn", "pagedown"), ("Esc", "escape"), ("Shift+Tab", "shift+tab"), ("Space", "space"),
        ("g", "g"), ("G", "G"), ("Shift+g", "G"), ("+", "+"), ("Ctrl++", "ctrl++"), ("↑", "up"),
        ("ä", "ä"), ("Shift+Ctrl+Home", "ctrl+shift+home"), ("ctrl+i", "tab"),
        ("Option+x", "alt+x"),
    ],
)  # fmt: skip
def test_a_key_is_known_by_the_name_people_write(written: str, name: str) -> None:
    assert key_name(written) == name


@pytest.mark.parametrize(
    "written",
    ["", " ", "F99", "help", "Ctrl+", "Ctrl+help", "Hyper+x", "ctrl+ctrl+x", "ab", "\x07", "+g"],
)  # fmt: skip
def test_what_no_keyboard_has_is_no_key(written: str) -> None:
    assert key_name(written) is None


def test_every_key_of_the_table_and_its_title_name_itself() -> None:
    for action in ACTIONS:
        for key in action.keys:
            assert key_name(key) == key
            assert key_name(key_title(key)) == key


def test_the_names_are_those_of_the_screen_library() -> None:
    theirs = {key.value for key in Keys}
    assert set(SAME_KEY.values()) <= theirs
    for words in ("pgup", "pgdn", "del", "ins", "esc", "F24", "Ctrl+Home", "Shift+F1"):
        name = key_name(words)
        assert name in theirs or name == "shift+f1"
