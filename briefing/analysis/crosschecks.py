"""Relations that a text claims between its own figures, and quotations that are not closed.

Only what is sure is given: a sum that comes out, an enumeration that its own number announces, a
title that drops a qualifier.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.analysis import checks
from briefing.languages.load import language_of
from briefing.model.figure import Figure, Qualifier
from briefing.model.span import Span

_MOST_IN_SENTENCE = 8
"""Figures of one sentence that are tried as parts of a sum."""

_MOST_CLAIMS = 12
"""Figures of title and lead that are tried as sums."""

_PARTS = (2, 3, 4)
"""How many figures are tried as parts of a sum."""

_LEAST_SUM = 10
"""Smaller numbers of one sentence add up by chance: "1 and 2 are left of 3"."""

_LEAST_TOLD_SUM = 100
"""The same of a sum that title or lead tells of another sentence."""

_TELLING_VALUE = 20
"""From here on, an equal number with another noun is still the same statement."""


class Relations:
    """Reads the figures of a text in order and knows at any time which of them belong together."""

    def __init__(self, lead_end: int, title_end: int, language: str | None) -> None:
        """Begin a text.

        Args:
            lead_end: The first character after title and lead.
            title_end: The first character after the title.
            language: BCP 47.
        """
        own = language_of(language)
        self._measures = frozenset((*own.units.measures, *own.times.time_units))
        self._anyone = frozenset(own.units.anyone)
        self._lead_end = lead_end
        self._title_end = title_end
        self._claims: list[_Claim] = []
        self._stated: list[_Stated] = []
        self._lead_groups: list[list[Figure]] = []
        self._in_groups: dict[tuple[object, str], tuple[tuple[Figure, ...], Figure]] = {}

    def read(self, figures: Sequence[Figure], sentences: Sequence[Span]) -> None:
        """Read the next piece.

        Args:
            figures: Its figures, in order.
            sentences: Its sentences, in order.
        """
        groups = _by_sentence(sentences, figures)
        for claim in self._claims if groups else ():
            claim.parts = claim.parts or _parts_of(claim.figure, groups)
        if self._is_in_lead(figures):
            self._lead_groups += groups
            self._claim(figures)
        self._add_up(groups)
        for figure in figures:
            self._restate(figure)

    def sums(self) -> list[tuple[tuple[Figure, ...], Figure]]:
        """Figures that add up to another one: the parts, and the sum."""
        found: dict[tuple[object, str], tuple[tuple[Figure, ...], Figure]] = {}
        for claim in self._claims:
            if claim.parts is not None:
                found.setdefault(_sum_key(claim.figure), (claim.parts, claim.figure))
        return [*found.values(), *(s for key, s in self._in_groups.items() if key not in found)]

    def restatements(self) -> list[tuple[Figure, Figure]]:
        """Figures that state one of title or lead again, but with a qualifier: both of them."""
        pairs = ((stated.body, stated.claim) for stated in self._stated)
        return [(body, claim) for body, claim in pairs if body is not None]

    def _is_in_lead(self, figures: Sequence[Figure]) -> bool:
        return bool(figures) and _start(figures[0]) < self._lead_end

    def _claim(self, figures: Sequence[Figure]) -> None:
        """Take up the figures of title and lead as sums of others.

        Lengths of other sentences are those of other things.
        """
        for figure in figures:
            is_claim = _start(figure) < self._lead_end and _can_add(figure)
            is_claim = is_claim and not self._only_measures(figure)
            if is_claim and len(self._claims) < _MOST_CLAIMS:
                self._claims.append(_Claim(figure, _parts_of(figure, self._lead_groups)))

    def _add_up(self, groups: Sequence[Sequence[Figure]]) -> None:
        """Look for sums inside the sentences behind the lead."""
        for group in groups:
            for figure in group if len(group) > _PARTS[0] else ():  # a sum stands beside its parts
                if figure.unit is None or _start(figure) <= self._lead_end:
                    continue  # without a noun of its own it is a part and no sum
                key = _sum_key(figure)
                if key not in self._in_groups:
                    parts = _parts_of(figure, [group])
                    if parts is not None:
                        self._in_groups[key] = (parts, figure)

    def _only_measures(self, figure: Figure) -> bool:
        """Whether a unit is a length or a time, which says nothing of whose it is."""
        return (figure.unit or " ").split(" ")[0].lower() in self._measures

    def _restate(self, figure: Figure) -> None:
        """Compare a figure with those of title and lead, unless it only measures something.

        A length or a time says nothing of whose it is: two that are equal may be of two things.
        """
        first = (figure.unit or " ").split(" ")[0].lower()
        if first in self._measures or (figure.value is None and first in self._anyone):
            return  # "hundreds of people" may be others than the 240
        is_body = _start(figure) >= self._lead_end
        for stated in self._stated:
            stated.meet(figure, is_body=is_body)
        if is_body or figure.qualifier is not None or len(self._stated) > _MOST_CLAIMS:
            return
        in_title = _start(figure) < self._title_end
        if all(_claim_key(stated.claim) != _claim_key(figure) for stated in self._stated):
            self._stated.append(_Stated(figure, in_title))


@dataclass(slots=True)
class _Claim:
    """A figure of title or lead that may be a sum."""

    figure: Figure
    parts: tuple[Figure, ...] | None
    """The first figures of one sentence that add up to it."""


@dataclass(slots=True)
class _Stated:
    """A figure that title or lead states plainly, and the first that state it again."""

    claim: Figure
    in_title: bool
    qualified: Figure | None = None
    """The first with a qualifier."""
    plain: Figure | None = None
    """The first in the body without."""

    def meet(self, figure: Figure, *, is_body: bool) -> None:
        """Look at a later figure."""
        if not _is_same(self.claim, figure, in_title=self.in_title):
            return
        if figure.qualifier is None:
            self.plain = self.plain or (figure if is_body else None)
        elif figure.qualifier is not Qualifier.ADDITIONAL:
            self.qualified = self.qualified or figure

    @property
    def body(self) -> Figure | None:
        """The figure that says more than the claim; None where one says no more."""
        if self.claim.value is None:
            return self.qualified or self.plain
        return None if self.plain else self.qualified


def _by_sentence(sentences: Sequence[Span], figures: Sequence[Figure]) -> list[list[Figure]]:
    """The figures that can be added, grouped by sentence, where there are two."""
    groups, starts = [], list(map(_start, figures))
    for sentence in sentences:
        begin, end = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        group: list[Figure] = []
        for figure in figures[begin:end]:
            if _can_add(figure) or (group and _is_elliptic(figure)):
                group.append(figure)
        if 2 <= len(group) <= _MOST_IN_SENTENCE:
            groups.append(group)
    return groups


def _parts_of(claim: Figure, groups: Iterable[Sequence[Figure]]) -> tuple[Figure, ...] | None:
    """The figures that add up to another: all that one sentence counts of its kind."""
    unit, value = checks.stem(claim.unit), claim.value or 0
    for group in groups if value >= _LEAST_SUM else ():
        is_there = _start(group[0]) <= _start(claim) <= _start(group[-1])
        is_there = is_there and any(figure.span == claim.span for figure in group)
        if value < (_LEAST_SUM if is_there else _LEAST_TOLD_SUM):
            continue
        parts = tuple(
            figure
            for figure in group
            if not (is_there and figure.span == claim.span)
            and (figure.unit is None or checks.stem(figure.unit) == unit)
        )
        # A number without a noun shares that of the part named first: "1,200 men, 800".
        is_sum = len(parts) in _PARTS and parts[0].unit is not None
        if is_sum and sum(part.value or 0 for part in parts) == value:
            return parts
    return None


def _sum_key(figure: Figure) -> tuple[object, str]:
    return figure.value, checks.stem(figure.unit)


def _claim_key(figure: Figure) -> tuple[object, object, str]:
    return figure.value, figure.magnitude, checks.stem(figure.unit)


def _is_elliptic(figure: Figure) -> bool:
    """Whether it may leave out the noun of a figure before it."""
    return figure.unit is None and (figure.value or 0) >= _TELLING_VALUE


def _can_add(figure: Figure) -> bool:
    return (
        figure.value is not None
        and figure.value > 0
        and figure.unit is not None
        and figure.unit not in ("%", "‰")
        and any(map(str.isdigit, figure.text))
    )


def _is_same(claim: Figure, body: Figure, *, in_title: bool) -> bool:
    """Whether a later figure is the claim again; only a title may call its things otherwise.

    "Thousands" are two thousand at least: 1,700 may be some of them, and are not the claim.
    """
    if claim.value is None:
        size, value = claim.magnitude or 0, body.value or 0
        return 2 * size <= value < size * 10 and checks.has_nouns(body.unit, claim.unit)
    if claim.value != body.value or _is_special(claim.unit) != _is_special(body.unit):
        return False
    if _is_special(claim.unit):
        return claim.unit == body.unit
    digits = re.findall(r"\d[\d.,]*", body.text)
    is_other_word = in_title and claim.value >= _TELLING_VALUE and bool(digits)
    return is_other_word or checks.shares_noun(claim.unit, body.unit)


def _is_special(unit: str | None) -> bool:
    return unit in ("%", "$", "€", "£")


def _start(figure: Figure) -> int:
    return figure.span.start if figure.span is not None else 0
