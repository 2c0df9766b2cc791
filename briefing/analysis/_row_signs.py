"""What tells that an editor would tell a figure among the first.

A sign is a few words, as `row_weights.toml` names them: where a figure stands, what it counts, how
large it is among those of its kind, and what shares its sentence. No sign names a word of a
language.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from briefing.analysis._directions import SENTENCE_ENDS
from briefing.analysis._figure_words import figure_words
from briefing.analysis._measures import Measure, measure_of
from briefing.analysis._unit_kinds import unit_kinds
from briefing.analysis.ranking import has_lead, lead_end
from briefing.languages.kinds import Words
from briefing.languages.phrases import any_of
from briefing.model.article import Section
from briefing.model.figure import Figure
from briefing.model.span import Span

_HUNDREDS = (1, 2, 3, 4, 6, 9, 13, 20)
"""Hundreds of characters behind the title from where a figure stands farther."""

_MANY, _MORE, _MOST_DIGITS = 3, 4, 10
"""Where one more no longer makes another sign."""

_FEW = 3
"""Up to it, a number in words may be part of the story: ``two men``."""

_REACH = 120
"""Characters before a figure in which the bracket that holds it opens."""

_STEM = 6
"""Letters by which two words are held to be the same."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_SAID = re.compile(r"[^\W\d_]+")
_GROUPED = re.compile(r"\d[.,]\d")
_TEN = 10


class RowSigns:
    """What speaks for the rows of one text, or against them."""

    def __init__(self, text: str, language: str | None, sections: Sequence[Section]) -> None:
        """Begin a text.

        Args:
            text: A reading text.
            language: BCP 47.
            sections: The article's sections; the title ends where the first begins.
        """
        self._text, self._words = text, figure_words(language)
        self._kinds = unit_kinds(self._words)
        units = self._words.own.units
        self._deaths, self._persons = _ending_in(units.deaths), _ending_in(units.persons)
        self._title_end = sections[0].span.start if sections else 0
        self._lead_end, self._is_parted = lead_end(sections), has_lead(sections)
        self._title = _stems(text[: self._title_end])
        end = SENTENCE_ENDS.search(text, self._title_end + 1)
        self._first = _stems(text[self._title_end : end.start() if end else self._lead_end])

    def of(self, rows: Sequence[Figure], cells: Collection[int] = ()) -> list[list[str]]:
        """The signs of rows, each by their names.

        Args:
            rows: All rows of the text, each with a passage.
            cells: Which of them stand in cells: where in a table tells nothing.
        """
        kinds = [self._kind(row) for row in rows]
        among, beside = _among(rows, kinds), self._beside(rows)
        return [
            [kind, *self._told(row, kind)]
            if at in cells
            else [
                kind,
                *self._place(row),
                *_number(row, kind),
                *self._told(row, kind),
                *among[at],
                *beside[at],
            ]
            for at, (row, kind) in enumerate(zip(rows, kinds, strict=True))
        ]

    def _kind(self, row: Figure) -> str:
        """What a row counts or measures."""
        said = _SAID.findall(f"{row.unit or ''} {row.label or ''}")
        if any(map(self._deaths.match, said)):
            return "deaths"
        measure = measure_of(row.unit, self._words)
        is_counted = measure in (Measure.COUNT, Measure.NONE)
        if is_counted and any(map(self._persons.match, said[:2])):
            return "people"
        if measure is Measure.COUNT and self._kinds.counts_people(row.unit or ""):
            return "people"
        return measure.name.lower()

    def _place(self, row: Figure) -> Iterator[str]:
        if row.passages[0].start < self._title_end:
            yield "in title"
        in_text = self._in_text(row)
        if in_text is None:
            yield "only in title"
            return
        if in_text.start < self._lead_end:
            yield "in lead" if self._is_parted else "near lead"
        hundreds = (in_text.start - self._title_end) // 100
        yield f"{bisect_right(_HUNDREDS, hundreds)} steps behind the title"
        before = self._text[max(0, in_text.start - _REACH) : in_text.start]
        if before.rfind("(") > max(before.rfind(")"), before.rfind("\n")):
            yield "in bracket"

    def _in_text(self, row: Figure) -> Span | None:
        """The first passage behind the title."""
        return next((one for one in row.passages if one.start >= self._title_end), None)

    def _told(self, row: Figure, kind: str) -> Iterator[str]:
        """What is said of a row, and how often."""
        words = _stems(f"{row.unit or ''} {row.label or ''}")
        yield f"{min(2, len(words & self._title))} words of the title"
        yield f"{min(2, len(words & self._first))} words of the first sentence"
        yield f"stated {min(_MANY, len(row.passages))} times"
        if row.label is not None:
            yield "with label"
            yield f"{kind} with label"
        if row.unit is not None:
            yield "with unit"

    def _beside(self, rows: Sequence[Figure]) -> list[list[str]]:
        """What the figures of one sentence say of each other, at the first passage in the text."""
        places = sorted((span, at) for at, row in enumerate(rows) for span in row.passages)
        found: list[list[str]] = [[] for _row in rows]
        sentence: list[tuple[Span, int]] = []
        for span, at in places:
            if sentence and SENTENCE_ENDS.search(self._text, sentence[-1][0].end, span.start):
                self._one_sentence(sentence, rows, found)
                sentence = []
            sentence.append((span, at))
        self._one_sentence(sentence, rows, found)
        return found

    def _one_sentence(
        self, sentence: Sequence[tuple[Span, int]], rows: Sequence[Figure], found: list[list[str]]
    ) -> None:
        firsts: dict[str, float] = {}
        units = Counter(self._sign(rows[at]) for _span, at in sentence)
        for number, (span, at) in enumerate(sentence):
            row, unit = rows[at], self._sign(rows[at])
            value = _value(row)
            if span == (self._in_text(row) or row.passages[0]):
                found[at].append(f"figure {min(number, _MANY)} of its sentence")
                if unit in firsts:
                    is_smaller = firsts[unit] > value
                    found[at].append(f"behind a {'larger' if is_smaller else 'smaller'} one")
                elif unit and units[unit] > 1:
                    found[at].append("before one of its unit")
            if unit:
                firsts.setdefault(unit, value)

    def _sign(self, row: Figure) -> str:
        return self._kinds.sign(row.unit) if row.unit else ""


