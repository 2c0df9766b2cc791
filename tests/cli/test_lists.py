"""What there is to choose from: themes, keys, completion."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from briefing.ui.keys import ACTIONS
from tests.cli.run import run, spawn


def test_all_shipped_themes_are_listed_with_what_they_are_for() -> None:
    done = run("themes")
    assert (done.status, done.err) == (0, "")
    lines = done.out.splitlines()
    assert len(lines) >= 6
    assert sum("high contrast" in line for line in lines) >= 1
    assert sum("light" in line for line in lines) >= 2
    assert sum("dark" in line for line in lines) >= 2


def test_a_theme_that_is_wrong_is_named_beside_the_others(own_folders: Path) -> None:
    folder = own_folders / "config" / "briefing" / "themes"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text("title: [\n", encoding="utf-8")
    done = run("themes")
    assert done.status == 2
    assert "mine.yaml" in done.err
    assert len(done.out.splitlines()) >= 6


def test_every_action_is_listed_with_its_keys(own_folders: Path) -> None:
    settings = own_folders / "config" / "briefing" / "config.yaml"
    settings.parent.mkdir(parents=True)
    settings.write_text("keys: {quit: F3, nonsense: y}\n", encoding="utf-8")
    done = run("keys")
    assert done.status == 0
    assert [line.split()[0] for line in done.out.splitlines()] == [a.id for a in ACTIONS]
    [quits] = [line for line in done.out.splitlines() if line.startswith("quit ")]
    assert quits.split()[1] == "f3"
    assert "config.yaml" in done.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_of_that_shell(shell: str) -> None:
    done = run("completion", shell)
    assert done.status == 0
    assert "_BRIEFING_COMPLETE" in done.out
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=done.out.encode(), check=True, timeout=60)


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("briefing pr", ["file,pr", "plain,print"]),
        ("briefing notes e", ["plain,edit", "plain,export"]),
        ("briefing print ", ["file,"]),
        ("briefing print --w", ["plain,--width"]),
        ("briefing x.md --no", ["plain,--notes"]),
        ("briefing notes add re", ["file,re"]),
        ("briefing print --format ", ["plain,text", "plain,markdown", "plain,json"]),
        ("briefing --v", ["plain,--version"]),
    ],
)
def test_a_shell_is_told_commands_options_and_where_files_go(line: str, offered: list[str]) -> None:
    words = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1)}
    done = spawn(environment={"_BRIEFING_COMPLETE": "bash_complete", **words})
    assert done.out.split() == offered
