"""Programs that run or ran on this machine, told apart although numbers are used again."""

from __future__ import annotations

import os
from pathlib import Path


def this_process() -> str:
    """A name for this program that no other one has had."""
    return f"{os.getpid()}@{_birth(os.getpid())}"


def is_running(name: str) -> bool:
    """Whether the program that `this_process` gave this name still runs."""
    number, _at, birth = name.partition("@")
    if not number.isdecimal() or not 0 < int(number) < 2**31:
        return False
    try:
        os.kill(int(number), 0)  # signal 0 only asks: kill(2)
    except PermissionError:
        pass
    except OSError:
        return False
    return birth == _birth(int(number))


def _birth(number: int) -> str:
    """When a program began, as far as the system says.

    Linux counts ticks since the machine started, in field 22 of /proc/PID/stat, and names each
    start of the machine (proc(5)). Elsewhere only the machine is known.
    """
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        fields = Path(f"/proc/{number}/stat").read_bytes().rpartition(b")")[2].split()
        return f"{boot}:{int(fields[19])}"
    except (OSError, ValueError, IndexError):
        return os.uname().nodename
