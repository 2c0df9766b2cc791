"""Where things lie."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.model.source import Source
from briefing.storage import locations


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for every test."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for kind in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    return tmp_path


def _source(
    path: Path | None, *, shipped: bool = False, text: str = "Titolo\n\nTesto.\n"
) -> Source:
    name = "-" if path is None else locations.article_name(path)
    return Source(name, path, text, shipped)


def test_the_shipped_article_and_themes_are_there() -> None:
    assert (locations.shipped_content() / "corea-del-nord-russia.md").is_file()
    assert (locations.shipped_themes() / "paper.yaml").is_file()


def test_an_installed_program_finds_what_lies_inside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "site-packages" / "briefing"
    (inside / "_shipped" / "content").mkdir(parents=True)
    monkeypatch.setattr(locations, "_PACKAGE", inside)
    assert locations.shipped_content() == inside / "_shipped" / "content"
    assert locations.shipped_themes() == inside.parent / "themes"


def test_user_folders_follow_the_xdg_variables(home: Path) -> None:
    assert locations.config_folder() == home / "config" / "briefing"
    assert locations.data_folder() == home / "data" / "briefing"
    assert locations.state_folder() == home / "state" / "briefing"
    assert locations.theme_folders()[1] == home / "config" / "briefing" / "themes"


@pytest.mark.parametrize("value", ["", "elsewhere/folder"])
def test_a_relative_xdg_variable_is_ignored(
    home: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", value)
    folder = locations.state_folder()
    assert folder.is_absolute()
    assert folder.is_relative_to(home)
    assert "elsewhere" not in str(folder)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("report.md", "report"),
        ("report.txt", "report"),
        ("report.2026", "report.2026"),
        ("1.5 million.md", "1.5 million"),
        ("README", "README"),
        (".md", ".md"),
        ("notizie.it.md", "notizie.it"),
    ],
)
def test_the_name_of_an_article_loses_only_a_real_ending(file: str, name: str) -> None:
    assert locations.article_name(Path("/x") / file) == name


def test_notes_lie_beside_an_article_opened_by_its_path(tmp_path: Path) -> None:
    found = locations.notes_path(_source(tmp_path / "report.md"), None)
    assert found == tmp_path / "report.notes.yaml"


def test_notes_on_the_shipped_article_lie_in_the_data_folder_by_name(home: Path) -> None:
    path = locations.shipped_content() / "corea-del-nord-russia.md"
    found = locations.notes_path(_source(path, shipped=True), None)
    assert found == home / "data/briefing/notes/corea-del-nord-russia.notes.yaml"
    assert not found.parent.exists()


def test_notes_on_articles_of_one_name_in_read_only_folders_do_not_mix(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    here = locations.notes_path(_source(Path("/a/report.md")), None)
    there = locations.notes_path(_source(Path("/b/report.md")), None)
    assert here != there
    assert here == locations.notes_path(_source(Path("/a/report.md")), None)
    assert here.parent == home / "data/briefing/notes"
    assert here.name.startswith("report-")
    assert len(here.name) == len("report-01234567.notes.yaml")


def test_notes_on_standard_input_go_by_the_title(home: Path) -> None:
    one = locations.notes_path(_source(None), None, title="Un titolo")
    changed = locations.notes_path(_source(None, text="Altro testo\n"), None, title="Un titolo")
    other = locations.notes_path(_source(None), None, title="Un altro")
    assert one == changed != other
    assert one.is_relative_to(home / "data/briefing/notes")


def test_texts_without_a_title_on_standard_input_do_not_mix() -> None:
    one = locations.notes_path(_source(None, text="\nPrima riga\naltro\n"), None)
    same = locations.notes_path(_source(None, text="Prima riga\ndiverso\n"), None)
    other = locations.notes_path(_source(None, text="Altra riga\n"), None)
    assert one == same != other


def test_the_file_named_on_the_command_line_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = locations.notes_path(_source(tmp_path / "report.md"), Path("mine.yaml"))
    assert found == tmp_path / "mine.yaml"
    assert locations.notes_path(_source(None), Path("~/n.yaml")) == tmp_path / "n.yaml"
    assert locations.notes_path(_source(None), Path("~nobody")) == tmp_path / "~nobody"


def test_a_notes_folder_takes_the_notes_of_all_articles(tmp_path: Path) -> None:
    folder = tmp_path / "all"
    one = locations.notes_path(_source(Path("/a/report.md")), None, folder=folder)
    two = locations.notes_path(_source(Path("/b/report.md")), None, folder=folder)
    shipped = _source(locations.shipped_content() / "corea-del-nord-russia.md", shipped=True)
    assert one.parent == two.parent == folder
    assert one != two
    found = locations.notes_path(shipped, None, folder=folder)
    assert found == folder / "corea-del-nord-russia.notes.yaml"
