"""Lines as they are drawn: what layout makes of blocks, before any colour."""

from __future__ import annotations

from enum import StrEnum

from briefing.model.article import Style
from briefing.model.records import dataclass


class Role(StrEnum):
    """What a piece of a line is, beyond the style of its words."""

    TEXT = "text"
    TITLE = "title"
    HEADING = "heading"
    CODE = "code"
    TABLE_HEAD = "table-head"
    DECORATION = "decoration"


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring characters of a line that are drawn alike.

    ``text`` has exactly one character for each character of the reading text it stands for (control
    characters are replaced one by one), so ``start + i`` is the place of ``text[i]``.
    """

    text: str
    """What is drawn; safe for a terminal."""
    start: int | None
    """The place of its first character in the chunk's text; None for decoration."""
    role: Role = Role.TEXT
    """What it is."""
    style: Style = Style.PLAIN
    """How it is set."""
    level: int = 0
    """The level of a heading."""
    address: str | None = None
    """Where a link leads."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the article at some width."""

    pieces: tuple[Piece, ...]
    """From left to right. Empty for a blank line."""
    start: int
    """The first character of the chunk's text that this row stands for."""
    end: int
    """The character after the last one, a swallowed space or newline not counted; never < start."""
    block: int
    """0-based index of its block within the chunk; for a blank line that of the block below."""

    @property
    def text(self) -> str:
        """The row as plain text."""
        return "".join(piece.text for piece in self.pieces)
