"""The lists that a text gives: states in a row, entries under a line that ends in a colon."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.analysis._list_rows import (
    FEWEST,
    FEWEST_UNANNOUNCED,
    ROW_ENDS,
    ListRow,
    apart,
    line_rows,
    opens,
    state_rows,
    worded_rows,
)
from briefing.analysis._list_titles import line_start, list_title
from briefing.analysis._row_words import RowWords, row_words
from briefing.analysis.checks import counts_states
from briefing.analysis.figures import in_order
from briefing.analysis.pieces import pieces
from briefing.analysis.places import Mention, StateReader
from briefing.analysis.section_starts import SectionStarts
from briefing.model.article import Section
from briefing.model.figure import Figure
from briefing.model.span import Span
from briefing.model.state_list import ItemList

_MOST_STATES = 200
"""No list of states is longer."""


@dataclass(frozen=True, slots=True)
class Found:
    """A list, before the rest of the text has been read."""

    items: ItemList
    """The list, with the number that announces it."""
    mentions: tuple[Mention, ...]
    """The names in a list of states, which the rest of the text may still take away."""
    announcing: Figure | None
    """The figure that stands in front of it."""
    may_be_stated: bool
    """Whether the length may be expected if the text states it anywhere."""


def find(text: str, language: str | None, sections: Sequence[Section] = ()) -> tuple[ItemList, ...]:
    """The lists of a text, in its order.

    `expected` is the number that announces the list; where the list is only a part ("among them")
    or nothing announces it directly, it is set only if it agrees.

    Args:
        text: A reading text.
        language: BCP 47.
        sections: The article's sections; no list goes on past a heading.
    """
    figures, reader, names = in_order(text, language), StateReader(language), []
    for piece in pieces(text, language):
        names += reader.read(text, piece)
    whole = Span(0, len(text))
    reader.look_for_evidence(text, whole.end)
    headings = SectionStarts(sections)
    found = in_part(text, language, whole, names, figures, headings)
    return tuple(items for items, _figure in settled(found, reader, lengths(figures, language)))


def in_part(
    text: str,
    language: str | None,
    part: Span,
    names: Sequence[Mention],
    figures: Sequence[Figure],
    headings: Container[int],
) -> list[Found]:
    """The lists that begin in a part of a text.

    Args:
        text: A reading text.
        language: BCP 47.
        part: Whole lines of it.
        names: What may be names of states there, in order.
        figures: The figures there, in order.
        headings: Where sections begin; no list goes on past a heading.
    """
    rows: list[tuple[ListRow, str | None]] = [
        (row, "states") for row in state_rows(text, names, language)
    ]
    rows += apart(line_rows(text, part, names, headings, language), rows)
    rows += apart([(row, None) for row in worded_rows(text, part, language)], rows)
    every = sorted(rows, key=lambda pair: pair[0].start)
    return [_found(text, language, row, kind, figures) for row, kind in every]


def lengths(figures: Iterable[Figure], language: str | None) -> dict[int, Figure]:
    """The numbers of states that a text states, each with the first figure that does."""
    stated: dict[int, Figure] = {}
    for figure in figures:
        if is_length(figure, language):
            stated.setdefault(int(figure.value or 0), figure)
    return stated


def is_length(figure: Figure, language: str | None) -> bool:
    """Whether a figure may be the length of a list of states."""
    value = figure.value
    is_small = isinstance(value, int) and 0 < value <= _MOST_STATES
    return is_small and counts_states(figure.unit, language)


def settled(
    found: Sequence[Found], reader: StateReader, stated: Mapping[int, Figure]
) -> list[tuple[ItemList, Figure | None]]:
    """The lists in the light of the text, each with the figure that announces its length.

    A name that turned out to be no state's leaves its list, and a list that repeats another is left
    out.

    Args:
        found: The lists of the parts, in order.
        reader: What has read the text.
        stated: The lengths that the text states, see `lengths`.
    """
    kept: list[tuple[ItemList, Figure | None]] = []
    of_states = {_codes(items): items for items in _rests(found, reader)}
    expected = _expected(of_states, found, stated)
    named: set[tuple[str, ...]] = set()
    for one in found:
        codes, names = _codes(_rest(one, reader)), tuple(item.name for item in one.items.items)
        if one.items.kind != "states":
            if names not in named:
                kept.append((one.items, one.announcing))
            named.add(names)
        elif codes in of_states:
            items = replace(of_states.pop(codes), expected=expected.get(codes))
            kept.append((items, stated.get(items.expected or 0) or one.announcing))
    return kept


def _rests(found: Iterable[Found], reader: StateReader) -> Iterator[ItemList]:
    """The lists of states that are left; of two with the same states the first is the last."""
    for one in reversed(list(found)):
        items = _rest(one, reader)
        if items.kind == "states" and len(items.items) >= FEWEST:
            yield items


def _rest(one: Found, reader: StateReader) -> ItemList:
    """A list without the names that turned out to be no state's."""
    if one.items.kind != "states":
        return one.items
    named = zip(one.items.items, one.mentions, strict=True)
    rest = tuple(item for item, mention in named if reader.counts(mention))
    is_whole = len(rest) == len(one.items.items)
    return one.items if is_whole else replace(one.items, items=rest, expected=None)


