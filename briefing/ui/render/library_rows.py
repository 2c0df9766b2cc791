"""The list of a library, its groups, and the preview of an article, as rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from briefing.model.library import Entry, shared_titles
from briefing.model.mark import MarkKind
from briefing.model.query import Standing
from briefing.session.library_view import Group, GroupKind
from briefing.session.pace import minutes
from briefing.session.preview import Preview
from briefing.text.fitting import glimpse
from briefing.text.i18n import _
from briefing.text.local_forms import number
from briefing.text.safe import one_line
from briefing.text.width import cells
from briefing.ui.render.entry_rows import DATE_CELLS, FAULT_SIGN, entry_row
from briefing.ui.render.palette import GUTTER_SIGNS
from briefing.ui.render.panels import figure_rows, state_rows, summary_rows
from briefing.ui.render.rows import LazyRows, Row, Words

SEARCH_SIGN = "/"
"""Before a saved search."""
FEED_SIGN = "»"
"""Before a feed."""


class LibraryRows(LazyRows):
    """Articles in their order, each made a row when it is looked at: there may be 20,000."""

    def __init__(
        self,
        entries: Sequence[Entry],
        width_cells: Callable[[], int],
        picked: Collection[str] = (),
    ) -> None:
        """Make no row yet.

        Args:
            entries: The articles.
            width_cells: Says how wide the list is.
            picked: The paths of those that the next change is about.
        """
        self._entries = entries
        self._width_cells = width_cells
        self._picked = picked
        self.places: Mapping[str, int] | None = None
        """Where each stands, by its path; None: found when it is asked for."""
        self.shared: frozenset[str] | None = None
        """The titles that several have; None: those that several of these have."""

    def __len__(self) -> int:
        return len(self._entries)

    def row_at(self, index: int) -> Row:
        """Make the row of an article."""
        entry = self._entries[index]
        if self.shared is None:
            self.shared = shared_titles(self._entries)
        return entry_row(
            entry,
            self._width_cells(),
            is_picked=entry.path in self._picked,
            is_named=entry.title in self.shared,
        )

    def index_of(self, ref: str) -> int | None:
        """Where the article of a path stands."""
        if self.places is None:
            self.places = {entry.path: n for n, entry in enumerate(self._entries)}
        return self.places.get(ref)


def group_row(group: Group, count: int | None) -> Row:
    """A group of articles with its count, where that is known."""
    is_faulty = group.feed is not None and group.feed.fault is not None
    aside = "" if count is None else number(count)
    depth = group.value.count("/") - 1 if group.kind is GroupKind.FOLDER else 0
    return Row(
        (Words(glimpse(group_name(group)), "bad" if is_faulty else ""),),
        ref=group_ref(group),
        sign=FAULT_SIGN if is_faulty else " ",
        max_lines=1,
        indent_cells=min(depth, 6),
        aside=Words(aside, "muted"),
        aside_cells=cells(aside),
    )


def group_ref(group: Group) -> str:
    """How the row of a group is known."""
    return f"{group.kind.value}:{group.value}"


def group_name(group: Group) -> str:
    """A group as the list of groups calls it."""
    if group.feed is not None:
        return f"{FEED_SIGN} {group.feed.title}"
    if group.kind in (GroupKind.ALL, GroupKind.NOTES):
        return _("All") if group.kind is GroupKind.ALL else _("All notes")
    if group.kind is GroupKind.SEARCH:
        return f"{SEARCH_SIGN}{group.value}"
    if group.kind is GroupKind.TAG:
        return f"#{group.value}"
    if group.kind is GroupKind.FOLDER:
        return f"{group.value.rstrip('/').rpartition('/')[2]}/"
    return standing_name(Standing(group.value))


def standing_name(standing: Standing) -> str:
    """How articles stand with the reader, in a word."""
    return {
        Standing.UNREAD: _("Unread"),
        Standing.READING: _("Reading"),
        Standing.NOTED: _("Noted"),
        Standing.CHANGED: _("Changed"),
        Standing.STARRED: _("Starred"),
    }[standing]


def preview_rows(entry: Entry, preview: Preview | None) -> list[Row]:
    """What there is to say of the article at hand.

    Args:
        entry: The article.
        preview: What was found in it; None while nothing is.
    """
    rows = [Row((Words(glimpse(entry.title), "title", bold=True),)), *_facts(entry)]
    fault = entry.fault or (preview.fault if preview else None)
    if fault:
        rows.append(Row((Words(one_line(fault), "bad"),), sign=FAULT_SIGN))
    if preview is None or preview.brief is None:
        return rows if fault else [*rows, Row((Words("…", "muted"),))]
    brief = preview.brief
    rows += _section(_("Summary"), summary_rows(brief))
    rows += _section(_("Figures"), figure_rows(brief, preview.language))
    rows += _section(_("States"), state_rows(brief.states, brief))
    notes = (
        Row((Words(glimpse(note.text or note.quote)),), sign=GUTTER_SIGNS[MarkKind.NOTE])
        for note in preview.notes
    )
    return [*rows, *_section(_("Notes"), notes)]


def _section(title: str, rows: Iterable[Row]) -> Iterator[Row]:
    """Rows below their title; nothing where there are none."""
    found = list(rows)
    if found:
        yield Row((Words(" "),))
        yield Row((Words(title, "heading", bold=True),))
        yield from found


def _facts(entry: Entry) -> Iterator[Row]:
    when = one_line((entry.published or "")[:DATE_CELLS])
    length = _("{count} min").format(count=number(minutes(entry.characters)))
    standings = [standing_name(Standing(each)).lower() for each in entry.standings]
    read = _("{percent} % read").format(percent=entry.percent) if 0 < entry.percent < 100 else ""
    lines = [
        [when, ", ".join(map(glimpse, entry.authors)), glimpse(entry.site or "")],
        [entry.language or "", length if entry.characters else "", *standings, read],
        [" ".join(f"#{glimpse(tag)}" for tag in entry.tags)],
        [glimpse(entry.path)],
    ]
    for line in lines:
        said = " · ".join(fact for fact in line if fact)
        if said:
            yield Row((Words(said, "muted"),))
