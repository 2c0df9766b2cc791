"""Notes as rows: an orphan tells where it stood, and 10,000 notes cost no more than ten."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.anchor import ORPHAN, Match, MatchState
from briefing.model.note import Conflict, Note, NoteKind, NoteState, Was
from briefing.model.span import Span
from briefing.session.placing import PlacedNote
from briefing.ui.render.note_rows import NoteRows, note_facts, note_row

NOTE = Note(
    id="a1",
    kind=NoteKind.NOTE,
    by="anna",
    created="2026-11-22T08:00:00Z",
    updated="2026-11-22T09:30:00Z",
    state=NoteState.RESOLVED,
    rev="0" * 64,
    at=Span(5, 12),
    quote="rockets",
    before="there were ",
    after=" sent by sea",
    text="check",
    conflicts=(Conflict("text", "look", "ben", "2026-11-22T09:00:00Z"),),
)
EARLIER = Was("bombs", "1" * 64, "2026-11-22T09:00:00Z")
FOUND = Match(Span(5, 12), MatchState.ANCHORED, 1.0)
DOUBTFUL = Match(Span(5, 12), MatchState.UNCERTAIN, 0.6)


def test_an_orphan_tells_its_passage_between_what_stood_around_it() -> None:
    row = note_row(PlacedNote(NOTE, ORPHAN))
    assert "…there were «rockets» sent by sea…" in row.text
    assert row.spans == ()
    assert row.sign == "∅"


def test_a_note_whose_words_changed_shows_both_wordings_under_a_sign_of_its_own() -> None:
    changed = replace(FOUND, changed=True, now="missiles")
    row = note_row(PlacedNote(NOTE, changed))
    assert (row.sign, "was «rockets» now «missiles»" in row.text) == ("≠", True)
    facts = "\n".join(note_facts(PlacedNote(replace(NOTE, was=(EARLIER,)), changed)))
    assert "was «rockets» now «missiles»" in facts
    assert "«bombs»" in facts


def test_an_uncertain_note_says_so_and_leads_to_where_it_was_found() -> None:
    row = note_row(PlacedNote(NOTE, DOUBTFUL))
    assert row.sign == "~"
    assert "uncertain" in row.text
    assert row.spans == (Span(5, 12),)


def test_the_facts_name_author_dates_state_and_what_lost() -> None:
    first, lost = note_facts(PlacedNote(NOTE, FOUND))
    assert first == "anna · 2026-11-22 08:00 · changed 2026-11-22 09:30 · resolved"
    assert "text «look» (ben, 2026-11-22 09:00)" in lost
    assert any("there were «rockets»" in fact for fact in note_facts(PlacedNote(NOTE, ORPHAN)))


def test_rows_are_found_by_id_and_made_when_asked_for() -> None:
    rows = NoteRows([PlacedNote(NOTE, FOUND)])
    assert rows.index_of("a1") == 0
    assert rows.index_of("zz") is None
    assert [row.ref for row in rows[:]] == ["a1"]
