"""A note that was confirmed is on disk, whatever else writes there or goes wrong."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model.errors import FormatError, InputError, StorageError
from briefing.model.note import Note, Notes, Revision
from briefing.notes.format import NotesFile, format_notes
from briefing.session.keeping import Keeper
from briefing.storage import notes_store
from briefing.storage.notes_store import NotesStore
from tests.notes.sample_notes import PLAIN, REV, holding, sample

TEXT = "La Corea del Nord\n"
SHA = hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    return tmp_path / "articles" / "corea.notes.yaml"


def store_at(path: Path) -> NotesStore:
    state = path.parent.parent / "state"
    return NotesStore(path, state_folder=state, article="corea", title="La Corea", language="it")


def added(notes: Notes, *more: Note) -> Notes:
    return replace(notes, notes=(*notes.notes, *more))


def test_nothing_is_written_before_the_first_note(path: Path) -> None:
    store = store_at(path)
    assert store.load() == Notes("corea", "La Corea", "it")
    store.save(store.load())
    assert list(path.parent.parent.rglob("*")) == [path.parent]
    assert not store.has_changed()


def test_a_saved_note_is_there_for_the_next_reader(path: Path) -> None:
    store = store_at(path)
    saved = store.save(added(store.load(), PLAIN))
    assert store_at(path).load() == saved == Notes("corea", "La Corea", "it", (), (PLAIN,))
    assert not store.has_changed()


def test_what_others_wrote_meanwhile_is_merged(path: Path) -> None:
    one, two = store_at(path), store_at(path)
    first, second = one.load(), two.load()
    one.save(added(first, sample("a1")))
    assert two.has_changed()
    saved = two.save(added(second, sample("b2")))
    assert {note.id for note in saved.notes} == {"a1", "b2"}
    assert one.has_changed()
    assert one.load() == saved


def test_an_edit_by_hand_is_kept_beside_ours(path: Path) -> None:
    store = store_at(path)
    saved = store.save(added(store.load(), sample("a1"), sample("b2")))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("color: yellow", "color: green", 1) + "# end\n", encoding="utf-8")
    first, second = saved.notes
    after = store.save(replace(saved, notes=(first, replace(second, text="nuovo"))))
    assert [(note.color, note.text) for note in after.notes] == [
        ("green", first.text),
        ("yellow", "nuovo"),
    ]


def test_a_save_that_failed_does_not_delete_what_others_wrote(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    mine, other = store_at(path), store_at(path)
    notes = mine.load()
    other.save(added(other.load(), sample("a1")))
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(StorageError, match="disk is full"):
            mine.save(added(notes, sample("b2")))
    assert mine.has_changed()
    saved = mine.save(added(notes, sample("b2")))
    assert [(note.id, note.is_deleted) for note in saved.notes] == [("a1", False), ("b2", False)]


def test_an_editor_that_saves_in_the_middle_of_a_save_is_heard(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = store_at(path)
    saved = store.save(added(store.load(), sample("a1")))
    text = path.read_text(encoding="utf-8")
    edits = iter(["green", "blue"])

    def format_late(notes: Notes, previous: NotesFile | None) -> str:
        color = next(edits, None)
        if color:
            path.write_text(text.replace("yellow", color), encoding="utf-8")
        return format_notes(notes, previous)

    monkeypatch.setattr(notes_store, "format_notes", format_late)
    after = store.save(added(saved, sample("b2")))
    assert [(note.id, note.color) for note in after.notes] == [("a1", "blue"), ("b2", "yellow")]
    edits = iter([f"c{number}" for number in range(9)])
    with pytest.raises(StorageError, match="keeps writing"):
        store.save(added(after, sample("c3")))


def test_a_file_that_vanished_takes_no_note_with_it(path: Path) -> None:
    store = store_at(path)
    saved = store.save(added(store.load(), sample("a1")))
    path.unlink()
    after = store.save(added(saved, sample("b2")))
    assert [note.is_deleted for note in after.notes] == [False, False]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"format: 1\nnotes: [\n", "2|3: this is not valid YAML"),
        (b"a\nd\xe9j\xe0 vu\n", r":2: is not UTF-8 .* Latin-1"),
        ("format: 1".encode("utf-16"), "UTF-16"),
        (b"\x7fELF\x00\x00\xff", "binary"),
        (b"\x00\x00\x00", "binary"),
        (b"services: {}\n", "no notes file"),
    ],
)
def test_a_file_that_cannot_be_read_is_never_overwritten(
    path: Path, data: bytes, what: str
) -> None:
    path.write_bytes(data)
    store = store_at(path)
    with pytest.raises(InputError, match=what):
        store.load()
    assert store.refusal is not None
    with pytest.raises(StorageError, match=what):
        store.save(holding(PLAIN))
    with pytest.raises(StorageError, match=what):
        store_at(path).save(holding(PLAIN))
    assert path.read_bytes() == data
    assert store.aside().save(holding(PLAIN)).notes == (PLAIN,)
    assert path.read_bytes() == data
    assert store.aside().path.name == "corea.notes.aside.yaml"


def test_a_file_that_was_mended_can_be_saved_again(path: Path) -> None:
    path.write_text("format: [", encoding="utf-8")
    store = store_at(path)
    with pytest.raises(FormatError):
        store.load()
    path.write_text("format: 1\n", encoding="utf-8")
    assert store.has_changed()
    assert store.save(added(store.load(), PLAIN)).notes == (PLAIN,)


def test_a_file_damaged_while_the_app_is_open_is_kept(path: Path) -> None:
    store = store_at(path)
    saved = store.save(added(store.load(), PLAIN))
    path.write_text("format: [", encoding="utf-8")
    with pytest.raises(StorageError, match="is kept"):
        store.save(added(saved, sample("b2")))
    assert path.read_text(encoding="utf-8") == "format: ["
    assert store.refusal is not None


def test_a_file_of_a_newer_version_is_only_read(path: Path) -> None:
    text = format_notes(holding(PLAIN)).replace("format: 1", "format: 2")
    path.write_text(text, encoding="utf-8")
    store = store_at(path)
    assert store.load().notes == (PLAIN,)
    assert store.refusal is not None
    with pytest.raises(StorageError, match="newer version"):
        store.save(holding(PLAIN, sample("b2")))
    assert path.read_text(encoding="utf-8") == text


def test_a_folder_a_pipe_and_a_huge_file_are_told_in_one_line(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(InputError, match="folder"):
        store_at(path.parent).load()
    os.mkfifo(path)
    with pytest.raises(InputError, match="no ordinary file"):
        store_at(path).load()
    path.unlink()
    with path.open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    with pytest.raises(InputError, match="too large"):
        store_at(path).load()


def test_texts_are_kept_while_a_note_refers_to_them(path: Path) -> None:
    store = store_at(path)
    note = sample("a1", rev=SHA)
    before = replace(added(store.load(), note), revisions=(Revision(SHA, "2026-11-22T08:00:00Z"),))
    saved = store.save(before, {SHA: TEXT, REV: "nobody refers to this"})
    assert store.text(SHA) == TEXT
    assert store.text(REV) is None
    assert store.text("../../secret") is None
    after = store.save(replace(saved, notes=(replace(note, rev=REV),)))
    assert after.revisions == ()
    assert store.text(SHA) is None


def test_a_text_that_another_notes_file_needs_stays(path: Path) -> None:
    mine, other = store_at(path), store_at(path.with_name("other.notes.yaml"))
    note = sample("a1", rev=SHA)
    revisions = (Revision(SHA, "2026-11-22T08:00:00Z"),)
    other.save(replace(added(other.load(), note), revisions=revisions), {SHA: TEXT})
    saved = mine.save(replace(added(mine.load(), note), revisions=revisions), {SHA: TEXT})
    mine.save(replace(saved, notes=(replace(note, rev=REV),)))
    assert other.text(SHA) == TEXT


def test_a_text_that_was_removed_is_kept_again_with_the_next_note(path: Path) -> None:
    store = store_at(path)
    saved = store.save(added(store.load(), sample("a1", rev=SHA)), {SHA: TEXT})
    (path.parent / ".briefing" / "texts" / f"{SHA}.txt").unlink()
    store.save(added(saved, sample("b2", rev=SHA)), {SHA: TEXT})
    assert store.text(SHA) == TEXT


def test_the_title_of_the_last_save_is_the_one_that_counts(path: Path) -> None:
    store = store_at(path)
    saved = store.save(added(store.load(), PLAIN))
    assert store.save(replace(saved, title="Nuovo")).title == "Nuovo"
    assert store_at(path).load().title == "Nuovo"


def test_a_text_that_was_tampered_with_is_not_taken_for_the_old_one(path: Path) -> None:
    store = store_at(path)
    store.save(added(store.load(), sample("a1", rev=SHA)), {SHA: TEXT})
    (path.parent / ".briefing" / "texts" / f"{SHA}.txt").write_text("other", encoding="utf-8")
    assert store.text(SHA) is None


def test_notes_are_saved_even_where_their_text_cannot_be(path: Path) -> None:
    (path.parent / ".briefing").write_bytes(b"")
    store = store_at(path)
    saved = store.save(added(store.load(), sample("a1", rev=SHA)), {SHA: TEXT})
    assert len(saved.notes) == 1
    assert len(store.faults) == 1
    assert store_at(path).load() == saved


def test_five_backups_can_be_copied_back_by_hand(path: Path) -> None:
    store = store_at(path)
    notes = store.load()
    versions = []
    for number in range(8):
        notes = store.save(added(notes, sample(f"n{number}")))
        versions.append(path.read_bytes())
    (folder,) = (path.parent.parent / "state" / "backups").iterdir()
    kept = [(folder / f"{number}.yaml").read_bytes() for number in range(1, 6)]
    assert kept == versions[-2:-7:-1]
    assert len(list(folder.iterdir())) == 5
    path.write_bytes(kept[0])
    assert len(store_at(path).load().notes) == 7


def test_a_link_to_the_notes_stays_one(path: Path) -> None:
    target = path.with_name("shared.yaml")
    store_at(target).save(holding(sample("a1")))
    target.chmod(0o640)
    path.symlink_to(target)
    store = store_at(path)
    store.save(added(store.load(), PLAIN))
    assert path.is_symlink()
    assert {note.id for note in store_at(target).load().notes} == {"a1", PLAIN.id}
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_folder_that_is_missing_is_made_but_one_that_vanished_is_not(path: Path) -> None:
    path.parent.rmdir()
    store = store_at(path)
    saved = store.save(added(store.load(), PLAIN))
    assert path.exists()
    path.unlink()
    path.parent.rmdir()
    with pytest.raises(StorageError, match="folder is not there"):
        store.save(added(saved, sample("b2")), {REV: "x"})
    assert not path.parent.exists()


def test_without_a_state_folder_notes_are_still_saved(path: Path) -> None:
    (path.parent.parent / "state").write_bytes(b"")
    store = store_at(path)
    saved = store.save(added(store.load(), PLAIN))
    assert store.save(added(saved, sample("b2"))) == store_at(path).load()


def test_without_a_state_folder_the_folder_of_the_notes_is_made_and_stays_one(path: Path) -> None:
    (path.parent.parent / "state").write_bytes(b"")
    path.parent.rmdir()
    store = store_at(path)
    saved = store.save(added(store.load(), PLAIN))
    assert store_at(path).load() == saved
    path.unlink()
    path.parent.rmdir()
    with pytest.raises(StorageError, match="folder is not there"):
        store.save(added(saved, sample("b2")))
    assert not path.parent.exists()


def test_a_name_as_long_as_files_may_have_can_be_saved_in_any_script(path: Path) -> None:
    long = path.with_name(f"{'朝' * 81}.notes.yaml")
    saved = store_at(long).save(added(store_at(long).load(), PLAIN))
    assert store_at(long).load() == saved


def test_what_could_not_be_read_again_is_not_taken_for_a_damaged_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = store_at(path)
    saved = store.save(added(store.load(), PLAIN))
    before = path.read_bytes()
    monkeypatch.setattr(notes_store, "format_notes", lambda *_: "format: [")
    keeper = Keeper(store)
    with pytest.raises(StorageError, match="read again"):
        keeper.save(added(saved, sample("b2")), {})
    assert (keeper.port, keeper.problem) == (store, None)
    assert path.read_bytes() == before


def test_halves_of_characters_do_not_stop_a_save(path: Path) -> None:
    store = store_at(path)
    saved = store.save(added(store.load(), sample("a1", text="a\ud800", tags=("x", "x"))))
    assert saved.notes[0].text == "a\ufffd"
    assert store_at(path).load() == saved


def test_a_note_that_could_not_be_read_again_is_not_written(path: Path) -> None:
    store = store_at(path)
    saved = store.save(added(store.load(), PLAIN))
    before = path.read_bytes()
    with pytest.raises(StorageError, match="1 2"):
        store.save(added(saved, sample("1 2")))
    assert path.read_bytes() == before
