"""Running heads beside the text: the name of a journal and the page's number in the outer margin.

They stand at the same place page after page, often on the left of one page and on the right of the
next, where no line of the text reaches. The first column of a table and a column of text have more
lines than these; what a form or a slide says in a column of its own has no long lines beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from briefing.parsing.importers.pdf.edges import DIGITS, SAME_HEIGHT
from briefing.parsing.importers.pdf.lines import Page, Stretch, plain

_FEWEST = 3
"""Pages that say the same beside their text at least."""
_MOST_LINES = 4
"""Lines that stand in a margin at most."""
_ENOUGH_LINES, _ENOUGH_WORDS = 8, 6
"""Lines of running text beside them at least, and the words that each of those has."""
_LONGEST = 40
"""Letters of a line that stands in a margin."""
_MOST_DIGITS = 9
"""No number of a page has more."""

_Shared = tuple[int, str]
"""The height of a line, in steps, and its words or how far its number is from the page's."""


def take_side_heads(pages: Sequence[Page]) -> list[str]:
    """Take what runs along beside the text out of pages, and what says the same beside a table.

    Returns:
        The lines that were taken out, those that differ by their numbers once.
    """
    groups: defaultdict[_Shared, dict[int, Stretch]] = defaultdict(dict)
    for page in pages:
        for stretch in _asides(page):
            groups[_shared(page, stretch)][page.index] = stretch
    running = {shared: list(found.values()) for shared, found in groups.items()}
    running = {shared: found for shared, found in running.items() if len(found) >= _FEWEST}
    taken: dict[str, str] = {}
    for page in pages if running else ():
        kept = list[Stretch]()
        for stretch in page.stretches:
            if any(_is_below(stretch, other) for other in running.get(_shared(page, stretch), ())):
                words = plain(stretch.text)
                taken.setdefault(DIGITS.sub("#", words), words)
            else:
                kept.append(stretch)
        page.stretches = kept
    return list(taken.values())


def _asides(page: Page) -> list[Stretch]:
    """The few short lines of a page that stand where none of its text reaches; none of others."""
    running = [s for s in page.stretches if s.text.count(" ") + 1 >= _ENOUGH_WORDS]
    if len(running) < _ENOUGH_LINES:
        return []
    left, right = min(s.left for s in running), max(s.right for s in running)
    lowest, highest = min(s.base for s in running), max(s.base for s in running)
    outside = [s for s in page.stretches if s.right < left or s.left > right]
    beside = [s for s in outside if lowest <= s.base <= highest + s.size]
    is_margin = len(beside) <= _MOST_LINES and all(len(s.text) <= _LONGEST for s in beside)
    return beside if is_margin else []


def _shared(page: Page, stretch: Stretch) -> _Shared:
    """What a line shares with those of other pages: its height, and its words or how it counts."""
    height, words = round(stretch.base / SAME_HEIGHT), plain(stretch.text)
    if words.isascii() and words.isdecimal():
        return height, str(int(words[-_MOST_DIGITS:]) - page.index)
    return height, words.casefold()


def _is_below(stretch: Stretch, other: Stretch) -> bool:
    """Whether a line begins or ends where one of another page does."""
    return (
        abs(stretch.left - other.left) < SAME_HEIGHT
        or abs(stretch.right - other.right) < SAME_HEIGHT
    )