def _codes(items: ItemList) -> frozenset[str | None]:
    return frozenset(item.code for item in items.items)


def _expected(
    of_states: Collection[frozenset[str | None]],
    found: Sequence[Found],
    stated: Mapping[int, Figure],
) -> dict[frozenset[str | None], int | None]:
    """The lengths to expect, by the states of a list.

    A number that stands elsewhere is that of a list only if no list is introduced by it, and no
    other list has the same length.
    """
    introduced = {_codes(one.items): one.items.expected for one in found if one.items.expected}
    free = {
        _codes(one.items)
        for one in found
        if one.may_be_stated and len(one.items.items) not in introduced.values()
    }
    sizes = Counter(len(codes) for codes in free)
    alone = {codes: len(codes) for codes in free if sizes[len(codes)] == 1}
    plain = {
        codes: size
        for codes, size in alone.items()
        if size in stated and stated[size].qualifier is None
    }
    return {codes: introduced.get(codes) or plain.get(codes) for codes in of_states}


def _found(
    text: str, language: str | None, row: ListRow, kind: str | None, figures: Sequence[Figure]
) -> Found:
    size, words = len(row.items), row_words(language)
    announcing = _introducing(text, row, kind, figures, language)
    introduced = None if announcing is None else int(announcing.value or 0)
    partial = opens(text[max(0, row.start - 40) : row.start], words) is not None
    is_whole = not partial and kind == "states" and ROW_ENDS.match(text, row.end) is not None
    is_sure = is_whole and announcing is not None and _is_exhaustive(text, announcing, row, words)
    expected = introduced if is_sure or introduced == size else None
    may_be = kind == "states" and size >= FEWEST_UNANNOUNCED
    may_be = may_be and _may_be(size, text, row, figures, language)
    items = ItemList(list_title(text, row, kind, language), kind, expected, row.items, auto=True)
    return Found(items, row.mentions, announcing, may_be)


def _introducing(
    text: str,
    row: ListRow,
    kind: str | None,
    figures: Sequence[Figure],
    language: str | None,
) -> Figure | None:
    """The figure in the words that lead to the list, up to its colon, dash or bracket."""
    lead_start = line_start(text, row.start - 2, 120)
    lead = text[lead_start : row.start]
    if not re.search(r"[:(]\s*(?:\w{1,4}\s|l['’])?\Z", lead) and not opens(
        lead, row_words(language)
    ):
        return None
    end = bisect_left(figures, row.start, key=_start)
    for figure in reversed(figures[bisect_left(figures, lead_start, key=_start) : end]):
        span, value = figure.span, figure.value
        if span is None or span.end > row.start:
            continue
        fits = figure.unit is not None and (
            kind != "states" or counts_states(figure.unit, language)
        )
        if fits and figure.qualifier is None and value is not None and value == int(value):
            clear = not re.search(r"[.;!?]\s", text[span.end : row.start])
            return figure if clear else None
    return None


def _is_exhaustive(text: str, figure: Figure, row: ListRow, words: RowWords) -> bool:
    """Whether a number says how long a list is, whatever its length: "the 5 states: …".

    Not where the number is only the whole that the list is part of, and not where other words stand
    between the two, for these may name a few of them: "the 14 states, first of all: …".
    """
    if figure.span is None or words.part_of.search(
        text, max(0, _start(figure) - 20), _start(figure)
    ):
        return False
    return words.directly.fullmatch(text, figure.span.end, row.start) is not None


def _start(figure: Figure) -> int:
    return figure.span.start if figure.span is not None else 0


def _may_be(
    size: int, text: str, row: ListRow, figures: Sequence[Figure], language: str | None
) -> bool:
    """Whether the row's own sentence counts no other number of states before it."""
    for figure in reversed(figures[: bisect_left(figures, row.start, key=_start)]):
        span = figure.span
        if span is None or re.search(r"[.;!?]\s|\n", text[span.end : row.start]):
            return True
        if counts_states(figure.unit, language):
            return figure.value == size
    return True
