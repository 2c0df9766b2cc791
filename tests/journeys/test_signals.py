"""However the reader ends, the files are whole, open work is kept and the terminal is as it was."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path

import pytest
import yaml

from tests.journeys.rawterminal import RawTerminal, raw_terminal

MARK = "0 notes"
"""What the status line says when everything is there."""


def _places(home: Path) -> list[dict[str, object]]:
    folder = home / "state" / "briefing" / "articles"
    return [json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")]


def _open_and_move(terminal: RawTerminal) -> None:
    since = terminal.until(MARK)
    terminal.type(b"]]")
    terminal.until("violazioni delle", since)
    terminal.until_rests()


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)],
    ids=["SIGTERM", "SIGHUP", "SIGINT"],
)
def test_a_signal_keeps_the_place_and_gives_the_terminal_back(
    home: Path, number: int, status: int
) -> None:
    with raw_terminal() as terminal:
        _open_and_move(terminal)
        terminal.kill(number)
        assert terminal.until_ended() == status
        terminal.assert_sane()
        assert terminal.after_the_end == ""
    [state] = _places(home)
    assert "place" in state


def test_ctrl_c_ends_at_once_with_the_usual_status(home: Path) -> None:
    with raw_terminal() as terminal:
        _open_and_move(terminal)
        terminal.type(b"\x03")
        assert terminal.until_ended() == 130
        terminal.assert_sane()
        assert terminal.after_the_end == ""
    assert _places(home)


def test_after_q_the_terminal_is_as_before(home: Path) -> None:
    with raw_terminal() as terminal:
        terminal.until(MARK)
        # A terminal that reports its size itself, and its mouse in pixels.
        terminal.type(b"\x1b[?2048;2$y")
        terminal.until(b"\x1b[?1016h")
        terminal.type(b"q")
        assert terminal.until_ended() == 0
        terminal.assert_sane()


@pytest.mark.parametrize("wait_seconds", [0.15, 0.4, 0.8])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "SIGINT"])
def test_a_signal_while_the_reader_starts_leaves_no_trace_on_the_terminal(
    home: Path, number: int, wait_seconds: float
) -> None:
    with raw_terminal() as terminal:
        time.sleep(wait_seconds)
        terminal.kill(number)
        status = terminal.until_ended()
        # Python itself still starts: the system's own way to end.
        assert status in (128 + number, -number)
        terminal.assert_sane()
        if status > 0:
            assert "Traceback" not in terminal.after_the_end


def test_ctrl_z_gives_the_terminal_to_the_shell_and_fg_takes_it_again(home: Path) -> None:
    with raw_terminal() as terminal:
        _open_and_move(terminal)
        terminal.type(b"\x1a")
        terminal.until_stopped()
        terminal.assert_sane()
        since = len(terminal.sent)
        terminal.kill(signal.SIGCONT)
        terminal.until(b"\x1b[?1049h", since)
        terminal.until("violazioni delle", since)
        terminal.type(b"q")
        assert terminal.until_ended() == 0
        terminal.assert_sane()


def test_a_stop_that_nobody_hears_of_is_mended_when_the_reader_goes_on(home: Path) -> None:
    with raw_terminal() as terminal:
        _open_and_move(terminal)
        for _again in range(2):
            terminal.kill(signal.SIGSTOP)
            terminal.until_stopped()
            since = len(terminal.sent)
            terminal.kill(signal.SIGCONT)
            terminal.until("violazioni delle", since)
        since = len(terminal.sent)
        terminal.type(b"?")
        terminal.until("Moving", since)
        terminal.type(b"\x1b")
        terminal.until_rests()
        terminal.type(b"q")
        assert terminal.until_ended() == 0
        terminal.assert_sane()


def test_a_terminal_that_goes_away_ends_the_reader_with_its_place_kept(home: Path) -> None:
    with raw_terminal() as terminal:
        _open_and_move(terminal)
        os.close(terminal.programs_side)
        os.close(terminal.master)
        assert terminal.process.wait(timeout=20) == 129
    assert _places(home)


def test_a_terminal_that_goes_away_unheard_ends_the_reader_too(home: Path) -> None:
    """Without a controlling terminal nobody sends SIGHUP: reading keys fails instead."""
    deaf = [
        sys.executable,
        "-c",
        (
            "import os, signal, sys\n"
            "from briefing.ui import terminal\n"
            "terminal.ENDINGS = ()\n"
            "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
            "import briefing.ui.emergency as emergency\n"
            "emergency._ENDINGS = ()\n"
            "from briefing.cli import main\n"
            "main()"
        ),
    ]
    with raw_terminal(program=deaf) as terminal:
        _open_and_move(terminal)
        os.close(terminal.programs_side)
        os.close(terminal.master)
        assert terminal.process.wait(timeout=20) == 129
    assert _places(home)


# -- a fault that nobody foresaw ------------------------------------------------------------

FAULTY = """
import sys
from briefing.ui.screens.reader import ReaderScreen
def fail(*_any):
    secret = "what the reader wrote"
    raise ZeroDivisionError("nobody \\x1b[31mforesaw\\x07 this")
