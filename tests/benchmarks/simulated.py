"""An index of very many short articles, put in without their files: how it grows.

    python -m tests.benchmarks.simulated 100000 1000000

The texts are those of `libraries`; only the index is there, so that a million take minutes.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from briefing.model.library import Entry, FileState, Indexed
from briefing.model.source import Fingerprint
from briefing.storage.library_index import LibraryIndex
from briefing.text.queries import parse_query
from tests.benchmarks import tables
from tests.benchmarks.libraries import NEEDLE, SHORT_BYTES, article

HEAD = [
    "articles", "text", "put in: processor", "per second", "index ÷ text",
    "rare word: first of 10", "10", "common word: first of 10", "10", "is it known as it is?",
]  # fmt: skip
_AT_ONCE = 200
_RARE, _COMMON = NEEDLE, "der"
_KNOWN = 1_000


def rows(counts: list[int]) -> Iterator[list[str]]:
    """A row for each count of articles; each index holds the articles of the one before."""
    folder = Path(tempfile.mkdtemp(prefix="briefing-bench-"))
    index = LibraryIndex(folder / "index" / "index.sqlite")
    characters, spent, done = 0, 0.0, 0
    for count in counts:
        while done < count:
            some = [_document(number) for number in range(done, min(done + _AT_ONCE, count))]
            began = time.process_time()
            index.put(some)
            spent += time.process_time() - began
            characters += sum(len(one.text.encode()) for one in some)
            done += len(some)
        yield [f"{count:,}", *_figures(index, characters, spent)]
    index.close()
    shutil.rmtree(folder)


def _figures(index: LibraryIndex, size: int, spent: float) -> Iterator[str]:
    index.close()  # what was written last goes into the file; it is opened again by itself
    kept = index.path.stat().st_size
    yield from (f"{size / 1e6:.0f} MB", tables.seconds(spent))
    yield from (f"{size / 1e6 / spent:.1f} MB", tables.times(kept / size))
    for word in (_RARE, _COMMON):
        began = time.perf_counter()
        found = islice(index.candidates(parse_query(word)), 10)
        took = [time.perf_counter() - began for _one in found]
        yield from map(tables.seconds, (took[0], took[-1]))
    began = time.perf_counter()
    index.known({_path(number): _state(number) for number in range(_KNOWN)})
    yield f"{(time.perf_counter() - began) / _KNOWN * 1e6:.0f} µs"


def _document(number: int) -> Indexed:
    text = article(number, SHORT_BYTES).split("---\n", 2)[-1]
    return Indexed(_state(number), Entry(_path(number), f"Article {number}"), text)


def _path(number: int) -> str:
    return f"{number // 500:04}/{number:07}.md"


def _state(number: int) -> FileState:
    return FileState(Fingerprint(number, number, number), None)


def main() -> None:
    """Measure for the counts that are named."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.simulated")
    parser.add_argument("counts", type=int, nargs="+")
    print(tables.table(HEAD, rows(sorted(parser.parse_args().counts))))


if __name__ == "__main__":
    main()
