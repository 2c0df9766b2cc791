"""`briefing config`."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.storage.locations import settings_path
from tests.cli.run import run


@pytest.fixture
def path() -> Path:
    return settings_path()


def test_the_first_settings_file_explains_itself_and_sets_nothing(path: Path) -> None:
    done = run("config", "init")
    assert (done.status, done.out) == (0, "")
    assert str(path) in done.err
    assert "#width: 80" in path.read_text("utf-8")
    assert run("config", "check").status == 0


def test_settings_that_are_there_are_never_overwritten_unasked(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("width: 72\n")
    refused = run("config", "init")
    assert (refused.status, refused.is_one_line) == (2, True)
    assert path.read_text() == "width: 72\n"
    assert run("config", "init", "--force").status == 0
    assert "width: 72" not in path.read_text("utf-8")


def test_a_folder_that_cannot_be_made_is_one_line(path: Path) -> None:
    path.parent.parent.mkdir(parents=True, exist_ok=True)
    path.parent.write_text("a file")
    refused = run("config", "init")
    assert (refused.status, refused.is_one_line) == (2, True)


def test_path_prints_where_the_file_is_or_would_be(path: Path) -> None:
    assert run("config", "path").out == f"{path}\n"


def test_check_without_a_file_finds_nothing_wrong(path: Path) -> None:
    done = run("config", "check")
    assert done.status == 0
    assert str(path) in done.out


def test_check_names_each_wrong_setting_with_its_line(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(
        "theme: nowhere\nwidth: 3\nlanguage: '!'\nkeys:\n  fly: x\n  search: y\n  quit: [a b]\n"
    )
    done = run("config", "check")
    assert (done.status, done.out) == (2, "")
    lines = done.err.splitlines()
    assert [line.split(": ")[1] for line in lines] == [f"{path}:{n}" for n in (1, 2, 3, 5, 6, 7)]
