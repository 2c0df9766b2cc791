"""Headings between the title of an article and its text that head none of its sections.

They are parts of the title, as its kicker, or a standfirst that is marked as a heading: nothing
else in the article has their level.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterator, Sequence

from briefing.parsing.importers.page.pieces import Piece, as_line, has_sentence
from briefing.text.lines import letters_of

_RUNNING = 60
"""Characters from which a block is running text, and a heading as long as a standfirst."""
_SENTENCE = 20
"""The same where a sentence ends in it."""
_PART = 5
"""Letters of a part of a title."""


def without_lead_headings(
    found: Sequence[Piece], title: str | None, *, is_shown: bool
) -> list[Piece]:
    """The blocks of an article without parts of its title, and with its standfirst as text.

    Args:
        found: The blocks, with the title where the page shows it among them.
        title: The title.
        is_shown: Whether the page shows it as a heading of the first level.
    """
    same = letters_of(title or "")
    texts = (at for at, piece in enumerate(found) if not piece.level and _is_running(piece))
    top = next(texts, len(found))
    titles = {at for at, p in enumerate(found) if _is_title(p, same, is_above=at < top)}
    own = [p for at, p in enumerate(found) if p.level and at not in titles]
    levels = Counter(piece.level for piece in own)
    styles = Counter((piece.level, piece.style) for piece in own)
    gone, leads = _repeated(found, titles, same, top), set[int]()
    leads |= _kickers(found, titles, top)
    for at in _below_titles(found, titles):
        piece = found[at]
        is_alone = levels[piece.level] == 1
        if (is_alone or piece.level == 1) and _is_part(piece.text, same):
            gone.add(at)
        elif piece.level == 1:
            leads |= {at} if is_shown and is_alone else set()
        elif is_alone or (len(piece.text) >= _RUNNING and styles[piece.level, piece.style] == 1):
            leads.add(at)
    kept = (at for at in range(len(found)) if at not in gone)
    return [as_line(found[at].text) if at in leads else found[at] for at in kept]


def _repeated(found: Sequence[Piece], titles: Collection[int], title: str, top: int) -> set[int]:
    """The headings below running text that say the title once more, 0-based; not among others."""
    first, *again = sorted(titles) or (0,)
    others = (at for at in range(first, len(found)) if found[at].level and at not in titles)
    end = next(others, len(found))
    return {at for at in again if top < at < end and letters_of(found[at].text) == title}


def _kickers(found: Sequence[Piece], titles: Container[int], top: int) -> set[int]:
    """The headings above the first title, 0-based, where no running text stands above it."""
    first = next((at for at in range(top) if at in titles), 0)
    return {at for at in range(first) if found[at].level}


def _below_titles(found: Sequence[Piece], titles: Container[int]) -> Iterator[int]:
    """The headings at the top and below each title, with no running text between, 0-based."""
    is_top = True
    for at, piece in enumerate(found):
        is_top = at in titles or (is_top and (piece.level > 0 or not _is_running(piece)))
        if is_top and piece.level and at not in titles:
            yield at


def _is_running(piece: Piece) -> bool:
    """Whether a block is running text; some scripts say much in few letters."""
    if piece.is_picture or piece.is_caption:
        return False
    least = _SENTENCE if has_sentence(piece.text) else _RUNNING
    return len(piece.text) >= least


def _is_title(piece: Piece, title: str, *, is_above: bool) -> bool:
    """Whether a heading is the title; of the first level, or above all text, behind a kicker."""
    letters = letters_of(piece.text) if piece.level and title else ""
    may_have_kicker = is_above or piece.level == 1
    is_title = letters == title or (may_have_kicker and letters.endswith(title))
    return letters != "" and is_title


def _is_part(heading: str, title: str) -> bool:
    """Whether a title begins or ends with the words of a heading."""
    letters = letters_of(heading)
    return len(letters) >= _PART and (title.startswith(letters) or title.endswith(letters))
