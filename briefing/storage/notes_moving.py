"""Notes, versions and the reader's place come along to the new name or place of their article.

What comes is written first and what it was taken from goes last: whenever the program is killed,
everything is in one of the two places. The old notes file stays among the backups.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from briefing.model.errors import BusyError, InputError, StorageError
from briefing.model.left_behind import Brought, LeftBehind
from briefing.model.note import Notes
from briefing.notes.format import NotesFile, format_notes, join
from briefing.notes.parse import parse_notes
from briefing.notes.read_back import read_back
from briefing.notes.versions import parse_versions
from briefing.notes.writer import FORMAT
from briefing.storage import notes_backups
from briefing.storage.atomic import write_atomically
from briefing.storage.folders import remove
from briefing.storage.notes_home import real_file
from briefing.storage.notes_locks import locked
from briefing.storage.notes_texts import VERSIONS, prune, read_text, referred, write_texts
from briefing.storage.plain_files import Content, read, stamp
from briefing.storage.state_moving import remembered
from briefing.storage.versions import VersionStore
from briefing.text.decoding import decode_text
from briefing.text.i18n import _


def bring(
    left: LeftBehind, notes: Path, document: Path | None, state_folder: Path, article: Notes
) -> Brought:
    """Let what was left behind come to where its article is now.

    Args:
        left: What it is.
        notes: Where the notes of the article are, or shall be.
        document: The article's file.
        state_folder: Takes locks and the backup.
        article: The article, as an empty notes file names it.

    Raises:
        InputError: Something cannot be read; it stays.
        StorageError: Something could not be written; what it was to be made of stays.
    """
    if left.notes is not None:
        _parsed(left.notes, _there(left.notes))
    state, versions = None, 0
    if document is not None:
        state = remembered(left)
        if state is not None:
            state.copy_to(document)
        if left.versions is not None:
            # First: what is left then, when the program is killed, is found by its notes.
            versions = _bring_versions(left.versions, document)
    came = 0 if left.notes is None else _bring_notes(left.notes, notes, state_folder, article)
    if state is not None:
        state.forget()
    return Brought(came, versions)


def _bring_notes(old: Path, new: Path, state_folder: Path, article: Notes) -> int:
    """Join one notes file to another, lines and comments as they are; how many notes came."""
    with ExitStack() as held:
        real = real_file(new)
        held.enter_context(locked(new, real.parent, state_folder))
        if old.parent != real.parent:
            held.enter_context(locked(old, old.parent, state_folder))
        content, before = _there(old), read(real)
        file = _parsed(old, content)
        is_empty = before is None or not before.data.strip()
        joined = file if before is None or is_empty else join(None, _parsed(new, before), file)
        about = replace(
            joined.notes, article=article.article, title=article.title, language=article.language
        )
        text = format_notes(about, joined)
        read_back(text, about, where=str(new), known=joined.known)
        wanted = referred(file.notes)
        _copy_texts(old.parent, real.parent, wanted)
        seen = None if before is None else before.stamp
        if not write_atomically(
            real, text.encode("utf-8"), may_replace=lambda: stamp(real) == seen
        ):
            what = _("another program keeps writing this")
            raise BusyError(what, where=str(new), remedy=_("save again"))
        notes_backups.keep(state_folder, old, content.data)
        remove(old.parent, old.name)
        prune(old.parent, wanted)
    return sum(not note.is_deleted for note in file.notes.notes)


def _bring_versions(old: Path, document: Path) -> int:
    """Join the versions of an old name to those of an article; how many came."""
    folder = old.parents[len(VERSIONS)]
    content = read(old, below=folder)
    if content is None:
        return 0
    known = parse_versions(decode_text(content.data, str(old)), where=str(old))
    revs = {version.rev for version in known.versions}
    VersionStore(document).take_in(known, _texts(folder, revs))
    remove(folder, *VERSIONS, old.name)
    prune(folder, revs)
    return len(known.versions)


def _there(path: Path) -> Content:
    content = read(path, below=path.parent)
    if content is None:
        raise InputError(_("this is not there any more"), where=str(path))
    return content


def _parsed(path: Path, content: Content) -> NotesFile:
    file = parse_notes(decode_text(content.data, str(path)), where=str(path), article="")
    if file.format > FORMAT:
        what = _("this was written by a newer version (format {format})")
        raise InputError(what.format(format=file.format), where=str(path))
    return file


def _copy_texts(source: Path, target: Path, revs: Iterable[str]) -> None:
    """Keep texts in another folder too.

    Raises:
        StorageError: One could not be written.
    """
    texts = _texts(source, revs)
    for fault in write_texts(target, texts, set(texts), set()) if source != target else ():
        raise StorageError(fault.what, where=fault.where, remedy=fault.remedy)


def _texts(folder: Path, revs: Iterable[str]) -> dict[str, str]:
    """Texts by their SHA-256, as far as they are kept."""
    found = {rev: read_text(folder, rev) for rev in revs}
    return {rev: text for rev, text in found.items() if text is not None}
