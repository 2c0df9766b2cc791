"""A terminal of 256 colours gets no others, unless it says itself that it has all."""

from __future__ import annotations

import re

import pytest

from briefing.ui.questions import COLORS, LAST
from tests.journeys.rawterminal import RawTerminal, raw_terminal

_QUESTION = (COLORS + LAST).encode()
_ALL, _NUMBERED = re.compile(rb"[34]8;2;"), re.compile(rb"[34]8;5;")
_SILENT = {"COLORTERM": ""}


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing says that the terminal lies within another program."""
    for name in ("TMUX", "STY", "TERM_PROGRAM", "VTE_VERSION", "WT_SESSION"):
        monkeypatch.delenv(name, raising=False)


def _quit(terminal: RawTerminal) -> None:
    terminal.until_rests()
    terminal.type(b"q")
    assert terminal.until_ended() == 0
    terminal.assert_sane()


def _answer(terminal: RawTerminal, answer: bytes) -> bytes:
    """All that is sent after the terminal has answered."""
    terminal.until(_QUESTION)
    before, asked, _after = terminal.sent.partition(_QUESTION)
    assert asked
    assert _NUMBERED.search(before)
    assert not _ALL.search(before)
    since = len(terminal.sent)
    terminal.type(answer)
    terminal.until("0 notes", since)
    terminal.until_rests()
    return terminal.sent[since:]


def test_a_terminal_that_says_it_has_all_colours_gets_them() -> None:
    with raw_terminal(environment=_SILENT) as terminal:
        drawn = _answer(terminal, b"\x1bP1$r0;48:2::1:2:3m\x1b\\\x1bP0+r\x1b\\\x1b[?65;1c")
        assert _ALL.search(drawn)
        assert not _NUMBERED.search(drawn)
        _quit(terminal)


def test_a_terminal_of_256_gets_numbers_alone_and_its_answers_are_no_keys() -> None:
    with raw_terminal(environment=_SILENT) as terminal:
        drawn = _answer(terminal, b"\x1bP1$r0;48:5:16m\x1b\\\x1bP0+r5463\x1b\\\x1b[?65;1c")
        assert _NUMBERED.search(drawn)
        assert not _ALL.search(drawn)
        _quit(terminal)
