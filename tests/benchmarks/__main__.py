"""Measures the reader and its peers, and prints the tables of docs/performance.md.

It never passes or fails: how fast a machine is, is not a property of the program. What compares is
the ratio of two runs of one round. Documents, frogmouth's environment and the users' folders lie in
the cache folder and are kept for the next time.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from briefing.languages.compiled import FOLDER, compiled
from tests.benchmarks import (
    changed,
    feeds,
    growth,
    longtexts,
    panels,
    papers,
    papers_opened,
    shelves,
    tables,
)
from tests.benchmarks.documents import HOSTILE, NEEDLE, SIZES, SPECIFICATION, document
from tests.benchmarks.libraries import ARTICLE_BYTES, SHORT_BYTES, library
from tests.benchmarks.measures import Figures, in_turn, run_once
from tests.benchmarks.programs import BARE, BRIEFING, peers
from tests.benchmarks.responsiveness import When, press_while_busy, search

_PATIENT_SECONDS, _HASTY_SECONDS = 120.0, 20.0
"""How long first words are waited for: with ``--full``, and otherwise."""


class Bench:
    """Everything that is measured, in order, until the time is up."""

    def __init__(self, options: argparse.Namespace, cache: Path) -> None:
        self.runs: int = options.runs
        self.is_full: bool = options.full
        self.patience = _PATIENT_SECONDS if options.full else _HASTY_SECONDS
        self.ends_at: float = time.monotonic() + options.minutes * 60
        self.cache, self.home, self.folder = cache, cache / "home", cache / "documents"

    @property
    def is_over(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() > self.ends_at

    def peers(self) -> None:
        """All programs on documents that all of them open; on longer ones with ``--full``."""
        programs = peers(self.cache)
        for name in (*SIZES, SPECIFICATION) if self.is_full else ("5 KB", "100 KB"):
            if self.is_over:
                return
            found = in_turn(
                programs,
                document(name, self.folder),
                self.home,
                runs=self.runs,
                timeout_seconds=self.patience,
                until=self.ends_at,
            )
            _print(f"{name}: all programs in turn", tables.of_document(found, BARE.name))

    def reader(self) -> None:
        """The reader on documents of all sizes in turn, the bare app beside it."""
        found: dict[str, list[Figures]] = {name: [] for name in (*SIZES, SPECIFICATION)}
        found[BARE.name] = []
        self._rounds(found, self.runs)
        _print("The reader by length of text", tables.of_reader(found, "5 KB"))

    def hostile(self) -> None:
        """The reader on documents nobody would send, beside 10 MB of an ordinary one."""
        names = ("10 MB", *HOSTILE)
        found: dict[str, list[Figures]] = {name: [] for name in names}
        self._rounds(found, self.runs if self.is_full else 1)
        _print("Hostile documents of 10 MB", tables.of_reader(found, "10 MB"))

    def keys(self) -> None:
        """Keys while 1 MB of news fills the panels; keys and searches while 10 MB are taken in."""
        if self.is_over:
            return
        self._keys_while_panels_fill()
        path = document("10 MB", self.folder)
        busy = press_while_busy(path, self.home, seconds=30, timeout_seconds=self.patience)
        _print("Keys while 10 MB are taken in", tables.of_waits(busy.keys))
        print(f"All taken in {tables.seconds(busy.seconds)} after the first words, of which keys")
        print(f"were pressed for 30 s; most memory: {busy.peak_megabytes:.0f} MB.\n")
        rows = []
        for when in When:
            hit, count = search(
                path, self.home, NEEDLE, "1hit", when=when, timeout_seconds=_PATIENT_SECONDS
            )
            rows.append([when, tables.seconds(hit), tables.seconds(count)])
        _print("Search in 10 MB", tables.table(["", "first hit", "count"], iter(rows)))

    def panels(self) -> None:
        """What the panels of 1 and 10 MB cost."""
        if not self.is_over:
            rows = panels.rows(self.folder, self.home, _PATIENT_SECONDS)
            _print("The panels", tables.table(panels.HEAD, rows))

    def papers(self) -> None:
        """Documents of other formats, each beside the plain text of the same length."""
        read: dict[str, list[papers.Reading]] = {}
        opened: dict[str, list[Figures]] = {}
        for _ in range(self.runs):
            for name, paper in papers.papers(self.folder).items():
                if not self.is_over:
                    read.setdefault(name, []).append(papers.read(paper.path, _PATIENT_SECONDS))
                    once = papers_opened.open_once(paper, self.home, _HASTY_SECONDS)
                    opened.setdefault(name, []).append(once)
        head = ["", "runs", "characters", "processor time", "peak memory"]
        _print("Documents of other formats, imported", tables.table(head, papers.rows(read)))
        rows = papers_opened.rows(opened, papers.MARKDOWN)
        _print("Documents of other formats, opened", tables.table(papers_opened.HEAD, rows))

    def growth(self) -> None:
        """What is hostile at 1, 2, 4 and 8 times its length."""
        if not self.is_over:
            _print("Growth at each doubling", tables.table(growth.HEAD, growth.rows()))

    def longtexts(self) -> None:
        """Keys beside fields of a million characters."""
        if not self.is_over:
            _print("Keys beside long texts", tables.table(longtexts.HEAD, longtexts.rows()))

    def changes(self) -> None:
        """What changed since a long text was read; 10 MB of it with ``--full``."""
        names = changed.SIZES if self.is_full else changed.SIZES[:1]
        if not self.is_over:
            rows = changed.rows({name: document(name, self.folder) for name in names})
            _print("1,000 changes in a long text", tables.table(changed.HEAD, rows))

    def library(self) -> None:
        """20,000 articles; with ``--full`` how the index grows up to 100,000 short ones."""
        if self.is_over:
            return
        print("preparing 20,000 articles", file=sys.stderr)
        home, place = self.home, self.folder / "libraries"
        many = library(place, 20_000, ARTICLE_BYTES)
        found = shelves.find_rows(many, home)
        _print("A word in 20,000 articles", tables.table(shelves.FIND_HEAD, found))
        asked = shelves.query_rows(many, home)
        _print("Queries of 20,000 articles", tables.table(shelves.QUERY_HEAD, asked))
        typed = shelves.screen_rows(many, home)
        _print("Queries of 20,000 articles, typed", tables.table(shelves.SCREEN_HEAD, typed))
        opened = shelves.open_rows(many, document("5 KB", self.folder), home, self.runs)
        _print("Opening 20,000 articles", tables.table(shelves.OPEN_HEAD, opened))
        keys, peak = shelves.keys_while_indexing(many, home)
        _print("Keys while 20,000 articles are read", tables.of_waits({"j, k": keys}))
        print(f"Most memory until then: {peak:.0f} MB.\n")
        sizes = (1_000, 10_000, 100_000) if self.is_full else (1_000, 10_000)
        folders = [library(place, count, SHORT_BYTES) for count in sizes]
        grown = shelves.growth_rows([*folders, many], home)
        _print("The index by articles", tables.table(shelves.GROWTH_HEAD, grown))

    def feeds(self) -> None:
        """100 feeds with 10,000 items, and newsboat on the same ones."""
        if self.is_over:
            return
        with feeds.bench(self.home) as found:
            rows = feeds.update_rows(found)
            _print("News of 100 feeds", tables.table(feeds.UPDATE_HEAD, rows))
            rows = feeds.screen_rows(found)
            _print("10,000 items of feeds", tables.table(feeds.SCREEN_HEAD, rows))
            waits = {"j, k": feeds.keys_while_updating(found)}
            _print("Keys while 100 feeds bring 2,000 items", tables.of_waits(waits))

    def _keys_while_panels_fill(self) -> None:
        path = document("1 MB of news", self.folder)
        alone = press_while_busy(path, self.home, seconds=0, timeout_seconds=self.patience)
        busy = press_while_busy(path, self.home, seconds=10, timeout_seconds=self.patience)
        _print("Keys while 1 MB of news is taken in and analysed", tables.of_waits(busy.keys))
        print(f"Without keys all panels are full {tables.seconds(alone.seconds)} after the first")
        print(f"words, a second of quiet included; most memory: {busy.peak_megabytes:.0f} MB.\n")

    def _rounds(self, found: dict[str, list[Figures]], runs: int) -> None:
        for number in range(runs + 1):
            for name, earlier in found.items():
                if self.is_over:
                    print(f"time is up after {number} rounds", file=sys.stderr)
                    return
                program = BARE if name == BARE.name else BRIEFING
                path = document("5 KB" if name == BARE.name else name, self.folder)
                figures = run_once(program, path, self.home, self.patience)
                if number:
                    earlier.append(figures)


def main() -> None:
    """Measure what is asked for."""
    parts = (
        "reader",
        "peers",
        "hostile",
        "keys",
        "panels",
        "papers",
        "growth",
        "longtexts",
        "changes",
        "library",
        "feeds",
    )
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--full", action="store_true", help="all documents for all programs")
    parser.add_argument("--runs", type=int, default=5, help="rounds that count (5)")
    parser.add_argument("--minutes", type=float, default=None, help="most time (8; 60 for --full)")
    parser.add_argument("--only", choices=parts, action="append", help="leave out the others")
    options = parser.parse_args()
    options.minutes = options.minutes or (60 if options.full else 8)
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "briefing-bench"
    _compile_words()
    bench = Bench(options, cache)
    print(f"Measured {datetime.now(UTC):%Y-%m-%d %H:%M} UTC on {_machine()}.")
    print(f"Command: `python -m tests.benchmarks {' '.join(sys.argv[1:])}`\n", flush=True)
    for part in options.only or parts:
        getattr(bench, part)()


def _compile_words() -> None:
    """Write the languages' compiled files where they are not those of now, as `make` does.

    An installed program has them. Without them each start reads TOML for a tenth of a second.
    """
    for written in FOLDER.glob("*.toml"):
        beside, tables = written.with_suffix(".json"), compiled(written.read_bytes())
        if not beside.exists() or beside.read_text("utf-8") != tables:
            beside.write_text(tables, "utf-8")


def _machine() -> str:
    load = ", ".join(f"{number:.1f}" for number in os.getloadavg())
    python = platform.python_version()
    return f"{os.cpu_count()} processors ({platform.machine()}), Python {python}, load {load}"


def _print(title: str, text: str) -> None:
    print(f"### {title}\n\n{text}", flush=True)


if __name__ == "__main__":
    main()
