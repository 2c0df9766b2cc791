"""Looking only at rows that share something finds the same facts, and compares far fewer."""

from __future__ import annotations

import random
from collections.abc import Sequence
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis import figures
from briefing.analysis._alike import Alike
from briefing.analysis._figure_words import figure_words
from briefing.analysis._same_fact import is_same
from briefing.analysis._unit_kinds import UnitKinds
from briefing.analysis.facts import together
from briefing.analysis.labels import Labels
from briefing.model.figure import Figure, Qualifier
from briefing.model.span import Span

KINDS = UnitKinds(figure_words("en"))

UNITS = (
    *(None, "%", "$", "dollars", "euros", "years", "km", "percentage points", "people", "dead"),
    *("victims", "men", "wounded", "ships", "large ships", "ships of war", "miners", "day"),
)
LABELS = (None, None, "prices", "prices of bread", "the harbour", "taxes", "ships of war")
VALUES = (2, 12, 30, 2_000, 18_600, 5_000_000, None)


@st.composite
def stated(draw: st.DrawFn) -> list[Figure]:
    """Figures of one value, in any order, as they may stand in one text."""
    value = draw(st.sampled_from(VALUES))
    found = []
    for at in draw(st.lists(st.integers(0, 90), max_size=12, unique=True)):
        unit, label = draw(st.sampled_from(UNITS)), draw(st.sampled_from(LABELS))
        qualifier = draw(st.sampled_from((None, None, *Qualifier)))
        span = Span(at * 97, at * 97 + 5)
        magnitude = 1_000 if value is None else None
        found.append(Figure(value, magnitude, qualifier, unit, label, span, "2", auto=True))
    return found


@given(stated())
def test_no_row_is_overlooked(found: Sequence[Figure]) -> None:
    def every(alike: Alike, _figure: Figure) -> range:
        return range(alike.count)

    with patch.object(Alike, "numbers", every):
        compared_with_all = together(found, KINDS)
    assert together(found, KINDS) == compared_with_all


SENTENCES = (
    "The {} of {} rose by 2 percent.",
    "They {} the {} and two of them were there.",
    "The {} had two {}s.",
    "There came thousands of {}s for the {}.",
    "The {} had 17 {}s.",
    "It was so in {} ({}; 30%), said all of the others who came there in the evening.",
)


def test_comparisons_grow_with_the_figures_and_not_with_their_square() -> None:
    for sentence in SENTENCES:
        few, many = _comparisons(sentence, 60), _comparisons(sentence, 360)
        assert many <= 8 * few
        assert many <= 12 * 360


def _comparisons(sentence: str, count: int) -> int:
    """How many figures are compared in a text of so many sentences of other words."""
    chance = random.Random(count)

    def word() -> str:
        return "".join(chance.choice("bdfglmnprst") + chance.choice("aeiou") for _ in range(4))

    text = " ".join(sentence.format(word(), word()) for _ in range(count))
    labels = Labels(text, "en")
    found = [labels.labelled(figure) for figure in figures.in_order(text, "en")]
    assert len(found) == count
    with patch("briefing.analysis.facts.is_same", wraps=is_same) as compared:
        together(found, KINDS)
    return compared.call_count
