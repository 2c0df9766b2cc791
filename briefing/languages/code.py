"""Language codes: the part of a BCP 47 tag that the words of a language are kept under."""

from __future__ import annotations


def base_language(language: str | None) -> str:
    """The language itself without script or region: ``it`` for ``it-CH``; "" for None."""
    if language is None:
        return ""
    return language.replace("_", "-").partition("-")[0].lower()
