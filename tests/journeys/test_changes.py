"""A reader is told that one number was replaced, and gets there with two keys."""

from __future__ import annotations

from pathlib import Path

from briefing.cli.wiring import past_of, source_of
from briefing.model.version import LastReading
from briefing.session.placing import revision_of
from tests.journeys.desk import desk

WIDE = (120, 40)
BEFORE = "# Report 9\n\nThe network, with over 350 firms, met.\n\nRain fell all day.\n"
READ = "Report 9\nThe network, with over 350 firms, met.\nRain fell all day."


def changed_since_read(tmp_path: Path) -> Path:
    """An article that is another one than when it was read."""
    path = tmp_path / "who.md"
    path.write_text(BEFORE.replace("350", "30"), encoding="utf-8")
    readings = past_of(source_of(str(path))).readings
    readings.save(LastReading(revision_of(READ), "2026-11-20T08:00:00Z", READ))
    return path


async def test_a_changed_article_says_so_and_leads_to_the_change(tmp_path: Path) -> None:
    async with desk(article=str(changed_since_read(tmp_path)), size=WIDE) as reader:
        assert "1 change since" in reader.news
        assert "1 of them a figure" in reader.news
        await reader.press("=")
        assert reader.front is not reader.reader
        await reader.press("enter")
        assert reader.front is reader.reader
        assert reader.target == "30"


async def test_the_keys_for_the_next_hit_go_through_the_changes_until_escape(
    tmp_path: Path,
) -> None:
    path = changed_since_read(tmp_path)
    path.write_text(path.read_text("utf-8").replace("all day", "all night"), encoding="utf-8")
    async with desk(article=str(path), size=WIDE) as reader:
        await reader.press("=", "enter")
        assert reader.target == "30"
        await reader.press("n")
        assert reader.target == "night"
        await reader.press("n")
        assert reader.target == "30"
        await reader.press("escape")
        assert reader.sitting.changed == ()


async def test_nothing_is_offered_for_a_text_that_was_never_read(tmp_path: Path) -> None:
    path = tmp_path / "new.md"
    path.write_text(BEFORE, encoding="utf-8")
    async with desk(article=str(path), size=WIDE) as reader:
        assert "since" not in reader.news
        await reader.press("=")
        assert "no earlier text" in reader.news
