"""Two wordings are the same or not: what a careful reader would call a change of the words."""

from __future__ import annotations

import pytest

from briefing.text.same_words import same_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“He said”", '"he  said"'),
        ("« mot »", "“mot”"),
        ("office", "oﬃce"),
        ("Ｆｕｌｌ width", "full width"),
        ("a – b", "a—b"),
        ("−5 °C", "-5 °C"),
        ("2019–2020", "2019 - 2020"),
        ("well-being", "well being"),
        ("14 000 men", "14\u202f000 men"),
        ("14 000 men", "14000 men"),
        ("50 %", "50%"),
        ("govern- ment", "government"),
        ("govern\u00adment", "govern\u200bment"),
        ("déjà", "de\u0301ja\u0300"),
        ("it’s", "it's"),
        ("wait…", "wait..."),
        ("2½", "2 1/2"),
        ("one\ntwo", "one two"),
        ("这是", "这 是"),
    ],
)
def test_typesetting_is_no_change(one: str, other: str) -> None:
    assert same_words(one, other)
    assert same_words(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("over 350 private", "over 30 private"),
        ("-5 °C", "5 °C"),
        ("10²", "102"),
        ("3, 500", "3,500"),
        ("1.5", "1,5"),
        ("2½", "21/2"),
        ("5′", "5″"),
        ("2019–2020", "2019 2020"),
        ("not here", "here"),
        ("it's", "its"),
        ("re-sign", "resign"),
        ("péché", "pêche"),
        ("a. B", "a, B"),
        ("", "words"),
    ],
)
def test_other_words_and_figures_are(one: str, other: str) -> None:
    assert not same_words(one, other)
    assert not same_words(other, one)


def test_a_dash_of_a_sentence_may_be_set_close_to_a_number() -> None:
    assert same_words("by 2030 – just", "by 2030—just")
    assert not same_words("10–12 men", "1012 men")
