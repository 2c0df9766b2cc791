"""What comes from outside never acts on the terminal, whatever command shows it."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model.errors import FormatError
from briefing.storage.locations import settings_path, user_themes
from briefing.storage.settings import parse_settings
from briefing.text.safe import one_line
from tests.cli.run import Ran, run, spawn

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What a terminal obeys or an eye does not see: C0, DEL, C1, directions, odd line ends."""

ATTACKS = {
    "title": "\x1b]0;owned\x07",
    "link": "\x1b]8;;http://x\x1b\\x",
    "clipboard": "\x1b]52;c;eA==\x07",
    "colour": "\x1b[31m",
    "device": "\x1bP$q\x1b\\",
    "c1": "\x9b31m",
    "direction": "\u202eabc",
    "line": "a\rb\x0bc\u2028d",
    "erase": "a\x08\x7fb",
}


def escaped(text: str) -> str:
    """The text as a YAML string in double quotes."""
    return json.dumps(text)


def is_quiet(done: Ran) -> bool:
    """Whether nothing that was written acts."""
    return not CONTROLS.search(done.out) and not CONTROLS.search(done.err)


@pytest.fixture(params=list(ATTACKS.values()), ids=list(ATTACKS))
def attack(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_settings_are_named_without_being_obeyed(attack: str) -> None:
    path = settings_path()
    path.parent.mkdir(parents=True)
    words = escaped(attack)
    path.write_text(
        f"theme: {words}\nauthor: {words}\nlanguage: {words}\nnotes_folder: {words}\n"
        f"{words}: x\nkeys:\n  {words}: x\n  search: {words}\n  copy: [q, {words}]\n",
        "utf-8",
    )
    for command in (("config", "check"), ("keys",), ("themes",), ("check",)):
        assert is_quiet(run(*command)), command
    done = run("config", "check")
    assert done.status == 2
    assert len(done.err.splitlines()) >= 6


def test_a_themes_words_are_shown_without_being_obeyed(attack: str) -> None:
    folder = user_themes()
    folder.mkdir(parents=True)
    words = escaped(attack)
    (folder / "mine.yaml").write_text(f"title: {words}\nbase: paper\n", "utf-8")
    (folder / "bad.yaml").write_text(
        f"title: {words}\nbase: {words}\n{words}: {words}\ncolors:\n  background: {words}\n",
        "utf-8",
    )
    done = run("themes")
    assert is_quiet(done)
    assert "mine" in done.out


def test_names_of_files_are_shown_without_being_obeyed(attack: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{attack.replace('/', '_')}.md"
    path.write_text("---\nfigures: 3\n---\nText.\n", "utf-8")
    gone = tmp_path / f"none{path.name}"
    page = tmp_path / f"{path.name}.html"
    page.write_text("mine")
    commands: tuple[tuple[object, ...], ...] = (
        ("print", path),
        ("check", path),
        ("print", gone),
        ("notes", "list", gone),
        ("notes", "check", path),
        ("import", gone),
        ("export", path, "-o", page),
        ("export", gone),
        ("notes", "merge", gone, gone),
        (gone,),
    )
    for command in commands:
        assert is_quiet(run(*command)), command


@pytest.mark.parametrize("kind", ["themes", "config"])
def test_names_of_folders_are_shown_without_being_obeyed(
    kind: str, attack: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / attack.replace("/", "_")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    if kind == "config":
        assert is_quiet(run("config", "check"))
        assert is_quiet(run("config", "init"))
        assert is_quiet(run("config", "init"))
    else:
        user_themes().mkdir(parents=True)
        (user_themes() / f"b{attack.replace('/', '_')}.yaml").write_text("title: x\n", "utf-8")
        assert is_quiet(run("themes"))


def test_an_options_words_are_shown_without_being_obeyed(attack: str, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("Text.\n", "utf-8")
    for command in (
        (f"--{attack}",),
        ("print", path, "--format", attack),
        ("print", path, "--width", attack),
        ("notes", attack),
        ("notes", "add", path, "--quote", attack),
        ("notes", "delete", path, attack),
        ("config", attack),
    ):
        assert is_quiet(run(*command)), command


def test_file_names_that_are_no_text_are_named_all_the_same(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9\x1b[31m.md")
    (tmp_path / name).write_text("Text.\n", "utf-8")
    for command in (("print", name), ("check", name), ("print", f"none-{name}"), ("export", name)):
        done = spawn(*command, folder=tmp_path)
        assert is_quiet(done), command
        assert "Traceback" not in done.err


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text("theme:keys\n -[]{}\"'\\ex1b\x1b\x9b\u202e\x00 ", max_size=60)
    | st.binary(max_size=60).map(lambda data: data.decode("latin-1"))
)
def test_no_settings_file_makes_a_message_that_acts(text: str) -> None:
    try:
        faults = [str(fault) for fault in parse_settings(text, Path("config.yaml"))[1]]
    except FormatError as error:
        faults = [str(error)]
    assert not any(CONTROLS.search(one_line(fault)) for fault in faults)
