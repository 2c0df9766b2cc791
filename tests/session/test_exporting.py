"""Exports hold the notes that are there, each where it is now."""

from __future__ import annotations

import pytest

from briefing.exchange.formats import EXPORTS
from briefing.model.note import NoteState
from briefing.model.span import Span
from briefing.session.exporting import exported_notes
from briefing.session.note_draft import NoteDraft
from tests.session.fakes import make_reading

MARKDOWN = "# Talks\n\n## Who\n\nFrance came. Italy came too.\n"


@pytest.mark.parametrize("form", list(EXPORTS))
def test_deleted_notes_go_out_only_when_asked_for(form: str) -> None:
    reading = make_reading(MARKDOWN, name="caf\udce9")
    notebook = reading.take_out_notes()
    start = reading.article.text.index("France")
    note = notebook.add(Span(start, start + 6), NoteDraft("Kept"))
    notebook.add(Span(start, start + 5), NoteDraft("Also kept"))
    notebook.set_state(note.id, NoteState.DELETED)
    assert "Also kept" in exported_notes(reading, form)
    assert note.id not in exported_notes(reading, form)
    exported_notes(reading, form, reading.take_out_notes().notes.notes).encode()


def test_links_name_the_article_as_they_are_told_to() -> None:
    reading = make_reading(MARKDOWN)
    start = reading.article.text.index("France")
    note = reading.take_out_notes().add(Span(start, start + 6), NoteDraft("x"))
    text = exported_notes(reading, "markdown", address="../b.md")
    assert f"../b.md#note-{note.id}" in text
    assert "## Who" in text
