"""How long keys wait while the reader is busy taking in a long text."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles

from tests.benchmarks.documents import BESIDE_NEEDLE, FIRST
from tests.benchmarks.measures import fresh_copy, has_moved, sight_of
from tests.benchmarks.programs import BRIEFING, PAGE_DOWN, environment
from tests.benchmarks.terminal import Terminal

_EVERY_SECONDS = 0.1
_IDLE_SHARE = 0.1
"""A program that uses less of a processor than this has nothing left to do."""
_QUIET_SECONDS = 0.4
"""Nothing is drawn for so long once the whole screen stands, while the text is still taken in."""


class When(StrEnum):
    """How far the reader is when something is asked of it."""

    FIRST_WORDS = "right after the first words"
    ANSWERING = "the screen stands, hardly anything is parsed"
    TAKEN_IN = "all taken in"


@dataclass(frozen=True, slots=True)
class Waits:
    """How long keys waited for what they bring, in seconds."""

    values: tuple[float, ...]
    """Each of them."""
    lost: int = 0
    """Keys that brought nothing to the screen in time."""

    @property
    def median(self) -> float:
        """Half of the keys waited no longer."""
        return median(self.values)

    @property
    def p95(self) -> float:
        """19 of 20 keys waited no longer."""
        return quantiles(self.values, n=20)[-1] if len(self.values) > 1 else self.values[0]

    @property
    def longest(self) -> float:
        """The one that waited longest."""
        return max(self.values)


@dataclass(frozen=True, slots=True)
class Busy:
    """What a reader meets who does not wait for a long text to be taken in."""

    keys: dict[str, Waits]
    """Waits by key."""
    seconds: float | None
    """From the first words until nothing is left to do; None if that was not waited for."""
    peak_megabytes: float
    """The most memory held until then."""


def press_while_busy(document: Path, home: Path, *, seconds: float, timeout_seconds: float) -> Busy:
    """Press ``j`` and Page Down in turn from the first words on, one every tenth of a second."""
    command = BRIEFING.started_with(fresh_copy(document, home))
    found: dict[str, list[float]] = {"j": [], "Page Down": []}
    lost = dict.fromkeys(found, 0)
    with Terminal(command, environment(home)) as terminal:
        terminal.wait_for(sight_of(FIRST), timeout_seconds)
        first_at = time.perf_counter()
        for name, keys in _in_turn_until(first_at + seconds, {"j": "j", "Page Down": PAGE_DOWN}):
            next_at = time.perf_counter() + _EVERY_SECONDS
            waited = terminal.answer(keys, has_moved, timeout_seconds)
            if waited is None:
                lost[name] += 1
            else:
                found[name].append(waited)
            while time.perf_counter() < next_at and not terminal.is_over:
                terminal.read(max(0.0, next_at - time.perf_counter()))
        is_done = wait_until_idle(terminal, timeout_seconds)
        whole = time.perf_counter() - first_at if is_done else None
        peak = terminal.peak_megabytes()
    keys_waits = {name: Waits(tuple(waits), lost[name]) for name, waits in found.items()}
    return Busy(keys_waits, whole, peak)


def search(
    document: Path, home: Path, words: str, count: str, *, when: When, timeout_seconds: float
) -> tuple[float | None, float | None]:
    """Seconds from the last key of a search to its first hit, and to the count of all hits.

    Args:
        document: The text.
        home: The user's folders.
        words: What is typed, one letter after another.
        count: What the count looks like, without spaces.
        when: How far the reader is by then.
        timeout_seconds: How long to wait for each.
    """
    command = BRIEFING.started_with(fresh_copy(document, home))
    with Terminal(command, environment(home)) as terminal:
        terminal.wait_for(sight_of(FIRST), timeout_seconds)
        if when is When.ANSWERING:
            terminal.settle(_QUIET_SECONDS, timeout_seconds)
        elif when is When.TAKEN_IN:
            wait_until_idle(terminal, timeout_seconds)
        terminal.press("/")
        terminal.settle(0.05, 0.3)
        for letter in words[:-1]:
            terminal.press(letter)
            terminal.settle(0.06, 0.06)
        pressed_at = terminal.press(words[-1])
        seen: dict[str, float] = {}

        def note(screen: str) -> bool:
            for mark in (BESIDE_NEEDLE, count):
                if mark in screen:
                    seen.setdefault(mark, time.perf_counter() - pressed_at)
            return len(seen) == 2

        terminal.wait_for(note, timeout_seconds)
        return seen.get(BESIDE_NEEDLE), seen.get(count)


def wait_until_idle(terminal: Terminal, timeout_seconds: float) -> bool:
    """Wait until the program has nothing left to do; False if it goes on for too long."""
    end = time.perf_counter() + timeout_seconds
    worked, quiet = terminal.work_seconds(), 0
    while time.perf_counter() < end and not terminal.is_over:
        until = time.perf_counter() + 0.5
        while time.perf_counter() < until and not terminal.is_over:
            terminal.read(0.05)
        now = terminal.work_seconds()
        quiet = quiet + 1 if now - worked < 0.5 * _IDLE_SHARE else 0
        worked = now
        if quiet == 2:
            return True
    return False


def _in_turn_until(end: float, keys: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name, key in cycle(keys.items()):
        if time.perf_counter() > end:
            return
        yield name, key
