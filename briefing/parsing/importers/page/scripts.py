"""Raised and lowered words of a page, marks of footnotes, and what is struck out.

They are settled in the tree, before anything else is read: what looks for the words of an article
on its page would not know "20 m2" and "20 m²" for the same, nor find a paragraph whose note mark is
not written.
"""

from __future__ import annotations

from briefing.parsing.importers.page.tree import BLOCKS, Element, stays_here, take_out
from briefing.text.raised import SCRIPTS

_DELETED = ("del", "s", "strike")


def settle_scripts(root: Element) -> None:
    """Leave the words of a page in its tree as they are written in Markdown."""
    for element in list(root.iter(*_DELETED)):
        if not _holds_blocks(element):
            take_out(element)
    outer = dict.fromkeys(element.getparent() for element in root.iter(*SCRIPTS))
    for parent in reversed(outer):  # what stands inside another first
        if parent is not None:
            _settle_in(parent)


def _settle_in(parent: Element) -> None:
    """Write the raised and lowered words right inside an element, all of them in one go.

    To put each of them between the words around it would copy these once for each.
    """
    last: Element | None = None
    words = [parent.text or ""]
    for child in [*parent, None]:
        if child is not None and child.tag in SCRIPTS and not _holds_blocks(child):
            words += [_written(child, words[-1]), child.tail or ""]
            parent.remove(child)
            continue
        if last is not None:
            last.tail = "".join(words)
        else:
            parent.text = "".join(words)
        last, words = child, ["" if child is None else child.tail or ""]


def _holds_blocks(element: Element) -> bool:
    """Whether blocks or pictures stand in an element: its end was forgotten."""
    return next(element.iter(*BLOCKS, "img"), None) is not None


def _written(element: Element, before: str) -> str:
    """Raised or lowered words, which never join a number beside them; none of a note's mark.

    Args:
        element: What holds them.
        before: The words that they stand behind.
    """
    if any(map(stays_here, (*element.iterancestors("a"), *element.iter("a")))):
        return ""  # it leads to another place of the page
    words = " ".join("".join(element.itertext()).split())
    return SCRIPTS[str(element.tag)](words, before)
