"""How much longer a key takes where a field has 1 MB instead of a letter: a row a field."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks import tables
from tests.journeys.desk import desk
from tests.trust.long_texts import SHORT, WALK, article

MEGABYTE = 1_000_000
LONGEST_NAME = 70
"""Characters of a file name: what a file system allows, each of three bytes."""
FIELDS = ("note", "title", "heading", "tag", "author", "link", "quote")
HEAD = ["", "characters", "a key: short", "long", "ratio", "most work for one: short", "long"]


def rows() -> Iterator[list[str]]:
    """A row a field: the median and the longest of all keys of a walk, short and long."""
    _walked(SHORT, "r")  # what is imported and compiled once
    for field in FIELDS:
        words = "漢字" if field == "link" else "漢字 "
        long = (words * MEGABYTE)[:MEGABYTE].strip()
        yield _row(field, MEGABYTE, _walked(SHORT, "r"), _walked({**SHORT, field: long}, "r"))
    name = "字" * LONGEST_NAME
    yield _row("file name", LONGEST_NAME, _walked(SHORT, "r"), _walked(SHORT, name))


def _row(field: str, length: int, short: list[float], long: list[float]) -> list[str]:
    ratio = tables.times(median(long) / median(short))
    spent = (median(short), median(long), max(short), max(long))
    one, other, *longest = map(tables.seconds, spent)
    return [field, f"{length:,}", one, other, ratio, *longest]


def _walked(fields: Mapping[str, str], name: str) -> list[float]:
    """Processor seconds of each key of the walk; waiting for the screen to rest costs none.

    What is done in the background until then is counted to the key: a new width sets all of the
    text anew.
    """
    with TemporaryDirectory() as folder:
        return asyncio.run(_walk(article(Path(folder), fields, name)))


async def _walk(path: Path) -> list[float]:
    spent = []
    async with desk(str(path)) as reader:
        for key in WALK:
            start = time.process_time()
            await reader.press(key)
            spent.append(time.process_time() - start)
    return spent
