"""Boxes inside an article that ask its readers for something: to subscribe, to join, to register.

They stand between the paragraphs and are called boxes like those with facts. What tells them apart
is that they begin with what they ask for.
"""

from __future__ import annotations

from briefing.parsing.importers.page.boxes import asks_readers
from briefing.parsing.importers.page.tree import HEADINGS, Element, finder, names, take_out, text_of

_LONGEST, _BEGINNING = 1_200, 200
"""Characters of such a box; and of its beginning, in which it asks."""
_MOST = 100
"""Boxes of a page that are looked at."""
_says_box = finder(r"(?i)(?<![a-z])(?:[a-z]+[-_]?)?box(?:[-_][a-z]+)?(?![\w-])|callout|inset|promo")


def leave_out_appeals(body: Element) -> None:
    """Remove boxes that ask for something.

    Args:
        body: The page; it is changed.
    """
    boxes = [e for e in body.iter("div", "section", "aside") if _is_box(e)]
    for box in boxes[:_MOST]:
        words = " ".join(" ".join(box.itertext()).split())
        if len(words) <= _LONGEST and asks_readers(words[:_BEGINNING]):
            take_out(box)


def _is_box(element: Element) -> bool:
    """Whether an element is called a box, and has a heading of its own."""
    if element.tag != "aside" and not _says_box(names(element)):
        return False
    first = next(element.iter(*HEADINGS, "strong", "b"), None)
    return first is not None and text_of(element).startswith(text_of(first))
