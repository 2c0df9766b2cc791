"""A renamed article does not lose its notes: they are offered, in the reader and by commands."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

from tests.cli.run import run
from tests.journeys.desk import desk

WIDE = (120, 40)


async def test_notes_under_the_old_name_are_offered_with_what_brings_them(tmp_path: Path) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text("# Report\n\nThe network has 30 firms.\n", encoding="utf-8")
    async with desk(article=str(old), size=WIDE) as reader:
        await reader.write_note("check")
    old.rename(new)
    async with desk(article=str(new), size=WIDE) as reader:
        assert "another name" in reader.news
        assert not reader.saved
    listed = run("notes", "list", new)
    assert "another name" in listed.err
    command = listed.err.split("`")[1]
    move, never_over, source, target = shlex.split(command)
    assert (move, never_over) == ("mv", "-n")
    subprocess.run([move, never_over, source, target], check=True)  # noqa: ASYNC221 - nothing waits
    async with desk(article=str(new), size=WIDE) as reader:
        assert [note["text"] for note in reader.saved] == ["check"]
        assert "another name" not in reader.news


async def test_a_copy_beside_its_original_is_offered_nothing(tmp_path: Path) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text("# Report\n\nThe network has 30 firms.\n", encoding="utf-8")
    async with desk(article=str(old), size=WIDE) as reader:
        await reader.write_note("check")
    new.write_bytes(old.read_bytes())
    async with desk(article=str(new), size=WIDE) as reader:
        assert "another name" not in reader.news
