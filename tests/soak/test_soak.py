"""A short soak with every run of the tests; `make soak` is the long one.

In CI it is 15 seconds for each article, elsewhere ten.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.counting import Count
from tests.soak.articles import ARTICLES
from tests.soak.run import Soak

SECONDS = 15.0 if os.environ.get("CI") else 10.0
SEED = 6


@pytest.mark.parametrize("name", ARTICLES)
async def test_nothing_that_a_reader_presses_loses_a_note_or_ends_the_reader(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: Count
) -> None:
    monkeypatch.setenv("BROWSER", "true")
    article = tmp_path / "article.md"
    article.write_text(ARTICLES[name](), "utf-8")
    done = await Soak(article, SEED).run(SECONDS)
    for what, number in done.counts.items():
        count(f"{what} in the soak of the {name} article (seed {SEED})", number)
    assert not done.lost
    assert done.counts["keys"] > 20
    assert done.counts["notes"] > 0
