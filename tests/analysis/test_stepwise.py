"""What a reader sees in the end does not depend on the steps in which it was found."""

from __future__ import annotations

import random
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis import brief, enumerations, figures
from briefing.analysis.brief import Analysis, analyse
from briefing.model.article import Article, Section
from briefing.model.brief import Brief
from briefing.model.span import Span
from tests.accuracy.truth import Truth, load
from tests.analysis.all_states import find_states

LINES = (
    "The 4 states of the pact: Norway, Sweden, Denmark and Finland.",
    "They sent 11,000 men and another 3,000 men to Georgia, as Jordan Smith said.",
    "Some 14,000 men are there; at least 100 rockets were seen, 14,000 men at 3 p.m.",
    "In Tbilisi and Atlanta nobody knew. Chad, Israel and Jordan signed.",
    "It rose by 5 percent, including China, Japan, Kenya and France (see below):",
    "Norway",
    "Sweden",
    "Turkey",
    'A "quotation that is not closed stands here, with 26 injured and $7.3bn. Nothing follows.',
    "Nothing at all is said in this line, which is only long enough to stand in a summary.",
    "",
)


def article_of(lines: list[str]) -> Article:
    """An article whose every fourth line is a heading."""
    title = "14,000 men and 100 rockets for 4 states"
    starts, text = [len(title) + 1], f"{title}\n"
    for number, line in enumerate(lines):
        if number % 4 == 3:
            starts.append(len(text))
        text += f"{line}\n"
    ends = [*starts[1:], len(text)]
    headings = [None, *(f"Part {number}" for number in range(1, len(starts)))]
    sections = (
        Section(heading, 2, Span(start, end))
        for heading, start, end in zip(headings, starts, ends, strict=True)
    )
    return Article("-", title, "en", text, tuple(sections))


def stepwise(article: Article, seed: int) -> Brief:
    """The brief, where somebody looks at what is known after some of the steps."""
    chance, analysis = random.Random(seed), Analysis(article)
    while analysis.step():
        if chance.random() < 0.3:
            analysis.brief()
    return analysis.brief()


@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=40), st.integers(0, 9))
def test_looking_on_the_way_changes_nothing(lines: list[str], seed: int) -> None:
    article = article_of(lines)
    assert stepwise(article, seed) == analyse(article)


def joined(truths: list[Truth]) -> Article:
    """Several articles as the sections of one."""
    text, sections = "", []
    for truth in truths:
        start = len(text)
        text += f"{truth.article.text}\n"
        sections.append(Section(truth.title, 2, Span(start, len(text))))
    language = truths[0].article.language
    return Article("-", truths[0].title, language, text, tuple(sections))


def by_language() -> list[Article]:
    """The whole truth set, an article for each language."""
    ordered = sorted(load(), key=lambda truth: str(truth.article.language))
    groups = groupby(ordered, key=lambda truth: truth.article.language)
    return [joined(list(truths)) for _language, truths in groups]


@pytest.mark.parametrize("article", by_language(), ids=lambda article: str(article.language))
def test_short_parts_find_what_the_whole_says(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = analyse(article)
    monkeypatch.setattr(brief, "_PART", 400)
    assert stepwise(article, 1) == whole
    assert whole.states == find_states(article.text, article.language)
    found = enumerations.find(article.text, article.language, article.sections)
    assert whole.lists == found
    all_figures = figures.in_order(article.text, article.language)
    said = {figure.span: figure.value for figure in all_figures}
    shown = {span: row.value for row in whole.figures for span in row.passages}
    assert shown.items() <= said.items()
    assert len(said) > 200 or shown == said
    assert len(whole.figures) <= 200


def test_what_was_read_is_known_before_the_rest_is() -> None:
    article = article_of([*LINES[:3], *(LINES[9:10] * 100), *LINES[1:3]])
    analysis = Analysis(article)
    for _step in range(4):
        analysis.step()
    early = analysis.brief()
    assert {state.code for state in early.states} == {"NO", "SE", "DK", "FI"}
    assert any(figure.value == 11000 for figure in early.figures)
    assert all(figure.span and figure.span.end <= analysis.reached for figure in early.figures)
    assert 0 < analysis.reached < len(article.text)
