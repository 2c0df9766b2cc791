"""Notes and versions that come along to the new name or place of their article.

What comes is written first and what it was taken from goes last: whenever the program is killed,
everything is in one of the two places. The old notes file stays among the backups.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from briefing.model.errors import InputError, StorageError
from briefing.model.left_behind import Brought, LeftBehind
from briefing.model.note import Notes
from briefing.notes.format import NotesFile, format_notes
from briefing.notes.parse import parse_notes
from briefing.notes.read_back import read_back
from briefing.notes.versions import parse_versions
from briefing.notes.writer import FORMAT
from briefing.storage import notes_backups
from briefing.storage.atomic import write_atomically
from briefing.storage.folders import remove
from briefing.storage.notes_locks import locked
from briefing.storage.notes_texts import VERSIONS, prune, read_text, referred, write_texts
from briefing.storage.plain_files import read, stamp
from briefing.storage.versions import VersionStore
from briefing.text.decoding import decode_text
from briefing.text.i18n import _


def bring(
    left: LeftBehind, notes: Path, document: Path | None, state_folder: Path, article: Notes
) -> Brought:
    """Let what was left behind come to where its article is now; arguments as below."""
    came = 0 if left.notes is None else bring_notes(left.notes, notes, state_folder, article)
    if left.versions is None or document is None:
        return Brought(came)
    return Brought(came, bring_versions(left.versions, document))


def bring_notes(old: Path, new: Path, state_folder: Path, article: Notes) -> int:
    """Let a notes file come to another name, byte for byte but for what it says of the article.

    Args:
        old: Where it is.
        new: Where it shall be; nothing may be there.
        state_folder: Takes locks and the backup.
        article: The article, as an empty notes file names it.

    Returns:
        How many notes came, without deleted ones.

    Raises:
        InputError: It cannot be read; it stays.
        StorageError: It could not be written, or something stands in its new place; it stays.
    """
    with ExitStack() as held:
        held.enter_context(locked(new, new.parent, state_folder))
        if old.parent != new.parent:
            held.enter_context(locked(old, old.parent, state_folder))
        data, file = _read(old)
        about = replace(
            file.notes, article=article.article, title=article.title, language=article.language
        )
        text = format_notes(about, file)
        read_back(text, about, where=str(new), known=file.known)
        _copy_texts(old.parent, new.parent, referred(file.notes))
        if not write_atomically(new, text.encode("utf-8"), may_replace=lambda: stamp(new) is None):
            raise StorageError(_("there are notes here already"), where=str(new))
        notes_backups.keep(state_folder, old, data)
        remove(old.parent, old.name)
        prune(old.parent, referred(file.notes))
    return sum(not note.is_deleted for note in file.notes.notes)


def bring_versions(old: Path, document: Path) -> int:
    """Let the versions of an article come to its new name, where there may be some already.

    Args:
        old: The versions file.
        document: The article's file.

    Returns:
        How many came.

    Raises:
        InputError: One of the files cannot be read; both stay.
        StorageError: They could not be written; the old ones stay.
    """
    folder = old.parents[len(VERSIONS)]
    content = read(old, below=folder)
    if content is None:
        return 0
    known = parse_versions(decode_text(content.data, str(old)), where=str(old))
    revs = {version.rev for version in known.versions}
    texts = {rev: text for rev in revs if (text := read_text(folder, rev)) is not None}
    VersionStore(document).take_in(known, texts)
    remove(folder, *VERSIONS, old.name)
    prune(folder, revs)
    return len(known.versions)


def _read(path: Path) -> tuple[bytes, NotesFile]:
    content = read(path, below=path.parent)
    if content is None:
        raise InputError(_("this is not there any more"), where=str(path))
    file = parse_notes(decode_text(content.data, str(path)), where=str(path), article="")
    if file.format > FORMAT:
        what = _("this was written by a newer version (format {format})")
        raise InputError(what.format(format=file.format), where=str(path))
    return content.data, file


def _copy_texts(source: Path, target: Path, revs: Iterable[str]) -> None:
    """Keep texts in another folder too.

    Raises:
        StorageError: One could not be written.
    """
    found = {rev: read_text(source, rev) for rev in revs}
    texts = {rev: text for rev, text in found.items() if text is not None}
    for fault in write_texts(target, texts, set(texts), set()) if source != target else ():
        raise StorageError(fault.what, where=fault.where, remedy=fault.remedy)
