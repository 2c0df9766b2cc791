"""Search, hits and marks."""

from __future__ import annotations

from textual.widgets import Input

from tests.journeys.desk import Desk, desk

LOW = (100, 16)


def _count(reader: Desk) -> str:
    return reader.said("search-count")


async def test_hits_are_counted_while_the_search_is_typed_and_accents_do_not_matter() -> None:
    async with desk(size=LOW) as reader:
        await reader.press("slash")
        await reader.type("conosc")
        typed = _count(reader)
        assert typed == "1 hit" or typed.endswith(" hits")
        await reader.type("enza")
        assert _count(reader) == "1 hit"
        assert reader.target == "conoscenza"
        await reader.press("enter")
        await reader.press("slash")
        await reader.type("citta ucraine")
        assert _count(reader) == "1 hit"
        assert reader.target == "città ucraine"


async def test_next_and_previous_walk_through_the_hits_and_around() -> None:
    async with desk(size=LOW) as reader:
        await reader.press("slash")
        await reader.type("ucraina")
        await reader.press("enter")
        total = len(reader.reader.hits)
        assert total >= 4
        assert f"1/{total}" in reader.status
        for number in range(2, total + 1):
            await reader.press("n")
            assert f"{number}/{total}" in reader.status
            assert reader.target is not None
            assert reader.target.lower() == "ucraina"
        await reader.press("n")
        assert f"1/{total}" in reader.status
        await reader.press("N")
        assert f"{total}/{total}" in reader.status


async def test_a_capital_letter_makes_case_count() -> None:
    async with desk(size=LOW) as reader:
        await reader.press("slash")
        await reader.type("MISSILI")
        assert _count(reader) == "0 hits"


async def test_escape_gives_the_search_up_and_goes_back_to_where_it_began() -> None:
    async with desk(size=LOW) as reader:
        await reader.press("j", "j", "j")
        before = reader.first
        await reader.press("slash")
        await reader.type("kursk")
        assert reader.first != before
        await reader.press("escape")
        assert reader.first == before
        assert reader.target is None
        assert not reader.is_shown("search")


async def test_a_search_without_a_hit_says_so_and_stays_where_it_is() -> None:
    async with desk(size=LOW) as reader:
        before = reader.first
        await reader.press("slash")
        await reader.type("zzz")
        assert _count(reader) == "0 hits"
        await reader.press("enter")
        assert "zzz" in reader.news
        assert reader.first == before


async def test_the_last_search_comes_back_with_the_up_arrow() -> None:
    async with desk(size=LOW) as reader:
        await reader.press("slash")
        await reader.type("kursk")
        await reader.press("enter", "slash", "up")
        assert reader.front.query_one("#search-input", Input).value == "kursk"


async def test_keys_of_the_article_are_letters_while_a_search_is_typed() -> None:
    async with desk(size=LOW) as reader:
        await reader.press("slash")
        await reader.type("q?j")
        assert reader.app.is_running
        assert reader.front.query_one("#search-input", Input).value == "q?j"


async def test_without_a_search_the_keys_step_through_marks() -> None:
    async with desk(size=LOW) as reader:
        await reader.press("n")
        assert reader.target == "14.000 soldati"
        await reader.press("n")
        assert reader.target == "100 razzi"
        await reader.press("n", "N")
        assert reader.target == "100 razzi"


async def test_escape_takes_the_marks_of_a_search_away() -> None:
    async with desk(size=LOW) as reader:
        await reader.press("slash")
        await reader.type("kursk")
        await reader.press("enter", "escape")
        assert not reader.reader.hits
        assert reader.target is None
        assert "/" not in reader.status.split("%")[0]
