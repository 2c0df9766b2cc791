"""What Python's garbage collector is spared: objects that stay as long as the first text does."""

from __future__ import annotations

import gc


class Collector:
    """Freezes the objects of the first text; what comes after that text is left to the collector.

    A text of 10 MB is some million objects, and to look through them takes longer than a key. Once
    another text is shown they may go: frozen, they would stay for good.
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
