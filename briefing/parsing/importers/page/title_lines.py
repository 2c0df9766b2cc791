"""Headings whose parts only a style sheet parts: a kicker, a line break, blocks inside them."""

from __future__ import annotations

import re
from copy import deepcopy

from briefing.parsing.importers.page.inline import inside, paragraphs_of
from briefing.parsing.importers.page.tree import BLOCKS, Element, clear

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_UNSEEN = frozenset(("template", "noscript", "svg", "iframe", "textarea", "select"))
_END, _START = re.compile(r"[^\W\dA-ZÀ-Þ]\Z|[:.!?…]\Z"), re.compile(r"[A-ZÀ-Þ]")
"""What a part ends with and the next begins with, where no space parts them: ``HarbourBoats``."""


def part_headings(root: Element) -> None:
    """Put a space between the parts of headings and captions that a page shows on several lines."""
    for heading in root.iter(*HEADINGS, "figcaption"):
        for part in [inner for inner in heading.iter() if inner is not heading]:
            if part.tag == "br" or part.tag in BLOCKS or _is_glued(part):
                part.tail = f" {part.tail or ''}"
            if part.tag in BLOCKS:
                _part_before(part)


def titles_in(root: Element) -> list[str]:
    """The headings of the first level of a page, in order."""
    found = []
    for heading in root.iter("h1"):
        if not any(outer.tag in _UNSEEN for outer in heading.iterancestors()):
            own = deepcopy(heading)
            clear(own)
            lines = (line for lines in paragraphs_of(inside(own)) for line in lines)
            found.append(" ".join("".join(part.text for part in line) for line in lines))
    return found


def _is_glued(part: Element) -> bool:
    """Whether the element behind one begins like a line of its own, and without a space."""
    behind = part.getnext()
    if part.tag != "span" or part.tail or behind is None or behind.tag != "span":
        return False
    return bool(_END.search("".join(part.itertext())) and _START.match("".join(behind.itertext())))


def _part_before(part: Element) -> None:
    before, parent = part.getprevious(), part.getparent()
    if before is not None:
        before.tail = f"{before.tail or ''} "
    elif parent is not None:
        parent.text = f"{parent.text or ''} "
