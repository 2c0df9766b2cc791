"""Relations that a text claims between its own figures, and quotations that are not closed.

Only what is sure is given: a sum that comes out, an enumeration that its own number announces, a
title that drops a qualifier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from briefing.analysis import checks, sentences
from briefing.model.brief import TextWarning
from briefing.model.figure import Check, Figure
from briefing.model.span import Span
from briefing.model.state_list import ItemList
from briefing.text.i18n import _

_MOST_IN_SENTENCE = 8
"""Figures of one sentence that are tried as parts of a sum."""

_MOST_CLAIMS = 12
"""Figures of title and lead that are tried as sums."""

_TELLING_VALUE = 20
"""From here on, an equal number with another noun is still the same statement."""

_PAIRS = {"«": "»", "“": '”"', "„": '“”"'}


def find(
    text: str,
    language: str | None,
    figures: Sequence[Figure],
    lists: Sequence[ItemList],
    lead_end: int,
    title_end: int | None = None,
) -> tuple[Check, ...]:
    """The relations of a text, recomputed.

    Args:
        text: A reading text.
        language: BCP 47.
        figures: In the order of the text; the checks count in them.
        lists: The text's lists; the checks count in them.
        lead_end: The first character after title and lead.
        title_end: The first character after the title; None where the lead is all there is.
    """
    found = [*_sums(text, language, figures, lead_end)]
    found += checks.recompute((), figures, lists, language)
    found += _restatements(
        language, figures, lead_end, lead_end if title_end is None else title_end
    )
    return tuple(replace(check, auto=True) for check in found)


def warnings(text: str) -> tuple[TextWarning, ...]:
    """What is odd about the text itself: quotations that are not closed."""
    found = []
    lines = text.split("\n")
    start = 0
    for number, line in enumerate(lines):
        after = lines[number + 1] if number + 1 < len(lines) else ""
        opening = _unclosed(line)
        if opening is not None and not after.lstrip().startswith(line[opening]):
            span = Span(start + opening, start + _sentence_end(line, opening))
            found.append(TextWarning(_("a quotation is not closed"), span))
        start += len(line) + 1
    return tuple(found)


def _sums(
    text: str, language: str | None, figures: Sequence[Figure], lead_end: int
) -> Iterator[Check]:
    claims = [i for i, f in enumerate(figures) if _start(f) < lead_end and _can_add(f)]
    by_sentence = _by_sentence(text, language, figures)
    seen: set[tuple[object, str]] = set()
    for claim in claims[:_MOST_CLAIMS]:
        key = (figures[claim].value, checks.stem(figures[claim].unit))
        if key in seen:
            continue
        parts = _parts_of(claim, figures, by_sentence)
        if parts is not None:
            seen.add(key)
            yield checks.total(parts, claim, figures, language, auto=True)
    for group in by_sentence:
        for claim in filter(lambda index: _can_add(figures[index]), group):
            key = (figures[claim].value, checks.stem(figures[claim].unit))
            parts = None if key in seen else _parts_of(claim, figures, [group])
            if parts is not None and _start(figures[claim]) > lead_end:
                seen.add(key)
                yield checks.total(parts, claim, figures, language, auto=True)


def _by_sentence(text: str, language: str | None, figures: Sequence[Figure]) -> list[list[int]]:
    """Indices of the figures that can be added, grouped by sentence, where there are two."""
    groups: list[list[int]] = []
    spans = iter(sentences.split(text, language))
    sentence = next(spans, None)
    group: list[int] = []
    for index, figure in enumerate(figures):
        while sentence is not None and sentence.end <= _start(figure):
            sentence = next(spans, None)
            groups.append(group)
            group = []
        if _can_add(figure) or (group and _is_elliptic(figure)):
            group.append(index)
    groups.append(group)
    return [group for group in groups if 2 <= len(group) <= _MOST_IN_SENTENCE]


def _parts_of(
    claim: int, figures: Sequence[Figure], groups: Sequence[Sequence[int]]
) -> tuple[int, ...] | None:
    wanted, unit = figures[claim].value, checks.stem(figures[claim].unit)
    for group in groups:
        like = [
            i
            for i in group
            if i != claim and (figures[i].unit is None or checks.stem(figures[i].unit) == unit)
        ]
        for size in (2, 3):
            for parts in combinations(like, size):
                # A number without a noun shares that of the part named first: "1,200 men, 800".
                named = figures[parts[0]].unit is not None
                if named and sum(figures[i].value or 0 for i in parts) == wanted:
                    return parts
    return None


def _is_elliptic(figure: Figure) -> bool:
    """Whether it may leave out the noun of a figure before it."""
    return figure.unit is None and (figure.value or 0) >= _TELLING_VALUE


def _can_add(figure: Figure) -> bool:
    return (
        figure.value is not None
        and figure.value > 0
        and figure.unit is not None
        and figure.unit not in ("%", "‰")
        and any(char.isdigit() for char in figure.text)
    )


def _restatements(
    language: str | None, figures: Sequence[Figure], lead_end: int, title_end: int
) -> Iterator[Check]:
    """Figures of title and lead that the body states with a qualifier, or as an exact number."""
    seen: set[tuple[object, object, str]] = set()
    for index, claim in enumerate(figures):
        if _start(claim) >= lead_end or len(seen) > _MOST_CLAIMS:
            break
        key = (claim.value, claim.magnitude, checks.stem(claim.unit))
        if claim.qualifier is not None or key in seen:
            continue
        seen.add(key)
        body = _restated(index, figures, lead_end, in_title=_start(claim) < title_end)
        if body is not None:
            yield checks.restatement(body, index, figures, language, auto=True)


def _restated(
    claim: int, figures: Sequence[Figure], lead_end: int, *, in_title: bool
) -> int | None:
    said = figures[claim]
    later = range(claim + 1, len(figures))
    others = [i for i in later if _is_same(said, figures[i], in_title=in_title)]
    plain = [i for i in others if figures[i].qualifier is None and _start(figures[i]) >= lead_end]
    qualified = [i for i in others if figures[i].qualifier not in (None, "additional")]
    if said.value is None:
        return next(iter(qualified + plain), None)
    return qualified[0] if qualified and not plain else None


def _is_same(claim: Figure, body: Figure, *, in_title: bool) -> bool:
    """Whether a later figure is the claim again; only a title may call its things otherwise."""
    same_noun = checks.shares_noun(claim.unit, body.unit)
    if claim.value is None:
        size = claim.magnitude or 0
        return same_noun and body.value is not None and size <= body.value < size * 1000
    if claim.value != body.value or _is_special(claim.unit) != _is_special(body.unit):
        return False
    if _is_special(claim.unit):
        return claim.unit == body.unit
    digits = re.findall(r"\d[\d.,]*", body.text)
    is_other_word = in_title and claim.value >= _TELLING_VALUE and bool(digits)
    return same_noun or is_other_word


def _is_special(unit: str | None) -> bool:
    return unit in ("%", "$", "€", "£")


def _start(figure: Figure) -> int:
    return figure.span.start if figure.span is not None else 0


def _unclosed(line: str) -> int | None:
    """Where a quotation opens that the line does not close; None where all are closed."""
    for opening, closings in _PAIRS.items():
        place = line.rfind(opening)
        if place < 0 or (opening == "“" and "„" in line):
            continue
        if opening == "«" and "»" in line[:place]:
            continue
        return None if any(c in line[place + 1 :] for c in closings) else place
    return _unclosed_straight(line)


def _unclosed_straight(line: str) -> int | None:
    marks = [m.start() for m in re.finditer(r'(?<!\d)"|(?<=\s)"', line)]
    if len(marks) % 2 == 0:
        return None
    open_at: int | None = None
    for mark in marks:
        opens = (mark == 0 or not (line[mark - 1].isalnum() or line[mark - 1] in ".,!?…")) and (
            mark + 1 < len(line) and not line[mark + 1].isspace()
        )
        if opens and open_at is not None:
            return open_at
        open_at = mark if opens else None
    return open_at


def _sentence_end(line: str, start: int) -> int:
    spans = sentences.split(line, None, Span(start, len(line)))
    return spans[0].end if spans else len(line)
