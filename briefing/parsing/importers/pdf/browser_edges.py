"""What browsers print at the edges of a page: the day and hour, the title, the address, the page.

Chromium sets date and title at the top, address and page at the bottom; Firefox title and address
at the top, page and date at the bottom. They are told by their form in
any language's style, so that they go from a single page, too, where nothing repeats.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.parsing.importers.pdf.edges import EdgeLine, edge_of
from briefing.parsing.importers.pdf.lines import Page

_DAY = r"(?:\d{1,4}\D{1,2}\d{1,2}\D{1,2}\d{1,4}|\d{1,2}\.? [^\W\d_]{3,10}\.?,? \d{4})"
_NOW = re.compile(rf"{_DAY}\D{{1,12}}\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?\D{{0,8}}")
"""A day and an hour, as “11/30/26, 5:58 PM”, “30.11.2026 klo 17.58” or “2026/11/30 下午5:58”."""
_ADDRESS = re.compile(r"(?:[a-z][a-z+.-]{1,15}:/{2,3}|about:|data:)\S+", re.IGNORECASE)
_PAGES = re.compile(
    r"(?:[^\W\d_]{1,10}\.? )?(?P<page>\d{1,4}) ?(?:/|[^\W\d_]{1,5}) ?(?P<all>\d{1,4})"
)
"""A page and how many there are, as “1/3”, “1 of 3” or “Page 1 of 3”."""
_MOST_PARTS = 3


def take_browser_edges(pages: Sequence[Page]) -> list[str]:
    """Take out of pages what a browser printed above and below them.

    Returns:
        The lines that were taken out.
    """
    taken: dict[str, None] = {}
    for page in pages:
        found = _printed(page)
        going = {id(stretch) for line in found for stretch in line.stretches}
        page.stretches = [s for s in page.stretches if id(s) not in going]
        taken.update(dict.fromkeys(line.text for line in found))
    return list(taken)


def _printed(page: Page) -> list[EdgeLine]:
    """The lines at the edges of a page that a browser printed: of both edges, or none."""
    top, bottom = edge_of(page, is_top=True)[:1], edge_of(page, is_top=False)[:1]
    if not top or top[0].height == bottom[0].height:
        return []
    head, foot = ([part.text.strip() for part in line.parts()] for line in (top[0], bottom[0]))
    if len(head) > _MOST_PARTS or not _is_foot(foot):
        return []
    is_headed = any(map(_is_address, head)) or any(map(_NOW.fullmatch, head))
    return [*top, *bottom] if is_headed else []


def _is_foot(parts: Sequence[str]) -> bool:
    """Whether parts of a line are a page of so many and an address or the hour, in any order."""
    pages = [match for match in map(_PAGES.fullmatch, parts) if match is not None]
    counted = any(0 < int(match["page"]) <= int(match["all"]) for match in pages)
    others = [part for part in parts if _PAGES.fullmatch(part) is None]
    return counted and all(_is_address(part) or _NOW.fullmatch(part) for part in others)


def _is_address(text: str) -> bool:
    return _ADDRESS.fullmatch(text) is not None
