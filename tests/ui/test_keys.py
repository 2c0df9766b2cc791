"""The one table of keys, and what is made of it."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from briefing.ui.dialogs.note import NoteDialog
from briefing.ui.first_page import MOVES
from briefing.ui.key_overrides import meet, with_overrides
from briefing.ui.key_titles import key_title
from briefing.ui.keymap import Keymap
from briefing.ui.keys import ACTIONS, LIBRARY_TOO, Context
from briefing.ui.parts.moves import moving_commands
from tests.journeys.desk import desk
from tests.journeys.library_desk import library_desk
from tests.keys_page import keys_page

BY_ID = {action.id: action for action in ACTIONS}
PAGE = Path(__file__).parents[2] / "docs" / "keys.md"


async def test_every_action_has_its_method_and_every_method_its_action() -> None:
    async with desk() as reader:
        done = reader.reader.commands.ids
    dialog = {action.id for action in ACTIONS if action.context is Context.DIALOG}
    library = {action.id for action in ACTIONS if action.context is Context.LIBRARY}
    assert done == set(BY_ID) - dialog - library
    assert all(callable(getattr(NoteDialog, f"action_{name}")) for name in dialog)


async def test_before_anything_but_the_text_is_there_keys_move_it() -> None:
    async with desk() as reader:
        first = moving_commands(reader.parts.moves)
    assert set(first) == MOVES


def test_no_key_means_two_things_in_one_place() -> None:
    shared = [
        (one.id, other.id)
        for one, other in combinations(ACTIONS, 2)
        if meet(one, other) and set(one.keys) & set(other.keys)
    ]
    assert not shared


def test_ids_are_different_and_every_action_says_what_it_does() -> None:
    assert len(BY_ID) == len(ACTIONS)
    assert all(action.keys and action.label and action.help for action in ACTIONS)


def test_tab_is_never_asked_to_be_ctrl_i() -> None:
    assert not any("ctrl+i" in action.keys or "ctrl+m" in action.keys for action in ACTIONS)


def test_the_page_of_keys_is_the_table() -> None:
    assert PAGE.read_text("utf-8") == keys_page(ACTIONS), "python -m tests.keys_page writes it"


@pytest.mark.parametrize(
    ("key", "title"),
    [("ctrl+o", "Ctrl+o"), ("alt+left", "Alt+←"), ("pagedown", "PgDn"), ("+", "+"), ("G", "G")],
)
def test_keys_are_written_as_people_write_them(key: str, title: str) -> None:
    assert key_title(key) == title


@pytest.mark.parametrize(
    ("key", "character", "context", "expected"),
    [
        ("j", "j", Context.ARTICLE, "line_down"),
        ("j", "j", Context.PANEL, "row_down"),
        ("j", "j", Context.SELECTION, "sentence_forward"),
        ("j", "j", Context.DIALOG, None),
        ("right_square_bracket", "]", Context.ARTICLE, "next_section"),
        ("upper_g", "G", Context.ARTICLE, "go_to_end"),
        ("space", " ", Context.ARTICLE, "page_down"),
        ("a", "a", Context.PANEL, "write_note"),
        ("ctrl+s", None, Context.DIALOG, "save_note"),
        ("f12", None, Context.ARTICLE, None),
    ],
)
def test_a_key_means_what_the_table_says_where_it_is_pressed(
    key: str, character: str | None, context: Context, expected: str | None
) -> None:
    press = Keymap(ACTIONS).find(key, character, context)
    assert (press.action.id if press else None) == expected


def test_digits_carry_their_number() -> None:
    press = Keymap(ACTIONS).find("7", "7", Context.ARTICLE)
    assert press is not None
    assert (press.action.id, press.number) == ("heading", 7)


def test_the_users_keys_take_the_place_of_the_usual_ones() -> None:
    actions, faults = with_overrides(ACTIONS, {"next_section": ("x", "f3")}, "config.yaml")
    keymap = Keymap(actions)
    assert not faults
    for key in ("x", "f3"):
        press = keymap.find(key, None, Context.ARTICLE)
        assert press is not None
        assert press.action.id == "next_section"
    assert keymap.find("right_square_bracket", "]", Context.ARTICLE) is None


@pytest.mark.parametrize(
    ("overrides", "named"),
    [
        ({"next_section": ("q",)}, "leave"),
        ({"line_down": ("a",)}, "write_note"),
        ({"row_up": ("enter",)}, "choose"),
        ({"no_such_action": ("x",)}, "no_such_action"),
    ],
)
def test_a_key_that_is_taken_is_named_and_the_usual_one_stays(
    overrides: dict[str, tuple[str, ...]], named: str
) -> None:
    actions, faults = with_overrides(ACTIONS, overrides, "config.yaml")
    assert actions == ACTIONS
    (fault,) = faults
    assert named in fault.what
    assert fault.where == "config.yaml"
    assert fault.remedy


@pytest.mark.parametrize(
    ("overrides", "taken_by"),
    [
        ({"leave": ("x",)}, "mark_read"),
        ({"star": ("q",)}, "leave"),
        ({"order": ("j",)}, "row_down"),
        ({"search": ("*",)}, "star"),
    ],
)
def test_keys_of_the_list_of_articles_are_taken_there(
    overrides: dict[str, tuple[str, ...]], taken_by: str
) -> None:
    table, [fault] = with_overrides(ACTIONS, overrides, "config.yaml")
    assert table == ACTIONS
    assert taken_by in fault.what


@pytest.mark.parametrize(
    ("overrides", "key"),
    [
        ({"reload": ("f5",)}, "f5"),
        ({"reload": ("f5",), "look_again": ("f6",)}, "f6"),
        ({"reload": ("x",)}, "r"),
    ],
)
def test_the_users_key_for_reading_again_asks_for_news_in_the_list_where_it_is_free(
    overrides: dict[str, tuple[str, ...]], key: str
) -> None:
    actions, faults = with_overrides(ACTIONS, overrides, "config.yaml")
    assert not faults
    press = Keymap(actions).find(key, None if len(key) > 1 else key, Context.LIBRARY)
    assert press is not None
    assert press.action.id == "look_again"


async def test_the_list_of_articles_knows_just_the_actions_that_the_table_says(
    tmp_path: Path,
) -> None:
    async with library_desk(tmp_path) as reader:
        known = reader.library.commands.ids
    elsewhere = {a.id for a in ACTIONS if a.context in (Context.LIBRARY, Context.PANEL)}
    assert known == elsewhere | LIBRARY_TOO


def test_keys_that_never_meet_may_be_shared() -> None:
    _actions, faults = with_overrides(ACTIONS, {"row_down": ("l",)}, "config.yaml")
    assert not faults


def test_two_actions_can_change_places() -> None:
    overrides = {"next_section": ("[",), "previous_section": ("]",)}
    actions, faults = with_overrides(ACTIONS, overrides, "config.yaml")
    assert not faults
    press = Keymap(actions).find("left_square_bracket", "[", Context.ARTICLE)
    assert press is not None
    assert press.action.id == "next_section"
