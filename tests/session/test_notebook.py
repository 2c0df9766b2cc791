"""A note that was confirmed is there; what was undone is undone; others lose nothing."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.errors import FormatError, NotFoundError, StorageError, UsageError
from briefing.model.note import Conflict, NoteKind, Notes, NoteState
from briefing.model.span import Span
from briefing.session.note_draft import NoteDraft
from briefing.session.notebook import Notebook
from tests.session.fakes import TEXT, FakeClock, FakeDisk, FakeNotes, make_article, make_notebook

ELEVEN = Span(TEXT.index("eleven states and"), TEXT.index("eleven states and") + 13)
ROCKETS = Span(TEXT.index("100 rockets"), TEXT.index("100 rockets") + 11)


def words(notebook: Notebook) -> list[tuple[str, str]]:
    return [(placed.note.quote, placed.note.text) for placed in notebook.placed]


def test_a_note_is_on_disk_when_add_returns() -> None:
    notebook, disk = make_notebook()
    note = notebook.add(ELEVEN, NoteDraft("Which?", NoteKind.QUESTION, "blue", (" a ", "a", "")))
    assert disk.notes.notes == (note,)
    assert (note.quote, note.text, note.by) == ("eleven states", "Which?", "anna")
    assert note.tags == ("a",)
    assert TEXT.startswith(note.before + note.quote + note.after, ELEVEN.start - len(note.before))
    assert disk.texts[note.rev] == TEXT
    assert [revision.sha256 for revision in disk.notes.revisions] == [note.rev]


@pytest.mark.parametrize("span", [Span(3, 3), Span(0, len(TEXT) + 1), Span(10**9, 10**9 + 1)])
def test_a_note_on_nothing_is_refused_and_nothing_is_written(span: Span) -> None:
    notebook, disk = make_notebook()
    with pytest.raises(UsageError):
        notebook.add(span, NoteDraft("x"))
    assert disk.writes == 0


def test_every_field_can_be_changed_and_each_change_is_saved() -> None:
    notebook, disk = make_notebook()
    note = notebook.add(ELEVEN, NoteDraft("one"))
    notebook.edit(note.id, NoteDraft("two", NoteKind.CORRECTION, "pink", ("x",)))
    notebook.set_color(note.id, None)
    notebook.set_tags(note.id, ["y", "z", "y"])
    notebook.set_state(note.id, NoteState.RESOLVED)
    notebook.attach(note.id, ROCKETS)
    [saved] = disk.notes.notes
    assert (saved.text, saved.kind, saved.color) == ("two", NoteKind.CORRECTION, None)
    assert (saved.tags, saved.state, saved.quote) == (
        ("y", "z"),
        NoteState.RESOLVED,
        "100 rockets",
    )
    assert saved.updated > saved.created


def test_a_change_that_changes_nothing_writes_nothing_and_is_no_step() -> None:
    notebook, disk = make_notebook()
    note = notebook.add(ELEVEN, NoteDraft("one"))
    assert notebook.set_color(note.id, None) == note
    assert disk.writes == 1
    notebook.undo()
    assert notebook.undo() is None


def test_a_deleted_note_is_gone_here_and_kept_in_the_file() -> None:
    notebook, disk = make_notebook()
    note = notebook.add(ELEVEN, NoteDraft("one"))
    notebook.set_state(note.id, NoteState.DELETED)
    assert notebook.placed == ()
    assert disk.notes.notes[0].is_deleted
    with pytest.raises(NotFoundError, match=note.id):
        notebook.find(note.id)


def test_undo_takes_back_every_step_and_redo_does_them_again() -> None:
    notebook, _disk = make_notebook()
    note = notebook.add(ELEVEN, NoteDraft("one"))
    notebook.edit(note.id, NoteDraft("two"))
    notebook.add(ROCKETS, NoteDraft("other"))
    notebook.set_state(note.id, NoteState.DELETED)
    after = words(notebook)
    for _step in range(4):
        assert notebook.undo() is not None
    assert words(notebook) == []
    assert notebook.undo() is None
    for _step in range(4):
        assert notebook.redo() is not None
    assert words(notebook) == after
    assert notebook.redo() is None


def test_a_new_step_forgets_what_could_be_done_again() -> None:
    notebook, _disk = make_notebook()
    notebook.add(ELEVEN, NoteDraft("one"))
    notebook.undo()
    notebook.add(ROCKETS, NoteDraft("two"))
    assert notebook.redo() is None
    assert words(notebook) == [("100 rockets", "two")]


def test_undo_takes_back_a_cleared_conflict() -> None:
    notebook, disk = make_notebook()
    note = notebook.add(ELEVEN, NoteDraft("one"))
    lost = (Conflict("text", "uno", "bea", "2026-11-22T08:00:00Z"),)
    disk.change(replace(note, conflicts=lost))
    notebook.refresh()
    notebook.clear_conflicts(note.id)
    assert notebook.find(note.id).note.conflicts == ()
    notebook.undo()
    assert notebook.find(note.id).note.conflicts == lost


def test_undo_leaves_alone_what_others_changed_since() -> None:
    notebook, disk = make_notebook()
    note = notebook.add(ELEVEN, NoteDraft("one", tags=("a",)))
    notebook.edit(note.id, NoteDraft("two", color="blue", tags=("a", "b")))
    [mine] = disk.notes.notes
    disk.change(replace(mine, text="theirs", tags=("a", "b", "c"), updated="2026-11-22T10:00:00Z"))
    notebook.refresh()
    notebook.undo()
    [now] = disk.notes.notes
    assert (now.text, now.color, now.tags) == ("theirs", None, ("a", "c"))


def test_undo_says_when_another_s_edit_kept_the_note() -> None:
    notebook, disk = make_notebook()
    notebook.add(ELEVEN, NoteDraft("one"))
    [mine] = disk.notes.notes
    disk.change(replace(mine, text="theirs", updated="2026-11-22T10:00:00Z"))
    step = notebook.undo()
    assert step is not None
    assert step.is_held
    [now] = disk.notes.notes
    assert (now.text, now.is_deleted) == ("theirs", False)
    added = notebook.add(ELEVEN, NoteDraft("two"))
    step = notebook.undo()
    assert step is not None
    assert not step.is_held
    kept = notebook.notes.find(added.id)
    assert kept is not None
    assert kept.is_deleted


def test_undo_says_when_another_s_words_stay() -> None:
    notebook, disk = make_notebook()
    note = notebook.add(ELEVEN, NoteDraft("one"))
    notebook.edit(note.id, NoteDraft("two"))
    [mine] = disk.notes.notes
    disk.change(replace(mine, text="theirs", updated="2026-11-22T10:00:00Z"))
    notebook.refresh()
    step = notebook.undo()
    assert step is not None
    assert step.is_held


def test_redoing_a_note_keeps_what_others_wrote_into_it() -> None:
    notebook, disk = make_notebook()
    note = notebook.add(ELEVEN, NoteDraft("one"))
    notebook.undo()
    [gone] = disk.notes.notes
    disk.change(replace(gone, text="theirs", updated="2026-11-22T10:00:00Z"))
    notebook.refresh()
    notebook.redo()
    assert notebook.find(note.id).note.text == "theirs"


def test_undo_counts_steps_of_this_window_only() -> None:
    disk = FakeDisk()
    mine, _disk = make_notebook(disk)
    theirs, _disk = make_notebook(disk, author="bea", clock=FakeClock(1000, letter="t"))
    mine.add(ELEVEN, NoteDraft("mine"))
    theirs.add(ROCKETS, NoteDraft("theirs"))
    mine.undo()
    assert words(mine) == [("100 rockets", "theirs")]
    assert mine.undo() is None


def test_what_another_window_wrote_arrives_with_refresh() -> None:
    disk = FakeDisk()
    mine, _disk = make_notebook(disk)
    theirs, _disk = make_notebook(disk, author="bea", clock=FakeClock(1000, letter="t"))
    assert not mine.refresh()
    theirs.add(ROCKETS, NoteDraft("theirs"))
    assert mine.refresh()
    assert words(mine) == [("100 rockets", "theirs")]
    assert not mine.refresh()


def test_two_windows_that_save_without_looking_lose_nothing() -> None:
    disk = FakeDisk()
    mine, _disk = make_notebook(disk)
    theirs, _disk = make_notebook(disk, author="bea", clock=FakeClock(1000, letter="t"))
    theirs.add(ROCKETS, NoteDraft("theirs"))
    mine.add(ELEVEN, NoteDraft("mine"))
    assert words(mine) == [("eleven states", "mine"), ("100 rockets", "theirs")]


def test_a_full_disk_leaves_everything_as_it_was() -> None:
    notebook, disk = make_notebook()
    note = notebook.add(ELEVEN, NoteDraft("one"))
    before, placed = notebook.notes, notebook.placed
    disk.is_full = True
    for change in (
        lambda: notebook.add(ROCKETS, NoteDraft("two")),
        lambda: notebook.edit(note.id, NoteDraft("three")),
        notebook.undo,
    ):
        with pytest.raises(StorageError, match="full"):
            change()
    assert (notebook.notes, notebook.placed) == (before, placed)
    disk.is_full = False
    notebook.undo()
    assert words(notebook) == []
    notebook.redo()
    assert words(notebook) == [("eleven states", "one")]


def test_a_damaged_file_is_named_and_notes_go_beside_it() -> None:
    disk = FakeDisk(is_damaged=True)
    notebook, _disk = make_notebook(disk)
    assert isinstance(notebook.problem, FormatError)
    assert ":3" in str(notebook.problem)
    notebook.add(ELEVEN, NoteDraft("one"))
    assert disk.notes == Notes(article="a")
    assert disk.side is not None
    assert len(disk.side.notes.notes) == 1


def test_a_side_file_that_is_damaged_too_gets_a_side_file_itself() -> None:
    side = FakeDisk(is_damaged=True)
    notebook, _disk = make_notebook(FakeDisk(is_damaged=True, side=side))
    notebook.add(ELEVEN, NoteDraft("one"))
    assert side.notes.notes == ()
    assert side.side is not None
    assert len(side.side.notes.notes) == 1


def test_a_file_that_is_damaged_while_open_costs_nothing_here() -> None:
    notebook, disk = make_notebook()
    notebook.add(ELEVEN, NoteDraft("one"))
    disk.is_damaged = True
    disk.writes += 1
    assert notebook.refresh()
    assert ":3" in str(notebook.problem)
    assert words(notebook) == [("eleven states", "one")]
    assert not notebook.refresh()


@pytest.mark.parametrize("is_noticed_first", [True, False])
def test_notes_go_beside_a_file_that_breaks_while_open_and_back_once_it_is_repaired(
    is_noticed_first: bool,
) -> None:
    notebook, disk = make_notebook()
    notebook.add(ELEVEN, NoteDraft("one"))
    before = disk.notes
    disk.is_damaged = True
    disk.writes += 1
    if is_noticed_first:
        notebook.refresh()
    second = notebook.add(ROCKETS, NoteDraft("two"))
    assert disk.notes == before
    assert disk.side is not None
    assert {note.text for note in disk.side.notes.notes} == {"one", "two"}
    disk.is_damaged = False
    other = replace(second, id="other", text="theirs")
    disk.change(other)
    assert notebook.refresh()
    assert notebook.problem is None
    assert {note.text for note in disk.notes.notes} == {"one", "two", "theirs"}
    notebook.undo()
    assert {note.text for note in disk.notes.notes if not note.is_deleted} == {"one", "theirs"}


def test_notes_stay_when_their_file_is_gone_and_come_back_with_the_next_change() -> None:
    notebook, disk = make_notebook()
    notebook.add(ELEVEN, NoteDraft("one"))
    disk.notes = Notes(article="a")
    disk.writes += 1
    assert not notebook.refresh()
    assert words(notebook) == [("eleven states", "one")]


def test_an_edit_keeps_what_another_window_wrote_while_the_note_was_open() -> None:
    notebook, disk = make_notebook()
    note = notebook.add(ELEVEN, NoteDraft("one"))
    disk.change(replace(note, text="theirs", tags=("t",), updated="2026-11-22T00:00:02Z"))
    notebook.refresh()
    done = notebook.edit(note.id, NoteDraft("mine", color="blue"), since=note)
    assert (done.text, done.color, done.tags) == ("mine", "blue", ("t",))
    assert [(lost.field, lost.value) for lost in done.conflicts] == [("text", "theirs")]


def test_an_edit_beats_a_deletion_that_came_in_between() -> None:
    notebook, disk = make_notebook()
    note = notebook.add(ELEVEN, NoteDraft("one"))
    disk.change(replace(note, state=NoteState.DELETED, updated="2026-11-22T00:00:02Z"))
    notebook.refresh()
    notebook.edit(note.id, NoteDraft("still of use"), since=note)
    assert words(notebook) == [("eleven states", "still of use")]


def test_an_uncertain_place_that_is_confirmed_is_certain_and_can_be_undone() -> None:
    notebook, _disk = make_notebook()
    note = notebook.add(ELEVEN, NoteDraft("one"))
    notebook.follow(make_article("More.\n" + TEXT))
    confirmed = notebook.confirm(note.id)
    assert confirmed.at == ELEVEN.moved(6)
    assert confirmed.rev == notebook.revision
    notebook.undo()
    assert notebook.find(note.id).note.at == ELEVEN
    notebook.follow(make_article("Nothing of it is left.\n"))
    with pytest.raises(UsageError):
        notebook.confirm(note.id)


def test_new_words_that_are_accepted_keep_the_old_ones() -> None:
    notebook, disk = make_notebook()
    before = notebook.revision
    note = notebook.add(ROCKETS, NoteDraft("one"))
    notebook.follow(make_article(TEXT.replace("100 rockets", "10 rockets")))
    placed = notebook.find(note.id)
    assert (placed.match.changed, placed.match.now) == (True, "10 rockets")
    accepted = notebook.confirm(note.id)
    assert accepted.quote == "10 rockets"
    assert [(was.quote, was.rev) for was in accepted.was] == [("100 rockets", before)]
    assert not notebook.find(note.id).match.changed
    [saved] = disk.notes.notes
    assert saved.was == accepted.was
    notebook.undo()
    assert (notebook.find(note.id).note.quote, notebook.find(note.id).note.was) == (
        "100 rockets",
        (),
    )


def test_a_reader_is_told_that_a_figure_changed() -> None:
    notebook, _disk = make_notebook()
    notebook.add(ROCKETS, NoteDraft("one"))
    notebook.follow(make_article(TEXT.replace("100 rockets", "10 rockets")))
    assert (notebook.drift.changed, notebook.drift.figures, notebook.drift.moved) == (1, 1, 0)
    assert "1 changed its words, a figure" in notebook.drift.words


def test_what_an_edit_of_the_text_did_to_the_notes_is_counted() -> None:
    notebook, disk = make_notebook()
    notebook.add(ELEVEN, NoteDraft("stays"))
    notebook.add(ROCKETS, NoteDraft("goes"))
    assert notebook.drift.words == ""
    changed = make_article(
        "An extra line.\n" + TEXT.replace("At least 100 rockets were sent. ", "")
    )
    notebook.follow(changed)
    assert (notebook.drift.moved, notebook.drift.lost) == (1, 1)
    assert "1 note moved, 1 lost its passage" in notebook.drift.words
    notebook.follow(changed)
    assert notebook.drift.words == ""
    again = Notebook(FakeNotes(disk), changed, FakeClock(), "anna")
    assert (again.drift.moved, again.drift.lost) == (1, 1)


def test_notes_follow_the_article_when_it_is_reloaded() -> None:
    notebook, _disk = make_notebook()
    note = notebook.add(ELEVEN, NoteDraft("one"))
    notebook.follow(make_article("An extra line came first.\n" + TEXT))
    assert notebook.find(note.id).span == ELEVEN.moved(26)
    notebook.follow(make_article(TEXT.replace("It counts eleven states and 14,000 soldiers. ", "")))
    assert notebook.find(note.id).span is None


def test_undoing_a_move_brings_the_older_text_back_too() -> None:
    notebook, disk = make_notebook()
    note = notebook.add(ELEVEN, NoteDraft("one"))
    notebook.follow(make_article(TEXT + "More.\n"))
    notebook.attach(note.id, ROCKETS)
    assert note.rev not in disk.texts
    notebook.undo()
    assert disk.texts[note.rev] == TEXT
    assert note.rev in {revision.sha256 for revision in disk.notes.revisions}
    assert notebook.find(note.id).span == ELEVEN


def test_a_text_that_no_note_counts_in_is_not_kept() -> None:
    class Text(str):
        __slots__ = ("__weakref__",)

    notebook, _disk = make_notebook()
    text = Text("Nobody wrote on this one.\n")
    kept = weakref.ref(text)
    notebook.follow(make_article(text))
    notebook.follow(make_article(TEXT))
    del text
    gc.collect()
    assert kept() is None


def test_the_note_at_a_character_is_the_innermost() -> None:
    notebook, _disk = make_notebook()
    outer = notebook.add(Span(ELEVEN.start - 5, ELEVEN.end + 5), NoteDraft("outer"))
    inner = notebook.add(ELEVEN, NoteDraft("inner"))
    assert [p.note.id for p in notebook.at(ELEVEN.start)] == [inner.id, outer.id]
    assert [p.note.id for p in notebook.at(ELEVEN.end)] == [outer.id]
    assert [p.note.id for p in notebook.within(ELEVEN)] == [inner.id, outer.id]
    assert notebook.at(0) == ()


def test_notes_from_elsewhere_are_taken_in_with_one_save() -> None:
    notebook, disk = make_notebook()
    note = notebook.add(ELEVEN, NoteDraft("one"))
    notebook.take_in([replace(note, id="x1"), replace(note, id="x2", at=ROCKETS)])
    assert disk.writes == 2
    assert {n.id for n in disk.notes.notes} == {note.id, "x1", "x2"}
    notebook.undo()
    assert {p.note.id for p in notebook.placed} == {note.id, "x1"}
    notebook.take_in([])
    assert disk.writes == 3


_Op = tuple[str, int, str]
_OPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "edit", "color", "tags", "delete", "resolve", "attach", "u", "U"]),
        st.integers(0, 3),
        st.sampled_from(["", "one", "two"]),
    ),
    max_size=25,
)


def apply(notebook: Notebook, op: _Op) -> None:
    name, index, word = op
    span = Span(index * 3, index * 3 + 5)
    ids = [placed.note.id for placed in notebook.placed]
    if name == "u":
        notebook.undo()
    elif name == "U":
        notebook.redo()
    elif name == "add" or not ids:
        notebook.add(span, NoteDraft(word))
    else:
        _change(notebook, name, ids[index % len(ids)], word, span)


def _change(notebook: Notebook, name: str, note_id: str, word: str, span: Span) -> None:
    if name == "edit":
        notebook.edit(note_id, NoteDraft(word))
    elif name == "color":
        notebook.set_color(note_id, word or None)
    elif name == "tags":
        notebook.set_tags(note_id, [word])
    elif name == "attach":
        notebook.attach(note_id, span)
    else:
        state = NoteState.DELETED if name == "delete" else NoteState.RESOLVED
        notebook.set_state(note_id, state)


def undo_all(notebook: Notebook) -> None:
    while notebook.undo() is not None:
        pass


def redo_all(notebook: Notebook) -> None:
    while notebook.redo() is not None:
        pass


def live(notebook: Notebook) -> dict[str, object]:
    return {p.note.id: replace(p.note, updated="") for p in notebook.placed}


@settings(deadline=None, max_examples=60)
@given(_OPS, _OPS)
def test_undoing_all_steps_gives_the_first_state_back(before: list[_Op], ops: list[_Op]) -> None:
    disk = FakeDisk()
    clock = FakeClock()
    first, _disk = make_notebook(disk, clock=clock)
    for op in before:
        apply(first, op)
    notebook, _disk = make_notebook(disk, clock=clock)
    start = live(notebook)
    for op in ops:
        apply(notebook, op)
    redo_all(notebook)
    end = live(notebook)
    undo_all(notebook)
    assert live(notebook) == start
    redo_all(notebook)
    assert live(notebook) == end
    assert {n.id for n in disk.notes.notes if not n.is_deleted} == set(end)
