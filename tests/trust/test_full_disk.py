"""A disk that is really full: a file system of 64 KB with no byte left."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.run import run
from tests.journeys.desk import desk

TEXT = "# Titolo\n\nUno due tre. Quattro cinque.\n"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small file system of its own, which not every machine lets a test have."""
    folder = tmp_path / "disk"
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=64k", "briefing-test", str(folder)]
    try:
        mounted = subprocess.run(words, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount here: the injected faults have to do")
    if mounted.returncode:
        pytest.skip(f"no file system may be mounted here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def _fill(disk: Path) -> Path:
    """Take all the room that is left."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(1024)):
            pass
    return filler


def _files(disk: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in disk.rglob("*") if path.is_file()}


def test_a_command_on_a_full_disk_says_so_and_changes_nothing(disk: Path) -> None:
    article = disk / "a.md"
    article.write_text(TEXT, "utf-8")
    assert run("notes", "add", article, "--quote", "Quattro", "--text", "alt").status == 0
    filler = _fill(disk)
    before = _files(disk)
    ran = run("notes", "add", article, "--quote", "Uno due", "--text", "nuova")
    assert ran.status == 2
    assert ran.is_one_line
    assert "the disk is full" in ran.err
    assert _files(disk) == before
    filler.unlink()
    assert run("notes", "add", article, "--quote", "Uno due", "--text", "nuova").status == 0


async def test_a_note_that_finds_no_room_stays_on_the_screen_until_there_is_some(
    disk: Path,
) -> None:
    article = disk / "a.md"
    article.write_text(TEXT, "utf-8")
    async with desk(str(article)) as reader:
        await reader.write_note("first")
        filler = _fill(disk)
        kept = reader.notes_path.read_bytes()
        await reader.write_note("second")
        assert "the disk is full" in reader.said("note-error")
        assert reader.notes_path.read_bytes() == kept
        filler.unlink()
        await reader.press("ctrl+s")
        assert [note["text"] for note in reader.saved] == ["first", "second"]
