"""Notes to store: single ones by hand, and all kinds of them for property tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from briefing.model.note import Conflict, Note, NoteKind, Notes, NoteState, Revision, Via, Was
from briefing.model.span import Span
from briefing.notes.merge import in_order

REV = "9f2c" * 16
PLAIN = Note(
    id="k3q9m2vxt7",
    kind=NoteKind.NOTE,
    by="anna",
    created="2026-11-22T08:15:30Z",
    updated="2026-11-22T09:00:00Z",
    state=NoteState.OPEN,
    rev=REV,
    at=Span(125, 150),
    quote="tra cui razzi e pavimenti",
    before="materiale: ",
    after=" di artiglieria.\nStop",
    color="yellow",
    tags=("traduzione", "da fare"),
    text="Errore di traduzione.\nMeglio «granate» 🎉.\n",
)


def sample(note_id: str, **changes: Any) -> Note:
    """A note like `PLAIN` with another id and other fields."""
    return replace(PLAIN, id=note_id, **changes)


def holding(*notes: Note, **changes: Any) -> Notes:
    """These notes, of one article."""
    held = Notes("corea", "La Corea", "it", (Revision(REV, "2026-11-22T08:00:00Z"),))
    return replace(held, notes=in_order(notes), **changes)


_characters = st.characters(exclude_categories=["Cs"])
words = st.one_of(
    st.text(_characters, max_size=12),
    st.text(alphabet=" \t\n\r\x85\u2028\ufeff:#-|>'\"[]{},ab1.é🎉\x00", max_size=10),
    st.sampled_from(["", "no", "22:30", "14.000", "a\n\n", "\n", " x\ny", "a\n  \nb\n"]),
)
ids = st.sampled_from(["a1", "b2", "c3", "no", "e5"])
times = st.sampled_from([f"2026-11-22T08:0{minute}:00Z" for minute in range(4)])
revs = st.sampled_from([REV, "0" * 64, "1e" + "0" * 62])
_values = st.one_of(words, st.integers(), st.none(), st.decimals("-9", "9", places=2))
extras = st.dictionaries(
    st.sampled_from(["weight", "y", "later key"]),
    st.one_of(_values, st.lists(_values, max_size=2), st.dictionaries(words, _values, max_size=2)),
    max_size=2,
)
conflicts = st.builds(
    Conflict,
    field=st.sampled_from(["text", "color", "at"]),
    value=st.one_of(words, st.none(), st.lists(words, max_size=2).map(tuple)),
    by=words,
    updated=times,
)
_WAS = [Was(quote, "0" * 64, date) for quote, date in (("no", "2026"), ("a\n\n", "2025"))]
earlier = st.sampled_from([(), (), (), (_WAS[0],), (_WAS[1],), (_WAS[1], _WAS[0])])
"""Wordings that a note had."""
notes = st.builds(
    Note,
    id=ids,
    kind=st.sampled_from(NoteKind),
    by=words,
    created=times,
    updated=times,
    state=st.sampled_from(NoteState),
    rev=revs,
    at=st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda ends: Span(*sorted(ends))),
    quote=words,
    before=words,
    after=words,
    color=st.one_of(st.none(), words, st.sampled_from(["yellow", "green"])),
    tags=st.lists(words, max_size=3, unique=True).map(tuple),
    text=words,
    was=earlier,
    conflicts=st.lists(conflicts, max_size=2, unique_by=repr).map(tuple),
    via=st.one_of(st.none(), st.builds(Via, words, st.one_of(st.none(), words))),
    extra=extras,
)
ordinary_notes = st.builds(
    sample,
    st.just("a1"),
    text=st.one_of(st.just(""), st.text(" \n\tab#:'-", max_size=12)),
    quote=st.sampled_from(["tra cui", "a 'b'", "due\nrighe", "x: y", "- a", "a \n  b"]),
    tags=st.lists(st.sampled_from(["a", "da fare", "no", "a:b", "l'x", "1"]), unique=True).map(
        tuple
    ),
    color=st.sampled_from([None, "yellow"]),
    via=st.sampled_from([None, Via("hypothesis", "xYz")]),
)
"""Notes as people make them, mostly."""


def _held(found: list[Note], title: str | None, extra: dict[str, object]) -> Notes:
    revisions = tuple(Revision(rev, f"2026-11-22T0{n}:00:00Z") for n, rev in enumerate([REV]))
    return Notes("corea", title, "it", revisions, in_order(found), (), extra)


held_notes = st.builds(
    _held,
    st.lists(notes, max_size=4, unique_by=lambda note: note.id),
    st.one_of(st.none(), words),
    extras,
)
