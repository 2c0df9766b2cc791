"""Git merges notes without asking anyone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model.errors import InputError, NotFoundError
from briefing.model.version import Arrival, Version, Versions
from briefing.notes.format import format_notes
from briefing.notes.parse import parse_notes
from briefing.notes.versions import format_versions
from briefing.storage.notes_files import merge_files
from tests.notes.sample_notes import PLAIN, holding, sample


def test_both_sides_are_in_the_result_with_their_lines(tmp_path: Path) -> None:
    base, ours, theirs = (tmp_path / name for name in ("base", "ours", "theirs"))
    text = format_notes(holding(PLAIN))
    base.write_text(text, encoding="utf-8")
    ours.write_text(text.replace("- id", "# mine\n- id"), encoding="utf-8")
    edited = holding(replace(PLAIN, color="blue"), sample("b2"))
    theirs.write_text(format_notes(edited), encoding="utf-8")
    merged = merge_files(base, ours, theirs)
    assert parse_notes(merged, where="n").notes == edited
    assert "# mine" in merged
    assert (
        parse_notes(merge_files(None, theirs, ours), where="n").notes.notes[-1].id == "k3q9m2vxt7"
    )


def test_an_empty_side_takes_nothing_away(tmp_path: Path) -> None:
    empty, full = tmp_path / "empty", tmp_path / "full"
    empty.write_bytes(b"")
    full.write_text(format_notes(holding(PLAIN)), encoding="utf-8")
    assert merge_files(empty, full, full) == full.read_text(encoding="utf-8")
    assert merge_files(full, full, empty) == full.read_text(encoding="utf-8")


def test_what_cannot_be_merged_is_named(tmp_path: Path) -> None:
    newer = tmp_path / "newer"
    newer.write_text("format: 2\nnotes: []\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"newer: .*newer version"):
        merge_files(None, newer, newer)
    with pytest.raises(NotFoundError, match="missing"):
        merge_files(None, tmp_path / "missing", newer)


def test_versions_are_merged_by_the_same_command(tmp_path: Path) -> None:
    ours, theirs, empty = (tmp_path / name for name in ("ours", "theirs", "empty"))
    both = [Version(f"{n:064}", f"2026-11-22T08:00:0{n}Z", Arrival.ADDED) for n in range(2)]
    ours.write_text(format_versions(Versions("a.md", (both[0],))), encoding="utf-8")
    theirs.write_text(format_versions(Versions("a.md", (both[1],))), encoding="utf-8")
    empty.touch()
    merged = format_versions(Versions("a.md", tuple(both)))
    assert merge_files(empty, ours, theirs) == merge_files(None, theirs, ours) == merged
    assert merge_files(ours, ours, empty) == ours.read_text(encoding="utf-8")
    notes = tmp_path / "notes"
    notes.write_text(format_notes(holding(PLAIN)), encoding="utf-8")
    with pytest.raises(InputError, match="notes:1: this is no versions file"):
        merge_files(None, ours, notes)
