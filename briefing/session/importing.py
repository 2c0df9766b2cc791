"""Notes of other programs, taken into the notes of an opened article.

Each finds its passage by its words; what has none is kept as an orphan. Importing a file twice
changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.anchoring.describe import describe
from briefing.exchange.foreign import ForeignNote, for_article, new_drafts
from briefing.exchange.formats import IMPORTS
from briefing.exchange.sniffing import sniff
from briefing.model.anchor import Anchor
from briefing.model.article import Article
from briefing.model.errors import Fault, InputError
from briefing.model.note import Note
from briefing.model.span import Span
from briefing.session.import_places import Passage, import_places
from briefing.session.notebook import Notebook
from briefing.session.reading import Reading
from briefing.text.i18n import _


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did."""

    notes: tuple[Note, ...]
    """The notes that are new."""
    known_count: int
    """How many of the file's notes were there already."""
    faults: tuple[Fault, ...]
    """What could not be read, or was left out."""
    choices: Mapping[str, Sequence[Span]]
    """For each new note whose words stand more than once, by its id: the places it may be about,
    in the order of the text. It is uncertain until somebody chooses."""


def import_notes(reading: Reading, text: str, form: str | None, where: str) -> Taken:
    """Take the notes of a file in, all in one save.

    Args:
        reading: The article that they belong to.
        text: The file.
        form: One of `exchange.IMPORTS`; None to tell it from the text.
        where: The file's name, for messages.

    Raises:
        InputError: It is of none of the formats, or breaks its own; nothing was taken in.
        StorageError: The notes could not be saved; nothing has changed.
    """
    article, notebook = reading.article, reading.take_out_notes()
    parse = IMPORTS[form or _sniffed(text, where)]
    found = for_article(parse(text, against=article.text, where=where), article)
    drafts = [_completed(draft, article, notebook.author) for draft in found.drafts]
    fresh = new_drafts(notebook.notes.notes, drafts)
    # All of the file are placed, so that those known already serve the new ones as neighbours.
    foreign = [draft for draft in drafts if draft.as_note() is None]
    found_at = dict(zip(map(id, foreign), import_places(foreign, article), strict=True))
    passages = [found_at.get(id(draft), Passage(draft.anchor)) for draft in fresh]
    notes = tuple(
        _note(draft, passage.anchor, notebook)
        for draft, passage in zip(fresh, passages, strict=True)
    )
    notebook.take_in(notes)
    choices = {
        note.id: passage.choices
        for note, passage in zip(notes, passages, strict=True)
        if passage.choices
    }
    return Taken(notes, len(drafts) - len(fresh), found.faults, choices)


def _sniffed(text: str, where: str) -> str:
    form = sniff(text)
    if form is None:
        raise InputError(
            _("these are no notes in a known format"),
            where=where,
            remedy=_("known are: {names}").format(names=", ".join(IMPORTS)),
        )
    return form


def _completed(draft: ForeignNote, article: Article, author: str) -> ForeignNote:
    """A draft with an author, and with a passage where it speaks of the article as a whole."""
    draft = replace(draft, by=draft.by or author)
    if draft.anchor.quote or draft.as_note() is not None or not article.text:
        return draft
    whole = Span(0, len(article.title or "") or min(len(article.text), 1))
    return replace(draft, anchor=describe(article.text, whole))


def _note(draft: ForeignNote, anchor: Anchor, notebook: Notebook) -> Note:
    """The note that a draft becomes, at its passage if the text has it."""
    own = draft.as_note()
    if own is not None:
        return own
    return Note(
        id=draft.id or notebook.clock.new_id(),
        kind=draft.kind,
        by=draft.by,
        created=draft.created or "",
        updated=draft.updated or draft.created or "",
        state=draft.state,
        rev=notebook.revision,
        at=anchor.span or Span(0, 0),
        quote=anchor.quote,
        before=anchor.before,
        after=anchor.after,
        color=draft.color,
        tags=draft.tags,
        text=draft.text,
        was=draft.was,
        conflicts=draft.conflicts,
        via=draft.via,
        extra=draft.extra,
    )


def orphan_count(notebook: Notebook, notes: Sequence[Note]) -> int:
    """How many of some notes have no passage in the text."""
    ids = {note.id for note in notes}
    return sum(p.span is None for p in notebook.placed if p.note.id in ids)
