"""Two programs never write at once, and one that died holds nothing up."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from briefing.model.errors import StorageError
from briefing.storage.locking import lock


def test_the_second_waits_and_says_why_it_gave_up(tmp_path: Path) -> None:
    path = tmp_path / "state" / "notes.lock"
    with (
        lock(path),
        pytest.raises(StorageError, match="another program"),
        lock(path, timeout_seconds=0.02),
    ):
        pytest.fail("two hold the lock")
    with lock(path, timeout_seconds=0.02):
        assert path.exists()


def test_a_killed_program_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "notes.lock"
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        with lock(path):
            os.write(writer, b"x")
            signal.pause()
    os.read(reader, 1)
    os.close(reader)
    os.close(writer)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with lock(path, timeout_seconds=1):
        assert path.exists()


def test_a_folder_can_be_locked_itself(tmp_path: Path) -> None:
    with lock(tmp_path), pytest.raises(StorageError), lock(tmp_path, timeout_seconds=0.02):
        pytest.fail("two hold the lock")


def test_a_lock_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageError, match="a file stands where"), lock(tmp_path / "file" / "lock"):
        pytest.fail("locked")
