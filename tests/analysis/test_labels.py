"""What a figure is said to mean: words of its own clause, or nothing."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis import figures
from briefing.analysis._noun_phrases import LONGEST
from briefing.analysis.labels import Labels

FOLDER = Path(__file__).parents[1] / "cases"
CASES = yaml.safe_load((FOLDER / "labels.yaml").read_text("utf-8"))
COUNTED = yaml.safe_load((FOLDER / "counted.yaml").read_text("utf-8"))
LANGUAGES = sorted({case["language"] for case in COUNTED})


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_a_label_is_what_the_clause_says_is_counted(case: dict[str, Any]) -> None:
    labels = Labels(case["text"], case["language"])
    found = [labels.of(figure) for figure in figures.in_order(case["text"], case["language"])]
    assert found == case["labels"]


@pytest.mark.parametrize("case", COUNTED, ids=[case["text"][:40] for case in COUNTED])
def test_of_what_is_counted_a_row_tells_what_it_is_or_does(case: dict[str, Any]) -> None:
    labels = Labels(case["text"], case["language"])
    found = map(labels.labelled, figures.in_order(case["text"], case["language"]))
    assert [labels.told(figure).label for figure in found] == case["labels"]


@given(
    st.lists(
        st.sampled_from(("The", "toll", "rose", "to", "of", "1,200", "5", "%", "people", ",", "(")),
        max_size=24,
    )
)
def test_a_label_is_made_of_words_of_the_text_and_short(words: list[str]) -> None:
    text = " ".join(words)
    labels = Labels(text, "en")
    for figure in figures.in_order(text, "en"):
        label = labels.of(figure)
        assert label is None or 0 < len(label) <= LONGEST
        assert all(part in text for part in (label or "").split(" … "))


@given(st.sampled_from(LANGUAGES), st.data())
def test_so_is_what_is_said_of_what_is_counted_in_every_language(
    language: str, data: st.DataObject
) -> None:
    said = [case["text"].split() for case in COUNTED if case["language"] == language]
    pieces = data.draw(st.lists(st.sampled_from(said), min_size=1, max_size=3))
    words = [word for piece in pieces for word in piece]
    text = " ".join(data.draw(st.lists(st.sampled_from([*words, "(", ",", "🙂"]), max_size=24)))
    labels = Labels(text, language)
    for figure in figures.in_order(text, language):
        label = labels.told(figure).label
        if label is not None:
            assert 0 < len(label) <= LONGEST
            assert all(part and part in text for part in label.split(" … "))


def test_where_no_label_is_sure_a_piece_of_the_clause_stands_instead() -> None:
    text = "Then he paid $5 million yesterday. Nobody saw 300 ships."
    labels = Labels(text, "en")
    money, ships = map(labels.labelled, figures.in_order(text, "en"))
    assert (money.label, money.snippet) == (None, "… Then he paid $5 million yesterday …")
    assert (ships.label, ships.snippet) == (None, None)


def test_a_cell_left_of_its_column_is_of_the_first_one() -> None:
    text = "      Boats   Crew\n      -----   ----\n£740  £90        £5\n"
    labels = Labels(text, "en")
    assert labels.of(next(f for f in figures.in_order(text, "en") if f.value == 740)) == "Boats"


_YEARS = [
    ("\t2019\t2021\t2023\nBoats\t410\t655\t290\n", "Boats, 2021"),
    ("Kind\t2023\t2022\nBoats\t410\t655\n", "Boats, 2022"),
    ("Year\tBoats\n2019\t410\n2021\t655\n", "Boats, 2021"),
    ("\tQ3 2025\tQ3 2026\nBoats\t410\t655\n", "Boats, Q3 2026"),
    ("Founded\t1998\nBoats\t655\n", "Boats"),
]


@pytest.mark.parametrize(("text", "label"), _YEARS)
def test_the_year_at_the_head_of_a_row_or_column_belongs_to_the_label(
    text: str, label: str
) -> None:
    labels = Labels(text, "en")
    found = next(figure for figure in figures.in_order(text, "en") if figure.value == 655)
    assert labels.of(found) == label


def test_a_long_head_is_cut_before_its_year() -> None:
    text = f"\t2019\t2021\n{'boats of the harbour ' * 4}\t410\t655\n"
    label = Labels(text, "en").of(next(iter(figures.in_order(text, "en"))))
    assert label is not None
    assert label.endswith(", 2019")
    assert len(label) <= LONGEST


def test_two_spaces_behind_a_sentence_make_no_row_above_a_table() -> None:
    text = "Prices rose.  Exports fell.\n    Wheat      11,000\n    Barley      3,000\n"
    labels = Labels(text, "en")
    assert [labels.of(figure) for figure in figures.in_order(text, "en")] == ["Wheat", "Barley"]


def test_a_table_right_below_one_of_other_columns_has_its_own_heads() -> None:
    text = "Day\tHigh\tLow\tWind\nMonday\t$11\t$16\tW 4\nTown\tGuests\nHull\t500\nYork\t300"
    labels = Labels(text, "en")
    found = {figure.text: labels.of(figure) for figure in figures.in_order(text, "en")}
    assert [found[each] for each in ("$11", "$16", "500", "300")] == [
        "Monday, High",
        "Monday, Low",
        "Hull, Guests",
        "York, Guests",
    ]
