"""Whatever link somebody has put where the program writes, nothing behind it changes."""

from __future__ import annotations

import errno
import fcntl
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from briefing.model.errors import BriefingError
from briefing.model.feed import FeedState
from briefing.model.library_file import SavedSearch
from briefing.model.library_marks import Mark
from briefing.model.original import Original
from briefing.model.reading_state import Choices, ReadingState, UnfinishedNote
from briefing.model.source import Text
from briefing.model.span import Span
from briefing.model.version import LastReading
from briefing.session.keeping import Keeper
from briefing.storage import converted, lock_files
from briefing.storage.crash_log import write_crash_log
from briefing.storage.feed_states import FeedStates
from briefing.storage.first_pages import Key, keep
from briefing.storage.git_sharing import Repository
from briefing.storage.library_file import LibraryFileStore
from briefing.storage.library_index import LibraryIndex
from briefing.storage.library_marks import MarksFile
from briefing.storage.library_trash import LibraryTrash
from briefing.storage.locations import cache_folder, state_folder
from briefing.storage.notes_backups import key
from briefing.storage.notes_store import NotesStore
from briefing.storage.reading_state import StateStore, save_choices
from briefing.storage.sources import load_path
from briefing.storage.theme_cache import load_theme_fast
from briefing.storage.versions import LastReadings
from tests.cli.run import run
from tests.counting import Count
from tests.notes.sample_notes import PLAIN, holding

PAGE = (Path(__file__).parents[2] / "docs" / "reliability.md").read_text("utf-8")
TABLE = PAGE.partition("## Every write")[2].partition("\n## ")[0]

TEXT = "# Titolo\n\nUno due tre. Quattro cinque.\n"
FILE_SHA = sha256(TEXT.encode()).hexdigest()
SHA = sha256(b"Titolo\nUno due tre. Quattro cinque.").hexdigest()
FEED = "https://example.org/feed"
SHELL = "alias ls=rm\n"


def _link(to: str) -> Callable[[Path, Path], None]:
    """A link to something in the folder outside."""

    def plant(place: Path, outside: Path) -> None:
        place.symlink_to(outside / to)

    return plant


def _relative(place: Path, outside: Path) -> None:
    place.symlink_to(os.path.relpath(outside / ".bashrc", place.parent))


def _chain(place: Path, outside: Path) -> None:
    other = place.with_name("another-link")
    other.symlink_to(outside / ".bashrc")
    place.symlink_to(other.name)


def _loop(place: Path, _outside: Path) -> None:
    place.symlink_to(place.name)


def _circle(place: Path, _outside: Path) -> None:
    other = place.with_name("another-link")
    other.symlink_to(place.name)
    place.symlink_to(other.name)


def _hard_link(place: Path, outside: Path) -> None:
    place.hardlink_to(outside / ".bashrc")


LINKS: dict[str, Callable[[Path, Path], None]] = {
    "to a file": _link(".bashrc"),
    "to a file, relative": _relative,
    "to a file that is empty": _link("empty"),
    "to a file with comments only": _link("comments"),
    "to a file that nobody may read": _link("secret"),
    "to a folder": _link("folder"),
    "to a link": _chain,
    "to nothing": _link(".bash_login"),
    "to nothing in a folder that is not there": _link("no/folder/file"),
    "to a pipe": _link("pipe"),
    "to a device": lambda place, _outside: place.symlink_to("/dev/null"),
    "to itself": _loop,
    "round in a circle": _circle,
    "hard, to a file": _hard_link,
}


