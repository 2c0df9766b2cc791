"""Merging notes files by their paths, as `briefing notes merge` and git's merge driver do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.model.errors import InputError, NotFoundError
from briefing.model.library_file import LibraryFile
from briefing.model.note import Notes
from briefing.model.version import Versions
from briefing.notes.format import NotesFile, format_notes, join
from briefing.notes.library_file import format_library, is_library, parse_library
from briefing.notes.library_merge import merge_libraries
from briefing.notes.parse import parse_notes
from briefing.notes.versions import format_versions, is_versions, merge_versions, parse_versions
from briefing.notes.writer import FORMAT
from briefing.storage.plain_files import read
from briefing.text.decoding import decode_text
from briefing.text.i18n import _


def merge_files(base: Path | None, ours: Path, theirs: Path) -> str:
    """The text of the merged file, of notes, versions or a library; nothing is written.

    Args:
        base: What both started from. An empty file counts as none: git gives one where both sides
            have created the file.
        ours: One version; its layout and its untouched lines are kept.
        theirs: The other version.

    Raises:
        NotFoundError: If a file is not there.
        InputError: If a file cannot be read, or is of a newer format; a `FormatError` names the
            line.
    """
    texts = [_text(path) for path in (ours, theirs)]
    if any(map(is_versions, texts)):
        named = zip(texts, (ours, theirs), strict=True)
        both = [_versions(text, path) for text, path in named]
        return format_versions(merge_versions(*both))
    if any(map(is_library, texts)):
        start = None if base is None else _library(_text(base), base)
        mine, other = (
            _library(text, path) for text, path in zip(texts, (ours, theirs), strict=True)
        )
        return format_library(merge_libraries(start, mine, other))
    return _merged_notes(base, ours, theirs, texts)


def _merged_notes(base: Path | None, ours: Path, theirs: Path, texts: Sequence[str]) -> str:
    ancestor = None if base is None else _load(_text(base), base)
    mine, other = _load(texts[0], ours), _load(texts[1], theirs)
    if mine is None or other is None:
        # Nothing was ever saved on one side, or everything is: the other side is the result.
        left = mine or other or NotesFile(Notes(article=""))
        return format_notes(left.notes, left)
    joined = join(ancestor, mine, other)
    return format_notes(joined.notes, joined)


def _text(path: Path) -> str:
    """What a file says; nothing where it is empty."""
    content = read(path)
    if content is None:
        raise NotFoundError(_("there is no such file"), where=str(path))
    if not content.data or content.data.isspace():
        return ""
    return decode_text(content.data, str(path))


def _versions(text: str, path: Path) -> Versions:
    return parse_versions(text, where=str(path)) if text else Versions("")


def _library(text: str, path: Path) -> LibraryFile:
    return parse_library(text, where=str(path)) if text else LibraryFile()


def _load(text: str, path: Path) -> NotesFile | None:
    """Read a notes file; None where it is empty."""
    if not text:
        return None
    found = parse_notes(text, where=str(path))
    if found.format > FORMAT:
        what = _("this was written by a newer version (format {format})")
        raise InputError(what.format(format=found.format), where=str(path))
    return found
