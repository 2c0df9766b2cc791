"""The real store of an article's notes: beside the article, or where the user wants them."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from briefing.model.article import Article
from briefing.model.errors import BriefingError
from briefing.model.source import Source
from briefing.model.version import Arrival
from briefing.parsing.reading import open_document
from briefing.session.ports import NotesPort
from briefing.storage.locations import notes_path, own_notes_path, state_folder
from briefing.storage.notes_naming import notes_name, was_noted
from briefing.storage.notes_overlaid import OverlaidNotes
from briefing.storage.notes_store import NotesStore
from briefing.storage.plain_files import read, stamp
from briefing.storage.versions import VersionStore
from briefing.text.revisions import revision_of


def open_store(
    source: Source, article: Article, notes_file: Path | None, folder: Path | None
) -> NotesPort:
    """The notes store of an article. Nothing is created.

    Args:
        source: The article's file.
        article: The article itself.
        notes_file: What the user named on the command line.
        folder: The ``notes_folder`` of the settings.
    """

    def store(path: Path) -> NotesStore:
        return NotesStore(
            path,
            state_folder=state_folder(),
            article=source.name,
            title=article.title,
            language=article.language,
            document=None if source.shipped else source.path,
        )

    if notes_file is not None or folder is not None or source.path is None or source.shipped:
        return store(notes_path(source, notes_file, title=article.title, folder=folder))
    own = own_notes_path(source, title=article.title)
    path = source.path
    name = notes_name(path, lambda notes, other: _is_of(other, notes, path, article.text))
    beside = store(source.path.with_name(name))
    is_plain = beside.can_be_written and stamp(own) is None
    return beside if is_plain else OverlaidNotes(beside, store(own))


def _is_of(other: Path, notes: Path, article: Path, text: str) -> bool:
    """Whether notes were made for another article than this one, going by the texts they name.

    Where both have the same text, they are of the one whose versions say that it was noted; so
    they are where the text was edited since, and is none of those that they name.
    """
    from briefing.cli.articles import load_article

    try:
        content = read(notes)
        if content is None:
            return False
        if _digits(text) in content.data:
            return _is_noted(other, text) and not _is_noted(article, text)
        if was_noted(article, content.data):
            return False
        if was_noted(other, content.data):
            return True
        source = load_article(other)
        document = open_document(source.text, name=source.name, where=str(other))
        return _digits(document.article().text) in content.data
    except BriefingError:
        return False


def _is_noted(article: Path, text: str) -> bool:
    """Whether a note was made on an article while it had this text."""
    rev = revision_of(text)
    return any(
        version.rev == rev and version.how is Arrival.ANNOTATED
        for version in VersionStore(article).load().versions
    )


def _digits(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest().encode("ascii")
