"""The notes of a whole folder go out as one document of every format, by article."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.cli.run import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, word in (("a", "Wheat"), ("b", "Corn"), ("c", "Rice")):
        (tmp_path / f"{name}.md").write_text(f"# On {word}\n\n{word} was cheap, they said.\n")
        if name != "c":
            run("notes", "add", tmp_path / f"{name}.md", "--quote", f"{word} was", "--text", name)
    return tmp_path


def exported(folder: Path, form: str) -> str:
    done = run("notes", "export", folder, "--format", form)
    assert done.status == 0, done
    return done.out


def test_every_format_holds_the_notes_of_all_articles_in_their_order(folder: Path) -> None:
    for form in ("csv", "readwise"):
        rows = list(csv.DictReader(exported(folder, form).splitlines()))
        assert [row.get("quote") or row["Highlight"] for row in rows] == ["Wheat was", "Corn was"]
    collections = json.loads(exported(folder, "jsonld"))
    assert [each["total"] for each in collections] == [1, 1]
    assert len(json.loads(exported(folder, "hypothesis"))["annotations"]) == 2
    page = exported(folder, "markdown")
    assert page.index("On Wheat") < page.index("> Wheat was") < page.index("On Corn")
    assert "Rice" not in page


def test_a_broken_notes_file_is_named_and_the_rest_goes_out(folder: Path) -> None:
    (folder / "c.notes.yaml").write_text("notes: [")
    done = run("notes", "export", folder, "--format", "csv")
    assert done.status == 2
    assert "c.notes.yaml:1" in done.err or "c.notes.yaml:2" in done.err
    assert done.out.count("was") == 2


def test_only_the_notes_that_are_chosen_go_out(folder: Path) -> None:
    run("notes", "add", folder / "c.md", "--quote", "cheap", "--tag", "To check", "--by", "anna")
    run("notes", "add", folder / "c.md", "--quote", "Rice was", "--color", "blue")
    for options in (("--tag", "to check"), ("--by", "Anna", "--match", "anchored")):
        done = run("notes", "export", folder, "--format", "csv", *options)
        assert [row["quote"] for row in csv.DictReader(done.out.splitlines())] == ["cheap"]
        done = run("notes", "export", folder, "--format", "markdown", *options)
        assert ("On Rice" in done.out, "On Wheat" in done.out) == (True, False)
    done = run("notes", "export", folder / "c.md", "--format", "csv", "--color", "blue")
    assert [row["quote"] for row in csv.DictReader(done.out.splitlines())] == ["Rice was"]


@pytest.mark.parametrize("where", ["", "a.md"])
def test_notes_that_cannot_be_read_are_one_line_each_and_no_success(
    folder: Path, where: str
) -> None:
    notes = folder / "a.notes.yaml"
    notes.write_text(notes.read_text().replace("kind: note", "kind: [7]"))
    for words in (("list", folder / where), ("export", folder / where, "--format", "csv")):
        done = run("notes", *words)
        assert (done.status, done.is_one_line) == (2, True), done
        assert "a.notes.yaml:" in done.err
