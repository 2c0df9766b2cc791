"""How figures are written for a reader of the article's language."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis import figures, numbers
from briefing.model.figure import Figure, Qualifier


@pytest.mark.parametrize(
    ("value", "language", "expected"),
    [
        (11000, "it", "11.000"),
        (11000, "en", "11,000"),
        (Decimal("7.30"), "it", "7,30"),
        (11000, None, "11\u202f000"),
        (Decimal("1234.5"), "xx-nothing", "1\u202f234.5"),
    ],
)
def test_separators_are_those_of_the_language(
    value: int | Decimal, language: str | None, expected: str
) -> None:
    assert numbers.written(value, language) == expected


def test_a_country_may_separate_otherwise_than_the_rest_of_its_language() -> None:
    # Releases of the data of languages differ in the sign.
    assert numbers.written(11000, "de-CH") in ("11’000", "11'000")


@pytest.mark.parametrize(
    ("magnitude", "language", "expected"),
    [
        (10**6, "it", "milioni"),
        (10**9, "de", "Milliarden"),
        (10**3, "fr", "milliers"),
        (10**6, None, "10⁶"),
        (10, "en", "dozens"),
        (10**4, "en", "tens of thousands"),
        (10**8, "en", "hundreds of millions"),
        (10**5, "fr", "centaines de milliers"),
        (10**5, "de", "Hunderttausende"),
        (10**8, "de", "Hunderte Millionen"),
        (10**7, "nl", "tientallen miljoenen"),
        (10**4, "it", "decine di migliaia"),
        (10**5, "es", "cientos de miles"),
        (10**8, "pt", "centenas de milhões"),
    ],
)
def test_an_order_of_magnitude_has_a_word(
    magnitude: int, language: str | None, expected: str
) -> None:
    assert numbers.order_of_magnitude(magnitude, language) == expected


@pytest.mark.parametrize(
    ("value", "magnitude", "qualifier", "unit", "language", "expected"),
    [
        (11000, None, Qualifier.OVER, "soldati", "it", "oltre 11.000 soldati"),
        (9_000_000, None, Qualifier.UP_TO, "granate", "it", "fino a 9 milioni di granate"),
        (None, 1_000_000, None, "munizioni", "it", "milioni di munizioni"),
        (None, 1_000_000, None, "obus", "fr", "millions d’obus"),
        (100, None, Qualifier.AT_LEAST, None, "de", "mindestens 100"),
        (Decimal("2.5"), None, None, "%", "de", "2,5\u00a0%"),
        (7_300_000_000, None, None, "$", "en", "$7.3 billion"),
        (1_730_000_000, None, None, "$", "en", "$1.73 billion"),
        (1_734_000_000, None, None, "$", "en", "$1,734,000,000"),
        (4_000_000_000, None, None, "R", "en", "R4 billion"),
        (5_000_000, None, None, "US$", "en", "US$5 million"),
        (4_000_000_000, None, None, "R$", "pt", "R$\u00a04 bilhões"),
        (7_000_000, None, None, "FCFA", "fr", "7 millions\u00a0FCFA"),
        (25 * 10**49, None, None, "$", "en", "$2.5 × 10⁵⁰"),
        (10**80, None, None, "Atome", "de", "1 × 10⁸⁰ Atome"),
        (10**99, None, Qualifier.ABOUT, "x", None, "≈ 1 × 10⁹⁹ x"),
        (5, None, Qualifier.ABOUT, "x", "pl", "≈ 5 x"),
    ],
)
def test_a_figure_reads_as_the_language_says_it(
    value: int | Decimal | None,
    magnitude: int | None,
    qualifier: Qualifier | None,
    unit: str | None,
    language: str,
    expected: str,
) -> None:
    figure = Figure(value, magnitude, qualifier, unit, None, None, "")
    assert numbers.phrase(figure, language) == expected


@pytest.mark.parametrize(
    ("figure", "language", "expected"),
    [
        (
            Figure(300, None, Qualifier.AT_LEAST, "mensen", None, None, ""),
            "nl",
            "minstens 300 mensen",
        ),
        (Figure(None, 100, None, "soldados", None, None, ""), "pt", "centenas de soldados"),
        (Figure(None, 1000, None, "betogers", None, None, ""), "nl", "duizenden betogers"),
        (Figure(5, None, Qualifier.OVER, "%", None, None, ""), "pt", "mais de 5%"),
        (Figure(2_000_000, None, None, "reais", None, None, ""), "pt", "2 milhões de reais"),
    ],
)
def test_dutch_and_portuguese_are_shown_in_words(
    figure: Figure, language: str, expected: str
) -> None:
    assert numbers.phrase(figure, language) == expected


NOUNS = {
    "de": "Boote",
    "en": "boats",
    "es": "barcos",
    "fr": "bateaux",
    "it": "barche",
    "nl": "boten",
    "pt": "barcos",
}


@given(st.sampled_from([*NOUNS]), st.integers(1, 99_999), st.integers(0, 10))
def test_a_number_in_scale_words_says_all_of_its_value(
    language: str, digits: int, noughts: int
) -> None:
    value = digits * 10**noughts
    text = f"x {numbers.amount(value, language)} {NOUNS[language]}"
    assert [figure.value for figure in figures.in_order(text, language)] == [value]
