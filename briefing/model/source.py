"""The text of an article as it came in, before anything is parsed."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from briefing.model.records import dataclass, field, replace


def is_markdown_name(name: str) -> bool:
    """Whether a file is Markdown by its name: it is its own text, and never long in coming."""
    return name.lower().endswith(".md")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Tells one state of a file from another without reading it."""

    modified_ns: int
    """When it was last written: nanoseconds since 1970."""
    size: int
    """In bytes."""
    inode: int
    """Changes when an editor replaces the file instead of writing into it."""


class Rest(Protocol):
    """Reads the whole of a document whose beginning is open already."""

    def begin(self) -> None:
        """Begin to read it, so that it is there sooner; returns at once."""

    def read(self) -> Text:
        """The whole document: slow, and to be called in a thread.

        Raises:
            BriefingError: It cannot be read; or `stop` was called meanwhile.
        """

    def stop(self) -> None:
        """Nobody waits for it any more."""


@dataclass(frozen=True, slots=True)
class Text:
    """What a document says, as Markdown."""

    words: str
    """All of it, or its beginning; front matter included, without a byte order mark."""
    remarks: tuple[str, ...] = ()
    """What a reader should know of how it was read: a wall, an encoding, what was left out."""
    rest: Rest | None = field(default=None, compare=False)
    """Reads all of it, where these words are only its beginning."""


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
    remarks: tuple[str, ...] = ()
    """What a reader should know of how it was read."""
    rest: Rest | None = field(default=None, compare=False)
    """Reads all of the document, where the text is only its beginning."""

    @property
    def is_beginning(self) -> bool:
        """Whether the text is only the beginning of the document, and the rest is to follow."""
        return self.rest is not None

    def whole(self) -> Source:
        """The source with all of the document: slow where it is a beginning, and for a thread.

        Raises:
            BriefingError: The rest cannot be read.
        """
        if self.rest is None:
            return self
        text = self.rest.read()
        return replace(self, text=text.words, remarks=text.remarks, rest=None)
