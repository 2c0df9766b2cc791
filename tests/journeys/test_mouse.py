"""What the mouse does; a key does each of it too."""

from __future__ import annotations

from textual import events

from tests.journeys.desk import Desk, desk

LOW = (120, 20)


async def _wheel(reader: Desk, pane: str, *, up: bool = False) -> None:
    widget = reader.reader.query_one(f"#{pane}")
    kind = events.MouseScrollUp if up else events.MouseScrollDown
    step = -1 if up else 1
    widget.post_message(kind(widget, 2, 2, 0, step, 0, shift=False, meta=False, ctrl=False))
    await reader.pilot.pause()


async def test_the_wheel_scrolls_what_is_under_it() -> None:
    async with desk(size=LOW) as reader:
        await _wheel(reader, "article")
        assert reader.first > 0
        await _wheel(reader, "article", up=True)
        assert reader.first == 0
        cursor = reader.panel("states").cursor
        await _wheel(reader, "states")
        assert reader.first == 0
        assert reader.panel("states").cursor == cursor


async def test_a_click_on_a_row_does_what_enter_does() -> None:
    async with desk(size=(120, 40)) as reader:
        await reader.pilot.click("#figures", offset=(5, 1))
        await reader.pilot.pause()
        assert reader.target == "14.000 soldati"
        await reader.pilot.click("#outline", offset=(5, 5))
        await reader.pilot.pause()
        assert "portata" in reader.status


async def test_a_drag_selects_and_a_note_is_about_that() -> None:
    async with desk(size=(120, 40)) as reader:
        pane = reader.article
        row = next(y for y, line in enumerate(reader.lines) if "ha inviato soldati" in line)
        left = pane.render_line(row).text.index("Corea")
        await reader.pilot.mouse_down("#article", offset=(left, row))
        await reader.pilot.hover("#article", offset=(left + 8, row))
        await reader.pilot.mouse_up("#article", offset=(left + len("Corea del Nord") - 1, row))
        await reader.pilot.pause()
        assert reader.selected == "Corea del Nord"
        await reader.write_note("chi?")
        assert reader.saved[0]["quote"] == "Corea del Nord"


async def test_two_clicks_select_a_word_three_a_sentence() -> None:
    async with desk(size=(120, 40)) as reader:
        row = next(y for y, line in enumerate(reader.lines) if "ha inviato soldati" in line)
        cell = reader.article.render_line(row).text.index("soldati") + 2
        await reader.pilot.click("#article", offset=(cell, row), times=2)
        await reader.pilot.pause()
        assert reader.selected == "soldati"
        await reader.pilot.click("#article", offset=(cell, row), times=3)
        await reader.pilot.pause()
        assert reader.selected is not None
        assert reader.selected.startswith("La Corea del Nord ha inviato")
        assert reader.selected.endswith("l'anno scorso.")


async def test_a_click_on_a_remark_says_what_it_is() -> None:
    async with desk(size=(120, 40)) as reader:
        row = next(y for y, line in enumerate(reader.lines) if "pavimenti, in Russia" in line)
        cell = reader.article.render_line(row).text.index("pavimenti") + 2
        await reader.pilot.click("#article", offset=(cell, row))
        await reader.pilot.pause()
        assert "proiettili" in reader.news


async def test_the_scroll_bar_can_be_drawn_to_any_place() -> None:
    async with desk(size=LOW) as reader:
        right, bottom = reader.article.size.width - 1, reader.article.size.height - 1
        await reader.pilot.mouse_down("#article", offset=(right, bottom))
        await reader.pilot.pause()
        assert "100 %" in reader.status
        await reader.pilot.hover("#article", offset=(right, 0))
        await reader.pilot.mouse_up("#article", offset=(right, 0))
        await reader.pilot.pause()
        assert reader.first == 0
        assert reader.selected is None


async def test_the_scroll_bar_of_a_panel_scrolls_it_and_chooses_nothing() -> None:
    async with desk(size=LOW) as reader:
        pane = reader.panel("figures")
        bar, top = pane.content_region.right - 1, pane.content_region.y
        kinds = (events.MouseDown, events.MouseMove, events.MouseUp, events.Click)
        for kind, y in zip(kinds, (top, top + 9, top + 9, top + 9), strict=True):
            x = bar - pane.region.x
            pane.post_message(
                kind(pane, x, y - pane.region.y, 0, 0, 1, False, False, False, bar, y)
            )
            await reader.pilot.pause()
        last = pane.render_line(pane.size.height - 1).text
        assert reader.rows("figures")[-1].split()[-1] in last
        assert reader.target is None
        await reader.pilot.click("#figures", offset=(5, 1))
        assert reader.target is not None
