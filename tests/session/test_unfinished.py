"""What is being typed is never lost, whatever happens to the article and the note meanwhile."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.anchor import MatchState
from briefing.model.note import NoteState
from briefing.model.span import Span
from briefing.session.note_draft import NoteDraft
from briefing.session.unfinished import begin, finish, with_words, words_of
from tests.session.fakes import TEXT, FakeClock, make_article, make_notebook

ELEVEN = Span(TEXT.index("eleven states and"), TEXT.index("eleven states and") + 13)


def test_a_draft_keeps_passage_and_words() -> None:
    notebook, _disk = make_notebook()
    written = NoteDraft("half", color="blue", tags=("x",))
    draft = with_words(begin(notebook, ELEVEN), written, "2026-11-22T08:00:00Z")
    assert (draft.quote, draft.at, draft.rev) == ("eleven states", ELEVEN, notebook.revision)
    assert words_of(draft) == written


def test_a_note_begun_before_an_edit_of_the_article_stands_on_its_passage_after_it() -> None:
    notebook, disk = make_notebook()
    notebook.add(ELEVEN, NoteDraft("so that the old text is kept"))
    draft = begin(notebook, ELEVEN)
    notebook.follow(make_article("New.\n" + TEXT))
    finish(draft, NoteDraft("mine"), notebook, None)
    [note] = [note for note in disk.notes.notes if note.text == "mine"]
    assert (note.at, note.rev) == (ELEVEN.moved(5), notebook.revision)


def test_a_note_whose_passage_went_while_it_was_typed_is_kept_with_its_words() -> None:
    notebook, _disk = make_notebook()
    draft = begin(notebook, ELEVEN)
    notebook.follow(make_article("Nothing of it is left.\n"))
    finish(draft, NoteDraft("mine", tags=("x", " ", "x")), notebook, None)
    [placed] = notebook.placed
    assert placed.match.state is MatchState.ORPHAN
    assert (placed.note.text, placed.note.quote) == ("mine", "eleven states")
    assert placed.note.tags == ("x",)
    notebook.undo()
    assert notebook.placed == ()


def test_a_draft_of_a_note_that_is_not_known_any_more_becomes_a_new_one() -> None:
    notebook, _disk = make_notebook()
    draft = replace(begin(notebook, ELEVEN), note_id="gone")
    finish(draft, NoteDraft("mine"), notebook, None)
    assert [placed.note.text for placed in notebook.placed] == ["mine"]


def test_a_draft_of_a_deleted_note_brings_it_back() -> None:
    notebook, disk = make_notebook()
    note = notebook.add(ELEVEN, NoteDraft("one"))
    draft = begin(notebook, None, note)
    disk.change(replace(note, state=NoteState.DELETED, updated="2026-11-22T00:00:02Z"))
    notebook.refresh()
    finish(draft, NoteDraft("two"), notebook, note)
    assert [placed.note.text for placed in notebook.placed] == ["two"]


def test_a_note_is_made_once_and_has_the_first_id_that_it_was_given() -> None:
    clock = FakeClock()
    notebook, _disk = make_notebook(clock=clock)
    draft = begin(notebook, ELEVEN)
    before = clock.ids
    finish(draft, NoteDraft("mine"), notebook, None)
    [placed] = notebook.placed
    assert clock.ids == before + 1
    assert placed.note.id == f"n{clock.ids:04}"
    assert (placed.note.at, placed.note.rev) == (ELEVEN, notebook.revision)
