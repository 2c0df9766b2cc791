"""One article on one line of a list: shared by the library and by its first page."""

from __future__ import annotations

from briefing.model.library import Entry
from briefing.model.mark import MarkKind
from briefing.model.query import Standing
from briefing.session.pace import minutes
from briefing.text.fitting import glimpse, shortened
from briefing.text.safe import one_line
from briefing.text.width import cells
from briefing.ui.render.row_words import Row, Words
from briefing.ui.render.signs import CHANGED_SIGN, GUTTER_SIGNS

STAR_SIGN, FAULT_SIGN, PICKED_SIGN = "★", "!", "✓"
_SIGNS = {
    Standing.STARRED: STAR_SIGN,
    Standing.CHANGED: CHANGED_SIGN,
    Standing.UNREAD: "●",
    Standing.READING: "◐",
}
"""One cell each; the first that holds stands before the title."""
DATE_CELLS = len("2026-11-20")
_SITE_CELLS = 16
_WIDE_CELLS = 76
"""From here on a row has room for site and language."""
_NARROW_CELLS = 44
"""Below this a row has its title and how long it takes, and no date."""


def entry_row(
    entry: Entry, width_cells: int, *, is_picked: bool = False, is_named: bool = False
) -> Row:
    """One article on one line: how it stands, when, its title, and at the end what it is like.

    Args:
        entry: The article.
        width_cells: How wide the list is.
        is_picked: Whether the next change is about it.
        is_named: Whether the name of its file stands behind its title.
    """
    sign = PICKED_SIGN if is_picked else _sign(entry)
    aside = _aside(entry, width_cells)
    date = one_line((entry.published or "")[:DATE_CELLS]).ljust(DATE_CELLS)
    is_new = Standing.UNREAD in entry.standings
    title = Words(glimpse(entry.title), "bad" if entry.fault else "", bold=is_new)
    return Row(
        (
            Words(f"{sign} ", "bad" if entry.fault else "number"),
            *((Words(f"{date}  ", "muted"),) if width_cells >= _NARROW_CELLS else ()),
            title,
            *((file_words(entry),) if is_named else ()),
        ),
        ref=entry.path,
        max_lines=1,
        aside=Words(aside, "muted"),
        aside_cells=cells(aside),
    )


def file_words(entry: Entry) -> Words:
    """The name of an article's file, behind a title that tells it from no other."""
    return Words(f"  {glimpse(entry.path.rpartition('/')[2])}", "muted")


def _sign(entry: Entry) -> str:
    if entry.fault:
        return FAULT_SIGN
    return next((sign for each, sign in _SIGNS.items() if each in entry.standings), " ")


def _aside(entry: Entry, width_cells: int) -> str:
    """What stands at the end of a row; where there is room, in columns from row to row.

    Elsewhere the title comes first: only notes, where there are some, and the minutes take room.
    """
    length = f"{minutes(entry.characters)}′" if entry.characters else ""
    notes = f"{GUTTER_SIGNS[MarkKind.NOTE]}{entry.notes}" if entry.notes else ""
    if width_cells < _WIDE_CELLS:
        return f"{notes} {length:>4}" if notes else length
    site = shortened(one_line(entry.site or ""), _SITE_CELLS)
    padded = site + " " * (_SITE_CELLS - cells(site))
    language = one_line((entry.language or "").partition("-")[0])[:3]
    return f"{padded} {language:>3}{notes:>4}{length:>6}"
