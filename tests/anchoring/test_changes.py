"""What differs between two texts is told by words, rows and passages, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.anchoring.changes import changes
from briefing.anchoring.changes_near import changes_near
from briefing.model.span import Span
from tests.anchoring.reorderings import cases


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    return [(change.kind.value, change.old, change.new) for change in changes(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("over 350 firms met", "over 30 firms met", [("replaced", "350", "30")]),
        ("It was 1.5 per cent.", "It was 1,5 per cent.", [("replaced", "1.5", "1,5")]),
        ("It sent 14.000 men.", "It sent 15.000 men.", [("replaced", "14.000", "15.000")]),
        ("It grew by 3.2 per cent.", "It grew by 2.3 per cent.", [("replaced", "3.2", "2.3")]),
        ("3,2", "2,3", [("replaced", "3,2", "2,3")]),
        ("on 12/03/2020", "on 03/12/2020", [("replaced", "12/03/2020", "03/12/2020")]),
        ("It was -5 degrees.", "It was 5 degrees.", [("replaced", "was -5", "was 5")]),
        ("共有二十九人。", "共有二十八人。", [("replaced", "二十九", "二十八")]),
        ("He did not go.", "He did go.", [("removed", "not", "")]),
        ("et au plus 3 %", "et jusqu'au 3 %", [("replaced", "au plus", "jusqu'au")]),
        ("One came.", "One came. Two left.", [("added", "", "Two left.")]),
        ("He said “yes” — twice.", 'He  said "yes" - twice.', []),
        ("The office opened.\nRain fell.", "The oﬃce opened. Rain fell.", []),
        (
            "T\nA\t1\tyes\nB\t2\tno\nC\t3\tyes",
            "T\nA\t1\tyes\nB\t4\tno\nD\t9\tno\nC\t3\tyes",
            [("replaced", "2", "4"), ("added", "", "D\t9\tno")],
        ),
        (
            "Who came\nAnna (no answer)\nBert (no answer)\nCleo (yes)",
            "Who came\nAnna (no answer)\nCleo (yes)",
            [("removed", "Bert (no answer)", "")],
        ),
        (
            "T\nState\tCases\nA\t12\nB\t34\nC\t56\nD\t78",
            "T\nState\tCases\nD\t78\nC\t57\nA\t12\nB\t34",
            [("moved", "D\t78", "D\t78"), ("moved", "C\t56", "C\t57"), ("replaced", "56", "57")],
        ),
        (
            "Births\nAnna\t45\nCleo\t77\nA word.\nDeaths\nDora\t80\nEmil\t90",
            "Births\nCleo\t77\nA word.\nDeaths\nDora\t80\nAnna\t51\nEmil\t90",
            [("removed", "Anna\t45", ""), ("added", "", "Anna\t51")],
        ),
        (
            "In all\n• Ann (9 boats)\n• Bea (3 boats)\n• Cy (5 boats)\n• Di (8 boats)",
            "In all\n• Di (8 boats)\n• Bea (4 boats)\n• Ann (9 boats)\n• Cy (5 boats)",
            [
                ("moved", "Di (8 boats)", "Di (8 boats)"),
                ("moved", "Bea (3 boats)", "Bea (4 boats)"),
                ("replaced", "3", "4"),
            ],
        ),
    ],
)
def test_each_change_is_told_with_its_words(
    old: str, new: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(old, new) == expected


def test_a_passage_that_moved_is_told_as_moved_and_what_changed_in_it_besides() -> None:
    alpha, wheat = "Alpha met on Monday in the old town hall.", "Wheat fell by a tenth in spring."
    found = told(f"T\n{alpha}\n{wheat}", f"T\n{wheat.replace('tenth', 'fifth')}\n{alpha}")
    assert sorted(kind for kind, _old, _new in found) == ["moved", "replaced"]
    assert ("replaced", "tenth", "fifth") in found


def test_units_that_change_places_change_no_words() -> None:
    for case in cases(400, seed=5):
        if sorted(case.old.split("\n")) == sorted(case.new.split("\n")):
            kinds = {kind for kind, _old, _new in told(case.old, case.new)}
            assert kinds <= {"moved"}


WORDS = st.lists(
    st.sampled_from(("a", "b", "c", "d", "1", "2", "not\n", "x.", "y")), max_size=30
).map(" ".join)


@given(WORDS, WORDS)
def test_spans_hold_the_words_that_are_told(old: str, new: str) -> None:
    for change in changes(old, new):
        assert change.old_span.of(old) == change.old
        assert change.span.of(new) == change.new
    assert changes(new, new) == []


@pytest.mark.parametrize(
    ("old", "new", "was", "now"),
    [
        ("It is 0,1 %.\nIn the", "It is 0,1 ‰.\nIn the", "0,1 %", "0,1 ‰"),
        ("rose 5 % here", "rose 5 ‰ there", "5 % here", "5 ‰ there"),
        ("fell −5 now", "rose 5 now", "fell −5", "rose 5"),
        ("It is 5 %", "It is 5 ‰", "5 %", "5 ‰"),
    ],
)
def test_a_number_with_another_mark_is_told_wherever_it_stands(
    old: str, new: str, was: str, now: str
) -> None:
    assert [(change.old, change.new) for change in changes(old, new)] == [(was, now)]


@pytest.mark.parametrize("gap", ["", "\u2009", "\u00a0", "\u202f\u200b"])
def test_a_mark_set_closer_is_no_change(gap: str) -> None:
    assert changes("It is 5 % now (1,8 %).", f"It is 5{gap}% now (1,8{gap}%).") == []


def test_what_changed_near_a_place_is_told_without_the_rest() -> None:
    old = "\n".join(f"Line {number} says {number * 7} of the tale." for number in range(4000))
    new = old.replace("says 14000 ", "says 14001 ").replace("says 70 ", "says 71 ")
    new = new.replace("Line 5 ", "Before it all, line 5 ")
    at = new.index("14001")
    [change] = changes_near(old, new, Span(at - 300, at + 300))
    assert (change.old, change.new) == ("14000", "14001")
    assert change.span.of(new) == "14001"
    assert change.old_span.of(old) == "14000"
    assert set(changes_near(old, new, Span(0, 100))) <= set(changes(old, new))


def test_nothing_is_told_near_a_place_that_nothing_holds() -> None:
    assert changes_near("a b c\n" * 3000, "d e f\n" * 3000, Span(9000, 9100)) == []
