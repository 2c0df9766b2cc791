"""Cells that span columns or rows leave every other cell under its own heading."""

from __future__ import annotations

import re

import pytest

from briefing.parsing.importers.html import read_html
from briefing.parsing.importers.spans import cell_of, spread
from briefing.parsing.importers.whole_html import body_of, read_whole
from tests.parsing.importers.page.test_page import TEXT

HEAD = "<tr><th rowspan=2>Town<th colspan=2>Guests<th rowspan=2>Note"
INNS = (
    "<tr><th>Town<th>Inn<th>Beds"
    "<tr><td rowspan=2>Hull<td>Swan<td rowspan=2>80<tr><td>Crown<tr><td colspan=2>All<td>80"
)
TABLES = [
    (
        "<tr><th colspan=2>Next days<th>High<th>Low<tr><td>Monday<td>fog<td>9<td>4",
        ["Next days|Next days|High|Low", "Monday|fog|9|4"],
    ),
    (
        f"{HEAD}<tr><th>May<th>June<tr><td>Hull<td>5<td>7<td>full",
        ["Town|Guests<br>May|Guests<br>June|Note", "Hull|5|7|full"],
    ),
    (
        f"{HEAD.replace('th', 'td')}<tr><td>2024<td>2025<tr><td>Hull<td>5<td>7<td>",
        ["Town|Guests<br>2024|Guests<br>2025|Note", "Hull|5|7|"],
    ),
    (INNS, ["Town|Inn|Beds", "Hull|Swan|80", "Hull|Crown|", "All||80"]),
    (
        "<tr><td rowspan=2>Hull<td colspan=2>Inns<tr><td>5<td>6<tr><td>York<td>7<td>8",
        ["Hull|Inns|Inns", "Hull|5|6", "York|7|8"],
    ),
    (
        "<tr><td>Town<td>Beds<tr><td colspan=9>The north<tr><td>Hull<td>80",
        ["Town|Beds", "The north|", "Hull|80"],
    ),
    (
        "<tr><td colspan=x>Town<td rowspan=-3>Beds<tr><td colspan=0>Hull<td rowspan=99999>80",
        ["Town|Beds", "Hull|80"],
    ),
]
"""Rows of a page, and what stands in the cells of each."""


def written(rows: list[str]) -> str:
    """A table as Markdown."""
    rule = "|".join(["---"] * (rows[0].count("|") + 1))
    lines = [" | ".join(row.split("|")) for row in (rows[0], rule, *rows[1:])]
    return "\n".join(f"| {line} |" for line in lines)


def closed(rows: str) -> str:
    """The same rows as a book has them: every element with its end."""
    cells = re.sub(r"<(t[dh])([^>]*)>([^<]*)", r"<\1\2>\3</\1>", rows)
    return re.sub(r"<tr>((?:(?!<tr>).)*)", r"<tr>\1</tr>", cells)


@pytest.mark.parametrize(("rows", "cells"), TABLES)
def test_each_cell_stands_under_its_own_heading(rows: str, cells: list[str]) -> None:
    page = f"<html><body><article><h1>Beds</h1>{TEXT * 3}<table>{rows}</table>{TEXT * 3}</article>"
    assert f"\n\n{written(cells)}\n\n" in read_html(page, "a.html").body
    whole = read_whole(f"<p>It is so.</p><table>{closed(rows)}</table>")
    assert written(cells) in body_of(whole.pieces, whole.notes)


def test_a_table_that_says_it_is_endlessly_wide_is_read_as_it_stands() -> None:
    rows = f"<tr>{'<td colspan=1000>a' * 300}<tr><td>b<td>c"
    whole = read_whole(f"<table>{closed(rows)}</table>")
    assert "| b | c |" in body_of(whole.pieces, whole.notes)


@pytest.mark.parametrize("cells", [1, 2])
def test_a_small_table_that_says_it_is_endless_does_not_fill_the_memory(cells: int) -> None:
    given = {"colspan": "1000", "rowspan": "1000"}
    rows = [[cell_of(["a"], given, "td") for _ in range(cells)] for _ in range(3_000)]
    assert spread(rows, "".join) == [[["a"]] * cells] * 3_000
