"""Until the reader takes over, the terminal shows the text and answers keys; it is given back."""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
import termios
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from briefing.model.span import Place
from briefing.parsing.reading import open_document
from briefing.ui import opening as opening_room
from briefing.ui.early_keys import EarlyKeys
from briefing.ui.emergency import Ending, ending_in_order
from briefing.ui.first_page import FirstPage, frame_of
from briefing.ui.keymap import Keymap
from briefing.ui.keys import ACTIONS
from briefing.ui.opening import opening
from briefing.ui.questions import questions


@contextmanager
def _in_terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[int, int]]:
    """Standard input and output on a terminal of our own; our end and its end."""
    ours, its = pty.openpty()
    termios.tcsetwinsize(its, (24, 80))
    with (
        os.fdopen(os.dup(its), encoding="utf-8") as keys,
        os.fdopen(os.dup(its), "w", encoding="utf-8") as screen,
        monkeypatch.context() as patch,
    ):
        patch.setattr(sys, "stdin", keys)
        patch.setattr(sys, "stdout", screen)
        yield ours, its
    os.close(ours)
    os.close(its)


def _read_all(terminal: int) -> str:
    """What was written; a terminal hands out a part at a time."""
    written = b""
    while select.select([terminal], [], [], 0.2)[0]:
        written += os.read(terminal, 100_000)
    return written.decode()


def _page(text: str = "# Title\n\nWords.\n") -> FirstPage:
    document = open_document(text, name="x")
    return FirstPage(document, Place(0, 0), frame_of(80, 24, {}), lambda _name: "")


def _fail_within(page: AbstractContextManager[object], terminal: int) -> None:
    with page:
        assert not termios.tcgetattr(terminal)[3] & termios.ECHO
        raise ImportError


def test_a_failure_before_the_reader_starts_gives_the_terminal_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with _in_terminal(monkeypatch) as (ours, its):
        before = termios.tcgetattr(its)
        with pytest.raises(ImportError):
            _fail_within(opening(_page(), Ending()), its)
        assert termios.tcgetattr(its) == before
        written = _read_all(ours)
    assert "Words." in written
    assert written.endswith("\x1b[?1049l\x1b[?25h")


def test_once_the_reader_has_taken_over_it_leaves_the_screen_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with _in_terminal(monkeypatch) as (ours, its):
        before = termios.tcgetattr(its)
        with opening(_page(), Ending()) as start:
            assert start.hand_over() is None
            assert start.terminal_before == before
            assert not termios.tcgetattr(its)[0] & termios.IXON  # Ctrl+s stops nothing meanwhile
        assert termios.tcgetattr(its) == before
        assert "\x1b[?1049l" not in _read_all(ours)


def test_the_page_of_the_whole_is_drawn_where_it_is_another_than_that_of_the_beginning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with _in_terminal(monkeypatch) as (ours, _its), opening(_page(), Ending()) as start:
        assert "Words." in _read_all(ours)
        start.turn_to(_page())
        assert _read_all(ours) == ""
        start.turn_to(_page("# Title\n\nOther words.\n"))
        assert "Other words." in _read_all(ours)


def test_keys_that_move_are_answered_and_all_keys_are_passed_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "".join(f"Words {number}.\n\n" for number in range(300))
    with _in_terminal(monkeypatch) as (ours, _its), opening(_page(text), Ending()) as start:
        assert "Words 299." not in _read_all(ours)
        start.answer_keys(Keymap(ACTIONS))
        os.write(ours, b"G")
        assert "Words 299." in _read_all(ours)
        os.write(ours, b"\x1b[5~")
        assert "Words 280." in _read_all(ours)
        os.write(ours, "aè".encode())
        assert _read_all(ours) == ""
        pressed = start.finish()
        assert [stroke.key for stroke in pressed] == ["G", "pageup", "a"]
        assert os.read(sys.stdin.fileno(), 10).decode() == "è"  # for whoever reads next
        assert start.finish() == pressed


@pytest.mark.parametrize("key", [b"q", b"\x11"])
def test_a_first_key_that_leaves_does_not_wait_until_the_reader_is_loaded(
    monkeypatch: pytest.MonkeyPatch, key: bytes
) -> None:
    ended: list[object] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    with _in_terminal(monkeypatch) as (ours, its), opening(_page(), Ending()) as start:
        start.answer_keys(Keymap(ACTIONS), lambda: ended.append("all written"))
        os.write(ours, key)
        assert "\x1b[?1049l" in _read_all(ours)
        start.finish()
        assert ended == ["all written", 0]
        assert termios.tcgetattr(its) == start.terminal_before


