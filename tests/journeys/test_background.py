"""Two themes in the settings: the terminal's own background says which, and no key is pressed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.storage.locations import shipped_themes
from briefing.storage.themes import load_themes
from tests.journeys.rawterminal import RawTerminal, raw_terminal

QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
DARK, LIGHT = b"\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\", b"\x1b]11;rgb:ffff/ffff/dddd\x07"
ATTRIBUTES = b"\x1b[?62;22c"


def _ground(theme: str) -> bytes:
    """What fills the background in a theme."""
    digits = load_themes([shipped_themes()])[0][theme].colors["background"]
    red, green, blue = (int(digits[at : at + 2], 16) for at in (1, 3, 5))
    return f"48;2;{red};{green};{blue}m".encode()


@pytest.fixture(autouse=True)
def settings(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two themes, and an environment that says nothing."""
    monkeypatch.delenv("COLORFGBG", raising=False)
    path = home / "config" / "briefing" / "config.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("theme: {light: paper, dark: dusk}\n", "utf-8")


def _remembered(home: Path) -> object:
    return json.loads((home / "state" / "briefing" / "choices.json").read_text("utf-8"))["is_dark"]


def _quit(terminal: RawTerminal) -> None:
    terminal.until_rests()
    terminal.type(b"q")
    assert terminal.until_ended() == 0
    terminal.assert_sane()


def test_a_dark_terminal_gets_the_dark_theme_and_begins_with_it_the_next_time(home: Path) -> None:
    with raw_terminal() as terminal:
        terminal.until(QUESTION)
        assert _ground("paper") in terminal.sent, "nobody knew yet"
        since = len(terminal.sent)
        terminal.type(DARK + ATTRIBUTES)
        terminal.until("0 notes", since)
        terminal.until(_ground("dusk"), since)
        assert _ground("paper") not in terminal.sent[since:]
        assert b"Colour" not in terminal.sent, "an answer is no key"
        _quit(terminal)
    assert _remembered(home)
    with raw_terminal() as terminal:
        terminal.until(QUESTION)
        assert _ground("dusk") in terminal.sent
        since = len(terminal.sent)
        terminal.type(LIGHT + ATTRIBUTES)
        terminal.until("0 notes", since)
        terminal.until(_ground("paper"), since)
        _quit(terminal)
    assert not _remembered(home)


def test_the_first_words_do_not_wait_for_an_answer_and_the_reader_comes_without_one() -> None:
    with raw_terminal() as terminal:
        terminal.until("La Corea del Nord consegna")
        terminal.until("0 notes")
        _quit(terminal)


def test_who_has_not_set_two_themes_is_not_asked(home: Path) -> None:
    (home / "config" / "briefing" / "config.yaml").write_text("theme: dusk\n", "utf-8")
    with raw_terminal() as terminal:
        terminal.until("0 notes")
        assert QUESTION not in terminal.sent
        _quit(terminal)
