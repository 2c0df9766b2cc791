"""The texts that an article has been, one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Arrival(StrEnum):
    """How a version came to be kept."""

    ADDED = "added"
    """Somebody took the article in."""
    FETCHED = "fetched"
    """It came from its address."""
    ANNOTATED = "annotated"
    """Somebody wrote a note on it."""
    EDITED = "edited"
    """Somebody changed the article by hand."""


@dataclass(frozen=True, slots=True)
class Version:
    """A text that an article has been."""

    rev: str
    """64 hex digits: the SHA-256 of the reading text in UTF-8."""
    date: str
    """When it was kept first, RFC 3339 in UTC."""
    how: Arrival
    """How it came."""
    original: str | None = None
    """The SHA-256 of the bytes that the article was made of, 64 hex digits."""
    made_by: str | None = None
    """What read those bytes; another reader may make another text of the same original."""
    media_type: str | None = None
    """What the original is, as in ``text/html``."""
    address: str | None = None
    """Where it came from."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys that this program does not know, kept as they were read."""


@dataclass(frozen=True, slots=True)
class Versions:
    """All that is kept of one article's texts."""

    article: str
    """The article's full file name."""
    versions: tuple[Version, ...] = ()
    """Each text once, the oldest first."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys of the file that this program does not know."""

    def find(self, rev: str) -> Version | None:
        """The version of that text, or None."""
        return next((version for version in self.versions if version.rev == rev), None)


@dataclass(frozen=True, slots=True)
class Incoming:
    """What comes into a library: a text that is kept as a version, perhaps with its article."""

    path: str
    """The article, from the library's folder, with ``/`` between the parts."""
    version: Version | None
    """The version; None where it is kept already."""
    text: str
    """Its reading text."""
    markdown: str | None
    """The article's file as it is to be; None where it stays as it is."""


@dataclass(frozen=True, slots=True)
class LastReading:
    """The text of an article when its reader read it last."""

    rev: str
    """The SHA-256 of the text, 64 hex digits."""
    date: str
    """When, RFC 3339 in UTC."""
    text: str
    """The reading text."""
