"""The files of a library: whatever lies in its folder that the reader can open."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from unicodedata import normalize

from briefing.model.errors import Fault, InputError, NotFoundError
from briefing.model.library import FileState
from briefing.model.source import Fingerprint
from briefing.storage.plain_files import read_head
from briefing.text.i18n import _
from briefing.text.system_words import reason

ENDINGS = frozenset(
    {"md", "markdown", "mdown", "txt", "text", "html", "htm", "xhtml"}
    | {"pdf", "docx", "epub", "eml", "mbox"}
)
"""Of files that are articles."""

MARKDOWN = frozenset({"md", "markdown", "mdown"})
"""Of those whose files are their texts."""
_HEAD_BYTES = 64 * 1024
"""More than front matters take, with all that an import left out, and a heading."""

NOTES = ".notes.yaml"

_DEEPEST = 32
"""Folders in folders that are looked into."""


def look_through(
    folder: Path, left_out: Collection[str] = ()
) -> Iterator[tuple[str, FileState] | Fault]:
    """Every article below a folder, by path, with the state of its files.

    Hidden files and folders are left out, and links to folders, which might lead in a circle. What
    cannot be looked into is given as a fault; the rest goes on.

    Args:
        folder: The folder.
        left_out: Folders below it, by their paths in it, that are not looked into.

    Raises:
        NotFoundError: There is no such folder.
        InputError: It is none, or may not be looked into.
    """
    try:
        status = folder.stat()
    except FileNotFoundError as error:
        raise NotFoundError(_("there is no such folder"), where=str(folder)) from error
    except OSError as error:
        what = _("cannot be read: {reason}").format(reason=reason(error))
        raise InputError(what, where=str(folder)) from error
    if not stat.S_ISDIR(status.st_mode):
        raise InputError(_("is not a folder"), where=str(folder))
    return _below(folder, "", 0, frozenset(left_out))


def look_at(folder: Path, files: Sequence[Path]) -> Iterator[tuple[str, FileState]]:
    """Some articles below a folder, in their order, with the state of their files."""
    for path in files:
        own = _mark(path)
        if own is not None:
            beside = (path.with_name(name + NOTES) for name in (path.name, path.stem))
            found = next((mark for mark in map(_mark, beside) if mark is not None), None)
            yield normalize("NFC", path.relative_to(folder).as_posix()), FileState(own, found)


def load_head(article: Path) -> str | None:
    """How an article begins whose file is its text; None of another, or where it cannot be read."""
    if _ending(article.name) not in MARKDOWN:
        return None
    head = read_head(article, _HEAD_BYTES)
    return None if head is None else head.decode("utf-8", "replace")


def _below(
    folder: Path, prefix: str, depth: int, left_out: frozenset[str]
) -> Iterator[tuple[str, FileState] | Fault]:
    try:
        with os.scandir(folder / prefix) as found:
            entries = sorted(found, key=_by_path)
    except OSError as error:
        what = _("cannot be read: {reason}").format(reason=reason(error))
        yield Fault(what, where=str(folder / prefix))
        return
    notes = {entry.name: entry for entry in entries if entry.name.endswith(NOTES)}
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            name = f"{prefix}{entry.name}"
            if depth < _DEEPEST and normalize("NFC", name) not in left_out:
                yield from _below(folder, f"{name}/", depth + 1, left_out)
        elif _is_article(entry.name):
            state = _state(entry, notes)
            if state is not None:
                yield normalize("NFC", prefix + entry.name), state


def _by_path(entry: os.DirEntry[str]) -> str:
    """What orders the entries of a folder as the paths below it are ordered."""
    return f"{entry.name}/" if entry.is_dir(follow_symlinks=False) else entry.name


def _is_article(name: str) -> bool:
    return _ending(name) in ENDINGS


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _state(entry: os.DirEntry[str], notes: dict[str, os.DirEntry[str]]) -> FileState | None:
    """The state of an article's files; None for what is no regular file, or has gone."""
    own = _mark(entry)
    if own is None:
        return None
    name = entry.name
    beside = notes.get(name + NOTES) or notes.get(name.rpartition(".")[0] + NOTES)
    return FileState(own, None if beside is None else _mark(beside))


def _mark(entry: os.DirEntry[str] | Path) -> Fingerprint | None:
    try:
        status = entry.stat()
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    # Not when its words were written: who sets that back, as a copy does, would hide other words.
    return Fingerprint(status.st_ctime_ns, status.st_size, status.st_ino)
