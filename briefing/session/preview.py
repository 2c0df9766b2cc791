"""What a list tells of the article at hand: what it says, in short."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing.model.brief import Brief
from briefing.model.errors import BriefingError
from briefing.model.library import Entry
from briefing.model.note import Note
from briefing.session.reading import Reading

_MOST_NOTES = 12
"""Notes that are told: more than fit beside a list."""


@dataclass(frozen=True, slots=True)
class Preview:
    """An article in short."""

    entry: Entry
    """Which."""
    brief: Brief | None = None
    """Summary, key figures and states; None while they are not known."""
    language: str | None = None
    """What its figures are written in."""
    notes: tuple[Note, ...] = ()
    """The first notes on it."""
    fault: str | None = None
    """Why it cannot be told, in one line."""


def preview_of(entry: Entry, open_document: Callable[[], Reading]) -> Iterator[Preview]:
    """Read and analyse an article for its preview, which is whole at the end.

    It may be stopped after any step.
    """
    try:
        reading = open_document()
        yield Preview(entry)
        maker = reading.begin_brief()
        while maker.step():
            yield Preview(entry)
        brief = reading.keep_brief(maker)
        notes = reading.take_out_notes().notes.notes
    except BriefingError as error:
        yield Preview(entry, fault=str(error))
        return
    kept = tuple(note for note in notes if not note.is_deleted)
    yield Preview(entry, brief, maker.language, kept[:_MOST_NOTES])
