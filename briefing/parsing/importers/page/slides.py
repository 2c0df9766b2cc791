"""Galleries beside an article whose pictures are counted in their headings: ``1/50 The harbour``.

They may say more than the article, so they go before it is looked for.
"""

from __future__ import annotations

import re

from briefing.parsing.importers.page.tree import HEADINGS, Element, says_more, take_out, text_of

_FEWEST = 5
"""Pictures of a gallery."""
_PLACE = re.compile(r"\d{1,3}\s?/\s?(?P<all>\d{1,3})\b")


def leave_out_slides(body: Element) -> None:
    """Remove the galleries of a page.

    Args:
        body: The page; it is changed.
    """
    found = [each for each in body.iter("ul", "ol") if _is_gallery(each)]
    held = set(found)
    outer = [each for each in found if held.isdisjoint(each.iterancestors())]
    if outer and says_more(body, outer):
        for each in outer:
            take_out(each)


def _is_gallery(element: Element) -> bool:
    """Whether each entry of a list has its place among all of them in its heading."""
    if len(element) < _FEWEST:
        return False
    headings = (next(entry.iter(*HEADINGS), None) for entry in element)
    places = [None if each is None else _PLACE.match(text_of(each)) for each in headings]
    return all(places) and len({place["all"] for place in places if place is not None}) == 1
