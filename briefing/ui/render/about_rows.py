"""Where an article comes from, as rows: facts, what an import left out, pictures, signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model.errors import Fault
from briefing.model.panels import PANELS
from briefing.session.about import About
from briefing.text.fitting import glimpse
from briefing.text.i18n import _
from briefing.text.local_forms import moment, number
from briefing.ui.render.key_rows import has_words, key_row, with_air
from briefing.ui.render.legend import legend_rows
from briefing.ui.render.rows import Row, Words

_LONGEST = 400
"""Characters that are shown of a line which was left out: what it is about, and how it goes on."""


def about_rows(
    known: About, words: str = "", *, width_cells: int = 80, faults: Sequence[Fault] = ()
) -> Iterator[Row]:
    """All that is known of an article, by what it is.

    Args:
        known: The article.
        words: What is looked for, in any order.
        width_cells: The room of a row.
        faults: What is wrong with it, and around it.

    Returns:
        The rows; that of a picture has its 0-based number as its reference.
    """
    facts = [key_row(name, said, width_cells, ref="") for name, said in _facts(known) if said]
    dropped = next(_(panel.title) for panel in PANELS if panel.name == "dropped")
    sections = [
        (_("This article"), facts),
        (_("What is wrong"), _lines([str(fault) for fault in faults])),
        (_("How it was read"), _lines(known.remarks)),
        (dropped, _lines(known.dropped)),
        (_("Pictures"), list(_pictures(known))),
        (_("Signs beside the text"), list(legend_rows())),
    ]
    found = ((title, [row for row in rows if _fits(row, words)]) for title, rows in sections)
    return with_air(
        [Row((Words(title, "heading", bold=True),)), *rows] for title, rows in found if rows
    )


def _facts(known: About) -> Iterator[tuple[str, str]]:
    origin = known.origin
    yield _("Title"), known.title
    yield _("Authors"), ", ".join(origin.authors)
    yield _("Site"), origin.site or ""
    yield _("Published"), _day(origin.published)
    yield _("Updated"), _day(known.updated)
    yield _("Language"), known.language or ""
    yield _("Address"), origin.url or ""
    yield _("Fetched"), _day(origin.retrieved)
    yield _("File"), _("standard input") if known.path is None else str(known.path)
    yield _("Original"), _original(known)
    yield _("Pages"), _pages(known)
    yield _("Version"), origin.version
    yield _("Notes"), str(known.notes)


def _day(stated: str | None) -> str:
    """A date as it is stated; a time as the reader's clock has it."""
    return moment(stated) if stated and "T" in stated else stated or ""


def _original(known: About) -> str:
    """The document that the text was made of, and its format."""
    return " · ".join(filter(None, (known.original, known.origin.media_type)))


def _pages(known: About) -> str:
    """How many pages there are, and what the first and the last one are called."""
    if not known.pages:
        return ""
    labels = list(dict.fromkeys(page.label for page in known.pages))  # footnotes name theirs again
    said = _("{count} (from {first} to {last})")
    return said.format(count=number(len(labels)), first=labels[0], last=labels[-1])


def _lines(lines: Sequence[str]) -> list[Row]:
    return [Row((Words(glimpse(line, _LONGEST)),), sign="·") for line in lines]


def _pictures(known: About) -> Iterator[Row]:
    for index, picture in enumerate(known.pictures):
        said = glimpse(picture.words) or _("picture without words")
        address = Words(f" {glimpse(picture.address, _LONGEST)}", "muted")
        yield Row((Words(said), address), ref=str(index), sign="·", hang_cells=2)


def _fits(row: Row, words: str) -> bool:
    return has_words(f"{row.sign} {row.text}", words)
