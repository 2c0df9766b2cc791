"""Sizes of the terminal, and what stays when they change."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from tests.journeys.desk import desk, ready


@pytest.mark.parametrize(
    ("size", "outline", "panels"),
    [
        ((120, 40), True, True),
        ((160, 50), True, True),
        ((119, 40), False, True),
        ((80, 24), False, True),
        ((79, 24), False, False),
        ((60, 20), False, False),
        ((40, 12), False, False),
    ],
)
async def test_each_width_shows_what_it_has_room_for(
    size: tuple[int, int], outline: bool, panels: bool
) -> None:
    async with desk(size=size) as reader:
        assert reader.is_shown("article")
        assert reader.is_shown("outline-box") == outline
        assert reader.is_shown("panels-box") == panels
        assert not reader.is_shown("too-small")
        assert any("La Corea del" in line for line in reader.lines)
        assert len(reader.status) == size[0]


@pytest.mark.parametrize("size", [(39, 12), (40, 11), (20, 5), (10, 3)])
async def test_below_forty_by_twelve_it_says_so_and_works_again_when_there_is_room(
    size: tuple[int, int],
) -> None:
    async with desk(size=size) as reader:
        assert reader.is_shown("too-small")
        assert "too small" in " ".join(reader.screen_text().split())[:40] or size[1] < 4
        await reader.resize(80, 24)
        assert not reader.is_shown("too-small")
        assert any("La Corea del" in line for line in reader.lines)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12), (200, 60)])
async def test_the_first_word_in_view_stays_when_the_terminal_changes(
    size: tuple[int, int],
) -> None:
    async with desk(size=(120, 20)) as reader:
        await reader.press("2", "j", "j", "j")
        first = reader.first
        await reader.resize(*size)
        view = reader.sitting.view
        assert view.start <= first < view.end
        if size[1] <= 24:
            line_end = reader.article._window[0].line.end
            here = reader.sitting.reading.place(first)
            assert reader.article._window[0].line.start <= here.offset < line_end
        await reader.resize(120, 20)
        assert reader.sitting.view.start <= first < reader.sitting.view.end


async def test_the_share_is_exact_again_after_a_resize(tmp_path: Path) -> None:
    parts = (f"## Part {n}\n\n{'words ' * (n * 37 % 200)}\n\n- one\n- two\n" for n in range(50))
    path = tmp_path / "long.md"
    path.write_text("\n".join(parts), "utf-8")
    async with desk(str(path), size=(120, 40)) as reader:
        await reader.resize(60, 20)
        await ready(reader.app, reader.pilot)
        assert reader.article.is_settled
        seen = [reader.article.view.share]
        while seen[-1] < 1:
            await reader.press("space")
            seen.append(reader.article.view.share)
        steps = [after - before for before, after in pairwise(seen)][:-1]
        assert max(steps) - min(steps) < 0.000_001


async def test_a_note_being_written_survives_every_size() -> None:
    async with desk() as reader:
        await reader.press("a")
        await reader.type("non perdermi")
        for size in ((60, 20), (40, 12), (30, 8), (120, 40)):
            await reader.resize(*size)
            assert reader.front.query_one(TextArea).text == "non perdermi"
        await reader.press("ctrl+s")
        assert reader.saved[0]["text"] == "non perdermi"


async def test_at_forty_by_twelve_the_dialog_shows_text_and_how_to_save() -> None:
    async with desk(size=(40, 12)) as reader:
        await reader.press("a")
        await reader.type("corto")
        screen = reader.screen_text()
        assert "corto" in screen
        assert "Ctrl+s" in screen


async def test_search_and_selection_survive_a_resize() -> None:
    async with desk() as reader:
        await reader.press("v", "j")
        selected = reader.selected
        await reader.resize(60, 20)
        assert reader.selected == selected
        await reader.press("escape", "slash")
        await reader.type("kursk")
        await reader.resize(100, 30)
        assert reader.front.query_one("#search-input", Input).value == "kursk"
        assert reader.target is not None


async def test_after_panels_over_the_text_got_room_beside_it_q_still_quits() -> None:
    async with desk(size=(60, 20)) as reader:
        await reader.press("p")
        await reader.resize(120, 40)
        await reader.press("escape", "q")
        assert not reader.app.is_running


async def test_in_a_small_terminal_news_are_shown_to_the_last_letter() -> None:
    async with desk(size=(40, 12)) as reader:
        path = "~/work/reports/asia/corea-del-nord.notes.yaml"
        reader.reader.stage.strip.tell(f"saved in {path}")
        await reader.pilot.pause()
        assert path in "".join(line.strip() for line in reader.screen_text().splitlines())


async def test_narrow_panels_lie_over_the_text_and_go_when_a_row_is_chosen() -> None:
    async with desk(size=(40, 12)) as reader:
        await reader.press("p")
        assert reader.is_shown("panels-box")
        assert reader.panel("summary").size.width >= 36
        await reader.press("tab")
        assert reader.focus == "figures"
        assert "14.000 soldati" in reader.screen_text()
        await reader.press("enter")
        assert not reader.is_shown("panels-box")
        assert reader.focus == "article"
        assert reader.target == "14.000 soldati"
        await reader.press("backslash")
        assert reader.is_shown("outline-box")
        await reader.press("escape")
        assert not reader.is_shown("outline-box")
        await reader.press("tab")
        assert reader.is_shown("panels-box")
        await reader.press("q")
        assert not reader.is_shown("panels-box")
        assert reader.app.is_running


async def test_every_panel_can_be_reached_and_read_at_forty_by_twelve() -> None:
    async with desk(size=(40, 12)) as reader:
        await reader.press("p")
        for name, words in (
            ("summary", "Un nuovo rapporto"),
            ("figures", "14.000"),
            ("states", "Stati membri"),
            ("notes", "none yet"),
        ):
            assert reader.focus == name
            assert words in reader.screen_text()
            await reader.press("tab")


async def test_between_80_and_119_one_side_at_a_time() -> None:
    async with desk(size=(100, 30)) as reader:
        await reader.press("backslash")
        assert reader.is_shown("outline-box")
        assert not reader.is_shown("panels-box")
        await reader.press("p")
        assert not reader.is_shown("outline-box")
        assert reader.is_shown("panels-box")
        await reader.press("p")
        assert not reader.is_shown("panels-box")


async def test_lines_are_at_most_88_cells_and_stand_in_the_middle() -> None:
    async with desk(size=(200, 40)) as reader:
        await reader.press("z")
        pane = reader.article
        rows = [pane.render_line(y).text[:-1] for y in range(pane.size.height)]
        assert max(len(row.strip()) for row in rows) <= 88 + 3
        left = min(len(row) - len(row.lstrip()) for row in rows if row.strip())
        assert left > 40


async def test_the_width_of_the_column_is_chosen_and_remembered() -> None:
    async with desk(size=(120, 40)) as reader:
        pane = reader.article
        usual = pane.column_cells
        await reader.press("-", "-")
        assert pane.column_cells == usual - 8
        assert max(len(line.rstrip(" │┃")) for line in reader.lines) <= usual
        await reader.press("+")
        assert pane.column_cells == usual - 4
    async with desk(size=(120, 40)) as reader:
        pane = reader.article
        assert pane.column_cells == usual - 4
        await reader.press("+", "+")
        assert pane.column_cells == usual
        assert "no room" in reader.news
        await reader.press("-")
        assert pane.column_cells == usual - 4


async def test_the_column_never_becomes_too_narrow_to_read() -> None:
    async with desk(size=(120, 40)) as reader:
        for _again in range(30):
            await reader.press("-")
        assert reader.article.column_cells == 20
