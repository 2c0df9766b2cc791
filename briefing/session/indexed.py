"""What a document says, for a library's index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model.library import Entry, FileState, Indexed
from briefing.model.note import Note
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
        fault = None if notebook.problem is None else str(notebook.problem)
    said = "\n".join(f"{note.quote} {note.text} {' '.join(note.tags)}" for note in notes)
    entry = Entry(
        path=path,
        title=article.title or file_name(path),
        authors=front.authors,
        site=front.site,
        source=front.source.get("url") or front.source.get("file"),
        published=front.published,
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


def unreadable(path: str, state: FileState, fault: str) -> Indexed:
    """A document that cannot be read, with the reason."""
    return Indexed(state, Entry(path, file_name(path), states=(), fault=fault))


def file_name(path: str) -> str:
    """The last part of a path."""
    return path.rpartition("/")[2]


def _unique(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _words(value: object) -> Iterator[str]:
    """Tags as front matter has them: a list of words, or one; whatever else it is gives none."""
    for each in value if isinstance(value, list | tuple) else [value]:
        if isinstance(each, str) and each.strip():
            yield each.strip()
