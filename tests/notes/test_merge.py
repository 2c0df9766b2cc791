"""Two people's notes become one, and nothing of either is lost."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.note import Conflict, Note, Notes, NoteState, Revision, UnreadableNote, Was
from briefing.model.span import Span
from briefing.notes.format import format_notes
from briefing.notes.merge import merge, merge_note
from briefing.notes.parse import parse_notes
from tests.notes.sample_notes import PLAIN, REV, held_notes, holding, notes, sample

NINE, TEN, ELEVEN = (f"2026-11-22T{hour}:00:00Z" for hour in ("09", "10", "11"))
BROKEN = UnreadableNote(9, "why", "- id: x1\n  kind: sketch\n", "x1")


@st.composite
def versions(draw: st.DrawFn) -> tuple[Notes | None, Notes, Notes]:
    """An ancestor or none, and two versions that share ids with it and with each other."""
    base = draw(held_notes)
    ours, theirs = draw(_version(base)), draw(_version(base))
    return (base if draw(st.booleans()) else None), ours, theirs


@st.composite
def _version(draw: st.DrawFn, base: Notes) -> Notes:
    kept = [note for note in base.notes if draw(st.integers(0, 4))]
    changed = [_mixed(note, draw(notes), draw(st.integers(0, 255))) for note in kept]
    taken = {note.id for note in base.notes}
    new = [note for note in draw(st.lists(notes, max_size=2)) if note.id not in taken]
    unreadable = draw(
        st.sampled_from([(), (BROKEN,), (replace(BROKEN, raw="- id: a1\n", id="a1"),)])
    )
    found = {note.id: note for note in (*changed, *new)}
    return replace(holding(*found.values()), unreadable=unreadable, extra=base.extra)


def _mixed(note: Note, other: Note, mask: int) -> Note:
    """A note with some of another note's fields, as an edit would leave it."""
    if mask < 64:
        return note
    names = ("color", "text", "tags", "state", "kind", "extra", "conflicts", "quote", "was")
    taken = {name: getattr(other, name) for bit, name in enumerate(names) if mask >> bit & 1}
    return replace(note, **taken, updated=other.updated)


@settings(max_examples=40)
@given(versions())
def test_it_does_not_matter_which_side_is_which(
    version: tuple[Notes | None, Notes, Notes],
) -> None:
    base, ours, theirs = version
    assert merge(base, ours, theirs) == merge(base, theirs, ours)


@settings(max_examples=40)
@given(versions())
def test_merging_again_changes_nothing(version: tuple[Notes | None, Notes, Notes]) -> None:
    base, ours, theirs = version
    once = merge(base, ours, theirs)
    assert merge(base, once, once).notes == once.notes
    assert merge(base, once, theirs) == once
    assert merge(base, ours, once) == once
    assert merge(None, once, once) == once


@settings(max_examples=40)
@given(held_notes)
def test_a_version_merged_with_itself_is_itself(held: Notes) -> None:
    assert merge(None, held, held) == held
    assert merge(held, held, held) == held


@settings(max_examples=40)
@given(versions())
def test_no_note_is_lost(version: tuple[Notes | None, Notes, Notes]) -> None:
    base, ours, theirs = version
    merged = merge(base, ours, theirs)
    found = {note.id for note in merged.notes} | {note.id for note in merged.unreadable}
    sides = (ours, theirs) if base is None else (base, ours, theirs)
    assert found >= {note.id for side in sides for note in side.notes}
    raws = {note.raw for note in merged.unreadable}
    if base is None:
        assert raws == {note.raw for side in (ours, theirs) for note in side.unreadable}


@settings(max_examples=40)
@given(versions())
def test_no_text_is_lost_unless_one_side_replaced_it(
    version: tuple[Notes | None, Notes, Notes],
) -> None:
    base, ours, theirs = version
    merged = merge(base, ours, theirs)
    for note in (*ours.notes, *theirs.notes):
        after, before = merged.find(note.id), base.find(note.id) if base else None
        if after is None or (before is not None and before.text == note.text):
            continue
        lost = [item.value for item in after.conflicts if item.field == "text"]
        assert note.text in (after.text, *lost)


@settings(max_examples=40)
@given(versions())
def test_what_was_merged_can_be_saved(version: tuple[Notes | None, Notes, Notes]) -> None:
    merged = merge(*version)
    written = parse_notes(format_notes(merged), where="n").notes
    assert written.notes == merged.notes


def test_changes_of_different_fields_are_both_taken() -> None:
    ours, theirs = replace(PLAIN, text="a", updated=TEN), replace(PLAIN, color="blue", updated=NINE)
    (merged,) = merge(holding(PLAIN), holding(ours), holding(theirs)).notes
    assert merged == replace(PLAIN, text="a", color="blue", updated=TEN)


def test_of_two_changes_the_later_wins_and_the_other_is_kept() -> None:
    ours = replace(PLAIN, text="ours", updated=TEN)
    theirs = replace(PLAIN, text="theirs", by="bruno", updated=ELEVEN)
    (merged,) = merge(holding(PLAIN), holding(ours), holding(theirs)).notes
    assert merged.text == "theirs"
    assert merged.by == "anna"
    assert merged.conflicts == (Conflict("text", "ours", "anna", TEN),)


def test_at_the_same_time_the_greater_value_wins() -> None:
    ours, theirs = replace(PLAIN, text="b"), replace(PLAIN, text="a")
    (merged,) = merge(None, holding(ours), holding(theirs)).notes
    assert (merged.text, merged.conflicts[0].value) == ("b", "a")


