"""The user's settings file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.errors import FormatError
from briefing.model.settings import Settings, ThemePair
from briefing.storage.settings import load_settings, parse_settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.yaml"


def test_without_a_file_nothing_is_set(path: Path) -> None:
    assert load_settings(path) == (Settings(), ())


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "theme:\nkeys:\n"])
def test_an_empty_file_sets_nothing(path: Path, text: str) -> None:
    path.write_text(text)
    settings, faults = load_settings(path)
    assert faults == ()
    assert (settings.theme, settings.width, dict(settings.keys)) == (None, None, {})


def test_every_setting_is_read(path: Path) -> None:
    path.write_text(
        "theme: dusk\nwidth: 72\nauthor: Anna Rossi\nlanguage: it\nnotes_folder: /srv/notes\n"
        "keys:\n  quit: [q, ctrl+q]\n  search: f\n  help: []\n  theme:\n"
    )
    settings, faults = load_settings(path)
    assert faults == ()
    assert settings.theme == "dusk"
    assert settings.width == 72
    assert settings.author == "Anna Rossi"
    assert settings.language == "it"
    assert settings.notes_folder == Path("/srv/notes")
    assert settings.keys == {"quit": ("q", "ctrl+q"), "search": ("f",), "help": ()}
    assert settings.where["theme"] == f"{path}:1"
    assert settings.where["keys.search"] == f"{path}:8"


def test_the_usual_place_is_the_config_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "briefing").mkdir()
    (tmp_path / "briefing/config.yaml").write_text("author: anna\n")
    assert load_settings()[0].author == "anna"


def test_a_notes_folder_may_begin_at_home_or_beside_the_settings(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/anna")
    path.write_text("notes_folder: ~/notes\n")
    assert load_settings(path)[0].notes_folder == Path("/home/anna/notes")
    path.write_text("notes_folder: notes\n")
    assert load_settings(path)[0].notes_folder == path.parent / "notes"


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("width: wide\n", 1, "integer"),
        ("theme: dusk\nwidth: 5\n", 2, "between 20 and 400"),
        ("theme: {light: a}\n", 1, "lacks dark"),
        ("theme: {light: a, dark: b, grey: c}\n", 1, "grey"),
        ("theme:\n  light: [a]\n  dark: b\n", 2, "light"),
        ("theme: [a]\n", 1, "theme"),
        ("cursor: maybe\n", 1, "true or false"),
        ("author: 12\n", 1, "quotes"),
        ('author: "a\\nb"\n', 1, "one line"),
        ('author: "a\\u001b[31mb"\n', 1, "one line"),
        ("thme: dusk\n", 1, "did you mean theme?"),
        ("keys: [a]\n", 1, "keys"),
        ("keys:\n  quit: {a: b}\n", 2, "quit"),
        ("keys:\n  quit: [[a]]\n", 2, "quit"),
        ("theme: a\ntheme: b\n", 2, "twice"),
        ("notes_folder: ~nobody-here/x\n", 1, "user"),
        ("notes_folder: config.yaml\n", 1, "not a folder"),
    ],
)
def test_a_wrong_setting_is_one_line_and_the_others_count(
    path: Path, text: str, line: int, part: str
) -> None:
    path.write_text(f"{text}language: it\n")
    settings, faults = load_settings(path)
    assert settings.language == "it"
    assert len(faults) == 1
    assert faults[0].where == f"{path}:{line}"
    assert part in str(faults[0])


@pytest.mark.parametrize("data", [b"theme: [\n", b"- a\n", b"caf\xe9: 1\n", b"a\n", b"a: \0"])
def test_a_file_that_cannot_be_read_sets_nothing_and_is_named(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    settings, faults = load_settings(path)
    assert settings == Settings()
    assert len(faults) == 1
    assert str(path) in str(faults[0])


def test_a_folder_or_pipe_in_place_of_the_file_is_named(path: Path) -> None:
    path.mkdir()
    assert "is not a file" in str(load_settings(path)[1][0])
    path.rmdir()
    os.mkfifo(path)
    assert "is not a file" in str(load_settings(path)[1][0])


@given(st.text("abkey:{}[],\n -~#&*!|>'\"0\0\u2028", max_size=40))
def test_any_text_is_settings_or_faults(text: str) -> None:
    path = Path("config.yaml")
    try:
        faults = [str(fault) for fault in parse_settings(text, path)[1]]
    except FormatError as error:
        faults = [str(error)]
    assert all(fault.startswith("config.yaml:") and "\n" not in fault for fault in faults)


def test_reading_leaves_the_file_as_it_was(path: Path) -> None:
    path.write_text("# mine\nwidth: 72   # narrow\n")
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    load_settings(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_two_themes_may_be_set_for_two_kinds_of_terminal(tmp_path: Path) -> None:
    settings, faults = parse_settings("theme: {light: paper, dark: dusk}\n", tmp_path / "c.yaml")
    assert not faults
    assert settings.theme == ThemePair("paper", "dusk")
