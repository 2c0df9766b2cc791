"""A long document is open with its first words; what needs all of it waits, and is never wrong."""

from __future__ import annotations

from asyncio import timeout
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

import pytest
import yaml
from textual.pilot import Pilot

from briefing.model.errors import InputError
from briefing.model.source import Source, Text
from briefing.storage.sources import SourceFiles, fingerprint, load_path
from tests.journeys.desk import Desk, desk, make_app, ready

_PARTS = [
    f"## Part {number}\n\n" + "\n\n".join(f"Line {n} of part {number} stands." for n in range(40))
    for number in range(1, 9)
]
WHOLE = "# A report\n\n" + "\n\n".join(_PARTS) + "\n\nThe harbour opens in May.\n"
BEGINNING = "# A report\n\n" + "\n\n".join(_PARTS[:2]) + "\n"


async def until(pilot: Pilot[None], holds: Callable[[], object]) -> None:
    async with timeout(20):
        while not holds():
            await pilot.pause(0.02)


class LateRest:
    """The rest of a document, which comes when the test says so."""

    def __init__(self) -> None:
        self.arrives = Event()
        self.problem: InputError | None = None
        self.is_stopped = False

    def begin(self) -> None:
        pass

    def read(self) -> Text:
        self.arrives.wait()
        if self.problem is not None:
            raise self.problem
        return Text(WHOLE, ("pages without text: 7",))

    def stop(self) -> None:
        self.is_stopped = True
        self.problem = InputError("stopped")
        self.arrives.set()


@asynccontextmanager
async def growing(home: Path) -> AsyncIterator[tuple[Desk, LateRest]]:
    """The reader on the beginning of a document."""
    path = home / "report.pdf"
    path.write_bytes(b"as it was opened")
    rest = LateRest()
    source = Source("report.pdf", path, BEGINNING, fingerprint=fingerprint(path), rest=rest)
    app = make_app(source=source)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.first.parts is not None)  # type: ignore[attr-defined]
        yield Desk(app, pilot), rest


async def arrive(reader: Desk, rest: LateRest) -> None:
    rest.arrives.set()
    await until(reader.pilot, lambda: not reader.sitting.reading.source.is_beginning)
    await ready(reader.app, reader.pilot)


async def test_the_beginning_is_read_at_once_and_its_place_stays(home: Path) -> None:
    async with growing(home) as (reader, rest):
        assert "reading the rest" in reader.status
        assert "%" not in reader.status
        await reader.press("space", "j")
        top = reader.top
        assert top.startswith("Line")
        await arrive(reader, rest)
        assert reader.top == top
        assert "%" in reader.status
        assert reader.text.endswith("The harbour opens in May.")
        assert "pages without text: 7" in reader.news


async def test_a_search_waits_for_the_rest_and_finds_what_stands_there(home: Path) -> None:
    async with growing(home) as (reader, rest):
        await reader.press("slash")
        await reader.type("harbour")
        await reader.press("enter")
        assert reader.sitting.search is None
        assert "is being read" in reader.news
        await arrive(reader, rest)
        await until(reader.pilot, lambda: reader.target == "harbour")


async def test_esc_gives_up_what_waits_and_paging_goes_on_in_the_rest(home: Path) -> None:
    async with growing(home) as (reader, rest):
        await reader.press("G", "escape")
        assert not reader.news
        for _press in range(16):
            await reader.press("space")
        await arrive(reader, rest)
        await until(reader.pilot, lambda: "Part 3" in reader.text[: reader.first])
        assert reader.sitting.view.end < len(reader.text)


async def test_a_note_is_written_for_the_whole_only(home: Path) -> None:
    notes = home / "report.pdf.notes.yaml"
    async with growing(home) as (reader, rest):
        await reader.press("a")
        assert not notes.exists()
        assert reader.sitting.reading.notebook is None
        await arrive(reader, rest)
        await reader.type("mine")
        await reader.press("ctrl+s")
        written = yaml.safe_load(notes.read_text("utf-8"))
        assert [note["text"] for note in written["notes"]] == ["mine"]
        assert reader.sitting.notebook.article.text == reader.text


async def test_the_mouse_selects_nothing_before_the_rest_is_there(home: Path) -> None:
    async with growing(home) as (reader, _rest):
        row = next(row for row, line in enumerate(reader.lines) if line.startswith("Line"))
        cell = reader.article.render_line(row).text.index("Line")
        await reader.pilot.click("#article", offset=(cell + 1, row), times=2)
        assert reader.sitting.selection is None
        assert "is being read" in reader.news


async def test_what_cannot_be_read_is_told_and_nothing_is_noted(home: Path) -> None:
    async with growing(home) as (reader, rest):
        rest.problem = InputError("this PDF is damaged")
        rest.arrives.set()
        await until(reader.pilot, lambda: "this PDF is damaged" in reader.news)
        await reader.press("a")
        assert "this PDF is damaged" in reader.news
        assert not (home / "report.pdf.notes.yaml").exists()


async def test_what_is_slow_to_read_again_keeps_no_key_waiting(home: Path) -> None:
    path = home / "report.txt"
    path.write_text("As it was.\n", "utf-8")
    may_go_on = Event()

    class SlowFiles(SourceFiles):
        def load_again(self, source: Source) -> Source:
            may_go_on.wait()
            return super().load_again(source)

    async with desk(str(path), size=(80, 20)) as reader:
        reader.sitting.reading.files = SlowFiles()
        path.write_text("# As it is\n\n" + "\n\n".join(f"Line {n}." for n in range(40)), "utf-8")
        await reader.press("r")
        assert "reading the file again" in reader.news
        await reader.press("question_mark")
        assert reader.front is not reader.reader
        await reader.press("escape")
        may_go_on.set()
        await until(reader.pilot, lambda: reader.sitting.document.title == "As it is")
        assert reader.news == "read again"


async def test_the_way_to_a_long_document_keeps_no_key_waiting(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "first.md").write_text("# First\n\nSee [the report](second.txt).\n", "utf-8")
    (home / "second.txt").write_text("The second report\n\nIt says little.\n", "utf-8")
    may_go_on = Event()

    def load_slowly(path: Path) -> Source:
        may_go_on.wait()
        return load_path(path)

    monkeypatch.setattr("briefing.cli.wiring.load_opened", load_slowly)
    async with desk(str(home / "first.md"), size=(80, 20)) as reader:
        await reader.press("f", "a")
        assert "opening second.txt" in reader.news
        await reader.press("m")
        assert [note["kind"] for note in reader.saved] == ["bookmark"]
        may_go_on.set()
        await until(reader.pilot, lambda: "It says little." in reader.text)
        await ready(reader.app, reader.pilot)
        await reader.press("ctrl+o")
        await until(reader.pilot, lambda: reader.sitting.document.title == "First")


async def test_leaving_ends_the_reading_and_keeps_the_place_of_before(home: Path) -> None:
    async with growing(home) as (reader, rest):
        await reader.press("G")
        await arrive(reader, rest)
        await until(reader.pilot, lambda: reader.sitting.view.end == len(reader.text))
        await reader.press("q")
    async with growing(home) as (reader, rest):
        await reader.press("q")
    assert rest.is_stopped
    async with growing(home) as (reader, rest):
        await arrive(reader, rest)
        await until(reader.pilot, lambda: reader.sitting.view.end == len(reader.text))
