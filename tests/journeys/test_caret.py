"""The terminal's cursor stands at what has the focus, for readers who do not see the screen."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.desk import Desk, desk
from tests.journeys.rawterminal import raw_terminal

SHOWN, STEADY, USUAL = b"\x1b[?25h", b"\x1b[2 q", b"\x1b[0 q"


def _at_cursor(reader: Desk) -> str:
    """What stands on the screen from the cursor on."""
    x, y = reader.app.cursor_position
    return reader.screen_text().splitlines()[y][x:]


async def test_in_the_text_it_stands_at_the_line_at_hand() -> None:
    async with desk(size=(120, 24)) as reader:
        assert _at_cursor(reader).startswith("La Corea del Nord consegna")
        await reader.press("1", "}")
        assert _at_cursor(reader).startswith("Il rapporto è stato")
        await reader.press("slash", *"11", "enter")
        assert _at_cursor(reader).startswith("11 ")


async def test_it_follows_the_end_of_a_selection_that_moves() -> None:
    async with desk(size=(120, 24)) as reader:
        await reader.press("v", "l", "l")
        selected = reader.selected or ""
        assert _at_cursor(reader).startswith(selected[-1])
        await reader.press("o")
        assert _at_cursor(reader).startswith(selected[:8])


async def test_in_a_panel_it_stands_at_the_row_and_in_a_dialog_at_the_field() -> None:
    async with desk(size=(120, 40)) as reader:
        reader.panel("states").focus()
        await reader.press("j", "j")
        assert "Canada" in _at_cursor(reader)
        await reader.press("escape", "a")
        await reader.type("qui")
        assert (
            reader.screen_text()
            .splitlines()[reader.app.cursor_position.y][: reader.app.cursor_position.x]
            .endswith("qui")
        )
        await reader.press("tab")
        assert _at_cursor(reader).startswith("Kind")
        await reader.press("escape", "j", "enter", "T", "j")
        assert _at_cursor(reader).startswith("›")


def _keep_in(home: Path, words: str) -> None:
    path = home / "config" / "briefing" / "config.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(words, "utf-8")


def test_a_setting_shows_it_without_blinking_and_the_terminal_gets_its_own_back(
    home: Path,
) -> None:
    _keep_in(home, "cursor: true\n")
    with raw_terminal() as terminal:
        terminal.until("0 notes")
        terminal.until_rests()
        assert terminal.sent.rindex(SHOWN + STEADY) > terminal.sent.rindex(b"\x1b[?25l")
        terminal.type(b"q")
        assert terminal.until_ended() == 0
        assert terminal.sent.rindex(USUAL) > terminal.sent.rindex(STEADY)
        terminal.assert_sane()


def test_otherwise_it_is_hidden(home: Path) -> None:
    _keep_in(home, "cursor: false\n")
    with raw_terminal() as terminal:
        terminal.until("0 notes")
        assert STEADY not in terminal.sent
        assert SHOWN not in terminal.sent
        terminal.type(b"q")
        assert terminal.until_ended() == 0
