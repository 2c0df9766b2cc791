"""The sides of the text are as wide as the reader made them, and still are the next time."""

from __future__ import annotations

import pytest
from textual import events

from tests.journeys.desk import Desk, desk


def _cells(reader: Desk, side: str) -> int:
    return reader.reader.query_one(f"#{side}-box").region.width


async def _drag(reader: Desk, side: str, start: int, *columns: int) -> None:
    """Draw the mouse from a column of the screen to others."""
    box = reader.reader.query_one(f"#{side}-box")
    moves = [(events.MouseMove, column) for column in columns]
    for kind, column in ((events.MouseDown, start), *moves, (events.MouseUp, columns[-1])):
        x = column - box.region.x
        box.post_message(kind(box, x, 5, 0, 0, 1, False, False, False, column, 5))
        await reader.pilot.pause()


@pytest.mark.parametrize("size", [(120, 40), (100, 30)])
async def test_keys_move_the_border_of_the_panels(size: tuple[int, int]) -> None:
    async with desk(size=size) as reader:
        await reader.press("H", "H")
        assert _cells(reader, "panels") == 40
        assert "40" in reader.news
        await reader.press("L", "L", "L")
        assert _cells(reader, "panels") == 34


async def test_in_the_outline_they_move_its_own() -> None:
    async with desk() as reader:
        reader.panel("outline").focus()
        await reader.press("L", "L")
        assert _cells(reader, "outline") == 28
        assert _cells(reader, "panels") == 36


async def test_a_border_stops_where_it_makes_sense() -> None:
    async with desk(size=(80, 24)) as reader:
        await reader.press(*["H"] * 20)
        assert _cells(reader, "panels") == 48
        await reader.press(*["L"] * 20)
        assert _cells(reader, "panels") == 24


async def test_where_panels_lie_over_the_text_there_is_no_border_to_move() -> None:
    async with desk(size=(60, 20)) as reader:
        await reader.press("p", "H")
        assert _cells(reader, "panels") == 60
        assert "beside" in reader.news


async def test_the_mouse_moves_both_borders_and_chooses_nothing_by_it() -> None:
    async with desk() as reader:
        await _drag(reader, "outline", 23, 27, 31)
        assert _cells(reader, "outline") == 32
        await _drag(reader, "panels", 84, 80, 76)
        assert _cells(reader, "panels") == 44
        assert reader.target is None
        assert reader.focus == "article"
        await _drag(reader, "panels", 90, 60)
        assert _cells(reader, "panels") == 44, "a drag inside is none"


async def test_what_was_chosen_is_there_the_next_time_and_in_other_widths() -> None:
    async with desk() as reader:
        await reader.press("H", "H", "q")
    async with desk(size=(100, 30)) as reader:
        assert _cells(reader, "panels") == 36
        await reader.press("L", "q")
    async with desk() as reader:
        assert _cells(reader, "panels") == 40
        await reader.resize(100, 30)
        assert _cells(reader, "panels") == 34
        await reader.resize(60, 20)
        await reader.press("p")
        assert _cells(reader, "panels") == 60
        await reader.resize(120, 40)
        assert _cells(reader, "panels") == 40


async def test_the_first_word_in_view_stays_while_a_border_moves() -> None:
    async with desk(size=(120, 20)) as reader:
        await reader.press("2", "j", "j", "j")
        first = reader.first
        await reader.press(*["H"] * 5, *["L"] * 5)
        assert reader.first == first
