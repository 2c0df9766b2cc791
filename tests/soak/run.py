"""One reader who presses anything, while others write into the same files."""

from __future__ import annotations

import asyncio
import gc
import math
import os
import random
import re
import resource
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from briefing.session.clock import SystemClock
from briefing.ui.app import BriefingApp
from briefing.ui.keys import ACTIONS
from briefing.ui.screens.help import CommandScreen
from tests.journeys import desk
from tests.soak.articles import ARTICLES

WARM_SECONDS = 60.0
"""How long caches may fill before growth counts."""
_LOOK_SECONDS = 30.0
"""How often the memory is looked at from then on."""

_LEFT_OUT = ("leave", "quit", "interrupt", "suspend", "edit_source", "note_in_editor", "open_link")
"""What would end the reader, or asks for another program."""
_BARRED = {key for action in ACTIONS if action.id in _LEFT_OUT[3:] for key in action.keys}
"""Keys that ask for another program, also where the line that they were meant for has closed."""
KEYS = [key for action in ACTIONS if action.id not in _LEFT_OUT for key in action.keys]
MOVES = ["j", "k", "space", "b", "]", "[", "g", "G", "n", "N"]
TYPED = [
    *(set("aeiourst") - _BARRED),
    "space",
    "enter",
    "backspace",
    "tab",
    "shift+tab",
    "up",
    "down",
    "left",
]
SIZES = [(120, 40), (80, 24), (40, 12), (250, 70), (100, 30), (60, 20), (39, 11), (121, 19)]
_ID = re.compile(r"^- id: (\w+)", re.MULTILINE)


@dataclass
class Soaked:
    """What was done, and what came of it."""

    seed: int
    """What the keys were drawn from."""
    counts: Counter[str] = field(default_factory=Counter)
    """How often each thing was done."""
    memory_bytes: list[int] = field(default_factory=list)
    """What the process held after the first part of the time, and then every half minute."""
    lost: set[str] = field(default_factory=set)
    """Notes that were in the file once and are not any more."""

    @property
    def grown_bytes(self) -> int:
        """How much the memory grew after the first part of the time."""
        return self.memory_bytes[-1] - self.memory_bytes[0] if self.memory_bytes else 0

    def __str__(self) -> str:
        counts = ", ".join(f"{count} {name}" for name, count in sorted(self.counts.items()))
        held = " ".join(f"{held / 1e6:.0f}" for held in self.memory_bytes)
        grown = f"{self.grown_bytes / 1e6:.1f} MB grown ({held})"
        return f"seed {self.seed}: {counts}; {grown}; {len(self.lost)} notes lost"


class Soak:
    """A reader and the others at one article."""

    def __init__(self, article: Path, seed: int) -> None:
        self.article = article
        self.notes = article.with_name(f"{article.stem}.notes.yaml")
        self.random = random.Random(seed)
        self.done = Soaked(seed)
        self._seen: set[str] = set()
        self._elsewhere: asyncio.Task[None] | None = None
        self._next_look = math.inf

    async def run(self, seconds: float) -> Soaked:
        """Go on for so long once all is warm; raises what the app raises."""
        end = math.inf
        while time.monotonic() < end:
            gc.unfreeze()  # what an app sets apart lasts as long as its process, not so here
            app = desk.make_app(str(self.article), clock=SystemClock())
            async with app.run_test(size=(120, 40)) as pilot:
                await desk.ready(app, pilot)
                if end == math.inf:
                    await self._warm_up(app, pilot)
                    end = time.monotonic() + seconds
                    self._next_look = end - seconds + min(WARM_SECONDS, seconds / 3)
                self.done.counts["openings"] += 1
                await self._use(app, pilot, end)
                if app.is_running:  # at rest: what is still opening would find its screen gone
                    await desk.ready(app, pilot)
        if self._elsewhere is not None:
            await self._elsewhere
        self.done.memory_bytes.append(_memory())
        self._look_for_notes()
        self.done.counts["notes"] = len(self._seen)
        return self.done

    async def _use(self, app: BriefingApp, pilot: Pilot[None], end: float) -> None:
        """Do this and that until it is time, or until a key has ended the app."""
        while app.is_running and time.monotonic() < end:
            await self._step(app, pilot)
            if time.monotonic() > self._next_look:
                self._next_look += _LOOK_SECONDS
                self.done.memory_bytes.append(_memory())

    async def _warm_up(self, app: BriefingApp, pilot: Pilot[None]) -> None:
        """Do early what needs most room, so that it does not look like growth later."""
        await self._write_note(app, pilot)
        self._change_article()
        await pilot.press("r")
        await desk.ready(app, pilot)

    async def _step(self, app: BriefingApp, pilot: Pilot[None]) -> None:
        draw = self.random.random()
        if draw < 0.02:
            await pilot.resize_terminal(*self.random.choice(SIZES))
            self.done.counts["resizes"] += 1
        elif draw < 0.024:
            self._change_article()
        elif draw < 0.03:
            if self._elsewhere is None or self._elsewhere.done():
                self._elsewhere = asyncio.create_task(self._write_elsewhere())
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
        character = key if len(key) == 1 else {"space": " "}.get(key)
        app.post_message(events.Key(key, character))
        await asyncio.sleep(0.004)
        self.done.counts["keys"] += 1

    def _key(self, app: BriefingApp) -> str:
        if isinstance(app.screen, CommandScreen):
            return "escape"
        if isinstance(app.focused, Input | TextArea):
            return str(self.random.choice([*TYPED, "escape", "ctrl+s"]))
        pool = MOVES if self.random.random() < 0.5 else KEYS
        return str(self.random.choice([*pool, "enter", "escape"]))

    async def _write_note(self, app: BriefingApp, pilot: Pilot[None]) -> None:
        if app.screen is not app.first:
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
        changed = self.article.with_suffix(".new")
        changed.write_text(" ".join(words), "utf-8")
        changed.replace(self.article)
        self.done.counts["changes of the article"] += 1

    async def _write_elsewhere(self) -> None:
        """Another process writes a note."""
        start = self.random.randrange(0, 4000)
        words = ("notes", "add", self.article, "--at", f"{start}:{start + 20}", "--by", "bruno")
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "briefing", *map(str, words), "--text", "di Bruno",
            stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        printed, _nothing = await process.communicate()
        if process.returncode:
            raise RuntimeError(f"another process could not write: {process.returncode}")
        self._seen.add(printed.decode("ascii").strip())
        self.done.counts["notes by others"] += 1

    def _look_for_notes(self) -> None:
        if self.notes.exists():
            now = set(_ID.findall(self.notes.read_text("utf-8")))
            self.done.lost |= self._seen - now
            self._seen |= now


def soaked(name: str, seconds: float, seed: int) -> Soaked:
    """Soak one article in folders of its own."""
    with tempfile.TemporaryDirectory() as home:
        for folder in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{folder}_HOME"] = str(Path(home) / folder.lower())
        os.environ["BROWSER"] = os.environ["EDITOR"] = "true"
        article = Path(home) / "article.md"
        article.write_text(ARTICLES[name](), "utf-8")
        return asyncio.run(Soak(article, seed).run(seconds))


def _memory() -> int:
    """What the process holds, in bytes."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize()
