"""What is pasted into a line to type in is all there."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.events import Paste

from briefing.ui.widgets.fields import Field


class Host(App[None]):
    def compose(self) -> ComposeResult:
        yield Field("before")


@pytest.mark.parametrize(
    ("pasted", "value"),
    [
        ("one\ntwo\r\nthree", "beforeone two three"),
        (" a\n\n\nb ", "before a b "),
        ("", "before"),
    ],
)
async def test_a_line_break_is_pasted_as_a_space(pasted: str, value: str) -> None:
    async with Host().run_test() as pilot:
        field = pilot.app.query_one(Field)
        field.cursor_position = len(field.value)
        field.post_message(Paste(pasted))
        await pilot.pause()
        assert field.value == value


async def test_what_is_pasted_takes_the_place_of_what_is_selected() -> None:
    async with Host().run_test() as pilot:
        field = pilot.app.query_one(Field)
        field.select_all()
        field.post_message(Paste("new\nwords"))
        await pilot.pause()
        assert field.value == "new words"
