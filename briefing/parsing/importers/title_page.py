"""What the first lines of a document say again that its own data say: its authors and its day."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.parsing.importers._page_blocks import Piece
from briefing.text.lines import letters_of

_HEAD = 6
"""Blocks of a title page that are looked at."""
_BETWEEN = re.compile(r"\s*;\s*")


def authors_in(stated: Iterable[str]) -> tuple[str, ...]:
    """The people in what a document says of its authors; several may stand in one line."""
    names = (name for line in stated for name in _BETWEEN.split(line))
    return tuple(dict.fromkeys(filter(None, names)))


def without_credits(parts: list[Piece], authors: Iterable[str], day: str | None) -> list[Piece]:
    """Blocks without those near the top that only name an author or the day."""
    said = {letters_of(words) for words in (*authors, day or "") if words}
    kept = [part for part in parts[:_HEAD] if letters_of(part.text) not in said]
    return [*kept, *parts[_HEAD:]]
