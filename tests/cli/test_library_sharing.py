"""Two clones of one library both read, add and note, and git merges them without a conflict."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from briefing.model.library_file import SavedSearch
from briefing.storage.library_file import LibraryFileStore
from tests.cli.run import run
from tests.journeys.library_desk import write_articles


def git(folder: Path, *words: str) -> str:
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org"}
    who |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org"}
    done = subprocess.run(
        ["git", "-C", str(folder), *words],
        capture_output=True,
        text=True,
        env={**os.environ, **who, "GIT_CONFIG_GLOBAL": "/dev/null"},
        check=False,
    )
    assert done.returncode == 0, done
    return done.stdout


@pytest.fixture
def clones(tmp_path: Path) -> tuple[Path, Path]:
    first, second = tmp_path / "first", tmp_path / "second"
    write_articles(first)
    git(tmp_path, "init", "-q", "-b", "main", str(first))
    assert run("library", "git", first, "--yes").status == 0
    git(first, "add", "-A")
    git(first, "commit", "-qm", "begin")
    git(tmp_path, "clone", "-q", str(first), str(second))
    assert run("library", "git", second, stdin="y\n").status == 0
    return first, second


def work(folder: Path, name: str) -> None:
    """Read, write a note on the article that the other notes too, add a document, save a search."""
    talks = folder / "talks.md"
    run("notes", "add", talks, "--quote", "wheat", "--text", f"From {name}.", "--by", name)
    paper = folder.parent / f"{name}.md"
    paper.write_text(f"# Paper of {name}\n\nWords of {name}.\n")
    run("add", paper, "--to", folder)
    search = SavedSearch(name, name)
    LibraryFileStore(folder).change(lambda file: file.with_search(search))
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", name)


def test_two_clones_that_both_note_and_add_merge_without_a_conflict(
    clones: tuple[Path, Path],
) -> None:
    first, second = clones
    work(first, "anna")
    work(second, "bea")
    git(second, "pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
    listed = run("notes", "list", second / "talks.md").out
    assert "From anna." in listed
    assert "From bea." in listed
    assert [each.name for each in LibraryFileStore(second).load().searches] == ["anna", "bea"]
    assert {path.name for path in second.glob("paper-*.md")} == {
        "paper-of-anna.md",
        "paper-of-bea.md",
    }
    assert git(second, "status", "--porcelain") == ""
    assert run("notes", "check", second / "talks.md").status == 0


def test_what_is_there_is_not_written_twice_and_no_is_an_answer(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", str(tmp_path))
    (tmp_path / ".gitattributes").write_text("*.png binary")
    assert run("library", "git", tmp_path, stdin="n\n").status == 1
    assert (tmp_path / ".gitattributes").read_text() == "*.png binary"
    assert run("library", "git", tmp_path, "--yes").status == 0
    before = (tmp_path / ".gitattributes").read_text()
    assert before.startswith("*.png binary\n*.notes.yaml merge=briefing\n")
    assert "already" in run("library", "git", tmp_path).err
    assert (tmp_path / ".gitattributes").read_text() == before


def test_a_folder_outside_git_is_told_in_one_line(tmp_path: Path) -> None:
    done = run("library", "git", tmp_path)
    assert (done.status, done.is_one_line) == (2, True)
