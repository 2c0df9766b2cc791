"""The reader ends when it is told to, whatever its main thread is busy with.

Each busy state is made on purpose: what a key, a frame, a timer or a thread does is replaced by
work that never ends by itself, so that nothing but the reader's own watch can end it.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest

from tests.journeys.rawterminal import RawTerminal, raw_terminal
from tests.journeys.test_signals import MARK, _places

BUSY = r"""
import os, sys, time
from pathlib import Path
where, mark = sys.argv[1], Path(sys.argv[2])
sys.argv[1:] = []
def work(*_any, **_options):
    if not mark.exists():
        mark.write_text("busy")
        while True:
            sum(range(1000))
def sleep(*_any, **_options):
    mark.write_text("busy")
    time.sleep(60)
async def work_later(*_any, **_options):
    work()
def when_told(kept):
    def told(*arguments, **options):
        if mark.with_name("go").exists():
            work()
        return kept(*arguments, **options)
    return told
def patch():
    from briefing.ui.parts.articles import Articles
    from briefing.ui.parts.foot import Foot
    from briefing.ui.parts.panels import Panels
    from briefing.ui.screens.reader import ReaderScreen
    from briefing.ui.widgets.article import ArticlePane
    from briefing.ui.widgets.rows import RowsPane
    from briefing.ui.widgets.status import StatusLine
    from briefing.ui.app import BriefingApp
    from briefing.session.reading import Reading
    from briefing.session.notebook import Notebook
    places = {
        "status": (StatusLine, "render_line"), "rows": (RowsPane, "render_line"),
        "text": (ArticlePane, "render_line"), "scroll": (ArticlePane, "move_rows"),
        "end": (ArticlePane, "go_to_end"), "press": (ReaderScreen, "takes_first"),
        "see": (Panels, "see"), "show status": (Foot, "show"),
        "event": (BriefingApp, "on_event"), "filters": (BriefingApp, "get_line_filters"),
        "ahead": (ArticlePane, "look_ahead"), "lay out": (ArticlePane, "_lay_out"),
    }
    threads = {
        "notes": (Reading, "take_out_notes"), "refresh": (Notebook, "refresh"),
        "brief": (Reading, "begin_brief"),
    }
    if where in places:
        owner, name = places[where]
        setattr(owner, name, when_told(getattr(owner, name)))
    elif where == "timer":
        Articles.look_at_files = work_later
    elif where == "parse":
        Reading.take_in = work
    elif where.removesuffix(" asleep") in threads:
        owner, name = threads[where.removesuffix(" asleep")]
        setattr(owner, name, sleep if where.endswith("asleep") else work)
import briefing.cli.reading
kept = briefing.cli.reading.memory_of
def memory_of(*arguments):
    patch()
    return kept(*arguments)
briefing.cli.reading.memory_of = memory_of
from briefing.cli import main
main()
"""
WHEN_TOLD = (
    "status", "rows", "text", "scroll", "end", "press", "see", "show status", "event", "filters",
    "ahead", "lay out",
)  # fmt: skip
BY_ITSELF = (
    "timer", "parse", "notes", "notes asleep", "refresh", "refresh asleep", "brief", "brief asleep",
)  # fmt: skip
ENDS = {"SIGTERM": 143, "SIGHUP": 129, "closed": 129}
IN_EVERY_WAY = ("event", "brief", "brief asleep")
"""Where each end is tried: on the main thread, and in a thread that works or sleeps. What it is
busy with and how it is told to end do not know each other, so elsewhere one of the ends will do.
"""


def _cases() -> Iterator[tuple[str, str]]:
    """Every place with the next of the ends, or with all of them."""
    ends = cycle(ENDS)
    for where in (*WHEN_TOLD, *BY_ITSELF):
        for how in ENDS if where in IN_EVERY_WAY else (next(ends),):
            yield where, how


def _busy(terminal: RawTerminal, mark: Path, where: str) -> None:
    """Wait until the reader is busy."""
    if where in WHEN_TOLD:
        terminal.until(MARK)
        mark.with_name("go").touch()
        terminal.type({"end": b"G", "lay out": b"z", "rows": b"\t"}.get(where, b"j"))
    terminal.until_true(mark.exists, f"busy with {where}")


def _end(terminal: RawTerminal, how: str) -> int:
    """End it; its status."""
    if how == "closed":
        os.close(terminal.programs_side)
        os.close(terminal.master)
        return terminal.process.wait(timeout=30)
    terminal.kill(getattr(signal, how))
    status = terminal.until_ended()
    terminal.assert_sane()
    return status


@pytest.mark.parametrize(("where", "how"), list(_cases()))
def test_it_ends_in_order_whatever_it_is_busy_with(
    home: Path, tmp_path: Path, where: str, how: str
) -> None:
    mark = tmp_path / "busy"
    with raw_terminal(program=[sys.executable, "-c", BUSY, where, str(mark)]) as terminal:
        _busy(terminal, mark, where)
        assert _end(terminal, how) == ENDS[how]
    if where != "parse":  # which is before anything was seen
        assert _places(home)


@pytest.mark.parametrize("how", ENDS)
def test_what_is_being_typed_is_kept_though_the_main_thread_is_busy(
    home: Path, tmp_path: Path, how: str
) -> None:
    mark = tmp_path / "busy"
    with raw_terminal(program=[sys.executable, "-c", BUSY, "event", str(mark)]) as terminal:
        terminal.until(MARK)
        terminal.type(b"a")
        terminal.until("Ctrl+e")
        terminal.type(b"prima del buio")
        terminal.until("buio")
        mark.with_name("go").touch()
        terminal.type(b"x")
        terminal.until_true(mark.exists, "busy")
        assert _end(terminal, how) == ENDS[how]
    kept = "".join(p.read_text("utf-8") for p in (home / "state").rglob("*") if p.is_file())
    assert "prima del buio" in kept


@pytest.mark.parametrize("where", ["notes asleep", "refresh asleep", "brief asleep"])
def test_nothing_in_the_background_holds_up_the_end_after_q(
    home: Path, tmp_path: Path, where: str
) -> None:
    mark = tmp_path / "busy"
    with raw_terminal(program=[sys.executable, "-c", BUSY, where, str(mark)]) as terminal:
        terminal.until_true(mark.exists, "busy")
        terminal.type(b"q")
        assert terminal.until_ended() == 0
        terminal.assert_sane()
