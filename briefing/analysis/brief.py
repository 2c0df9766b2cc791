"""One door to all of analysis: an article in, what its panels state out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.analysis import crosschecks, enumerations, figures, language, places, summary
from briefing.model.article import Article
from briefing.model.brief import Brief
from briefing.model.figure import Check, Figure

MOST_FIGURES = 200
"""Figures that a brief holds at most: a report of 1 MB states thousands, and nobody reads them."""


def analyse(article: Article) -> Brief:
    """Everything that the text itself says, each statement at its passage and marked `auto`.

    Without a language of its own the article gets the one its words show.
    """
    code = article.language or language.detect(article.text)
    in_order = figures.in_order(article.text, code)
    states = places.find_states(article.text, code)
    lists = enumerations.find(article.text, code, in_order, states, article.sections)
    lead_end = figures.lead_end(article.sections)
    checks = crosschecks.find(article.text, code, in_order, lists, lead_end, article.body_start)
    ranked = figures.ranked(in_order, code, article.sections, _used(checks, in_order))
    kept = ranked[:MOST_FIGURES]
    return Brief(
        summary=summary.choose(article.text, code, article.sections, ranked, article.title),
        figures=kept,
        checks=_renumbered(checks, in_order, kept),
        lists=lists,
        states=states,
        warnings=crosschecks.warnings(article.text),
    )


def _used(checks: Sequence[Check], found: Sequence[Figure]) -> list[Figure]:
    return [found[index] for check in checks for index in _indices(check)]


def _indices(check: Check) -> tuple[int, ...]:
    return check.of if check.equals is None else (*check.of, check.equals)


def _renumbered(
    checks: Sequence[Check], old: Sequence[Figure], new: Sequence[Figure]
) -> tuple[Check, ...]:
    """Checks that count in the ranked figures; one whose figure fell out of them is left out."""
    place = {figure.span: index for index, figure in enumerate(new)}
    moved = []
    for check in checks:
        if all(old[index].span in place for index in _indices(check)):
            of = tuple(place[old[index].span] for index in check.of)
            equals = None if check.equals is None else place[old[check.equals].span]
            moved.append(replace(check, of=of, equals=equals))
    return tuple(moved)
