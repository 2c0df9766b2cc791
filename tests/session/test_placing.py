"""Notes find their passages again, through one revision or many."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from briefing.anchoring.describe import describe
from briefing.model.anchor import MatchState
from briefing.model.note import Note, NoteKind, NoteState
from briefing.model.span import Span
from briefing.session.placing import Placer
from briefing.text.revisions import revision_of

BASE = (
    "The committee met on Monday. It counted eleven states. Rain fell all day.\n"
    "A second report will follow in autumn. Nobody objected to that.\n"
    "The vote was short. Ten were in favour and one was absent.\n"
)


def note_on(text: str, words: str) -> Note:
    span = Span(text.index(words), text.index(words) + len(words))
    anchor = describe(text, span)
    return Note(
        id="a1",
        kind=NoteKind.NOTE,
        by="anna",
        created="2026-11-22T08:00:00Z",
        updated="2026-11-22T08:00:00Z",
        state=NoteState.OPEN,
        rev=revision_of(text),
        at=span,
        quote=words,
        before=anchor.before,
        after=anchor.after,
    )


def place(note: Note, texts: Sequence[str], kept: Sequence[str] | None = None) -> str | None:
    """What a note's passage says in the last of some texts."""
    known = {revision_of(text): text for text in (texts if kept is None else kept)}
    placer = Placer(texts[-1], known.get)
    [placed] = placer.place([note], [revision_of(text) for text in texts])
    return None if placed.span is None else placed.span.of(texts[-1])


def test_on_the_same_text_a_note_stays_where_it_is() -> None:
    note = note_on(BASE, "eleven states")
    [placed] = Placer(BASE, lambda _name: None).place([note])
    assert (placed.span, placed.match.confidence) == (note.at, 1.0)


def test_a_note_follows_its_words_when_they_change() -> None:
    after = "Late news. " + BASE.replace("eleven states", "twelve states")
    assert place(note_on(BASE, "counted eleven states."), [BASE, after]) == "counted twelve states."


def test_through_many_small_changes_a_note_ends_where_none_of_its_words_are_left() -> None:
    steps = [
        ("counted eleven states", "counted eleven members"),
        ("It counted eleven members", "It found eleven members"),
        ("It found eleven members", "The chair found eleven members"),
        ("found eleven members", "found twelve members"),
    ]
    texts = [BASE]
    for old, new in steps:
        texts.append(texts[-1].replace(old, new))
    assert all(one != two for one, two in pairwise(texts))
    found = place(note_on(BASE, "counted eleven states"), texts)
    assert found == "found twelve members"


def test_a_passage_that_comes_back_is_found_again() -> None:
    without = BASE.replace("It counted eleven states. ", "")
    again = BASE + "More.\n"
    found = place(note_on(BASE, "It counted eleven states."), [BASE, without, again])
    assert found == "It counted eleven states."


def test_a_deleted_passage_is_an_orphan() -> None:
    after = BASE.replace("It counted eleven states. ", "")
    assert place(note_on(BASE, "It counted eleven states."), [BASE, after]) is None


def test_without_its_text_a_note_is_looked_for_by_its_words() -> None:
    after = "Late news. " + BASE
    assert place(note_on(BASE, "eleven states"), [BASE, after], kept=[]) == "eleven states"


def test_a_note_whose_offsets_are_wrong_is_looked_for_by_its_words() -> None:
    note = note_on(BASE, "eleven states")
    for at in (Span(0, 5), Span(10**9, 10**9 + 5), Span(0, 0)):
        moved = Note(**{**{n: getattr(note, n) for n in Note.__slots__}, "at": at})
        assert place(moved, [BASE]) == "eleven states"


def test_notes_of_several_revisions_are_placed_together() -> None:
    second = "Late news. " + BASE
    third = second.replace("Rain fell", "Snow fell")
    known = {revision_of(text): text for text in (BASE, second, third)}
    notes = [
        note_on(BASE, "eleven states"),
        note_on(second, "Late news"),
        note_on(third, "Snow fell"),
    ]
    placed = Placer(third, known.get).place(notes, list(known))
    assert [p.span.of(third) for p in placed if p.span] == [n.quote for n in notes]


def test_a_text_that_was_current_before_is_no_revision_on_the_way() -> None:
    other = BASE.replace("eleven", "twelve")
    note = note_on(other, "twelve states")
    assert place(note, [BASE, other, BASE]) == "eleven states"


@pytest.mark.parametrize("text", ["", "x", "\ud800"])
def test_odd_texts_have_revision_ofs_and_orphans(text: str) -> None:
    assert len(revision_of(text)) == 64
    [placed] = Placer(text, lambda _name: None).place([note_on(BASE, "eleven states")])
    assert placed.match.state is MatchState.ORPHAN
