"""Drawing leaves nothing behind that only a search for rings would free."""

from __future__ import annotations

import gc

from textual.app import App, ComposeResult
from textual.strip import Strip

from briefing.ui.widgets.drawn import LineDrawn


class _Numbers(LineDrawn):
    drawn = 0

    def render_line(self, y: int) -> Strip:
        self.drawn += 1
        return Strip.blank(self.size.width)


class _Host(App[None]):
    def compose(self) -> ComposeResult:
        yield _Numbers()

    def on_mount(self) -> None:
        self.query_one(_Numbers).styles.height = "1fr"


async def test_a_line_that_is_drawn_anew_leaves_no_ring_behind() -> None:
    app = _Host()
    async with app.run_test(size=(60, 20)) as pilot:
        widget = app.query_one(_Numbers)
        gc.collect()
        before, drawn = sum(isinstance(each, Strip) for each in gc.get_objects()), widget.drawn
        gc.disable()
        try:
            for _ in range(10):
                wanted = widget.drawn + 20
                widget.refresh()
                while widget.drawn < wanted:
                    await pilot.pause()
            after = sum(isinstance(each, Strip) for each in gc.get_objects())
        finally:
            gc.enable()
        assert widget.drawn >= drawn + 20 * 5
        assert after - before < 20 * 3
