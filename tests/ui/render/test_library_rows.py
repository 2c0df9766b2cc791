"""Rows of a library: each article on one line, whatever its title, at any width."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model.library import Entry
from briefing.text.width import cells
from briefing.ui.render.entry_rows import entry_row
from briefing.ui.render.library_rows import LibraryRows
from briefing.ui.render.palette import Palette
from briefing.ui.render.rows import draw_row

ENTRY = Entry(
    "a.md",
    "Harvest report",
    site="example.org",
    published="2026-03-01T10:00:00Z",
    language="en",
    characters=12_000,
    notes=3,
    standings=("unread",),
)


def _line(entry: Entry, width_cells: int) -> str:
    [strip] = draw_row(entry_row(entry, width_cells), width_cells, Palette({}))
    return strip.text


@pytest.mark.parametrize(
    ("width_cells", "line"),
    [
        (38, "  ● Harvest report            ✎3  12′ "),
        (56, "  ● 2026-03-01  Harvest report              ✎3  12′ "),
        (80, "  ● 2026-03-01  Harvest report            example.org       en   ✎3   12′ "),
    ],
)
def test_a_wider_row_says_more(width_cells: int, line: str) -> None:
    assert _line(ENTRY, width_cells).split() == line.split()


def test_a_title_has_the_room_that_an_article_leaves_over() -> None:
    titled = replace(ENTRY, title="The harvest of the year was larger than any before", notes=0)
    assert "was larger than… " in _line(titled, 60)
    noted = _line(replace(titled, notes=12), 60)
    assert "was larger… " in noted
    assert noted.split()[-2:] == ["✎12", "12′"]


@pytest.mark.parametrize("title", ["word " * 100, "报告" * 100, "\x1b[31mred", ""])
@pytest.mark.parametrize("width_cells", [30, 38, 56, 80, 200])
def test_a_row_is_one_line_that_fills_the_pane(title: str, width_cells: int) -> None:
    line = _line(Entry("a.md", title, site="报" * 40), width_cells)
    assert cells(line) == width_cells
    assert "\x1b" not in line


@pytest.mark.parametrize(
    ("standings", "sign"),
    [(("unread",), "●"), (("noted", "starred"), "★"), (("changed",), "≠"), ((), "H")],
)
def test_a_sign_tells_how_an_article_stands(standings: tuple[str, ...], sign: str) -> None:
    assert _line(Entry("a.md", "Harvest", standings=standings), 38).split()[0][0] == sign


def test_an_article_that_cannot_be_read_is_told_apart() -> None:
    assert _line(Entry("a.md", "a.md", fault="is no text"), 38).split()[0] == "!"


def test_rows_are_made_when_they_are_looked_at_and_found_by_their_paths() -> None:
    rows = LibraryRows([Entry(f"{n}.md", str(n)) for n in range(20_000)], lambda: 56)
    assert rows.index_of("19999.md") == 19_999
    assert rows.index_of("none.md") is None
    assert [row.ref for row in rows[5:7]] == ["5.md", "6.md"]


def test_a_title_that_several_articles_have_has_the_name_of_the_file_behind_it() -> None:
    entries = [
        Entry("who/sitrep-1.pdf", "Situation"),
        Entry("who/sitrep-2.pdf", "Situation"),
        ENTRY,
    ]
    lines = ["".join(words.text for words in row.words) for row in LibraryRows(entries, lambda: 80)]
    assert [line.split()[-1] for line in lines] == ["sitrep-1.pdf", "sitrep-2.pdf", "report"]
