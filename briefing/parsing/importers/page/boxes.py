"""Boxes below an article that their headings name: who wrote it, newsletters, the way to comment.

A heading alone is no proof in the middle of a text, so only the last ones count, with the little
text below them; and a table of contents, wherever it stands, with the list that leads to sections.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from briefing.languages.load import every_language
from briefing.parsing.importers.page.pieces import Piece

_MOST = 1_500
"""Characters of text in a box."""
_NOTE, _SHORT, _LAST = 500, 200, 6
"""Characters of what is said of authors; of lines below it; and how many blocks are looked at."""
_BELOW = 0.5
"""The share of the text of an article that stands above its boxes."""
_SIGNS = re.compile(r"[\s:.!?…*+|<>›»«→↑↓↗–—-]+")


def without_boxes(pieces: Sequence[Piece]) -> list[Piece]:
    """The blocks of an article without the boxes below it, and without its table of contents."""
    gone = set[int]()
    above, whole = 0, sum(len(piece.text) for piece in pieces)
    for at, piece in enumerate(pieces):
        said = _folded(piece.text) if piece.level or piece.is_bold else ""
        if said in _contents():
            below = at + 1
            is_list = below < len(pieces) and not pieces[below].level and pieces[below].is_linked
            gone |= {at, below} if is_list else set()
        elif said in _boxes() and above >= _BELOW * whole:
            box = range(at, _end(pieces, at))
            if sum(len(pieces[inner].text) for inner in box) <= _MOST:
                gone |= set(box)
        above += len(piece.text)
    return [piece for at, piece in enumerate(pieces) if at not in gone]


def without_notes(pieces: Sequence[Piece], authors: Iterable[str]) -> list[Piece]:
    """The blocks of an article without what its end says of its authors.

    Args:
        pieces: The blocks.
        authors: Who is known to have written it.
    """
    names = tuple(name for name in authors if " " in name)
    end = len(pieces)
    for at in range(len(pieces) - 1, max(len(pieces) - _LAST, 0), -1):
        text = pieces[at].text
        begins = text.startswith(names) if names else False
        if begins and len(text) <= _NOTE and not pieces[at].is_picture:
            end = at
        elif len(text) > _SHORT:
            break
    rest = sum(len(piece.text) for piece in pieces[end:])
    return list(pieces[:end] if rest <= _NOTE else pieces)


def _end(pieces: Sequence[Piece], start: int) -> int:
    """Where the section ends that begins with a heading: at the next that is not below it."""
    level = pieces[start].level
    following = range(start + 1, len(pieces))
    return next((at for at in following if 0 < pieces[at].level <= (level or 6)), len(pieces))


def _folded(line: str) -> str:
    return _SIGNS.sub(" ", line.replace("’", "'").casefold()).strip()


@lru_cache(maxsize=1)
def _boxes() -> frozenset[str]:
    return frozenset(_folded(word) for own in every_language() for word in own.pages.boxes)


@lru_cache(maxsize=1)
def _contents() -> frozenset[str]:
    return frozenset(_folded(word) for own in every_language() for word in own.pages.contents)
