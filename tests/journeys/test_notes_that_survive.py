"""Notes survive: edits of the article, other windows, broken files, crashes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import TextArea

from briefing.model.anchor import MatchState
from briefing.model.note import Conflict, Note, Notes
from briefing.model.span import Span
from briefing.session.selection import select_span
from briefing.storage.notes_store import NotesStore
from briefing.ui.dialogs.choose import ChooseDialog
from briefing.ui.dialogs.note import NoteDialog
from briefing.ui.parts.foot_keys import urgent_keys
from tests.journeys.desk import Desk, desk

TEXT = """# The report

The first sentence is about rain. The second counts eleven states and three cities.

The third speaks of rockets that were sent by sea. Nobody denied it in the evening.
"""
ROCKETS = "The third speaks of rockets that were sent by sea."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "report.md"
    path.write_text(TEXT, "utf-8")
    return path


async def select(reader: Desk, words: str) -> None:
    """Select some words as the mouse would."""
    reader.reader.first.text.select(select_span(span_of(reader, words)))
    await reader.pilot.pause()


def span_of(reader: Desk, words: str) -> Span:
    start = reader.text.index(words)
    return Span(start, start + len(words))


def rewrite(article: Path, *edits: tuple[str, str]) -> None:
    """Somebody edits the article."""
    text = TEXT
    for old, new in edits:
        text = text.replace(old, new)
    article.write_text(text, "utf-8")


NEW_LINE = ("# The report\n", "# The report\n\nNew here.\n")


async def note_on(reader: Desk, words: str, text: str) -> None:
    await select(reader, words)
    await reader.write_note(text)


def store_of(reader: Desk) -> NotesStore:
    """Another window's store of the same notes."""
    state = reader.notes_path.parent / "other-state"
    name = reader.sitting.reading.article.name
    return NotesStore(
        reader.notes_path, state_folder=state, article=name, title=None, language=None
    )


def change_elsewhere(reader: Desk, change: Callable[[Note], Note]) -> None:
    """Another window changes the first note."""
    store = store_of(reader)
    notes: Notes = store.load()
    first, *others = notes.notes
    store.save(replace(notes, notes=(change(first), *others)))


def make_uncertain(reader: Desk) -> None:
    """Another program's note, whose words are nearly in the text."""
    quote = "The third spoke of rockets which were shipped by sea."
    change_elsewhere(
        reader, lambda note: replace(note, rev="0" * 64, quote=quote, before="", after="")
    )


# -- the article changes ------------------------------------------------------------------------


async def test_a_line_says_what_an_edit_since_the_last_sitting_did_to_the_notes(
    article: Path,
) -> None:
    async with desk(str(article)) as reader:
        await note_on(reader, "eleven states", "stays")
        await note_on(reader, ROCKETS, "goes")
    async with desk(str(article)) as reader:
        assert reader.news == ""
    rewrite(article, NEW_LINE, (ROCKETS, "Gone."))
    async with desk(str(article)) as reader:
        assert "1 note moved, 1 lost its passage" in reader.news
    async with desk(str(article)) as reader:
        assert reader.news == ""


async def test_a_line_says_what_an_edit_while_reading_did_to_the_notes(article: Path) -> None:
    async with desk(str(article)) as reader:
        await note_on(reader, "eleven states", "stays")
        rewrite(article, NEW_LINE)
        await reader.until(lambda: "1 note moved" in reader.news)
        [(state, span)] = reader.placed.values()
        assert state is MatchState.ANCHORED
        assert span is not None
        assert span.of(reader.text) == "eleven states"


async def test_an_orphan_keeps_its_words_and_is_attached_to_a_new_selection(article: Path) -> None:
    async with desk(str(article)) as reader:
        await note_on(reader, ROCKETS, "check this")
        rewrite(article, (ROCKETS, "Something new."))
        await reader.until(lambda: "lost" in reader.news)
        [row] = reader.rows("notes")
        assert ROCKETS in row
        assert "three cities." in row
        assert "Nobody denied" in row
        reader.panel("notes").focus()
        await reader.pilot.pause()
        assert urgent_keys(reader.reader.stage)[0] == "place_note"
        await reader.press("P")
        assert reader.focus == "article"
        assert "placing a note" in reader.status
        await select(reader, "Something new.")
        await reader.press("P")
        assert reader.target == "Something new."
        assert [note["quote"] for note in reader.saved] == ["Something new."]
        assert [state for state, _span in reader.placed.values()] == [MatchState.ANCHORED]
        await reader.press("u")
        assert [note["quote"] for note in reader.saved] == [ROCKETS]


