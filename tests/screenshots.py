"""Draws the pictures of the docs: `make screenshots`.

Textual writes what it shows as SVG; rsvg-convert makes a PNG of it. Folders are temporary and the
clock stands still, so that the same program draws the same pictures for everybody.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path

from click.testing import CliRunner

from briefing.cli import main as main_command
from briefing.text.width import cells
from briefing.ui.theming import textual_theme
from tests.journeys.desk import Desk, desk
from tests.journeys.library_desk import library_desk, write_articles

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
FONT = "DejaVu Sans Mono"
CELL = 12.2
"""How wide Textual's export draws a cell, in pixels."""
_ADVANCE = 1233 / 2048
"""How wide a letter of DejaVu Sans Mono is, in ems: the advance width in its ``hmtx`` table."""
_RUN = re.compile(
    r'<text (?P<before>[^>]*?)x="(?P<x>[\d.]+)"(?P<after>[^>]*?)(?: textLength="[^"]*")?'
    r"(?P<rest>[^>]*)>(?P<text>[^<]*)</text>"
)
_FONT_FACES = re.compile(r"@font-face \{.*?\}", re.DOTALL)
_ZOOM = "1.0"
LIBRARY = "library-120x40"
"""The picture of the library."""


@dataclass(frozen=True)
class Picture:
    """One picture, and how a reader gets there."""

    name: str
    """Its file name without ending."""
    size: tuple[int, int]
    """Columns and rows."""
    theme: str
    """The theme it is drawn in."""
    steps: Callable[[Desk], Awaitable[None]]
    """What the reader does before the picture is taken."""


async def _with_notes(reader: Desk) -> None:
    """Two notes, as somebody leaves them after reading for a while."""
    await reader.press("slash")
    await reader.type("pavimenti, in Russia")
    await reader.press("enter")
    await reader.write_note("Probabilmente proiettili: chiedere alla redazione")
    await reader.press("escape", "g", "slash")
    await reader.type("11 stati membri")
    await reader.press("enter", "c", "enter", "escape", "escape", "g")
    reader.reader.stage.strip.clear()
    await reader.pilot.pause()


async def _at_a_figure(reader: Desk) -> None:
    """The reader has jumped from a key figure to its passage."""
    await _with_notes(reader)
    reader.panel("figures").focus()
    reader.panel("figures").cursor = reader.row("figures", "11.000")
    await reader.press("enter")
    reader.reader.stage.strip.clear()
    await reader.pilot.pause()


async def _writing(reader: Desk) -> None:
    """A note is being written on a selection."""
    await _with_notes(reader)
    await reader.press("3", "j", "j", "v", "a")
    await reader.type("Quali prove? Il rapporto cita solo due istituti.")


async def _reading(reader: Desk) -> None:
    """A reader with two notes, at the beginning."""
    await _with_notes(reader)


async def _section(reader: Desk) -> None:
    """At the first section."""
    await _with_notes(reader)
    await reader.press("1")


async def _panels_over(reader: Desk) -> None:
    """The panels lie over the text of a small terminal."""
    await _with_notes(reader)
    await reader.press("p", "tab")


async def _help(reader: Desk) -> None:
    """The keys."""
    await _with_notes(reader)
    await reader.press("question_mark")


PICTURES_TO_DRAW = (
    Picture("reader-120x40-light", (120, 40), "paper", _reading),
    Picture("reader-120x40-dark", (120, 40), "ember", _at_a_figure),
    Picture("reader-80x24", (80, 24), "paper", _at_a_figure),
    Picture("reader-40x12", (40, 12), "paper", _section),
    Picture("panels-40x12", (40, 12), "dusk", _panels_over),
    Picture("note-120x40", (120, 40), "porcelain", _writing),
    Picture("help-120x40", (120, 40), "dusk", _help),
)


async def draw(picture: Picture) -> str:
    """Take a picture, as SVG."""
    async with desk(size=picture.size) as reader:
        reader.app.register_theme(textual_theme(reader.reader.themes[picture.theme]))
        reader.app.theme = picture.theme
        await picture.steps(reader)
        await reader.pilot.pause(0.1)
        return for_rsvg(reader.app.export_screenshot(title=""))


