"""What a reader is told about sums and counts; a false alarm is worse than none."""

from decimal import Decimal

import pytest

from briefing.analysis import checks
from briefing.model.figure import CheckKind, Figure, Qualifier
from briefing.model.front_matter import CountEntry, RestatementEntry, SumEntry
from briefing.model.state_list import ItemList, ListItem


def figure(
    text: str,
    value: int | Decimal | None,
    qualifier: Qualifier | None = None,
    unit: str | None = "soldati",
    magnitude: int | None = None,
) -> Figure:
    return Figure(value, magnitude, qualifier, unit, None, None, text)


TOTAL = figure("14.000 soldati", 14000)
OVER = figure("oltre 11.000 soldati", 11000, Qualifier.OVER)
MORE = figure("altri 3.000 soldati", 3000, Qualifier.ADDITIONAL)
STATES = ItemList(
    "Stati membri", "states", 2, (ListItem("Italia", "IT", None), ListItem("Francia", "FR", None))
)
TWO = figure("2 paesi", 2, unit="paesi")


def test_a_sum_carries_its_qualifier_and_says_what_the_claim_drops() -> None:
    entry = SumEntry(("oltre 11.000 soldati", "altri 3.000 soldati"), "14.000 soldati")
    (check,) = checks.recompute([entry], [OVER, MORE, TOTAL], [], "it")
    assert (check.kind, check.holds, check.of, check.equals) == (CheckKind.SUM, True, (0, 1), 2)
    assert check.remark is not None
    assert "oltre 14.000 soldati" in check.remark


@pytest.mark.parametrize(
    ("parts", "claim", "holds"),
    [
        ([figure("a", 5), figure("b", 3)], figure("c", 8), True),
        ([figure("a", 5), figure("b", 3)], figure("c", 9), False),
        ([OVER, MORE], figure("c", 15000), True),
        ([OVER, MORE], figure("c", 13000), False),
        ([figure("a", 5, Qualifier.UP_TO), figure("b", 3)], figure("c", 9), False),
        ([figure("a", 5, Qualifier.ABOUT), figure("b", 3)], figure("c", 8), True),
        ([figure("a", 11234), figure("b", 2801)], figure("c", 14000), True),
        ([figure("a", None, magnitude=1000), figure("b", 3)], figure("c", 9), True),
        ([figure("a", Decimal("1.5")), figure("b", Decimal("2.5"))], figure("c", 4), True),
    ],
)
def test_only_a_contradiction_fails(parts: list[Figure], claim: Figure, holds: bool) -> None:
    assert checks.total([0, 1], 2, [*parts, claim]).holds is holds


def test_a_plain_sum_needs_no_remark() -> None:
    assert checks.total([0, 1], 2, [figure("a", 5), figure("b", 3), figure("c", 8)]).remark is None


def test_every_list_that_announces_its_length_is_counted() -> None:
    (check,) = checks.recompute([], [TOTAL, TWO], [STATES], "it")
    assert (check.kind, check.holds, check.equals, check.list_index) == (
        CheckKind.COUNT,
        True,
        1,
        0,
    )


def test_a_list_that_is_too_short_is_a_contradiction() -> None:
    three = figure("3 paesi", 3, unit="paesi")
    (check,) = checks.recompute([CountEntry("Stati membri", "3 paesi")], [three], [STATES], "it")
    assert not check.holds
    assert check.remark is not None


def test_a_title_that_drops_at_least_holds_with_a_remark() -> None:
    body = figure("almeno 100 missili", 100, Qualifier.AT_LEAST)
    claim = figure("100 razzi", 100)
    entry = RestatementEntry("almeno 100 missili", "100 razzi")
    (check,) = checks.recompute([entry], [body, claim], [], "it")
    assert check.holds
    assert check.remark is not None
    assert "almeno" in check.remark


def test_a_check_of_an_unknown_figure_is_named_not_guessed() -> None:
    entry = SumEntry(("nowhere",), "14.000 soldati", line_number=7)
    assert checks.recompute([entry], [TOTAL], []) == ()
    (fault,) = checks.unresolved([entry], [TOTAL], [])
    assert "nowhere" in str(fault)
    assert fault.where == "7"