async def test_selecting_from_an_orphan_holds_it_and_escape_lets_it_go(article: Path) -> None:
    async with desk(str(article)) as reader:
        await note_on(reader, ROCKETS, "check this")
        rewrite(article, (ROCKETS, "Something new."))
        await reader.until(lambda: "lost" in reader.news)
        reader.panel("notes").focus()
        await reader.press("v")
        assert reader.selected
        assert "placing a note" in reader.status
        await reader.press("escape", "escape")
        assert "placing a note" not in reader.status
        assert reader.app.is_running
        assert [note["quote"] for note in reader.saved] == [ROCKETS]


async def test_an_uncertain_note_is_marked_and_confirmed_with_a_key(article: Path) -> None:
    async with desk(str(article)) as reader:
        await note_on(reader, ROCKETS, "sure?")
        make_uncertain(reader)
        await reader.until(lambda: "uncertain" in reader.rows("notes")[0])
        assert any("~" in line for line in reader.lines)
        reader.panel("notes").focus()
        await reader.pilot.pause()
        assert urgent_keys(reader.reader.stage)[0] == "confirm_place"
        await reader.press("s")
        assert "uncertain" not in reader.rows("notes")[0]
        assert reader.saved[0]["quote"] == ROCKETS
        await reader.press("s")
        assert "no uncertain or changed note" in reader.news


async def test_the_passage_of_a_note_can_be_extended(article: Path) -> None:
    async with desk(str(article)) as reader:
        await note_on(reader, "eleven states", "how many?")
        reader.reader.first.text.jump(span_of(reader, "eleven"))
        await reader.press("enter", "P")
        assert reader.selected == "eleven states"
        await reader.press("l", "l", "l", "P")
        assert [note["quote"] for note in reader.saved] == ["eleven states and three cities"]


# -- several notes ------------------------------------------------------------------------------


async def test_a_passage_lists_its_notes_the_shortest_first_and_enter_edits_the_chosen(
    article: Path,
) -> None:
    async with desk(str(article)) as reader:
        await note_on(reader, "The second counts eleven states and three cities.", "outer")
        await note_on(reader, "eleven states", "inner")
        await note_on(reader, "states and three", "overlapping")
        reader.reader.first.text.jump(span_of(reader, "eleven states and three"))
        await reader.press("enter")
        assert isinstance(reader.front, ChooseDialog)
        assert [row.text.split()[0] for row in reader.front.rows] == [
            "inner",
            "overlapping",
            "outer",
        ]
        await reader.press("j", "enter")
        assert reader.target == "states and three"
        assert "overlapping" in reader.news
        await reader.until(lambda: "overlapping" in reader.status)
        assert "(+2)" in reader.status
        await reader.press("enter")
        assert reader.front.query_one(TextArea).text == "overlapping"


async def test_enter_twice_in_the_text_edits_the_note_there(article: Path) -> None:
    async with desk(str(article)) as reader:
        await reader.write_note("here")
        await reader.press("enter", "enter")
        assert isinstance(reader.front, NoteDialog)


async def test_a_note_is_resolved_and_opened_again_and_can_be_filtered(article: Path) -> None:
    async with desk(str(article)) as reader:
        await reader.write_note("done soon")
        await reader.press("R")
        assert [note["state"] for note in reader.saved] == ["resolved"]
        assert "✓" in reader.rows("notes")[0]
        await reader.press("R")
        assert [note["state"] for note in reader.saved] == ["open"]


# -- others write too ---------------------------------------------------------------------------


async def test_what_lost_in_a_merge_is_told_and_settled_with_a_key(article: Path) -> None:
    async with desk(str(article)) as reader:
        await reader.write_note("mine")
        lost = Conflict("text", "theirs, longer", "ben", "2026-11-22T10:00:00Z")
        change_elsewhere(reader, lambda note: replace(note, conflicts=(lost,)))
        await reader.until(lambda: "conflict" in reader.rows("notes")[0])
        await reader.press("enter")
        assert isinstance(reader.front, NoteDialog)
        shown = "\n".join(reader.front.facts)
        assert "theirs, longer" in shown
        assert "ben" in shown
        assert "anna · 2026-11-22 08:15" in shown
        await reader.press("escape", "C")
        assert reader.saved[0]["conflicts"] == [] if "conflicts" in reader.saved[0] else True
        assert "conflict" not in reader.rows("notes")[0]
        await reader.press("u")
        assert "conflict" in reader.rows("notes")[0]


async def test_a_note_changed_elsewhere_while_it_is_open_keeps_both(article: Path) -> None:
    async with desk(str(article)) as reader:
        await reader.write_note("one")
        await reader.press("enter")
        later = "2026-11-22T09:00:00Z"
        change_elsewhere(reader, lambda n: replace(n, text="theirs", tags=("x",), updated=later))
        await reader.until(lambda: "theirs" in reader.rows("notes")[0])
        await reader.type(" and mine")
        await reader.press("ctrl+s")
        [note] = reader.saved
        assert note["tags"] == ["x"]
        values = {note["text"], *(lost["value"] for lost in note["conflicts"])}
        assert values == {"theirs", "one and mine"}


