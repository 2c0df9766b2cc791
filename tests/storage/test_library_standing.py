"""How documents stand with the reader is known as soon as a state file comes, and when it goes."""

from __future__ import annotations

from pathlib import Path

from briefing.model.library import Entry
from briefing.model.source import Source
from briefing.storage.library_standing import Standings
from briefing.storage.locations import article_name, state_path

ENTRY = Entry("a.md", "A")


def test_a_state_file_that_comes_or_goes_is_seen_at_once(tmp_path: Path) -> None:
    standings = Standings()
    path = tmp_path / "a.md"
    for _time in range(3):
        assert standings.of(path, ENTRY).standings == ("unread",)
        state = state_path(Source(article_name(path), path, ""))
        state.parent.mkdir(parents=True, exist_ok=True)
        state.write_text('{"percent": 40}')
        assert standings.of(path, ENTRY).standings != ("unread",)
        state.unlink(missing_ok=True)
