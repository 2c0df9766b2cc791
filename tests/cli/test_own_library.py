"""The library that is meant: the one that the settings name, or the one that an article is of."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli.own_library import library_of, own_library
from briefing.model.settings import Settings
from briefing.storage.locations import library_folder, settings_path
from tests.cli.run import run


@pytest.fixture
def named(tmp_path: Path) -> Path:
    folder = tmp_path / "briefings"
    folder.mkdir()
    (folder / "harvest.md").write_text("Wheat was dear.\n")
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(f"library: {folder}\n")
    return folder


def test_the_settings_name_the_library_that_is_meant_where_none_is_named(named: Path) -> None:
    assert own_library() == named
    assert "harvest.md" in run("list").out
    assert "harvest.md" in run("find", "wheat").out
    added = run("add", "-", stdin="Barley was cheap in March.\n")
    assert Path(added.out.strip()).parent == named
    assert run("feeds", "list").status == 0
    assert not library_folder().exists()


def test_an_article_is_of_the_nearest_library_above_it(tmp_path: Path) -> None:
    settings = Settings(library=tmp_path / "own")
    shared = tmp_path / "shared"
    (shared / ".briefing").mkdir(parents=True)
    (shared / ".briefing" / "library.yaml").write_text("format: 1\n")
    assert library_of(None, settings) == tmp_path / "own"
    assert library_of(tmp_path / "own" / "feed" / "a.md", settings) == tmp_path / "own"
    assert library_of(shared / "feed" / "deep" / "a.md", settings) == shared
    assert library_of(tmp_path / "loose" / "a.md", settings) == tmp_path / "loose"
