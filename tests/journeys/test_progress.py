"""What was read is ticked in the outline, and still is the next time."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.desk import Desk, desk


def _asides(reader: Desk) -> list[str]:
    return [row.aside.text if row.aside else "" for row in reader.panel("outline").rows]


async def _read_to_the_end(reader: Desk) -> None:
    for _page in range(30):
        await reader.read_for(60)
        await reader.press("space")


async def test_reading_page_by_page_ticks_section_after_section() -> None:
    async with desk(size=(120, 24)) as reader:
        outline = reader.panel("outline")
        assert "✓" not in _asides(reader)[1:]
        await _read_to_the_end(reader)
        assert set(_asides(reader)) == {"✓"}
        drawn = [outline.render_line(y).text for y in range(outline.size.height)]
        assert sum("✓" in line for line in drawn) == len(outline.rows)


async def test_paging_through_in_a_hurry_ticks_nothing() -> None:
    async with desk(size=(120, 24)) as reader:
        for _page in range(30):
            await reader.read_for(0.5)
            await reader.press("space")
        for _section in range(5):
            await reader.press("left_square_bracket")
        assert "✓" not in _asides(reader)


async def test_what_a_reader_leaves_in_the_middle_of_a_page_is_read_to_there() -> None:
    async with desk(size=(120, 24)) as reader:
        await reader.read_for(2)
        assert _asides(reader)[0] not in ("✓", "")
        assert _asides(reader)[1].endswith("′")
        await reader.read_for(60)
        assert _asides(reader)[0] == "✓"


async def test_the_minutes_left_follow_how_fast_somebody_reads(tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    path.write_text("# T\n\n" + f"{'Words are here. ' * 60}\n\n" * 40, "utf-8")
    async with desk(str(path), size=(120, 40)) as reader:
        assert "min left" in reader.status
        usual = int(reader.status.split(" min left")[0].split()[-1])
        for _page in range(6):
            await reader.read_for(50)  # half the time that it takes most people
            await reader.press("space")
        await reader.press("g")
        faster = int(reader.status.split(" min left")[0].split()[-1])
        assert faster < usual * 0.8
        await reader.press("q")
    async with desk(str(path), size=(120, 40)) as reader:
        assert int(reader.status.split(" min left")[0].split()[-1]) == faster


async def test_jumping_to_the_end_ticks_nothing_that_was_passed_over() -> None:
    async with desk(size=(120, 24)) as reader:
        await reader.press("G")
        asides = _asides(reader)
        assert "✓" not in asides[1:3]


async def test_ticks_and_half_read_sections_are_there_the_next_time() -> None:
    async with desk(size=(120, 24)) as reader:
        await reader.read_for(60)
        await reader.press("space")
        await reader.read_for(10)
        before = _asides(reader)
        assert "✓" in before
        assert any(aside.endswith("%") for aside in before)
        await reader.press("q")
    async with desk(size=(120, 24)) as reader:
        assert _asides(reader) == before


async def test_ticks_stay_when_the_file_changes_under_the_reader(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("# T\n\nLead.\n\n## One\n\nText.\n\n## Two\n\n" + "Words. \n\n" * 90, "utf-8")
    async with desk(str(path), size=(120, 24)) as reader:
        await reader.read_for(10)
        assert _asides(reader)[:2] == ["✓", "✓"]
        path.write_text(
            "# T\n\nLead.\n\n## New\n\n" + "And. \n\n" * 90 + "## One\n\nText.\n", "utf-8"
        )
        await reader.press("r")
        await reader.until(lambda: "New" in reader.text)
        assert _asides(reader)[0] == "✓"
        assert _asides(reader)[2] == "✓"
        assert _asides(reader)[1] != "✓"
