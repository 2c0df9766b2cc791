"""The terminal that the reader is read in: that there is one, and what it can do."""

from __future__ import annotations

import os
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from briefing.model.errors import UsageError
from briefing.storage.sources import STDIN
from briefing.text.i18n import _
from briefing.ui.depth import Depth

_LONG_BYTES = 50_000
"""Of a document that may take more than a moment."""
_LOCAL = 3
"""Where a terminal's settings say what it does by itself, as `termios.tcgetattr` gives them."""


def require_terminals(article: str | None) -> None:
    """The reader needs a terminal on both sides; after standard input it is opened again.

    Raises:
        UsageError: There is none.
    """
    if article == STDIN and _is_terminal(sys.stdout):
        try:
            terminal = os.open("/dev/tty", os.O_RDWR)
        except OSError:
            pass
        else:
            os.dup2(terminal, 0)
            os.close(terminal)
            return
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        raise UsageError(
            _("the reader needs a terminal on standard input and output"),
            remedy=_("`briefing print` writes the article as text"),
        )


@contextmanager
def told_to_wait(article: str | None) -> Iterator[None]:
    """While a long document is read that has no first words yet: a line says so after a second.

    Keys that are typed meanwhile are not written over it; the reader gets them.
    """
    if not (_is_long(article) and _is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        yield
        return
    from briefing.cli.progress import Progress

    with _unechoed(sys.stdin.fileno()), Progress(1, sys.stdout) as progress:
        progress.step(_("reading"))
        yield


def _is_long(article: str | None) -> bool:
    with suppress(OSError):
        return article is not None and Path(article).stat().st_size > _LONG_BYTES
    return False


@contextmanager
def _unechoed(terminal: int) -> Iterator[None]:
    before = termios.tcgetattr(terminal)
    silent = termios.tcgetattr(terminal)
    silent[_LOCAL] &= ~termios.ECHO
    termios.tcsetattr(terminal, termios.TCSANOW, silent)
    try:
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)


@contextmanager
def screen_on_stderr() -> Iterator[None]:
    """Textual draws on standard error: where that was sent elsewhere, lend it the terminal."""
    if sys.stderr is None or sys.stderr.isatty():
        yield
        return
    sys.stderr.flush()
    elsewhere = os.dup(2)
    os.dup2(1, 2)
    try:
        yield
    finally:
        os.dup2(elsewhere, 2)
        os.close(elsewhere)


def tell_the_library(depth: Depth) -> None:
    """That colours are sent as they are. It looks only at what some terminals say.

    Where there are 256 the app itself sends their numbers, and the terminal may say that it has
    more.
    """
    if depth in (Depth.INDEXED, Depth.TRUE):
        os.environ.setdefault("TEXTUAL_COLOR_SYSTEM", Depth.TRUE.value)


def _is_terminal(stream: TextIO | None) -> bool:
    # A stream that was closed before the program started is None.
    return stream is not None and stream.isatty()
