"""In German a changed name weighs more than another noun, though both have a capital."""

from __future__ import annotations

import pytest

from briefing.analysis.capitals import UNREAD, read_capitals
from briefing.analysis.weighing import weigh
from briefing.model.change import Weighs

TEXT = (
    "Der Rat tagt in Lindau. Helfer kamen aus Lindau, und die Helfer blieben. Petra Lohmann sprach "
    "für die Nordwerk Energie; sagt Lohmann, der Damm halte. Alle loben Lindau."
)


@pytest.mark.parametrize(
    ("old", "new", "before"),
    [
        ("Flut", "Welle", "kam die "),
        ("Damm", "Deich", "Das ist der neue "),
        ("Risse", "Löcher", "Sie fanden 85 "),
        ("Regierung", "Verwaltung", "Das prüft auch "),
        ("Helfer", "Ratsherren", "Gestern kamen "),
    ],
)
def test_a_noun_is_no_name(old: str, new: str, before: str) -> None:
    known = read_capitals(TEXT + " Die Ratsherren gingen.", "de")
    assert weigh(old, new, "de", before=before, known=known) is Weighs.WORDS


@pytest.mark.parametrize(
    ("old", "new", "before"),
    [
        ("Lindau", "Bregenz", "kamen aus "),
        ("Lohmann", "Lehmann", "sagt "),
        ("Iran", "Irak", "Das will der "),
        ("CDU", "SPD", "Das will die "),
        ("Trump-Anhänger", "Biden-Anhänger", "Das will ein "),
    ],
)
def test_a_name_stays_one_also_behind_an_article(old: str, new: str, before: str) -> None:
    known = read_capitals(TEXT + " Trump kam. Trump ging. Trump rief. Trump schlief.", "de")
    assert weigh(old, new, "de", before=before, known=known) is Weighs.NAME


def test_where_nouns_have_no_capital_nothing_is_read() -> None:
    assert read_capitals("The Council met. The Council left.", "en") is UNREAD
    assert weigh("Council", "Senate", "en", before="the ") is Weighs.NAME
