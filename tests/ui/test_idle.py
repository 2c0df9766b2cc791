import asyncio
import threading
import time

import pytest

from briefing.model.errors import InputError
from briefing.ui.idle import Idle, in_thread, share_the_interpreter


async def test_all_the_work_is_done_in_slices() -> None:
    left = list(range(1_000))

    def work() -> bool:
        left.pop()
        return bool(left)

    await Idle().in_slices(work)
    assert not left


async def test_work_waits_while_a_key_is_answered() -> None:
    idle, done = Idle(), False

    def work() -> bool:
        nonlocal done
        done = True
        return False

    idle.give_way()
    busy = asyncio.create_task(idle.in_slices(work))
    await asyncio.sleep(0)
    assert not done
    await busy
    assert done


async def test_a_thread_gets_its_turn_while_slices_follow_each_other() -> None:
    """The one that reads the keys: else a key waits until all the work is done."""
    share_the_interpreter()
    had_turns = threading.Event()

    def read_keys() -> None:
        for _ in range(5):
            time.sleep(0.001)
        had_turns.set()

    end = time.monotonic() + 10
    threading.Thread(target=read_keys).start()
    await Idle().in_slices(lambda: not had_turns.is_set() and time.monotonic() < end)
    assert had_turns.is_set()


async def test_what_a_thread_finds_is_given_back() -> None:
    assert await in_thread(threading.current_thread) is not threading.main_thread()


async def test_an_error_in_a_thread_is_raised_where_it_is_told() -> None:
    def fail() -> None:
        raise InputError("no good")

    with pytest.raises(InputError, match="no good"):
        await in_thread(fail)


async def test_nobody_who_quits_waits_for_a_thread() -> None:
    gate = threading.Event()
    busy = asyncio.create_task(in_thread(gate.wait))
    await asyncio.sleep(0)
    busy.cancel()
    with pytest.raises(asyncio.CancelledError):
        await busy
    assert any(thread.daemon and thread.name == "in-thread" for thread in threading.enumerate())
    gate.set()
    await asyncio.sleep(0.01)
