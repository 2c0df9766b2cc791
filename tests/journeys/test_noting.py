"""Writing notes, and changing them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from briefing.ui.widgets.hint import Hint
from tests.journeys.desk import Desk, desk, ready

WIDE, LOW = (120, 40), (100, 18)
FIRST_SENTENCE = "La Corea del Nord ha inviato soldati e milioni di munizioni"


async def test_a_note_is_about_the_first_sentence_in_view_and_is_saved_before_the_dialog_goes() -> (
    None
):
    async with desk(size=WIDE) as reader:
        assert reader.at_hand.startswith(FIRST_SENTENCE)
        await reader.press("a")
        assert reader.focus == "note-text"
        await reader.type("da verificare")
        assert not reader.notes_path.exists()
        await reader.press("ctrl+s")
        assert reader.front is reader.reader
        (note,) = reader.saved
        assert note["text"] == "da verificare"
        assert note["quote"].startswith(FIRST_SENTENCE)
        assert note["kind"] == "note"
        assert note["by"] == "anna"
        start, end = note["at"]
        assert reader.text[start:end] == note["quote"]
        assert str(reader.notes_path.name) in reader.news


async def test_a_note_is_there_in_the_next_sitting_on_its_passage_and_in_its_panel() -> None:
    async with desk(size=WIDE) as reader:
        await reader.write_note("da verificare")
        await reader.press("q")
    async with desk(size=WIDE) as reader:
        assert any("da verificare" in row for row in reader.rows("notes"))
        ((_id, (state, span)),) = reader.placed.items()
        assert state == "anchored"
        assert span is not None
        assert span.of(reader.text).startswith(FIRST_SENTENCE)
        assert any(line.startswith(("✎", "#✎", "!✎")) or "✎" in line[:3] for line in reader.lines)


async def test_a_note_takes_lines_kind_colour_and_tags() -> None:
    async with desk(size=WIDE) as reader:
        await reader.press("a")
        await reader.type("prima\nseconda")
        await reader.press("tab", "right", "tab", "right", "right", "tab")
        await reader.type("onu, #guerra,onu")
        await reader.press("ctrl+s")
        (note,) = reader.saved
        assert note["text"].rstrip("\n") == "prima\nseconda"
        assert note["kind"] == "question"
        assert note["color"] == "green"
        assert note["tags"] == ["onu", "guerra"]


async def test_escape_closes_an_empty_note_at_once_and_asks_when_words_would_be_lost() -> None:
    async with desk(size=WIDE) as reader:
        await reader.press("a", "escape")
        assert reader.front is reader.reader
        await reader.press("a")
        await reader.type("parole")
        await reader.press("escape")
        assert "not saved" in reader.screen_text()
        await reader.press("enter")
        assert reader.front.query_one(TextArea).text == "parole"
        await reader.press("ctrl+q")
        assert "not saved" in reader.screen_text()
        await reader.press("j", "enter")
        assert reader.front is reader.reader
        assert reader.app.is_running
        assert not reader.notes_path.exists()


async def test_v_selects_by_sentence_and_word_from_either_end() -> None:
    async with desk(size=WIDE) as reader:
        await reader.press("v")
        first = reader.selected
        assert first is not None
        assert first.startswith(FIRST_SENTENCE)
        await reader.press("j")
        two = reader.selected
        assert two is not None
        assert two.startswith(first)
        assert len(two) > len(first)
        await reader.press("k")
        assert reader.selected == first
        await reader.press("h")
        shorter = reader.selected
        assert shorter is not None
        assert first.startswith(shorter)
        assert len(shorter) < len(first)
        await reader.press("l")
        assert reader.selected is not None
        assert len(reader.selected) > len(shorter)
        await reader.press("o", "l", "l")
        assert reader.selected is not None
        assert reader.selected.startswith("del Nord") or reader.selected.startswith("Corea")
        await reader.press("escape")
        assert not reader.selected
        assert reader.app.is_running


async def test_a_note_on_a_selection_is_about_just_that() -> None:
    async with desk(size=WIDE) as reader:
        await reader.press("v", "o", "l", "l")
        selected = reader.selected
        await reader.write_note("qui")
        assert reader.saved[0]["quote"] == selected
        assert reader.selected is None


async def test_c_highlights_and_then_changes_the_colour() -> None:
    async with desk(size=WIDE) as reader:
        await reader.press("c", "enter")
        assert [(n["kind"], n["color"]) for n in reader.saved] == [("highlight", "yellow")]
        await reader.press("c", "j", "enter")
        assert [(n["kind"], n["color"]) for n in reader.saved] == [("highlight", "green")]


async def test_t_tags_the_note_at_hand_and_says_when_there_is_none() -> None:
    async with desk(size=WIDE) as reader:
        await reader.press("t")
        assert "no note" in reader.news
        await reader.write_note("x")
        await reader.press("t")
        await reader.type("onu, armi")
        await reader.press("enter")
        assert reader.saved[0]["tags"] == ["onu", "armi"]
        await reader.press("t")
        assert reader.front.query_one(Input).value == "onu, armi"
        await reader.press("escape")
        assert reader.saved[0]["tags"] == ["onu", "armi"]


async def test_m_sets_a_bookmark_and_takes_it_away() -> None:
    async with desk(size=WIDE) as reader:
        await reader.press("m")
        assert [note["kind"] for note in reader.saved] == ["bookmark"]
        await reader.press("m")
        assert not reader.saved


async def test_every_change_can_be_undone_and_done_again_any_number_of_times() -> None:
    async with desk(size=WIDE) as reader:
        await reader.write_note("uno")
        await reader.press("c", "enter")
        await reader.press("t")
        await reader.type("onu")
        await reader.press("enter", "d")
        assert not reader.saved
        await reader.press("u")
        assert reader.saved[0]["tags"] == ["onu"]
        await reader.press("u")
        assert not reader.saved[0].get("tags")
        await reader.press("u")
        assert reader.saved[0].get("color") is None
        await reader.press("u")
        assert not reader.saved
        await reader.press("u")
        assert "nothing to undo" in reader.news
        await reader.press("U", "U", "U")
        assert reader.saved[0]["tags"] == ["onu"]
        assert reader.saved[0]["color"] == "yellow"
        await reader.press("U")
        assert not reader.saved
        await reader.press("U")
        assert "nothing to do again" in reader.news


async def _three_notes(reader: Desk) -> None:
    await reader.write_note("sui soldati")
    await reader.press("t")
    await reader.type("armi")
    await reader.press("enter", "2", "j", "j")
    await reader.press("a")
    await reader.type("chi lo dice")
    await reader.press("tab", "right", "ctrl+s", "4", "j", "j", "c", "3", "j", "j", "enter")


async def test_all_notes_can_be_filtered_by_words_tag_kind_and_colour() -> None:
    counts = {"": 3, "soldati": 1, "#armi": 1, "kind:question": 1, "color:blue": 1, "zzz": 0}
    async with desk(size=WIDE) as reader:
        await _three_notes(reader)
        for words, count in counts.items():
            await reader.press("A")
            await reader.type(words)
            assert reader.front.query_one(Hint).words.startswith(f"{count} of 3"), words
            await reader.press("escape")


async def test_all_notes_lead_to_the_passage_of_the_chosen_one() -> None:
    async with desk(size=LOW) as reader:
        await reader.press("4", "j", "j")
        passage = reader.at_hand
        await reader.write_note("chi")
        await reader.press("g", "A", "enter")
        assert reader.front is reader.reader
        assert reader.target == passage


async def test_a_note_whose_passage_is_gone_is_listed_with_its_quote(tmp_path: Path) -> None:
    article = tmp_path / "report.md"
    article.write_text("# Report\n\nOne thing was said.\n\nAnother was not.\n", "utf-8")
    async with desk(str(article), size=WIDE) as reader:
        await reader.write_note("keep me")
    article.write_text("# Report\n\nNothing of it is left here now, at all.\n", "utf-8")
    async with desk(str(article), size=WIDE) as reader:
        (row,) = reader.rows("notes")
        assert "keep me" in row
        assert "One thing was said." in row
        assert "passage lost" in row


async def test_a_note_that_cannot_be_saved_stays_in_the_dialog_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(size=WIDE, notes=tmp_path / "a-file" / "n.yaml") as reader:
        (tmp_path / "a-file").write_text("in the way")
        await reader.press("a")
        await reader.type("importante")
        await reader.press("ctrl+s")
        assert reader.front.query_one(TextArea).text == "importante"
        assert reader.said("note-error")


async def test_a_notes_file_that_cannot_be_read_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "n.yaml"
    broken = "format: [1\nnotes:\n\n- id: a\n"
    path.write_text(broken, "utf-8")
    async with desk(size=WIDE, notes=path) as reader:
        assert "n.yaml" in reader.news
        await reader.write_note("altrove")
        assert path.read_text("utf-8") == broken
        assert reader.notes_path != path
        assert reader.saved[0]["text"] == "altrove"


async def test_what_another_window_writes_is_kept_and_shown() -> None:
    async with desk(size=WIDE) as one, desk(size=WIDE) as other:
        other.sitting.reading.clock.new_id()
        await one.write_note("di qua")
        await other.press("3", "j", "j")
        await other.write_note("di là")
        assert {note["text"] for note in other.saved} == {"di qua", "di là"}
        await one.until(lambda: len(one.rows("notes")) == 2)


async def _copied(reader: Desk, *keys: str) -> str:
    await reader.press(*keys)
    await ready(reader.app, reader.pilot)
    return reader.app.clipboard


async def test_y_copies_the_passage_with_title_section_source_and_date(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(
        "---\ntitle: A report\nsource: {url: https://example.org/a}\npublished: 2026-01-02\n---\n"
        "Before.\n\n## What was found\n\nThe first sentence. The second.\n",
        "utf-8",
    )
    async with desk(str(path), size=WIDE) as reader:
        said, _comma, version = (await _copied(reader, "slash", *"first", "enter", "y")).rpartition(
            ", "
        )
        assert said == (
            "“first”\n— A report, section “What was found”, https://example.org/a, 2026-01-02"
        )
        assert re.fullmatch("version [0-9a-f]{12}", version)


async def test_without_a_clipboard_the_terminal_gets_it_and_the_reader_is_told_so() -> None:
    async with desk(size=WIDE) as reader:
        copied = await _copied(reader, "1", "v", "j", "o", "y")
        assert "Il rapporto è stato pubblicato giovedì" in copied
        assert "— La Corea del Nord consegna 14.000 soldati e 100 razzi in Russia" in copied
        assert "portata del supporto militare" in copied
        assert reader.selected is None
        assert "up to it" in reader.news
        assert "copied" not in reader.news


async def test_capital_y_copies_only_the_text_through_the_systems_clipboard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = tmp_path / "xclip"
    tool.write_text(f"#!/bin/sh\ncat > {tmp_path}/taken\n", "utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    async with desk(size=WIDE) as reader:
        await reader.press("1")
        words = reader.at_hand
        assert await _copied(reader, "Y") == ""
        assert (tmp_path / "taken").read_text("utf-8") == words.strip()
        assert reader.news.startswith("copied by xclip: «Il rapporto è stato pubblicato giovedì")
        assert len(reader.news) <= WIDE[0] - 2


async def test_a_single_note_that_cannot_be_read_is_named_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "n.yaml"
    path.write_text("format: 1\nnotes:\n\n- id: [a\n", "utf-8")
    async with desk(size=WIDE, notes=path) as reader:
        assert "n.yaml:4" in reader.news
        await reader.write_note("daneben")
        assert "- id: [a\n" in path.read_text("utf-8")
        assert "daneben" in path.read_text("utf-8")


async def test_words_typed_before_the_dialog_is_ready_are_not_lost() -> None:
    async with desk(size=WIDE) as reader:
        await reader.press("a")
        reader.front.set_focus(None)
        await reader.type("presto")
        await reader.press("ctrl+s")
        assert reader.saved[0]["text"] == "presto"
