"""A library: the documents of some folders, and where words were found in them.

A document is named by its folder and its path in it (``/`` between the parts, NFC), as files of
ours name it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from briefing.model.records import dataclass
from briefing.model.source import Fingerprint
from briefing.model.span import Span


@dataclass(frozen=True, slots=True)
class FileState:
    """The state of a document's files: while it is the same, nothing is read again."""

    article: Fingerprint
    """The article's own file."""
    notes: Fingerprint | None
    """Its notes file; None where there is none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a library knows of a document without opening it."""

    path: str
    """Its path in the folder of the library."""
    title: str
    """Its title; its file name where it has none."""
    authors: tuple[str, ...] = ()
    """Who wrote it."""
    site: str | None = None
    """Where it was published."""
    source: str | None = None
    """The address or the file that it came from."""
    published: str | None = None
    """When, an ISO 8601 date or time."""
    retrieved: str | None = None
    """When it came into the library, where that is known; RFC 3339 in UTC."""
    language: str | None = None
    """BCP 47."""
    words: int = 0
    """How many words its text has."""
    characters: int = 0
    """How long its reading text is."""
    rev: str | None = None
    """The SHA-256 of its reading text."""
    notes: int = 0
    """How many notes stand on it, deleted ones not counted."""
    tags: tuple[str, ...] = ()
    """The tags of its notes and of its front matter, each once."""
    by: tuple[str, ...] = ()
    """Who wrote its notes."""
    states: tuple[str, ...] | None = None
    """The states that it names, ISO 3166-1 codes; None while they were not looked for."""
    fault: str | None = None
    """Why it, or its notes file, cannot be read, in one line."""
    percent: int = 0
    """How much of it was read, 0 to 100. No part of the index, as `standings`."""
    standings: tuple[str, ...] = ()
    """How it stands with the reader: `query.Standing`. No part of the index: each reader's own."""

    @property
    def since(self) -> str:
        """Since when it is new: from its date on, as a rule.

        From its arrival on where it has no date, or one that was to come and would keep it on top.
        """
        return min(filter(None, (self.published, self.retrieved)), default="")


@dataclass(frozen=True, slots=True)
class Indexed:
    """A document with the words by which it is found."""

    state: FileState
    """Its files as they were when it was read."""
    entry: Entry
    """What is shown of it."""
    text: str = ""
    """Its reading text."""
    said: str = ""
    """What its notes say."""


class HitKind(StrEnum):
    """What words were found in."""

    TITLE = "title"
    TEXT = "text"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where words of a query stand."""

    kind: HitKind
    """Where."""
    span: Span | None
    """The words in the reading text, or the passage of the note; None for an orphan's note."""
    line_number: int | None
    """The line of the source that it comes from, 1-based, where it has one."""
    snippet: str
    """The words with those around them, on one line."""
    note: str | None = None
    """The id of the note."""


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document for which a query holds."""

    entry: Entry
    """The document."""
    hits: tuple[Hit, ...]
    """Where its words stand: title, text and notes, each in their order; empty where the query has
    only conditions."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """The part of a list that is shown first, found without reading all of it."""

    entries: tuple[Entry | None, ...]
    """The documents of its rows; None for one whose files are not as they were when it was read."""
    above: int = 0
    """How many rows of the list stand above them."""
    shared: frozenset[str] = frozenset()
    """Their titles that other documents have too."""
    cursor: int = 0
    """The one of them that the cursor stands on, 0-based."""


def by_name(path: str) -> Entry:
    """A document of which nothing is known but its path."""
    return Entry(path, file_name(path))


def file_name(path: str) -> str:
    """The last part of a path."""
    return path.rpartition("/")[2]


def shared_titles(entries: Iterable[Entry]) -> frozenset[str]:
    """The titles that several articles have."""
    counts = Counter(entry.title for entry in entries)
    return frozenset(title for title, count in counts.items() if count > 1)
