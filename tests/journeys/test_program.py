"""Themes, help, commands, the source, leaving."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from briefing.ui.keys import ACTIONS
from briefing.ui.widgets.hint import Hint
from briefing.ui.widgets.rows import RowsPane
from tests.journeys.desk import desk, ready


async def test_a_theme_is_seen_at_once_given_up_with_escape_and_remembered_after_enter() -> None:
    async with desk() as reader:
        before = reader.app.theme
        colour = reader.front.styles.background
        await reader.press("T", "j")
        previewed = reader.app.theme
        assert previewed != before
        assert reader.reader.styles.background != colour
        await reader.press("escape")
        assert reader.app.theme == before
        await reader.press("T", "j", "enter")
        assert reader.app.theme == previewed
    async with desk() as reader:
        assert reader.app.theme == previewed


async def test_the_terminals_own_colours_leave_its_background_alone() -> None:
    async with desk() as reader:
        reader.app.put_on(reader.reader.themes["terminal"])
        await reader.pilot.pause(0.1)
        for pane in (reader.article, reader.panel("summary"), reader.panel("outline")):
            for segment in pane.render_line(2):
                ground = segment.style.bgcolor if segment.style is not None else None
                assert ground is None or ground.is_default or ground.number is not None


async def test_help_lists_every_action_and_can_be_searched() -> None:
    async with desk() as reader:
        await reader.press("question_mark")
        refs = {row.ref for row in reader.front.query_one(RowsPane).rows}
        assert {action.id for action in ACTIONS} <= refs
        await reader.type("bookmark")
        rows = reader.front.query_one(RowsPane).rows
        assert "bookmark" in {row.ref for row in rows}
        assert len(rows) <= 5, "the key, its sign, the titles of both, and air between them"
        await reader.press("escape")
        assert reader.front is reader.reader


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_the_palette_does_what_it_names(key: str) -> None:
    async with desk(size=(100, 20)) as reader:
        await reader.press(key)
        assert reader.front is not reader.reader
        await reader.type("bookmark here")
        await ready(reader.app, reader.pilot)
        await reader.press("enter")
        await reader.until(lambda: reader.front is reader.reader and reader.saved)
        assert [note["kind"] for note in reader.saved] == ["bookmark"]


async def test_the_palette_offers_what_works_where_the_reader_is() -> None:
    async with desk() as reader:
        reader.panel("figures").focus()
        await reader.press("colon")
        refs = [row.ref for row in reader.front.query_one(RowsPane).rows]
        assert refs[0] == "write_note"
        assert "row_down" in refs
        assert "›" in reader.front.query_one(RowsPane).render_line(0).text, "what Enter does"
        await reader.type("next row")
        await reader.press("enter")
        assert reader.panel("figures").cursor == 1
        await reader.press("escape", "colon")
        refs = [row.ref for row in reader.front.query_one(RowsPane).rows]
        assert {"line_down", "page_down", "heading/1"} <= set(refs)
        await reader.type("diplomazia")
        await reader.press("enter")
        assert "diplomazia" in reader.status


async def test_the_source_opens_in_the_editor_at_this_line_and_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = tmp_path / "report.md"
    article.write_text("# Report\n\nOne.\n\n## Part\n\nTwo.\n", "utf-8")
    editor = tmp_path / "vim"
    editor.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/said\nprintf "Three.\\n" >> {article}\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    async with desk(str(article)) as reader:
        monkeypatch.setattr(type(reader.app), "suspend", _nothing)
        await reader.press("1", "e")
        await reader.app.workers.wait_for_complete()
        assert "Three." in reader.text
        assert "5" in (tmp_path / "said").read_text()


class _nothing:  # noqa: N801 - stands in for a method
    """A pilot has no terminal to give away."""

    def __init__(self, *_args: object) -> None:
        """Take what the method takes."""

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, *_args: object) -> None:
        """End."""


async def test_reading_again_keeps_the_place_and_the_notes(tmp_path: Path) -> None:
    article = tmp_path / "report.md"
    paragraphs = [f"Paragraph {n} says something of its own." for n in range(60)]
    article.write_text("# Report\n\n" + "\n\n".join(paragraphs) + "\n", "utf-8")
    async with desk(str(article), size=(80, 20)) as reader:
        await reader.press("space", "space")
        top = reader.text[reader.first :][:40]
        await reader.write_note("mine")
        quote = reader.saved[0]["quote"]
        paragraphs.insert(0, "A new one comes first.")
        article.write_text("# Report\n\n" + "\n\n".join(paragraphs) + "\n", "utf-8")
        await reader.press("r")
        await reader.app.workers.wait_for_complete()
        await reader.pilot.pause()
        assert reader.text[reader.first :][:40] == top
        ((state, span),) = reader.placed.values()
        assert state == "anchored"
        assert span is not None
        assert span.of(reader.text) == quote


async def test_the_place_is_remembered_between_sittings() -> None:
    async with desk(size=(80, 20)) as reader:
        await reader.press("space", "space", "j")
        top = reader.top
        await reader.press("q")
    async with desk(size=(80, 20)) as reader:
        assert reader.top == top


async def test_q_leaves_a_panel_first_and_then_the_program() -> None:
    async with desk() as reader:
        await reader.press("tab", "q")
        assert reader.app.is_running
        assert reader.focus == "article"
        await reader.press("q")
        assert reader.app._exit


async def test_ctrl_q_quits() -> None:
    async with desk() as reader:
        await reader.press("ctrl+q")
        assert reader.app._exit


async def test_the_users_own_keys_are_those_that_work(home: Path) -> None:
    settings = home / "config" / "briefing" / "config.yaml"
    settings.parent.mkdir(parents=True)
    settings.write_text("keys:\n  next_section: x\n  save_note: f2\n", "utf-8")
    async with desk(size=(100, 16)) as reader:
        await reader.press("x")
        assert "portata" in reader.status
        await reader.press("right_square_bracket")
        assert "portata" in reader.status
        await reader.press("question_mark")
        assert any("x" in row.text.split() for row in reader.front.query_one(RowsPane).rows)
        await reader.press("escape", "a")
        assert "f2 save" in str(reader.front.query_one(Hint).render())
        await reader.type("parole")
        await reader.press("f2")
        assert [note["text"] for note in reader.saved] == ["parole"]


async def test_broken_front_matter_is_named_and_the_text_is_there_all_the_same(
    tmp_path: Path,
) -> None:
    article = tmp_path / "broken.md"
    article.write_text("---\ntitle: [\n---\n\nStill here.\n", "utf-8")
    async with desk(str(article)) as reader:
        assert any("Still here." in line for line in reader.lines)
        assert "broken.md" in reader.news


async def test_markup_and_escapes_in_an_article_are_only_words(tmp_path: Path) -> None:
    article = tmp_path / "odd.md"
    article.write_text("# [bold]Odd[/bold]\n\nAn \x1b[31mescape\x1b[0m and [red]brackets[/].\n")
    async with desk(str(article)) as reader:
        screen = reader.screen_text()
        assert "\x1b" not in screen
        assert "[red]brackets[/]" in screen
        await reader.write_note("x")
        assert "[/]" in reader.screen_text()
        await reader.press("A")
        assert reader.front.query_one(Input).value == ""


async def test_nothing_is_written_beside_an_article_that_was_only_read(tmp_path: Path) -> None:
    article = tmp_path / "folder" / "report.md"
    article.parent.mkdir()
    article.write_text("# Report\n\nOne.\n", "utf-8")
    async with desk(str(article)) as reader:
        await reader.press("j", "G", "q")
    assert [path.name for path in article.parent.iterdir()] == ["report.md"]