@dataclass(frozen=True, slots=True)
class Desk:
    """An article with a note, and what lies outside its folder."""

    folder: Path
    outside: Path

    @property
    def article(self) -> Path:
        return self.folder / "a.md"

    @property
    def notes(self) -> Path:
        return self.folder / "a.notes.yaml"

    def note(self) -> list[str]:
        """Write a note; what was told."""
        self.article.write_text(TEXT, "utf-8")  # the text of a note that is not kept yet
        ran = run("notes", "add", self.article, "--quote", "Uno due", "--text", "nuova")
        assert ran.status in (0, 2), ran
        return ran.err.splitlines()

    def command(self, *words: object) -> list[str]:
        ran = run(*words)
        assert ran.status in (0, 2), ran
        return ran.err.splitlines()

    def seen(self) -> dict[str, object]:
        """All that lies outside: what it is, what it holds, and what it lets whom do."""
        return {
            str(path.relative_to(self.outside)): (
                path.lstat().st_mode,
                path.read_bytes() if path.is_file() else None,
            )
            for path in sorted(self.outside.rglob("*"))
        }


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    folder, outside = tmp_path / "repository", tmp_path / "home"
    folder.mkdir()
    (outside / "folder" / "inner").mkdir(parents=True)
    (outside / "folder" / f"{SHA}.txt").write_text("precious", "utf-8")
    (outside / ".bashrc").write_text(SHELL, "utf-8")
    (outside / "empty").touch()
    (outside / "comments").write_text("# only this\n", "utf-8")
    (outside / "secret").write_text("x", "utf-8")
    (outside / "secret").chmod(0)
    os.mkfifo(outside / "pipe")
    monkeypatch.chdir(folder)
    return Desk(folder, outside)


def _without_flock(desk: Desk) -> list[str]:
    def refuse(_descriptor: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fcntl, "flock", refuse)
        patch.setattr(lock_files, "_EMPTY_SECONDS", 0.0)
        return desk.note()


def _told(write: Callable[[], object]) -> list[str]:
    try:
        write()
    except BriefingError as error:
        return str(error).splitlines()
    return []


def _store(desk: Desk) -> StateStore:
    desk.article.write_text(TEXT, "utf-8")
    return StateStore.of(load_path(desk.article))


def _place(desk: Desk) -> list[str]:
    return _told(lambda: _store(desk).save(ReadingState(read=("one",))))


def _draft(desk: Desk) -> list[str]:
    draft = UnfinishedNote("d1", None, "0" * 64, Span(0, 3), "Uno", text="typed")
    return _told(lambda: _store(desk).keep_draft(draft))


def _choose(_desk: Desk) -> list[str]:
    return _told(lambda: save_choices(Choices(theme="ink")))


def _mark(_desk: Desk) -> list[str]:
    return _told(lambda: MarksFile().change({"/a.md": Mark(is_starred=True)}))


def _damaged(desk: Desk) -> list[str]:
    store = _store(desk)
    store.path.write_text("{", "ascii")
    _state_read, faults = store.load()
    return [str(fault) for fault in faults]


def _read_last(desk: Desk) -> list[str]:
    reading = LastReading(SHA, "2026-11-22T08:00:00Z", "Titolo\nUno due tre. Quattro cinque.")
    return _told(lambda: LastReadings.of(_store(desk).path).save(reading))


def _crash(_desk: Desk) -> list[str]:
    return _told(lambda: write_crash_log(ValueError("odd")))


def _theme(_desk: Desk) -> list[str]:
    load_theme_fast("paper")
    return []


def _first_page(desk: Desk) -> list[str]:
    keep(Key("a.md", (80, 24)), "a page", [str(desk.article)])
    return []


_DOCUMENT = Original(TEXT.encode(), "a.pdf", "a.pdf")


def _keep_text(_desk: Desk) -> list[str]:
    converted.keep(_DOCUMENT, Text(TEXT))
    return []


def _cached(_desk: Desk) -> Path:
    converted.keep(_DOCUMENT, Text(TEXT))
    (kept,) = (cache_folder() / "documents").glob("*.text")
    kept.unlink()
    return kept


def _search(desk: Desk) -> list[str]:
    search = SavedSearch("wheat", "wheat")
    return _told(
        lambda: LibraryFileStore(desk.folder).change(lambda file: file.with_search(search))
    )


def _add(desk: Desk) -> list[str]:
    document = desk.folder.parent / "document.md"
    document.write_text(TEXT, "utf-8")
    told = desk.command("add", document, "--to", desk.folder)
    return [line for line in told if "new article" not in line]


def _feed(desk: Desk) -> list[str]:
    return _told(lambda: FeedStates(desk.folder).save({FEED: FeedState(checked="now")}))


