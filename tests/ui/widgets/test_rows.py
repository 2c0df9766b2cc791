"""A list of rows in an app of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from textual.app import App, ComposeResult
from textual.strip import Strip

from briefing.ui.render.rows import MEASURED_ROWS, Row, Words
from briefing.ui.widgets.rows import RowsPane


class Host(App[None]):
    """Shows one list."""

    AUTO_FOCUS = ""

    def __init__(self, rows: Sequence[Row], *, long_lines: int = 2, is_used: bool = True) -> None:
        super().__init__()
        self.is_used = is_used
        self.pane = _Watched(
            self, name="rows", title="", empty="nothing here", long_lines=long_lines
        )
        self.first_rows = rows
        self.chosen: list[str] = []
        self.drawn: set[int] = set()
        """The lines of the list that were drawn."""

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_mount(self) -> None:
        self.pane.set_rows(self.first_rows)
        if self.is_used:
            self.pane.focus()

    def on_rows_pane_chosen(self, event: RowsPane.Chosen) -> None:
        self.chosen.append(event.row.ref)


class _Watched(RowsPane):
    """Tells which of its lines are drawn."""

    def __init__(self, host: Host, *, name: str, title: str, empty: str, long_lines: int) -> None:
        super().__init__(name=name, title=title, empty=empty, long_lines=long_lines)
        self._host = host

    def render_line(self, y: int) -> Strip:
        self._host.drawn.add(y)
        return super().render_line(y)


def _rows(count: int) -> list[Row]:
    return [Row((Words(f"row {n}"),), ref=str(n)) for n in range(count)]


def _seen(pane: RowsPane) -> str:
    return "\n".join(pane.render_line(y).text for y in range(pane.size.height))


async def test_an_empty_list_says_so_and_takes_keys_without_harm() -> None:
    app = Host(())
    async with app.run_test(size=(30, 8)) as pilot:
        app.pane.move(1)
        app.pane.move_page(1)
        app.pane.choose()
        await pilot.pause()
        assert "nothing here" in _seen(app.pane)
        assert not app.chosen


async def test_the_cursor_stops_at_both_ends_and_stays_in_view() -> None:
    app = Host(_rows(30))
    async with app.run_test(size=(30, 8)) as pilot:
        for step in (-5, 3, 100, -1, -100):
            app.pane.move(step)
            await pilot.pause()
            assert 0 <= app.pane.cursor < 30
            assert f"› row {app.pane.cursor} " in _seen(app.pane)


async def test_new_rows_leave_the_cursor_on_what_it_stood_on() -> None:
    app = Host(_rows(10))
    async with app.run_test(size=(30, 8)) as pilot:
        app.pane.move(4)
        app.pane.set_rows([Row((Words("new"),), ref="new"), *_rows(10)])
        await pilot.pause()
        assert app.pane.chosen is not None
        assert app.pane.chosen.ref == "4"


async def test_rows_that_come_above_do_not_move_what_is_looked_at() -> None:
    app = Host(_rows(30))
    async with app.run_test(size=(30, 8)) as pilot:
        app.pane.move(20)
        app.pane.move(-2)
        await pilot.pause()
        before = _seen(app.pane)
        app.pane.set_rows([*(Row((Words("new"),), ref=f"n{n}") for n in range(5)), *_rows(30)])
        assert _seen(app.pane).replace("▐", " ").split() == before.replace("▐", " ").split()


async def test_a_list_that_nobody_is_in_stays_at_its_top_and_says_that_more_is_to_come() -> None:
    app = Host((), is_used=False)
    async with app.run_test(size=(30, 8)) as pilot:
        app.pane.set_rows((), count="3 % read", is_growing=True)
        await pilot.pause()
        assert "…" in _seen(app.pane)
        assert "nothing" not in _seen(app.pane)
        app.pane.set_rows(_rows(3), is_growing=True)
        app.pane.set_rows([Row((Words("new"),), ref="new"), *_rows(10)])
        assert app.pane.cursor == 0
        assert _seen(app.pane).split()[0] == "new"
        assert app.pane.border_title == ""


async def test_a_list_of_any_length_reaches_its_last_row() -> None:
    app = Host(_rows(200_000), long_lines=1)
    async with app.run_test(size=(30, 8)) as pilot:
        app.pane.move(10**9)
        app.pane.choose()
        await pilot.pause()
        assert app.chosen == ["199999"]
        assert "› row 199999" in _seen(app.pane)


async def test_rows_of_several_lines_are_scrolled_whole() -> None:
    words = "alfa beta gamma delta epsilon zeta eta theta"
    rows = [Row((Words(f"{n} {words}"),), ref=str(n)) for n in range(min(20, MEASURED_ROWS))]
    app = Host(rows)
    async with app.run_test(size=(24, 9)) as pilot:
        for n in range(len(rows)):
            await pilot.pause()
            seen = _seen(app.pane)
            assert f"› {n} alfa" in seen
            assert "theta" in seen.split(f"› {n} alfa")[1]
            app.pane.move(1)


async def test_a_row_that_is_further_on_is_drawn_as_it_is_now() -> None:
    """Rows are kept as they were drawn; what a section says of itself changes as it is read."""
    rows = [Row((Words(f"Row {number}"),), ref=str(number)) for number in range(30)]
    app = Host(rows)
    async with app.run_test(size=(40, 10)):
        assert "Row 2" in app.pane.render_line(2).text
        rows[2] = Row((Words("Read"),), ref="2")
        app.pane.redraw(2)
        assert "Read" in app.pane.render_line(2).text
        assert "Row 3" in app.pane.render_line(3).text


async def test_a_cursor_that_moves_has_two_rows_drawn_and_no_others() -> None:
    """A key waits for the frame: to draw a whole list takes four times as long."""
    app = Host(_rows(30))
    async with app.run_test(size=(30, 12)) as pilot:
        app.pane.styles.border = ("round", "white")
        app.pane.border_title = "Rows"
        await pilot.pause()
        for step in (1, 1, -1, 3):
            app.drawn.clear()
            app.pane.move(step)
            await pilot.pause()
            assert app.drawn == {app.pane.cursor, app.pane.cursor - step}
            shown = "".join(re.findall(">([^<]*)</text>", app.export_screenshot()))
            assert f"›&#160;row&#160;{app.pane.cursor}" in shown
            assert shown.count("›") == 1
