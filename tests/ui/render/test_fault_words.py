"""What is wrong is one short line: a reader knows the folder they are in."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.model.errors import Fault, FormatError
from briefing.ui.render.fault_words import error_line, faults_line


def test_a_file_has_its_shortest_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    here, home = tmp_path / "home" / "reports", tmp_path / "home"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    monkeypatch.setenv("HOME", str(home))
    for where, said in (
        (f"{here}/asia/a.md:3", "asia/a.md:3"),
        (f"{home}/notes/a.notes.yaml", "~/notes/a.notes.yaml"),
        ("/elsewhere/a.md:12", "/elsewhere/a.md:12"),
        (f"{here}-old/a.md", "~/reports-old/a.md"),
    ):
        assert error_line(FormatError("no mapping", where=where)) == f"{said}: no mapping"
    fault = Fault("no mapping", "/elsewhere/a.md:12", "write one")
    assert error_line(fault, Path("/elsewhere")) == "a.md:12: no mapping; write one"
    assert error_line(Fault("no mapping")) == "no mapping"


def test_of_several_the_first_is_told_and_where_the_others_stand() -> None:
    faults = [Fault("one", "/a/b.md:1"), Fault("two"), Fault("three")]
    assert faults_line(faults[:1], Path("/a"), "I") == "b.md:1: one"
    assert faults_line(faults, Path("/a"), "I") == "b.md:1: one · 2 more: I"
