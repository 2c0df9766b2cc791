"""`python -m tests.soak`: SOAK_SECONDS (600) in all, from SOAK_SEED (drawn, and printed)."""

from __future__ import annotations

import asyncio
import os
import secrets
import sys
import tempfile
from pathlib import Path

from briefing.storage.locations import shipped_content
from tests.soak.run import WARM_SECONDS, Soak, Soaked, long_article

MAX_GROWTH_BYTES = 20_000_000
"""After the first minute; a shorter run only tells, as its caches still fill."""


def main() -> None:
    """Soak the first article and one of a megabyte, half of the time each."""
    seconds = float(os.environ.get("SOAK_SECONDS", "600"))
    seed = int(os.environ.get("SOAK_SEED") or secrets.randbelow(1_000_000))
    print(f"SOAK_SEED={seed} SOAK_SECONDS={seconds:.0f}", flush=True)
    original = next(shipped_content().glob("corea-del-nord*.md")).read_text("utf-8")
    failed = False
    for name, text in (("first", original), ("long", long_article(original, 1_000_000))):
        done = soaked(text, seconds / 2, seed)
        is_long = seconds / 2 >= WARM_SECONDS * 2
        is_good = not done.lost and not (is_long and done.grown_bytes >= MAX_GROWTH_BYTES)
        failed |= not is_good
        print(f"{name} article: {done}", flush=True)
    print("0 passed, 1 failed" if failed else "1 passed, 0 failed")
    sys.exit(failed)


def soaked(text: str, seconds: float, seed: int) -> Soaked:
    """Soak one article in folders of its own."""
    with tempfile.TemporaryDirectory() as home:
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(home) / name.lower())
        os.environ["BROWSER"] = os.environ["EDITOR"] = "true"
        article = Path(home) / "article.md"
        article.write_text(text, "utf-8")
        return asyncio.run(Soak(article, seed).run(seconds))


if __name__ == "__main__":
    main()
