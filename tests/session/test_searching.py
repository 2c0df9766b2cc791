"""Searching chunk by chunk: the same hits as in the whole text, known little by little."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.search import Query, find
from briefing.model.errors import UsageError
from briefing.model.span import Place, Span
from briefing.session.searching import Search
from tests.session.fakes import make_reading

MARKDOWN = "".join(
    f"## Rapporto {n}\n\nLa città *non* è\nlontana, dice il rapporto.\n\n" for n in range(40)
)


def _all(search: Search) -> list[tuple[int, int, int]]:
    """Chunk, start and end of every hit, found by stepping forward from the beginning."""
    hits: list[tuple[int, int, int]] = []
    place = Place(0, 0)
    for _number in range(len(search)):
        hit = search.next(place)
        assert hit is not None
        hits.append((hit[0].chunk, hit[0].offset, hit[1].offset))
        place = Place(hit[0].chunk, hit[0].offset + 1)
    return hits


def _count(search: Search) -> None:
    while not search.is_complete:
        search.keep(search.look(search.windows(200)))


@settings(deadline=None, max_examples=40)
@given(
    st.sampled_from(["citta", "rapporto", "a", "rapporto. rapporto", "non e lontana", "zzz", "20"]),
    st.integers(0, 39),
    st.booleans(),
)
def test_chunk_by_chunk_finds_what_the_whole_text_holds(
    pattern: str, start: int, whole_words: bool
) -> None:
    reading = make_reading(MARKDOWN)
    search = reading.search(pattern, Place(start, 3), whole_words=whole_words)
    _count(search)
    text = reading.article.text
    expected = list(find(Query(pattern, whole_words), text))
    found = [
        Span((reading.document.start(c) or 0) + a, (reading.document.start(c) or 0) + b)
        for c, a, b in _all(search)
    ]
    assert found == expected
    for number, span in enumerate(expected, 1):
        assert search.number_of(reading.place(span.start)) == number


def test_a_search_works_while_the_article_is_not_parsed_and_begins_where_the_reader_is() -> None:
    reading = make_reading(MARKDOWN)
    search = reading.search("rapporto", Place(30, 0))
    search.keep(search.look(search.windows(1)))
    first = search.first()
    assert first is not None
    assert first[0].chunk == 30
    assert not reading.document.is_complete
    assert 0 < len(search) < 80
    assert search.number_of(first[0]) is None


def test_a_rare_word_is_found_without_parsing_what_lies_before_it() -> None:
    reading = make_reading(MARKDOWN + "## End\n\nThe *only* needle, or the needle again.\n")
    search = reading.search("needle", Place(3, 0))
    assert search.first() is None
    while not search.is_foreseen:
        search.foresee(200)
    first = search.first()
    assert first is not None
    assert reading.document.text_of(first[0].chunk)[first[0].offset :].startswith("needle,")
    assert len(search) == 2
    assert not search.is_complete
    assert reading.document.known_text(10) is None
    _count(search)
    assert len(search) == 2


def test_what_only_the_markup_holds_is_no_hit_in_the_end() -> None:
    reading = make_reading("Start.\n\n## One\n\n[Words](needle.md)\n\n## Two\n\n*nee*dle\n")
    search = reading.search("needle", Place(0, 0))
    search.foresee(10_000)
    assert search.first() is None
    _count(search)
    hit = search.next(Place(0, 0))
    assert len(search) == 1
    assert hit is not None
    assert hit == search.first()
    assert hit[0].chunk == 2
    assert search.next(Place(2, 5)) == hit


def test_next_and_previous_go_around_the_ends() -> None:
    reading = make_reading("One hit.\n\n## Two\n\nNothing.\n\n## Three\n\nA hit, a hit.\n")
    search = reading.search("hit", Place(0, 0))
    _count(search)
    places = [Place(0, 4), Place(2, 8), Place(2, 15)]
    for number, place in enumerate(places):
        following = search.next(Place(place.chunk, place.offset + 1))
        assert following is not None
        assert following[0] == places[(number + 1) % 3]
        before = search.previous(place)
        assert before is not None
        assert before[0] == places[number - 1]


def test_a_hit_that_reaches_into_the_next_chunk_is_drawn_in_both() -> None:
    reading = make_reading("Peace\n\n## Talks\n\nWar.\n")
    search = reading.search("peace talks war", Place(0, 0))
    _count(search)
    assert len(search) == 1
    assert search.shown_in(0) == ((0, 15),)
    assert search.shown_in(1) == ((0, 9),)


def test_an_expression_that_is_none_or_runs_away_is_one_line() -> None:
    reading = make_reading("1," * 60)
    with pytest.raises(UsageError, match="not a regular expression"):
        reading.search("(", Place(0, 0), is_regex=True)
    search = reading.search(r"(.*?,){12}P", Place(0, 0), is_regex=True)
    with pytest.raises(UsageError, match="takes too long"):
        search.look(search.windows(1_000))
