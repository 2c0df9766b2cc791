"""The texts that notes were made on, kept beside the notes file under ``.briefing/texts``.

Each is named by its SHA-256, so the notes files of one folder share them, and whoever reads one can
tell whether it is still what was written.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from briefing.model.errors import BriefingError, Fault, InputError, StorageError
from briefing.model.note import SHA256, Notes
from briefing.storage.atomic import NewContent, write_atomically
from briefing.storage.folders import remove
from briefing.storage.plain_files import read, stamp
from briefing.text.i18n import _

FOLDER = (".briefing", "texts")
"""The way from the folder of the notes to that of the texts."""

VERSIONS = (".briefing", "versions")
"""The way to the versions of the folder's articles."""

_SPEAKS_OF_TEXTS = re.compile(r"\.ya?ml|\.notes")
"""Names of notes files and of their copies: `a.notes.yaml.orig`, `a.notes.sync-conflict-1.yaml`."""
_ANY = re.compile("")
_SHA256_ANYWHERE = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


def text_path(folder: Path, sha256: str) -> Path:
    """Where a text lies."""
    return folder.joinpath(*FOLDER, f"{sha256}.txt")


def read_text(folder: Path, sha256: str) -> str | None:
    """A text; None where it is not there or is not what its name says."""
    if not SHA256.fullmatch(sha256):
        return None
    try:
        content = read(text_path(folder, sha256), below=folder)
    except (InputError, StorageError):
        return None
    if content is None or hashlib.sha256(content.data).hexdigest() != sha256:
        return None
    return content.data.decode("utf-8", errors="replace")


def new_text(folder: Path, sha256: str, text: str) -> tuple[NewContent, ...]:
    """The file that keeps a text; none where it lies there already.

    Raises:
        StorageError: It is no text that can be written.
    """
    path = text_path(folder, sha256)
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise StorageError(_("this text is not valid Unicode"), where=str(path)) from error
    return () if read_text(folder, sha256) is not None else (NewContent(path, data),)


def write_texts(
    folder: Path, texts: Mapping[str, str], wanted: set[str], kept: set[str]
) -> list[Fault]:
    """Keep texts; what cannot be kept is a fault and no error, since the notes matter more.

    Args:
        folder: The folder of the notes or of the article.
        texts: Texts by their SHA-256.
        wanted: Those of them that should be kept.
        kept: Those that are known to be kept, so that a long one is not read at every save; what
            is kept now is added.
    """
    faults = []
    for sha256 in sorted(wanted & texts.keys()):
        if sha256 in kept and stamp(text_path(folder, sha256)) is not None:
            continue
        try:
            _write_text(folder, sha256, texts[sha256])
            kept.add(sha256)
        except BriefingError as error:
            faults.append(Fault.of(error))
    return faults


def referred(notes: Notes) -> set[str]:
    """The texts that notes refer to, deleted and unreadable ones too."""
    found = {note.rev for note in notes.notes}
    found |= {was.rev for note in notes.notes for was in note.was}
    for note in notes.notes:
        found |= {was.rev for was in note.was}
        for conflict in note.conflicts:
            found |= {word for word in conflict.value or () if SHA256.fullmatch(word)}
    for unreadable in notes.unreadable:
        found |= set(_SHA256_ANYWHERE.findall(unreadable.raw))
    return found


def prune(folder: Path, unwanted: Iterable[str]) -> None:
    """Remove texts, except those that another file of the folder speaks of. Never fails.

    Those are notes, versions, and copies of either that a merge or a file service left. Nothing is
    removed in a git repository: somebody who shares it may just be noting such a text, and a merge
    takes the removal of a file that they did not change for the last word.
    """
    paths = [text_path(folder, sha256) for sha256 in unwanted]
    paths = [path for path in paths if stamp(path) is not None]
    if not paths or _is_shared_by_git(folder):
        return
    try:
        others = _all_in_folder(folder)
    except (BriefingError, OSError):
        return  # what cannot be read may speak of any of them
    for path in paths:
        if path.stem not in others:
            remove(folder, *FOLDER, path.name)


def _write_text(folder: Path, sha256: str, text: str) -> None:
    for file in new_text(folder, sha256, text):
        write_atomically(file.path, file.data, below=folder, make_folder=True)


def _is_shared_by_git(folder: Path) -> bool:
    """Whether a folder lies in a git repository: `.git` is a folder, or a file in a worktree."""
    here = folder.absolute()
    return any(os.path.lexists(each / ".git") for each in (here, *here.parents))


def _all_in_folder(folder: Path) -> set[str]:
    """Every text that any notes or versions file of the folder speaks of.

    Raises:
        BriefingError: One cannot be read.
    """
    found: set[str] = set()
    for place, pattern in ((folder, _SPEAKS_OF_TEXTS), (folder.joinpath(*VERSIONS), _ANY)):
        for path in place.iterdir() if place.is_dir() else ():
            if pattern.search(path.name) and path.is_file():
                content = read(path)
                data = "" if content is None else content.data.decode("utf-8", errors="replace")
                found |= set(_SHA256_ANYWHERE.findall(data))
    return found
