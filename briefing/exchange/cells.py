"""CSV that a spreadsheet shows and never runs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from briefing.exchange.visible import visible

_FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
"""What makes a spreadsheet take a cell for a formula: the OWASP page "CSV Injection", with the wide
forms that East Asian versions take for the narrow ones."""


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, and without control characters.

    An apostrophe goes before what would be one, as spreadsheets themselves write it; also where
    only spaces stand before it, since some programs drop those first.
    """
    text = visible(cell)
    starts = {text[:1], text.lstrip(" \u00a0\u3000")[:1]}
    return f"'{text}" if starts & _FORMULA_STARTS else text


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A CSV file after RFC 4180, with a head line; every cell harmless."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue()
