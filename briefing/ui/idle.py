"""Work in the background: a little between keys, or in a thread that nobody has to wait for."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from time import monotonic, sleep
from typing import TypeVar

_SLICE_SECONDS = 0.003
"""How long a slice goes on. A key passes through some ten turns of the event loop until its frame
is drawn; even if a slice falls into each of them, it is answered within 30 ms."""
_KEYS_FIRST_SECONDS = 0.06
"""For so long after a key nothing else is done: its frame comes first, and often another key."""
_LONGEST_WAIT_SECONDS = 0.25
"""Keys that never stop hold up a thread for so long at each of its steps."""
_SWITCH_SECONDS = 0.0005
"""How soon a busy thread lets another one have the interpreter: a tenth of Python's own value. That
is longer than a slice, so that the thread which reads the keys would wait for many slices: asking
begins anew whenever the interpreter is free for a moment between two of them."""

Result = TypeVar("Result")


class Idle:
    """The time that keys leave over."""

    def __init__(self) -> None:
        self._keys_until = 0.0

    def give_way(self) -> None:
        """A key or the mouse wants something. The thread that reads the keys may say so."""
        self._keys_until = monotonic() + _KEYS_FIRST_SECONDS

    async def in_slices(self, work: Callable[[], bool]) -> None:
        """Do a little at a time while there is more to do; keys are answered in between."""
        await self.quiet()
        while _a_slice(work):
            await asyncio.sleep(0)
            await self.quiet()

    @property
    def is_quiet(self) -> bool:
        """Whether no key has come for a while."""
        return monotonic() >= self._keys_until

    def is_quiet_for(self, seconds: float) -> bool:
        """Whether no key has come for so long."""
        return monotonic() + _KEYS_FIRST_SECONDS >= self._keys_until + seconds

    def wait_in_thread(self) -> None:
        """Wait, in a thread that works for long, while keys come; not for ever."""
        until = monotonic() + _LONGEST_WAIT_SECONDS
        while not self.is_quiet and monotonic() < until:
            sleep(_KEYS_FIRST_SECONDS / 4)

    async def quiet(self) -> None:
        """Wait until no key has come for a while."""
        rest = self._keys_until - monotonic()
        while rest > 0:
            await asyncio.sleep(rest)
            rest = self._keys_until - monotonic()


def share_the_interpreter() -> None:
    """Let no thread keep the others waiting, for as long as the program runs."""
    sys.setswitchinterval(min(sys.getswitchinterval(), _SWITCH_SECONDS))


async def in_thread(work: Callable[[], Result]) -> Result:
    """Let a thread do something long.

    Unlike `asyncio.to_thread`, nobody who quits waits for it to end, only for a file that it is
    replacing at that moment.
    """
    return await begun_in_thread(work)


def begun_in_thread(work: Callable[[], Result]) -> asyncio.Future[Result]:
    """The same for work that is to begin before the loop comes to anything else."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Result] = loop.create_future()

    def tell(result: Result | None, error: BaseException | None) -> None:
        if done.cancelled():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(result)  # type: ignore[arg-type]  # without an error it is a result

    def run() -> None:
        result, error = None, None
        try:
            result = work()
        except BaseException as raised:  # noqa: BLE001 - raised again where it is waited for
            error = raised
        with suppress(RuntimeError):  # the loop has closed: nobody waits any more
            loop.call_soon_threadsafe(tell, result, error)

    threading.Thread(target=run, name="in-thread", daemon=True).start()
    return done


def _a_slice(work: Callable[[], bool]) -> bool:
    """Work for a few milliseconds; whether there is more to do."""
    until = monotonic() + _SLICE_SECONDS
    while work():
        if monotonic() > until:
            return True
    return False
