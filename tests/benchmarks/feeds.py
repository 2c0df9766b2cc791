"""100 feeds with 10,000 items: their news, the list and a search, with newsboat beside it.

All feeds lie on loopback addresses of their own, so that both programs may ask several at once.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from itertools import cycle
from pathlib import Path

from briefing.model.feed import FeedSource
from briefing.model.library_file import LibraryFile
from briefing.storage.library_file import LibraryFileStore
from tests.benchmarks import tables
from tests.benchmarks.libraries import LANGUAGES, NEEDLE
from tests.benchmarks.measures import sight_of
from tests.benchmarks.programs import BRIEFING, environment
from tests.benchmarks.responsiveness import Waits
from tests.benchmarks.runs import Run, run_command
from tests.benchmarks.terminal import Terminal
from tests.feed_server import FeedServer, feed_server, item, rss, tagged

UPDATE_HEAD = ["", "briefing", "its processor", "newsboat", "its processor", "÷ newsboat"]
SCREEN_HEAD = ["", "briefing", "newsboat", "÷ newsboat"]

_FEEDS, _ITEMS, _NEWS = 100, 100, 20
_NEEDLE_EVERY = 100
_FOUND = "Finch report"
"""What the items with `NEEDLE` are called."""
_TYPING_SECONDS = 0.06
_PRESSES, _EVERY_SECONDS = 60, 0.1
_PATIENCE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Bench:
    """Two programs that ask the same feeds."""

    server: FeedServer
    """What answers."""
    home: Path
    """Where both keep what they have."""

    @property
    def library(self) -> Path:
        """The library of briefing."""
        return self.home / "feeds-library"

    @property
    def update(self) -> Sequence[str]:
        """What asks for news here."""
        return (*BRIEFING.command, "feeds", "update", "--to", str(self.library))

    @property
    def newsboat(self) -> Sequence[str]:
        """The other program."""
        files = {"-u": "urls", "-c": "cache.db", "-C": "config"}
        words = (word for flag, name in files.items() for word in (flag, self._own(name)))
        return ("newsboat", *words)

    def prepare(self) -> None:
        """Let both know the feeds, and nothing of their items."""
        shutil.rmtree(self.library, ignore_errors=True)
        shutil.rmtree(self.home / "newsboat", ignore_errors=True)
        (self.home / "newsboat").mkdir(parents=True)
        port = self.server.server_address[1]
        urls = [f"http://127.0.1.{n + 1}:{port}/{n}" for n in range(_FEEDS)]
        Path(self._own("urls")).write_text("\n".join(urls) + "\n")
        Path(self._own("config")).write_text("reload-threads 8\n")
        feeds = tuple(FeedSource(f"feed-{n}", url) for n, url in enumerate(urls))
        LibraryFileStore(self.library).change(lambda _file: LibraryFile(feeds))

    def serve(self, items: int) -> None:
        """Let each feed have so many items, the newest first."""
        for number in range(_FEEDS):
            found = (_item(number, key) for key in reversed(range(items)))
            self.server.serve(f"/{number}", tagged(rss(*found, title=f"Feed {number}")))

    def _own(self, name: str) -> str:
        return str(self.home / "newsboat" / name)


@contextmanager
def bench(home: Path) -> Iterator[Bench]:
    """Feeds that answer, and two programs that have never asked them."""
    with feed_server("0.0.0.0") as server:  # each of loopback's is a host
        found = Bench(server, home)
        found.prepare()
        found.serve(_ITEMS)
        yield found


def update_rows(found: Bench) -> Iterator[list[str]]:
    """Asking for news: for the first time, of what has not changed, and of some news a feed."""
    yield _update_row("the first time, 10,000 items", found)
    yield _update_row("nothing new", found)
    yield _update_row("nothing new, again", found)
    found.serve(_ITEMS + 1)
    yield _update_row("one new item a feed", found)


def screen_rows(found: Bench) -> Iterator[list[str]]:
    """The list with all items, and a word that stands in one of a hundred; the second opening."""
    run_command((*BRIEFING.command, "list", str(found.library)), found.home)  # builds the index
    ours = (*BRIEFING.command, str(found.library))
    first = _times(ours, found, f"S{NEEDLE}", ("Item", "Searchthelibrary"))
    other = _times(found.newsboat, found, f"/{NEEDLE}\r", ("Feed1", "Searchfor"))
    for name, one, two in zip(("first rows", "a search, shown"), first, other, strict=True):
        yield [name, *(tables.seconds(each) for each in (one, two)), tables.times(_ratio(one, two))]


def keys_while_updating(found: Bench) -> Waits:
    """How long `j` and `k` wait while each feed brings news."""
    found.serve(_ITEMS + 1 + _NEWS)
    waits: list[float] = []
    with Terminal((*BRIEFING.command, str(found.library)), environment(found.home)) as terminal:
        terminal.wait_for(sight_of("Item"), _PATIENCE_SECONDS)
        terminal.settle(1.0, 10.0)
        terminal.answer("r", sight_of(f"of{_FEEDS}"), _PATIENCE_SECONDS)
        for _number, key in zip(range(_PRESSES), cycle("jk"), strict=False):
            waited = terminal.answer(key, sight_of("›"), _PATIENCE_SECONDS)
            waits += [] if waited is None else [waited]
            terminal.settle(_EVERY_SECONDS, _EVERY_SECONDS)
        return Waits(tuple(waits), _PRESSES - len(waits))


def _update_row(name: str, found: Bench) -> list[str]:
    ours = run_command(found.update, found.home)
    other = run_command((*found.newsboat, "-x", "reload"), found.home) if _has_newsboat() else None
    row = [name, *_cells(ours), *_cells(other)]
    return [*row, tables.times(None if other is None else ours.seconds / other.seconds)]


def _cells(found: Run | None) -> Iterator[str]:
    yield tables.seconds(None if found is None else found.seconds)
    yield tables.seconds(None if found is None else found.processor_seconds)


def _times(
    command: Sequence[str], found: Bench, keys: str, signs: tuple[str, str]
) -> tuple[float | None, float | None]:
    """Seconds to the first rows, and from the last of some keys to what they find.

    Args:
        command: What is started.
        found: The feeds.
        keys: The key that opens a search, and what is typed then.
        signs: What the first rows and the search are known by, without spaces.
    """
    if command[0] == "newsboat" and not _has_newsboat():
        return None, None
    with Terminal(command, environment(found.home)) as terminal:
        seen_at = terminal.wait_for(sight_of(signs[0]), _PATIENCE_SECONDS)
        opened = None if seen_at is None else seen_at - terminal.started_at
        terminal.settle(1.0, 30.0)
        terminal.answer(keys[0], sight_of(signs[1]), _PATIENCE_SECONDS)
        for letter in keys[1:-1]:
            terminal.press(letter)
            terminal.settle(_TYPING_SECONDS, _TYPING_SECONDS)
        sight = sight_of(_FOUND.replace(" ", ""))
        return opened, terminal.answer(keys[-1], sight, _PATIENCE_SECONDS)


def _ratio(one: float | None, two: float | None) -> float | None:
    return None if one is None or not two else one / two


def _has_newsboat() -> bool:
    return shutil.which("newsboat") is not None


def _item(feed: int, number: int) -> str:
    """An item of four paragraphs; one in a hundred has the word that is looked for."""
    key = feed * 1_000 + number
    chance = random.Random(f"feeds-{key}")
    words = LANGUAGES[0].common.split() + LANGUAGES[0].syllables.split()
    paragraphs = [" ".join(chance.choices(words, k=60)).capitalize() for _ in range(4)]
    has_needle = key % _NEEDLE_EVERY == _NEEDLE_EVERY - 1
    paragraphs += [f"A {NEEDLE} was seen."] if has_needle else []
    text = escape("".join(f"<p>{each}.</p>" for each in paragraphs))
    title = f"{_FOUND if has_needle else 'Item'} {key}"
    date = f"2026-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}T08:00:00Z"
    link = f"https://example.org/{key}"
    return item(key, title=title, link=link, text=text, date=date)
