"""What a text needed is given back when another is shown: a reader stays open for days."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from tests.journeys.desk import desk


async def test_a_text_that_was_read_again_leaves_nothing_behind(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("# Uno\n\nDue tre quattro.\n", "utf-8")
    async with desk(str(article)) as reader:
        before = weakref.ref(reader.sitting.document)
        for number in range(3):
            article.write_text(f"# Uno\n\nDue tre quattro {number}.\n", "utf-8")
            await reader.press("r")
            await reader.pilot.app.workers.wait_for_complete()
        gc.collect()
        assert before() is None
        assert gc.get_freeze_count() == 0
