"""How long it takes to read a document of another format, and how much memory, beside plain text.

Each is read in a process of its own, since what a format needs is loaded only for it.
"""

from __future__ import annotations

import io
import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from textwrap import wrap

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.benchmarks import tables
from tests.benchmarks.documents import ordinary
from tests.parsing.importers.forms import book

PAGES = 300
"""Of the long PDF."""
_LINES = 46
"""Lines of a page of it."""
_BOOK_BYTES, _PAGE_BYTES = 5_000_000, 1_000_000
MARKDOWN = "the same as Markdown"
"""What the others are compared with."""
_READ = """
import json, re, sys, time
from pathlib import Path
from briefing.model.original import Original
from briefing.parsing.importers.formats import read_original
path = Path(sys.argv[1])
original = Original(path.read_bytes(), path.name, path.name)
start = time.process_time()
draft = read_original(original)
seconds = time.process_time() - start
status = Path("/proc/self/status").read_text()
peak = int(re.search(r"VmHWM:\\s*(\\d+)", status)[1]) / 1024
print(json.dumps([seconds, len(draft.body), peak]))
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """One document, read."""

    seconds: float
    characters: int
    peak_megabytes: float


@dataclass(frozen=True, slots=True)
class Paper:
    """A document."""

    path: Path
    first: str
    """Its first words, without the spaces between them, as terminals are looked at."""
    last: str
    """Its last words, likewise."""


def papers(folder: Path) -> Mapping[str, Paper]:
    """The documents, made where they are not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = _lines()
    first, last = "".join(lines[0].split()[:6]), "".join(lines[-1].split()[-3:])
    makers: dict[str, tuple[str, Callable[[], bytes]]] = {
        MARKDOWN: ("long.md", lambda: "\n\n".join(lines).encode()),
        f"{PAGES}-page PDF": ("long.pdf", _pdf),
        "its text": ("long.txt", lambda: "\n\n".join(lines).encode()),
        "5 MB EPUB": ("long.epub", _epub),
        "1 MB web page": ("long.html", _page),
    }
    found: dict[str, Paper] = {}
    for name, (file, make) in makers.items():
        found[name] = Paper(folder / file, first, last)
        if not found[name].path.exists():
            found[name].path.write_bytes(make())
    return found


def rows(found: Mapping[str, list[Reading]]) -> Iterator[Sequence[str]]:
    """A row for each document that was read."""
    for name, readings in found.items():
        one = middle(readings)
        size, memory = f"{one.characters / 1e6:.1f} million", f"{one.peak_megabytes:.0f} MB"
        yield [name, str(len(readings)), size, tables.seconds(one.seconds), memory]


def read(path: Path, timeout_seconds: float) -> Reading:
    """Read a document in a new process."""
    command = (sys.executable, "-c", _READ, str(path))
    done = subprocess.run(command, capture_output=True, check=True, timeout=timeout_seconds)
    return Reading(*json.loads(done.stdout))


def middle(readings: list[Reading]) -> Reading:
    """The median of each figure."""
    return Reading(
        median(reading.seconds for reading in readings),
        readings[0].characters,
        median(reading.peak_megabytes for reading in readings),
    )


def _lines() -> list[str]:
    """The lines of the long PDF."""
    text = "".join(ordinary(random.Random("papers"), PAGES * _LINES * 84))
    words = text.replace("#", "").replace("|", " ").replace("*", "").split()
    return wrap(" ".join(words), 84)[: PAGES * _LINES]


def _pdf() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, pageCompression=1)
    lines = _lines()
    for page in range(PAGES):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(70, 810, "A report of many pages")
        canvas.drawRightString(525, 810, str(page + 1))
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(70, 780, f"Part {page + 1}")
        canvas.setFont("Times-Roman", 11)
        for row, line in enumerate(lines[page * _LINES : (page + 1) * _LINES]):
            canvas.drawString(70, 755 - 14 * row, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _epub() -> bytes:
    """A book whose chapters have five million bytes in all."""
    return book(list(_chapters(_BOOK_BYTES)), title="A long book")


def _page() -> bytes:
    """A page of the web with one long article."""
    text = "".join(_chapters(_PAGE_BYTES)).replace("h1>", "h2>")
    return f"<html><body><article><h1>A long page</h1>{text}</article></body></html>".encode()


def _chapters(size: int) -> Iterator[str]:
    """Chapters of so many bytes in all; the last ends as all the lines do."""
    lines = _lines()
    written = count = 0
    while written < size:
        at, count = count * 7 % len(lines), count + 1
        words = "".join(f"<p>{' '.join(lines[at + n : at + n + 5])}</p>" for n in range(0, 200, 5))
        text = words.replace("&", "&amp;").replace("<http", "&lt;http")
        written += len(text)
        yield f"<h1>Chapter {count}</h1>{text}"
    yield f"<h1>The end</h1><p>{lines[-1]}</p>"
