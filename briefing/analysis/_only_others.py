"""Joins rows of one value that are one fact because the text has no other that they could state.

What two rows say is compared before; here it counts which other rows there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from briefing.analysis._fact_row import Row
from briefing.analysis._fact_words import telling_words
from briefing.analysis._kinds import Kinds
from briefing.analysis._measured_again import pointed_again, windows_again
from briefing.analysis._one_subject import may_be_two
from briefing.analysis._pairs_beside import LEAST_PAIRED, pairs_beside
from briefing.analysis._people_again import (
    are_people,
    are_rows_beside,
    first_of,
    harmed_again,
    is_named,
    the_men_again,
    these_again,
)
from briefing.analysis._same_fact import may_differ
from briefing.analysis._surroundings import share_company
from briefing.analysis._telling_values import is_telling_share
from briefing.analysis._title_facts import LEAD, are_of_title
from briefing.analysis._told_again import is_told_again
from briefing.model.figure import Figure, Qualifier

_PAIR = 2

_PERCENT = "%"

_BEHIND = re.compile(r"(?: [^\W\d_]+){1,3}")
"""The words right behind a number, in its clause."""

_TELLING = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
"""Letters of a word that tell it apart from another, whatever its ending."""

_NOUN = 4
"""Letters of a noun behind a sum of money that are compared: a bill, bills."""

_LEAST_BEHIND = 8
"""Characters behind a share that hardly come again by chance."""


class OnlyOthers:
    """The rows of one value, and how they may be joined."""

    def __init__(
        self,
        rows: list[Row],
        text: str,
        kinds: Kinds,
        title_end: int,
        are_apart: Callable[[Figure, Figure], bool],
    ) -> None:
        """Take up rows; those that are joined leave the list.

        Args:
            rows: Those of one value.
            text: The text they stand in.
            kinds: What units say.
            title_end: The first character after the title.
            are_apart: Whether two figures are two facts whatever their words say.
        """
        self._rows, self._text, self._kinds = rows, text, kinds
        self._title_end, self._are_apart = title_end, are_apart

    def join(self) -> None:
        """Join what is one fact."""
        if len(self._rows) < _PAIR:
            return
        for some in (self._rows, self._counts(), *self._by_sign()):
            if len(some) == _PAIR:
                self._join_two(some[0], some[1])
        for some in (self._counts(), *self._by_sign()):
            self._join_lead(some)
        for some in self._by_sign():  # of three, one may have found its row in the lead
            if len(some) == _PAIR and _is_telling(some[0].figure):
                self._join_two(some[0], some[1])
        for some in self._by_sign():
            if len(some) == _PAIR:
                self._join_company(some[0], some[1])
        self._join_by_words()

    def _join_by_words(self) -> None:
        """Join what the words around tell to be one, however many rows there are."""
        self._join_phrases()
        self._join_priced()
        for told_again in (windows_again, pointed_again):
            for some in self._by_sign():
                for first, row in told_again(some, self._text, self._kinds):
                    self._merge(first, row)
        self._join_paired()
        for again in (harmed_again, these_again, the_men_again):
            for first, row in again(self._counts(), self._text, self._kinds):
                self._merge(first, row)
        self._join_called()
        self._join_more()

    def _counts(self) -> list[Row]:
        """The rows that are no measures, in the order of the text."""
        counts = (row for row in self._rows if not self._measures(row.figure))
        return sorted(counts, key=lambda row: row.spans[:1])

    def _by_sign(self) -> list[list[Row]]:
        """The rows of each measure."""
        found: dict[str, list[Row]] = {}
        for row in self._rows:
            if row.figure.unit is not None and self._measures(row.figure):
                found.setdefault(self._kinds.sign(row.figure.unit), []).append(row)
        return list(found.values())

    def _measures(self, figure: Figure) -> bool:
        return figure.unit is not None and self._kinds.measures(figure.unit)

    def _join_two(self, row: Row, again: Row) -> None:
        """Join the only two of their kind, if they are one fact."""
        if row not in self._rows or again not in self._rows:
            return
        one, other = row.figure, again.figure
        is_one = are_of_title(one, other, self._title_end, self._kinds) or (
            is_told_again(one, other, self._kinds) and not self._are_beside(row, again)
        )
        if is_one and not self._are_apart(one, other) and not self._are_two(row, again):
            self._merge(row, again)

    def _are_two(self, row: Row, again: Row) -> bool:
        """Whether two rows of a round or small value are told of two subjects."""
        first, second = sorted((row, again), key=first_of)
        return may_be_two(self._text, first.figure, second.figure, self._kinds, first.spans)

    def _join_lead(self, rows: Sequence[Row]) -> None:
        """Join a title's row with the only one of its kind, or of people, in the lead."""
        title = [row for row in rows if first_of(row) < self._title_end]
        lead = [row for row in rows if 0 <= first_of(row) - self._title_end < LEAD]
        is_open = all(row.spans[-1].start < self._title_end for row in title if row.spans)
        may_be_people = all(row.figure.unit is None or self._are_people(row) for row in title)
        if len(lead) > 1 and is_open and may_be_people:
            lead = list(filter(self._are_people, lead))  # "rebels kill two" on two buses
            if len(lead) > 1 and self._may_be_first(title, lead):
                lead = lead[:1]
        if len(title) == 1 == len(lead):
            self._join_two(title[0], lead[0])

    def _may_be_first(self, title: Sequence[Row], lead: Sequence[Row]) -> bool:
        """Whether the first sentence may say who a title's people are: three teens, youths."""
        are_named = all(map(self._are_people, title))
        return are_named and not self._are_beside(lead[0], lead[1])

    def _join_company(self, row: Row, again: Row) -> None:
        """Join the only two measures of a value that stand among the same words."""
        one, other = row.figure, again.figure
        if one.qualifier is not other.qualifier or one.qualifier is Qualifier.ADDITIONAL:
            return
        is_apart = self._are_apart(one, other)
        if not is_apart and share_company(self._text, row.spans, again.spans, self._kinds):
            self._merge(row, again)

    def _join_phrases(self) -> None:
        """Join shares and numbers without a noun that have the same words behind them."""
        known: dict[tuple[object, ...], Row] = {}
        for row in list(self._rows):
            words = self._words_behind(row)
            if words:
                figure = row.figure
                first = known.setdefault((figure.unit, figure.qualifier, *words), row)
                if first is not row and not self._are_beside(first, row):
                    self._merge(first, row)

    def _join_priced(self) -> None:
        """Join sums of money that stand before one word, which labels one of them: $1 bills."""
        known: list[tuple[Row, str]] = []
        for row in list(self._rows):
            figure = row.figure
            if figure.unit is None or not self._kinds.is_money(figure.unit) or not row.spans:
                continue
            found = _BEHIND.match(self._text, row.spans[0].end)
            noun = _stems("" if found is None else found[0].split()[0])
            for first, again in known if noun else ():
                is_one = again[:_NOUN] == noun[0][:_NOUN] and self._names(noun[0], first, row)
                is_one = is_one and may_differ(first.figure, figure, self._kinds)
                if is_one and not self._are_beside(first, row):
                    self._merge(first, row)
                    break
            else:
                known += [(row, noun[0])] if noun else []

    def _join_paired(self) -> None:
        """Join counts that stand beside the same number: 438 votes to 86, voted 438 to 86."""
        known: dict[tuple[object, ...], Row] = {}
        for row in self._counts():
            if (row.figure.value or 0) < LEAST_PAIRED or row not in self._rows:
                continue
            for pair in pairs_beside(self._text, row.spans):
                first = known.setdefault((row.figure.qualifier, *pair), row)
                if first is row or first not in self._rows:
                    continue
                units = [one.figure.unit for one in (first, row) if one.figure.unit is not None]
                if len({self._kinds.head(unit) for unit in units}) < _PAIR:
                    self._merge(first, row)
                    break

    def _names(self, noun: str, row: Row, again: Row) -> bool:
        """Whether one of two rows is labelled by a noun alone."""
        labels = (_stems(one.figure.label or "") for one in (row, again))
        return any([word[:_NOUN] for word in label] == [noun[:_NOUN]] for label in labels)

    def _words_behind(self, row: Row) -> list[str]:
        """The words by which a number without a noun is known again."""
        figure = row.figure
        if figure.value is None or figure.unit not in (None, _PERCENT) or not row.spans:
            return []
        found = _BEHIND.match(self._text, row.spans[0].end)
        behind = "" if found is None else found[0]
        if figure.unit is None:
            return _stems(behind)[:1]
        return [*_stems(figure.text), *_stems(behind)] if len(behind) > _LEAST_BEHIND else []

    def _join_called(self) -> None:
        """Join what is called "the two firms" with the only two companies before it.

        So are "the three ministries" with the only three federal ministries, of one word.
        """
        known: dict[str, list[Row]] = {}
        for row in self._counts():
            figure = row.figure
            if figure.unit is None or figure.value is None or figure.qualifier is not None:
                continue
            noun = self._kinds.called(figure.unit)
            others = [] if noun is None else known.setdefault(noun, [])
            ending = known.setdefault(f"-{self._kinds.ending(figure.unit)}", [])
            if len(others) == 1 and self._is_again(row, others[0]):
                self._merge(others[0], row)
            elif len(ending) == 1 and self._is_compound(row, ending[0]):
                self._merge(ending[0], row)
            else:
                others.append(row)
                ending.append(row)

    def _is_again(self, row: Row, other: Row) -> bool:
        """Whether a row speaks of the same as another that is called by the same noun.

        Youths of one number are the same, whether or not an article says so.
        """
        if self._is_named(row, other):
            return True
        are_people = self._are_people(row) and self._are_people(other)
        are_few = are_people and (row.figure.value or 0) > _PAIR
        return are_few and not self._are_beside(other, row)

    def _is_compound(self, row: Row, other: Row) -> bool:
        """Whether one noun ends in the other, and an article says that it was named before."""
        is_one = self._kinds.is_compound(row.figure.unit or "", other.figure.unit or "")
        return is_one and self._is_named(row, other)

    def _are_people(self, row: Row) -> bool:
        return are_people(row, self._kinds)

    def _is_named(self, row: Row, other: Row) -> bool:
        return is_named(row, other, self._text, self._kinds)

    def _join_more(self) -> None:
        """Join so many others with the only ones of their noun: 13 others hurt, the 13 hurt."""
        more = [row for row in self._rows if row.figure.qualifier is Qualifier.ADDITIONAL]
        plain = [row for row in self._rows if row.figure.qualifier is None]
        plain = [row for row in plain if self._kinds.is_definite(self._text, first_of(row))]
        if len(more) == 1 == len(plain) and first_of(more[0]) < first_of(plain[0]):
            words = telling_words(more[0].figure) & telling_words(plain[0].figure)
            if words and not self._are_beside(more[0], plain[0]):
                self._merge(more[0], plain[0])

    def _are_beside(self, row: Row, other: Row) -> bool:
        return are_rows_beside(row, other, self._text)

    def _merge(self, row: Row, again: Row) -> None:
        row.join(again.whole())
        self._rows.remove(again)


def _is_telling(figure: Figure) -> bool:
    return figure.unit != _PERCENT or is_telling_share(figure)


def _stems(words: str) -> list[str]:
    return [word.lower()[:_STEM] for word in _TELLING.findall(words)]
