"""Locks without `flock`, of other machines: how old they are is told by the file system's clock."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import resource
import signal
import time
from pathlib import Path

import pytest

from briefing.model.errors import BusyError, StorageError
from briefing.storage.locking import lock

HOUR = 3_600.0


@pytest.fixture(autouse=True)
def _without_flock(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)


def _taken_elsewhere(folder: Path, seconds_ago: float = 0.0) -> Path:
    held = folder / "lock.held"
    words = {"owner": "anna", "host": "another", "process": "1", "token": "t"}
    held.write_text(json.dumps(words), "utf-8")
    made = held.stat().st_mtime - seconds_ago
    os.utime(held, (made, made))
    return held


@pytest.mark.parametrize("ahead", [HOUR, -HOUR])
def test_a_lock_is_not_taken_away_because_the_clock_here_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ahead: float
) -> None:
    held = _taken_elsewhere(tmp_path)
    clock = time.time
    monkeypatch.setattr(time, "time", lambda: clock() + ahead)
    with (
        pytest.raises(BusyError, match="anna on another"),
        lock(tmp_path / "lock", timeout_seconds=0.05),
    ):
        pytest.fail("the lock of another machine was taken away")
    assert {path.name for path in tmp_path.iterdir()} == {"lock", held.name}


@pytest.mark.parametrize("seconds_ago", [HOUR, -HOUR])
def test_a_lock_that_was_left_behind_goes_also_where_the_clock_was_set_back(
    tmp_path: Path, seconds_ago: float
) -> None:
    _taken_elsewhere(tmp_path, seconds_ago)
    with lock(tmp_path / "lock", timeout_seconds=5.0):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["lock"]


def test_a_lock_that_a_full_disk_did_not_take_leaves_nothing(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        with pytest.raises(StorageError), lock(tmp_path / "lock", timeout_seconds=0.05):
            pytest.fail("there is no lock")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heard)
    assert [path.name for path in tmp_path.iterdir()] == ["lock"]
