"""The first page must be the page that follows: nothing may jump when the reader takes over."""

from __future__ import annotations

import os
import pty
import re
import select
import sys
import termios
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from briefing.model.span import Place
from briefing.parsing import open_document
from briefing.storage.locations import theme_folders
from briefing.storage.sources import load_source
from briefing.storage.themes import load_themes
from briefing.ui.first_page import draw_first_page, first_page, frame_of, painter
from briefing.ui.render.measure import MEASURE_CELLS
from tests.journeys.desk import desk

_ADDRESS = re.compile(r"\x1b\[(\d+);1H")
_COLORS = re.compile(r"\x1b\[[0-9;]*m")


def _rows(page: str) -> list[str]:
    """What stands in each row, colours aside."""
    parts = _ADDRESS.split(page)[1:]
    numbered = dict(zip(map(int, parts[::2]), parts[1::2], strict=True))
    return [_COLORS.sub("", numbered[number]) for number in sorted(numbered)]


def _page(width: int, height: int) -> list[str]:
    source = load_source(None)
    document = open_document(source.text, name=source.name)
    frame = frame_of(width, height, {})
    return _rows(draw_first_page(document, Place(0, 0), frame, MEASURE_CELLS, lambda _name: ""))


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12), (250, 70)])
async def test_every_word_of_the_first_page_stands_where_the_reader_draws_it(
    size: tuple[int, int],
) -> None:
    drawn = _page(*size)
    async with desk(size=size) as reader:
        pane = reader.app.reader.article
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
        rows = _page(width, height)
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


@contextmanager
def _in_terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[int, int]]:
    """Standard input and output on a terminal of our own; our end and its end."""
    ours, its = pty.openpty()
    termios.tcsetwinsize(its, (24, 80))
    with (
        os.fdopen(os.dup(its), encoding="utf-8") as keys,
        os.fdopen(os.dup(its), "w", encoding="utf-8") as screen,
        monkeypatch.context() as patch,
    ):
        patch.setattr(sys, "stdin", keys)
        patch.setattr(sys, "stdout", screen)
        yield ours, its
    os.close(ours)
    os.close(its)


def _read_all(terminal: int) -> str:
    """What was written; a terminal hands out a part at a time."""
    written = b""
    while select.select([terminal], [], [], 0.2)[0]:
        written += os.read(terminal, 100_000)
    return written.decode()


def _fail_within(page: AbstractContextManager[object], terminal: int) -> None:
    with page:
        assert not termios.tcgetattr(terminal)[3] & termios.ECHO
        raise ImportError


def test_a_failure_before_the_reader_starts_gives_the_terminal_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    themes, _faults = load_themes(theme_folders())
    document = open_document("# Title\n\nWords.\n", name="x")
    with _in_terminal(monkeypatch) as (ours, its):
        before = termios.tcgetattr(its)
        page = first_page(document, Place(0, 0), {}, MEASURE_CELLS, themes["paper"])
        with pytest.raises(ImportError):
            _fail_within(page, its)
        assert termios.tcgetattr(its) == before
        written = _read_all(ours)
    assert "Words." in written
    assert written.endswith("\x1b[?1049l\x1b[?25h")


def test_once_the_reader_has_taken_over_it_leaves_the_screen_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    themes, _faults = load_themes(theme_folders())
    document = open_document("Words.\n", name="x")
    with _in_terminal(monkeypatch) as (ours, _its):
        with first_page(document, Place(0, 0), {}, MEASURE_CELLS, themes["paper"]) as hand_over:
            hand_over()
        assert "\x1b[?1049l" not in _read_all(ours)
