"""Measures that are told again as the same: those $200, in the past five years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.analysis._fact_row import Row
from briefing.analysis._kinds import Kinds
from briefing.analysis._people_again import are_rows_beside, first_of


def windows_again(rows: Sequence[Row], text: str, kinds: Kinds) -> Iterator[tuple[Row, Row]]:
    """Stretches of time up to now, or from now on, each behind the first one.

    Args:
        rows: Those of one value in one measure.
        text: The text.
        kinds: What units say.
    """
    known: dict[tuple[object, str], Row] = {}
    for row in rows:
        window = kinds.window_of(text, first_of(row), row.figure.text)
        if window is not None:
            first = known.setdefault((row.figure.qualifier, window), row)
            if first is not row and not are_rows_beside(first, row, text):
                yield first, row


def pointed_again(rows: Sequence[Row], text: str, kinds: Kinds) -> Iterator[tuple[Row, Row]]:
    """Those called "those $200", each behind the last $200 before.

    Args:
        rows: Those of one value in one measure.
        text: The text.
        kinds: What units say.
    """
    before: Row | None = None
    for row in sorted(rows, key=lambda row: row.spans[:1]):
        if row.figure.qualifier is not None or not row.spans:
            continue
        is_again = before is not None and kinds.is_pointed_at(text, first_of(row))
        if before is not None and is_again and not are_rows_beside(before, row, text):
            yield before, row
        else:
            before = row
