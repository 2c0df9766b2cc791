"""Search, hits and marks."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input

from tests.journeys.desk import Desk, desk, make_app

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
        total = reader.hit_count
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


async def test_a_remark_can_be_read_with_keys_alone() -> None:
    async with desk(size=LOW) as reader:
        for _mark in range(12):
            await reader.press("n")
            if "proiettili" in reader.news:
                break
        assert reader.target is not None
        assert "pavimenti" in reader.target
        assert "proiettili" in reader.news


async def test_escape_takes_the_marks_of_a_search_away() -> None:
    async with desk(size=LOW) as reader:
        await reader.press("slash")
        await reader.type("kursk")
        await reader.press("enter", "escape")
        assert not reader.hit_count
        assert reader.target is None
        assert "/" not in reader.status.split("%")[0]


async def _until_counted(reader: Desk) -> None:
    await reader.app.workers.wait_for_complete()
    await reader.pilot.pause()


async def test_whole_words_and_expressions_are_a_choice_in_the_line() -> None:
    async with desk(size=LOW) as reader:
        await reader.press("slash")
        await reader.type("razz")
        assert _count(reader) != "0 hits"
        await reader.press("alt+w")
        assert _count(reader) == "0 hits"
        assert reader.said("search-how") == "[words]"
        await reader.press("alt+w", "alt+r", "i", "full_stop")
        await _until_counted(reader)
        assert reader.said("search-how") == "[regex]"
        assert reader.front.query_one("#search-input", Input).value == "razzi."
        assert _count(reader) != "0 hits"


async def test_an_unfinished_expression_says_what_is_wrong_and_goes_on() -> None:
    async with desk(size=LOW) as reader:
        await reader.press("slash", "alt+r", "left_parenthesis")
        assert "expression" in reader.news
        await reader.type("kursk")
        await reader.press("right_parenthesis")
        await _until_counted(reader)
        assert _count(reader) == "2 hits"
        assert not reader.news


async def test_an_expression_that_runs_away_is_stopped_with_a_line(home: Path) -> None:
    path = home / "commas.md"
    path.write_text("1," * 60 + "\n")
    async with desk(str(path), size=LOW) as reader:
        await reader.press("slash", "alt+r")
        reader.front.query_one("#search-input", Input).value = r"(.*?,){12}P"
        await reader.pilot.pause()
        await _until_counted(reader)
        assert "too long" in reader.news
        await reader.press("escape")
        assert reader.app.is_running


async def test_earlier_searches_come_back_in_the_next_sitting() -> None:
    async with desk(size=LOW) as reader:
        await reader.press("slash")
        await reader.type("kursk")
        await reader.press("enter", "slash")
        await reader.type("missili")
        await reader.press("enter")
    async with desk(size=LOW) as reader:
        line = "#search-input"
        await reader.press("slash", "up")
        assert reader.front.query_one(line, Input).value == "missili"
        await reader.press("up")
        assert reader.front.query_one(line, Input).value == "kursk"
        await reader.press("down", "down")
        assert reader.front.query_one(line, Input).value == ""


async def test_a_hit_in_a_part_that_is_not_parsed_is_shown_and_marked_at_once(home: Path) -> None:
    path = home / "long.md"
    sections = (f"## Section {n}\n\n" + "Words *upon* words. " * 80 for n in range(300))
    path.write_text("\n\n".join(sections) + "\n\nThe only needle.\n")
    app = make_app(str(path))
    async with app.run_test(size=LOW) as pilot:
        reader = Desk(app, pilot)
        await reader.press("slash")
        await reader.type("needle")
        await _until_counted(reader)
        assert any("The only needle." in row for row in reader.lines)
        assert _count(reader) == "1 hit"
