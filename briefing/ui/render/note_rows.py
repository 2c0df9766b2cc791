"""Notes as rows of a panel, and what else there is to say of one note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.model.anchor import MatchState, Wording
from briefing.model.mark import MarkKind
from briefing.model.note import Conflict, Note, NoteKind, NoteState
from briefing.session.wording import wording_words
from briefing.text.fitting import GLIMPSE, glimpse
from briefing.text.i18n import _
from briefing.text.local_forms import moment
from briefing.ui.render.palette import CHANGED_SIGN, GUTTER_SIGNS, UNCERTAIN_SIGN
from briefing.ui.render.rows import LazyRows, Row, Words, wordings

if TYPE_CHECKING:  # what places notes is loaded when there are some
    from briefing.session.placing import PlacedNote

_KIND_SIGNS = {
    NoteKind.HIGHLIGHT: GUTTER_SIGNS[MarkKind.HIGHLIGHT],
    NoteKind.NOTE: GUTTER_SIGNS[MarkKind.NOTE],
    NoteKind.QUESTION: GUTTER_SIGNS[MarkKind.QUESTION],
    NoteKind.CORRECTION: GUTTER_SIGNS[MarkKind.CORRECTION],
    NoteKind.BOOKMARK: GUTTER_SIGNS[MarkKind.BOOKMARK],
}

ORPHAN_SIGN = "∅"
"""Stands before a note whose passage is not in the text."""
_SURROUNDINGS = 32
"""How many characters a panel shows of what stood before and after a lost passage."""
_MOST_TAGS = 50
"""So many tags are looked at; a row has room for fewer."""
_LINES = 2
_LINES_LOST = 5
"""A lost passage is told with what stood around it, a changed one in both wordings."""


class NoteRows(LazyRows):
    """Notes in their order, each made a row when it is looked at: there may be 10,000.

    The row made last is kept: each key asks several times for that of the cursor.
    """

    def __init__(self, placed: Sequence[PlacedNote]) -> None:
        self._placed = placed
        self._last: tuple[PlacedNote, Row] | None = None

    def __len__(self) -> int:
        return len(self._placed)

    def row_at(self, index: int) -> Row:
        """Make the row of a note."""
        placed = self._placed[index]
        if self._last is None or self._last[0] is not placed:
            self._last = placed, note_row(placed)
        return self._last[1]

    def index_of(self, ref: str) -> int | None:
        """Where the note of an id stands."""
        found = (n for n, placed in enumerate(self._placed) if placed.note.id == ref)
        return next(found, None)


def note_row(placed: PlacedNote) -> Row:
    """One note: what is odd about its place, what it says, and its passage."""
    note = placed.note
    said = glimpse(note.text)
    is_lost = placed.match.state is MatchState.ORPHAN
    words = [
        *_state_words(placed),
        *((Words("✓ ", "good"),) if note.state is NoteState.RESOLVED else ()),
        *((Words(f"{said} "),) if said else ()),
        *(Words(f"#{glimpse(tag)} ", "muted") for tag in note.tags[:_MOST_TAGS]),
        *(_surrounded(note) if is_lost else _wordings(placed)),
        *_about(note),
        *((Words(" " + _("conflict"), "bad"),) if note.conflicts else ()),
    ]
    return Row(
        tuple(words),
        spans=() if placed.span is None else (placed.span,),
        ref=note.id,
        sign=_sign(placed),
        max_lines=_LINES_LOST if is_lost or placed.match.changed else _LINES,
    )


def note_facts(placed: PlacedNote) -> list[str]:
    """What the dialog tells of a note besides its words, a line each."""
    note = placed.note
    dates = [moment(note.created)] if note.created else []
    if note.updated != note.created:
        dates.append(_("changed {when}").format(when=moment(note.updated)))
    facts = [fact for fact in (glimpse(note.by), *dates) if fact]
    if note.state is NoteState.RESOLVED:
        facts.append(_("resolved"))
    if note.via is not None:
        facts.append(_("from {system}").format(system=glimpse(note.via.system)))
    return [" · ".join(facts), *_place_facts(placed), *map(_conflict_fact, note.conflicts)]


def note_line(placed: PlacedNote) -> str:
    """A note in a few words: what it says, else its passage."""
    return glimpse(placed.note.text or wording_words(placed))


def _sign(placed: PlacedNote) -> str:
    if placed.match.state is MatchState.ORPHAN:
        return ORPHAN_SIGN
    if placed.match.state is MatchState.UNCERTAIN:
        return UNCERTAIN_SIGN
    if placed.match.changed:
        return CHANGED_SIGN
    return _KIND_SIGNS[placed.note.kind]


def _state_words(placed: PlacedNote) -> tuple[Words, ...]:
    if placed.match.state is MatchState.ORPHAN:
        return (Words(_("passage lost") + " ", "bad"),)
    if placed.match.state is MatchState.UNCERTAIN:
        return (Words(_("uncertain") + " ", "uncertain"),)
    return ()


def _wordings(placed: PlacedNote) -> tuple[Words, ...]:
    """The passage; where its words are others now, both wordings."""
    if placed.match.now is None:
        return (_quoted(placed.note),)
    return wordings(Wording(placed.note.quote, placed.match.now))


def _about(note: Note) -> tuple[Words, ...]:
    """The passage of another document that it is about, too."""
    if note.about is None:
        return ()
    said = f"«{glimpse(note.about.quote)}»"
    return (
        Words(f" → {glimpse(note.about.document)} ", "muted"),
        Words(said, "quote", italic=True),
    )


def _quoted(note: Note) -> Words:
    return Words(f"«{glimpse(note.quote)}»", "quote", italic=True)


def _surrounded(note: Note) -> Iterator[Words]:
    """A passage between the words that stood around it."""
    before, after = glimpse(note.before[-_SURROUNDINGS:]), glimpse(note.after[:_SURROUNDINGS])
    if before:
        yield Words(f"…{before} ", "muted")
    yield _quoted(note)
    if after:
        yield Words(f" {after}…", "muted")


def _place_facts(placed: PlacedNote) -> Iterator[str]:
    note = placed.note
    for was in note.was:
        when, quote = moment(was.date), glimpse(was.quote)
        yield _("until {when} the words were «{quote}»").format(when=when, quote=quote)
    if placed.match.changed:
        yield _("other words stand here now: {wordings}").format(
            wordings=glimpse(wording_words(placed))
        )
    if placed.match.state is MatchState.ANCHORED:
        return
    before, after = note.before[-GLIMPSE:], note.after[:GLIMPSE]
    around = " ".join(f"…{before}«{glimpse(note.quote)}»{after}…".split())
    if placed.match.state is MatchState.ORPHAN:
        yield _("passage lost; it stood here: {around}").format(around=around)
    else:
        yield _("place uncertain; it stood here: {around}").format(around=around)


def _conflict_fact(conflict: Conflict) -> str:
    value = conflict.value
    words = ", ".join(value) if isinstance(value, tuple) else value or "–"
    return _("lost in a merge: {field} «{value}» ({by}, {when})").format(
        field=conflict.field,
        value=glimpse(words),
        by=conflict.by,
        when=moment(conflict.updated),
    )
