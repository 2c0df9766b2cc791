"""The command palette bears keys that are typed ahead of it."""

from __future__ import annotations

import asyncio

import pytest
from textual import events

from tests.journeys.desk import desk


@pytest.mark.parametrize("key", ["pagedown", "up"])
async def test_a_page_turned_before_the_list_is_drawn_does_not_end_the_reader(key: str) -> None:
    async with desk() as reader:
        for _again in range(3):
            for name in (":", key, key, "x", key):
                reader.app.post_message(events.Key(name, name if len(name) == 1 else None))
                await asyncio.sleep(0.002)
            await reader.pilot.pause()
            await reader.press("escape", "escape")
        assert reader.app.is_running
        assert reader.front is reader.reader
