"""The titles of films and recordings inside an article, which are marked as headings.

A film cannot be read, and what goes on below it is none of its section.
"""

from __future__ import annotations

import re
from itertools import islice

from briefing.parsing.importers.page.naming import is_called_player
from briefing.parsing.importers.page.tree import HEADINGS, Element, take_out, text_of

_MOST = 50
"""Players of a page whose titles are looked for."""
_AROUND = 4
"""How many elements around a player may be made for it."""
_LONGEST = 400
"""Characters of the words in them."""
_WORDS = 3
"""Words of a title that a caption has too."""
_WORD = re.compile(r"\w+")


def leave_out_film_titles(body: Element) -> None:
    """Remove headings that are the title of the film below them.

    Args:
        body: The page as it was parsed, with its players; it is changed.
    """
    players = islice((e for e in body.iter() if is_called_player(e)), _MOST)
    for heading in [title for player in players for title in _titles_of(player)]:
        take_out(heading)


def _titles_of(player: Element) -> list[Element]:
    """The heading just above a player that says what it shows, if there is one."""
    box = player
    for _distance in range(_AROUND):
        said, outer = text_of(box), box.getparent()
        if outer is None or len(said) > _LONGEST or next(box.iter(*HEADINGS), None) is not None:
            break
        above = next((e for e in box.itersiblings(preceding=True) if text_of(e)), None)
        if above is not None:
            is_title = above.tag in HEADINGS and _names(above, said, outer)
            return [above] if is_title else []
        box = outer
    return []


def _names(heading: Element, caption: str, outer: Element) -> bool:
    """Whether a caption has the words of a heading, or there is nothing else beside the film."""
    words = set(_WORD.findall(text_of(heading).casefold()))
    if len(words) >= _WORDS and words <= set(_WORD.findall(caption.casefold())):
        return True
    return not caption and text_of(outer) == text_of(heading)
