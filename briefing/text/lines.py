"""A text on one line."""

from __future__ import annotations

import re

_BREAKING = re.compile(r"[^\S\u00a0\u2007\u202f]+")
"""White space, except that which must not break: it belongs to the words beside it."""


def one_line(text: str) -> str:
    """The same words on one line, with plain spaces between them.

    Spaces that must not break stay as they are: ``180 000`` may be written with one.
    """
    return _BREAKING.sub(" ", text).strip()
