"""What the bytes of a document say about its format, before they are decoded."""

from __future__ import annotations

import re

_BEGINNING = 1024
"""Bytes that are looked at."""
_HTML_BEGINNINGS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")
_FRAGMENT = re.compile(rb"(?i)\s*<(?:article|div|main|section|h1|p)(?:\s[^<>]*)?>")
"""What a piece of a page begins with that somebody copied."""


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
