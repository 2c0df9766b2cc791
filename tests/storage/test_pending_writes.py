"""The end of the program lets a file be finished that a thread in the background is replacing."""

from __future__ import annotations

import threading
from pathlib import Path

from briefing.storage.atomic import write_atomically
from briefing.storage.pending_writes import wait_for_writes


def test_the_end_waits_for_a_file_that_is_being_replaced(tmp_path: Path) -> None:
    path = tmp_path / "notes.yaml"
    path.write_bytes(b"old")
    is_written, may_take_name = threading.Event(), threading.Event()

    def may_replace() -> bool:
        is_written.set()
        return may_take_name.wait(10)

    thread = threading.Thread(
        target=lambda: write_atomically(path, b"new", may_replace=may_replace), daemon=True
    )
    assert wait_for_writes(0)
    thread.start()
    assert is_written.wait(10)
    assert not wait_for_writes(0)
    may_take_name.set()
    assert wait_for_writes(10)
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]
    thread.join()
