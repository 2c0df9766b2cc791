"""What is hostile, at 1, 2, 4 and 8 times its length: how the work grows, beside ordinary text."""

from __future__ import annotations

import asyncio
import hashlib
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from textual import events

from briefing.layout.flow import Flow
from briefing.parsing.document import MarkdownDocument
from tests.benchmarks import tables
from tests.benchmarks.documents import ordinary
from tests.benchmarks.programs import environment
from tests.journeys.desk import desk

TIMES = (1, 2, 4, 8)
_QUOTE, _WRONG = "uno due tre", "una dua tra"

TEXTS: dict[str, tuple[int, Callable[[int], str]]] = {
    "ordinary text": (125_000, lambda n: "".join(ordinary(random.Random(1), n))),
    "plain words": (600, lambda n: ("parola " * 60 + "\n\n") * n),
    "footnotes": (
        1_000,
        lambda n: "".join(
            f"word word [^{i}] word\n\n[^{i}]: note number {i}\n\n" for i in range(n)
        ),
    ),
    "adjacent footnotes": (
        2_500,
        lambda n: (
            "".join(f"word [^{i}] " for i in range(n))
            + "\n\n"
            + "".join(f"[^{i}]: note number {i}\n" for i in range(n))
        ),
    ),
    "link definitions": (
        6_250,
        lambda n: "".join(f"[l{i}]: http://e.org/{i}\n" for i in range(n)) + "\nword [l0]\n",
    ),
    "leading newlines": (125_000, lambda n: "\n" * n + "word\n"),
    "cells of a table": (
        125_000,
        lambda n: "|a" * 10 + "|\n" + "|-" * 10 + "|\n" + ("|a" * 10 + "|\n") * (n // 10),
    ),
    "short headings": (10_000, lambda n: "# parola\n\n" * n),
    "bold words": (10_000, lambda n: ("**parola** " * 60 + "\n\n") * (n // 60)),
    "short items": (10_000, lambda n: "- parola\n" * n),
    "definitions of one label": (10_000, lambda n: "[a]: /u\n" * n),
    "[]": (10_000, lambda n: "[]" * n),
    "[a](": (10_000, lambda n: "[a](" * n),
    "lines of a bar": (10_000, lambda n: "|\n" * n),
    "underlined headings": (10_000, lambda n: "a\n=\n" * n),
}
"""How many at first, and a text with so many of them."""
RUNS = 3
"""How often a text is read; the least counts, which other work disturbs least."""
NOTES = 6_250
"""Notes on one text, at first."""
_HEAD_OF_NOTES = """\
format: 1
article: r
title: T
language: it
revisions:
- {{sha256: {}, date: '2026-11-22T08:00:00Z'}}
notes:
"""
_NOTE = """
- id: n{0:09}
  kind: note
  by: b
  created: '2026-11-22T08:15:30Z'
  updated: '2026-11-22T09:00:00Z'
  state: open
  rev: {1}
  at: [2, 13]
  quote: {2}
  before: ''
  after: ''
  color: yellow
  tags: []
  text: note {0}
"""
PASTED = 6_250
"""Characters pasted into the search, at first."""


def rows() -> Iterator[list[str]]:
    """A row a kind: what it is, how many at most, seconds, factors at each doubling, per MB."""
    for name, (count, make) in TEXTS.items():
        sources = [make(count * times) for times in TIMES]
        _read_and_lay_out(sources[0])  # what is imported and compiled once
        spent = [min(_read_and_lay_out(source) for _ in range(RUNS)) for source in sources]
        yield _row(name, count, spent, spent[-1] / len(sources[-1]) * 1e6)
    for name, quote in (("notes, listed", _QUOTE), ("notes with wrong quotes", _WRONG)):
        yield _row(name, NOTES, [_list_notes(NOTES * times, quote) for times in TIMES], None)
    yield _row("pasted characters", PASTED, [_paste(PASTED * times) for times in TIMES], None)


HEAD = ["", "most", *(f"{times} ×" for times in TIMES), "factors", "of 1 MB"]


def _row(name: str, count: int, spent: list[float], per_megabyte: float | None) -> list[str]:
    factors = ", ".join(f"{after / before:.1f}" for before, after in pairwise(spent))
    most = f"{count * TIMES[-1]:,}"
    return [name, most, *map(tables.seconds, spent), factors, tables.seconds(per_megabyte)]


def _read_and_lay_out(source: str) -> float:
    """Processor seconds until a text is read and laid out to its end, in the reader's order."""
    start = time.process_time()
    document = MarkdownDocument(source, name="x")
    flow = Flow(document, 80)
    while flow.lay_out_next():
        pass
    document.article()
    return time.process_time() - start


def _list_notes(count: int, quote: str) -> float:
    """Processor seconds of the command that lists so many notes beside a text."""
    with TemporaryDirectory() as folder:
        article = Path(folder) / "r.md"
        article.write_text(f"# T\n\n{_QUOTE} quattro\n\n" + "parola " * 2_000, "utf-8")
        (Path(folder) / "r.notes.yaml").write_text(_notes(count, quote), "utf-8")
        before = os.times()
        subprocess.run(
            [sys.executable, "-m", "briefing", "notes", "list", str(article)],
            env=environment(Path(folder) / "home"),
            stdout=subprocess.DEVNULL,
            check=False,
        )
        after = os.times()
    return after.children_user + after.children_system - before[2] - before[3]


def _notes(count: int, quote: str) -> str:
    """A notes file as the program writes it, of notes on an earlier text."""
    revision = hashlib.sha256(b"another text").hexdigest()
    notes = (
        _NOTE.format(n, revision, f"{quote}{n if quote == _WRONG else ''}") for n in range(count)
    )
    return _HEAD_OF_NOTES.format(revision) + "".join(notes)


def _paste(count: int) -> float:
    """Seconds from pasting so many characters into the search until it is closed again."""
    with TemporaryDirectory() as folder:
        article = Path(folder) / "r.md"
        article.write_text("parola uno\n\n" * 2_000, "utf-8")
        return asyncio.run(_paste_into(article, "parola uno " * (count // 11)))


async def _paste_into(article: Path, text: str) -> float:
    async with desk(str(article)) as reader:
        await reader.press("slash")
        start = time.perf_counter()
        reader.app.post_message(events.Paste(text))
        await reader.press("x", "escape")
        return time.perf_counter() - start
