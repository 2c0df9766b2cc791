"""The dialog of a note keeps what was typed, however it ends."""

from __future__ import annotations

from briefing.ui.dialogs.note import NoteDialog
from briefing.ui.widgets.choice_line import ChoiceLine
from tests.journeys.desk import desk


async def test_a_dialog_whose_fields_are_going_still_knows_what_was_typed() -> None:
    async with desk() as reader:
        await reader.press("a")
        await reader.type("gone?")
        dialog = reader.front
        assert isinstance(dialog, NoteDialog)
        await dialog.query_one("#note-color", ChoiceLine).remove()
        dialog.keep()
        assert dialog.written.text == "gone?"
