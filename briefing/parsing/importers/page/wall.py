"""Pages that hold only the beginning of an article, the rest of it behind a wall.

Some say so in their data. Others break off: below the last words of a short text, or of one that
ends inside a sentence, the page asks its reader to subscribe or to log in.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.languages.load import every_language
from briefing.languages.phrases import any_of
from briefing.parsing.importers.page.facts import PageFacts
from briefing.parsing.importers.page.pieces import Piece
from briefing.text.lines import letters_of

_STUB = 0.8
"""The share of the words that a page says it has below which it is only the beginning."""
_SHORT, _MIDDLING, _LONG = 150, 300, 500
"""Words of a text that may be the beginning of one although it ends with a sentence; those of one
that may be although it does, where the wall stands right below it; and words from which it is none
although it ends without one."""
_BELOW = 12
"""Lines of the page below the text in which the wall stands: buttons and prices come before it."""
_LONGEST, _REQUEST = 300, 100
"""Characters of a line of a wall; and of one that is certain to be no part of the article."""
_OFFERS = 2
"""Lines below a wall that say what it costs, or only name it."""
_ENDS = re.compile(r"[.!?։؟۔।。！？][\"'»”’)\]]*\s*\Z")
_CUT = re.compile(r"(?:…|\.\.\.)[\"'»”’)\]]*\s*\Z")


@lru_cache(maxsize=1)
def _wall() -> re.Pattern[str]:
    return re.compile(any_of(word for own in every_language() for word in own.pages.walls))


def is_stub(pieces: Sequence[Piece], facts: PageFacts, lines: Sequence[str]) -> bool:
    """Whether a page shows less than the whole article.

    Args:
        pieces: The blocks of the article, without the words of the wall.
        facts: What the page says of it.
        lines: All lines of the page, in order.
    """
    words = _count_words(pieces)
    walls = [is_wall(line) for line in _below(pieces[-1], lines)]
    is_walled = any(walls)
    if facts.is_free:
        is_next = is_walled and walls[0]
        return is_walled and _breaks_off(pieces, _MIDDLING if is_next else _SHORT)
    if facts.word_count is not None:
        return words < _STUB * facts.word_count
    if facts.body is not None:
        return words < _STUB * len(facts.body.split())
    return is_walled or _breaks_off(pieces, _SHORT)


def without_wall(pieces: Sequence[Piece]) -> list[Piece]:
    """Blocks without those at their end that ask to subscribe, and without offers below them."""
    end = at = len(pieces)
    while at > 1 and end - at <= _OFFERS and len(pieces[at - 1].text) <= _REQUEST:
        at -= 1
        end = at if is_wall(pieces[at].text) else end
    return list(pieces[:end])


def is_wall(line: str) -> bool:
    """Whether a line asks to subscribe, or to log in, in order to read on."""
    return len(line) <= _LONGEST and _wall().search(" ".join(line.casefold().split())) is not None


def _breaks_off(pieces: Sequence[Piece], short: int) -> bool:
    """Whether a text has fewer than so many words, or ends inside a sentence."""
    words = _count_words(pieces)
    last = next((p for p in reversed(pieces) if not (p.is_picture or p.is_caption)), None)
    if last is None or words < short:
        return True
    is_open = words < _LONG and _ENDS.search(last.text) is None
    return is_open or _CUT.search(last.text) is not None


def _count_words(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.text.split()) for piece in pieces)


def _below(last: Piece, lines: Sequence[str]) -> Iterator[str]:
    """The lines of the page below the last of an article."""
    letters = letters_of(last.text.split("\n")[-1])
    below: deque[str] = deque(maxlen=_BELOW)
    for line in reversed(lines):
        if letters and letters in letters_of(line):
            yield from below
            return
        if line.strip():
            below.appendleft(line)
