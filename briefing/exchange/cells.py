"""CSV that a spreadsheet shows and never runs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from briefing.exchange.visible import visible

_FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
"""What makes a spreadsheet take a cell for a formula: the OWASP page "CSV Injection", with the wide
forms that East Asian versions take for the narrow ones."""

_CUT = re.compile(r"([;\t\n])")
"""Where a cell is torn by a spreadsheet whose list separator is no comma: quotation marks do not
hold it together then, since they do not stand at the beginning of what it takes for a cell."""

_MEASURE = re.compile(r"[-+][0-9]+(?:[.,][0-9]+)*[\w%‰°]*(?:[ \u00a0\u202f][\w%‰°]+)*[.,:!?]?")
"""A number with its sign and the words behind it: nothing in it calculates or calls anything."""

_LEADING = ' \u00a0\u3000"'
"""What programs drop before they look at a cell."""


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, and without control characters.

    An apostrophe goes before what would be one, as spreadsheets themselves write it; also where
    only spaces stand before it, since some programs drop those first, and behind a semicolon, tab
    or line break, where others begin a new cell. ``-12 degrees`` is none and stays as it is.
    """
    pieces = _CUT.split(visible(cell))
    pieces[::2] = [f"'{piece}" if _is_formula(piece) else piece for piece in pieces[::2]]
    text = "".join(pieces)
    return f"'{text}" if text[:1] in _FORMULA_STARTS and not _is_measure(text) else text


def _is_formula(piece: str) -> bool:
    start = piece.lstrip(_LEADING)[:1]
    return start in _FORMULA_STARTS and start != "" and not _is_measure(piece)


def _is_measure(piece: str) -> bool:
    return _MEASURE.fullmatch(piece.strip(_LEADING)) is not None


def listed(words: Iterable[str]) -> str:
    """Several words in one cell, with commas between them.

    A word that holds a comma or a quotation mark stands in quotation marks, as a cell would: so it
    is still one word, also one with spaces.
    """
    return ", ".join(
        '"' + word.replace('"', '""') + '"' if set(word) & set(',"') else word for word in words
    )


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A CSV file after RFC 4180, with a head line; every cell harmless."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue()
