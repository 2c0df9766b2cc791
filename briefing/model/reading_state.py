"""What the program remembers of a reader: places, drafts and choices. Losing it costs no work.

Only drafts are an exception: a note that was being typed when the program was killed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Any

from briefing.model.note import NoteKind
from briefing.model.records import dataclass, field, replace
from briefing.model.source import Fingerprint
from briefing.model.span import Place, Span

Stretch = tuple[Place, Place]
"""A part of an article: its first character, and the one after its last."""


@dataclass(frozen=True, slots=True)
class SavedPlace:
    """A spot in an article, with enough words to find it after the article changed."""

    place: Place
    """Where it was; exact while the article's file is the same."""
    before: str = ""
    """Up to 64 characters of the reading text before it."""
    after: str = ""
    """Up to 64 characters of the reading text from it on."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What an article is known by, also when its file is moved or renamed later."""

    path: str | None = None
    """Its file, absolute; None for one without."""
    title: str | None = None
    """Its title when it was read last."""
    revs: tuple[str, ...] = ()
    """The SHA-256 of the reading texts that it was, in hex digits, the newest last."""

    def seen_as(self, path: str | None, title: str | None, rev: str) -> Identity:
        """The same article as it is now."""
        return Identity(path, title, (*(known for known in self.revs if known != rev), rev))


@dataclass(frozen=True, slots=True)
class ReadingState:
    """Where a reader is in one article."""

    place: SavedPlace | None = None
    """Where the reader stopped."""
    read: tuple[str, ...] = ()
    """The sections that have been read, under the names that the session gives them."""
    history: tuple[SavedPlace, ...] = ()
    """The places jumped from and to, oldest first."""
    history_index: int = 0
    """The entry of `history` that going back leads to next; its length after the newest jump."""
    fingerprint: Fingerprint | None = None
    """The article's file when this was saved."""
    seen: tuple[Stretch, ...] = ()
    """What has been in view of sections that are not read yet; holds for this state of the file."""
    identity: Identity = field(default_factory=Identity)
    """Which article it is."""
    percent: int | None = None
    """How much of it was read, 0 to 100; None where earlier versions of the program saved it."""


@dataclass(frozen=True, slots=True)
class UnfinishedNote:
    """A note that is being typed."""

    id: str
    """Letters and digits; the same as long as the dialog is open."""
    note_id: str | None
    """The note that is being edited; None for a new one."""
    rev: str
    """The SHA-256 of the reading text that `at` counts in."""
    at: Span
    """The passage."""
    quote: str
    """The passage in words."""
    before: str = ""
    """Up to 64 characters before it."""
    after: str = ""
    """Up to 64 characters after it."""
    kind: NoteKind = NoteKind.NOTE
    """What it was going to be."""
    color: str | None = None
    """Its colour."""
    tags: tuple[str, ...] = ()
    """Its tags."""
    text: str = ""
    """What was typed."""
    saved: str = ""
    """When, RFC 3339 in UTC."""


class Guide(StrEnum):
    """What guides the eye in the text."""

    NONE = "none"
    DIM = "dim"
    """All but the paragraph at hand is dimmed."""
    RULER = "ruler"
    """The line at hand stands out."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a reader chose in the app, for all articles. None or missing: nothing was chosen."""

    theme: str | None = None
    """The name of a theme; empty: what the settings say."""
    width: int | None = None
    """The widest line of the article, in cells."""
    shown: Mapping[str, bool] = field(default_factory=dict)
    """Whether a pane is shown, by its name."""
    sizes: Mapping[str, int] = field(default_factory=dict)
    """How wide or high a pane is, in cells, by its name."""
    wrap_code: bool | None = None
    """Whether long lines of code go on below; otherwise they are cut and scroll sideways."""
    searches: tuple[str, ...] | None = None
    """What was searched for, the newest last."""
    is_oriented: bool | None = None
    """Whether the reader was told once how to begin."""
    guide: Guide | None = None
    """What guides the eye."""
    marks: Mapping[str, bool] = field(default_factory=dict)
    """Whether a group of marks is drawn, by its name."""
    pace: Mapping[str, int] = field(default_factory=dict)
    """How fast the reader is, as far as known: characters, and the seconds they took."""
    is_dark: bool | None = None
    """Whether the terminal was dark when it last said so; no choice, but needed as early."""

    def changed(self, by: Choices) -> Choices:
        """These choices with the newer ones of ``by`` in their place."""
        return replace(self, **{each.name: self._newer(each.name, by) for each in fields(self)})

    def _newer(self, name: str, by: Choices) -> Any:
        """What holds of one field: of a mapping each entry by itself."""
        mine, theirs = getattr(self, name), getattr(by, name)
        if isinstance(mine, Mapping):
            return {**mine, **theirs}
        return mine if theirs is None else theirs
