"""What was read is ticked in the outline, and still is the next time."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.desk import Desk, desk


def _asides(reader: Desk) -> list[str]:
    return [row.aside.text if row.aside else "" for row in reader.panel("outline").rows]


async def _read_to_the_end(reader: Desk) -> None:
    for _page in range(30):
        await reader.press("space")


async def test_reading_page_by_page_ticks_section_after_section() -> None:
    async with desk(size=(120, 24)) as reader:
        outline = reader.panel("outline")
        assert "✓" not in _asides(reader)[1:]
        await _read_to_the_end(reader)
        assert set(_asides(reader)) == {"✓"}
        drawn = [outline.render_line(y).text for y in range(outline.size.height)]
        assert sum("✓" in line for line in drawn) == len(outline.rows)


async def test_jumping_to_the_end_ticks_nothing_that_was_passed_over() -> None:
    async with desk(size=(120, 24)) as reader:
        await reader.press("G")
        asides = _asides(reader)
        assert "✓" not in asides[1:3]


async def test_ticks_and_half_read_sections_are_there_the_next_time() -> None:
    async with desk(size=(120, 24)) as reader:
        await reader.press("space", "space", "j", "j")
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
        assert _asides(reader)[:2] == ["✓", "✓"]
        path.write_text(
            "# T\n\nLead.\n\n## New\n\n" + "And. \n\n" * 90 + "## One\n\nText.\n", "utf-8"
        )
        await reader.press("r")
        await reader.pilot.pause(0.2)
        assert _asides(reader)[0] == "✓"
        assert _asides(reader)[2] == "✓"
        assert _asides(reader)[1] != "✓"
