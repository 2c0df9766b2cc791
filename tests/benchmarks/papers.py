"""How long it takes to read a document of another format, and how much memory, beside plain text.

Each is read in a process of its own, since what a format needs is loaded only for it.
"""

from __future__ import annotations

import io
import json
import random
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from textwrap import wrap

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.benchmarks.documents import ordinary
from tests.parsing.importers.forms import book

PAGES = 300
"""Of the long PDF."""
_LINES = 46
"""Lines of a page of it."""
_BOOK_BYTES = 5_000_000
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


def papers(folder: Path) -> Mapping[str, Path]:
    """The documents, made where they are not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    makers: dict[str, tuple[str, Callable[[], bytes]]] = {
        f"{PAGES}-page PDF": ("long.pdf", _pdf),
        "its text": ("long.txt", lambda: "\n\n".join(_lines()).encode()),
        "5 MB EPUB": ("long.epub", _epub),
    }
    found: dict[str, Path] = {}
    for name, (file, make) in makers.items():
        found[name] = folder / file
        if not found[name].exists():
            found[name].write_bytes(make())
    return found


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
    lines = _lines()
    chapters: list[str] = []
    written = 0
    while written < _BOOK_BYTES:
        at = len(chapters) * 7 % len(lines)
        words = "".join(f"<p>{' '.join(lines[at + n : at + n + 5])}</p>" for n in range(0, 200, 5))
        page = words.replace("&", "&amp;").replace("<http", "&lt;http")
        chapters.append(f"<h1>Chapter {len(chapters) + 1}</h1>{page}")
        written += len(page)
    return book(chapters, title="A long book")
