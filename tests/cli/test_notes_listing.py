"""Notes of a whole folder are listed, and chosen by what they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    (reports / "old").mkdir(parents=True)
    talks, wheat = reports / "talks.md", reports / "old" / "wheat.md"
    talks.write_text("# Talks\n\nFrance came. Italy came too.\n")
    wheat.write_text("# Wheat\n\nOver 350 tonnes.\n")
    run("notes", "add", talks, "--quote", "France", "--tag", "To check", "--by", "anna")
    run("notes", "add", talks, "--quote", "Italy", "--kind", "question", "--color", "blue")
    run("notes", "add", wheat, "--quote", "Over 350", "--tag", "to check", "--text", "Source?")
    wheat.write_text("# Wheat\n\nOver 30 tonnes.\n")
    return reports


def listed(*words: str | Path) -> list[tuple[str, str]]:
    done = run("notes", "list", *words, "--format", "json")
    assert done.status == 0
    return [(one["path"], one["quote"]) for one in json.loads(done.out)]


def test_the_notes_of_all_articles_stand_together(folder: Path) -> None:
    assert listed(folder) == [
        ("old/wheat.md", "Over 350"), ("talks.md", "France"), ("talks.md", "Italy"),
    ]  # fmt: skip
    lines = run("notes", "list", folder).out.splitlines()
    assert lines[0] == f"{folder}/old/wheat.md  «Wheat»"


@pytest.mark.parametrize(
    ("options", "quotes"),
    [
        (["--tag", "to check"], ["Over 350", "France"]),
        (["--kind", "question"], ["Italy"]),
        (["--color", "blue"], ["Italy"]),
        (["--by", "Anna"], ["France"]),
        (["--match", "changed"], ["Over 350"]),
        (["--match", "orphan"], []),
        (["--state", "deleted"], []),
    ],
)
def test_notes_are_chosen_by_what_they_are(
    folder: Path, options: list[str], quotes: list[str]
) -> None:
    assert [quote for _path, quote in listed(folder, *options)] == quotes


def test_where_each_note_is_stands_beside_it(folder: Path) -> None:
    done = run("notes", "list", folder, "--match", "changed", "--format", "json")
    [one] = json.loads(done.out)
    assert (one["folder"], one["match"], one["now"]) == (str(folder), "anchored", "Over 30")


def test_a_broken_notes_file_is_named_and_the_rest_listed(folder: Path) -> None:
    (folder / "talks.notes.yaml").write_text("notes: [")
    done = run("notes", "list", folder)
    assert done.status == 2
    assert "talks.notes.yaml:2" in done.err
    assert "Over 350" in done.out


def test_one_article_is_listed_as_before(folder: Path) -> None:
    [first, second] = json.loads(run("notes", "list", folder / "talks.md", "--format", "json").out)
    assert (first["quote"], second["quote"]) == ("France", "Italy")
    assert "path" not in first


def test_an_article_that_cannot_be_read_is_named_and_the_notes_of_the_rest_are_listed(
    folder: Path,
) -> None:
    (folder / "a.md").write_bytes(bytes(range(256)))
    done = run("notes", "list", folder)
    assert (done.status, done.is_one_line) == (2, True)
    assert f"{folder}/a.md" in done.err
    titles = [line for line in done.out.splitlines() if line.startswith(str(folder))]
    assert titles == [f"{folder}/old/wheat.md  «Wheat»", f"{folder}/talks.md  «Talks»"]
