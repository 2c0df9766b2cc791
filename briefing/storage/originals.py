"""Documents that are to be imported: the bytes of a file, of standard input or of a page."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from briefing.storage.encodings import Decoded, declared_in, decode_foreign
from briefing.storage.fetching import fetch, is_url
from briefing.storage.sources import STDIN, read_file, read_stream
from briefing.text.i18n import _

_HTML_TYPES = ("text/html", "application/xhtml+xml")
_HTML_ENDINGS = (".html", ".htm", ".xhtml")
_MARKDOWN_TYPES = ("text/markdown", "text/x-markdown")
_MARKDOWN_ENDINGS = (".md", ".markdown", ".mdown", ".mkd")
_TEXT_ENDINGS = (".txt", ".text")
_HTML_BEGINNINGS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")

_FRAGMENT = re.compile(rb"(?i)\s*<(?:article|div|main|section|h1|p)(?:\s[^<>]*)?>")
"""What a piece of a page begins with that somebody copied."""


@dataclass(frozen=True, slots=True)
class Original:
    """A document as it came in."""

    data: bytes
    """All of it."""
    where: str
    """How messages name it."""
    name: str
    """Its file name, without the folders."""
    url: str | None = None
    """Where it was found on the web."""
    media_type: str | None = None
    """What the server says it is."""
    charset: str | None = None
    """The encoding that the server says."""

    @property
    def sha256(self) -> str:
        """Of the bytes, in hex digits."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def form(self) -> str | None:
        """``html``, ``markdown`` or ``text``; None where only its words can tell."""
        ending = PurePosixPath(self.name).suffix.lower()
        if self.media_type in _HTML_TYPES or ending in _HTML_ENDINGS or self._begins_as_html():
            return "html"
        if self.media_type in _MARKDOWN_TYPES or ending in _MARKDOWN_ENDINGS:
            return "markdown"
        if ending in _TEXT_ENDINGS:
            return "text"
        return "html" if _FRAGMENT.match(self.data) else None

    def _begins_as_html(self) -> bool:
        beginning = self.data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
        return beginning.startswith(_HTML_BEGINNINGS)

    def decode(self) -> Decoded:
        """Its text, in whatever encoding it is.

        Raises:
            InputError: It is empty, binary, or in no encoding that can be told.
        """
        declared = self.charset
        if declared is None and self.form == "html":
            declared = declared_in(self.data)
        return decode_foreign(self.data, self.where, declared)


def load_original(
    source: str,
    stdin: BinaryIO | None = None,
    progress: Callable[[int, int | None], None] = lambda _got, _all: None,
) -> Original:
    """Read a document.

    Args:
        source: A path, an http or https address, or ``-`` for standard input.
        stdin: Where ``-`` reads from.
        progress: Told the bytes of a page as they come in.

    Raises:
        NotFoundError: There is no such file.
        InputError: It cannot be read or fetched.
    """
    if source == STDIN:
        return Original(read_stream(stdin), _("standard input"), "")
    if is_url(source):
        page = fetch(source, progress=progress)
        name = unquote(PurePosixPath(urlsplit(page.url).path).name)
        return Original(page.data, source, name, page.url, page.media_type, page.charset)
    path = Path(source)
    return Original(read_file(path)[0], source, path.name)
