"""An update of feeds that is killed at any moment: no item twice, none lost, marks as they were."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from briefing.model.library_marks import Mark
from briefing.storage.feed_states import FeedStates
from briefing.storage.library_marks import MarksFile
from tests.cli.run import run
from tests.counting import Count
from tests.feed_server import feed_server, item, rss

KILLS = int(os.environ.get("FEED_KILLS", "4"))
SEED = int(os.environ.get("FEED_SEED", "18"))
ITEMS = 12


def test_updates_that_are_killed_double_and_lose_nothing(tmp_path: Path, count: Count) -> None:
    chance = random.Random(SEED)
    library = tmp_path / "library"
    with feed_server() as server:
        urls = [server.serve(f"/{name}", rss(item(name), title=name)) for name in ("a", "b")]
        for url in urls:
            assert run("feeds", "add", url, "--to", library).status == 0
        (read,) = (library / "a").glob("*.md")
        MarksFile().change({str(read): Mark(is_read=True, is_starred=True)})
        for round_ in range(1, KILLS + 1):
            for name in ("a", "b"):
                first = (item(name), *(item(f"{name}{n}") for n in range(round_ * ITEMS)))
                server.serve(f"/{name}", rss(*first, title=name))
            _kill_an_update(library, chance)
            count("updates of feeds that were killed")
        assert run("feeds", "update", "--to", library).status == 0
        assert run("feeds", "update", "--to", library).out.count("nothing new") == 2
    for name, url in zip(("a", "b"), urls, strict=True):
        paths = {path.relative_to(library).as_posix() for path in (library / name).glob("*.md")}
        known = FeedStates(library).load(url).items
        assert len(paths) == len(known) == 1 + KILLS * ITEMS
        assert {each.path for each in known} == paths
    listed = json.loads(run("list", library, "--starred", "--format", "json").out)
    assert [one["path"] for one in listed] == [read.relative_to(library).as_posix()]


def _kill_an_update(library: Path, chance: random.Random) -> None:
    """Begin one, and kill it at a moment that chance names; it may be over by then."""
    words = [sys.executable, "-m", "briefing", "feeds", "update", "--to", str(library)]
    before = _size(library)
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as update:
        while _size(library) == before and update.poll() is None:
            time.sleep(0.002)  # its first write
        deadline = time.monotonic() + chance.uniform(0, 0.25)
        while time.monotonic() < deadline and update.poll() is None:
            time.sleep(0.001)
        update.send_signal(signal.SIGKILL)


def _size(folder: Path) -> int:
    return sum(1 for _path in folder.rglob("*"))
