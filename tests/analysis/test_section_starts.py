"""The section a place stands in, wherever one asks next."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.section_starts import SectionStarts
from briefing.model.article import Section
from briefing.model.span import Span

SECTIONS = [
    Section(None, 0, Span(5, 9)),
    Section("a", 2, Span(10, 20)),
    Section("b", 2, Span(20, 30)),
]


@given(st.lists(st.integers(0, 35)))
def test_the_section_does_not_depend_on_what_was_asked_before(places: list[int]) -> None:
    starts = SectionStarts(SECTIONS)
    for place in places:
        wanted = sum(section.span.start <= place for section in SECTIONS) - 1
        assert starts.number(place) == wanted
        assert (place in starts) == (place in (5, 10, 20))
