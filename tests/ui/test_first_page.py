"""The first page must be the page that follows: nothing may jump when the reader takes over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from briefing.layout.options import LayoutOptions
from briefing.model.reading_state import Choices
from briefing.model.span import Place
from briefing.parsing.reading import open_document
from briefing.storage.locations import theme_folders
from briefing.storage.reading_state import save_choices
from briefing.storage.sources import load_source
from briefing.storage.themes import load_themes
from briefing.ui.early_colors import painter
from briefing.ui.first_page import MOVES, FirstPage, frame_of
from tests.journeys.desk import desk

_ADDRESS = re.compile(r"\x1b\[(\d+);1H")
_COLORS = re.compile(r"\x1b\[[0-9;]*m")


def _rows(page: str) -> list[str]:
    """What stands in each row, colours aside."""
    parts = _ADDRESS.split(page)[1:]
    numbered = dict(zip(map(int, parts[::2]), parts[1::2], strict=True))
    return [_COLORS.sub("", numbered[number]) for number in sorted(numbered)]


def _page(width: int, height: int, sizes: Mapping[str, int]) -> list[str]:
    source = load_source(None)
    document = open_document(source.text, name=source.name)
    frame = frame_of(width, height, {}, sizes)
    page = FirstPage(document, Place(0, 0), frame, lambda _name: "")
    return _rows(page.draw())


WIDER = {"outline": 30, "panels": 44, "lone_panels": 28}


@pytest.mark.parametrize("sizes", [{}, WIDER], ids=["usual", "chosen"])
@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12), (250, 70)])
async def test_every_word_of_the_first_page_stands_where_the_reader_draws_it(
    size: tuple[int, int], sizes: Mapping[str, int]
) -> None:
    drawn = _page(*size, sizes)
    save_choices(Choices(sizes=sizes))
    async with desk(size=size) as reader:
        pane = reader.article
        left, width = pane.region.x, pane.size.width
        for row, line in enumerate(drawn):
            strip = pane.render_line(row).text
            # Signs in the gutter and the scroll bar come with the reader.
            words = re.sub(r"^(\s*)[^\w\s\"«][^\w\s\"«]?(?=\s)", r"\1 ", strip[: width - 1])
            assert line[left : left + width - 1].split() == words.split()
            if line.strip():
                first = line.split()[0]
                assert strip.index(first) == line.index(first) - left


def test_a_page_of_any_size_stays_inside_the_terminal() -> None:
    for width, height in ((40, 12), (79, 19), (80, 20), (119, 30), (120, 40), (300, 90)):
        rows = _page(width, height, {})
        assert len(rows) < height
        assert {len(row) for row in rows} == {width}


def test_colours_are_the_themes_and_none_at_all_where_the_terminal_or_the_user_wants_none() -> None:
    themes, _faults = load_themes(theme_folders())
    full = {"COLORTERM": "truecolor"}
    background = themes["paper"].colors["background"]
    red = int(background[1:3], 16)
    assert f"\x1b[48;2;{red};" in painter(themes["paper"], full)("background")
    assert painter(themes["paper"], {**full, "NO_COLOR": "1"})("background") == ""
    assert painter(themes["paper"], {})("background") == ""
    assert painter(themes["terminal"], full)("background") == ""


@pytest.mark.parametrize("wrap_code", [True, False])
async def test_moves_show_what_the_readers_own_keys_show(wrap_code: bool, tmp_path: Path) -> None:
    text = "# Title\n\n" + "".join(f"Words {n}.\n\n```\n{'x ' * 90}\n```\n\n" for n in range(90))
    article = tmp_path / "x.md"
    article.write_text(text, "utf-8")
    for size in ((120, 40), (40, 12)):
        page = FirstPage(
            open_document(text, name="x"),
            Place(0, 0),
            frame_of(*size, {}),
            lambda _name: "",
            options=LayoutOptions(wrap_code=wrap_code),
        )
        async with desk(str(article), size=size) as reader:
            pane = reader.article
            pane.wrap_code(is_wrapped=wrap_code)
            assert set(page.moves) == MOVES
            for name in (*sorted(MOVES), "half_page_down", "page_down", "line_up", "page_up"):
                page.moves[name]()
                reader.reader.commands.perform(reader.reader.stage.actions[name])
                drawn = [row.split() for row in _rows(page.draw())]
                shown = [seen.line for seen in pane.lines_in_view]
                words = ["".join(piece.text for piece in line.pieces).split() for line in shown]
                assert drawn[: len(words)] == words, name
