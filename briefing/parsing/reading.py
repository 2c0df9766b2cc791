"""The door of the room: a file's text becomes a document."""

from __future__ import annotations

import re

from briefing.parsing.document import MarkdownDocument

_ENDS = {"---": ("\n---", "\n..."), "+++": ("\n+++",), "% ": ("\n",)}
"""What a text with front matter begins with, and how its end is told."""
_LONG_CHARACTERS = 200_000
"""A text of this length takes a few milliseconds until it is known how it is cut."""
_BEGINNING_CHARACTERS = 64_000
"""More than the largest screen shows."""
_REFERENCE = re.compile(r"\](?!\()")
"""What may be a reference, to a link or a footnote that is defined anywhere in the text."""
_SOFT_HYPHENS = re.compile(r"(?<=[^\W\d_])\u00ad+(?=[^\W\d_])")
"""Where a word may be parted, which nobody sees: figures and names are read as whole words. One at
the end of a line parts a word there."""


def clean(source: str) -> str:
    """Drop a byte order mark, carriage returns, and soft hyphens inside words."""
    source = source.removeprefix("\ufeff")
    source = source.replace("\r", "") if "\r" in source else source
    return with_whole_words(source)


def with_whole_words(text: str) -> str:
    """The same without soft hyphens inside words, as an article is read."""
    return _SOFT_HYPHENS.sub("", text) if "\u00ad" in text else text


def open_document(source: str, *, name: str, where: str | None = None) -> MarkdownDocument:
    """Open an article without parsing more of it than its beginning.

    Args:
        source: The whole file.
        name: The file name without its ending; ``-`` for standard input.
        where: How faults name the file; the name unless given.
    """
    source = clean(source)
    if not source.startswith(tuple(_ENDS)):
        return MarkdownDocument(source, name=name)
    from briefing.parsing.front_matter import read_front_matter  # noqa: PLC0415 - 10 ms

    read = read_front_matter(source, where or name)
    return MarkdownDocument(
        source, name=name, front_matter=read.front_matter, faults=read.faults, body=read.body
    )


def open_beginning(source: str, *, name: str) -> MarkdownDocument | None:
    """Open the beginning of a long article, for its first page to be there sooner.

    Args:
        source: The whole file.
        name: The file name without its ending; ``-`` for standard input.

    Returns:
        A document whose first page is that of the whole; None for a short text, and for one whose
        beginning may depend on what stands further down.
    """
    beginning = source[:_BEGINNING_CHARACTERS]
    if len(source) < _LONG_CHARACTERS or not _is_whole_there(beginning):
        return None
    if _REFERENCE.search(beginning) and "]:" in source:
        return None
    return open_document(beginning, name=name)


def _is_whole_there(beginning: str) -> bool:
    """Whether the front matter of a text, if it has any, is all in its beginning."""
    ends = next((ends for start, ends in _ENDS.items() if beginning.startswith(start)), ("",))
    return any(end in beginning for end in ends)
