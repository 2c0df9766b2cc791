"""The text of an article as it came in, before anything is parsed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Tells one state of a file from another without reading it."""

    modified_ns: int
    """When it was last written: nanoseconds since 1970."""
    size: int
    """In bytes."""
    inode: int
    """Changes when an editor replaces the file instead of writing into it."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article's text with what is known about where it came from."""

    name: str
    """The file name without its ending; ``-`` for standard input."""
    path: Path | None
    """The file, absolute; None for standard input."""
    text: str
    """All of it, front matter included, without a byte order mark."""
    shipped: bool = False
    """Whether it comes with the program."""
    fingerprint: Fingerprint | None = None
    """The state of the file when it was read; None for standard input."""

    @property
    def modified(self) -> float | None:
        """When the file was last written, in seconds since 1970; None for standard input."""
        return None if self.fingerprint is None else self.fingerprint.modified_ns / 1e9
