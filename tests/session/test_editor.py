"""The reader's own editor is run as it is set, without a shell, and gives back what it wrote."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from briefing.model.errors import UsageError
from briefing.session.editor import edit_text, editor_words, open_in_editor


def script(path: Path, code: str) -> str:
    path.write_text(code, encoding="utf-8")
    return f"{sys.executable} '{path}'"


@pytest.mark.parametrize(
    ("visual", "editor", "expected"),
    [
        ("vim -p", "nano", ["vim", "-p"]),
        ("", "nano", ["nano"]),
        (None, "'my editor' -x", ["my editor", "-x"]),
    ],
)
def test_visual_comes_before_editor(
    visual: str | None, editor: str, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if visual is not None:
        monkeypatch.setenv("VISUAL", visual)
    monkeypatch.setenv("EDITOR", editor)
    assert editor_words() == expected


@pytest.mark.parametrize("command", ["", "   ", "'unclosed", "/no/such/editor"])
def test_without_an_editor_one_line_says_what_to_set(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", command)
    with pytest.raises(UsageError, match="EDITOR"):
        edit_text("x")


@pytest.mark.parametrize("text", ["", "one", "one\n", "two\nlines", "tab\there", "è 😀"])
def test_an_untouched_text_comes_back_as_it_was(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", script(tmp_path / "e d.py", ""))
    assert edit_text(text) == text


def test_what_the_editor_writes_is_the_new_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "import sys; open(sys.argv[-1], 'a').write(' more\\n')"
    monkeypatch.setenv("VISUAL", script(tmp_path / "e.py", code))
    assert edit_text("one") == "one more"


@pytest.mark.parametrize(("name", "words"), [("vim", ["+7", "a.md"]), ("other", ["a.md"])])
def test_the_line_is_named_to_editors_that_know_how(
    name: str, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, told = tmp_path / name, tmp_path / "told"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{told}"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(program))
    open_in_editor(Path("a.md"), 7)
    assert told.read_text(encoding="utf-8").split() == words


def test_a_text_that_the_editor_took_away_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "rm")
    with pytest.raises(UsageError, match="does not come back"):
        edit_text("one")
