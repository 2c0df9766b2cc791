"""A quote that is a figure alone says when the figure is another one, and never stands for it."""

from __future__ import annotations

import pytest

from briefing.anchoring.describe import describe
from briefing.anchoring.find import find_quote
from briefing.anchoring.resolve import resolve
from briefing.anchoring.track import track
from briefing.model.anchor import Match, MatchState
from briefing.model.span import Span

TEXT = "WHO met. The network, with {} private firms, gave support to trade. Rain fell all day."


def both_ways(old: str, new: str, quote: str) -> list[Match]:
    """The passage followed from its text, and found by its words alone."""
    start = old.index(quote)
    span = Span(start, start + len(quote))
    return [*track(old, new, [span]), resolve(describe(old, span), new)]


@pytest.mark.parametrize(
    ("was", "now"), [("350", "1,204"), ("350", "thirty"), ("3 May", "14 June"), ("$350", "$17")]
)
def test_a_figure_that_is_wholly_another_one_is_changed_where_it_stood(was: str, now: str) -> None:
    for match in both_ways(TEXT.format(was), TEXT.format(now), was):
        assert match.state is not MatchState.ORPHAN
        assert match.now == now


@pytest.mark.parametrize(
    ("old", "new", "quote", "now"),
    [
        ("It rose 5% in May.", "It rose 7.5% in May.", "5%", "7.5%"),
        ("It sent 14.000 men.", "It sent 114.000 men.", "14.000", "114.000"),
        ("of 30 firms met", "of 30,5 firms met", "30", "30,5"),
        ("fell by 5 in May", "fell by -5 in May", "5", "-5"),
        ("It rose 5% in May.", "It rose 5 ‰ in May.", "5", "5 ‰"),
    ],
)
def test_a_part_of_another_number_is_no_quotation(old: str, new: str, quote: str, now: str) -> None:
    for match in both_ways(old, new, quote):
        assert match.changed
        assert match.now == now


def test_a_part_of_the_same_number_stays_one() -> None:
    for match in both_ways("It sent 14.000 men off.", "It sent 14.000 men in.", "000"):
        assert not match.changed


def test_a_figure_whose_surroundings_are_gone_too_is_lost() -> None:
    old, new = TEXT.format("350"), "WHO met. Rain fell all day, and 17 people went home early."
    assert all(match.state is MatchState.ORPHAN for match in both_ways(old, new, "350"))


def test_a_whole_number_is_found_before_a_part_of_one() -> None:
    text = "First 7.5%, then 5%."
    assert [span.start for span in find_quote(text, "5%")] == [text.rindex("5%")]
    assert len(find_quote("only 7.5%", "5%")) == 1
