"""The status line at every width."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.app import App, ComposeResult

from briefing.ui.widgets.status import Status, StatusLine

FULL = Status(
    section="Cooperazione illegale tra Corea del Nord e Russia",
    share=0.5,
    minutes_left=4,
    note_count=2,
    saved_in="/home/anna/reports/very/deep/folder/corea-del-nord-russia.notes.yaml",
    matches="3/12",
)


class Host(App[None]):
    """Shows one status line."""

    def compose(self) -> ComposeResult:
        yield StatusLine()


async def _drawn(width: int, status: Status) -> tuple[str, str]:
    app = Host()
    async with app.run_test(size=(width, 4)) as pilot:
        line = app.query_one(StatusLine)
        line.styles.height = 2
        line.status = status
        line.keys = (("Space", "page"), ("/", "search"), ("?", "help"), ("q", "quit"))
        await pilot.pause()
        return line.render_line(0).text, line.render_line(1).text


@pytest.mark.parametrize("width", [40, 59, 60, 80, 100, 120, 200])
async def test_both_lines_fit_and_tell_share_hits_and_notes(width: int) -> None:
    status, keys = await _drawn(width, FULL)
    assert (len(status), len(keys)) == (width, width)
    assert "50 %" in status
    assert "3/12" in status
    assert "2 notes" in status
    assert keys.strip().startswith("Space")


async def test_a_wide_line_names_section_and_file_in_full() -> None:
    status, _keys = await _drawn(200, FULL)
    assert FULL.section in status
    assert FULL.saved_in in status


async def test_where_a_text_comes_from_is_told_instead_of_where_its_notes_go() -> None:
    known = replace(FULL, origin="example.org · 2026-03-01")
    for width in (80, 200):
        status, _keys = await _drawn(width, known)
        assert "example.org" in status
        assert "notes.yaml" not in status
    status, _keys = await _drawn(40, known)
    assert "example" not in status


async def test_where_room_is_short_the_end_of_the_path_stays() -> None:
    status, _keys = await _drawn(120, FULL)
    assert FULL.section in status
    assert status.rstrip().endswith(".notes.yaml")
    assert "…" in status


async def test_at_eighty_columns_enough_of_the_path_stays_to_know_the_file() -> None:
    status, _keys = await _drawn(80, FULL)
    assert "ssia.notes.yaml" in status


async def test_a_key_is_left_out_whole_rather_than_cut() -> None:
    _status, keys = await _drawn(40, FULL)
    assert keys.split()[-1] in {"page", "search", "help", "quit"}
