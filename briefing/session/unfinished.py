"""A note that is being typed, kept against a crash, and taken up again where its passage is now."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.anchoring import describe
from briefing.model.note import Note, NoteState
from briefing.model.reading_state import Draft
from briefing.model.span import Span
from briefing.session.notebook import Notebook, NoteDraft


@dataclass(frozen=True, slots=True)
class Desk:
    """What a note that is being typed is about."""

    draft_id: str
    """The same as long as the dialog is open."""
    span: Span | None
    """The passage; None where it is not in the text."""
    note: Note | None = None
    """The note that is being changed; None for a new one."""
    old: Draft | None = None
    """The draft that is taken up again, if this is one."""


def draft_of(desk: Desk, written: NoteDraft, notebook: Notebook) -> Draft:
    """What to keep of a note that is being typed."""
    rev, at, anchor = notebook.revision, desk.span or Span(0, 0), None
    if desk.note is not None:
        rev, at, anchor = desk.note.rev, desk.note.at, desk.note.anchor
    elif desk.span is not None:
        anchor = describe(notebook.article.text, desk.span)
    elif desk.old is not None:
        return _with_words(desk.old, written, notebook)
    return Draft(
        id=desk.draft_id,
        note_id=None if desk.note is None else desk.note.id,
        rev=rev,
        at=at,
        quote=anchor.quote if anchor else "",
        before=anchor.before if anchor else "",
        after=anchor.after if anchor else "",
        kind=written.kind,
        color=written.color,
        tags=written.tags,
        text=written.text,
        saved=notebook.clock.now(),
    )


def take_up(draft: Draft, notebook: Notebook) -> Desk:
    """Where a draft goes on: at the note it changes, else at its passage as it is now."""
    if draft.note_id is not None:
        note = notebook.notes.find(draft.note_id)
        if note is not None:
            [placed] = notebook.place(note)
            return Desk(draft.id, placed.span, note, draft)
    [placed] = notebook.place(lost_note(draft, notebook))
    return Desk(draft.id, placed.span, None, draft)


def words_of(draft: Draft) -> NoteDraft:
    """What a draft says."""
    return NoteDraft(draft.text, draft.kind, draft.color, draft.tags)


def lost_note(draft: Draft, notebook: Notebook, written: NoteDraft | None = None) -> Note:
    """A draft as a note on the text it was begun on, wherever that passage is now."""
    said = written or words_of(draft)
    now = notebook.clock.now()
    return Note(
        id=notebook.clock.new_id(),
        kind=said.kind,
        by=notebook.author,
        created=now,
        updated=now,
        state=NoteState.OPEN,
        rev=draft.rev,
        at=draft.at,
        quote=draft.quote,
        before=draft.before,
        after=draft.after,
        color=said.color,
        tags=said.tags,
        text=said.text,
    )


def _with_words(draft: Draft, written: NoteDraft, notebook: Notebook) -> Draft:
    return replace(
        draft,
        kind=written.kind,
        color=written.color,
        tags=written.tags,
        text=written.text,
        saved=notebook.clock.now(),
    )
