"""The title page of a document with data of its own, and the levels of the headings behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.model.records import replace
from briefing.parsing.importers._page_blocks import Piece
from briefing.parsing.title_credits import TitleCredits, credits_below

_HEAD = 8
"""Blocks in which a title may come again, as on a cover, a title page and above the text."""
_BETWEEN = re.compile(r"\s*;\s*")
_ACCOUNT = re.compile(r"(?i)\bmicrosoft office\b|\bwindows\b|\b(?:user|admin|administrator)\Z")
"""What programs call whom they do not know: ``Microsoft Office User``."""
_HEADING = re.compile(r"(#{1,6}) ")
_HIGHEST = 2
"""The level of sections; the title is above them."""


def authors_in(stated: Iterable[str]) -> tuple[str, ...]:
    """The people in what a document says of its authors; several may stand in one line."""
    names = (name for line in stated for name in _BETWEEN.split(line))
    return tuple(dict.fromkeys(name for name in names if name and not _ACCOUNT.search(name)))


def without_title(parts: list[Piece], title: str | None) -> list[Piece]:
    """Blocks without the headings near the top that only repeat the title."""
    head = [p for p in parts[:_HEAD] if not (_level(p) and is_same(p.text, title))]
    return [*head, *parts[_HEAD:]]


def without_credits(parts: list[Piece], authors: Iterable[str]) -> tuple[list[Piece], TitleCredits]:
    """Blocks without those near the top that only name the authors or the day, and what they say.

    Args:
        parts: All blocks behind the title.
        authors: Those that the document's own data name.
    """
    lines = ["" if _level(part) or "\n" in part.text else part.text for part in parts]
    said = credits_below(lines, authors)
    left = [part for index, part in enumerate(parts) if index not in said.lines]
    return (left, said) if left else (parts, said)


def in_levels(parts: list[Piece]) -> list[Piece]:
    """Blocks whose highest headings are of the second level, as sections are."""
    highest = min((level for part in parts if (level := _level(part))), default=_HIGHEST)
    if highest == _HIGHEST:
        return parts
    return [_moved(part, highest - _HIGHEST) for part in parts]


def is_same(words: str, title: str | None) -> bool:
    """Whether words are the title, however it is set."""
    one, other = ("".join(said.casefold().split()) for said in (words, title or ""))
    return one == other


def _moved(part: Piece, up: int) -> Piece:
    """A heading so many levels further up."""
    level = _level(part)
    if not level:
        return part
    return replace(part, markdown=f"{'#' * (level - up)}{part.markdown[level:]}")


def _level(part: Piece) -> int:
    """The level of a heading; 0 for another block."""
    match = _HEADING.match(part.markdown)
    return 0 if match is None else len(match[1])
