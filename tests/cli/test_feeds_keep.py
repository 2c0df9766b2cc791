"""Old articles of feeds: they go when a library has a rule, and nobody did anything with them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.model.library_marks import Mark
from briefing.model.note import NoteKind
from briefing.model.reading_state import UnfinishedNote
from briefing.model.source import Source
from briefing.model.span import Span
from briefing.storage.library_marks import MarksFile
from briefing.storage.locations import article_name, config_folder
from briefing.storage.reading_state import StateStore
from tests.cli.run import Ran, run
from tests.feed_server import FeedServer, feed_server, item, rss

DAY = 86_400
WORDS = "The harvest of the year was larger than anybody had expected in spring."


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with feed_server() as found:
        yield found


class Library:
    """A library with one feed whose articles were all read, and came a hundred days ago."""

    def __init__(self, folder: Path, server: FeedServer, count: int = 3) -> None:
        self.folder, self.server = folder, server
        items = (item(n, date=f"Mon, 0{n} Sep 2025 16:45:00 GMT", text=WORDS) for n in range(1, 9))
        self.items = [*items][:count]
        self.feeds("add", server.serve("/feed", rss(*self.items)))
        for path in self.articles:
            self.mark(path, is_read=True)
            stamp = path.stat().st_mtime - 100 * DAY
            os.utime(path, (stamp, stamp))

    def feeds(self, *words: object) -> Ran:
        return run("feeds", *words, "--to", self.folder)

    def mark(self, path: Path, *, is_read: bool, is_starred: bool = False) -> None:
        MarksFile().change({str(path): Mark(is_read=is_read, is_starred=is_starred)})

    @property
    def articles(self) -> list[Path]:
        return sorted((self.folder / "news").glob("*.md"))

    @property
    def trashed(self) -> list[str]:
        return sorted(path.name for path in (self.folder / ".briefing/trash").rglob("*.md"))


@pytest.fixture
def library(tmp_path: Path, server: FeedServer) -> Library:
    return Library(tmp_path / "library", server)


def test_nothing_goes_until_somebody_says_so(library: Library) -> None:
    assert library.feeds("keep").out == "all articles of feeds stay\n"
    assert library.feeds("update").out == "news: nothing new\n"
    assert len(library.articles) == 3
    assert not library.trashed


def test_what_was_read_and_is_old_goes_to_the_trash_and_never_comes_back(library: Library) -> None:
    names = [path.name for path in library.articles]
    assert "more than 90 days ago" in library.feeds("keep", "--days", "90").out
    library.mark(library.articles[0], is_read=False)
    told = library.feeds("update").out.splitlines()
    assert told == [
        "news: nothing new",
        f"2 old articles are in the trash: {library.folder}/.briefing/trash",
    ]
    assert [path.name for path in library.articles] == names[:1]
    assert library.trashed == names[1:]
    assert library.feeds("update").out == "news: nothing new\n"
    corrected = rss(*(each.replace("harvest", "crop") for each in library.items))
    library.server.serve("/feed", corrected)
    assert library.feeds("update").out == "news: one corrected\n"
    assert len(library.articles) == 1


def test_what_was_removed_stays_away_for_a_reader_who_knows_nothing_of_it(
    library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    library.articles[0].unlink()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "other"))
    assert library.feeds("update").out == "news: nothing new\n"
    assert len(library.articles) == 2


def test_the_newest_of_a_feed_stay_whatever_their_age(library: Library) -> None:
    library.feeds("keep", "--items", "1")
    newest = max(library.articles, key=lambda path: "2025-09-03" in path.read_text())
    library.feeds("update")
    assert library.articles == [newest]
    assert len(library.trashed) == 2
    assert library.feeds("keep", "--all").out == "all articles of feeds stay\n"


def _star(path: Path) -> None:
    MarksFile().change({str(path): Mark(is_read=True, is_starred=True)})


def _note(path: Path) -> None:
    assert run("notes", "add", path, "--quote", "harvest", "--text", "large").status == 0


def _note_elsewhere(path: Path) -> None:
    folder = path.parent.parent.parent / "all notes"
    config_folder().mkdir(parents=True, exist_ok=True)
    (config_folder() / "config.yaml").write_text(f"notes_folder: '{folder}'\n")
    _note(path)


def _note_that_was_deleted(path: Path) -> None:
    ran = run("notes", "add", path, "--quote", "harvest", "--text", "large")
    assert run("notes", "delete", path, ran.out.strip()).status == 0


def _copy_of_notes(path: Path) -> None:
    path.with_name(f"{path.stem}.notes.sync-conflict-1.yaml").write_text("format: 1\n")


def _note_being_typed(path: Path) -> None:
    store = StateStore.of(Source(article_name(path), path.absolute(), ""))
    store.keep_draft(
        UnfinishedNote("a1", None, "0" * 64, Span(0, 1), "T", kind=NoteKind.NOTE, text="x")
    )


def _tag(path: Path) -> None:
    path.write_text(path.read_text().replace("site: News", "site: News\ntags: [kept]"))


def _edit(path: Path) -> None:
    path.write_text(path.read_text().replace("larger", "smaller"))
    os.utime(path, (0, 0))


TOUCHED: list[Callable[[Path], None]] = [
    _star,
    _note,
    _note_elsewhere,
    _note_that_was_deleted,
    _copy_of_notes,
    _note_being_typed,
    _tag,
    _edit,
]


@pytest.mark.parametrize("touch", TOUCHED)
def test_what_somebody_did_something_with_is_never_old(
    touch: Callable[[Path], None], library: Library
) -> None:
    library.feeds("keep", "--days", "0", "--items", "0")
    kept = library.articles[0]
    touch(kept)
    assert "2 old articles" in library.feeds("update").out
    assert library.articles == [kept]


def test_what_a_draft_quotes_is_never_old(tmp_path: Path, server: FeedServer) -> None:
    library = Library(tmp_path / "library", server, count=1)
    library.feeds("keep", "--days", "90")
    draft = library.folder / "draft.md"
    draft.write_text(f"---\nkind: draft\n---\n\n> {WORDS.replace('larger', 'smaller')}\n")
    assert library.feeds("update").out == "news: nothing new\n"
    draft.write_text("---\nkind: draft\n---\n\nNothing of it any more.\n")
    assert "one old article" in library.feeds("update").out


def test_machines_are_told_beside_their_answer(library: Library) -> None:
    library.feeds("keep", "--days", "90")
    ran = library.feeds("update", "--format", "json")
    assert [one["outcome"] for one in json.loads(ran.out)] == ["unchanged"]
    assert "3 old articles are in the trash" in ran.err


def test_a_rule_that_is_none_is_named_with_its_line(library: Library) -> None:
    library.feeds("keep", "--days", "90")
    file = library.folder / ".briefing/library.yaml"
    file.write_text(file.read_text().replace("days: 90", "days: -1"))
    ran = library.feeds("update")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "library.yaml" in ran.err
    assert "from 0 to 99999" in ran.err
