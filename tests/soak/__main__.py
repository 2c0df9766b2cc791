"""`python -m tests.soak`: SOAK_SECONDS (600) on each article, from SOAK_SEED, which is printed."""

from __future__ import annotations

import os
import secrets
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from tests.soak.articles import ARTICLES
from tests.soak.run import WARM_SECONDS, Soaked, soaked

MAX_GROWTH_BYTES = 20_000_000
"""After the first minute; a run of less than two only tells, as its caches still fill."""


def main() -> None:
    """Soak the first article and one of a megabyte at once, each in a process of its own."""
    seconds = float(os.environ.get("SOAK_SECONDS", "600"))
    seed = int(os.environ.get("SOAK_SEED") or secrets.randbelow(1_000_000))
    print(f"SOAK_SEED={seed} SOAK_SECONDS={seconds:.0f}", flush=True)
    with ProcessPoolExecutor(len(ARTICLES), get_context("spawn")) as processes:
        runs = {name: processes.submit(soaked, name, seconds, seed) for name in ARTICLES}
        good = [_report(name, run.result(), seconds) for name, run in runs.items()]
    print(f"{sum(good)} passed, {len(good) - sum(good)} failed")
    sys.exit(not all(good))


def _report(name: str, done: Soaked, seconds: float) -> bool:
    print(f"{name} article: {done}", flush=True)
    is_warm = seconds >= WARM_SECONDS * 2
    return not done.lost and not (is_warm and done.grown_bytes >= MAX_GROWTH_BYTES)


if __name__ == "__main__":
    main()
