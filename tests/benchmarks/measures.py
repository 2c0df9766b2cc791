"""What is measured of one run of one program, and of many runs in turn."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from tests.benchmarks.documents import BESIDE_NEEDLE, FIRST, LAST, NEEDLE
from tests.benchmarks.programs import Program, environment
from tests.benchmarks.terminal import Sight, Terminal

FIRST_WORDS, WORK, PAGE, LAST_WORDS, FOUND, LEAVING, PEAK = (
    "first words", "processor", "Page Down", "end key", "search", "quit", "peak memory",
)  # fmt: skip
MEASURES = (FIRST_WORDS, WORK, PAGE, LAST_WORDS, FOUND, LEAVING, PEAK)

Figures = dict[str, float | None]
"""Seconds (megabytes for `PEAK`) by measure; None where what was waited for never came."""

_QUIET_SECONDS = 0.15
_MUCH = 400
"""Characters that are not written for a status line."""
_TYPING_SECONDS = 0.06
"""Between two letters: about 200 letters a minute, somebody who types well."""


def run_once(program: Program, document: Path, home: Path, timeout_seconds: float) -> Figures:
    """One run: first words, then a page on, a search and the end, as far as there are keys."""
    figures: Figures = {}
    command = program.started_with(fresh_copy(document, home))
    with Terminal(command, environment(home)) as terminal:
        seen_at = terminal.wait_for(sight_of(FIRST), timeout_seconds)
        figures[FIRST_WORDS] = None if seen_at is None else seen_at - terminal.started_at
        if seen_at is None:
            return figures
        figures[WORK] = terminal.work_seconds()
        for measure, keys, sight in _steps(program, document):
            figures[measure] = _last_key(terminal, keys, sight, timeout_seconds)
            terminal.settle(_QUIET_SECONDS, 1.0)
        figures[PEAK] = terminal.peak_megabytes()
        figures[LEAVING] = terminal.leaves(program.quit, timeout_seconds)
    return figures


def _last_key(terminal: Terminal, keys: str, sight: Sight, timeout_seconds: float) -> float | None:
    """Seconds from the last of some keys to what they bring; escape sequences are one key."""
    typed = [] if keys.startswith("\x1b") else list(keys[:-1])
    for letter in typed:
        terminal.press(letter)
        terminal.settle(_TYPING_SECONDS, _TYPING_SECONDS)
    return terminal.answer(keys[len(typed) :], sight, timeout_seconds)


def in_turn(
    programs: Sequence[Program],
    document: Path,
    home: Path,
    *,
    runs: int,
    timeout_seconds: float,
    until: float,
) -> dict[str, list[Figures]]:
    """Run programs A B C A B C …, after one round that counts for nothing and fills the caches.

    A program that did not show its first words within the time is not started again; rounds end
    when the time is up.

    Returns:
        For each program its runs; the n-th of all belong to the same round.
    """
    found: dict[str, list[Figures]] = {program.name: [] for program in programs}
    for number in range(runs + 1):
        for program in programs:
            earlier = found[program.name]
            if any(figures[FIRST_WORDS] is None for figures in earlier):
                continue
            figures = run_once(program, document, home, timeout_seconds)
            if number or figures[FIRST_WORDS] is None:
                earlier.append(figures)
        if time.monotonic() > until:
            print(f"time is up after {number} rounds of {document.stem}", file=sys.stderr)
            break
    return found


def middle(runs: Sequence[Figures], measure: str) -> float | None:
    """The median of a measure; None if it failed once, or was never taken."""
    values = [figures.get(measure) for figures in runs]
    known = [value for value in values if value is not None]
    return median(known) if known and len(known) == len(values) else None


def ratio(runs: Sequence[Figures], base: Sequence[Figures], measure: str) -> float | None:
    """The median of the ratios of runs that belong to one round."""
    pairs = [(a.get(measure), b.get(measure)) for a, b in zip(runs, base, strict=False)]
    ratios = [a / b for a, b in pairs if a is not None and b]
    return median(ratios) if ratios and len(ratios) == len(pairs) else None


def sight_of(words: str) -> Sight:
    """Words on the screen."""
    return lambda screen: words in screen


def has_moved(screen: str) -> bool:
    """Whether the text was drawn anew: numbered paragraphs, or a good part of a screen."""
    return "§" in screen or len(screen) > _MUCH


def _steps(program: Program, document: Path) -> Iterator[tuple[str, str, Sight]]:
    """Keys and what they bring; a search is entered, so that the next key is a key again."""
    if program.end:
        yield LAST_WORDS, program.end, sight_of(LAST)
        yield "back", program.start, sight_of(FIRST)
        yield PAGE, program.page_down, has_moved
    if program.search and NEEDLE.encode() in document.read_bytes():
        yield FOUND, program.search + program.search_end, sight_of(BESIDE_NEEDLE)
        yield "entered", "\r", bool


def fresh_copy(document: Path, home: Path) -> Path:
    """The document under a name that no program remembers a place for."""
    folder = home / "documents"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    path = folder / f"{time.monotonic_ns()}.md"
    path.hardlink_to(document)
    return path
