"""A reader's note, and all the notes of one article.

The file format is described in docs/formats.md. Times are RFC 3339 strings in UTC that end in Z, so
they sort as text. What is derived (where a note is today) is no part of a note: see `anchor.Match`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from briefing.model import records
from briefing.model.anchor import Anchor
from briefing.model.records import dataclass, field
from briefing.model.span import Span


class NoteKind(StrEnum):
    """What a note is."""

    HIGHLIGHT = "highlight"
    NOTE = "note"
    QUESTION = "question"
    CORRECTION = "correction"
    BOOKMARK = "bookmark"


class NoteState(StrEnum):
    """Where a note stands. A deleted one is kept, so that a merge knows."""

    OPEN = "open"
    RESOLVED = "resolved"
    DELETED = "deleted"


NOTE_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")
"""What an id may be: also the ids that other programs give."""

SHA256 = re.compile(r"[0-9a-f]{64}")
"""A text's name. It becomes a file name, so nothing else will do."""

COLORS = ("yellow", "green", "blue", "pink", "orange", "purple")
"""The colours a note may have; each theme says how they look."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """What lost in a merge, kept until someone clears it."""

    field: str
    """The key of the note that two people changed."""
    value: str | tuple[str, ...] | None
    """The value that lost."""
    by: str
    """Who wrote it."""
    updated: str
    """When."""
    extra: Mapping[str, object] = records.field(default_factory=dict)
    """Keys that this version does not know, kept as they were read."""


@dataclass(frozen=True, slots=True)
class Via:
    """Where an imported note came from."""

    system: str
    """For example ``hypothesis``."""
    id: str | None
    """Its name there."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys that this version does not know, kept as they were read."""


@dataclass(frozen=True, slots=True)
class Was:
    """A wording that a note's passage had, until someone accepted the new one."""

    quote: str
    """The words."""
    rev: str
    """The SHA-256 of the reading text that had them, 64 hex digits."""
    date: str
    """When the new wording was accepted, RFC 3339 in UTC."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys that this version does not know, kept as they were read."""


@dataclass(frozen=True, slots=True)
class About:
    """A passage of another document that a note is about, too."""

    document: str
    """The document, by its path from the folder of the note's article, ``/`` between the parts."""
    rev: str
    """64 hex digits: the SHA-256 of the reading text that `at` counts in."""
    at: Span
    """The passage in that text."""
    quote: str
    """The passage in words."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys that this version does not know, kept as they were read."""
    now: str | None = field(default=None, compare=False)
    """The words that stand there now, where somebody looked and they are others; never kept."""


def with_wording(known: tuple[Was, ...], more: Was) -> tuple[Was, ...]:
    """Earlier wordings and one more, each once: the same words of the same text are one wording."""
    if any((was.rev, was.quote) == (more.rev, more.quote) for was in known):
        return known
    return (*known, more)


@dataclass(frozen=True, slots=True)
class Note:
    """A note on a passage."""

    id: str
    """As `NOTE_ID` has it; never changes."""
    kind: NoteKind
    """What it is."""
    by: str
    """Who wrote it."""
    created: str
    """When, RFC 3339 in UTC; empty where the program that it was imported from does not say."""
    updated: str
    """When it was last changed, RFC 3339 in UTC; empty like `created`."""
    state: NoteState
    """Open, resolved or deleted."""
    rev: str
    """64 hex digits: the SHA-256 of the reading text (UTF-8) that `at` counts in."""
    at: Span
    """The passage in that text."""
    quote: str
    """The passage in words."""
    before: str = ""
    """Up to 64 characters before it."""
    after: str = ""
    """Up to 64 characters after it."""
    color: str | None = None
    """One of `COLORS`, or another word that a future version may know."""
    tags: tuple[str, ...] = ()
    """In the order they were given, each once."""
    text: str = ""
    """What the reader wrote; empty for a plain highlight or bookmark."""
    was: tuple[Was, ...] = ()
    """The wordings that the passage had before, oldest first, each once."""
    conflicts: tuple[Conflict, ...] = ()
    """What lost in a merge."""
    via: Via | None = None
    """Where it was imported from."""
    about: About | None = None
    """The passage of another document that it ties its own to."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys that this version does not know, kept as they were read."""

    @property
    def anchor(self) -> Anchor:
        """The passage, in the form that finds it again."""
        return Anchor(self.quote, self.before, self.after, self.at)

    @property
    def is_deleted(self) -> bool:
        """Whether it is kept only so that a merge knows."""
        return self.state is NoteState.DELETED


@dataclass(frozen=True, slots=True)
class Revision:
    """A text that notes refer to."""

    sha256: str
    """Of the reading text in UTF-8, 64 hex digits."""
    date: str
    """When it was first met, RFC 3339 in UTC."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys that this version does not know, kept as they were read."""


@dataclass(frozen=True, slots=True)
class UnreadableNote:
    """A note of the file that this version cannot read. It is kept and written back untouched."""

    line_number: int
    """Where it begins in the file, 1-based."""
    reason: str
    """What is wrong with it, in one line."""
    raw: str
    """The lines as they stand in the file."""
    id: str | None = None
    """The note's id, where that much can be made out."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of one article: what a notes file holds."""

    article: str
    """The article's file name without its ending."""
    title: str | None = None
    """The article's title when the notes were last written."""
    language: str | None = None
    """BCP 47."""
    revisions: tuple[Revision, ...] = ()
    """The texts that notes refer to, oldest first."""
    notes: tuple[Note, ...] = ()
    """All of them, deleted ones too, sorted by place, then by time, then by id."""
    unreadable: tuple[UnreadableNote, ...] = ()
    """What could not be read."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys of the file that this version does not know."""

    def find(self, note_id: str) -> Note | None:
        """The note of that id, or None."""
        return next((note for note in self.notes if note.id == note_id), None)
