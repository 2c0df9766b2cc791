"""Patterns for texts that are written in the first 256 characters of Unicode alone.

A set with other characters takes ten times as long to compile, 8 ms for a word of ten letters:
whoever looks into one short text after the other waits for that, and not for the texts.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SET = re.compile(r"(\[\^?)((?:\\.|[^\]\\])+)\]", re.DOTALL)
_WIDE = re.compile(r"[^\x00-\xff](?:-[^\x00-\xff])?")


def is_narrow(text: str) -> bool:
    """Whether a text is written in the first 256 characters of Unicode alone."""
    if text.isascii():
        return True
    try:
        text.encode("iso-8859-1")
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=4)
def narrowed(pattern: str) -> str:
    """A pattern for such a text: sets without the characters that it does not have.

    Args:
        pattern: For `re`. Its sets have no range from within these characters to beyond.
    """

    def narrow(found: re.Match[str]) -> str:
        members = _WIDE.sub("", found[2])
        return f"{found[1]}{members}]" if members else r"(?!)"

    return _SET.sub(narrow, pattern)
