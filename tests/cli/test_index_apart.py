"""A big library is read in a process of its own: nothing is lost with it, and it never stays."""

from __future__ import annotations

import signal
import subprocess
import time
from functools import partial
from pathlib import Path

import pytest

from briefing.cli import index_apart
from briefing.cli.index_apart import read_apart
from briefing.cli.library_opening import open_library
from briefing.model.errors import BusyError
from briefing.model.settings import Settings
from briefing.session import gathering
from briefing.session.gathering import gather
from briefing.session.library import Library


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    for number in range(5):
        (tmp_path / f"{number}.md").write_text(f"# Title {number}\n\nWheat.\n", "utf-8")
    monkeypatch.setattr(gathering, "_APART_FROM", 2)
    library = open_library(tmp_path, Settings())
    library.read_apart = partial(read_apart, tmp_path, ())
    return library


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that are begun."""
    begun: list[subprocess.Popen[bytes]] = []
    begin = index_apart._begin

    def note(*arguments: object) -> subprocess.Popen[bytes]:
        begun.append(begin(*arguments))  # type: ignore[arg-type]
        return begun[-1]

    monkeypatch.setattr(index_apart, "_begin", note)
    return begun


def _titles(library: Library) -> list[str]:
    last = [step.entries for step in gather(library) if step.entries is not None][-1]
    return sorted(entry.title for entry in last)


TITLES = [f"Title {number}" for number in range(5)]


def test_the_index_is_the_one_that_is_read_here(
    library: Library, processes: list[subprocess.Popen[bytes]]
) -> None:
    assert _titles(library) == TITLES
    assert [process.returncode is not None for process in processes] == [True]
    assert [entry.title for entry in library.index.entries()] == TITLES


def test_what_is_left_when_it_comes_to_harm_is_read_here(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def harm(_folder: Path, _files: object) -> subprocess.Popen[bytes]:
        pipe = subprocess.PIPE
        return subprocess.Popen(["sh", "-c", "echo 5; kill -9 $$"], stdin=pipe, stdout=pipe)

    monkeypatch.setattr(index_apart, "_begin", harm)
    assert _titles(library) == TITLES


def test_another_program_that_writes_is_told_as_ever(library: Library) -> None:
    with library.index.writing(), pytest.raises(BusyError):
        list(read_apart(library.folder, ()))


def test_it_ends_with_whoever_asked(
    library: Library, processes: list[subprocess.Popen[bytes]]
) -> None:
    for number in range(5, 400):
        (library.folder / f"{number}.md").write_text("Rye.\n", "utf-8")
    steps = read_apart(library.folder, ())
    assert next(steps) == 400
    steps.close()  # type: ignore[attr-defined]
    [process] = processes
    assert process.returncode == -signal.SIGKILL


def test_it_ends_with_a_reader_that_is_killed(library: Library) -> None:
    """The end of its input is all that it hears of that."""
    for number in range(5, 400):
        (library.folder / f"{number}.md").write_text("Rye.\n", "utf-8")
    process = index_apart._begin(library.folder, ())
    assert process.stdin is not None
    process.stdin.close()
    until = time.monotonic() + 30
    while process.poll() is None and time.monotonic() < until:
        time.sleep(0.05)
    assert process.returncode == 0
    assert process.stdout is not None
    process.stdout.close()
