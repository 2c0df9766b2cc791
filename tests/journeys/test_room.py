"""Room by need: nothing moves by itself, and the panel in use has the room it needs."""

from __future__ import annotations

import pytest
from rich.color import Color
from textual.geometry import Region

from tests.journeys.desk import Desk, desk

PANELS = ("summary", "figures", "states", "notes")


def _regions(reader: Desk) -> list[Region]:
    """Where the text, the panels and the foot are."""
    names = ("article", *PANELS, "status")
    return [reader.reader.query_one(f"#{name}").region for name in names]


def _heights(reader: Desk) -> list[int]:
    return [reader.panel(name).region.height for name in PANELS]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_a_message_and_a_search_move_nothing(size: tuple[int, int]) -> None:
    async with desk(size=size) as reader:
        before = _regions(reader)
        reader.reader.stage.strip.tell("the disk is full", is_warning=True)
        await reader.pilot.pause()
        assert "the disk is full" in reader.screen_text()
        assert _regions(reader) == before
        await reader.press("escape")
        if size[1] >= 20:
            await reader.press("slash")
            assert _regions(reader) == before
            await reader.press("escape")
        assert _regions(reader) == before


async def test_the_panel_with_the_keys_grows_and_gives_the_room_back() -> None:
    async with desk(size=(80, 24)) as reader:
        before = _heights(reader)
        assert before[3] == 1, "an empty panel is its title"
        for index in (1, 2, 0):
            reader.panel(PANELS[index]).focus()
            await reader.pilot.pause()
            assert _heights(reader)[index] > before[index]
            assert sum(_heights(reader)) == sum(before)
        await reader.press("escape")
        assert _heights(reader) == before


async def test_an_empty_panel_says_so_in_its_title_and_grows_with_what_comes() -> None:
    async with desk(size=(80, 24)) as reader:
        assert "Notes: none yet; a writes one" in reader.screen_text()
        await reader.write_note("uno")
        assert _heights(reader)[3] >= 2
        assert "Notes 1" in reader.screen_text()


async def test_a_row_is_tinted_in_the_pane_with_the_keys_only() -> None:
    async with desk(size=(120, 40)) as reader:
        figures, outline = reader.panel("figures"), reader.panel("outline")
        figures.focus()
        await reader.press("j")
        ground = figures.rich_style.bgcolor

        def tints(name: str) -> set[Color]:
            pane = reader.panel(name)
            strips = (pane.render_line(y) for y in range(pane.size.height))
            grounds = {s.style.bgcolor for strip in strips for s in strip if s.style}
            return {color for color in grounds if color not in (None, ground) and color}

        assert tints("figures")
        await reader.press("escape")
        assert not tints("figures")
        assert not tints("outline")
        assert outline.current == 0


async def test_the_outline_keeps_the_number_of_the_section_that_is_read() -> None:
    async with desk(size=(120, 40)) as reader:
        await reader.press("2")
        assert "2›Cooperazione" in reader.screen_text()
