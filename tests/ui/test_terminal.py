"""The thread that reads the keys."""

from __future__ import annotations

from textual import events
from textual.app import App

from briefing.ui.terminal import TerminalDriver


class _Listener(App[None]):
    shows_cursor = False

    def __init__(self) -> None:
        super().__init__()
        self.gave_way = 0

    def fail(self, error: Exception) -> None:
        raise error

    def give_way(self) -> None:
        self.gave_way += 1


async def test_work_gives_way_as_soon_as_a_key_is_read() -> None:
    """Not when the key's turn comes among all that the app has to do."""
    app = _Listener()
    async with app.run_test() as pilot:
        driver = TerminalDriver(app)
        driver.process_message(events.Blur())
        assert app.gave_way == 0
        driver.process_message(events.Key("j", "j"))
        assert app.gave_way == 1
        await pilot.pause()
