"""A library of many articles: the index, finding words in it beside grep, and the list itself."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle, islice
from pathlib import Path

from briefing.cli.library_opening import open_library
from briefing.model.settings import Settings
from briefing.session.library_find import find_now
from briefing.text.queries import parse_query
from tests.benchmarks import tables
from tests.benchmarks.documents import FIRST
from tests.benchmarks.libraries import NEEDLE
from tests.benchmarks.measures import fresh_copy, sight_of
from tests.benchmarks.programs import BRIEFING, environment
from tests.benchmarks.responsiveness import Waits
from tests.benchmarks.runs import run_command
from tests.benchmarks.terminal import Sight, Terminal

FIND_HEAD = ["", "time", "processor", "÷ grep"]
QUERY_HEAD = ["query", "first document", "ten"]
SCREEN_HEAD = [
    "query, typed in the list",
    "first hits after the last letter",
    "all hits",
    "peak memory",
]
OPEN_HEAD = ["", "first rows or words", "÷ 5 KB article"]
GROWTH_HEAD = ["articles", "text", "index built", "per second", "index ÷ text", "peak memory"]

_QUERIES = {
    "a word in 1 of 100 articles": NEEDLE,
    "a word in most articles of a language": "der",
    "a word that must not be there": "-der",
    "both": f"{NEEDLE} -der",
    "a phrase": '"people left chile"',
    "Chinese, two characters": "挪威",
}
_TYPED = {
    NEEDLE: "was",
    "der": "der",
    "people": "people",
    "挪威": "挪威",
    "-der lang:it": "2020-05-05",
}
"""What is typed in the list, and what its first hits bring to the screen besides."""
_COUNTED = re.compile(r"\d[\d,]*documents?(?!…)")
"""The line below the hits, once all are there."""
_ROW = re.compile(r"\d{7}\.md|20\d\d-\d\d-\d\d")
"""A row of the list: known by its name alone, or with its date."""
_READING = "to be read"
"""Stands in the foot while the files are read: the program is loaded then."""
_TEN = 10
_TYPING_SECONDS = 0.12
"""Between two letters."""
_PRESSES, _EVERY_SECONDS = 60, 0.1
_PATIENCE_SECONDS = 60.0


def find_rows(folder: Path, home: Path) -> Iterator[list[str]]:
    """A word in 1 of 100 articles: `briefing find` that builds its index, again, and its peers."""
    shutil.rmtree(home / "cache", ignore_errors=True)
    ours = (*BRIEFING.command, "find", NEEDLE, str(folder))
    commands = {
        "`briefing find`, which builds its index": ours,
        "`briefing find` again": ours,
        "`grep -r`": ("grep", "-rl", NEEDLE, str(folder)),
        "ripgrep": ("rg", "-l", NEEDLE, str(folder)),
    }
    runs = {
        name: run_command(words, home) for name, words in commands.items() if shutil.which(words[0])
    }
    base = runs["`grep -r`"].seconds
    for name, run in runs.items():
        took = (tables.seconds(run.seconds), tables.seconds(run.processor_seconds))
        yield [name, *took, tables.times(run.seconds / base)]


def query_rows(folder: Path, home: Path) -> Iterator[list[str]]:
    """Queries as the screen asks them: of the index of `find_rows`, and of the files alone."""
    for is_indexed in (True, False):
        cache = home / "cache" if is_indexed else home / "no-cache"
        for name, query in list(_QUERIES.items())[: None if is_indexed else 1]:
            words = (sys.executable, "-m", __name__, str(folder), query)
            given = environment(home) | {"XDG_CACHE_HOME": str(cache)}
            told = subprocess.run(words, env=given, stdout=subprocess.PIPE, check=True)
            took = (tables.seconds(float(word)) for word in told.stdout.split())
            title = name if is_indexed else f"{name}, without an index"
            yield [title, *took]


def screen_rows(folder: Path, home: Path) -> Iterator[list[str]]:
    """Searches as they are typed: with the index of `find_rows`, and one without."""
    for query, sight in _TYPED.items():
        yield [f"`{query}`", *_typed(folder, environment(home), query, sight)]
    shutil.rmtree(home / "no-cache", ignore_errors=True)
    (home / "no-cache").write_text("no index can be made here")
    given = environment(home) | {"XDG_CACHE_HOME": str(home / "no-cache")}
    yield [f"`{NEEDLE}`, without an index", *_typed(folder, given, NEEDLE, _TYPED[NEEDLE])]
    (home / "no-cache").unlink()


def _typed(folder: Path, given: Mapping[str, str], query: str, sight: str) -> Iterator[str]:
    """How long a query takes whose letters are typed one after the other, and the most memory."""
    with Terminal(BRIEFING.started_with(folder), given) as terminal:
        terminal.wait_for(lambda screen: bool(_ROW.search(screen)), _PATIENCE_SECONDS)
        terminal.settle(1.0, 10.0)
        for letter in f"S{query[:-1]}":
            terminal.press(letter)
            terminal.settle(_TYPING_SECONDS, _TYPING_SECONDS)
        pressed_at = terminal.press(query[-1])
        first = terminal.wait_for(lambda screen: sight in screen, _PATIENCE_SECONDS)
        whole = terminal.wait_for(lambda screen: bool(_COUNTED.search(screen)), _PATIENCE_SECONDS)
        for seen_at in (first, whole):
            yield tables.seconds(None if seen_at is None else seen_at - pressed_at)
        yield f"{terminal.peak_megabytes():.0f} MB"


def open_rows(folder: Path, article: Path, home: Path, runs: int) -> Iterator[list[str]]:
    """The list on its very first opening, and with its index, beside a short article in turn."""
    found: dict[str, list[float]] = {}
    for _round in range(runs):
        path = fresh_copy(article, home)
        found.setdefault("5 KB article", []).append(_first(path, home, sight_of(FIRST)))
        for name, cache in (("never opened before", "no-cache"), ("with its index", "cache")):
            shutil.rmtree(home / "no-cache", ignore_errors=True)
            seen = _first(folder, home, lambda screen: bool(_ROW.search(screen)), cache)
            found.setdefault(name, []).append(seen)
    base = sorted(found["5 KB article"])[runs // 2]
    for name, took in found.items():
        middle = sorted(took)[runs // 2]
        yield [name, tables.seconds(middle), tables.times(middle / base)]


def keys_while_indexing(folder: Path, home: Path) -> tuple[Waits, float]:
    """How long `j` and `k` wait while the files are read, and the most memory until then."""
    shutil.rmtree(home / "no-cache", ignore_errors=True)
    given = environment(home) | {"XDG_CACHE_HOME": str(home / "no-cache")}
    waits: list[float] = []
    with Terminal(BRIEFING.started_with(folder), given) as terminal:
        terminal.wait_for(lambda screen: _READING in screen, _PATIENCE_SECONDS)
        terminal.settle(0.5, 2.0)
        for _number, key in zip(range(_PRESSES), cycle("jk"), strict=False):
            waited = terminal.answer(key, lambda screen: "›" in screen, _PATIENCE_SECONDS)
            waits += [] if waited is None else [waited]
            terminal.settle(_EVERY_SECONDS, _EVERY_SECONDS)
        return Waits(tuple(waits), _PRESSES - len(waits)), terminal.peak_megabytes()


def growth_rows(folders: Sequence[Path], home: Path) -> Iterator[list[str]]:
    """How building the index grows with the articles."""
    for folder in folders:
        shutil.rmtree(home / "cache", ignore_errors=True)
        run = run_command((*BRIEFING.command, "find", NEEDLE, str(folder)), home)
        sizes = [path.stat().st_size for path in folder.rglob("*.md")]
        index = sum(path.stat().st_size for path in (home / "cache").rglob("*.sqlite*"))
        speed = f"{sum(sizes) / 1e6 / run.processor_seconds:.1f} MB"
        share, peak = tables.times(index / sum(sizes)), f"{run.peak_megabytes:.0f} MB"
        text, took = f"{sum(sizes) / 1e6:.0f} MB", tables.seconds(run.processor_seconds)
        yield [f"{len(sizes):,}", text, took, speed, share, peak]


def _first(path: Path, home: Path, sight: Sight, cache: str = "cache") -> float:
    given = environment(home) | {"XDG_CACHE_HOME": str(home / cache)}
    with Terminal(BRIEFING.started_with(path), given) as terminal:
        seen_at = terminal.wait_for(sight, _PATIENCE_SECONDS)
        return _PATIENCE_SECONDS if seen_at is None else seen_at - terminal.started_at


def main() -> None:
    """Ask one query as the screen does: seconds to the first document, and to ten."""
    library = open_library(Path(sys.argv[1]), Settings())
    began = time.perf_counter()
    found = find_now(library, parse_query(sys.argv[2]))
    took = [time.perf_counter() - began for _each in islice(found, _TEN)]
    took = took or [time.perf_counter() - began]
    print(took[0], took[-1])


if __name__ == "__main__":
    main()
