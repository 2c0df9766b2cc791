"""When Python's garbage collector looks for rings, and what it is spared: keys come first.

To look through all objects takes longer than a key: a text of 10 MB is some million of them, a list
of 20,000 articles a hundred thousand.
"""

from __future__ import annotations

import gc

from briefing.ui.idle import Idle

_QUIET_SECONDS = 1.0
"""Nobody has pressed a key for so long when all is looked through."""
_MANY, _AT_THE_LATEST = 10, 500
"""After so many partial collections (Python's own value, and a bound) all is looked through."""


class Collector:
    """Freezes the objects of the first text; what comes after that text is left to the collector.

    Once another text is shown they may go: frozen, they would stay for good.
    """

    def __init__(self) -> None:
        self._is_first_text = True

    def begin(self) -> None:
        """The first frame is drawn: collect from now on, without all that was loaded before."""
        gc.freeze()
        gc.enable()

    def freeze(self) -> None:
        """Spare the objects that there are by now."""
        if self._is_first_text:
            gc.freeze()

    def thaw(self) -> None:
        """Another text is shown: the one before may go, with all that belonged to it."""
        self._is_first_text = False
        gc.unfreeze()


def collect_seldom() -> None:
    """Look through all objects unasked only after very many were made; see `collect_if_quiet`."""
    young, middle, _old = gc.get_threshold()
    gc.set_threshold(young, middle, _AT_THE_LATEST)


def collect_if_quiet(idle: Idle) -> None:
    """Look through all objects where it is time to and nobody waits; called now and then."""
    if gc.get_count()[2] >= _MANY and idle.is_quiet_for(_QUIET_SECONDS):
        gc.collect()
