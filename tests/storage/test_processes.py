"""Programs that run or ran."""

from __future__ import annotations

import subprocess
import sys

import pytest

from briefing.storage.processes import is_running, this_process


def test_a_program_is_running_until_it_ends() -> None:
    code = "from briefing.storage.processes import this_process; print(this_process(), flush=True)"
    other = subprocess.Popen(
        [sys.executable, "-c", f"{code}; input()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout is not None
    name = other.stdout.readline().strip()
    assert name != this_process()
    assert is_running(name)
    other.communicate("\n")
    assert not is_running(name)


def test_a_number_that_is_used_again_is_another_program() -> None:
    assert is_running(this_process())
    assert not is_running(f"{this_process()}0")


@pytest.mark.parametrize("name", ["", "x@y", "0@y", "-1@y", "99999999999999@y", "²@y"])
def test_a_name_that_is_none_is_not_running(name: str) -> None:
    assert not is_running(name)
