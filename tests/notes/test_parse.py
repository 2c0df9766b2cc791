"""What stands in a notes file is read note by note, and what cannot be read is named."""

from __future__ import annotations

import contextlib
from dataclasses import replace

import pytest

from briefing.model.errors import FormatError
from briefing.notes.format import NotesFile, format_notes
from briefing.notes.parse import parse_notes
from briefing.notes.writer import note_lines
from tests.notes.sample_notes import PLAIN, REV, holding, sample


def read(text: str) -> NotesFile:
    return parse_notes(text, where="n.yaml", article="corea")


def test_a_copied_note_is_not_lost_over_its_id() -> None:
    one, two = PLAIN, replace(PLAIN, text="another", updated="2026-11-22T10:00:00Z")
    text = format_notes(holding(one)) + "\n" + note_lines(two)
    (both,) = read(text).notes.notes
    assert both.text == "another"
    assert both.conflicts[0].value == one.text


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


@pytest.mark.parametrize("above", ["", "<<<<<<< o\n=======\n>>>>>>> t\n"])
def test_a_file_of_dashes_is_refused_at_once(above: str) -> None:
    with pytest.raises(FormatError, match="too many notes") as caught:
        read(f"{above}format: 1\nnotes:\n" + "-\n" * 200_001)
    assert caught.value.where == f"n.yaml:{200_003 + above.count(chr(10))}"


def test_hostile_notes_are_refused_one_by_one() -> None:
    deep = f"- id: a1\n  text: {'[' * 100_000}\n"
    text = format_notes(holding(PLAIN)) + deep
    found = read(text)
    assert found.notes.notes == (PLAIN,)
    assert "too deep" in found.notes.unreadable[0].reason


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
