"""The panels of a long text fill while it is read, and say how far they are."""

from __future__ import annotations

import asyncio
from pathlib import Path
from threading import Event

import pytest

from briefing.parsing._builder import Builder, Parsed
from briefing.parsing._chunks import ChunkParser
from briefing.session import briefs
from briefing.session.briefs import BriefMaker
from briefing.ui.parts import panels
from tests.journeys.desk import PATIENCE_SECONDS, Desk, desk, ready

FRONT_MATTER = """---
summary:
  - {text: Trucks go to Norway., quote: 300 trucks}
---
"""
PARTS = 200
LINE = "In part {number} there is not much to be told, and yet it goes on for a while.\n\n"


def report(front_matter: str = FRONT_MATTER) -> str:
    """A text whose first and last lines name figures and states."""
    middle = "".join(LINE.format(number=number) for number in range(PARTS))
    first = "# A report\n\nMore than 300 trucks left for Norway.\n\n"
    return f"{front_matter}{first}{middle}At least 900 tanks came to Chile.\n"


class Gate:
    """Holds analysis up at a place of the text until somebody opens."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
        self.is_open, self.at = Event(), at
        real = BriefMaker.step

        def step(maker: BriefMaker) -> bool:
            return True if maker.reached > self.at and not self.is_open.is_set() else real(maker)

        monkeypatch.setattr(briefs.BriefMaker, "step", step)
        monkeypatch.setattr(panels, "_LEAD_CHARACTERS", 500)
        monkeypatch.setattr(panels, "_PART_CHARACTERS", 2_000)


async def until(reader: Desk, percent: bool, panel: str = "figures") -> None:
    """Wait until a panel says how far it is, or does so no longer."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while ("%" in str(reader.panel(panel).border_title)) is not percent:
            await reader.pilot.pause(0.01)


async def test_what_the_editor_wrote_is_there_at_once_and_the_rest_follows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, 5_000)
    (tmp_path / "long.md").write_text(report(), "utf-8")
    async with desk(str(tmp_path / "long.md"), is_filled=False) as reader:
        await until(reader, percent=True)
        assert reader.rows("summary") == ["Trucks go to Norway."]
        assert ["300 trucks" in row for row in reader.rows("figures")] == [True]
        assert "read" in str(reader.panel("states").border_title)
        await reader.press("space")
        assert reader.first > 0
        gate.is_open.set()
        await until(reader, percent=False)
        assert any("900" in row for row in reader.rows("figures"))
        assert ["Norway" in row or "Chile" in row for row in reader.rows("states")] == [True] * 2
        assert reader.rows("summary") == ["Trucks go to Norway."]


async def test_a_reader_who_is_in_a_panel_stays_on_the_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, 5_000)
    (tmp_path / "long.md").write_text(report(""), "utf-8")
    async with desk(str(tmp_path / "long.md"), is_filled=False) as reader:
        await until(reader, percent=True)
        await reader.press("tab", "tab", "tab")
        assert reader.focus == "states"
        chosen = reader.panel("states").chosen
        gate.is_open.set()
        await until(reader, percent=False)
        now = reader.panel("states").chosen
        assert chosen is not None
        assert now is not None
        assert (chosen.ref, now.ref) == ("NO", "NO")


async def test_a_text_that_is_read_again_is_analysed_from_its_beginning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, 5_000)
    path = tmp_path / "long.md"
    path.write_text(report(""), "utf-8")
    async with desk(str(path), is_filled=False) as reader:
        await until(reader, percent=True)
        path.write_text("# A report\n\nNow 70 ships left Peru.\n", "utf-8")
        await reader.press("r")
        gate.is_open.set()
        await until(reader, percent=False)
        await ready(reader.app, reader.pilot)
        assert [row.split()[0] for row in reader.rows("states")] == ["PE"]
        assert len(reader.rows("figures")) == 1


async def test_a_long_text_is_parsed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was parsed to be known and again to be laid out: blocks of a long text are not kept."""
    article = tmp_path / "long.md"
    article.write_text("# A report\n\n" + LINE * 5_000, "utf-8")
    parsed: list[int] = []
    real = ChunkParser.parse

    def parse(parser: ChunkParser, index: int, builder: Builder) -> Parsed:
        parsed.append(index)
        return real(parser, index, builder)

    monkeypatch.setattr(ChunkParser, "parse", parse)
    async with desk(str(article)) as reader:
        await reader.until(lambda: reader.article.is_settled)
        chunks = reader.sitting.document.chunk_count
    assert chunks > 30
    assert len(parsed) < chunks + 5, parsed
