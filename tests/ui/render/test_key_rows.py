"""Keys and commands as rows: what can be done here is found first, and nothing is missing."""

from __future__ import annotations

import pytest

from briefing.text.width import cells
from briefing.ui.keys import ACTIONS, Context
from briefing.ui.render.key_rows import command_rows, help_rows
from briefing.ui.render.palette import Palette
from briefing.ui.render.rows import draw_row

ANYWHERE = [action for action in ACTIONS if action.context is Context.ANYWHERE]


@pytest.mark.parametrize("here", [Context.ARTICLE, Context.PANEL, Context.SELECTION])
def test_help_has_every_key_once_wherever_it_is_opened(here: Context) -> None:
    refs = [row.ref for row in help_rows(ACTIONS, here=here) if row.ref]
    assert sorted(refs) == sorted(action.id for action in ACTIONS)


def test_in_a_pane_its_own_keys_come_first() -> None:
    rows = list(help_rows(ACTIONS, here=Context.PANEL))
    assert "pane" in rows[0].text
    assert rows[1].ref == "row_down"
    assert "in a pane" not in rows[1].text, "that is said above"


@pytest.mark.parametrize("width", [27, 69, 91])
def test_what_a_key_does_stands_under_itself_and_inside_the_frame(width: int) -> None:
    for row in help_rows(ACTIONS, width_cells=width):
        lines = [strip.text for strip in draw_row(row, width + 2, Palette({}))]
        assert all(cells(line) == width + 2 for line in lines)
        hang = row.hang_cells + 2
        assert all(not line[:hang].strip() and line[hang] != " " for line in lines[1:])


def test_commands_are_what_keys_do_with_their_keys_and_the_first_headings() -> None:
    rows = {row.ref: row.text for row in command_rows(ANYWHERE, ["One", "Two"])}
    assert {action.id for action in ANYWHERE} - {"heading"} <= set(rows)
    assert rows["theme"].startswith("T ")
    assert "Two" in rows["heading/2"]


def test_words_in_any_order_find_a_command() -> None:
    assert [row.ref for row in command_rows(ANYWHERE, ["Notes on wheat"], "wheat heading")] == [
        "heading/1"
    ]
    assert [row.ref for row in help_rows(ANYWHERE, "clip board")] == []
