"""A notes file that another program is writing in place is not taken for what it says."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from briefing.model.note import Note, Notes
from briefing.notes.format import format_notes
from briefing.storage.notes_store import NotesStore
from tests.notes.sample_notes import holding, sample


def store_at(path: Path) -> NotesStore:
    state = path.parent / "state"
    return NotesStore(path, state_folder=state, article="corea", title=None, language=None)


def added(notes: Notes, *more: Note) -> Notes:
    return replace(notes, notes=(*notes.notes, *more))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "corea.notes.yaml"


def rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a long time go by."""
    later = time.monotonic() + 60
    monkeypatch.setattr(time, "monotonic", lambda: later)


@pytest.mark.parametrize("share", [0.0, 0.5, 0.9, None], ids=str)
def test_a_half_written_file_is_not_adopted(path: Path, share: float | None) -> None:
    store = store_at(path)
    notes = store.save(added(store.load(), *(sample(f"n{number}") for number in range(9))))
    whole = path.read_bytes()
    path.write_bytes(
        whole[: whole.index(b"- id: n5") if share is None else int(share * len(whole))]
    )
    assert store.has_changed()
    assert store.load() == notes
    assert store.refusal is None
    path.write_bytes(whole + b"# edited\n")
    assert store.load() == notes
    assert not store.has_changed()
    assert store.faults == ()


def test_notes_that_were_taken_out_are_named_once_the_file_rests(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = store_at(path)
    saved = store.save(added(store.load(), *(sample(f"n{number}") for number in range(5))))
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.index(b"- id: n3")])
    assert store.load() == saved
    rest(monkeypatch)
    assert [note.id for note in store.load().notes] == ["n0", "n1", "n2"]
    (fault,) = store.faults
    assert "2 notes out of the file: «" in fault.what
    assert "backups" in (fault.remedy or "")


def test_a_save_waits_until_the_file_is_whole(path: Path) -> None:
    store = store_at(path)
    saved = store.save(added(store.load(), sample("a1"), sample("b2")))
    whole = path.read_bytes()
    path.write_bytes(whole[:100])

    def finish() -> None:
        time.sleep(0.2)  # the other program takes its time; the save has to outlast it
        path.write_bytes(whole)

    writer = Thread(target=finish)
    writer.start()
    after = store.save(added(saved, sample("c3")))
    writer.join()
    left = [(note.id, note.is_deleted) for note in after.notes]
    assert left == [("a1", False), ("b2", False), ("c3", False)]


def test_a_file_that_was_put_in_place_of_the_old_one_is_believed_at_once(path: Path) -> None:
    store = store_at(path)
    store.save(added(store.load(), sample("a1"), sample("b2")))
    other = path.with_name("new")
    other.write_text(format_notes(holding(sample("a1"))), encoding="utf-8")
    other.replace(path)
    assert [note.id for note in store.load().notes] == ["a1"]
    assert "1 note out of the file" in store.faults[0].what
