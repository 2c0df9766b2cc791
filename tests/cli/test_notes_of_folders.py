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
