"""The signs and numbers of the entries of lists, as Markdown writes them, and what is in one."""

from __future__ import annotations

from briefing.parsing.importers.page.pieces import Piece, names_others
from briefing.parsing.importers.page.tree import Element
from briefing.parsing.residue import is_residue

_RUNNING = 60
"""Characters from which a paragraph is running text."""
_QUOTES = "\"'“„«‘‚‹「『"
"""What the title of a work begins with where it is cited."""


def mark_of_entry(number: int | None, *, is_next: bool) -> str:
    """What stands before an entry; the other sign begins a list of its own.

    Below zero it is text: Markdown counts from 0 up, in nine digits.
    """
    if number is None:
        return "* " if is_next else "- "
    return f"\\{number}\\. " if number < 0 else f"{number}{')' if is_next else '.'} "


def number_of(element: Element, attribute: str, otherwise: int) -> int:
    """A number that is said by an attribute, of at most eight digits."""
    said = (element.get(attribute) or "").strip()
    digits = said.removeprefix("-")
    return int(said) if digits.isascii() and digits.isdecimal() and len(digits) < 9 else otherwise


def own_pieces(pieces: list[Piece]) -> list[Piece]:
    """What is in an entry; beside running text neither residue nor lines that lead elsewhere."""
    if not any(len(piece.text) >= _RUNNING and not piece.is_linked for piece in pieces):
        return pieces
    linked = (p for p in pieces if p.is_linked and not p.level and p.text[0] not in _QUOTES)
    others = {id(piece) for piece in linked if names_others(piece.text)}
    return [p for p in pieces if id(p) not in others and (p.is_code or not is_residue(p.text))]