async def fail_later(*_any):
    fail()
if "key" in sys.argv[1]:
    from briefing.ui.parts.notes import Notes
    Notes.bookmark = fail
elif "worker" in sys.argv[1]:
    from briefing.ui.parts.articles import Articles
    Articles._take_in = fail_later
elif "compose" in sys.argv[1]:
    ReaderScreen.compose = fail
elif "timer" in sys.argv[1]:
    from briefing.ui.parts.articles import Articles
    Articles.look_at_files = fail_later
elif "draw" in sys.argv[1]:
    from briefing.ui.widgets.status import StatusLine
    StatusLine.render_line = lambda self, y: fail()
elif "input" in sys.argv[1]:
    from briefing.ui.terminal import TerminalDriver
    TerminalDriver.process_message = lambda self, message: fail()
elif "late" in sys.argv[1]:
    async def fail_at_a_sign(self):
        from textual.widgets import TextArea
        if any("!" in area.text for area in self._stage.screen.app.screen.query(TextArea)):
            fail()
    from briefing.ui.parts.articles import Articles
    Articles.look_at_files = fail_at_a_sign
elif "early" in sys.argv[1]:
    import briefing.cli.reading
    briefing.cli.reading.memory_of = fail
sys.argv[1:] = []
from briefing.cli import main
main()
"""


@pytest.mark.parametrize("where", ["key", "worker", "compose", "timer", "draw", "input", "early"])
def test_a_fault_that_nobody_foresaw_is_one_line_that_names_the_log(home: Path, where: str) -> None:
    program = [sys.executable, "-c", FAULTY, where]
    with raw_terminal(program=program) as terminal:
        if where in ("key", "input"):
            terminal.until("Keys" if where == "?" else "consegna")
            terminal.until_rests()
            terminal.type(b"m")
        assert terminal.until_ended() == 70
        terminal.assert_sane()
        [line] = terminal.after_the_end.splitlines() or [""]
    assert line.startswith("briefing: the program failed (ZeroDivisionError)")
    [log] = (home / "state" / "briefing" / "crashes").glob("*.log")
    assert str(log) in line
    written = log.read_text("utf-8")
    assert "in fail" in written
    assert "\x1b" not in written
    assert "textual: 8" in written


def _type_a_note(terminal: RawTerminal) -> None:
    terminal.until(MARK)
    terminal.type(b"a")
    terminal.until("Ctrl+e")
    terminal.type(b"non ancora salvata")
    terminal.until("salvata")


def _draft_is_offered_again(home: Path) -> None:
    drafts = "".join(
        path.read_text("utf-8") for path in (home / "state").rglob("*") if path.is_file()
    )
    assert "non ancora salvata" in drafts
    with raw_terminal() as terminal:
        terminal.until("non ancora")
        terminal.type(b"\x03")
        terminal.until_ended()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_note_that_is_being_typed_outlives_a_signal(home: Path, number: int) -> None:
    with raw_terminal() as terminal:
        _type_a_note(terminal)
        terminal.kill(number)
        assert terminal.until_ended() == 128 + number
        terminal.assert_sane()
    _draft_is_offered_again(home)


def test_a_note_that_is_being_typed_outlives_a_fault(home: Path) -> None:
    program = [sys.executable, "-c", FAULTY, "late"]
    with raw_terminal(program=program) as terminal:
        _type_a_note(terminal)
        terminal.type(b"!")
        assert terminal.until_ended() == 70
        terminal.assert_sane()
    _draft_is_offered_again(home)


def test_a_fault_keeps_confirmed_notes_and_the_place(home: Path) -> None:
    program = [sys.executable, "-c", FAULTY, "key"]
    with raw_terminal(program=program) as terminal:
        _open_and_move(terminal)
        terminal.type(b"a")
        terminal.until("Ctrl+e")
        terminal.type(b"prima del guasto")
        terminal.until("guasto")
        terminal.type(b"\x13")
        terminal.until("saved in")
        terminal.type(b"m")
        assert terminal.until_ended() == 70
    notes = home / "data" / "briefing" / "notes" / "corea-del-nord-russia.notes.yaml"
    assert [n["text"] for n in yaml.safe_load(notes.read_text("utf-8"))["notes"]] == [
        "prima del guasto"
    ]
    assert _places(home)


def test_a_command_that_fails_unforeseen_says_so_in_one_line(home: Path) -> None:
    program = [
        sys.executable,
        "-c",
        (
            "import briefing.cli.printing as p\n"
            "def fail(*a, **k): raise RuntimeError('x')\n"
            "p.print_article.callback = fail\n"
            "from briefing.cli import main; main(['print'])"
        ),
    ]
    with raw_terminal(program=program) as terminal:
        assert terminal.until_ended() == 70
        assert terminal.sent.startswith(b"briefing: the program failed (RuntimeError)")
        assert terminal.sent.count(b"\n") == 1
