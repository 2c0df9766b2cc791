"""Where on a page its title stands, and what of the page belongs to it.

A page may hold more text than its article: comments, the next story, notes on cookies. What has the
title above it is the article, if there is enough of it.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing.parsing.importers.page.measure import Measure
from briefing.parsing.importers.page.tree import Element, text_of

_ENOUGH = 500
"""Characters of running text below a title that are an article."""
_KICKED = 12
"""Letters of a title before which its heading may say more."""
_SHARE = 0.05
"""The share of the running text of a page that its article has at least."""


def part_with_title(
    body: Element, title: str | None, measures: Mapping[Element, Measure]
) -> Element | None:
    """The innermost element with the title and the text of an article; None where there is none.

    Args:
        body: The page.
        title: The words of the title, where they are known.
        measures: Those of all elements of the page.
    """
    heading = heading_of(body, title)
    if heading is None:
        return None
    least = max(_ENOUGH, _SHARE * measures[body].prose)
    around = (e for e in heading.iterancestors() if e in measures and measures[e].prose >= least)
    found = next(around, None)
    return None if found is None or found is body else found


def heading_of(body: Element, title: str | None) -> Element | None:
    """The heading that is the title: of the first level, else of the second."""
    wanted = folded(title or "")
    if not wanted:
        return None
    for tag in ("h1", "h2"):
        for heading in body.iter(tag):
            if says_title(text_of(heading), wanted):
                return heading
    return None


def says_title(heading: str, wanted: str) -> bool:
    """Whether a heading is a title, or one with a kicker before it.

    Args:
        heading: The words of the heading.
        wanted: The title as `folded` has it.
    """
    said = folded(heading)
    return said == wanted or (len(wanted) >= _KICKED and said.endswith(wanted))


def folded(text: str) -> str:
    """A text without what parts its words, and without its case."""
    return "".join(text.split()).casefold()
