"""Headings between the title of an article and its text that head none of its sections.

They are parts of the title, as its kicker, or a standfirst that is marked as a heading: nothing
else in the article has their level.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.parsing.importers.page.pieces import Piece, has_sentence
from briefing.parsing.markdown_escape import escape_line
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
        found: The blocks below the title.
        title: The title.
        is_shown: Whether the page shows it as a heading of the first level.
    """
    levels = Counter(piece.level for piece in found if piece.level)
    styles = Counter((piece.level, piece.style) for piece in found if piece.level)
    same = letters_of(title or "")
    gone, leads = set[int](), set[int]()
    for at in _at_top(found):
        piece = found[at]
        is_alone = levels[piece.level] == 1
        if (is_alone or piece.level == 1) and _is_part(piece.text, same):
            gone.add(at)
        elif piece.level == 1:
            leads |= {at} if is_shown and is_alone else set()
        elif is_alone or (len(piece.text) >= _RUNNING and styles[piece.level, piece.style] == 1):
            leads.add(at)
    kept = (at for at in range(len(found)) if at not in gone)
    return [_as_text(found[at]) if at in leads else found[at] for at in kept]


def _at_top(found: Sequence[Piece]) -> Iterator[int]:
    """The headings above any running text, 0-based."""
    for at, piece in enumerate(found):
        if piece.level:
            yield at
        elif _is_running(piece):
            return


def _is_running(piece: Piece) -> bool:
    """Whether a block is running text; some scripts say much in few letters."""
    if piece.is_picture or piece.is_caption:
        return False
    least = _SENTENCE if has_sentence(piece.text) else _RUNNING
    return len(piece.text) >= least


def _is_part(heading: str, title: str) -> bool:
    """Whether a title begins or ends with the words of a heading."""
    letters = letters_of(heading)
    return len(letters) >= _PART and (title.startswith(letters) or title.endswith(letters))


def _as_text(piece: Piece) -> Piece:
    return Piece(piece.text, escape_line(piece.text))