def test_after_another_key_the_reader_itself_is_left_which_keeps_the_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ended: list[object] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    with _in_terminal(monkeypatch) as (ours, _its), opening(_page(), Ending()) as start:
        start.answer_keys(Keymap(ACTIONS), lambda: None)
        os.write(ours, b"Gq")
        _read_all(ours)
        assert [stroke.key for stroke in start.finish()] == ["G", "q"]
    assert ended == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_does_not_wait_until_the_reader_is_loaded(
    monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    ended: list[object] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    with _in_terminal(monkeypatch) as (ours, its), ending_in_order() as ending:
        before = termios.tcgetattr(its)
        with opening(_page(), ending):
            os.kill(os.getpid(), number)
            assert ended == [128 + number]
            assert termios.tcgetattr(its) == before
            assert _read_all(ours).endswith("\x1b[?1049l\x1b[?25h")


def test_a_signal_while_the_reader_takes_over_is_passed_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with _in_terminal(monkeypatch) as (ours, its), ending_in_order() as ending:
        before = termios.tcgetattr(its)
        with opening(_page(), ending) as start:
            start.finish()
            os.kill(os.getpid(), signal.SIGTERM)
            with pytest.raises(SystemExit, match="143"):
                start.finish()
        assert termios.tcgetattr(its) == before
        assert _read_all(ours).endswith("\x1b[?1049l\x1b[?25h")
        with opening(_page(), ending) as start:
            assert start.hand_over() == signal.SIGTERM


def test_a_terminal_that_hangs_up_ends_the_reading_of_keys(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ours, its = pty.openpty()
    with os.fdopen(its, encoding="utf-8") as keys:
        monkeypatch.setattr(sys, "stdin", keys)
        early = EarlyKeys(its, Keymap(ACTIONS), {})
        os.close(ours)
        for thread in [each for each in threading.enumerate() if each.name == "early-keys"]:
            thread.join(5)
            assert not thread.is_alive()
        assert early.stop() == ()


QUESTION = questions({"TERM": "xterm-256color"}, wants_background=True)
_PATIENCE_SECONDS = 60.0
"""How long an answer is waited for here: on a busy machine it may be late."""


def _asked(
    monkeypatch: pytest.MonkeyPatch, *sent: bytes, patience_seconds: float = _PATIENCE_SECONDS
) -> tuple[bool | None, list[str], str]:
    """Ask a terminal that answers so: whether it is dark, the keys, and what is left to read."""
    monkeypatch.setattr(opening_room, "_PATIENCE_SECONDS", patience_seconds)
    with (
        _in_terminal(monkeypatch) as (ours, _its),
        opening(_page(), Ending(), asks=QUESTION) as start,
    ):
        assert _read_all(ours).endswith(QUESTION)
        start.answer_keys(Keymap(ACTIONS))
        for part in sent:
            os.write(ours, part)
            time.sleep(0.05)
        keys = [stroke.key for stroke in start.finish()]
        left = b""
        while select.select([sys.stdin.fileno()], [], [], 0.1)[0]:
            left += os.read(sys.stdin.fileno(), 100)
        return start.is_dark, keys, left.decode()


def test_the_terminal_is_asked_for_its_background_and_no_answer_is_taken_for_keys(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dark, all_told = b"\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\", b"\x1b[?62;c"
    assert _asked(monkeypatch, dark, all_told) == (True, [], "")
    assert _asked(monkeypatch, b"j", dark[:9], dark[9:] + all_told + b"k") == (True, ["j", "k"], "")
    assert _asked(monkeypatch, b"a", b"x", dark + all_told) == (True, ["a", "x"], "")


def test_an_answer_that_a_slow_line_cuts_anywhere_is_not_taken_for_keys(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = b"\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\\x1b[?62;c"
    for cut in (1, 2, 5, 26, 27, 28, 30):
        assert _asked(monkeypatch, told[:cut], told[cut:]) == (True, [], ""), cut


def test_a_terminal_that_does_not_say_its_colour_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    began = time.monotonic()
    assert _asked(monkeypatch, b"\x1b[?6c") == (None, [], "")
    assert time.monotonic() - began < _PATIENCE_SECONDS / 2


def test_a_terminal_that_says_nothing_at_all_is_waited_for_no_longer_than_a_moment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert _asked(monkeypatch, b"j", patience_seconds=0.1) == (None, ["j"], "")
