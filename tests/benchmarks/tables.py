"""Figures as the tables of docs/performance.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tests.benchmarks.measures import (
    FIRST_WORDS,
    LAST_WORDS,
    MEASURES,
    PAGE,
    PEAK,
    WORK,
    Figures,
    middle,
    ratio,
)
from tests.benchmarks.responsiveness import Waits

_COMPARED = (FIRST_WORDS, WORK, PAGE, LAST_WORDS)
"""What may take hardly longer in a long document than in a short one."""


def table(head: Sequence[str], rows: Iterator[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---", *("--:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def of_document(found: Mapping[str, Sequence[Figures]], base: str) -> str:
    """One document: a row for each program, and how its first words compare with the base's."""

    def rows() -> Iterator[Sequence[str]]:
        for name, runs in found.items():
            cells = [_cell(runs, measure) for measure in MEASURES]
            yield [name, str(len(runs)), *cells, times(ratio(runs, found[base], FIRST_WORDS))]

    return table(["", "runs", *MEASURES, f"first words ÷ {base}"], rows())


def of_reader(found: Mapping[str, Sequence[Figures]], base: str) -> str:
    """The reader on several documents in turn: each beside its own time for the base."""

    def rows() -> Iterator[Sequence[str]]:
        for name, runs in found.items():
            cells = [_cell(runs, measure) for measure in MEASURES]
            ratios = [times(ratio(runs, found[base], measure)) for measure in _COMPARED]
            yield [name, str(len(runs)), *cells, *ratios]

    head = ["", "runs", *MEASURES, *(f"{measure} ÷ {base}" for measure in _COMPARED)]
    return table(head, rows())


def of_waits(waits: Mapping[str, Waits]) -> str:
    """How long keys waited while a long text was taken in."""

    def rows() -> Iterator[Sequence[str]]:
        for name, w in waits.items():
            spread = (w.median, w.p95, w.longest) if w.values else (None, None, None)
            yield [name, str(len(w.values)), *(seconds(s) for s in spread), str(w.lost)]

    return table(["key", "presses", "median", "95 of 100", "longest", "no answer"], rows())


def seconds(value: float | None) -> str:
    """Seconds, or milliseconds where they are few."""
    if value is None:
        return "–"
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.0f} ms"


def times(value: float | None) -> str:
    """A ratio."""
    return "–" if value is None else f"{value:.2f} ×"


def _cell(runs: Sequence[Figures], measure: str) -> str:
    value = middle(runs, measure)
    if measure == PEAK:
        return "–" if value is None else f"{value:.0f} MB"
    return seconds(value)
