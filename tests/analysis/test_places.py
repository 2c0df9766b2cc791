"""The states a reader sees listed, and the wrong ones a reader must never see."""

import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.model.span import Span
from tests.analysis.all_states import find_states

CASES = Path(__file__).parents[1] / "cases"
SEED = Path(__file__).parents[2] / "seeds/000_c8ee5dd8522bf747.txt"


@pytest.mark.parametrize("case", yaml.safe_load((CASES / "places.yaml").read_text("utf-8")))
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_states_are_named_and_traps_are_not(case: dict[str, Any], form: Any) -> None:
    found = find_states(unicodedata.normalize(form, case["text"]), case["language"])
    assert [state.code for state in found if state.mentions] == case["states"]
    assert [state.code for state in found if not state.mentions] == case.get("other", [])


def test_every_mention_in_the_first_article_is_found_and_no_other() -> None:
    text = SEED.read_text("utf-8")
    truth = yaml.safe_load((CASES / "first_article.yaml").read_text("utf-8"))
    found = find_states(text, "it")
    assert {state.code: state.name for state in found} == truth["states"]
    named = {(state.code, span) for state in found for span in state.mentions}
    other = {(state.code, span) for state in found for span in state.other_mentions}
    wanted = {
        (m["iso"], Span(m["start"], m["end"]), m["type"] == "name") for m in truth["mentions"]
    }
    assert named == {(code, span) for code, span, by_name in wanted if by_name}
    assert other == {(code, span) for code, span, by_name in wanted if not by_name}


def test_names_that_an_editor_adds_are_found_too() -> None:
    (state,) = find_states("Il Bel Paese vota.", "it", also={"IT": ["Bel Paese"]})
    assert (state.code, state.mentions) == ("IT", (Span(3, 12),))


def test_a_name_is_found_behind_words_that_hold_it() -> None:
    text = "The Romanesque church in Oman, seen by women of Oman and Omanis."
    [state] = find_states(text, "en")
    assert [span.of(text) for span in state.mentions] == ["Oman", "Oman"]
    assert [span.start for span in state.mentions] == [25, 48]


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("nl", "Nu telt Nederland 3,7 miljoen schapen.", ["NL"]),
        ("nl", "Nu telt Nederland 3 miljoen schapen.", ["NL"]),
        ("nl", "Dat was te zien op Nederland 3, om acht uur.", []),
        ("fr", "Selon lui, en France 24 % des ports sont fermés.", ["FR"]),
        ("fr", "Selon elle, la France 2,5 fois plus.", ["FR"]),
        ("fr", "Le journal de France 2 en a parlé.", []),
    ],
)
def test_a_decimal_or_scaled_number_behind_a_state_makes_no_channel(
    language: str, text: str, codes: list[str]
) -> None:
    found = find_states(text, language)
    assert [state.code for state in found if state.mentions] == codes
