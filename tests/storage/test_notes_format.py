"""What stands in a notes file is read, and what nobody touched is written back as it stood."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.errors import FormatError
from briefing.model.note import Note, Notes, NoteState, UnreadableNote, Via
from briefing.storage.notes_fast import fast_note
from briefing.storage.notes_format import NotesFile, format_notes, parse_notes
from briefing.storage.notes_merge import in_order
from briefing.storage.notes_schema import note as read_note
from briefing.storage.notes_writer import note_lines
from briefing.text.strict_yaml import parse
from briefing.text.strict_yaml_writer import NEEDS_ESCAPE
from tests.storage.sample_notes import (
    PLAIN,
    REV,
    held_notes,
    holding,
    notes,
    ordinary_notes,
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


def test_a_copied_note_is_not_lost_over_its_id() -> None:
    one, two = PLAIN, replace(PLAIN, text="another", updated="2026-11-22T10:00:00Z")
    text = format_notes(holding(one)) + "\n" + note_lines(two)
    (both,) = read(text).notes.notes
    assert both.text == "another"
    assert both.conflicts[0].value == one.text


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


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("format: 1\ntitle: [a\nnotes:\n", "n.yaml:3", "not valid YAML"),
        ("format: one\nnotes: []\n", "n.yaml:1", "should be an integer"),
        ("format: 0\n", "n.yaml:1", "should be 1"),
        ("services:\n  web: {}\n", "n.yaml:1", "no notes file"),
        ("- a\n- b\n", "n.yaml:1", "no notes file"),
        ("just words\n", "n.yaml:1", "no notes file"),
        ("format: 1\nformat: 1\n", "n.yaml:2", "twice"),
        ("notes:\n- a\nformat: 1\nnotes:\n- b\n", "n.yaml:4", "twice"),
        ("format: 1\nnotes: none\n", "n.yaml:2", "should be a list"),
        ("format: 1\nrevisions: [{sha256: ../../etc}]\n", "n.yaml:2", "64 hexadecimal digits"),
        ("format: 1\n<<<<<<< ours\nnotes: []\n", "n.yaml:3", "do not fit together"),
        ("<<<<<<< o\nformat: 1\n=======\nformat: !!x 1\n>>>>>>> t\n", "n.yaml:4", "tags"),
        ("format: 1\nnotes: " + "[" * 100_000, "n.yaml:2", "too deep"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_line(text: str, where: str, what: str) -> None:
    with pytest.raises(FormatError, match=what) as caught:
        read(text)
    assert caught.value.where == where


def test_a_file_of_dashes_is_refused_at_once() -> None:
    with pytest.raises(FormatError, match="too many notes"):
        read("format: 1\nnotes:\n" + "-\n" * 200_001)


def test_hostile_notes_are_refused_one_by_one() -> None:
    deep = f"- id: a1\n  text: {'[' * 100_000}\n"
    text = format_notes(holding(PLAIN)) + deep
    found = read(text)
    assert found.notes.notes == (PLAIN,)
    assert "too deep" in found.notes.unreadable[0].reason


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


@pytest.mark.parametrize("dash", ["-\t", "-"])
def test_a_list_in_an_odd_layout_is_not_overlooked(dash: str) -> None:
    note = f"{dash}{{id: a1, created: '{PLAIN.created}', rev: {REV}, at: [1, 2], quote: q}}\n"
    for text in (f"format: 1\nnotes:\n{note}", f"format: 1\nnotes:\n  - {{id: b}}\n{note}"):
        with contextlib.suppress(FormatError):
            assert read(text).notes.notes


def test_a_line_that_only_looks_like_a_comment_stays_in_its_text() -> None:
    one, two = sample("a1", text="a\n# b\n"), sample("b2", text="c\n# d\n")
    text = f"title: |\n  #\nformat: 1\nnotes:\n{note_lines(one)}{note_lines(two)}"
    assert read(text).notes == holding(one, two, title="#\n", language=None, revisions=())


def test_an_empty_file_has_no_notes() -> None:
    for text in ("", "# nothing yet\n", "format: 1\n", "format: 1\nnotes:\n"):
        assert read(text).notes.notes == ()


def test_a_later_format_is_told_apart() -> None:
    assert read(format_notes(holding(PLAIN)).replace("format: 1", "format: 2")).format == 2


def test_times_elsewhere_in_the_world_become_utc() -> None:
    text = format_notes(holding(PLAIN)).replace(
        "'2026-11-22T08:15:30Z'", "2026-11-22T09:15:30+01:00"
    )
    assert read(text).notes.notes[0].created == "2026-11-22T08:15:30Z"


def test_deleted_notes_stay_in_the_file() -> None:
    held = holding(replace(PLAIN, state=NoteState.DELETED))
    assert read(format_notes(held)).notes.notes[0].is_deleted


def test_an_unreadable_note_moves_with_the_others() -> None:
    raw = "    - id: x1\n      text: |2\n          a\n"
    held = holding(PLAIN, unreadable=(UnreadableNote(1, "why", raw, "x1"),))
    (unreadable,) = read(format_notes(held)).notes.unreadable
    assert unreadable.raw == "- id: x1\n  text: |2\n      a\n"
