"""Waiting for a long document: a line says so, and keys that are typed meanwhile are not shown."""

from __future__ import annotations

import os
import pty
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefing.cli import progress
from briefing.cli.terminals import told_to_wait


@contextmanager
def terminal() -> Iterator[tuple[int, int]]:
    """The two ends of a terminal, that of the program being its standard input and output."""
    outer, inner = pty.openpty()
    with (
        pytest.MonkeyPatch.context() as patch,
        os.fdopen(inner, "r", closefd=False) as keys,
        os.fdopen(inner, "w") as screen,
    ):
        patch.setattr(sys, "stdin", keys)
        patch.setattr(sys, "stdout", screen)
        yield outer, inner
    os.close(outer)


def echoes(terminal: int) -> bool:
    return bool(termios.tcgetattr(terminal)[3] & termios.ECHO)


def document(folder: Path, size: int) -> str:
    path = folder / "a.docx"
    path.write_bytes(b"x" * size)
    return str(path)


def test_a_long_document_says_that_it_is_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    said = b""
    with terminal() as (outer, inner):
        with told_to_wait(document(tmp_path, 60_000)):
            assert not echoes(inner)
            end = time.monotonic() + 30
            while b"reading" not in said and time.monotonic() < end:
                said += os.read(outer, 1000)
        assert echoes(inner)
        said += os.read(outer, 1000)
    assert b"reading" in said
    assert said.endswith(progress.CLEAR.encode())


def test_a_short_document_and_one_that_is_not_there_say_nothing(tmp_path: Path) -> None:
    for name in (document(tmp_path, 10), "not there", None):
        with terminal() as (_outer, inner), told_to_wait(name):
            assert echoes(inner)


def test_the_terminal_is_as_it_was_where_a_document_cannot_be_read(tmp_path: Path) -> None:
    with terminal() as (_outer, inner):
        with pytest.raises(ValueError, match="damaged"), told_to_wait(document(tmp_path, 60_000)):
            raise ValueError("damaged")
        assert echoes(inner)
