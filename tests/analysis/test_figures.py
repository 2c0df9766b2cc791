"""Which numbers of a text a reader is shown as figures, and how exact they are said to be."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis import figures, key_figures
from briefing.model.article import Section
from briefing.model.span import Span

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "figures.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_figures_are_read_as_the_language_means_them(case: dict[str, Any]) -> None:
    found = figures.in_order(case["text"], case["language"])
    told = [
        [
            f"10^{len(str(figure.magnitude)) - 1}" if figure.value is None else float(figure.value),
            figure.qualifier.value if figure.qualifier else None,
            figure.unit,
            *([] if figure.upper is None else [float(figure.upper)]),
        ]
        for figure in found
    ]
    wanted = [
        [v if isinstance(v, str) else float(v), q, u, *map(float, upper)]
        for v, q, u, *upper in case["figures"]
    ]
    assert told == wanted


@given(st.text(alphabet="19.,- %€maldiotre\n'(:°"), st.sampled_from(["it", "en", "fr", None]))
def test_any_text_gives_figures_at_their_passages(text: str, language: str | None) -> None:
    found = figures.in_order(text, language)
    for figure in found:
        assert figure.span is not None
        assert figure.span.of(text) == figure.text
        assert figure.auto
    starts = [figure.span for figure in found if figure.span]
    assert all(one.end <= two.start for one, two in pairwise(starts))


def test_endless_digits_are_no_figure() -> None:
    assert figures.in_order("9" * 10_000 + " razzi", "it") == ()


def test_title_and_lead_come_first() -> None:
    text = "Costa 5 euro\nLead con 20 navi.\nTitolo\nPoi 3.000.000 litri e 30 navi."
    sections = (Section(None, 0, Span(13, 30)), Section("Titolo", 2, Span(31, 68)))
    order = [figure.value for figure in key_figures.find(text, "it", sections)]
    assert order == [5, 20, 3000000, 30]


def test_a_fact_keeps_its_places_among_more_figures_than_a_brief_holds() -> None:
    others = [f"Item {at}: at least {at}{at:03},{at:03} euros were paid." for at in range(100, 999)]
    lines = ["A storm killed 37 people.", *others[:450], "Of the 37 people, many fell."]
    text = "\n".join([*lines, *others[450:], "The 37 people were buried."])
    end = len(lines[0])
    sections = (Section(None, 0, Span(0, end)), Section("Rest", 2, Span(end + 1, len(text))))
    found = key_figures.find(text, "en", sections)
    (storm,) = [figure for figure in found if figure.value == 37]
    assert len(storm.passages) == 3
    assert len(found) <= key_figures.MOST
