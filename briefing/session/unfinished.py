"""A note that is being typed: kept against a crash, and put where its passage is by then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.model.anchor import Anchor, MatchState
from briefing.model.note import Note
from briefing.model.reading_state import UnfinishedNote
from briefing.model.span import Span
from briefing.session.note_draft import NoteDraft

if TYPE_CHECKING:  # anchors are loaded with the notes
    from briefing.session.notebook import Notebook


def begin(notebook: Notebook, span: Span | None, note: Note | None = None) -> UnfinishedNote:
    """Begin to type a note.

    Args:
        notebook: Where it will go.
        span: The passage of a new note; None for a note that has one.
        note: The note that is changed; None for a new one.
    """
    anchor, rev = notebook.anchor_of(span or Span(0, 0)), notebook.revision
    if note is not None:
        anchor, rev = note.anchor, note.rev
    return UnfinishedNote(
        id=notebook.clock.new_id(),
        note_id=None if note is None else note.id,
        rev=rev,
        at=anchor.span or Span(0, 0),
        quote=anchor.quote,
        before=anchor.before,
        after=anchor.after,
    )


def with_words(draft: UnfinishedNote, written: NoteDraft, now: str) -> UnfinishedNote:
    """The draft with what is typed so far."""
    return replace(
        draft,
        kind=written.kind,
        color=written.color,
        tags=written.tags,
        text=written.text,
        saved=now,
    )


def words_of(draft: UnfinishedNote) -> NoteDraft:
    """What a draft says."""
    return NoteDraft(draft.text, draft.kind, draft.color, draft.tags)


def finish(
    draft: UnfinishedNote, written: NoteDraft, notebook: Notebook, since: Note | None
) -> str:
    """Make a note of what was typed; its passage may have moved or gone meanwhile.

    Args:
        draft: What was begun.
        written: What is to be saved.
        notebook: Takes it.
        since: The note as it was when somebody began to change it.

    Returns:
        The id of the note.

    Raises:
        StorageError: It could not be saved; nothing has changed.
    """
    if draft.note_id is not None and (since or notebook.notes.find(draft.note_id)):
        notebook.edit(draft.note_id, written, since)
        return draft.note_id
    anchor = Anchor(draft.quote, draft.before, draft.after, draft.at)
    note = notebook.compose(anchor, draft.rev, written)
    [placed] = notebook.place(note)
    if placed.span is not None and placed.match.state is MatchState.ANCHORED:
        note = notebook.moved(note, placed.span)
    notebook.take_in([note])
    return note.id
