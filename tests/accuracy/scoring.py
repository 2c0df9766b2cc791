"""Scores analysis on a labelled article.

A label is right when at least half of its telling words are words of the accepted labels and of
the figure's own phrase, and at least half of those of one accepted label are in it or in the unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from briefing.analysis import sentences
from briefing.analysis.brief import analyse
from briefing.languages.load import every_language
from briefing.model.brief import Brief
from briefing.model.figure import Figure
from briefing.model.span import Span
from tests.accuracy.labelled import Case, Labelled
from tests.accuracy.tally import Tally

FIRST = 5
"""Rows that a reader sees at once."""

_WORD = re.compile(r"[^\W_]+")
_SMALL = 3
"""Letters of words that tell nothing."""

_MEASURES = frozenset(
    word
    for own in every_language()
    for phrases in (
        own.units.measures,
        own.units.money,
        own.units.percent,
        own.units.points,
        own.units.symbols,
        own.times.time_units,
    )
    for phrase in phrases
    for word in phrase.lower().split()
)
"""First words of units that measure and do not say what is counted."""


def score(case: Case, tallies: Iterable[Tally]) -> None:
    """Count one article in some tallies."""
    brief = analyse(case.article)
    for tally in tallies:
        _figures(case, brief, tally)
        _order(case, brief, tally)
        _states(case, brief, tally)
        _lists(case, brief, tally)
        _checks(case, brief, tally)
        _summary(case, brief, tally)


def states(figure: Figure, wanted: Labelled) -> bool:
    """Whether a row states a labelled figure at its passage."""
    value = None if figure.value is None else Decimal(figure.value)
    right = value == wanted.value or value in wanted.other_values
    if wanted.value is None:
        right = right and figure.magnitude == wanted.magnitude
    upper = None if figure.upper is None else Decimal(figure.upper)
    return (
        right
        and upper == wanted.upper
        and any(
            one.start < wanted.span.end and wanted.span.start < one.end for one in figure.passages
        )
    )


def _figures(case: Case, brief: Brief, tally: Tally) -> None:
    for wanted in case.figures:
        found = [figure for figure in brief.figures if states(figure, wanted)]
        if not wanted.is_optional:
            tally.recall.add(f"{case.name}: {wanted.text}", holds=bool(found))
        if found and not wanted.is_optional:
            said = found[0].qualifier.value if found[0].qualifier else None
            tally.qualifiers.add(
                f"{case.name}: {wanted.text} is {said}", holds=said in wanted.qualifiers
            )
    known: set[int] = set()
    for figure in brief.figures:
        facts = [wanted for wanted in case.figures if states(figure, wanted)]
        name = f"{case.name}: {figure.text}"
        tally.precision.add(f"{name} ({figure.unit})", holds=bool(facts))
        if facts:
            _row(figure, facts, f"{name} [{figure.label}]", tally)
            tally.single.add(name, holds=not any(one.fact in known for one in facts))
            known.update(one.fact for one in facts)


def _row(figure: Figure, facts: list[Labelled], name: str, tally: Tally) -> None:
    unit = _WORD.findall((figure.unit or "").lower()) or [figure.unit or "%"]
    is_measure = unit[0] in _MEASURES or not unit[0][0].isalpha()
    if not all(fact.is_optional for fact in facts):
        tally.said.add(name, holds=figure.label is not None or not is_measure)
    if figure.label is not None:
        accepted = {label for fact in facts for label in fact.labels}
        phrases = [fact.text for fact in facts] + [figure.text]
        right = is_right(figure.label, accepted, phrases)
        tally.labels.add(f"{name} not {sorted(accepted)}", holds=right)


def is_right(label: str, accepted: Iterable[str], phrases: Iterable[str]) -> bool:
    """Whether a label says what one of the accepted ones says."""
    said, known = _telling(label), set[str]()
    own = {word for phrase in phrases for word in _telling(phrase)}
    labels = [_telling(one) for one in accepted]
    for words in labels:
        known |= words
    if not said:
        return False
    fits = any(len(words & (said | own)) * 2 >= len(words) and words & said for words in labels)
    return fits and len(said & (known | own)) * 2 >= len(said)


def _telling(phrase: str) -> set[str]:
    words = {word.lower() for word in _WORD.findall(phrase)}
    return {word for word in words if len(word) > _SMALL} or words


def _order(case: Case, brief: Brief, tally: Tally) -> None:
    main = {wanted.fact for wanted in case.figures if wanted.is_main}
    first = {
        wanted.fact
        for figure in brief.figures[:FIRST]
        for wanted in case.figures
        if states(figure, wanted)
    }
    shown = len(main & first)
    for number in range(min(FIRST, len(main))):
        tally.order.add(f"{case.name}: {len(main) - shown} of {len(main)}", holds=number < shown)


def _states(case: Case, brief: Brief, tally: Tally) -> None:
    named = {state.code for state in brief.states if state.mentions}
    for code in case.states:
        tally.states.add(f"{case.name}: {code}", holds=code in named)
    for code in named - case.other_states:
        tally.states_right.add(f"{case.name}: {code}", holds=code in case.states)


def _lists(case: Case, brief: Brief, tally: Tally) -> None:
    for one in brief.lists:
        items = [item.name for item in one.items]
        same = any(_share(items, wanted) for wanted in case.lists)
        tally.lists.add(f"{case.name}: {one.title}: {items}", holds=same)


def _share(items: list[str], wanted: tuple[str, ...]) -> bool:
    """Whether two lists are the same, but for an entry more or less."""
    met = sum(any(a in b or b in a for b in wanted) for a in items)
    return met * 2 > len(items) and met * 2 > len(wanted)


def _checks(case: Case, brief: Brief, tally: Tally) -> None:
    for check in brief.checks:
        claim = check.claim or (None if check.equals is None else brief.figures[check.equals])
        said = [brief.figures[index].text for index in check.of]
        said += [] if claim is None else [claim.text]
        same = any(
            all(any(a in b or b in a for b in relation) for a in said) for relation in case.checks
        )
        tally.checks.add(f"{case.name}: {check.kind} {said} {check.remark}", holds=same)
    for warning in brief.warnings:
        words = warning.span.of(case.article.text)
        right = any(words in one or one in words for one in case.warnings)
        tally.warnings.add(f"{case.name}: {words[:60]}", holds=right)
    if case.headings is not None:
        found = {section.heading for section in case.article.sections}
        for heading in case.headings:
            tally.headings.add(f"{case.name}: {heading}", holds=heading in found)


def _summary(case: Case, brief: Brief, tally: Tally) -> None:
    text = case.article.text
    said = _plain(" ".join(point.text for point in brief.summary))
    body = Span(case.article.body_start, len(text))
    first = sentences.split(text, case.article.language, body)[:3]
    lead = _plain(" ".join(span.of(text) for span in first))
    for point in case.points:
        name = f"{case.name}: {point[0][:60]}"
        tally.summary.add(name, holds=any(_plain(one) in said for one in point))
        tally.lead.add(name, holds=any(_plain(one) in lead for one in point))


def _plain(text: str) -> str:
    return " ".join(text.split())
