"""Reading an article whose file may be of any format that can be imported."""

from __future__ import annotations

from pathlib import Path

from briefing.model.source import Source
from briefing.storage.sources import load_path
from briefing.text.decoding import decode_text


def load_article(path: Path) -> Source:
    """Read the article in a file of any format that can be imported; errors as in `load_path`."""
    return load_path(path, as_article)


def as_article(data: bytes, where: str, name: str) -> str:
    """The text of a document of any format that can be imported."""
    if name.lower().endswith(".md"):
        return decode_text(data, where)  # what it says of itself is all there is to know
    from briefing.model.original import Original
    from briefing.session.documents import article_text

    return article_text(Original(data, where, name))
