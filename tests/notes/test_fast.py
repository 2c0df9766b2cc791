"""The short way to read a note says what the general way says, or nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.note import Note, Via
from briefing.notes.fast import fast_note
from briefing.notes.schema import note as read_note
from briefing.notes.writer import note_lines
from briefing.text.strict_yaml import parse
from briefing.text.strict_yaml_writer import NEEDS_ESCAPE
from tests.notes.sample_notes import PLAIN, notes, ordinary_notes, sample


@given(st.one_of(notes, ordinary_notes))
def test_the_short_way_reads_what_the_general_way_reads(note: Note) -> None:
    raw = note_lines(note)
    fast = None if NEEDS_ESCAPE.search(raw) else fast_note(raw)
    general = read_note(parse(raw, where="n").items[0])
    assert general == note
    assert fast in (None, note)


@given(
    ordinary_notes,
    st.lists(
        st.tuples(
            st.integers(0, 10**6),
            st.integers(0, 3),
            st.text(" \n\t'\"|>#:-,[]{}&*!?%@`~a1", max_size=3),
        ),
        min_size=1,
        max_size=3,
    ),
)
def test_the_short_way_is_never_wrong_about_what_someone_typed(
    note: Note, edits: list[tuple[int, int, str]]
) -> None:
    raw = note_lines(note)
    for place, removed, typed in edits:
        start = place % (len(raw) + 1)
        raw = raw[:start] + typed + raw[start + removed :]
    fast = None if NEEDS_ESCAPE.search(raw) else fast_note(raw)
    if fast is not None:
        assert read_note(parse(raw, where="n").items[0]) == fast


def test_an_ordinary_note_goes_the_short_way() -> None:
    assert fast_note(note_lines(PLAIN)) == PLAIN
    imported = sample("a1", via=Via("hypothesis", "xYz"), text=" a\n\nb\n\n", tags=("a b", "no"))
    assert fast_note(note_lines(imported)) == imported
