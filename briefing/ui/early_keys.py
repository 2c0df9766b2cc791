"""Keys that are pressed while the screen library is being loaded.

Loading it takes longer than anything a key asks for. Keys that only move are therefore answered at
once, by drawing the first page elsewhere in the text; the reader, once it is there, is given all
the same keys in the same order and so arrives at the same place.
"""

from __future__ import annotations

import codecs
import os
import select
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from time import monotonic

from briefing.ui.keymap import Keymap
from briefing.ui.keys import Context
from briefing.ui.keystrokes import Keystroke, read_keystroke

_SEQUENCE_SECONDS = 0.02
"""How long the rest of a key's sequence may take to arrive."""
_SWITCH_SECONDS = 0.0005
"""How soon loading gives way to a key: a tenth of Python's own value."""


class EarlyKeys:
    """Reads keys in a thread: those that move, and the first one that does something else.

    What is pressed after that one stays with the terminal, for whoever reads it next.
    """

    def __init__(
        self,
        terminal: int,
        keymap: Keymap,
        moves: Mapping[str, Callable[[], None]],
        *,
        leave: Callable[[EarlyKeys, str], None] | None = None,
        awaits: bool = False,
    ) -> None:
        """Begin to read.

        Args:
            terminal: Where keys come from; it passes them on one by one, and does not echo.
            keymap: What they mean.
            moves: What to do for the actions that only move, by their ids.
            leave: What to do for the very first key, by its action; it may end the program.
            awaits: Whether the terminal was asked something: what begins like a key may be its
                answer, then, and the rest of it be late.
        """
        self._awaits = awaits
        self._terminal = terminal
        self._keymap = keymap
        self._moves = moves
        self._leave = leave
        self._pressed: list[Keystroke] = []
        self.told: list[str] = []
        """What the terminal said of itself, in the order in which it did."""
        self._is_gone = False
        self._stopped, self._stop = os.pipe()
        self._usual_switch = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH_SECONDS)
        self._thread = threading.Thread(target=self._answer, name="early-keys", daemon=True)
        self._thread.start()

    @property
    def pressed(self) -> tuple[Keystroke, ...]:
        """All keys that were read, for the reader to do what they ask for."""
        return tuple(self._pressed)

    def stop(self) -> tuple[Keystroke, ...]:
        """Stop reading.

        Returns:
            All keys that were read.
        """
        if self._thread.is_alive():
            os.write(self._stop, b".")
            self._thread.join()
        if self._stop >= 0:
            os.close(self._stopped)
            os.close(self._stop)
            self._stop = -1
            sys.setswitchinterval(self._usual_switch)
        return self.pressed

    def wait_until(self, is_told: Callable[[Iterable[str]], bool], seconds: float) -> None:
        """Read on, where nobody else does, until the terminal has told something; keys are kept.

        Args:
            is_told: Whether it has.
            seconds: How long to wait at most.
        """
        until = monotonic() + seconds
        while not (is_told(self.told) or self._is_gone):
            rest = until - monotonic()
            if rest <= 0 or not select.select([self._terminal], [], [], rest)[0]:
                return
            self._read_one()

    def _read_one(self) -> Keystroke:
        pressed = read_keystroke(self._following, awaits=self._awaits)
        if pressed.told:
            self.told.append(pressed.told)
        elif pressed.key:
            self._pressed.append(pressed)
        return pressed

    def _answer(self) -> None:
        while self._is_key_there():
            pressed = self._read_one()
            if not pressed.key:
                continue
            found = self._keymap.find(pressed.key, pressed.character, Context.ARTICLE)
            move = None if found is None else self._moves.get(found.action.id)
            if found is not None and self._leave is not None and len(self._pressed) == 1:
                self._leave(self, found.action.id)
            if move is None:
                return
            move()

    def _is_key_there(self) -> bool:
        """Wait for a key; False once nobody wants any, or the terminal is gone."""
        if self._is_gone:
            return False
        return self._stopped not in select.select([self._terminal, self._stopped], [], [])[0]

    def _following(self) -> str:
        """The next character; nothing where none follows at once."""
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        while select.select([self._terminal], [], [], _SEQUENCE_SECONDS)[0]:
            byte = self._read_byte()
            if not byte:
                break
            if character := decode(byte):
                return character
        return ""

    def _read_byte(self) -> bytes:
        try:
            byte = os.read(self._terminal, 1)
        except OSError:  # hung up
            byte = b""
        self._is_gone = not byte
        return byte
