"""What is pasted or typed into a line is all there, and means what its writer expects."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.events import Paste

from briefing.ui.widgets.fields import Field, TagsField, split_tags


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


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("check barges", ("check", "barges")),
        ("check, barges", ("check", "barges")),
        ("#check #barges", ("check", "barges")),
        ("  check   check ", ("check",)),
        ("river trade, check", ("river trade", "check")),
        ("river trade,", ("river trade",)),
        ("check #barges, river trade", ("check", "barges", "river trade")),
        ('"river trade" check', ("river trade", "check")),
        ('#"river trade", check', ("river trade", "check")),
        ('"grain, wheat" check', ("grain, wheat", "check")),
        ('12" check', ('12"', "check")),
        (" , ", ()),
    ],
)
def test_tags_are_parted_by_spaces_or_by_commas(line: str, tags: tuple[str, ...]) -> None:
    assert split_tags(line) == tags


@pytest.mark.parametrize(
    "tags",
    [(), ("check",), ("river trade",), ("river trade", "check"), ("a,b", "c  d"), ('12" nails',)],
)
async def test_tags_that_nobody_changed_stay_as_they_are(tags: tuple[str, ...]) -> None:
    class Tags(App[None]):
        def compose(self) -> ComposeResult:
            yield TagsField(tags, placeholder="")

    async with Tags().run_test() as pilot:
        field = pilot.app.query_one(TagsField)
        assert field.tags == tags
        field.value += ", more"
        if '"' not in "".join(tags):
            assert field.tags == (*(" ".join(tag.split()) for tag in tags), "more")
