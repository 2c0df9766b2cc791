"""A note of any length is shown and saved whole; a key never waits for it."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import App, ComposeResult

from briefing.ui.widgets.fields import TagsField
from briefing.ui.widgets.note_text import LONGEST_LINE, NoteText

LONG = "parola " * 20_000


class Host(App[None]):
    """Shows the words of a note, and its tags."""

    def __init__(self, words: str, tags: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.words, self.tags = words, tags
        self.told: list[int] = []

    def compose(self) -> ComposeResult:
        yield NoteText(self.words, name="words")
        yield TagsField(self.tags, placeholder="tags", name="tags")

    def on_note_text_held(self, event: NoteText.Held) -> None:
        self.told.append(event.length)


async def test_words_that_are_too_long_are_held_whole_and_take_no_key() -> None:
    app = Host(LONG)
    async with app.run_test() as pilot:
        area = app.query_one(NoteText)
        area.focus()
        await pilot.press("x")
        assert area.words == LONG
        assert len(area.text) < LONGEST_LINE
        assert app.told == [len(LONG)]
        area.words = "short"  # as an editor gives them back
        await pilot.press("x")
        assert sorted(area.words) == sorted("shortx")


@pytest.mark.parametrize("pasted", [LONG, "riga\n" * 30_000])
async def test_what_is_pasted_stands_where_it_was_pasted_however_long_it_is(pasted: str) -> None:
    app = Host("before  behind")
    async with app.run_test() as pilot:
        area = app.query_one(NoteText)
        area.focus()
        area.move_cursor((0, 7))
        app.post_message(events.Paste(pasted))
        await pilot.pause()
        assert area.words == f"before {pasted} behind"


async def test_a_note_of_many_short_lines_can_be_typed_in() -> None:
    app = Host("riga\n" * 5_000)
    async with app.run_test() as pilot:
        app.query_one(NoteText).focus()
        await pilot.press("x")
        assert app.query_one(NoteText).words == "x" + "riga\n" * 5_000


async def test_more_tags_than_a_line_takes_stay_as_they_are() -> None:
    tags = tuple(f"tag-{number}" for number in range(1_000))
    app = Host("", tags)
    async with app.run_test() as pilot:
        app.query_one(TagsField).focus()
        await pilot.press("x")
        assert app.query_one(TagsField).tags == tags
