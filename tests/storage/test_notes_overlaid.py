"""Notes in a folder that can only be read are shown, and joined by the reader's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model.errors import FormatError
from briefing.model.note import Note, Notes, NoteState
from briefing.storage import notes_store
from briefing.storage.notes_overlaid import OverlaidNotes
from briefing.storage.notes_store import NotesStore
from tests.cli.run import give_up_roots_rights, spawn
from tests.notes.sample_notes import PLAIN, REV, holding, sample

LATER = "2026-11-23T08:00:00Z"
LATEST = "2026-12-01T00:00:00Z"


class Place:
    """An article's folder that can be locked, and what a reader has."""

    def __init__(self, tmp_path: Path) -> None:
        self.root = tmp_path
        self.can_be_written = True
        (tmp_path / "articles").mkdir()

    def store(self, name: str) -> NotesStore:
        return NotesStore(
            self.root / name,
            state_folder=self.root / "state",
            article="a",
            title=None,
            language=None,
        )

    def beside(self) -> NotesStore:
        return self.store("articles/a.notes.yaml")

    def own(self) -> NotesStore:
        return self.store("data/notes/a-1.notes.yaml")

    def overlaid(self) -> OverlaidNotes:
        return OverlaidNotes(self.beside(), self.own())


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    place = Place(tmp_path)

    def can_be_written(path: Path) -> bool:
        return place.can_be_written or path.parent.name != "articles"

    monkeypatch.setattr(notes_store, "can_be_written", can_be_written)
    place.beside().save(holding(sample("a1"), sample("b2")), {REV: "text"})
    place.can_be_written = False
    return place


def ids(notes: Notes) -> list[str]:
    return sorted(note.id for note in notes.notes if not note.is_deleted)


def changed(notes: Notes, note_id: str, change: Callable[[Note], Note]) -> Notes:
    return replace(notes, notes=tuple(change(n) if n.id == note_id else n for n in notes.notes))


def added(notes: Notes, *more: Note) -> Notes:
    return replace(notes, notes=(*notes.notes, *more))


def test_both_are_shown_and_only_the_reader_s_own_is_written(place: Place) -> None:
    before = place.beside().path.read_bytes()
    store = place.overlaid()
    notes = store.load()
    assert ids(notes) == ["a1", "b2"]
    assert "only be read" in store.faults[0].what
    edited = changed(notes, "b2", lambda n: replace(n, text="mine", updated=LATER))
    saved = store.save(added(edited, sample("c3")))
    assert ids(saved) == ["a1", "b2", "c3"]
    assert place.beside().path.read_bytes() == before
    assert ids(place.own().load()) == ["b2", "c3"]
    assert place.overlaid().load() == saved
    assert [note.text for note in saved.notes if note.id == "b2"] == ["mine"]
    assert all(not note.conflicts for note in saved.notes)


def test_what_others_write_there_meanwhile_is_seen(place: Place) -> None:
    store = place.overlaid()
    notes = store.load()
    store.save(changed(notes, "a1", lambda n: replace(n, color="blue", updated=LATER)))
    other = place.beside()
    theirs = changed(other.load(), "a1", lambda n: replace(n, text="later", updated=LATEST))
    other.save(added(theirs, sample("d4")))
    assert store.has_changed()
    seen = store.load()
    assert ids(seen) == ["a1", "b2", "d4"]
    assert [note.text for note in seen.notes if note.id == "a1"] == ["later"]


def test_a_note_that_was_deleted_here_stays_deleted(place: Place) -> None:
    store = place.overlaid()

    def delete(note: Note) -> Note:
        return replace(note, state=NoteState.DELETED, updated=LATER)

    assert ids(store.save(changed(store.load(), "a1", delete))) == ["b2"]
    assert ids(place.overlaid().load()) == ["b2"]


def test_once_the_folder_can_be_written_to_all_go_there(place: Place) -> None:
    store = place.overlaid()
    store.save(added(store.load(), PLAIN), {REV: "text"})
    assert not store.has_changed()
    place.can_be_written = True
    assert store.has_changed()
    assert ids(store.load()) == sorted(["a1", "b2", PLAIN.id])
    assert "with the article again" in store.faults[0].what
    assert store.path == place.beside().path
    assert ids(place.beside().load()) == sorted(["a1", "b2", PLAIN.id])
    assert not place.own().path.exists()
    assert ids(store.save(added(store.load(), sample("e5")))) == ["a1", "b2", "e5", PLAIN.id]
    assert not store.has_changed()


def test_notes_that_cannot_be_read_are_an_error_and_new_ones_have_a_place(place: Place) -> None:
    place.beside().path.write_text("format: [", encoding="utf-8")
    store = place.overlaid()
    with pytest.raises(FormatError):
        store.load()
    assert store.aside().path == store.path


def test_a_command_shows_both_and_a_file_nobody_may_read_is_no_empty_list(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    article, notes = folder / "a.md", folder / "a.notes.yaml"
    article.write_text("# Title\n\nOne two three.\n", "utf-8")

    def call(*words: object) -> list[str]:
        own = {f"XDG_{name}_HOME": str(tmp_path / "user" / name) for name in ("STATE", "DATA")}
        ran = spawn(*words, environment=own, prepare=give_up_roots_rights)
        assert ran.status == 0, ran
        return ran.out.splitlines() + ran.err.splitlines()

    call("notes", "add", article, "--quote", "One")
    folder.chmod(0o555)
    try:
        *_id, told = call("notes", "add", article, "--quote", "two")
        assert "can only be read" in told
        assert len(call("notes", "list", article)) == 3
    finally:
        folder.chmod(0o755)
    *listed, told = call("notes", "list", article)
    assert len(listed) == 2
    assert "with the article again" in told
    assert len(call("notes", "list", article)) == 2
    notes.chmod(0)
    ran = spawn("notes", "list", article, prepare=give_up_roots_rights)
    notes.chmod(0o644)
    assert (ran.status, ran.out) == (2, "")
    assert ran.is_one_line
