"""Notes and versions that stayed under an old name when their article was renamed or moved.

They are named, never taken by themselves: the reader may have made a copy on purpose. Looked for is
in the article's folder and those around it, and where articles were that the reader has read and
that are gone. What lies beside an article that is still there belongs to that one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from briefing.model.errors import BriefingError
from briefing.model.left_behind import LeftBehind
from briefing.model.source import Source
from briefing.model.span import Place
from briefing.notes.parse import parse_notes
from briefing.notes.versions import parse_versions
from briefing.storage.locations import (
    NOTES_ENDING,
    article_name,
    fitting_name,
    own_notes_path,
    state_path,
)
from briefing.storage.notes_texts import VERSIONS, read_text
from briefing.storage.plain_files import read, stamp
from briefing.storage.states import states
from briefing.text.decoding import decode_text

MAX_FOLDERS = 64
"""Folders around an article that are looked into."""
MAX_NAMES = 5000
"""Files of a folder that are looked at."""


def left_behind(notes: Path, document: Path, rev: str) -> Iterator[LeftBehind]:
    """What may be an article's own, from when it had another name or place.

    Args:
        notes: Where the notes of the article are, or would be.
        document: The article's file.
        rev: The SHA-256 of its reading text, 64 hex digits.
    """
    own = document.parent.joinpath(*VERSIONS, fitting_name(document.name, ".yaml"))
    told = {notes, own}
    beside = document.parent
    for files in (*_in_folders(_around(beside)), *_in_memory(beside, notes.parent)):
        if not told.isdisjoint(files):
            continue
        told.update(files)
        found = _read(files, rev)
        if found is not None:
            yield found
    yield from _read_elsewhere(document, rev)


def _around(folder: Path) -> Iterable[Path]:
    """A folder, those in it, the one above, and those beside it."""
    below = _subfolders(folder)
    above = folder.parent
    return dict.fromkeys(islice((folder, above, *below, *_subfolders(above)), MAX_FOLDERS))


def _subfolders(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            names = sorted(
                entry.name
                for entry in entries
                if not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)
            )
    except OSError:
        return []
    return [folder / name for name in names]


def _in_folders(folders: Iterable[Path]) -> Iterator[list[Path]]:
    """The notes and versions files without an article in each folder, one's together."""
    for folder in folders:
        names = _names(folder)
        articles = {name for name in names if not name.endswith(NOTES_ENDING)}
        stems = articles | {article_name(Path(name)) for name in articles}
        notes = names - articles - {fitting_name(name, NOTES_ENDING) for name in stems}
        versions = _names(folder.joinpath(*VERSIONS))
        gone = sorted(versions - {fitting_name(name, ".yaml") for name in articles})
        for name in sorted(notes):
            of = name.removesuffix(NOTES_ENDING)
            its = [each for each in gone if of in _names_of(each)][:1]
            gone = [each for each in gone if each not in its]
            yield [folder / name, *(folder.joinpath(*VERSIONS, each) for each in its)]
        yield from ([folder.joinpath(*VERSIONS, each)] for each in gone)


def _names_of(versions: str) -> tuple[str, str]:
    """What the notes of the article may be called whose versions file has a name."""
    full = versions.removesuffix(".yaml")
    return full, article_name(Path(full))


def _names(folder: Path) -> set[str]:
    try:
        with os.scandir(folder) as entries:
            files = (entry.name for entry in entries if entry.is_file(follow_symlinks=False))
            return set(islice(files, MAX_NAMES))
    except OSError:
        return set()


def _in_memory(beside: Path, apart: Path) -> Iterator[list[Path]]:
    """The files of articles that were read once and are not where they were.

    Args:
        beside: A folder that was looked into already.
        apart: Where notes are kept that do not lie beside their articles.
    """
    for _file, state in states():
        path = None if state.identity.path is None else Path(state.identity.path)
        if path is None or stamp(path) is not None:
            continue
        own = own_notes_path(Source(article_name(path), path, ""), title=None, folder=apart)
        found = [] if path.parent == beside else _files_of(path)
        found = found or ([own] if stamp(own) is not None else [])
        if found:
            yield found


def _read_elsewhere(document: Path, rev: str) -> Iterator[LeftBehind]:
    """Where the very text was read before, unless a place is known under its new name."""
    if stamp(state_path(Source(article_name(document), document, ""))) is not None:
        return
    for _file, state in states():
        path = None if state.identity.path is None else Path(state.identity.path)
        is_begun = state.place is not None and state.place.place != Place(0, 0)
        if path is None or not is_begun or state.identity.revs[-1:] != (rev,):
            continue
        if stamp(path) is None:
            yield LeftBehind(None, None, has_text=True, reading=path)


def _files_of(article: Path) -> list[Path]:
    """The notes and versions beside an article that is gone, its own as far as names tell."""
    stem, names = article_name(article), _names(article.parent)
    has_sibling = any(article_name(Path(name)) == stem for name in names)
    known = (article.name,) if has_sibling else (article.name, stem)
    wanted = (fitting_name(name, NOTES_ENDING) for name in known)
    found = [article.parent / name for name in wanted if name in names][:1]
    versions = article.parent.joinpath(*VERSIONS, fitting_name(article.name, ".yaml"))
    return [*found, versions] if stamp(versions) is not None else found


def _read(files: Iterable[Path], rev: str) -> LeftBehind | None:
    """What some files say; None where none of them can be read."""
    found: dict[bool, Path] = {}
    revs: list[str] = []
    has_text = False
    for path in files:
        is_notes = path.name.endswith(NOTES_ENDING)
        try:
            content = read(path, below=_folder(path))
            text = "" if content is None else decode_text(content.data, str(path))
            revs += _revs(text, path, is_notes=is_notes)
        except BriefingError:
            continue  # whoever opens it by its own name is told why
        found[is_notes] = path
        has_text = has_text or rev in revs
    if not found:
        return None
    folder = _folder(next(iter(found.values())))
    kept = (read_text(folder, each) for each in reversed(revs))
    text = next((each for each in kept if each), "")
    return LeftBehind(found.get(True), found.get(False), has_text, text)


def _folder(path: Path) -> Path:
    """Where the article of a notes or versions file was."""
    return path.parent if path.name.endswith(NOTES_ENDING) else path.parents[len(VERSIONS)]


def _revs(text: str, path: Path, *, is_notes: bool) -> list[str]:
    """The texts that a file names, the newest last."""
    if is_notes:
        notes = parse_notes(text, where=str(path), article="").notes
        return [item.sha256 for item in notes.revisions]
    return [item.rev for item in parse_versions(text, where=str(path)).versions]
