"""A list of many articles has its first rows before all that the index knows is looked up."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli.library_opening import open_library
from briefing.model.settings import Settings
from briefing.session import gathering
from briefing.session.gathering import gather


def test_what_was_read_last_comes_first_then_all_that_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "_FIRST_NAMES", 2)
    for number in range(3):
        (tmp_path / f"{number}.md").write_text("Wheat.\n")
    library = open_library(tmp_path, Settings())
    assert list(gather(library))[-1].entries is not None
    (tmp_path / "new.md").write_text("Rye.\n")
    steps = [step.entries for step in gather(library) if step.entries is not None]
    paths = [[entry.path for entry in entries] for entries in steps]
    assert paths[0] == ["2.md", "1.md"]
    assert paths[1] == ["0.md", "1.md", "2.md"]
    assert paths[-1] == ["0.md", "1.md", "2.md", "new.md"]


def test_what_the_index_knew_before_is_told_from_what_is_there(tmp_path: Path) -> None:
    for number in range(2):
        (tmp_path / f"{number}.md").write_text("Wheat.\n")
    library = open_library(tmp_path, Settings())
    assert all(step.is_looked_at for step in gather(library))
    (tmp_path / "0.md").unlink()
    steps = [step for step in gather(library) if step.entries is not None]
    assert [len(step.entries or ()) for step in steps if not step.is_looked_at] == [2]
    assert {len(step.entries or ()) for step in steps if step.is_looked_at} == {1}


def test_way_is_given_before_each_document_that_is_read_for_the_index(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.md").write_text("Wheat.\n")
    library = open_library(tmp_path, Settings())
    given: list[bool] = []
    library.give_way = lambda: given.append(True)
    assert len(list(gather(library))) > 1
    assert len(given) == 3
    assert len(list(gather(library))) > 1
    assert len(given) == 3
