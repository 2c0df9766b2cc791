"""A key that comes early must mean what it means later: its name is the screen library's."""

from __future__ import annotations

import pytest

from briefing.ui.keys import ACTIONS
from briefing.ui.keystrokes import Keystroke, read_keystroke

NAMES = {
    "\x04": "ctrl+d", "\x0f": "ctrl+o", "\t": "tab", "\r": "enter", "\x7f": "backspace",
    "\x1b[A": "up", "\x1b[B": "down", "\x1b[C": "right", "\x1b[D": "left", "\x1bOA": "up",
    "\x1b[H": "home", "\x1b[F": "end", "\x1bOH": "home", "\x1bOF": "end",
    "\x1b[1~": "home", "\x1b[4~": "end", "\x1b[5~": "pageup", "\x1b[6~": "pagedown",
    "\x1b[Z": "shift+tab", "\x1b[3~": "delete", "\x1b[2~": "insert",
    "\x1bOP": "f1", "\x1b[15~": "f5", "\x1b[24~": "f12",
    "\x1b[1;3D": "alt+left", "\x1b[1;3C": "alt+right", "\x1b[1;5C": "ctrl+right",
    "\x1b[1;2A": "shift+up", "\x1bw": "alt+w",
}  # fmt: skip


def _read(sent: str) -> Keystroke:
    characters = iter(sent)
    return read_keystroke(lambda: next(characters, ""))


@pytest.mark.parametrize(("sent", "name"), NAMES.items(), ids=NAMES.values())
def test_a_key_has_the_name_that_the_screen_library_gives_it(sent: str, name: str) -> None:
    assert _read(sent) == Keystroke(name)


@pytest.mark.parametrize("typed", ["G", "]", "/", "è", "日"])
def test_a_character_is_its_own_name(typed: str) -> None:
    assert _read(typed) == Keystroke(typed, typed)
    assert _read(" ") == Keystroke("space", " ")


def test_every_key_of_the_table_that_types_something_is_found_by_what_it_types() -> None:
    typed = [key for action in ACTIONS for key in action.keys if len(key) == 1]
    assert typed
    assert [_read(key) for key in typed] == [Keystroke(key, key) for key in typed]


@pytest.mark.parametrize("sent", ["", "\x1b[", "\x1b[99~", "\x1b[<0;3;4M", "\x1bOx", "\x00"])
def test_what_stands_for_no_key_has_no_name(sent: str) -> None:
    assert _read(sent).key == ""


def test_an_escape_that_nothing_follows_is_the_key_itself() -> None:
    assert _read("\x1b") == Keystroke("escape")
