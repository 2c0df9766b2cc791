"""People who are called again by another name: the three men, these three locals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from briefing.analysis._beside import is_beside_any
from briefing.analysis._fact_row import Row
from briefing.analysis._kinds import Kinds

_NEAR = 400
"""Characters behind people within which a word that may be anything calls them again."""


def first_of(row: Row) -> int:
    """Where a row's fact is first stated."""
    return min((span.start for span in row.spans), default=0)


def are_people(row: Row, kinds: Kinds) -> bool:
    """Whether a row counts people, and says so."""
    unit = row.figure.unit
    return unit is not None and any(map(kinds.counts_people, (unit, kinds.head(unit))))


def are_rows_beside(row: Row, other: Row, text: str) -> bool:
    """Whether one sentence has both."""
    return any(is_beside_any(text, span, row.spans) for span in other.spans)


def _gap(row: Row, again: Row) -> int:
    """Characters between a row's last place before another and that one's first."""
    start = first_of(again)
    return start - max((span.end for span in row.spans if span.start < start), default=0)


def is_named(row: Row, other: Row, text: str, kinds: Kinds) -> bool:
    """Whether a row speaks of what another has named before, in another sentence."""
    return kinds.is_definite(text, first_of(row)) and not are_rows_beside(other, row, text)


def these_again(counts: Sequence[Row], text: str, kinds: Kinds) -> Iterator[tuple[Row, Row]]:
    """Those called "these three locals", each behind the last people of their number.

    Where other things were counted before, or the people are far, only people can be those: "put
    these two things together".

    Args:
        counts: The rows of one value that are no measures, in the order of the text.
        text: The text.
        kinds: What units say.
    """
    people, were_things = list[Row](), False
    for row in counts:
        if row.figure.value is None or row.figure.qualifier is not None:
            continue
        last = None
        if people and kinds.is_pointed_at(text, first_of(row)):
            last = min(people, key=partial(_gap, again=row))
        is_near = not were_things and last is not None and _gap(last, row) <= _NEAR
        is_again = is_near or are_people(row, kinds)
        if is_again and last is not None and not are_rows_beside(last, row, text):
            yield last, row
        elif are_people(row, kinds):
            people.append(row)
        else:
            were_things = True


def the_men_again(counts: Sequence[Row], text: str, kinds: Kinds) -> Iterator[tuple[Row, Row]]:
    """Those called "the three men", each behind the only others of their number, or the last ones.

    Args:
        counts: The rows of one value that are no measures, in the order of the text.
        text: The text.
        kinds: What units say.
    """
    known, people = list[Row](), list[Row]()
    for row in counts:
        figure = row.figure
        if figure.value is None or figure.qualifier is not None:
            continue
        is_person = are_people(row, kinds)
        others = people
        if kinds.is_anybody(figure.unit):
            others = people[-1:] or known
        if is_person and len(others) == 1 and is_named(row, others[0], text, kinds):
            yield others[0], row
            continue
        known.append(row)
        if is_person:
            people.append(row)


def harmed_again(counts: Sequence[Row], text: str, kinds: Kinds) -> Iterator[tuple[Row, Row]]:
    """Those whom one verb of harm governs twice, once without their noun: kill two, two pupils.

    Args:
        counts: The rows of one value that are no measures, in the order of the text.
        text: The text.
        kinds: What units say.
    """
    known: dict[str, Row] = {}
    for row in counts:
        verb = kinds.harm_before(text, first_of(row))
        if verb is None or row.figure.qualifier is not None:
            continue
        first = known.setdefault(verb, row)
        is_bare = None in (first.figure.unit, row.figure.unit)
        if first is not row and is_bare and not are_rows_beside(first, row, text):
            yield first, row
