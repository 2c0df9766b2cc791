"""What the bytes of a document say about its format, before they are decoded."""

from __future__ import annotations

import re

_BEGINNING = 1024
"""Bytes that are looked at."""
_HTML_BEGINNINGS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")
_FRAGMENT = re.compile(rb"(?i)\s*<(?:article|div|main|section|h1|p)(?:\s[^<>]*)?>")
"""What a piece of a page begins with that somebody copied."""


_FEED = re.compile(rb"<(?:rss|feed|(?:\w+:)?RDF)[\s>]")
_ZIP = b"PK\x03\x04"
_DIRECTORY = 1_000_000
"""Bytes at the end of a ZIP file in which its directory is looked for."""
_CONTAINER = b"META-INF/container.xml"
_WORD_TEXT = re.compile(rb"word/document\d*\.xml")
"""Its name in a Word document; Microsoft's own web editor gives it a number."""
_HEADERS = 16_384
_HEADER = re.compile(rb"(?m)^([A-Za-z][A-Za-z-]*):[ \t]")
_DIGEST = re.compile(rb"(?m)^-{70}\r?\n\s*^(?:Message: \d+\r?\n)?(?=[\w-]+: )")
_ENVELOPE = re.compile(rb"From .*\d{4}")
_MAIL_HEADERS = frozenset(
    (b"from", b"to", b"subject", b"date", b"message-id", b"received", b"mime-version")
)


def is_nothing_known(_data: bytes) -> bool:
    """For a format that its bytes do not tell."""
    return False


def is_html(data: bytes) -> bool:
    """Whether this is a whole web page."""
    beginning = data[:_BEGINNING].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return beginning.startswith(_HTML_BEGINNINGS)


def is_html_fragment(data: bytes) -> bool:
    """Whether this is a piece of a web page."""
    return _FRAGMENT.match(data) is not None


def is_pdf(data: bytes) -> bool:
    """Whether this is a PDF; readers take one with something before its first line, too."""
    return b"%PDF-" in data[:_BEGINNING]


def is_feed(data: bytes) -> bool:
    """Whether this is a feed: RSS, Atom or JSON Feed."""
    beginning = data[:_BEGINNING].removeprefix(b"\xef\xbb\xbf").lstrip()
    if beginning.startswith(b"{"):
        return b"jsonfeed.org/version/" in beginning
    return beginning.startswith(b"<") and _FEED.search(beginning) is not None


def is_packed(data: bytes) -> bool:
    """Whether this is an archive, or a document of an office program that is packed in one."""
    return data.startswith(
        (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc")
    )


def is_office(data: bytes) -> bool:
    """Whether this is RTF, or a document of an old Word."""
    return data.startswith((b"{\\rtf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))


def is_epub(data: bytes) -> bool:
    """Whether this is a book: its first file says so (EPUB 3.3, 4.3), or it has a book's container.

    Books that were packed by hand often have their first file elsewhere, or packed as well.
    """
    is_marked = b"mimetypeapplication/epub+zip" in data[:100]
    return data.startswith(_ZIP) and (is_marked or _CONTAINER in data[-_DIRECTORY:])


def is_docx(data: bytes) -> bool:
    """Whether this is a Word document: the directory at its end names its text."""
    return data.startswith(_ZIP) and _WORD_TEXT.search(data[-_DIRECTORY:]) is not None


def is_mail(data: bytes) -> bool:
    """Whether this begins as letters do: with several of their headers."""
    head = re.split(rb"\r?\n\r?\n", data[:_HEADERS], maxsplit=1)[0]
    names = {name.lower() for name in _HEADER.findall(head)}
    return _HEADER.match(data) is not None and len(names & _MAIL_HEADERS) >= 3


def is_mailbox(data: bytes) -> bool:
    """Whether this is a mailbox or a digest: what begins its first letter, and headers below."""
    first, _end, others = data[:_HEADERS].partition(b"\n")
    if _ENVELOPE.match(first) is not None:
        return is_mail(others)
    digest = _DIGEST.search(data, 0, _HEADERS)
    return digest is not None and is_mail(data[digest.end() : digest.end() + _HEADERS])
