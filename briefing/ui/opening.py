"""From the first words on the screen until the reader takes over: the screen library is loaded.

The terminal is ours for that time. It shows the first page, keys that move are answered, and what
asks the program to end does so at once: there is nothing to keep yet. To raise in the middle of an
import would not always be heard.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Protocol

from briefing.ui.background import is_dark_by_word
from briefing.ui.early_page import take_over
from briefing.ui.emergency import Ending
from briefing.ui.questions import has_all_colors, is_all
from briefing.ui.terminal_mode import ENTER, LEAVE, Attributes, restore, silence, write_all

if TYPE_CHECKING:  # the first page is drawn before keys are thought of
    from briefing.ui.early_keys import EarlyKeys
    from briefing.ui.keymap import Keymap
    from briefing.ui.keystrokes import Keystroke

_LEAVING = frozenset(("leave", "quit"))
"""Actions that end the program, with status 0."""
_PATIENCE_SECONDS = 1.0
"""How long a terminal may take to answer once all else is done: more than a slow line needs."""


class Page(Protocol):
    """What stands on the screen meanwhile."""

    @property
    def moves(self) -> Mapping[str, Callable[[], None]]:
        """What moves the view, by the ids of actions."""

    def draw(self) -> str:
        """The rows, each with its address on the screen."""


class Opening:
    """What happens while the reader is being loaded."""

    def __init__(
        self,
        page: Page,
        ending: Ending,
        screen: ExitStack,
        keys: ExitStack,
        terminal_before: Attributes,
        *,
        is_asked: bool = False,
    ) -> None:
        """Begin with what is on the screen.

        Args:
            page: The first page.
            ending: What asks the program to end.
            screen: Takes away what was drawn.
            keys: Puts the terminal's keys back.
            terminal_before: How the terminal was before the program.
            is_asked: Whether the terminal was asked something about itself.
        """
        self.terminal_before = terminal_before
        """How the terminal was before the program, for the reader to restore."""
        self._is_asked = is_asked
        self._page = page
        self._ending = ending
        self._screen = screen
        self._keys = keys
        self._early: EarlyKeys | None = None
        ending.at_once = self._end

    def turn_to(self, page: Page) -> None:
        """Another page takes the place of the first: mostly the same rows, of the whole text."""
        before, self._page = self._page, page
        drawn = page.draw()
        if drawn != before.draw():
            _write(drawn)

    def answer_keys(
        self, keymap: Keymap, before_leaving: Callable[[], object] | None = None
    ) -> None:
        """Answer keys that move, beside whatever else is done now.

        Args:
            keymap: What they mean.
            before_leaving: Called where the very first key ends the program, which does not wait
                until all is loaded: nothing was read, so there is nothing to keep. Without it the
                reader answers such a key.
        """
        from briefing.ui.early_keys import EarlyKeys  # noqa: PLC0415 - the page is drawn by then

        moves = {name: partial(self._turn, move) for name, move in self._page.moves.items()}
        leave = None if before_leaving is None else partial(self._leave, before_leaving)
        self._early = EarlyKeys(
            sys.stdin.fileno(), keymap, moves, leave=leave, awaits=self._is_asked
        )
        self._keys.callback(self._early.stop)

    def finish(self) -> tuple[Keystroke, ...]:
        """All is loaded.

        Returns:
            The keys that were read, for the reader to do what they ask for. It reads the next ones.

        Raises:
            SystemExit: The program was asked to end just now.
        """
        self._ending.at_once = None
        pressed = () if self._early is None else self._early.stop()
        if self._early is not None and self._is_asked:
            self._early.wait_until(is_all, _PATIENCE_SECONDS)
            pressed = self._early.pressed
        if self._ending.asked is not None:
            raise SystemExit(self._ending.status)
        return pressed

    @property
    def is_dark(self) -> bool | None:
        """Whether the terminal said that it is dark; None where it did not say."""
        return None if self._early is None else is_dark_by_word(self._early.told)

    @property
    def has_all_colors(self) -> bool:
        """Whether the terminal said that it has 16 million colours."""
        return self._early is not None and has_all_colors(self._early.told)

    @property
    def awaits_answers(self) -> bool:
        """Whether the terminal was asked something and has not said all yet."""
        return self._is_asked and not (self._early is not None and is_all(self._early.told))

    def hand_over(self) -> int | None:
        """Let the reader look after the screen from now on.

        The terminal's keys stay as they are: were they put back even for a moment, a key that is
        typed in it would be echoed, or stop the output. `terminal_before` says what to restore.

        Returns:
            The signal that asked the program to end since then; None if nothing did.
        """
        self._ending.at_once = None
        self._screen.pop_all()
        return self._ending.asked

    def _leave(self, before: Callable[[], object], early: EarlyKeys, action: str) -> None:
        """End here and now, in the thread of the keys, if that is what a key asks for.

        What the terminal was asked and has not said yet would be typed into the shell.
        """
        if action not in _LEAVING or self._ending.asked is not None:
            return
        if self._is_asked:
            early.wait_until(is_all, _PATIENCE_SECONDS)
            if not is_all(early.told):
                return
        before()
        self._give_back()
        os._exit(0)

    def _end(self) -> None:
        """End here and now, in the middle of loading, as a signal asks."""
        self._give_back()
        os._exit(self._ending.status)

    def _give_back(self) -> None:
        """Give the terminal back; other words may be on their way to it, so no buffer is used."""
        write_all(sys.stdout.fileno(), LEAVE.encode("ascii"))
        restore(sys.stdin.fileno(), self.terminal_before)

    def _turn(self, move: Callable[[], None]) -> None:
        move()
        _write(self._page.draw())


@contextmanager
def opening(page: Page, ending: Ending, *, asks: str = "") -> Iterator[Opening]:
    """Show the first page until the reader takes over; take it away if it never does.

    Args:
        page: What is shown.
        ending: What asks the program to end.
        asks: What to ask the terminal, as `questions` says it.
    """
    with ExitStack() as screen, ExitStack() as keys:
        before = _show(page, screen, keys)
        if asks:
            _write(asks)
        ending.is_held = True
        try:
            yield Opening(page, ending, screen, keys, before, is_asked=bool(asks))
        finally:
            ending.is_held, ending.at_once = False, None


def _show(page: Page, screen: ExitStack, keys: ExitStack) -> Attributes:
    """Put the page up, unless the very same stands there already.

    Returns:
        How the terminal was before.
    """
    standing, drawn = take_over(), page.draw()
    before = silence(sys.stdin.fileno()) if standing is None else standing.before
    keys.callback(restore, sys.stdin.fileno(), before)
    screen.callback(_write, LEAVE)
    if standing is None:
        _write(ENTER + drawn)
    elif standing.page != drawn:
        _write(drawn)
    return before


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
