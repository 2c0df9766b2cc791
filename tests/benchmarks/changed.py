"""How long it takes to see what changed in a long text, and how long keys wait meanwhile.

What compares is `anchoring.track` on the same two texts: it aligns them once, and no more. Both are
run in turns in one process and compared by processor time: what else a machine does meanwhile makes
one of two runs wait for minutes and says nothing of either. In the reader, which looks for figures
at the same time, the clock tells when the changes are there.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from briefing.anchoring.track import track
from briefing.cli.wiring import past_of, source_of
from briefing.model.version import LastReading
from briefing.parsing.reading import open_document
from briefing.session.changes import weighed
from briefing.text.revisions import revision_of
from briefing.ui.parts.changes import Changes
from tests.benchmarks import tables
from tests.journeys.desk import desk

CHANGES = 1000
ROUNDS = 2
"""How often both are run; the least that either took counts."""
SIZES = ("1 MB", "10 MB")
ALL = 0.9
"""The share of them that is listed once all are: some words are the same by chance."""
BEAT_SECONDS = 0.005
"""How often is looked whether a key would be answered."""
QUIET_SECONDS = 2.0
"""How long that is done before anything is asked for."""
HEAD = [
    "", "track alone", "all compared", "of track", "in view after", "all listed after",
    "keys held at most: before", "meanwhile, 19 of 20", "meanwhile",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measured:
    """What one text took, in seconds."""

    track: float
    """Of the processor, for following one passage."""
    in_view: float
    """By the clock, until the changes in view are listed."""
    compared: float
    """Of the processor, for finding and weighing all changes."""
    complete: float
    """By the clock, until all are listed."""
    before: list[float]
    """How long a key would have waited, again and again, with nothing to do."""
    meanwhile: list[float]
    """The same while the texts are compared and the changes are listed."""


def rows(documents: dict[str, Path]) -> Iterator[list[str]]:
    """A row a text."""
    for name, path in documents.items():
        one = _measured(path)
        waits = max(one.before), quantiles(one.meanwhile, n=20)[-1], max(one.meanwhile)
        spent = map(tables.seconds, (one.track, one.compared))
        seen = map(tables.seconds, (one.in_view, one.complete))
        ratio = tables.times(one.compared / one.track)
        yield [name, *spent, ratio, *seen, *map(tables.seconds, waits)]


def _measured(path: Path) -> Measured:
    now = path.read_text("utf-8")
    text = open_document(now, name=path.stem, where=str(path)).article().text
    rng, words = random.Random(14), text.split(" ")
    for at in rng.sample(range(len(words)), CHANGES):
        words[at] = str(rng.randrange(1000))
    before = " ".join(words)
    rounds = [
        (
            _spent(lambda: track(before, text, [(0, 20)])),
            _spent(lambda: weighed(before, text, None)),
        )
        for _round in range(ROUNDS)
    ]
    alone, compared = map(min, zip(*rounds, strict=True))
    with TemporaryDirectory() as folder:
        article = Path(folder) / path.name
        article.write_text(now, "utf-8")
        readings = past_of(source_of(str(article))).readings
        readings.save(LastReading(revision_of(before), "2026-11-20T08:00:00Z", before))
        return asyncio.run(_read(str(article), alone, compared))


def _spent(run: Callable[[], object]) -> float:
    """Seconds of the processor that something takes."""
    start = time.process_time()
    run()
    return time.process_time() - start


async def _read(article: str, alone: float, compared: float) -> Measured:
    async with desk(article=article) as reader:
        before: list[float] = []
        meanwhile: list[float] = []
        await _beat(before, lambda: sum(before) > QUIET_SECONDS)
        parts, first = reader.parts, reader.reader.first
        asked = Changes(first.stage, first.text, parts.panels, parts.panes)
        seen: list[float] = []
        start = time.perf_counter()

        def are_all_listed() -> bool:
            if reader.sitting.changes and not seen:
                seen.append(time.perf_counter() - start)
            return len(reader.sitting.changes) >= CHANGES * ALL

        asked.toggle()  # one that has not compared the texts yet, as when `=` comes at once
        await _beat(meanwhile, are_all_listed)
        complete = time.perf_counter() - start
        return Measured(alone, seen[0], compared, complete, before, meanwhile)


async def _beat(waits: list[float], is_over: Callable[[], bool]) -> None:
    """See again and again how late the loop comes to what is asked of it."""
    while not is_over():
        start = time.perf_counter()
        await asyncio.sleep(BEAT_SECONDS)
        waits.append(time.perf_counter() - start)
