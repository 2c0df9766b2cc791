"""What an import gives: notes that have no place in the article yet.

A `ForeignNote` is what another program knows of a note. Which passage it belongs to is found
later, with the article at hand; so an import never fails for want of a place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefing.model.anchor import Anchor
from briefing.model.article import Article
from briefing.model.errors import Fault
from briefing.model.note import About, Conflict, Note, NoteKind, NoteState, Via, Was
from briefing.text.i18n import ngettext
from briefing.text.local_forms import number


@dataclass(frozen=True, slots=True)
class ForeignNote:
    """A note as another program, or another reader's export, tells it."""

    anchor: Anchor
    """The passage. Its span counts in the text named by `rev`, or is a hint; both may be missing.

    An empty quote without a span belongs to the article as a whole.
    """
    kind: NoteKind = NoteKind.NOTE
    """What it is."""
    text: str = ""
    """What its author wrote."""
    tags: tuple[str, ...] = ()
    """In the order they were given, each once."""
    color: str | None = None
    """The colour, in our words."""
    by: str = ""
    """Who wrote it; empty where the other program does not say."""
    created: str | None = None
    """When, RFC 3339 in UTC; None where the other program does not say."""
    updated: str | None = None
    """When it was last changed; None like `created`."""
    state: NoteState = NoteState.OPEN
    """Open, resolved or deleted."""
    via: Via | None = None
    """Where it came from."""
    id: str | None = None
    """Its own id, where it was written by this program."""
    rev: str | None = None
    """The SHA-256 of the text that its span counts in, where it was written by this program."""
    was: tuple[Was, ...] = ()
    """The wordings its passage had before, where it was written by this program."""
    conflicts: tuple[Conflict, ...] = ()
    """What lost in a merge, where it was written by this program."""
    about: About | None = None
    """The passage of another document, where it was written by this program."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys of a later version of this program."""
    work: str = ""
    """The title or address of what it was written on, as the other program has it."""
    chapter: str = ""
    """The heading that the other program names for it."""
    order: tuple[float, ...] | None = None
    """Where it stands in the other program's count (pages, locations, characters): only greater,
    smaller and equal mean something, and only within one work."""

    def as_note(self) -> Note | None:
        """The very note that was exported, or None for a draft of another program."""
        span = self.anchor.span
        if self.id is None or self.rev is None or span is None:
            return None
        if self.created is None or self.updated is None:
            return None
        return Note(
            id=self.id,
            kind=self.kind,
            by=self.by,
            created=self.created,
            updated=self.updated,
            state=self.state,
            rev=self.rev,
            at=span,
            quote=self.anchor.quote,
            before=self.anchor.before,
            after=self.anchor.after,
            color=self.color,
            tags=self.tags,
            text=self.text,
            was=self.was,
            conflicts=self.conflicts,
            via=self.via,
            about=self.about,
            extra=self.extra,
        )


@dataclass(frozen=True, slots=True)
class Imported:
    """All that an import read."""

    drafts: tuple[ForeignNote, ...]
    """The notes, in the order of the file."""
    faults: tuple[Fault, ...] = ()
    """What could not be read, or was left out, one line each."""


def new_drafts(existing: Iterable[Note], drafts: Iterable[ForeignNote]) -> list[ForeignNote]:
    """Those drafts that are not among the notes yet, so that importing twice changes nothing.

    A draft is known by its own id; else by where it came from (`via`); else by its quote, text and
    author. Notes that carry another id of the same system are never taken for it: two highlights of
    one word are two. Deleted notes count, so that what a reader deleted does not come back.

    Args:
        existing: All notes of the article, deleted ones too.
        drafts: What an import gave; of drafts that equal each other only the first is kept.
    """
    known = _Known()
    for note in existing:
        known.add(note.id, note.via, (note.quote, note.text, note.by))
    fresh = []
    for draft in drafts:
        words = (draft.anchor.quote, draft.text, draft.by)
        if not known.has(draft.id, draft.via, words):
            fresh.append(draft)
            known.add(draft.id, draft.via, words)
    return fresh


_Words = tuple[str, str, str]
"""Quote, text, author."""


class _Known:
    """What has been seen, by each of the three ways to know a note again."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._vias: set[tuple[str, str]] = set()
        self._words: dict[_Words, set[str | None]] = {}

    def add(self, note_id: str | None, via: Via | None, words: _Words) -> None:
        if note_id is not None:
            self._ids.add(note_id)
        if via is not None and via.id is not None:
            self._vias.add((via.system, via.id))
        self._words.setdefault(words, set()).add(_named_system(via))

    def has(self, note_id: str | None, via: Via | None, words: _Words) -> bool:
        if note_id is not None:
            return note_id in self._ids
        if via is not None and via.id is not None and (via.system, via.id) in self._vias:
            return True
        others = self._words.get(words, set()) - ({_named_system(via)} - {None})
        return bool(others) and any(words[:2])


def _named_system(via: Via | None) -> str | None:
    """The system that gave a note a name, if one did."""
    return None if via is None or via.id is None else via.system


def for_article(imported: Imported, article: Article) -> Imported:
    """Leave out what was written on other works, where a file holds several.

    E-readers write the notes of a whole library into one file. A draft stays when its work has the
    article's title or name, or when the article has its quote. A file about one work is taken
    whole: the reader chose it.
    """
    works = {draft.work for draft in imported.drafts}
    if len(works) < 2:
        return imported
    titles = {_plain(article.title or ""), _plain(article.name)} - {""}
    text = _plain(article.text)
    kept = tuple(draft for draft in imported.drafts if _is_about(draft, titles, text))
    left_out = len(imported.drafts) - len(kept)
    return Imported(kept, imported.faults + _left_out(left_out))


def _is_about(draft: ForeignNote, titles: set[str], text: str) -> bool:
    quote = _plain(draft.anchor.quote)
    return not draft.work or _plain(draft.work) in titles or (bool(quote) and quote in text)


def _plain(text: str) -> str:
    """Words without case and spacing."""
    return " ".join(text.casefold().split())


def _left_out(count: int) -> tuple[Fault, ...]:
    if not count:
        return ()
    what = ngettext(
        "{count} note on another work was left out",
        "{count} notes on other works were left out",
        count,
    )
    return (Fault(what.format(count=number(count))),)
