"""What a reader says of a passage, before it is a note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model.anchor import Anchor
from briefing.model.note import About, Note, NoteKind, NoteState
from briefing.model.span import Span
from briefing.session.ports import ClockPort


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """What a reader says of a passage, before it is a note."""

    text: str = ""
    """The note itself."""
    kind: NoteKind = NoteKind.NOTE
    """What it is."""
    color: str | None = None
    """One of `note.COLORS`."""
    tags: tuple[str, ...] = ()
    """In the order they were given."""
    about: About | None = None
    """The passage of another document that it is about, too."""


def new_note(
    anchor: Anchor, revision: str, draft: NoteDraft, author: str, clock: ClockPort
) -> Note:
    """A note that is not kept yet.

    Args:
        anchor: Its passage.
        revision: The SHA-256 of the text that the anchor was taken from.
        draft: What it says.
        author: Who says it.
        clock: Time, and an id that nobody has.
    """
    now = clock.now()
    return Note(
        id=clock.new_id(),
        kind=draft.kind,
        by=author,
        created=now,
        updated=now,
        state=NoteState.OPEN,
        rev=revision,
        at=anchor.span or Span(0, 0),
        quote=anchor.quote,
        before=anchor.before,
        after=anchor.after,
        color=draft.color,
        tags=unique_tags(draft.tags),
        text=draft.text,
        about=draft.about,
    )


def unique_tags(tags: Sequence[str]) -> tuple[str, ...]:
    """Tags without spaces around them, each once, in their order."""
    return tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
