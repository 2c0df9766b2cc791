"""One reader who presses anything, while others write into the same files."""

from __future__ import annotations

import asyncio
import gc
import random
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from textual import events
from textual.command import CommandPalette
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from briefing.cli.wiring import load_source_again, open_store
from briefing.model.span import Span
from briefing.session.clock import SystemClock
from briefing.session.notebook import NoteDraft
from briefing.session.reading import open_reading
from briefing.storage.sources import load_path
from briefing.ui.app import BriefingApp
from briefing.ui.keys import ACTIONS
from tests.journeys import desk

WARM_SECONDS = 60.0
"""How long caches may fill before growth counts."""

_LEFT_OUT = ("leave", "quit", "interrupt", "suspend", "edit_source", "note_in_editor", "open_link")
"""What would end the reader, or asks for another program."""
KEYS = [key for action in ACTIONS if action.id not in _LEFT_OUT for key in action.keys]
MOVES = ["j", "k", "space", "b", "]", "[", "g", "G", "n", "N"]
TYPED = [*"aeiou rst", "space", "enter", "backspace", "tab", "shift+tab", "up", "down", "left"]
SIZES = [(120, 40), (80, 24), (40, 12), (250, 70), (100, 30), (60, 20), (39, 11), (121, 19)]
_ID = re.compile(r"^- id: (\w+)", re.MULTILINE)


@dataclass
class Soaked:
    """What was done, and what came of it."""

    seed: int
    """What the keys were drawn from."""
    counts: Counter[str] = field(default_factory=Counter)
    """How often each thing was done."""
    grown_bytes: int = 0
    """How much the memory grew after the first part of the time."""
    lost: set[str] = field(default_factory=set)
    """Notes that were in the file once and are not any more."""

    def __str__(self) -> str:
        counts = ", ".join(f"{count} {name}" for name, count in sorted(self.counts.items()))
        grown = f"{self.grown_bytes / 1e6:.1f} MB grown"
        return f"seed {self.seed}: {counts}; {grown}; {len(self.lost)} notes lost"


class Soak:
    """A reader and the others at one article."""

    def __init__(self, article: Path, seed: int) -> None:
        self.article = article
        self.notes = article.with_name(f"{article.stem}.notes.yaml")
        self.random = random.Random(seed)
        self.done = Soaked(seed)
        self._seen: set[str] = set()

    async def run(self, seconds: float) -> Soaked:
        """Go on for so long; raises what the app raises."""
        begin = time.monotonic()
        warm = min(WARM_SECONDS, seconds / 3)
        settled: int | None = None
        while (gone := time.monotonic() - begin) < seconds:
            app = desk.make_app(str(self.article), clock=SystemClock())
            async with app.run_test(size=(120, 40)) as pilot:
                await desk.ready(app, pilot)
                self.done.counts["openings"] += 1
                while app.is_running and (gone := time.monotonic() - begin) < seconds:
                    await self._step(app, pilot)
                    if settled is None and gone > warm:
                        settled = _memory()
                self.done.grown_bytes = _memory() - (settled or _memory())
        self._look_for_notes()
        self.done.counts["notes"] = len(self._seen)
        return self.done

    async def _step(self, app: BriefingApp, pilot: Pilot[None]) -> None:
        draw = self.random.random()
        if draw < 0.02:
            await pilot.resize_terminal(*self.random.choice(SIZES))
            self.done.counts["resizes"] += 1
        elif draw < 0.024:
            self._change_article()
        elif draw < 0.03:
            self._write_elsewhere()
        elif draw < 0.05:
            await self._write_note(app, pilot)
        else:
            for _key in range(self.random.randint(1, 8)):
                await self._press(app, self._key(app))
        if draw > 0.99:
            await pilot.pause()
            self._look_for_notes()

    async def _press(self, app: BriefingApp, key: str) -> None:
        """Send a key without waiting until the app rests, as people type."""
        is_one = len(key) == 1
        character = key if is_one else {"space": " "}.get(key)
        app.post_message(events.Key(_character_to_key(key) if is_one else key, character))
        await asyncio.sleep(0.004)
        self.done.counts["keys"] += 1

    def _key(self, app: BriefingApp) -> str:
        if isinstance(app.screen, CommandPalette):
            return "escape"
        if isinstance(app.focused, Input | TextArea):
            return str(self.random.choice([*TYPED, "escape", "ctrl+s"]))
        pool = MOVES if self.random.random() < 0.5 else KEYS
        return str(self.random.choice([*pool, "enter", "escape"]))

    async def _write_note(self, app: BriefingApp, pilot: Pilot[None]) -> None:
        if app.screen is not app.reader:
            await pilot.press("escape")
            return
        await pilot.press("a", *"una nota".replace(" ", "_"), "ctrl+s")
        self.done.counts["notes typed"] += 1

    def _change_article(self) -> None:
        text = self.article.read_text("utf-8")
        words = text.split(" ")
        at = self.random.randrange(len(words) // 2, len(words))
        words.insert(at, self.random.choice(["altro", "\n\nUn capoverso nuovo.\n\n", "già"]))
        if self.random.random() < 0.5:
            del words[self.random.randrange(len(words) // 2, len(words))]
        self.article.write_text(" ".join(words), "utf-8")
        self.done.counts["changes of the article"] += 1

    def _write_elsewhere(self) -> None:
        """Another window writes a note."""
        reading = open_reading(
            load_path(self.article),
            SystemClock(),
            "bruno",
            lambda source, article: open_store(source, article, None, None),
            load_source_again,
        )
        start = self.random.randrange(0, max(1, min(4000, len(reading.article.text) - 30)))
        note = reading.take_out_notes().add(Span(start, start + 20), NoteDraft(text="di Bruno"))
        self._seen.add(note.id)
        self.done.counts["notes by others"] += 1

    def _look_for_notes(self) -> None:
        if self.notes.exists():
            now = set(_ID.findall(self.notes.read_text("utf-8")))
            self.done.lost |= self._seen - now
            self._seen |= now


def _memory() -> int:
    """What the process holds, in bytes."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096


def long_article(source: str, size: int) -> str:
    """An article of about so many characters, made of a short one over and over."""
    body = source.split("---\n", 2)[-1]
    times = max(1, size // len(body))
    return "\n\n".join(f"## Parte {number}\n\n{body}" for number in range(times))
