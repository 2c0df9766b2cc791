"""Numbers that are taken for figures at once are those that the rules would take for them, too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis import _not_figures, figures
from briefing.languages.load import CODES, language_of

_CASES = Path(__file__).parents[1] / "cases"
_TEXTS = [
    (case["text"], case["language"])
    for name in ("figures", "counted")
    for case in yaml.safe_load((_CASES / f"{name}.yaml").read_text("utf-8"))
]
_AROUND = ("die", "the", "some", "room", "May", "it is", "one in", "von 9 bis", "the Falcon", "7")


def _by_rules(text: str, language: str | None) -> Any:
    """The figures where nothing is taken for one at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_not_figures, "counts_plainly", lambda *_given: False)
        return figures.in_order(text, language)


def test_nothing_is_a_figure_at_once_that_a_rule_takes_for_none() -> None:
    different = [
        text for text, lang in _TEXTS if figures.in_order(text, lang) != _by_rules(text, lang)
    ]
    assert not different


@given(
    st.sampled_from(CODES),
    st.sampled_from(("2", "12", "94", "450", "1.200", "1,200", "2014", "10117", "5 %", "€5.1")),
    st.data(),
)
def test_nor_with_words_of_its_language_on_both_sides(
    language: str, digits: str, data: st.DataObject
) -> None:
    own = language_of(language)
    names, times = own.names, own.times
    before = st.sampled_from((*_AROUND, *names.labels, *times.clock_says, *times.months))
    behind = (*times.time_after, *times.hours, *times.ages, *times.old, *names.eras, *names.streets)
    some = ("ships", "Schiffe", "navi", "bateaux", "barcos", "schepen", "charged patients")
    noun = st.sampled_from((*behind, *some))
    said = f"Da {data.draw(before)} {digits} {data.draw(noun)} {data.draw(noun)}.".replace("*", "")
    assert figures.in_order(said, language) == _by_rules(said, language)
