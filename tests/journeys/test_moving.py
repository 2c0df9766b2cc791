"""Keys that move through the article."""

from __future__ import annotations

import pytest

from tests.journeys.desk import desk

HEADINGS = (
    "portata del supporto militare",
    "Cooperazione illegale tra Corea del Nord e Russia",
    "violazioni delle sanzioni delle Nazioni Unite",
    "appello urgente per la diplomazia",
    "ammissione della partecipazione di Putin",
)
LOW = (100, 16)


@pytest.mark.parametrize(
    ("forward", "back"),
    [
        ("j", "k"),
        ("down", "up"),
        ("space", "b"),
        ("pagedown", "pageup"),
        ("ctrl+d", "ctrl+u"),
        ("G", "g"),
        ("end", "home"),
        ("right_square_bracket", "left_square_bracket"),
        ("greater_than_sign", "less_than_sign"),
    ],
)
async def test_a_key_moves_on_and_its_twin_comes_back(forward: str, back: str) -> None:
    async with desk(size=LOW) as reader:
        start = reader.first
        await reader.press(forward)
        assert reader.first > start
        await reader.press(back)
        assert reader.first == start


@pytest.mark.parametrize(
    ("forward", "back"),
    [
        ("right_curly_bracket", "left_curly_bracket"),
        ("right_parenthesis", "left_parenthesis"),
    ],
)
async def test_paragraph_keys_stop_at_each_paragraph(forward: str, back: str) -> None:
    async with desk(size=LOW) as reader:
        tops = [reader.sitting.here]
        for _step in range(4):
            await reader.press(forward)
            tops.append(reader.sitting.here)
        assert tops == sorted(set(tops))
        for top in reversed(tops[:-1]):
            await reader.press(back)
            assert reader.sitting.here == top


async def test_section_keys_visit_every_heading_in_both_directions() -> None:
    async with desk(size=LOW) as reader:
        for heading in HEADINGS:
            await reader.press("right_square_bracket")
            assert heading in reader.status
        await reader.press("right_square_bracket")
        assert HEADINGS[-1] in reader.status
        for heading in reversed(HEADINGS[:-1]):
            await reader.press("left_square_bracket")
            assert heading in reader.status


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
async def test_a_digit_goes_to_that_heading_and_back_returns(number: int) -> None:
    async with desk(size=LOW) as reader:
        await reader.press("j", "j")
        before = reader.first
        await reader.press(str(number))
        assert HEADINGS[number - 1] in reader.status
        assert any(HEADINGS[number - 1] in line for line in reader.lines)
        await reader.press("ctrl+o")
        assert reader.first == before
        await reader.press("alt+right")
        assert any(HEADINGS[number - 1] in line for line in reader.lines)
        await reader.press("alt+left")
        assert reader.first == before


async def test_a_digit_without_a_heading_says_so_and_moves_nothing() -> None:
    async with desk(size=LOW) as reader:
        await reader.press("j", "9")
        assert "9" in reader.news
        assert "heading" in reader.news


async def test_no_movement_key_leaves_the_article() -> None:
    async with desk(size=LOW) as reader:
        await reader.press("G")
        end = reader.first
        last_words = reader.text.rstrip().split()[-1]
        for key in ("j", "space", "ctrl+d", "pagedown", "down", "end"):
            await reader.press(key)
            assert reader.first == end
        assert any(line.endswith(last_words) for line in reader.lines)
        assert "100 %" in reader.status
        await reader.press("g")
        for key in ("k", "b", "ctrl+u", "pageup", "up", "left_square_bracket", "home"):
            await reader.press(key)
            assert reader.first == 0


async def test_a_page_leaves_words_that_join_it_to_the_one_before() -> None:
    async with desk(size=LOW) as reader:
        before = reader.lines
        await reader.press("space")
        after = reader.lines
        assert _words(before[-2:]) == _words(after[:2])


async def test_the_status_tells_section_share_minutes_notes_and_where_they_are_saved() -> None:
    async with desk(size=(160, 40)) as reader:
        assert "La Corea del Nord consegna" in reader.status
        assert " %" in reader.status
        assert "0 notes" in reader.status
        assert "corea-del-nord-russia.notes.yaml" in reader.status
    async with desk(size=LOW) as reader:
        assert "min left" in reader.status


def _words(lines: list[str]) -> list[str]:
    """Lines without the signs beside them."""
    return [line.lstrip("#!▸ ") for line in lines]