def _index(desk: Desk) -> list[str]:
    index = LibraryIndex.of(desk.folder)
    try:
        return _told(index.entries)
    finally:
        index.close()


def _write_index(desk: Desk) -> list[str]:
    index = LibraryIndex.of(desk.folder)

    def write() -> None:
        with index.writing():
            index.remove(["a.md"])

    try:
        return _told(write)
    finally:
        index.close()


def _index_file(ending: str) -> Callable[[Desk], Path]:
    def find(desk: Desk) -> Path:
        path = LibraryIndex.of(desk.folder).path
        return path.with_name(path.name + ending)

    return find


def _delete(desk: Desk) -> list[str]:
    (desk.folder / "b.md").write_text(TEXT, "utf-8")
    trash = LibraryTrash(desk.folder)
    return _told(lambda: trash.put(["b.md"], "2026-11-22T08:00:00Z"))


def _share(desk: Desk) -> list[str]:
    subprocess.run(["git", "init", "-q", desk.folder], check=True)
    return _told(lambda: Repository(desk.folder).write({"briefing": "merge"}))


def _export(desk: Desk) -> list[str]:
    desk.article.write_text(TEXT, "utf-8")
    return desk.command("export", "a.md", "--format", "html", "-o", "out", "--force")


def _state(*names: str) -> Callable[[Desk], Path]:
    return lambda _desk: state_folder().joinpath(*names)


def _beside(*names: str) -> Callable[[Desk], Path]:
    return lambda desk: desk.folder.joinpath(*names)


def _of_article(ending: str, *names: str) -> Callable[[Desk], Path]:
    return lambda desk: _store(desk).path.with_suffix(ending).joinpath(*names)


def _backups(*names: str) -> Callable[[Desk], Path]:
    return lambda desk: state_folder().joinpath("backups", key(desk.notes), *names)


def _state_lock(desk: Desk) -> Path:
    return state_folder() / "locks" / f"{key(desk.notes)}.lock"


PLACES: dict[str, tuple[tuple[Callable[[Desk], Path], ...], Callable[[Desk], list[str]]]] = {
    "notes": ((_beside("a.notes.yaml"),), Desk.note),
    "text of a note": (
        (
            _beside(".briefing"),
            _beside(".briefing", "texts"),
            _beside(".briefing", "texts", f"{SHA}.txt"),
        ),
        Desk.note,
    ),
    "version": (
        (_beside(".briefing", "versions"), _beside(".briefing", "versions", "a.md.yaml")),
        Desk.note,
    ),
    "feed": ((_state("feeds"), lambda desk: FeedStates(desk.folder).path(FEED)), _feed),
    "library": (
        (
            _beside(".briefing"),
            _beside(".briefing", "library.yaml"),
            _beside(".briefing", "lock"),
        ),
        _search,
    ),
    "added article": ((_beside("titolo.md"), _beside(".briefing", "lock")), _add),
    "original": (
        (_beside(".briefing", "originals"), _beside(".briefing", "originals", f"{FILE_SHA}.md")),
        _add,
    ),
    "trash": ((_beside(".briefing"), _beside(".briefing", "trash")), _delete),
    "lines for git": ((_beside(".gitattributes"), _beside(".gitignore")), _share),
    "last reading": (
        (_state("readings"), lambda desk: LastReadings.of(_store(desk).path).path),
        _read_last,
    ),
    "lock beside": ((_beside(".briefing", "lock"),), Desk.note),
    "lock without `flock`": ((_beside(".briefing", "lock.held"),), _without_flock),
    "lock": ((_state("locks"), _state_lock), Desk.note),
    "backup": ((_state("backups"), _backups(), _backups("1.yaml")), Desk.note),
    "place": ((_state("articles"), _of_article(".json")), _place),
    "draft": ((_of_article(".drafts"), _of_article(".drafts", "d1.json")), _draft),
    "choices": ((_state("choices.json"), _state("choices.lock")), _choose),
    "marks": ((_state("library.json"), _state("library.lock")), _mark),
    "damaged": ((_of_article(".json.damaged"),), _damaged),
    "theme": ((_state("theme.json"),), _theme),
    "first pages": ((_state("first-pages"),), _first_page),
    "documents": ((lambda _desk: cache_folder() / "documents", _cached), _keep_text),
    "crash log": ((_state("crashes"),), _crash),
    "index": (
        (
            lambda _desk: cache_folder() / "library",
            *(_index_file(ending) for ending in ("", "-wal", "-shm", "-journal")),
        ),
        _index,
    ),
    "lock of an index": (
        (
            lambda desk: LibraryIndex.of(desk.folder).path.with_suffix(".lock"),
            lambda desk: LibraryIndex.of(desk.folder).path.with_suffix(".making"),
        ),
        _write_index,
    ),
}
OTHERS = {"side file", "output", "settings", "merge", "text in an editor", "new content"}
"""What has a test of its own below, is an output, or is made under a name that was never there."""