MORE_ARTICLES = (
    ("Grain ships wait at the strait", "2026-03-04", "harbour.example", "en", "grain"),
    ("Getreide: Preise steigen um 12 Prozent", "2026-03-03", "markt.example", "de", "grain"),
    ("Minutes of the water board", "2026-02-27", "", "en", "water"),
    ("Il raccolto di grano in Puglia", "2026-02-20", "campi.example", "it", "grain"),
    ("Ministers agree on fuel for fishing boats", "2026-02-18", "harbour.example", "en", "fuel"),
    ("Les barrages sont pleins à 80 %", "2026-02-11", "fleuve.example", "fr", "water"),
    ("Census of farms: fewer and larger", "2026-01-30", "statistics.example", "en", ""),
    ("Quarterly figures of the port", "2026-01-15", "harbour.example", "en", ""),
)
"""Titles, dates, sites, languages and folders of what fills the picture of the library."""


def fill(reports: Path) -> Path:
    """Put more articles into a folder, so that it looks like a library."""
    for number, (title, date, site, language, folder) in enumerate(MORE_ARTICLES):
        where = f"site: {site}\n" if site else ""
        head = f"---\ntitle: '{title}'\nlanguage: {language}\npublished: '{date}'\n{where}---\n"
        path = reports / folder / f"{number}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{head}\n{'Words about it. ' * (90 + 160 * number)}\n", "utf-8")
    return reports


async def draw_library() -> str:
    """Take a picture of a library: some articles read, one with a star and a note."""
    with tempfile.TemporaryDirectory() as folder:
        reports = fill(write_articles(Path(folder) / "reports"))
        note = ("--quote", "wheat", "--text", "How much?", "--tag", "check")
        CliRunner().invoke(main_command, ["notes", "add", str(reports / "talks.md"), *note])
        async with library_desk(reports) as reader:
            await reader.press("x", "j", "j", "x", "j", "j", "x", "j", "j", "j", "asterisk")
            await reader.previewed()
            return for_rsvg(reader.app.export_screenshot(title=""))


def for_rsvg(svg: str) -> str:
    """What rsvg draws as Textual means it.

    It drops spaces at the ends of a run and does not stretch runs to a length, so every word is
    placed by itself, in a size whose letters are as wide as Textual's cells.
    """

    def words(found: re.Match[str]) -> str:
        text, left = unescape(found["text"]).replace("\u00a0", " "), float(found["x"])
        return "".join(
            f'<text {found["before"]}x="{left + cells(text[: word.start()]) * CELL:.1f}"'
            f"{found['after']}{found['rest']}>{escape(word[0])}</text>"
            for word in re.finditer(r"[^ ]+", text)
        )

    drawn = _FONT_FACES.sub("", svg).replace("Fira Code", FONT)
    drawn = drawn.replace("font-size: 20px", f"font-size: {CELL / _ADVANCE:.2f}px")
    return _RUN.sub(words, drawn)


def convert(svg: str, path: Path) -> None:
    """Make a PNG of an SVG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    command = ["rsvg-convert", "--zoom", _ZOOM, "--format", "png", "--output", str(path)]
    subprocess.run(command, input=svg.encode(), check=True)


def main(names: Iterable[str]) -> None:
    """Draw all pictures, or those that are named."""
    if shutil.which("rsvg-convert") is None:
        sys.exit("rsvg-convert is missing; on Debian: apt install librsvg2-bin fonts-dejavu-core")
    wanted = set(names)
    for picture in PICTURES_TO_DRAW:
        if wanted and picture.name not in wanted:
            continue
        with tempfile.TemporaryDirectory() as folder:
            os.environ["HOME"] = folder
            for name in ("CONFIG", "DATA", "STATE", "CACHE"):
                os.environ[f"XDG_{name}_HOME"] = f"{folder}/.local/{name.lower()}"
            convert(asyncio.run(draw(picture)), PICTURES / f"{picture.name}.png")
        print(f"docs/pictures/{picture.name}.png")
    if not wanted or LIBRARY in wanted:
        convert(asyncio.run(draw_library()), PICTURES / f"{LIBRARY}.png")


if __name__ == "__main__":
    main(sys.argv[1:])
