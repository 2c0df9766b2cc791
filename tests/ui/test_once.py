"""A dialog answers once, however fast its keys come."""

from __future__ import annotations

import asyncio
import gc

import pytest
from textual import events
from textual.strip import Strip

from briefing.ui.keystrokes import Keystroke
from tests.journeys.desk import desk


@pytest.mark.parametrize("opened", ["T", "c", "A", "?", "t", "a"])
@pytest.mark.parametrize("keys", [("enter", "enter"), ("escape", "escape"), ("enter", "escape")])
async def test_keys_that_come_too_fast_close_one_dialog_and_nothing_else(
    opened: str, keys: tuple[str, ...]
) -> None:
    async with desk() as reader:
        await reader.write_note("x")
        await reader.press(opened)
        for _again in range(3):
            for name in keys:
                reader.app.post_message(events.Key(name, None))
            await asyncio.sleep(0)
        await reader.pilot.pause()
        assert reader.app.is_running
        assert reader.app.screen_stack[0] is reader.reader


@pytest.mark.parametrize("opened", ["I", "?", "M"])
async def test_a_list_that_only_tells_or_switches_stays_when_a_row_is_entered(opened: str) -> None:
    async with desk() as reader:
        await reader.press(opened)
        dialog = reader.front
        await reader.press("enter", "down", "enter")
        assert reader.front is dialog
        assert reader.app.is_running


def _strips() -> int:
    gc.collect()
    return sum(isinstance(thing, Strip) for thing in gc.get_objects())


async def test_dialogs_that_were_closed_keep_no_room() -> None:
    async with desk() as reader:
        await reader.press("a", "escape", "?", "escape", "T", "escape")
        before = _strips()
        for _again in range(8):
            await reader.press("a", "escape", "?", "escape", "T", "escape")
        assert _strips() < before + 100


async def test_what_comes_once_the_app_has_ended_is_for_nobody() -> None:
    async with desk() as reader:
        await reader.press("?")
    app = reader.app
    assert not app.screen_stack
    app.hold([Keystroke("j", "j")])
    await app.on_ready_for_keys()
    await app.on_event(events.Key("j", "j"))
