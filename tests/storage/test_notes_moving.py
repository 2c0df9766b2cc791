"""Notes and versions come along whole, or stay where they are."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.model.errors import BriefingError
from briefing.model.left_behind import Brought, LeftBehind
from briefing.model.note import Notes, Revision
from briefing.storage import notes_moving
from briefing.storage.notes_left import left_behind
from briefing.storage.notes_store import NotesStore
from briefing.storage.notes_texts import text_path
from briefing.storage.versions import VersionStore
from tests.notes.sample_notes import sample

TEXT = "Titolo\nUno due tre."
REV = hashlib.sha256(TEXT.encode()).hexdigest()


def store_of(article: Path) -> NotesStore:
    return NotesStore(
        article.with_name(f"{article.stem}.notes.yaml"),
        state_folder=article.parents[1] / "state",
        article=article.stem,
        title=None,
        language="it",
        document=article,
    )


@pytest.fixture
def left(tmp_path: Path) -> LeftBehind:
    """A note with a comment, and a version, whose article is gone."""
    old = tmp_path / "in" / "old.md"
    old.parent.mkdir()
    note = sample("a1", rev=REV)
    notes = Notes("old", None, "it", (Revision(REV, "2026-11-22T08:00:00Z"),), (note,))
    store = store_of(old)
    store.save(notes, {REV: TEXT})
    data = store.path.read_text("utf-8").replace("- id: a1", "# by hand\n- id: a1\n  mood: good")
    store.path.write_text(data, "utf-8")
    return LeftBehind(store.path, VersionStore(old).path, has_text=True, text=TEXT)


def test_what_was_left_behind_comes_with_its_texts_and_leaves_nothing(
    left: LeftBehind, tmp_path: Path
) -> None:
    new = store_of(tmp_path / "out" / "new.md")
    new.path.parent.mkdir()
    [found] = left_behind(new.path, tmp_path / "out" / "new.md", REV)
    assert found == left
    assert new.bring(found) == Brought(1, 1)
    text = new.path.read_text("utf-8")
    assert "# by hand" in text
    assert "mood: good" in text
    assert "article: new" in text
    assert new.text(REV) == TEXT
    assert [v.rev for v in VersionStore(tmp_path / "out" / "new.md").load().versions] == [REV]
    assert not [path for path in (tmp_path / "in").rglob("*") if path.is_file()]


def test_the_notes_of_an_article_that_is_there_are_its_own(left: LeftBehind) -> None:
    assert left.notes is not None
    left.notes.with_name("old.txt").write_text("Another.", "utf-8")
    new = left.notes.with_name("new.md")
    found = list(left_behind(new.with_suffix(".notes.yaml"), new, REV))
    assert [each.notes for each in found] == [None]


def test_notes_that_are_there_stay_beside_what_comes(left: LeftBehind, tmp_path: Path) -> None:
    new = store_of(tmp_path / "in" / "new.md")
    new.save(Notes("new", notes=(sample("b2", rev=REV),)), {REV: TEXT})
    new.bring(left)
    assert {note.id for note in new.load().notes} == {"a1", "b2"}
    assert "# by hand" in new.path.read_text("utf-8")
    assert left.notes is not None
    assert not left.notes.exists()


def test_what_cannot_be_read_stays(left: LeftBehind, tmp_path: Path) -> None:
    assert left.notes is not None
    left.notes.write_text("notes: [\n", "utf-8")
    with pytest.raises(BriefingError):
        store_of(tmp_path / "in" / "new.md").bring(left)
    assert left.notes.read_text("utf-8") == "notes: [\n"


class Killed(BaseException):
    """The program is no more."""


@pytest.mark.parametrize("to", ["in/new.md", "out/new.md"])
@pytest.mark.parametrize("step", range(9))
def test_wherever_the_program_is_killed_nothing_is_lost(
    left: LeftBehind, tmp_path: Path, to: str, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each write, copy and removal is the last one once."""
    count = 0

    def dying(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            nonlocal count
            count += 1
            if count > step:
                raise Killed
            return function(*args, **kwargs)

        return call

    new = tmp_path / to
    new.parent.mkdir(exist_ok=True)
    with monkeypatch.context() as patched:
        for name in ("write_texts", "write_atomically", "remove", "prune"):
            patched.setattr(notes_moving, name, dying(getattr(notes_moving, name)))
        patched.setattr(VersionStore, "take_in", dying(VersionStore.take_in))
        with contextlib.suppress(Killed):
            store_of(new).bring(left)
    places = [(tmp_path / "in" / "old.md"), new]
    assert any("a1" in _read(store_of(place).path) for place in places)
    noted = [place for place in places if "a1" in _read(store_of(place).path)]
    assert all(text_path(place.parent, REV).exists() for place in noted)
    kept = [place for place in places if VersionStore(place).load().find(REV)]
    assert kept
    assert all(VersionStore(place).text(REV) == TEXT for place in kept)


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""
