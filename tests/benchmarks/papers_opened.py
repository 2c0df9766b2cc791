"""Opening a long document of another format in the reader, beside the same words as Markdown.

Each time the reader starts in a home of its own: nothing is kept of the time before, neither the
first page nor the text that was made of the document.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.benchmarks import tables
from tests.benchmarks.measures import FIRST_WORDS, LAST_WORDS, PEAK, WORK, Figures, middle, ratio
from tests.benchmarks.measures import sight_of as sight
from tests.benchmarks.papers import Paper
from tests.benchmarks.programs import BRIEFING, environment
from tests.benchmarks.terminal import Terminal

HEAD = ("", "runs", FIRST_WORDS, WORK, "÷ Markdown", LAST_WORDS, PEAK)


def open_once(paper: Paper, home: Path, timeout_seconds: float) -> Figures:
    """One start: the first words, then the end key, which waits for all of the document."""
    home = home / f"{time.monotonic_ns()}"
    home.mkdir(parents=True)
    figures: Figures = {}
    try:
        with Terminal(BRIEFING.started_with(paper.path), environment(home)) as terminal:
            seen_at = terminal.wait_for(sight(paper.first), timeout_seconds)
            if seen_at is None:
                return {FIRST_WORDS: None}
            figures[FIRST_WORDS] = seen_at - terminal.started_at
            figures[WORK] = terminal.work_seconds()
            figures[LAST_WORDS] = terminal.answer(BRIEFING.end, sight(paper.last), timeout_seconds)
            terminal.settle(0.5, 5.0)
            figures[PEAK] = terminal.peak_megabytes()
    finally:
        shutil.rmtree(home, ignore_errors=True)
    return figures


def rows(found: Mapping[str, Sequence[Figures]], base: str) -> Iterator[Sequence[str]]:
    """A row for each document, beside the one that is called as the base."""
    for name, runs in found.items():
        times = [tables.seconds(middle(runs, measure)) for measure in (FIRST_WORDS, WORK)]
        peak = middle(runs, PEAK)
        yield [
            name,
            str(len(runs)),
            *times,
            tables.times(ratio(runs, found[base], FIRST_WORDS)),
            tables.seconds(middle(runs, LAST_WORDS)),
            "–" if peak is None else f"{peak:.0f} MB",
        ]