def test_an_edit_beats_a_deletion() -> None:
    ours = replace(PLAIN, text="still needed", updated=NINE)
    theirs = replace(PLAIN, state=NoteState.DELETED, updated=TEN)
    for base in (holding(PLAIN), None):
        (merged,) = merge(base, holding(ours), holding(theirs)).notes
        assert merged.state is NoteState.OPEN


def test_a_deletion_of_an_untouched_note_holds() -> None:
    theirs = replace(PLAIN, state=NoteState.DELETED, updated=TEN)
    for base in (holding(PLAIN), None):
        (merged,) = merge(base, holding(PLAIN), holding(theirs)).notes
        assert merged.state is NoteState.DELETED


def test_a_note_restored_after_its_deletion_stays() -> None:
    deleted = replace(PLAIN, state=NoteState.DELETED, updated=TEN)
    restored = replace(PLAIN, updated=ELEVEN)
    for base in (holding(deleted), None):
        (merged,) = merge(base, holding(deleted), holding(restored)).notes
        assert merged.state is NoteState.OPEN


def test_a_note_removed_by_hand_becomes_a_deleted_one() -> None:
    merged = merge(holding(PLAIN), holding(PLAIN), holding())
    assert merged.notes == (replace(PLAIN, state=NoteState.DELETED),)
    edited = replace(PLAIN, text="needed", updated=TEN)
    assert merge(holding(PLAIN), holding(edited), holding()).notes == (edited,)


def test_the_same_new_wording_accepted_on_both_sides_is_no_conflict() -> None:
    base = replace(PLAIN, quote="over 350")
    now = replace(base, quote="over 30", rev="1e" * 32, at=Span(5, 12))
    ours = replace(now, was=(Was("over 350", REV, TEN),), updated=TEN)
    theirs = replace(now, was=(Was("over 350", REV, NINE),), updated=NINE)
    merged = merge_note(base, ours, theirs)
    assert (merged.quote, merged.conflicts) == ("over 30", ())
    assert merged.was == (Was("over 350", REV, NINE),)


def test_wordings_of_both_sides_are_kept() -> None:
    ours = replace(PLAIN, was=(Was("a", REV, TEN),), updated=TEN)
    theirs = replace(PLAIN, was=(Was("b", REV, NINE),), updated=NINE)
    assert [was.quote for was in merge_note(None, ours, theirs).was] == ["b", "a"]


def test_tags_merge_as_sets() -> None:
    base = replace(PLAIN, tags=("a", "b", "c"))
    ours = replace(base, tags=("a", "c", "z"), updated=TEN)
    theirs = replace(base, tags=("c", "a", "b", "x"), updated=NINE)
    (merged,) = merge(holding(base), holding(ours), holding(theirs)).notes
    assert merged.tags == ("a", "c", "x", "z")
    assert merged.conflicts == ()


def test_a_place_is_never_mixed_of_two_texts() -> None:
    ours = replace(PLAIN, rev="0" * 64, at=Span(1, 2), updated=TEN)
    theirs = replace(PLAIN, rev="1" * 64, quote="altro", updated=ELEVEN)
    (merged,) = merge(holding(PLAIN), holding(ours), holding(theirs)).notes
    assert (merged.rev, merged.at, merged.quote) == (theirs.rev, theirs.at, theirs.quote)
    assert merged.conflicts[0].field == "at"
    assert merged.conflicts[0].value == ("0" * 64, "1", "2", ours.quote, ours.before, ours.after)


def test_a_conflict_that_someone_cleared_does_not_come_back() -> None:
    with_conflict = replace(PLAIN, conflicts=(Conflict("text", "x", "anna", NINE),))
    cleared = replace(PLAIN, updated=TEN)
    other = replace(with_conflict, color="blue", updated=ELEVEN)
    (merged,) = merge(holding(with_conflict), holding(cleared), holding(other)).notes
    assert merged.conflicts == ()


def test_unreadable_notes_of_both_sides_survive() -> None:
    other = UnreadableNote(20, "why", "- id: y1\n", "y1")
    ours, theirs = holding(unreadable=(BROKEN,)), holding(unreadable=(other,))
    assert merge(holding(), ours, theirs).unreadable == (BROKEN, other)
    mended = sample("x1")
    merged = merge(holding(unreadable=(BROKEN,)), ours, holding(mended))
    assert (merged.notes, merged.unreadable) == ((mended,), ())


def test_a_note_that_became_unreadable_is_not_also_deleted() -> None:
    note = sample("x1")
    merged = merge(holding(note), holding(note), holding(unreadable=(BROKEN,)))
    assert (merged.notes, merged.unreadable) == ((), (BROKEN,))


def test_unknown_keys_of_both_sides_survive() -> None:
    ours = replace(PLAIN, extra={"a": 1, "c": "x"}, updated=TEN)
    theirs = replace(PLAIN, extra={"b": [2], "c": "was"}, updated=NINE)
    merged = merge(None, holding(ours, extra={"k": 1}), holding(theirs, extra={"l": 2, "k": 1}))
    assert merged.notes[0].extra == {"a": 1, "b": [2], "c": "x"}
    assert [item.value for item in merged.notes[0].conflicts] == ["was"]
    assert merged.extra == {"k": 1, "l": 2}


def test_revisions_of_both_sides_are_listed_once() -> None:
    one, two = Revision(REV, NINE), Revision("0" * 64, TEN)
    ours, theirs = holding(revisions=(one,)), holding(revisions=(two, replace(one, date=TEN)))
    assert merge(None, ours, theirs).revisions == (one, two)
