"""How a notes file beside an article is named: as the article, or in full where two would share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefing.model.errors import BriefingError
from briefing.model.version import Arrival
from briefing.storage.locations import NOTES_ENDING, article_name, fitting_name
from briefing.storage.plain_files import read, stamp
from briefing.storage.versions import VersionStore

_SIBLINGS = (".md", ".markdown", ".mdown", ".txt", ".text", ".html", ".htm", ".pdf", ".docx")
"""The endings of articles that may lie beside one of the same name."""

_DOCUMENTS = (".docx", ".eml", ".epub", ".htm", ".html", ".mbox", ".pdf", ".xhtml")
"""What documents end with that are no texts themselves."""


def notes_name(article: Path, is_of_sibling: Callable[[Path, Path], bool]) -> str:
    """The name of an article's notes file in the article's own folder.

    ``report.md`` and ``report.txt`` would both have ``report.notes.yaml``. It stays with the one
    that it was made for, and the other one's has the full name. So have those of documents that
    are no texts: ``report.pdf.notes.yaml``.

    Args:
        article: The article's file.
        is_of_sibling: Whether a notes file (the first) was made for another article (the second).
            Only asked where both are there.
    """
    short, full = (
        fitting_name(name, NOTES_ENDING) for name in (article_name(article), article.name)
    )
    notes = article.with_name(short)
    if article.suffix.lower() in _DOCUMENTS or stamp(article.with_name(full)) is not None:
        return full
    if stamp(notes) is not None and any(is_of_sibling(notes, other) for other in _others(article)):
        return full
    return short


def is_of_another(notes: Path, article: Path) -> bool:
    """Whether notes were made for another article of the same name, as far as versions tell."""
    try:
        content = read(notes)
        data = b"" if content is None else content.data
        return not was_noted(article, data) and any(
            was_noted(other, data) for other in _others(article)
        )
    except BriefingError:
        return False


def was_noted(article: Path, notes: bytes) -> bool:
    """Whether a note was made on a text of an article that some notes name.

    Raises:
        InputError: The article's versions cannot be read.
    """
    return any(
        version.rev.encode("ascii") in notes and version.how is Arrival.ANNOTATED
        for version in VersionStore(article).load().versions
    )


def _others(article: Path) -> list[Path]:
    """Articles of the same name with another ending that lie beside one."""
    name = article_name(article)
    found = (article.with_name(name + ending) for ending in _SIBLINGS)
    return [other for other in found if other != article and stamp(other) is not None]
