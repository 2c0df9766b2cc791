"""What changes of notes come to, as values: nothing here is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from briefing.model.anchor import Anchor, Match
from briefing.model.article import Article
from briefing.model.note import Note, Notes, Revision, Was, with_wording
from briefing.model.span import Span
from briefing.notes.merge import merge_note
from briefing.session.note_draft import NoteDraft, unique_tags


def edited(before: Note, current: Note, draft: NoteDraft, now: str) -> Note | None:
    """A note that says what somebody typed, with what others wrote into it meanwhile.

    Args:
        before: The note as it was when the change was begun.
        current: The note as it is.
        draft: What it should say.
        now: The present second.

    Returns:
        The changed note; None where nothing was changed.
    """
    wanted = replace(
        before,
        text=draft.text,
        kind=draft.kind,
        color=draft.color,
        tags=unique_tags(draft.tags),
        updated=before.updated,
    )
    if wanted == before:
        return None
    return merge_note(before, replace(wanted, updated=now), current)


def passage_fields(anchor: Anchor, span: Span, revision: str) -> dict[str, Any]:
    """The fields of a note that say where it is, by name.

    Args:
        anchor: How the passage is found again.
        span: The passage.
        revision: The SHA-256 of the text that it counts in.
    """
    return {
        "rev": revision,
        "at": span,
        "quote": anchor.quote,
        "before": anchor.before,
        "after": anchor.after,
    }


def accepted_wordings(note: Note, match: Match, now: str) -> tuple[Was, ...]:
    """The wordings that a note had before, once the words that stand there now are accepted."""
    if not match.changed:
        return note.was
    return with_wording(note.was, Was(note.quote, note.rev, now))


def about(article: Article, notes: Notes, revisions: Iterable[str], now: str) -> Notes:
    """Notes as a file on an article as it is now, with all texts that they count in.

    Args:
        article: The article.
        notes: The notes.
        revisions: The SHA-256 of the texts that are kept with them.
        now: The present second, for texts that are new.
    """
    there = {revision.sha256 for revision in notes.revisions}
    new = (Revision(sha256, now) for sha256 in revisions if sha256 not in there)
    return replace(
        notes,
        article=article.name,
        title=article.title,
        language=article.language,
        revisions=(*notes.revisions, *new),
    )
