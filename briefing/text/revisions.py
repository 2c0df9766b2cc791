"""The name of a text: what notes, versions and citations call one state of an article."""

from __future__ import annotations

from hashlib import sha256


def revision_of(text: str) -> str:
    """The name of a reading text: its SHA-256 in UTF-8, 64 hex digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
