"""File names in an index: those that are no UTF-8, too, which SQLite takes as bytes only."""

from __future__ import annotations

import json
import os


def key_of(path: str) -> str | bytes:
    """A path as SQLite takes it."""
    return path if _is_text(path) else os.fsencode(path)


def path_of(key: str | bytes) -> str:
    """The path of a key."""
    return key if isinstance(key, str) else os.fsdecode(key)


def json_of(value: object) -> str:
    """JSON that SQLite takes."""
    said = json.dumps(value, ensure_ascii=False)
    return said if _is_text(said) else json.dumps(value)


def searched(text: str) -> str:
    """A text to be searched; of what is no character a stand-in is."""
    return text if _is_text(text) else text.encode("utf-8", "replace").decode("utf-8")


def _is_text(words: str) -> bool:
    """Whether there is no half character in it, as names have that are no UTF-8."""
    try:
        words.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
