"""Scripts are told of notes under an old name in one line, and can bring them."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.cli.run import run

TEXT = "# Report\n\nThe network has 30 firms. They met on Monday in the old town hall of Lindau.\n"


def moved(tmp_path: Path, to: str, text: str = TEXT) -> Path:
    """An article with one note, then elsewhere."""
    old, new = tmp_path / "in" / "old.md", tmp_path / to
    old.parent.mkdir()
    old.write_text(TEXT, encoding="utf-8")
    assert run("notes", "add", old, "--quote", "30 firms", "--text", "check").status == 0
    new.parent.mkdir(exist_ok=True)
    new.write_text(text, encoding="utf-8")
    old.unlink()
    return new


@pytest.mark.parametrize("command", ["list", "check"])
def test_a_renamed_article_says_in_one_line_what_brings_its_notes(
    tmp_path: Path, command: str
) -> None:
    told = run("notes", command, moved(tmp_path, "in/new.md"))
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    words = shlex.split(told.err.split("`")[1])
    assert run(*words[1:]).out == "1 note and 1 version are with the article now\n"


@pytest.mark.parametrize(
    ("to", "text"),
    [
        ("in/new.md", TEXT.replace("30", "40")),
        ("new.md", TEXT),
        ("in/deeper/new.md", f"{TEXT}\nA new paragraph.\n"),
        ("beside/old.md", TEXT.replace("30", "40")),
    ],
)
def test_notes_are_found_in_the_folders_around_also_when_the_text_was_edited(
    tmp_path: Path, to: str, text: str
) -> None:
    new = moved(tmp_path, to, text)
    assert run("notes", "adopt", new).status == 0
    assert "30 firms" in run("notes", "list", new).out
    assert run("notes", "adopt", new).status == 1
    changed = "now «40 firms»" in run("notes", "list", new).out
    assert changed == ("40" in text)


def test_another_text_is_offered_nothing(tmp_path: Path) -> None:
    other = "# Weather\n\nRain fell all day over the northern hills, and the rivers rose.\n"
    new = moved(tmp_path, "in/new.md", other)
    assert run("notes", "list", new).err == ""
    assert run("notes", "adopt", new).status == 1
