"""What is written is read back, and what nobody touched is written back as it stood."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.errors import FormatError
from briefing.model.note import Note, Notes, NoteState, UnreadableNote
from briefing.notes.format import NotesFile, format_notes
from briefing.notes.merge import in_order
from briefing.notes.parse import parse_notes
from briefing.notes.writer import note_lines
from tests.notes.sample_notes import (
    PLAIN,
    REV,
    held_notes,
    holding,
    notes,
    sample,
)

TYPED = ["", "\n", "\r", "\r\n", "\u2028", "\ufeff", *"-|#[}'\"\ta", "- ", "  ", ": "]
CASES = Path(__file__).parents[1] / "cases" / "notes"


def _lines(text: str) -> set[str]:
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    return {line for line in text.split("\n") if line.strip()}


def read(text: str) -> NotesFile:
    return parse_notes(text, where="n.yaml", article="corea")


@settings(max_examples=40)
@given(held_notes)
def test_notes_are_read_back_as_they_were_written(held: Notes) -> None:
    written = format_notes(held)
    assert read(written).notes == held
    data = yaml.safe_load(written)
    assert [item["text"] for item in data["notes"] if "text" in item] == [
        note.text for note in held.notes if note.text
    ]


@settings(max_examples=40)
@given(held_notes, notes)
def test_only_the_changed_note_is_written_anew(held: Notes, changed: Note) -> None:
    before = read(format_notes(held))
    others = tuple(note for note in held.notes if note.id != changed.id)
    after = replace(held, notes=(*others, changed))
    text = format_notes(after, before)
    assert len(read(text).notes.notes) == len(after.notes)
    assert all(before.raws[note.id] in text for note in others)


def test_the_file_looks_as_it_is_documented() -> None:
    assert format_notes(holding(PLAIN)) == (CASES / "plain.yaml").read_text(encoding="utf-8")


def test_a_file_written_by_hand_is_read_and_kept_line_by_line() -> None:
    text = (CASES / "by_hand.yaml").read_text(encoding="utf-8")
    found = read(text)
    assert [note.id for note in found.notes.notes] == ["a1", "b2", "c3"]
    assert found.notes.unreadable == ()
    assert found.notes.extra == {"mood": "yes"}
    assert found.notes.notes[0].extra == {"weight": 3, "seen": ["x", None]}
    assert found.notes.notes[1].text == "Una riga.\n"
    assert format_notes(found.notes, found) == text


def test_changing_one_note_leaves_the_comments_and_keys_of_the_others() -> None:
    text = (CASES / "by_hand.yaml").read_text(encoding="utf-8")
    found = read(text)
    first, *others = found.notes.notes
    changed = replace(found.notes, notes=(replace(first, text="nuovo"), *others))
    written = format_notes(changed, found)
    assert read(written).notes == changed
    assert "# about the second" in written
    assert "# about the first" in written
    assert "flag: yes # unknown" in written
    assert "weight: 3" in written


def test_notes_that_cannot_be_read_are_kept_as_they_are() -> None:
    text = (CASES / "broken.yaml").read_text(encoding="utf-8")
    found = read(text)
    assert [note.id for note in found.notes.notes] == ["good1", "good2"]
    assert [(item.line_number, item.id) for item in found.notes.unreadable] == [
        (16, "kind1"),
        (27, "quote1"),
        (31, "at1"),
        (38, "good1"),
        (54, None),
    ]
    added = replace(found.notes, notes=(*found.notes.notes, sample("z9")))
    written = format_notes(added, found)
    assert all(item.raw in written for item in found.notes.unreadable)
    again = read(written).notes
    assert [item.raw for item in again.unreadable] == [item.raw for item in found.notes.unreadable]
    assert len(again.notes) == 3


def test_aliases_between_notes_are_followed() -> None:
    first = note_lines(sample("a1")).replace("  by: anna", "  by: &me anna")
    second = note_lines(sample("b2")).replace("  by: anna", "  by: *me")
    text = f"format: 1\narticle: corea\nnotes:\n{first}{second}"
    found = read(text)
    assert [note.by for note in found.notes.notes] == ["anna", "anna"]
    changed = replace(found.notes, notes=(found.notes.notes[1],))
    assert read(format_notes(changed, found)).notes.notes == changed.notes


def test_lines_of_windows_stay_lines_of_windows() -> None:
    text = (CASES / "by_hand.yaml").read_text(encoding="utf-8").replace("\n", "\r\n")
    found = read(text)
    assert found.notes == read(text.replace("\r", "")).notes
    assert format_notes(found.notes, found) == text


def test_a_file_in_one_line_is_read_and_can_be_changed() -> None:
    text = f"""{{format: 1, article: x, notes: [{{id: a1, created: '{PLAIN.created}',
        rev: {REV}, at: [1, 2], quote: q}}, {{id: b2, mood: yes}}]}}"""
    found = read(text)
    assert [note.id for note in found.notes.notes] == ["a1"]
    assert [item.id for item in found.notes.unreadable] == ["b2"]
    again = read(format_notes(found.notes, found)).notes
    assert again.notes == found.notes.notes
    assert "mood: yes" in again.unreadable[0].raw


@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_both_sides_of_an_unsettled_git_merge_are_read(style: str) -> None:
    found = read((CASES / f"conflict_{style}.yaml").read_text(encoding="utf-8"))
    by_id = {note.id: note for note in found.notes.notes}
    assert set(by_id) == {"a1", "b2", "c3"}
    assert by_id["a1"].text == "di lui\n"
    assert [conflict.value for conflict in by_id["a1"].conflicts] == ["di lei\n"]
    written = format_notes(found.notes, found)
    assert "<<<<<<<" not in written
    assert "# a comment" in written
    assert read(written).notes == found.notes


@settings(max_examples=60)
@given(
    st.sampled_from(["plain", "by_hand", "broken", "conflict_diff3"]),
    st.lists(
        st.tuples(
            st.integers(0, 10**6),
            st.integers(0, 20),
            st.sampled_from(TYPED),
        ),
        max_size=3,
    ),
)
def test_whatever_is_typed_into_the_file_is_refused_or_kept(
    name: str, edits: list[tuple[int, int, str]]
) -> None:
    text = (CASES / f"{name}.yaml").read_text(encoding="utf-8")
    for place, removed, typed in edits:
        start = place % (len(text) + 1)
        text = text[:start] + typed + text[start + removed :]
    with contextlib.suppress(FormatError):
        found = read(text)
        written = format_notes(
            replace(found.notes, notes=(*found.notes.notes, sample("z9"))), found
        )
        again = read(written)
        assert again.notes.notes == in_order((*found.notes.notes, sample("z9")))
        assert len(again.notes.unreadable) == len(found.notes.unreadable)
        # A comment that stood apart may move once to the note above it.
        settled = format_notes(again.notes, again)
        assert format_notes(read(settled).notes, read(settled)) == settled
        if name != "conflict_diff3" and found.head and len(found.raws) == len(found.notes.notes):
            lost = _lines(text) - _lines(written)
            assert not lost - {"notes: []"}


def test_deleted_notes_stay_in_the_file() -> None:
    held = holding(replace(PLAIN, state=NoteState.DELETED))
    assert read(format_notes(held)).notes.notes[0].is_deleted


def test_an_unreadable_note_moves_with_the_others() -> None:
    raw = "    - id: x1\n      text: |2\n          a\n"
    held = holding(PLAIN, unreadable=(UnreadableNote(1, "why", raw, "x1"),))
    (unreadable,) = read(format_notes(held)).notes.unreadable
    assert unreadable.raw == "- id: x1\n  text: |2\n      a\n"