def test_the_table_names_every_place_that_is_tried() -> None:
    rows = re.findall(r"^\| ([^|]+?) \|", TABLE, re.MULTILINE)[1:]
    assert set(rows) == set(PLACES) | OTHERS
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_written_through_a_link(desk: Desk, place: str, link: str, count: Count) -> None:
    paths, write = PLACES[place]
    for find in paths:
        path = find(desk)
        path.parent.mkdir(parents=True, exist_ok=True)
        assert not os.path.lexists(path), path
        if link.startswith("hard") and place == "lock" and path.name == "locks":
            continue
        LINKS[link](path, desk.outside)
        before = desk.seen()
        told = write(desk)
        count("links planted where the program writes")
        assert desk.seen() == before, (path, told)
        assert len(told) <= 1, (path, told)
        if not link.startswith("hard") and place not in {
            "theme",
            "backup",
            "first pages",
            "documents",
        }:
            assert told, path
        _clear(desk)


def _clear(desk: Desk) -> None:
    """Take away what lies in the folder, in the state folder and in the cache folder."""
    for folder in (desk.folder, state_folder(), cache_folder()):
        for path in folder.iterdir() if folder.exists() else ():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()


@pytest.mark.parametrize("link", [name for name in LINKS if not name.startswith("hard")])
def test_where_notes_and_side_file_are_links_the_reader_saves_beside_both(
    desk: Desk, link: str
) -> None:
    LINKS[link](desk.notes, desk.outside)
    desk.notes.with_name("a.notes.aside.yaml").symlink_to(desk.notes.name)
    before = desk.seen()
    store = NotesStore(
        desk.notes, state_folder=state_folder(), article="a", title=None, language=None
    )
    keeper = Keeper(store)
    keeper.load()
    keeper.save(holding(PLAIN), {})
    assert desk.seen() == before
    assert keeper.port.path.name == "a.notes.aside.aside.yaml"
    assert PLAIN.id in keeper.port.path.read_text("utf-8")


def test_a_link_to_the_user_s_own_notes_is_followed(desk: Desk) -> None:
    desk.note()
    kept = desk.outside / "kept.yaml"
    desk.notes.rename(kept)
    desk.notes.symlink_to(kept)
    assert desk.note() == []
    assert desk.notes.is_symlink()
    assert kept.read_text("utf-8").count("text: nuova") == 2


def test_an_output_behind_a_link_says_where_it_is(desk: Desk) -> None:
    (desk.outside / "page.html").write_text("old", "utf-8")
    (desk.folder / "out").symlink_to(desk.outside / "page.html")
    (told,) = _export(desk)
    assert str(desk.outside / "page.html") in told
    assert (desk.outside / "page.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    (desk.folder / "way").symlink_to(desk.outside)
    (told,) = desk.command("notes", "export", "a.md", "--format", "csv", "-o", "way/notes.csv")
    assert str(desk.outside / "notes.csv") in told


@pytest.mark.parametrize("link", ["to nothing", "to itself", "round in a circle"])
def test_an_output_that_is_a_link_to_nothing_is_not_made(desk: Desk, link: str) -> None:
    LINKS[link](desk.folder / "out", desk.outside)
    before = desk.seen()
    (told,) = _export(desk)
    assert "leads nowhere" in told
    assert desk.seen() == before