def _number(row: Figure, kind: str) -> Iterator[str]:
    """What a number looks like."""
    value = _value(row)
    digits = min(_MOST_DIGITS, len(str(int(value)))) if value else 0
    yield f"{digits} digits"
    yield f"{kind} of {digits} digits"
    if not any(map(str.isdigit, row.text)):
        yield "in words"
        yield f"{kind} in words"
        if 0 < value <= _FEW:
            yield "few in words"
    if row.is_worded and row.unit is None:
        yield "factor"
    if row.magnitude is not None:
        yield "magnitude"
    if row.upper is not None:
        yield "range"
    if row.qualifier is not None:
        yield "qualified"
    if _GROUPED.search(row.text):
        yield "with a point"
    if value >= _TEN and value % _TEN == 0:
        yield "round"


def _among(rows: Sequence[Figure], kinds: Sequence[str]) -> list[list[str]]:
    """How large rows are, and how early, among those of their kind."""
    values: dict[str, list[float]] = defaultdict(list)
    starts: dict[str, list[float]] = defaultdict(list)
    for row, kind in zip(rows, kinds, strict=True):
        values[kind].append(-_value(row))
        starts[kind].append(row.passages[0].start)
    for some in (*values.values(), *starts.values()):
        some.sort()
    found = []
    for row, kind in zip(rows, kinds, strict=True):
        larger = bisect_left(values[kind], -_value(row))
        earlier = bisect_left(starts[kind], row.passages[0].start)
        found.append(
            [
                f"{min(larger, _MANY)} larger ones",
                f"{kind} with {min(larger, 2)} larger ones",
                f"{min(earlier, _MORE)} of its kind before",
            ]
        )
    return found


def _value(row: Figure) -> float:
    return abs(float(row.magnitude or row.value or 0))


@lru_cache(maxsize=16)
def _ending_in(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words)})\Z", re.IGNORECASE)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.lower()[:_STEM] for word in _WORD.findall(text))
