"""A short soak with every run of the tests; `make soak` is the long one."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.storage.locations import shipped_content
from tests.soak.run import Soak


async def test_nothing_that_a_reader_presses_loses_a_note_or_ends_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER", "true")
    article = tmp_path / "article.md"
    original = next(shipped_content().glob("corea-del-nord*.md"))
    article.write_bytes(original.read_bytes())
    done = await Soak(article, seed=6).run(15.0)
    assert not done.lost
    assert done.counts["keys"] > 20
