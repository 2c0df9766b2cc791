"""The program as it is started, in a real terminal: tmux, and a bare pty."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from pathlib import Path

import pytest
import yaml

from tests import first_minute
from tests.journeys.terminal import HERE, PATIENCE_SECONDS, PROGRAM, STEP_SECONDS, Terminal


def _notes_file(home: Path) -> Path:
    return home / "data" / "briefing" / "notes" / "corea-del-nord-russia.notes.yaml"


def _status(screen: str) -> str:
    return screen.rstrip("\n").splitlines()[-2]


def test_what_the_mouse_was_drawn_over_stays_selected(terminal: Terminal, home: Path) -> None:
    terminal.start()
    lines = terminal.shows("tra cui razzi", "0 notes").splitlines()
    row = next(number for number, line in enumerate(lines, 1) if "tra cui razzi" in line)
    left = lines[row - 1].index("tra cui razzi") + 1
    drag = ((0, left, "M"), (32, left + 5, "M"), (32, left + 12, "M"), (0, left + 12, "m"))
    for button, column, end in drag:
        terminal.type(f"\x1b[<{button};{column};{row}{end}")
    terminal.shows("[selecting]")
    terminal.press("c")
    terminal.shows("yellow")
    terminal.press("Enter")
    terminal.shows("1 note ")
    saved = yaml.safe_load(_notes_file(home).read_text(encoding="utf-8"))
    assert saved["notes"][0]["quote"] == "tra cui razzi"


def test_without_an_editor_the_screen_comes_back_and_the_note_with_it(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor-anywhere")
    (terminal.home / "x.md").write_text("# Breakfast\n\nMarmalade.\n", encoding="utf-8")
    terminal.start("x.md")
    terminal.shows("Marmalade", "0 notes")
    terminal.press("e")
    terminal.shows("Marmalade", "no-such-editor-anywhere")
    terminal.press("a")
    terminal.shows("Ctrl+e editor")
    terminal.type("non perdermi")
    terminal.press("C-e")
    terminal.until(lambda screen: screen.count("no-such-editor-anywhere") == 2, "both complaints")
    terminal.press("C-s")
    terminal.shows("1 note ")


def test_a_reader_walks_jumps_writes_quits_and_finds_the_note_again(
    terminal: Terminal, home: Path
) -> None:
    terminal.start()
    terminal.shows("La Corea del Nord consegna", "Figures", "14.000 soldati", "0 notes")

    for heading in ("portata del supporto", "Cooperazione illegale", "violazioni delle"):
        terminal.press("]")
        terminal.until(lambda screen, h=heading: h in _status(screen), heading)  # type: ignore[misc]
    terminal.press("g")
    terminal.until(lambda screen: "consegna" in _status(screen), "the beginning")

    terminal.press("Tab", "Tab")
    terminal.shows("Proiettili e munizioni nel 2024")  # the row is there
    terminal.press("j", "j", "j", "j", "Enter")
    terminal.until(lambda screen: "►" in screen and "fino a 9 milioni" in screen, "the target")
    terminal.press("Tab", "j", "Enter")
    terminal.until(
        lambda screen: "appello urgente" in screen and "►  dell'MSMT - tra cui Austr" in screen,
        "the first member",
    )
    terminal.press("Escape")
    terminal.until(lambda screen: "select" in screen.splitlines()[-1], "the keys of the text")

    terminal.press("g")
    terminal.until(lambda screen: "consegna" in _status(screen), "the beginning")
    terminal.press("a")
    terminal.shows("Ctrl+e editor", "«La Corea del Nord ha inviato")
    terminal.type("da verificare: è già così?")
    terminal.shows("da verificare")
    terminal.press("C-s")
    terminal.shows("saved in", "1 note")
    terminal.press("q")
    terminal.shows("ended with 0")

    notes = yaml.safe_load(_notes_file(home).read_text("utf-8"))["notes"]
    assert [note["text"] for note in notes] == ["da verificare: è già così?"]
    assert notes[0]["quote"].startswith("La Corea del Nord ha inviato soldati")
    terminal.close()

    terminal.start()
    # Whether the row is marked as the one at hand already, or not yet.
    screen = terminal.shows("1 note", "da verificare: è già così? «La", "✎▸ La Corea del Nord")
    first_line = next(line for line in screen.splitlines() if "ha inviato" in line)
    assert "✎" in first_line


@pytest.mark.parametrize("language", first_minute.LANGUAGES)
def test_a_new_user_finds_the_way_by_what_the_screen_says_alone(
    terminal: Terminal, home: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    page = first_minute.PAGE.read_text("utf-8")
    for step, _screen in first_minute.walk(terminal, language):
        assert re.search(rf"^\| {step.wish} \| .* \| {step.count} \|$", page, re.MULTILINE)
    chosen, hit = yaml.safe_load(_notes_file(home).read_text("utf-8"))["notes"]
    assert chosen["quote"].startswith("È stato lanciato dopo che la Russia")
    assert (chosen["text"], chosen["tags"], chosen["color"]) == (
        "Which committee? Of 2024?",
        ["msmt"],
        "green",
    )
    assert (hit["quote"], hit["text"]) == ("soldati", "soldati")
    assert terminal.pasted.startswith("“soldati”")


def test_a_note_that_was_confirmed_survives_a_kill(terminal: Terminal, home: Path) -> None:
    terminal.start()
    terminal.shows("0 notes")
    terminal.press("a")
    terminal.shows("Ctrl+e editor")
    terminal.type("prima del buio")
    terminal.shows("prima del buio")
    terminal.press("C-s")
    terminal.shows("saved in")
    os.kill(terminal.program_id, signal.SIGKILL)
    terminal.close()
    assert "prima del buio" in _notes_file(home).read_text("utf-8")

    terminal.start()
    terminal.shows("1 note", "prima del buio")
    terminal.until(
        lambda screen: any("✎" in line and "ha inviato" in line for line in screen.splitlines()),
        "the note's sign beside its passage",
    )


def test_a_terminal_that_is_hung_up_gets_its_screen_back(terminal: Terminal) -> None:
    terminal.start()
    terminal.shows("0 notes")
    os.kill(terminal.program_id, signal.SIGTERM)
    screen = terminal.shows("ended with")
    assert "Traceback" not in screen
    assert "Figures" not in screen
    assert "ended with 143" in screen


def test_messages_sent_elsewhere_do_not_take_the_screen_with_them(
    terminal: Terminal, home: Path
) -> None:
    terminal.start("2>messages.txt")
    terminal.shows("La Corea del Nord consegna", "Figures", "0 notes")
    terminal.press("q")
    terminal.shows("ended with 0")
    assert (home / "messages.txt").read_text("utf-8") == ""


def test_a_key_pressed_as_soon_as_there_are_words_is_not_lost(terminal: Terminal) -> None:
    terminal.start()
    terminal.shows("La Corea del Nord consegna")
    terminal.press("G")
    terminal.shows("100 %")


# -- what is sent to the terminal -----------------------------------------------------------

_SGR = re.compile(rb"\x1b\[([0-9;:]*)m")


def _sent(keys: list[tuple[bytes, bytes]]) -> bytes:
    """What the program sends to a terminal of 100 by 30, until it rests after the last key.

    Args:
        keys: What to wait for, and what to type then.
    """
    terminal, programs_side = pty.openpty()
    fcntl.ioctl(programs_side, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    program = subprocess.Popen(
        PROGRAM,
        stdin=programs_side,
        stdout=programs_side,
        stderr=programs_side,
        start_new_session=True,
    )
    os.close(programs_side)
    sent = b""
    end = time.monotonic() + PATIENCE_SECONDS
    waiting = list(keys)
    since = 0
    while time.monotonic() < end:
        if select.select([terminal], [], [], 5 * STEP_SECONDS)[0]:
            sent += os.read(terminal, 65536)
        elif not waiting:
            break
        if waiting and waiting[0][0] in sent[since:]:
            since = len(sent)
            os.write(terminal, waiting.pop(0)[1])
    program.kill()
    program.wait()
    os.close(terminal)
    assert not waiting, f"never came: {waiting[0][0]!r} in {sent[-2000:]!r}"
    return sent


def _is_color(parameter: bytes) -> bool:
    number = int(parameter.split(b":")[0] or 0)
    return 30 <= number <= 49 or 58 <= number <= 59 or 90 <= number <= 107


WALKS = {
    "a jump and a note": [
        (b"secondo il titolo", b"\t\t"),
        (b"jump", b"\r"),
        (b"\xe2\x96\xba", b"a"),
        (b"Ctrl+e", b"x"),
    ],
    "a search": [(b"secondo il titolo", b"/"), (b"Alt+w", b"missili"), (b"hits", b"\r")],
    "the help": [(b"secondo il titolo", b"?"), (b"Moving", b"s")],
    "the themes": [(b"secondo il titolo", b"T"), (b"Porcelain", b"j")],
}


@pytest.mark.parametrize("walk", WALKS.values(), ids=WALKS)
def test_without_colour_no_colour_code_reaches_the_terminal(
    monkeypatch: pytest.MonkeyPatch, walk: list[tuple[bytes, bytes]]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.chdir(HERE)
    sent = _sent(walk)
    parameters = [each for found in _SGR.findall(sent) for each in found.split(b";")]
    assert not sorted({each for each in parameters if _is_color(each)})
    assert {b"1", b"4"} <= set(parameters), "marks must show without colour"
    assert b"\x1b]10;" not in sent
    assert b"\x1b]11;" not in sent


def test_with_colour_the_theme_reaches_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.chdir(HERE)
    assert b"48;2;" in _sent([(b"secondo il titolo", b"j")])
