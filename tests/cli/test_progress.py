from __future__ import annotations

import io
import sys
import time

import pytest

from briefing.cli import progress
from briefing.cli.progress import Progress


class Terminal(io.StringIO):
    """Remembers what is shown."""

    def isatty(self) -> bool:
        return True


def wait_for(stream: io.StringIO, words: str) -> bool:
    """Whether some words are shown before a user would give up."""
    for _ in range(1_000):
        if words in stream.getvalue():
            return True
        time.sleep(0.01)
    return False


def test_work_that_takes_long_says_what_it_does_and_cleans_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    stream = Terminal()
    with Progress(4, stream) as shown:
        shown.step("fetching")
        shown.part(50, 100)
        assert wait_for(stream, "██░░")
        shown.step("reading")
        assert wait_for(stream, "█████░░░░░░░░░░░░░░░ reading")
    assert stream.getvalue().endswith("\r\x1b[K")


def test_lines_that_are_written_meanwhile_stand_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    stream = Terminal()
    with Progress(2, stream) as shown:
        shown.step("reading")
        assert wait_for(stream, "reading")
        shown.beside(stream.write, "a.md\n")
        assert stream.getvalue().endswith("\r\x1b[Ka.md\n")


def test_quick_work_shows_nothing() -> None:
    stream = Terminal()
    with Progress(1, stream) as shown:
        shown.step("reading")
    assert stream.getvalue() == ""


def test_a_file_gets_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    stream = io.StringIO()
    with Progress(1, stream) as shown:
        shown.step("reading")
        shown.part(1, None)
    assert stream.getvalue() == ""


def test_without_standard_error_the_work_is_done_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    with Progress(1) as shown:
        shown.step("reading")
    assert shown.done == 0
