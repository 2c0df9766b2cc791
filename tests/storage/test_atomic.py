"""A file is replaced whole or not at all, and nothing is left beside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.model.errors import StorageError
from briefing.storage.atomic import PRIVATE, remove_leftovers, write_atomically


def test_the_new_content_is_there_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "notes.yaml"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert [entry.name for entry in tmp_path.iterdir()] == ["notes.yaml"]


def test_permissions_stay(tmp_path: Path) -> None:
    path = tmp_path / "notes.yaml"
    path.write_bytes(b"one")
    path.chmod(0o640)
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_is_private_is_so_whatever_it_was_before(tmp_path: Path) -> None:
    path = tmp_path / "new" / "place.json"
    write_atomically(path, b"one", make_folder=True, mode=PRIVATE)
    path.chmod(0o644)
    write_atomically(path, b"two", mode=PRIVATE)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("leads_to", ["target", "nowhere", "link", "."])
def test_nothing_is_written_through_a_link(tmp_path: Path, leads_to: str) -> None:
    (tmp_path / "target").write_bytes(b"old")
    (tmp_path / "link").symlink_to(leads_to)
    with pytest.raises(StorageError, match="link: a link stands here"):
        write_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["link", "target"]
    assert (tmp_path / "target").read_bytes() == b"old"


def test_nothing_is_written_through_a_folder_that_is_a_link(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "folder"
    (outside / "texts").mkdir(parents=True)
    folder.mkdir()
    (folder / ".briefing").symlink_to(outside)
    with pytest.raises(StorageError, match=r"\.briefing: a link stands here"):
        write_atomically(folder / ".briefing" / "texts" / "a", b"x", below=folder, make_folder=True)
    (folder / ".briefing").unlink()
    (folder / ".briefing").mkdir()
    (folder / ".briefing" / "texts").symlink_to(outside / "texts")
    with pytest.raises(StorageError, match=r"texts: a link stands here"):
        write_atomically(folder / ".briefing" / "texts" / "a", b"x", below=folder)
    assert not list((outside / "texts").iterdir())


def test_a_write_that_is_called_off_at_the_last_moment_leaves_all_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "notes.yaml"
    path.write_bytes(b"old")
    assert not write_atomically(path, b"new", may_replace=lambda: False)
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["notes.yaml"]


def test_a_new_file_has_the_permissions_a_user_expects(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "new", b"")
    finally:
        os.umask(before)
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o640


def test_missing_folders_are_made_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "notes.yaml"
    with pytest.raises(StorageError, match="its folder is not there"):
        write_atomically(path, b"x")
    write_atomically(path, b"x", make_folder=True)
    assert path.read_bytes() == b"x"


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "notes.yaml").mkdir()
    with pytest.raises(StorageError, match="it is a folder"):
        write_atomically(tmp_path / "notes.yaml", b"x")
    assert len(list(tmp_path.iterdir())) == 1


def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(StorageError, match="no ordinary file"):
        write_atomically(tmp_path / "pipe", b"x")
    assert (tmp_path / "pipe").is_fifo()


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "notes.yaml"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StorageError, match=r"notes\.yaml: .*the disk is full"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_long_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 255)
    write_atomically(path, b"x")
    assert path.read_bytes() == b"x"


def test_what_a_killed_program_left_is_removed_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes.yaml"
    path.write_bytes(b"x")
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", lambda *_any, **_more: None)
        patch.setattr(os, "unlink", lambda *_any, **_more: None)
        write_atomically(path, b"y")
    (leftover,) = set(tmp_path.iterdir()) - {path}
    remove_leftovers(path)
    assert leftover.exists()
    os.utime(leftover, (0, 0))
    remove_leftovers(path)
    assert not leftover.exists()
    assert path.exists()
