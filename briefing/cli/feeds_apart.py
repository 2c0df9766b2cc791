"""Reading feeds in a process of its own, so that keys, and the disk, need not wait for it.

In a thread it would share the interpreter with the keys and with whatever writes the articles. What
is asked and what is answered are one pickle each, which nobody else gets to see; the end of its
input is the end of the process, so that none is left behind, whatever becomes of the reader.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from briefing.model.errors import BriefingError
from briefing.model.feed import FeedPage, FeedSource, FeedState

if TYPE_CHECKING:  # what reads feeds is loaded in the process that does
    from briefing.session.feed_news import News

_PACKAGE = Path(__file__).resolve().parents[2]
_NICE = 1
"""How far it stands back behind what the reader's keys ask for."""


class FeedsApart:
    """Reads feeds one after the other; begins with the first one."""

    def __init__(self) -> None:
        """Begin with no process."""
        self._process: subprocess.Popen[bytes] | None = None
        self._is_over = False
        self._turn, self._starting = Lock(), Lock()

    def read(self, feed: FeedSource, state: FeedState, page: FeedPage, now: str) -> News | None:
        """What a feed says; see `FeedReaderPort`."""
        asked = feed, FeedState(known_by=state.known_by, items=state.items), page, now
        with self._turn:
            process = self._begun()
            if process is None or process.stdin is None or process.stdout is None:
                return None
            try:
                pickle.dump(asked, process.stdin)
                process.stdin.flush()
                news: News | None = pickle.load(process.stdout)  # noqa: S301 - of this program
            except (OSError, EOFError, ValueError, pickle.UnpicklingError):
                self.stop()
                return None
        return None if news is None else replace(news, page=page)

    def stop(self) -> None:
        """End the process for good, and whoever waits for it."""
        with self._starting:
            self._is_over = True
            process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in filter(None, (process.stdout, process.stdin)):
                with suppress(OSError):  # what was not sent yet
                    pipe.close()

    def _begun(self) -> subprocess.Popen[bytes] | None:
        with self._starting:
            if self._process is None and not self._is_over:
                self._process = _begin()
            return self._process


def serve() -> None:
    """Answer what is asked on standard input, until that ends."""
    from briefing.session.feed_news import news_with_articles

    os.nice(_NICE)
    while True:
        try:
            feed, state, page, now = pickle.load(sys.stdin.buffer)  # noqa: S301 - of this program
        except EOFError:
            return
        answer: News | None = None
        with suppress(BriefingError):  # the reader finds out why, and tells it
            news = news_with_articles(feed, state, page, now)
            answer = replace(news, page=replace(page, data=b""))
        pickle.dump(answer, sys.stdout.buffer)
        sys.stdout.buffer.flush()


def _begin() -> subprocess.Popen[bytes] | None:
    """Start the process; None where that cannot be done."""
    code = (
        f"import sys; sys.path.insert(0, {str(_PACKAGE)!r}); from {__name__} import serve; serve()"
    )
    pipe = subprocess.PIPE
    try:
        # -P: what lies in the folder of the library is never taken for a part of the program.
        return subprocess.Popen(  # noqa: S603 - this very program
            [sys.executable, "-P", "-c", code],
            stdin=pipe,
            stdout=pipe,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return None
