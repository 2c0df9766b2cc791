"""What a document says, for a library's index and for the list before that knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from briefing.model.errors import BriefingError
from briefing.model.library import Entry, FileState, Indexed, by_name, file_name
from briefing.model.note import Note
from briefing.parsing.reading import open_document as open_text
from briefing.session.notebook import Notebook
from briefing.session.reading import Reading
from briefing.text.revisions import revision_of


def indexed(reading: Reading, path: str, state: FileState) -> Indexed:
    """What an opened document says.

    Args:
        reading: The document.
        path: Its path in the folder of the library.
        state: Its files as they were before it was opened.
    """
    article, front = reading.article, reading.document.front_matter
    notes: tuple[Note, ...] = ()
    fault = None
    if state.notes is not None:
        notebook = reading.take_out_notes()
        notes = tuple(note for note in notebook.notes.notes if not note.is_deleted)
        fault = _notes_fault(notebook)
    said = "\n".join(f"{note.quote} {note.text} {' '.join(note.tags)}" for note in notes)
    entry = Entry(
        path=path,
        title=article.title or file_name(path),
        authors=front.authors,
        site=front.site,
        source=front.source.get("url") or front.source.get("file"),
        published=front.published,
        retrieved=front.source.get("retrieved"),
        language=article.language,
        words=len(article.text.split()),
        characters=len(article.text),
        rev=revision_of(article.text),
        notes=len(notes),
        tags=_unique((*_words(front.extra.get("tags")), *(t for note in notes for t in note.tags))),
        by=_unique(note.by for note in notes if note.by),
        fault=fault,
    )
    return Indexed(state, entry, article.text, said)


def _notes_fault(notebook: Notebook) -> str | None:
    """Why a notes file, or a note in it, cannot be read, in one line; None where all can."""
    if notebook.problem is not None:
        return str(notebook.problem)
    faults = notebook.faults if notebook.notes.unreadable else ()
    more = f" (+{len(faults) - 1})" if len(faults) > 1 else ""
    return f"{faults[0]}{more}" if faults else None


def read_document(
    open_document: Callable[[Path], Reading], folder: Path, path: str, state: FileState
) -> Indexed:
    """A document as the index keeps it; one that cannot be read is kept with the reason.

    Args:
        open_document: Opens one; its errors are `BriefingError`.
        folder: The library's.
        path: The document's path in it.
        state: Its files as they are.
    """
    try:
        return indexed(open_document(folder / path), path, state)
    except BriefingError as error:
        return unreadable(path, state, str(error))


def by_head(path: str, head: str) -> Entry:
    """A document of which only the beginning is known, until it is read.

    Args:
        path: Its path in the folder of the library.
        head: The first characters of its file.
    """
    document = open_text(head, name=file_name(path))
    front = document.front_matter
    return Entry(
        path,
        document.title or file_name(path),
        authors=front.authors,
        site=front.site,
        published=front.published,
        retrieved=front.source.get("retrieved"),
        language=front.language,
    )


def unreadable(path: str, state: FileState, fault: str) -> Indexed:
    """A document that cannot be read, with the reason."""
    return Indexed(state, replace(by_name(path), states=(), fault=fault))


def _unique(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _words(value: object) -> Iterator[str]:
    """Tags as front matter has them: a list of words, or one; whatever else it is gives none."""
    for each in value if isinstance(value, list | tuple) else [value]:
        if isinstance(each, str) and each.strip():
            yield each.strip()
