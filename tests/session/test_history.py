"""Back and forward lead where a reader was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.span import Place
from briefing.session.history import History

HOME, ONE, TWO = Place(0, 0), Place(0, 10), Place(3, 5)


def test_back_and_forward_lead_through_the_jumps() -> None:
    history: History[Place] = History()
    history.leave(HOME)
    history.leave(ONE)
    assert history.back(TWO) == ONE
    assert history.back(ONE) == HOME
    assert history.back(HOME) is None
    assert history.forward(HOME) == ONE
    assert history.forward(ONE) == TWO
    assert history.forward(TWO) is None


def test_a_new_jump_forgets_what_lay_forward() -> None:
    history: History[Place] = History()
    history.leave(HOME)
    history.back(ONE)
    history.leave(TWO)
    assert history.forward(TWO) is None
    assert history.back(ONE) == TWO


def test_two_jumps_from_one_place_take_one_step_back() -> None:
    history: History[Place] = History()
    history.leave(HOME)
    history.leave(HOME)
    assert history.back(ONE) == HOME
    assert history.back(HOME) is None


@given(st.lists(st.integers(0, 5), max_size=300))
def test_back_to_the_start_and_forward_again_ends_where_it_began(offsets: list[int]) -> None:
    history: History[Place] = History()
    here = Place(9, 9)
    for offset in offsets:
        history.leave(Place(0, offset))
    end, steps = here, 0
    while (before := history.back(here)) is not None:
        here, steps = before, steps + 1
    assert steps <= 200
    while (after := history.forward(here)) is not None:
        here = after
    assert here == end
