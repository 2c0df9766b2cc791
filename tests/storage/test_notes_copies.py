"""A copy of the notes that a sync program left is noticed, whatever it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.storage.notes_copies import copies_of


@pytest.mark.parametrize(
    "name",
    [
        "report.notes (conflicted copy 2026-11-22 081530).yaml",
        "report.notes (Anna's conflicted copy 2026-11-22).yaml",
        "report.notes (Copia in conflitto di Anna 2026-11-22).yaml",
        "report.notes.sync-conflict-20261122-081530-ABCDEFG.yaml",
        "report.notes_conflict-20261122-081530.yaml",
        "report.notes (1).yaml",
        "report.notes 2.yaml",
        "report.notes-DESKTOP-7.yaml",
    ],
)
def test_a_copy_is_noticed(name: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    assert copies_of(tmp_path / "report.notes.yaml") == (tmp_path / name,)


@pytest.mark.parametrize(
    "name",
    [
        "report.notes.yaml", "report.notes.aside.yaml", "report.notes.txt", "report.md",
        "other.notes (1).yaml", "report-2.notes.yaml", "report.notes.yaml~", "report.md.notes.yaml",
    ],
)  # fmt: skip
def test_other_files_are_none(name: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    assert copies_of(tmp_path / "report.notes.yaml") == ()


def test_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    assert copies_of(tmp_path / "gone" / "report.notes.yaml") == ()
