"""The door of the room: a file's text becomes a document."""

from __future__ import annotations

from briefing.parsing.document import MarkdownDocument


def clean(source: str) -> str:
    """Drop a byte order mark and carriage returns."""
    source = source.removeprefix("\ufeff")
    return source.replace("\r", "") if "\r" in source else source


def open_document(source: str, *, name: str, where: str | None = None) -> MarkdownDocument:
    """Open an article without parsing more of it than its beginning.

    Args:
        source: The whole file.
        name: The file name without its ending; ``-`` for standard input.
        where: How faults name the file; the name unless given.
    """
    source = clean(source)
    if not source.startswith("---"):
        return MarkdownDocument(source, name=name)
    from briefing.parsing.front_matter import read_front_matter  # noqa: PLC0415 - 10 ms

    read = read_front_matter(source, where or name)
    return MarkdownDocument(
        source, name=name, front_matter=read.front_matter, faults=read.faults, body=read.body
    )
