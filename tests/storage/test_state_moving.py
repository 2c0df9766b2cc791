"""What is remembered of an article comes along to its new name, and stays nowhere else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model.left_behind import LeftBehind
from briefing.model.library_marks import Mark
from briefing.model.reading_state import Identity, ReadingState, SavedPlace, UnfinishedNote
from briefing.model.source import Source
from briefing.model.span import Place, Span
from briefing.model.version import LastReading
from briefing.storage.library_marks import MarksFile
from briefing.storage.locations import state_folder
from briefing.storage.reading_state import StateStore
from briefing.storage.state_moving import Remembered, remembered
from briefing.storage.versions import LastReadings
from briefing.text.revisions import revision_of

TEXT = "Rain fell."
STOPPED = SavedPlace(Place(2, 5), "was ", "here")


def store_of(article: Path) -> StateStore:
    return StateStore.of(Source(article.stem, article, ""))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """An article that was read, starred and about to be noted, and is gone."""
    article = tmp_path / "old.md"
    store = store_of(article)
    store.save(ReadingState(STOPPED, ("a",), percent=40, identity=Identity(str(article), "Old")))
    store.keep_draft(UnfinishedNote("d1", None, "0" * 64, Span(0, 4), "Rain", text="half"))
    LastReadings.of(store.path).save(LastReading(revision_of(TEXT), "2026-11-22T08:00:00Z", TEXT))
    MarksFile().change({str(article): Mark(is_starred=True)})
    return article


def brought(old: Path, new: Path) -> StateStore:
    found = remembered(LeftBehind(old.with_name("old.notes.yaml"), None, has_text=False))
    assert found == Remembered(old, store_of(old).path)
    found.copy_to(new)
    found.forget()
    return store_of(new)


def test_place_drafts_last_reading_and_star_come_along(old: Path) -> None:
    new = old.with_name("new.md")
    store = brought(old, new)
    state, _faults = store.load()
    assert (state.place, state.read, state.percent) == (STOPPED, ("a",), 40)
    assert state.identity.path == str(new)
    assert [draft.text for draft in store.load_drafts()[0]] == ["half"]
    last = LastReadings.of(store.path).load()
    assert last is not None
    assert last.text == TEXT
    assert MarksFile().load().starred == {str(new)}
    assert not list(state_folder().rglob(f"{store_of(old).path.stem}*"))


def test_what_was_read_under_the_new_name_is_the_newer(old: Path) -> None:
    new = old.with_name("new.md")
    store, here = store_of(new), replace(STOPPED, place=Place(1, 1))
    newer = LastReading(revision_of("Snow."), "2026-11-23T08:00:00Z", "Snow.")
    store.save(ReadingState(here, ("b",), percent=20, identity=Identity(str(new), "New")))
    LastReadings.of(store.path).save(newer)
    state, _faults = brought(old, new).load()
    assert (state.place, state.read, state.percent) == (here, ("a", "b"), 40)
    assert LastReadings.of(store.path).load() == newer


def test_an_article_that_is_there_keeps_what_is_remembered(old: Path) -> None:
    old.write_text(TEXT, "utf-8")
    assert remembered(LeftBehind(old.with_name("old.notes.yaml"), None, has_text=True)) is None
