"""A highlight of repeated words goes to the right ones, or says that it is unsure."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.anchoring.neighbours import Lead, choose
from briefing.model.span import Span


def at(*starts: int) -> tuple[Span, ...]:
    return tuple(Span(start, start + 5) for start in starts)


def test_a_repeated_passage_lies_between_its_neighbours() -> None:
    leads = [Lead(at(100), (1.0,)), Lead(at(50, 150, 250), (2.0,)), Lead(at(200), (3.0,))]
    assert choose(leads) == [Span(100, 105), Span(150, 155), Span(200, 205)]


def test_without_an_order_nothing_is_guessed() -> None:
    assert choose([Lead(at(100)), Lead(at(50, 150)), Lead(at(200))])[1] is None


def test_its_chapter_is_enough() -> None:
    assert choose([Lead(at(50, 150), within=Span(120, 300))]) == [Span(150, 155)]


def test_a_chapter_that_does_not_have_the_words_says_nothing() -> None:
    assert choose([Lead(at(50, 150), within=Span(500, 600))]) == [None]


def test_as_many_highlights_as_copies_go_one_to_each() -> None:
    leads = [Lead(at(50, 150), (9.0,)), Lead(at(50, 150), (4.0,))]
    assert choose(leads) == [Span(150, 155), Span(50, 55)]


def test_fewer_highlights_than_copies_stay_uncertain() -> None:
    leads = [Lead(at(50, 150, 250), (4.0,)), Lead(at(50, 150, 250), (9.0,))]
    assert choose(leads) == [None, None]


def test_a_neighbour_that_contradicts_the_others_is_not_believed() -> None:
    leads = [
        Lead(at(10), (1.0,)),
        Lead(at(900), (2.0,)),
        Lead(at(50, 150), (3.0,)),
        Lead(at(100), (4.0,)),
        Lead(at(200), (5.0,)),
    ]
    assert choose(leads)[2] == Span(50, 55)


@given(st.lists(st.tuples(st.integers(0, 10**6), st.booleans()), min_size=1, max_size=30))
def test_what_is_chosen_is_always_one_of_the_places(items: list[tuple[int, bool]]) -> None:
    leads = [
        Lead(at(start, *([start + 10] if is_double else [])), (float(index),))
        for index, (start, is_double) in enumerate(items)
    ]
    for lead, place in zip(leads, choose(leads), strict=True):
        assert place is None or place in lead.places
        assert place is not None or len(lead.places) > 1
