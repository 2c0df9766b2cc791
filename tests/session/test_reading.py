"""An opened article: the text at once, the rest when it is asked for, and again after a reload."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.model.errors import InputError, NotFoundError
from briefing.model.span import Place, Span
from briefing.session.note_draft import NoteDraft
from briefing.session.reading import Reading, open_reading
from briefing.storage.sources import SourceFiles, load_path
from tests.session.fakes import FakeClock, FakeDisk, FakeNotes, make_reading

MARKDOWN = "# Talks\n\nFrance came. Italy came too.\n\n## Later\n\nNobody stayed.\n"


def on_disk(path: Path) -> Reading:
    port = FakeNotes()
    return open_reading(load_path(path), FakeClock(), "anna", lambda _s, _a: port, SourceFiles())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(MARKDOWN, encoding="utf-8")
    return path


def test_the_text_is_taken_in_little_by_little() -> None:
    reading = make_reading("".join(f"## S{n}\n\nText {n}.\n\n" for n in range(50)))
    steps = 0
    while reading.take_in():
        steps += 1
    assert steps > 1
    assert reading.document.is_complete
    assert reading.article.text.startswith("S0\nText 0.\nS1")
    assert reading.length == len(reading.article.text)


def test_places_and_offsets_name_the_same_character() -> None:
    reading = make_reading(MARKDOWN)
    text = reading.article.text
    for offset in range(len(text)):
        place = reading.place(offset)
        assert reading.offset(place) == offset
    assert reading.line_number(reading.place(text.index("Nobody"))) == 7


def test_sentence_and_word_under_a_character() -> None:
    reading = make_reading(MARKDOWN)
    text = reading.article.text
    sentence, word = reading.sentence_at(text.index("Italy")), reading.word_at(text.index("taly"))
    assert sentence is not None
    assert word is not None
    assert (sentence.of(text), word.of(text)) == ("Italy came too.", "Italy")
    assert reading.word_at(text.index(" came")) is None


def test_a_remark_is_told_where_it_stands() -> None:
    front = "---\nremarks:\n- {quote: Italy came, text: Did it?}\n---\n"
    reading = make_reading(front + MARKDOWN)
    reading.make_brief()
    start = reading.article.text.index("Italy")
    assert reading.remark_at(start) == "Did it?"
    assert reading.remark_at(start - 1) is None


def test_reloading_gives_the_text_as_it_is_now_and_keeps_the_notes(path: Path) -> None:
    reading = on_disk(path)
    reading.make_brief()
    notebook = reading.take_out_notes()
    start = reading.article.text.index("Italy")
    note = notebook.add(Span(start, start + 5), NoteDraft("x"))
    path.write_text(MARKDOWN.replace("France came", "Some of France came"), encoding="utf-8")
    reading.reload()
    reading.make_brief()
    assert reading.take_out_notes() is notebook
    assert notebook.find(note.id).span == Span(start + 8, start + 13)
    assert any(mark.ref == note.id for mark in reading.marks)


def test_reloading_shows_what_others_wrote_meanwhile() -> None:
    disk = FakeDisk()
    reading, other = make_reading(MARKDOWN, disk), make_reading(MARKDOWN, disk)
    notebook = reading.take_out_notes()
    other.take_out_notes().add(Span(0, 5), NoteDraft("theirs"))
    reading.reload()
    assert [placed.note.text for placed in reading.take_out_notes().placed] == ["theirs"]
    disk.is_damaged = True
    disk.writes += 1
    reading.reload()
    assert reading.take_out_notes() is notebook
    assert [placed.note.text for placed in notebook.placed] == ["theirs"]


def test_a_file_that_is_gone_or_broken_leaves_what_was_read(path: Path) -> None:
    reading = on_disk(path)
    before = (reading.source, reading.article)
    path.write_bytes(b"\0\1\2" * 100)
    with pytest.raises(InputError):
        reading.reload()
    path.unlink()
    with pytest.raises(NotFoundError):
        reading.reload()
    assert (reading.source, reading.article) == before
    assert not reading.has_changed_on_disk()


def test_a_changed_file_is_noticed_once_it_rests(path: Path) -> None:
    reading = on_disk(path)
    assert [reading.has_changed_on_disk() for _look in range(3)] == [False] * 3
    path.write_text(MARKDOWN + "More.\n", encoding="utf-8")
    assert not reading.has_changed_on_disk()
    assert reading.has_changed_on_disk()
    path.write_text(MARKDOWN + "More and more.\n", encoding="utf-8")
    assert not reading.has_changed_on_disk()
    assert reading.has_changed_on_disk()
    reading.reload()
    assert not reading.has_changed_on_disk()


def test_a_file_that_is_being_written_is_left_alone(path: Path) -> None:
    reading = on_disk(path)
    path.write_text("", encoding="utf-8")
    assert [reading.has_changed_on_disk() for _look in range(3)] == [False] * 3
    other = path.with_name("new.md")
    other.write_text(MARKDOWN, encoding="utf-8")
    os.replace(other, path)  # noqa: PTH105 - as editors do it
    assert not reading.has_changed_on_disk()
    assert reading.has_changed_on_disk()


def test_standard_input_never_changes() -> None:
    reading = make_reading(MARKDOWN)
    assert [reading.has_changed_on_disk() for _look in range(2)] == [False] * 2
    reading.reload()
    assert reading.article.title == "Talks"


def test_broken_front_matter_is_a_fault_and_the_text_is_there() -> None:
    reading = make_reading("---\ntitle: [\n---\n\n# Hi\n\nText.\n", name="x")
    assert len(reading.faults) == 1
    reading.make_brief()
    assert len(reading.faults) == 1
    assert reading.article.text == "Hi\nText."


def test_an_odd_place_is_the_start_of_something() -> None:
    reading = make_reading(MARKDOWN)
    assert reading.offset(Place(0, 0)) == 0
