"""Figures and checks in words, in the article's language, computed and never written by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.analysis import figures
from briefing.model.brief import Brief
from briefing.model.figure import Check, CheckKind, Figure, Qualifier
from briefing.model.state_list import ItemList, ListItem
from briefing.session.wording import check_words, figure_phrase


def figure(
    value: int | None, qualifier: Qualifier | None = None, magnitude: int | None = None
) -> Figure:
    return Figure(
        value=value,
        magnitude=magnitude,
        qualifier=qualifier,
        unit="soldati",
        label=None,
        span=None,
        text="",
    )


OVER, MORE, SUM = (
    figure(11_000, Qualifier.OVER),
    figure(3_000, Qualifier.ADDITIONAL),
    figure(14_000),
)
LIST = ItemList("Stati", "states", 3, tuple(ListItem(n, None, None) for n in "abc"))
BRIEF = Brief(figures=(OVER, MORE, SUM), lists=(LIST,))


@pytest.mark.parametrize(
    ("language", "expected"), [("it", "oltre 11.000 soldati"), ("en", "more than 11,000 soldati")]
)
def test_a_figure_is_written_as_its_language_writes_it(language: str, expected: str) -> None:
    assert figure_phrase(OVER, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Several hundred million dollars are missing.", "Several hundred million dollars"),
        ("en", "Thousands more were hurt.", "Thousands more"),
        ("de", "Es fehlen mehrere hundert Millionen Euro.", "mehrere hundert Millionen Euro"),
        ("es", "Cientos de miles de personas huyeron.", "Cientos de miles de personas"),
        ("fr", "Des dizaines de milliers d’arbres ont brûlé.", "dizaines de milliers d’arbres"),
        ("it", "Centinaia di milioni di euro mancano.", "Centinaia di milioni di euro"),
        ("nl", "Honderden miljoenen euro ontbreken.", "Honderden miljoenen euro"),
        ("pt", "Centenas de milhares de casas arderam.", "Centenas de milhares de casas"),
    ],
)
def test_an_order_of_magnitude_is_said_as_the_text_says_it(
    language: str, text: str, expected: str
) -> None:
    (found,) = figures.in_order(text, language)
    assert figure_phrase(found, language) == expected


def test_a_sum_shows_its_parts_and_a_sign_that_is_true() -> None:
    check = Check(CheckKind.SUM, True, (0, 1), 2, None, "remark")
    words = check_words(check, BRIEF, "it")
    assert words.formula == "oltre 11.000 soldati + altri 3.000 soldati = 14.000 soldati"
    assert (words.verdict, words.remark) == ("holds", "remark")
    failed = check_words(Check(CheckKind.SUM, False, (0, 1), 2, None, None), BRIEF, "it")
    assert "≠" in failed.formula
    assert (failed.verdict, failed.remark) == ("does not hold", "")


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        (Check(CheckKind.COUNT, True, (), None, 0, None), "Stati: 3 named = 3 said"),
        (Check(CheckKind.COUNT, False, (), 1, 0, None), "Stati: 3 named ≠ 3.000 said"),
        (
            Check(CheckKind.RESTATEMENT, True, (0,), 2, None, None),
            "oltre 11.000 soldati ≈ 14.000 soldati",
        ),
    ],
)
def test_counts_and_restatements_in_words(check: Check, expected: str) -> None:
    assert check_words(check, BRIEF, "it").formula == expected


def test_a_row_shows_what_its_title_drops() -> None:
    plain = replace(OVER, qualifier=None)
    check = Check(CheckKind.RESTATEMENT, True, (0,), 0, None, None, claim=plain)
    assert check_words(check, BRIEF, "it").formula == "oltre 11.000 soldati ≈ 11.000 soldati"
