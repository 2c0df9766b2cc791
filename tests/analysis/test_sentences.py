"""What a reader selects with one key: a sentence, never a piece of one."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis import sentences
from briefing.model.span import Span

CASES = Path(__file__).parents[1] / "cases"
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("case", yaml.safe_load((CASES / "sentences.yaml").read_text("utf-8")))
def test_abbreviations_numbers_and_quotes_do_not_cut_a_sentence(case: dict[str, Any]) -> None:
    text = case.get("joined_by", " ").join(case["sentences"])
    assert [span.of(text) for span in sentences.split(text, case["language"])] == case["sentences"]


def test_the_first_article_is_cut_as_a_person_would() -> None:
    text = (ROOT / "seeds/000_c8ee5dd8522bf747.txt").read_text("utf-8")
    truth = yaml.safe_load((CASES / "first_article.yaml").read_text("utf-8"))
    assert [span.of(text) for span in sentences.split(text, "it")] == truth["sentences"]


def test_a_part_of_a_long_text_is_cut_without_reading_the_rest() -> None:
    text = "First. Second one. Third."
    assert sentences.split(text, "en", Span(7, 18)) == [Span(7, 18)]


@given(st.text(alphabet="aB1.!?… \n\"'»)é"), st.sampled_from(["it", "de", None]))
def test_no_character_is_lost_between_sentences(text: str, language: str | None) -> None:
    spans = sentences.split(text, language)
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())
    assert all("\n" not in span.of(text) and span.of(text).strip() for span in spans)
    assert spans == sorted(spans)
