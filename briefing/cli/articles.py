"""Reading an article whose file may be of any format that can be imported."""

from __future__ import annotations

from pathlib import Path

from briefing.model.records import replace
from briefing.model.source import Source, Text, is_markdown_name
from briefing.storage.sources import load_path
from briefing.text.decoding import decode_text


def load_article(path: Path) -> Source:
    """Read the article in a file of any format that can be imported; errors as in `load_path`."""
    return load_path(path, as_article)


def load_opened(path: Path) -> Source:
    """The same for a reader who waits: of a long document only its beginning."""
    return load_path(path, as_opened)


def as_article(data: bytes, where: str, name: str) -> Text:
    """The text of a document of any format that can be imported; it is imported once."""
    if is_markdown_name(name):
        return Text(decode_text(data, where))
    from briefing.model.original import Original
    from briefing.session.documents import read_text
    from briefing.storage import converted

    original = Original(data, where, name)
    text = converted.load(original)
    if text is None:
        text = read_text(original)
        converted.keep(original, text)
    return text


def as_opened(data: bytes, where: str, name: str) -> Text:
    """The same for a reader who waits: of a long document only its beginning, where that helps."""
    if is_markdown_name(name):
        return Text(decode_text(data, where))
    from briefing.model.original import Original
    from briefing.session.documents import read_beginning, read_text
    from briefing.storage import converted

    original = Original(data, where, name)
    kept = converted.load(original)
    if kept is not None:
        return kept
    beginning = read_beginning(original)
    if beginning is None:
        return read_text(original)
    from briefing.cli.apart import ReadApart

    return replace(beginning, rest=ReadApart(original))
