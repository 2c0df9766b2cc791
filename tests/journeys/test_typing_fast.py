"""Keys that come faster than the screen can follow: none may overtake another, none may be lost."""

from __future__ import annotations

import asyncio

from textual import events

from briefing.model.span import Place
from tests.journeys.desk import Desk, desk


async def test_what_is_typed_right_before_saving_is_saved() -> None:
    async with desk() as reader:
        await reader.press("a")
        words = "non deve andare perso"
        for letter in words:
            reader.app.post_message(events.Key("space" if letter == " " else letter, letter))
        reader.app.post_message(events.Key("ctrl+s", "\x13"))
        await reader.until(lambda: reader.sitting.notebook.placed)
        assert [placed.note.text for placed in reader.sitting.notebook.placed] == [words]


async def test_what_is_typed_right_after_the_key_that_opens_the_search_is_searched() -> None:
    async with desk() as reader:
        for letter in "/kursk":
            reader.app.post_message(events.Key(letter, letter))
        await reader.until(lambda: reader.hit_count)
        assert reader.hit_count == 2


async def test_what_is_typed_while_a_dialog_opens_is_typed_into_it() -> None:
    async with desk() as reader:
        words = "quel che è scritto"
        for letter in f"a{words}":
            reader.app.post_message(events.Key("space" if letter == " " else letter, letter))
        reader.app.post_message(events.Key("ctrl+s", "\x13"))
        await reader.until(lambda: reader.sitting.notebook.placed)
        assert [placed.note.text for placed in reader.sitting.notebook.placed] == [words]


async def test_what_is_pressed_right_after_a_search_is_no_word_of_it() -> None:
    async with desk() as reader:
        await reader.press("slash")
        await reader.type("kursk")
        for key in ("enter", "a", "z"):
            reader.app.post_message(events.Key(key, key if len(key) == 1 else None))
        async with asyncio.timeout(30):
            while reader.app.screen is reader.reader:
                await reader.pilot.pause()
        await reader.press("ctrl+s")
        assert [placed.note.text for placed in reader.sitting.notebook.placed] == ["z"]
        assert reader.hit_count == 2


async def _type_at_once(reader: Desk, *keys: str) -> None:
    for key in keys:
        reader.app.post_message(events.Key(key, key if len(key) == 1 else None))


async def test_a_search_is_typed_ended_and_followed_in_one_burst() -> None:
    async with desk() as reader:
        for _again in range(2):  # the line is made for the first, and shown again for the second
            await _type_at_once(reader, *"/kursk", "enter", "n")
            await reader.until(lambda: reader.hit_count == 2)
            await reader.until(lambda: not reader.reader.has_class("-searching"))
            assert reader.app.focused is reader.article
            await reader.press("escape")


async def test_a_dialog_is_opened_answered_and_followed_in_one_burst() -> None:
    async with desk() as reader:
        await _type_at_once(reader, "a", *"ecco", "ctrl+s", "t", *"uno", "enter", "c", "2", "]")
        await reader.until(lambda: reader.article.view.first > Place(0, 0))
        (placed,) = reader.sitting.notebook.placed
        note = placed.note
        assert (note.text, note.tags, note.color) == ("ecco", ("uno",), "green")
