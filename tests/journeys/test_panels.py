"""Panels: every row points at the text, and there is a way back."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.ui.first_page import frame_of
from briefing.ui.widgets.hint import Hint
from tests.journeys.desk import Desk, desk

WIDE, LOW = (120, 40), (120, 18)


async def _choose(reader: Desk, panel: str, words: str) -> None:
    """Move in a panel until some words are under the cursor, and press Enter."""
    while reader.focus != panel:
        await reader.press("tab")
    await reader.press("g")
    for _step in range(reader.row(panel, words)):
        await reader.press("j")
    await reader.press("enter")


async def test_tab_visits_the_text_and_every_pane_and_comes_round_both_ways() -> None:
    async with desk(size=WIDE) as reader:
        seen = [reader.focus]
        for _step in range(6):
            await reader.press("tab")
            seen.append(reader.focus)
        assert seen == ["article", "summary", "figures", "states", "notes", "outline", "article"]
        for expected in reversed(seen[:-1]):
            await reader.press("shift+tab")
            assert reader.focus == expected


async def test_escape_gives_the_keys_back_to_the_text_and_never_quits() -> None:
    async with desk(size=WIDE) as reader:
        await reader.press("tab", "escape")
        assert reader.focus == "article"
        await reader.press("escape", "escape", "escape")
        assert reader.app.is_running
        assert reader.app.return_value is None


async def test_the_summary_leads_to_what_it_rests_on() -> None:
    async with desk(size=LOW) as reader:
        await _choose(reader, "summary", "Putin")
        assert reader.target is not None
        assert reader.target.startswith("Ad aprile, il presidente russo Vladimir Putin")


async def test_a_figure_leads_to_its_passage_marks_it_and_back_returns() -> None:
    async with desk(size=LOW) as reader:
        await reader.press("j")
        before = reader.first
        await _choose(reader, "figures", "11.000")
        assert reader.target == "oltre 11.000 soldati"
        line = next(line for line in reader.lines if "11.000" in line)
        assert "►" in line
        await reader.press("ctrl+o")
        assert reader.first == before
        assert not reader.target
        await reader.press("alt+right")
        assert any("11.000" in line for line in reader.lines)


async def test_a_figure_is_found_by_typing_and_its_passage_marked() -> None:
    async with desk(size=LOW) as reader:
        await reader.press("F")
        await reader.type("razzi 100")
        assert reader.front.query_one(Hint).words.startswith("2 of 12 figures")
        await reader.press("enter")
        assert reader.front is reader.reader
        assert "100 razzi" in (reader.target or "")


async def test_a_figure_says_qualifier_number_unit_and_label_and_checks_say_whether_they_hold() -> (
    None
):
    async with desk(size=WIDE) as reader:
        rows = reader.rows("figures")
        assert any("oltre 11.000 soldati" in row and "anno scorso" in row for row in rows)
        assert any("fino a 9 milioni" in row for row in rows)
        checks = [row for row in reader.panel("figures").rows if row.ref.startswith("check")]
        assert len(checks) == 4
        assert {row.sign for row in checks} == {"✓"}
        assert any("oltre" in row.text for row in checks)


async def test_enter_on_a_state_walks_through_its_mentions_and_comes_round() -> None:
    async with desk(size=LOW) as reader:
        await _choose(reader, "states", "Ucraina")
        first = reader.sitting.target_span
        row = reader.panel("states").chosen
        assert row is not None
        assert len(row.spans) > 2
        assert reader.target == "Ucraina"
        seen = [first]
        for _step in row.spans[1:]:
            await reader.press("enter")
            seen.append(reader.sitting.target_span)
        assert [span for span in seen if span is not None] == list(row.spans)
        await reader.press("enter")
        assert reader.sitting.target_span == first
        assert f"1/{len(row.spans)}" in reader.news


async def test_the_states_begin_with_the_members_and_name_code_and_count() -> None:
    async with desk(size=WIDE) as reader:
        rows = reader.rows("states")
        assert rows[0].startswith("Stati membri dell'MSMT")
        assert [row[:2] for row in rows[1:12]] == [
            "AU", "CA", "FR", "DE", "IT", "JP", "NL", "NZ", "KR", "GB", "US",
        ]  # fmt: skip
        [north] = [row for row in reader.panel("states").rows if row.ref == "KP"]
        assert north.aside is not None
        assert int(north.aside.text) == len(north.spans) > 10


async def test_where_there_is_room_a_line_says_where_each_state_notes_and_figures_stand() -> None:
    async with desk(size=WIDE) as reader:
        assert "AU Australia" in reader.screen_text()
        [row] = [line for line in reader.screen_text().split("\n") if "AU Australia" in line]
        assert set("▁█") <= set(row)
        assert reader.reader.query_one("#whereabouts").region.height == 1, "figures, and no notes"
        await reader.write_note("uno")
        assert reader.reader.query_one("#whereabouts").region.height == 2
        await reader.resize(119, 40)
        [row] = [line for line in reader.screen_text().split("\n") if "AU Australia" in line]
        assert not set("▁█") & set(row)
        assert row.rstrip(" │┃").endswith("1")


async def test_what_analysis_found_alone_is_said_once_beside_the_title(home: Path) -> None:
    path = home / "x.md"
    path.write_text("# T\n\nThe army sent 300 tanks. It lost 20 ships. Nobody spoke.\n", "utf-8")
    async with desk(str(path), size=WIDE) as reader:
        assert "Figures auto" in reader.screen_text()
        assert not any("auto" in row for row in reader.rows("figures"))


async def test_the_outline_follows_the_reading_and_leads_to_headings() -> None:
    async with desk(size=LOW) as reader:
        await reader.press("2")
        assert reader.panel("outline").current == 2
        await _choose(reader, "outline", "appello urgente")
        assert "appello urgente" in reader.status
        await reader.press("g", "enter")
        assert reader.first == 0


async def test_enter_on_a_note_goes_there_and_again_opens_it() -> None:
    async with desk(size=LOW) as reader:
        await reader.press("4", "j", "j")
        passage = reader.at_hand
        await reader.write_note("chi?")
        await reader.press("g")
        await _choose(reader, "notes", "chi?")
        assert reader.target == passage
        await reader.press("enter")
        await reader.type(" e quando?")
        await reader.press("ctrl+s")
        assert [note["text"] for note in reader.saved] == ["chi? e quando?"]


@pytest.mark.parametrize("panel", ["summary", "figures", "states"])
async def test_every_row_with_a_passage_leads_to_words_that_are_then_in_view(panel: str) -> None:
    async with desk(size=LOW) as reader:
        reader.panel(panel).focus()
        await reader.press("g")
        for row in reader.panel(panel).rows:
            if row.spans:
                await reader.press("enter")
                assert reader.sitting.target_span is not None
                assert reader.sitting.target_span.overlaps(reader.sitting.view)
                assert reader.target == row.spans[0].of(reader.text)
            await reader.press("j")


async def test_outline_and_panels_can_be_hidden_and_the_choice_is_remembered() -> None:
    async with desk(size=WIDE) as reader:
        assert reader.is_shown("outline")
        assert reader.is_shown("panels-box")
        await reader.press("backslash")
        assert not reader.is_shown("outline")
        await reader.press("p")
        assert not reader.is_shown("panels-box")
    async with desk(size=WIDE) as reader:
        assert not reader.is_shown("outline")
        assert not reader.is_shown("panels-box")
        await reader.press("p", "backslash")
        assert reader.is_shown("panels-box")
        assert reader.is_shown("outline")


async def test_the_one_side_that_has_room_is_remembered_and_the_first_page_leaves_it_room() -> None:
    async with desk(size=(100, 30)) as reader:
        await reader.press("backslash")
        assert reader.is_shown("outline")
    async with desk(size=(100, 30)) as reader:
        assert reader.is_shown("outline")
        assert not reader.is_shown("panels-box")
        frame = frame_of(100, 30, reader.sitting.memory.choices.shown)
        assert reader.article.region.x == frame.outline
        await reader.press("backslash")
    async with desk(size=(100, 30)) as reader:
        assert not reader.is_shown("outline")
        assert not reader.is_shown("panels-box")
        frame = frame_of(100, 30, reader.sitting.memory.choices.shown)
        assert frame.article == 100


async def test_the_section_shown_is_that_of_the_passage_a_jump_led_to() -> None:
    async with desk(size=WIDE) as reader:
        reader.panel("states").focus()
        reader.panel("states").cursor = reader.row("states", "Germania")
        await reader.press("enter")
        assert reader.status.startswith(" appello urgente per la diplomazia")
        assert reader.panel("outline").current == 4
        await reader.press("escape", "g")
        reader.panel("figures").focus()
        reader.panel("figures").cursor = reader.row("figures", "11.000")
        await reader.press("enter")
        assert reader.first == 0
        assert reader.panel("outline").current == 1


async def test_only_the_text_and_back_to_all() -> None:
    async with desk(size=WIDE) as reader:
        await reader.press("z")
        assert not reader.is_shown("outline-box")
        assert not reader.is_shown("panels-box")
        await reader.press("z")
        assert reader.is_shown("outline-box")
        assert reader.is_shown("panels-box")


async def test_all_four_panels_are_in_view_at_120_by_40() -> None:
    async with desk(size=WIDE) as reader:
        for name in ("summary", "figures", "states"):
            assert reader.panel(name).is_on_screen
            assert reader.panel(name).size.height >= 3
        assert reader.panel("notes").is_on_screen
        await reader.write_note("uno")
        assert reader.panel("notes").size.height >= 2
