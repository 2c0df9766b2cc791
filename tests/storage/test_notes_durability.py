"""Notes survive crowds, kills, full disks and missing permissions. Workers are forked, so light."""

from __future__ import annotations

import errno
import fcntl
import os
import random
import resource
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from briefing.model.errors import BusyError, StorageError
from briefing.model.note import Note, Notes
from briefing.session.keeping import Keeper
from briefing.storage.locking import lock
from briefing.storage.notes_locks import locked
from briefing.storage.notes_store import NotesStore
from tests.notes.sample_notes import PLAIN, REV, holding, sample

NOBODY = 65534
CROWDS = int(os.environ.get("CROWDS", "1"))
"""Crowds of users that write at once; more than one are as long as the page of promises says."""
NOTES_EACH = 12 if CROWDS == 1 else 30


def store_at(path: Path) -> NotesStore:
    state = path.parent.parent / "state"
    return NotesStore(path, state_folder=state, article="corea", title=None, language=None)


def added(notes: Notes, *more: Note) -> Notes:
    return replace(notes, notes=(*notes.notes, *more))


def forked(work: Callable[[], None]) -> int:
    """Run something in a process of its own, which can never come back into the tests."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        work()
        status = 0
    finally:
        os._exit(status)


def ended_well(child: int) -> bool:
    return os.waitpid(child, 0)[1] == 0


@pytest.fixture
def path() -> Iterator[Path]:
    # pytest's own folders are closed to other users, and one test becomes another user.
    folder = Path(tempfile.mkdtemp(prefix="briefing-test-"))
    folder.chmod(0o755)
    (folder / "articles").mkdir()
    yield folder / "articles" / "corea.notes.yaml"
    (folder / "articles").chmod(0o755)
    shutil.rmtree(folder)


def test_three_programs_that_write_at_once_lose_nothing(path: Path) -> None:
    def write(name: str) -> None:
        store = store_at(path)
        notes = store.load()
        for number in range(30):
            notes = store.save(added(notes, sample(f"{name}{number}")))

    children = [forked(partial(write, name)) for name in "abc"]
    assert [ended_well(child) for child in children] == [True] * 3
    notes = store_at(path).load()
    assert {note.id for note in notes.notes} == {f"{n}{i}" for n in "abc" for i in range(30)}
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def _has_no_flock(_descriptor: int, _how: int) -> None:
    raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))


@pytest.mark.parametrize("_crowd", range(CROWDS))
@pytest.mark.parametrize("has_flock", [True, False])
def test_users_with_state_folders_of_their_own_lose_nothing_to_each_other(
    path: Path, has_flock: bool, _crowd: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def store_of(user: str) -> NotesStore:
        state = path.parent.parent / f"state-{user}"
        return NotesStore(path, state_folder=state, article="corea", title=None, language=None)

    def write(user: str) -> None:
        store = store_of(user)
        notes = store.load()
        for number in range(NOTES_EACH):
            notes = store.save(added(notes, sample(f"{user}{number}")))

    if not has_flock:
        monkeypatch.setattr(fcntl, "flock", _has_no_flock)
    users = "abcdef"
    reader = Keeper(store_of("reader"))
    shown = reader.load()
    children = [forked(partial(write, user)) for user in users]
    ended: dict[int, int] = {}
    while len(ended) < len(children):
        shown = reader.refresh(shown)
        ended |= {
            pid: status
            for child in children
            for pid, status in [os.waitpid(child, os.WNOHANG) if child not in ended else (0, 0)]
            if pid
        }
    assert set(ended.values()) == {0}
    shown = reader.save(added(reader.refresh(shown), sample("r0")), {})
    expected = {f"{user}{number}" for user in users for number in range(NOTES_EACH)} | {"r0"}
    assert {note.id for note in shown.notes if not note.is_deleted} == expected
    assert {note.id for note in store_of("later").load().notes} == expected
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("has_flock", [True, False])
def test_a_program_that_was_killed_while_it_held_the_lock_holds_nobody_up(
    path: Path, has_flock: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not has_flock:
        monkeypatch.setattr(fcntl, "flock", _has_no_flock)
    reader, writer = os.pipe()

    def hold() -> None:
        with locked(path, path.parent, path.parent.parent / "state-a"):
            os.write(writer, b"x")
            signal.pause()

    child = forked(hold)
    os.read(reader, 1)
    os.close(reader)
    os.close(writer)
    with (
        pytest.raises(BusyError),
        lock(path.parent / ".briefing" / "lock", below=path.parent, timeout_seconds=0.02),
    ):
        pytest.fail("two hold the lock")
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    store_at(path).save(holding(PLAIN))
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_confirmed_note_survives_a_kill_at_any_moment(path: Path) -> None:
    def write(confirmations: int, number: int) -> None:
        store = store_at(path)
        notes = store.load()
        while True:
            number += 1
            notes = store.save(replace(notes, notes=(replace(PLAIN, text=str(number)),)))
            os.write(confirmations, f"{number}\n".encode())

    store_at(path).save(holding(replace(PLAIN, text="0")))
    confirmed, chance = 0, random.Random(1)
    for _ in range(200):
        reader, writer = os.pipe()
        child = forked(partial(write, writer, confirmed))
        os.close(writer)
        with os.fdopen(reader, encoding="ascii") as lines:
            confirmed = int(lines.readline())
            time.sleep(chance.uniform(0, 0.01))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            confirmed = max([confirmed, *(int(line) for line in lines if line.endswith("\n"))])
        (note,) = store_at(path).load().notes
        assert int(note.text) >= confirmed
        confirmed = int(note.text)
    assert confirmed >= 200


def test_a_disk_that_is_full_leaves_the_old_file_and_nothing_else(path: Path) -> None:
    store = store_at(path)
    saved = store.save(holding(PLAIN))
    before = path.read_bytes()

    def fail() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        with pytest.raises(StorageError, match=r"corea\.notes\.yaml: .*that large") as caught:
            store.save(added(saved, sample("b2", text="x" * 9000)), {REV: "y" * 9000})
        assert "\n" not in str(caught.value)

    assert ended_well(forked(fail))
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir() if entry.is_file()] == [path.name]
    assert not list(path.parent.rglob("*.tmp"))


@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o555, 0o644), (0o777, 0o444)])
def test_without_permission_the_old_file_stays(
    path: Path, folder_mode: int, file_mode: int
) -> None:
    store = store_at(path)
    saved = store.save(holding(PLAIN))
    before = path.read_bytes()
    path.parent.chmod(folder_mode)
    path.chmod(file_mode)

    def fail() -> None:
        if os.geteuid() == 0:
            os.setuid(NOBODY)
        with pytest.raises(StorageError, match="no permission to write"):
            store.save(added(saved, sample("b2")))

    assert ended_well(forked(fail))
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_file_that_may_not_be_read_is_told_in_one_line(path: Path) -> None:
    store = store_at(path)
    store.save(holding(PLAIN))
    path.chmod(0)

    def fail() -> None:
        if os.geteuid() == 0:
            os.setuid(NOBODY)
        with pytest.raises(StorageError, match="no permission to read"):
            store_at(path).save(holding(PLAIN))

    assert ended_well(forked(fail))


def test_an_interrupted_save_leaves_the_old_file_and_nothing_else(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_descriptor: int) -> None:
        raise KeyboardInterrupt

    store = store_at(path)
    saved = store.save(holding(PLAIN))
    before = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            store.save(added(saved, sample("b2")))
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    assert len(store.save(added(saved, sample("b2"))).notes) == 2