async def test_undo_is_right_after_others_wrote(article: Path) -> None:
    async with desk(str(article)) as reader:
        await reader.write_note("mine")
        await note_on(reader, ROCKETS, "second")
        change_elsewhere(reader, lambda note: replace(note, text="theirs", tags=("x",)))
        await reader.until(lambda: "theirs" in reader.rows("notes")[0])
        await reader.press("u")
        assert [note["text"] for note in reader.saved] == ["theirs"]
        await reader.press("U")
        assert {note["text"] for note in reader.saved} == {"theirs", "second"}


async def test_a_note_that_another_program_takes_out_of_the_file_is_named(article: Path) -> None:
    async with desk(str(article)) as reader:
        await note_on(reader, ROCKETS, "two")
        path = reader.notes_path
        only = path.read_text("utf-8")
        await note_on(reader, "eleven states", "one")
        path.write_text(only, "utf-8")
        await reader.until(lambda: "taken 1 note out of the file" in reader.news)
        assert "eleven states" in reader.news
        assert len(reader.rows("notes")) == 1


async def test_a_file_that_breaks_while_open_is_named_kept_and_saved_beside(article: Path) -> None:
    async with desk(str(article)) as reader:
        await reader.write_note("one")
        path = reader.notes_path
        good = path.read_bytes()
        broken = b"format: [1\n" + good
        path.write_bytes(broken)
        await reader.until(lambda: f"{path.name}:" in reader.news)
        assert len(reader.rows("notes")) == 1
        await note_on(reader, ROCKETS, "two")
        assert path.read_bytes() == broken
        assert reader.notes_path != path
        assert {note["text"] for note in reader.saved} == {"one", "two"}
        path.write_bytes(good + b"\n")
        await reader.until(lambda: reader.notes_path == path)
        assert {note["text"] for note in reader.saved} == {"one", "two"}
        assert "read again" in reader.news


async def test_a_file_of_a_newer_version_is_shown_and_only_read(article: Path) -> None:
    async with desk(str(article)) as reader:
        await reader.write_note("one")
        path = reader.notes_path
    newer = path.read_text("utf-8").replace("format: 1", "format: 2")
    path.write_text(newer, "utf-8")
    async with desk(str(article)) as reader:
        assert "newer version" in reader.news
        assert len(reader.rows("notes")) == 1
        await reader.press("a")
        assert not isinstance(reader.front, NoteDialog)
        await reader.press("d")
        assert "newer version" in reader.news
        assert path.read_text("utf-8") == newer


# -- crashes ------------------------------------------------------------------------------------


def drafts(home: Path) -> list[Path]:
    return list((home / "state").rglob("*.drafts/*.json"))


async def test_what_was_typed_is_offered_again_after_a_crash_and_dropped_once_saved(
    article: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NoteDialog, "KEEP_SECONDS", 0.05)
    async with desk(str(article)) as reader:
        await select(reader, ROCKETS)
        await reader.press("a")
        await reader.type("half a thou")
        await reader.until(lambda: drafts(home))
        [kept] = drafts(home)
        crashed = kept.read_bytes()
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(crashed)
    rewrite(article, NEW_LINE)
    async with desk(str(article)) as reader:
        assert "half a thou" in reader.news
        assert "W" in reader.news
        await reader.press("W")
        assert reader.front.query_one(TextArea).text == "half a thou"
        await reader.type("ght")
        await reader.press("ctrl+s")
        [note] = reader.saved
        assert (note["text"], note["quote"]) == ("half a thought", ROCKETS)
        assert not drafts(home)
        await reader.press("W")
        assert not isinstance(reader.front, NoteDialog)


async def test_a_program_that_is_told_to_end_keeps_the_note_being_typed(
    article: Path, home: Path
) -> None:
    async with desk(str(article)) as reader:
        await reader.press("a")
        await reader.type("unsaved")
    assert len(drafts(home)) == 1
    async with desk(str(article)) as reader:
        assert "unsaved" in reader.news


async def test_a_note_that_is_given_up_leaves_no_draft(
    article: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NoteDialog, "KEEP_SECONDS", 0.05)
    async with desk(str(article)) as reader:
        await reader.press("a")
        await reader.type("no")
        await reader.until(lambda: drafts(home))
        await reader.press("escape", "j", "enter")
        assert not isinstance(reader.front, NoteDialog)
    assert not drafts(home)


async def test_a_note_saved_after_the_article_changed_stands_on_its_own_passage(
    article: Path,
) -> None:
    async with desk(str(article)) as reader:
        await select(reader, "eleven states")
        await reader.press("a")
        await reader.type("mind")
        rewrite(article, NEW_LINE)
        await reader.until(lambda: "New here." in reader.text)
        await reader.press("ctrl+s")
        assert [note["quote"] for note in reader.saved] == ["eleven states"]
        assert [state for state, _span in reader.placed.values()] == [MatchState.ANCHORED]
