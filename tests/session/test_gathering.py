"""A list of many articles has its first rows before all that the index knows is looked up."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from briefing.cli.library_opening import open_library
from briefing.model.library import FileState
from briefing.model.settings import Settings
from briefing.model.source import Fingerprint
from briefing.session import gathering
from briefing.session.gathering import gather
from briefing.session.index_batches import AT_ONCE, in_batches
from briefing.session.indexed import unreadable

STATE = FileState(Fingerprint(0, 0, 0), None)


def test_what_the_list_begins_with_comes_first_then_all_that_is_known(
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
    assert paths[0] == ["0.md", "1.md"]
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


def test_titles_and_dates_stand_there_before_the_index_knows_them(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "---\ntitle: Talks in Geneva\npublished: 2026-01-02\n---\n\nHi.\n"
    )
    (tmp_path / "b.md").write_text("# Wheat\n\n" + "Grain. " * 5_000)
    (tmp_path / "c.md").write_bytes(b"\xff\xfe")
    (tmp_path / "d.html").write_text("<h1>Rye</h1><p>Rye is a grain.</p>")
    steps = iter(gather(open_library(tmp_path, Settings())))
    named = [next(steps).entries or () for _step in range(2)]
    assert [[entry.title for entry in entries] for entries in named] == [
        ["a.md", "b.md", "c.md", "d.html"],
        ["Talks in Geneva", "Wheat", "c.md", "d.html"],
    ]
    assert named[1][0].published == "2026-01-02"


def test_what_takes_long_to_read_is_shown_before_all_is_read() -> None:
    documents = (unreadable(f"{n}.pdf", STATE, "") for n in range(5))
    clock = count(step=0.4)
    sizes = [len(batch) for batch in in_batches(documents, lambda: next(clock))]
    assert sizes == [3, 2]
    many = (unreadable(f"{n}.md", STATE, "") for n in range(AT_ONCE + 1))
    assert [len(batch) for batch in in_batches(many, lambda: 0.0)] == [AT_ONCE, 1]


def test_dates_are_looked_for_in_articles_that_can_be_asked_so_soon(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "_FIRST_NAMES", 1)
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text("<h1>Rye</h1><p>Rye is a grain.</p>")
    (tmp_path / "c.md").write_text("---\ntitle: Talks\npublished: 2026-01-02\n---\nHi.\n")
    steps = gather(open_library(tmp_path, Settings()))
    named = [step.entries for step in steps if step.entries is not None and step.left is None]
    assert [entry.published for entry in named[-1]] == [None, None, "2026-01-02"]
