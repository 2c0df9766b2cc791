"""Values of notes in words: what is compared where two people changed one field, and kept."""

from __future__ import annotations

from briefing.model.note import About, Conflict, Note, Via, Was
from briefing.model.span import Span
from briefing.text.strict_yaml_writer import flow

Words = str | tuple[str, ...] | None
"""A value as a conflict keeps it."""


def was_order(was: Was) -> tuple[str, ...]:
    """The order of earlier wordings: the oldest first."""
    return was.date, was.rev, was.quote, flow(was.extra)


def place(note: Note) -> tuple[str, Span, str, str, str]:
    """All that says where a note is."""
    # These belong together: offsets without the text that they count in mean nothing.
    return note.rev, note.at, note.quote, note.before, note.after


def place_words(place: tuple[str, Span, str, str, str]) -> tuple[str, ...]:
    """A place in words, to be kept among conflicts."""
    rev, at, quote, before, after = place
    return rev, str(at.start), str(at.end), quote, before, after


def via_words(via: Via | None) -> Words:
    """Where a note came from, in words."""
    return None if via is None else (via.system, via.id or "", flow(via.extra))


def about_words(about: About | None) -> Words:
    """The passage of another document, in words."""
    if about is None:
        return None
    ends = (str(about.at.start), str(about.at.end))
    return about.document, about.rev, *ends, about.quote, flow(about.extra)


def conflict_key(conflict: Conflict) -> tuple[object, ...]:
    """What makes two conflicts one."""
    return conflict.field, conflict.updated, conflict.by, conflict.value, flow(conflict.extra)
