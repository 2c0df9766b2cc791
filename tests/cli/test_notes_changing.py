"""`briefing notes edit`, `delete`, `resolve` and `attach`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.run import run

TEXT = "# Trucks\n\nTen trucks came. Ten vans came too. «Enough», they said.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def note_id(article: Path) -> str:
    done = run(
        *("notes", "add", article, "--quote", "Ten vans", "--text", "one"),
        *("--color", "blue", "--tag", "x"),
    )
    return done.out.strip()


def note(article: Path, note_id: str) -> dict[str, Any]:
    done = run("notes", "list", article, "--all", "--format", "json")
    notes: list[dict[str, Any]] = json.loads(done.out)
    return {item["id"]: item for item in notes}[note_id]


@pytest.mark.parametrize(
    ("words", "key", "value"),
    [
        (("--text", "two"), "text", "two"),
        (("--text", ""), "text", ""),
        (("--kind", "correction"), "kind", "correction"),
        (("--color", "pink"), "color", "pink"),
        (("--color", "none"), "color", None),
        (("--tag", "y", "--tag", "z"), "tags", ["y", "z"]),
        (("--no-tags",), "tags", []),
    ],
)
def test_edit_changes_what_is_named_and_nothing_else(
    words: tuple[str, ...], key: str, value: object, article: Path, note_id: str
) -> None:
    before = note(article, note_id)
    done = run("notes", "edit", article, note_id, *words)
    assert (done.status, done.out, done.err) == (0, "", "")
    after = note(article, note_id)
    assert after[key] == value
    assert {**after, key: None, "updated": None} == {**before, key: None, "updated": None}


@pytest.mark.parametrize("words", [(), ("--tag", "y", "--no-tags"), ("--kind", "opinion")])
def test_an_edit_that_says_nothing_sensible_is_refused(
    words: tuple[str, ...], article: Path, note_id: str
) -> None:
    before = note(article, note_id)
    done = run("notes", "edit", article, note_id, *words)
    assert done.status == 2
    assert done.is_one_line
    assert note(article, note_id) == before


def test_deleted_notes_come_back_with_restore(article: Path, note_id: str) -> None:
    assert run("notes", "delete", article, note_id).status == 0
    assert note(article, note_id)["state"] == "deleted"
    assert run("notes", "delete", article, note_id).status == 2
    assert run("notes", "delete", article, note_id, "--restore").status == 0
    assert note(article, note_id)["state"] == "open"
    assert note(article, note_id)["text"] == "one"


def test_resolved_notes_can_be_opened_again(article: Path, note_id: str) -> None:
    other = run("notes", "add", article, "--quote", "Ten trucks").out.strip()
    assert run("notes", "resolve", article, note_id, other).status == 0
    assert {note(article, each)["state"] for each in (note_id, other)} == {"resolved"}
    assert run("notes", "resolve", article, note_id, "--reopen").status == 0
    assert note(article, note_id)["state"] == "open"


@pytest.mark.parametrize(
    "words",
    [
        ("edit", "nope1", "--text", "x"),
        ("delete", "nope1"),
        ("delete", "nope1", "--restore"),
        ("resolve", "nope1"),
        ("attach", "nope1", "--at", "0:3"),
    ],
)
def test_an_unknown_note_is_named(words: tuple[str, ...], article: Path, note_id: str) -> None:
    name, *rest = words
    done = run("notes", name, article, *rest)
    assert done.status == 2
    assert done.is_one_line
    assert "nope1" in done.err


@pytest.mark.parametrize("name", ["delete", "resolve"])
def test_one_unknown_note_among_several_changes_none(
    name: str, article: Path, note_id: str
) -> None:
    before = note(article, note_id)
    assert run("notes", name, article, note_id, "nope1").status == 2
    assert note(article, note_id) == before


def test_a_lost_note_is_attached_to_another_passage(article: Path, note_id: str) -> None:
    article.write_text(TEXT.replace("Ten vans came too. ", ""), encoding="utf-8")
    assert run("notes", "check", article).status == 1
    assert run("notes", "attach", article, note_id, "--here").status == 2
    assert run("notes", "attach", article, note_id, "--quote", "Enough").status == 0
    assert run("notes", "check", article).status == 0
    assert note(article, note_id)["quote"] == "Enough"
    assert note(article, note_id)["text"] == "one"


def test_a_moved_note_is_confirmed_where_it_is(article: Path, note_id: str) -> None:
    article.write_text(TEXT.replace("Ten trucks", "Some ten trucks"), encoding="utf-8")
    before = note(article, note_id)
    assert run("notes", "attach", article, note_id, "--here").status == 0
    after = note(article, note_id)
    assert (after["at"][0] - before["at"][0], after["quote"]) == (5, "Ten vans")
    assert after["rev"] != before["rev"]


@pytest.mark.parametrize(
    "words", [(), ("--here", "--at", "0:3"), ("--at", "0:3", "--quote", "Ten"), ("--at", "3:3")]
)
def test_a_note_is_attached_to_one_passage(
    words: tuple[str, ...], article: Path, note_id: str
) -> None:
    before = note(article, note_id)
    done = run("notes", "attach", article, note_id, *words)
    assert done.status == 2
    assert done.is_one_line
    assert note(article, note_id) == before


def test_what_lost_in_a_merge_is_cleared_on_request(article: Path, note_id: str) -> None:
    path = article.with_name("a.notes.yaml")
    saved = path.read_text(encoding="utf-8")
    lost = "  conflicts:\n  - {field: text, value: uno, by: bea, updated: '2026-11-22T08:00:00Z'}\n"
    path.write_text(saved.rstrip("\n") + "\n" + lost, encoding="utf-8")
    assert [each["value"] for each in note(article, note_id)["conflicts"]] == ["uno"]
    assert run("notes", "edit", article, note_id, "--clear-conflicts").status == 0
    assert note(article, note_id)["conflicts"] == []
