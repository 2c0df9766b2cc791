"""The foot names only keys that do something here and now, by what they do here."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.ui.widgets.rows import RowsPane
from tests.journeys.desk import Desk, desk


def _keys(reader: Desk) -> dict[str, str]:
    """What the foot says that each key does."""
    return dict(reader.reader.first.foot.line.keys)


async def _to(reader: Desk, panel: str) -> None:
    while reader.focus != panel:
        await reader.press("tab")


async def test_in_a_panel_q_is_back_to_the_text_and_d_is_offered_on_notes_only() -> None:
    async with desk(size=(120, 40)) as reader:
        assert _keys(reader)["q"] == "quit"
        await _to(reader, "states")
        assert _keys(reader)["q"] == "text"
        assert "d" not in _keys(reader)
        await reader.press("q")
        assert reader.focus == "article"
        assert _keys(reader)["q"] == "quit"


async def test_behind_a_dialog_q_still_quits_where_no_list_lies_below() -> None:
    async with desk(size=(120, 40)) as reader:
        await reader.write_note("x")
        await reader.press("A")
        reader.reader.first.foot.show()
        assert _keys(reader)["q"] == "quit"


async def test_enter_is_offered_where_a_row_leads_somewhere_and_says_what_it_does_next() -> None:
    async with desk(size=(120, 40)) as reader:
        await _to(reader, "states")
        await reader.press("g")
        assert "Enter" not in _keys(reader), "the title of the list leads nowhere"
        await reader.press("j")
        assert _keys(reader)["Enter"] == "jump"


async def test_enter_edits_a_note_that_is_in_view_and_goes_to_one_that_is_not() -> None:
    async with desk(size=(120, 40)) as reader:
        await reader.write_note("Who says so?")
        await _to(reader, "notes")
        assert _keys(reader)["Enter"] == "edit"
        assert _keys(reader)["d"] == "delete"
        await reader.press("escape", "G")
        await _to(reader, "notes")
        assert _keys(reader)["Enter"] == "jump"
        await reader.press("enter")
        await _to(reader, "notes")
        assert _keys(reader)["Enter"] == "edit"
        await reader.press("enter", "end", *"!", "ctrl+s")
        assert [note["text"] for note in reader.saved] == ["Who says so?!"]


async def test_a_edits_the_note_under_the_cursor_of_its_panel() -> None:
    async with desk(size=(120, 40)) as reader:
        await reader.write_note("Who says so?")
        await _to(reader, "notes")
        assert _keys(reader)["a"] == "edit"
        await reader.press("a", "end", *"!", "ctrl+s")
        assert [note["text"] for note in reader.saved] == ["Who says so?!"]


async def test_undo_and_all_notes_are_named_once_there_is_something_to_undo_and_to_list() -> None:
    async with desk(size=(200, 40)) as reader:
        assert not {"u", "A"} & set(_keys(reader))
        await reader.write_note("Who says so?")
        assert {"u", "A"} <= set(_keys(reader))
        await reader.press("u")
        assert not {"u", "A"} & set(_keys(reader))


async def test_at_the_end_no_key_is_named_that_goes_on() -> None:
    async with desk(size=(80, 24)) as reader:
        assert {"Space", "]"} <= set(_keys(reader))
        await reader.press("5", "G")
        assert not {"Space", "]"} & set(_keys(reader))


async def test_the_palette_begins_with_what_people_call_by_name() -> None:
    async with desk(size=(120, 40)) as reader:
        await reader.press("colon")
        rows = [row.ref for row in reader.front.query_one(RowsPane).rows]
        moves = [rows.index(name) for name in ("line_down", "next_paragraph", "select")]
        names = [rows.index(name) for name in ("write_note", "search", "theme", "help", "marks")]
        assert max(names) < min(moves)


async def test_after_a_search_the_foot_shows_how_to_go_on_and_how_to_note_the_hit() -> None:
    async with desk(size=(80, 24)) as reader:
        assert "n" not in _keys(reader)
        await reader.press("slash", *"soldati", "enter")
        assert list(_keys(reader))[:4] == ["n", "N", "a", "Esc"]
        await reader.press("escape")
        assert "n" not in _keys(reader)


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("site: Example News\npublished: 2026-03-01T08:00:00Z", "Example News · 2026-03-01"),
        ('source: {url: "https://www.example.org/a/b"}', "example.org"),
        ("published: 2026-03-01", "2026-03-01"),
    ],
)
async def test_the_foot_says_whose_text_it_is_and_of_which_day(
    front: str, said: str, tmp_path: Path
) -> None:
    article = tmp_path / "harbour.md"
    article.write_text(f"---\n{front}\n---\n# The harbour\n\nWords.\n", "utf-8")
    async with desk(str(article), size=(120, 40)) as reader:
        assert reader.status.splitlines()[0].rstrip().endswith(f"0 notes · {said}")
