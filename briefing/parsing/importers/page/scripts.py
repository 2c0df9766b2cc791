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
    for element in reversed(list(root.iter(*SCRIPTS))):  # what stands inside another first
        if _holds_blocks(element):
            continue
        if _is_note_mark(element):
            take_out(element)
        else:
            _settle(element)


def _holds_blocks(element: Element) -> bool:
    """Whether blocks or pictures stand in an element: its end was forgotten."""
    return next(element.iter(*BLOCKS, "img"), None) is not None


def _is_note_mark(element: Element) -> bool:
    """Whether raised words lead to another place of their page, or stand in what does."""
    return any(map(stays_here, (*element.iterancestors("a"), *element.iter("a"))))


def _settle(element: Element) -> None:
    """Write raised or lowered words, which never join a number beside them."""
    previous, parent = element.getprevious(), element.getparent()
    before = (parent.text if previous is None else previous.tail) or ""
    words = " ".join("".join(element.itertext()).split())
    written = SCRIPTS[str(element.tag)](words, before)
    for inner in list(element):
        element.remove(inner)
    element.text = written
    element.drop_tag()
