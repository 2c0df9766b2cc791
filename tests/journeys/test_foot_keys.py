"""Every key that the foot names does something, wherever the reader is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from tests.journeys.desk import Desk, desk

KEY_NAMES = {
    "Tab": "tab",
    "Enter": "enter",
    "Esc": "escape",
    "Space": "space",
    "/": "slash",
    "?": "question_mark",
    ":": "colon",
    "=": "equals_sign",
    "1…9": "3",
}
"""What the keys are called that are not called as the foot writes them."""


def _pressing(*keys: str) -> Callable[[Desk], Awaitable[None]]:
    async def press(reader: Desk) -> None:
        await reader.press(*keys)

    return press


def _in_panel(name: str, *keys: str) -> Callable[[Desk], Awaitable[None]]:
    async def go(reader: Desk) -> None:
        while reader.focus != name:
            await reader.press("tab")
        await reader.press(*keys)

    return go


async def _after_a_search(reader: Desk) -> None:
    await reader.press("slash", *"missili", "enter")
    await reader.until(lambda: reader.hit_count)


async def _on_a_note(reader: Desk) -> None:
    await reader.write_note("Who says so?")
    await _in_panel("notes")(reader)


PLACES = {
    "where it opens": _pressing(),
    "selecting": _pressing("v"),
    "after a search": _after_a_search,
    "outline": _in_panel("outline"),
    "figures": _in_panel("figures"),
    "heading of the states": _in_panel("states", "g"),
    "on a note": _on_a_note,
}
"""How one comes there, from an article that has just been opened."""


def _named(reader: Desk) -> list[str]:
    return [key for key, _ in reader.reader.first.foot.line.keys]


def _seen(reader: Desk) -> tuple[object, ...]:
    """All that a key may change for whoever presses it."""
    is_running = reader.app.is_running
    whereabouts = (reader.front, reader.focus, reader.app.cursor_position)
    return (is_running, *whereabouts, reader.selected, reader.screen_text())


@pytest.mark.parametrize("place", PLACES)
async def test_no_key_that_the_foot_names_is_idle(place: str) -> None:
    idle: list[str] = []
    left: list[str] | None = None
    while left is None or left:
        async with desk(size=(160, 40)) as reader:
            await PLACES[place](reader)
            before = _seen(reader)
            left = _named(reader) if left is None else left
            assert left, "the foot names keys"
            while left and _seen(reader) == before:
                key = left.pop()
                await reader.press(KEY_NAMES.get(key, key))
                if _seen(reader) == before:
                    idle.append(key)
                else:
                    await reader.press("escape")
    assert idle == []
