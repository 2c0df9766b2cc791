"""Whatever goes wrong while something is written, the old file is whole and one line says so."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from briefing.model.errors import StorageError
from briefing.model.reading_state import Choices, ReadingState, UnfinishedNote
from briefing.model.span import Span
from briefing.storage import atomic
from briefing.storage.reading_state import StateStore, save_choices
from briefing.storage.sources import load_path
from tests.cli.run import run
from tests.counting import Count

TEXT = "# Titolo\n\nUno due tre. Quattro cinque.\n"

COMMANDS: dict[str, tuple[str, ...]] = {
    "a new note": ("notes", "add", "a.md", "--quote", "Uno due", "--text", "nuova"),
    "a changed note": ("notes", "edit", "a.md", "{id}", "--text", "anders"),
    "a deleted note": ("notes", "delete", "a.md", "{id}"),
    "a resolved note": ("notes", "resolve", "a.md", "{id}"),
    "notes taken in": ("notes", "import", "a.md", "others.jsonld"),
    "notes merged": ("notes", "merge", "a.notes.yaml", "a.notes.yaml", "-o", "out"),
    "notes sent out": ("notes", "export", "a.md", "--format", "csv", "-o", "out", "--force"),
    "a page": ("export", "a.md", "--format", "html", "-o", "out", "--force"),
    "a document": ("export", "a.md", "--format", "markdown", "-o", "out", "--force"),
    "an article taken in": ("import", "plain.txt", "-o", "out", "--force"),
}
STEPS = ("open", "write", "fsync", "replace")
ERRORS = (errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO, errno.ENOENT, errno.EDQUOT)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article with a note, and what the commands read and overwrite."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(TEXT, "utf-8")
    (tmp_path / "plain.txt").write_text("Titolo\n\nUno due tre.\n", "utf-8")
    (tmp_path / "b.md").write_text(TEXT, "utf-8")
    assert run("notes", "add", "a.md", "--quote", "Quattro", "--text", "alt").status == 0
    assert run("notes", "add", "b.md", "--quote", "cinque", "--text", "fremd").status == 0
    sent = run("notes", "export", "b.md", "--format", "jsonld").out
    (tmp_path / "others.jsonld").write_text(sent, "utf-8")
    (tmp_path / "out").write_text("what was there", "utf-8")
    return tmp_path


@contextmanager
def failing(step: str, number: int, is_meant: Callable[[Path], bool]) -> Iterator[None]:
    """Let one step of writing fail for the files that are meant."""
    patch = pytest.MonkeyPatch()

    def wrong(*_any: Any, **_more: Any) -> Any:
        raise OSError(number, os.strerror(number))

    usual = atomic._write_new

    def write_new(folder: int, name: str, data: bytes, *more: Any) -> None:
        if not is_meant(Path(f"/proc/self/fd/{folder}").readlink() / name):
            usual(folder, name, data, *more)
            return
        if step == "open":
            wrong()
        if step == "write":
            usual(folder, name, data[: len(data) // 2], *more)
            wrong()
        usual(folder, name, data, *more)
        wrong()

    if step == "replace":
        patch.setattr(Path, "replace", wrong)
        patch.setattr(os, "replace", wrong)
    else:
        patch.setattr(atomic, "_write_new", write_new)
    try:
        yield
    finally:
        patch.undo()


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.iterdir()
        if path.is_file()
    }


@pytest.mark.parametrize("number", ERRORS, ids=[errno.errorcode[e] for e in ERRORS])
@pytest.mark.parametrize("step", STEPS)
def test_a_command_that_cannot_write_says_so_in_one_line_and_changes_nothing(
    folder: Path, step: str, number: int, count: Count
) -> None:
    note = run("notes", "list", "a.md").out.split()[0]
    before = _files(folder)
    for name, words in COMMANDS.items():
        called = [word.replace("{id}", note) for word in words]
        with failing(step, number, lambda path: path.parent == folder):
            ran = run(*called)
        count("faults injected while a command writes")
        assert ran.status == 2, (name, ran)
        assert ran.is_one_line, (name, ran)
        assert _files(folder) == before, name
        assert not ran.out.strip(), name


@pytest.mark.parametrize("step", STEPS)
def test_places_choices_and_drafts_that_cannot_be_kept_are_an_error_and_no_loss(
    folder: Path, step: str
) -> None:
    store = StateStore.of(load_path(folder / "a.md"))
    draft = UnfinishedNote("d1", None, "0" * 64, Span(0, 3), "Uno", text="first")
    store.save(ReadingState(read=("one",)))
    save_choices(Choices(theme="ink"))
    with failing(step, errno.ENOSPC, lambda _path: True):
        for write in (
            lambda: store.save(ReadingState(read=("two",))),
            lambda: save_choices(Choices(theme="paper")),
            lambda: store.keep_draft(draft),
        ):
            with pytest.raises(StorageError) as raised:
                write()
            assert "\n" not in str(raised.value)
    assert store.load()[0].read == ("one",)
    assert save_choices(Choices()).theme == "ink"
    store.keep_draft(draft)


def _make_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    "words",
    [("print", "a.md"), ("check", "a.md"), ("notes", "list", "a.md"), ("export", "a.md")],
    ids=" ".join,
)
@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(path.read_bytes()[:5] + b"\xff\xfe\x00"),
        lambda path: (path.unlink(), path.mkdir()),
        _make_pipe,
        lambda path: (path.unlink(), path.symlink_to(path)),
        lambda path: (path.unlink(), path.symlink_to("/nowhere/at/all")),
    ],
    ids=["gone", "broken", "a folder", "a pipe", "a loop", "a dangling link"],
)
@pytest.mark.parametrize("name", ["a.md", "a.notes.yaml"])
def test_a_file_that_is_gone_or_spoilt_is_one_line(
    folder: Path, words: tuple[str, ...], spoil: Callable[[Path], object], name: str
) -> None:
    spoil(folder / name)
    ran = run(*words)
    assert ran.status in (0, 1, 2)
    assert "Traceback" not in ran.err
    if ran.status == 2:
        assert ran.is_one_line, ran
    takes_folders = words[0] == "check" or words[:2] == ("notes", "list")
    lists_folders = takes_folders and (folder / name).is_dir()
    if name == "a.md":
        assert ran.status == (0 if lists_folders else 2)


@pytest.mark.parametrize("cut", range(0, 320, 23))
def test_a_notes_file_that_was_cut_is_never_overwritten(folder: Path, cut: int) -> None:
    path = folder / "a.notes.yaml"
    rest = path.read_bytes()[:cut]
    path.write_bytes(rest)
    ran = run("notes", "add", "a.md", "--quote", "Uno due", "--text", "nuova")
    assert ran.status in (0, 2)
    if ran.status == 2:
        assert ran.is_one_line
        assert path.read_bytes() == rest
