"""Two articles of one name never share a new notes file."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.storage.library_trash import LibraryTrash
from briefing.storage.notes_naming import notes_name
from tests.cli.run import run


@pytest.mark.parametrize(
    ("there", "is_of_sibling", "name"),
    [
        ([], True, "report.notes.yaml"),
        (["report.md"], True, "report.notes.yaml"),
        (["report.md", "report.notes.yaml"], True, "report.txt.notes.yaml"),
        (["report.md", "report.notes.yaml"], False, "report.notes.yaml"),
        (["report.notes.yaml"], True, "report.notes.yaml"),
        (["report.txt.notes.yaml", "report.notes.yaml"], False, "report.txt.notes.yaml"),
    ],
)
def test_the_second_takes_its_full_name(
    tmp_path: Path, there: list[str], is_of_sibling: bool, name: str
) -> None:
    for each in there:
        (tmp_path / each).touch()
    assert notes_name(tmp_path / "report.txt", lambda _notes, _other: is_of_sibling) == name


def test_notes_on_two_forms_of_a_report_go_to_files_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("# Title\n\nOne *two* three.\n", "utf-8")
    (tmp_path / "report.txt").write_text("Quite another text: two.\n", "utf-8")
    for name in ("report.md", "report.txt", "report.md", "report.txt"):
        assert run("notes", "add", tmp_path / name, "--quote", "two").status == 0
    made = sorted(path.name for path in tmp_path.glob("*.yaml"))
    assert made == ["report.notes.yaml", "report.txt.notes.yaml"]
    for name in ("report.md", "report.txt"):
        assert len(run("notes", "list", tmp_path / name).out.splitlines()) == 2
        assert run("notes", "check", tmp_path / name).status == 0


def test_two_articles_with_the_same_text_share_no_new_notes_file(tmp_path: Path) -> None:
    for name in ("report.md", "report.txt"):
        (tmp_path / name).write_text("One two three.\n", "utf-8")
    for name in ("report.txt", "report.md", "report.txt", "report.md"):
        assert run("notes", "add", tmp_path / name, "--quote", "two").status == 0
    made = sorted(path.name for path in tmp_path.glob("*.yaml"))
    assert made == ["report.md.notes.yaml", "report.notes.yaml"]
    for name in ("report.md", "report.txt"):
        assert len(run("notes", "list", tmp_path / name).out.splitlines()) == 2


@pytest.mark.parametrize("first", ["report.md", "report.txt"])
@pytest.mark.parametrize("edited", ["first", "both"])
def test_the_notes_of_an_article_that_was_edited_since_are_still_its_own(
    tmp_path: Path, first: str, edited: str
) -> None:
    second = {"report.md": "report.txt", "report.txt": "report.md"}[first]
    (tmp_path / first).write_text("One two three.\n", "utf-8")
    assert run("notes", "add", tmp_path / first, "--quote", "two").status == 0
    (tmp_path / first).write_text("One two three, and four.\n", "utf-8")
    (tmp_path / second).write_text("Another two.\n", "utf-8")
    assert run("notes", "list", tmp_path / second).out == ""
    assert run("notes", "add", tmp_path / second, "--quote", "two").status == 0
    if edited == "both":
        (tmp_path / second).write_text("Another two, and five.\n", "utf-8")
    for name in (first, second):
        assert len(run("notes", "list", tmp_path / name).out.splitlines()) == 1
    made = sorted(path.name for path in tmp_path.glob("*.yaml"))
    assert made == sorted(["report.notes.yaml", f"{second}.notes.yaml"])


def test_what_is_deleted_does_not_take_the_notes_of_another_along(tmp_path: Path) -> None:
    for name in ("report.txt", "report.md"):
        (tmp_path / name).write_text(f"One two {name}.\n", "utf-8")
    assert run("notes", "add", tmp_path / "report.txt", "--quote", "two").status == 0
    trash = LibraryTrash(tmp_path)
    assert trash.notes_beside("report.txt") == "report.notes.yaml"
    assert trash.notes_beside("report.md") is None
    assert run("notes", "add", tmp_path / "report.md", "--quote", "two").status == 0
    assert trash.notes_beside("report.md") == "report.md.notes.yaml"


def test_notes_that_two_articles_share_already_stay_with_both(tmp_path: Path) -> None:
    for name in ("report.txt", "report.md"):
        (tmp_path / name).write_text("One two three.\n", "utf-8")
    assert run("notes", "add", tmp_path / "report.txt", "--quote", "two").status == 0
    versions = tmp_path / ".briefing" / "versions"
    (versions / "report.md.yaml").write_bytes((versions / "report.txt.yaml").read_bytes())
    for name in ("report.txt", "report.md"):
        assert len(run("notes", "list", tmp_path / name).out.splitlines()) == 1


@pytest.mark.parametrize("length", [238, 239, 242, 244, 245, 250, 253, 254, 255])
def test_an_article_with_a_very_long_name_takes_notes(tmp_path: Path, length: int) -> None:
    article = tmp_path / ("n" * (length - 3) + ".md")
    article.write_text("# Title\n\nOne two three.\n", "utf-8")
    for words in (
        ("notes", "list", article),
        ("notes", "add", article, "--quote", "two"),
        ("notes", "check", article),
        ("print", article),
    ):
        ran = run(*words)
        assert (ran.status, ran.err) == (0, ""), words
    assert len(run("notes", "list", article).out.splitlines()) == 1
