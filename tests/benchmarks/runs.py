"""Commands that are run once, with what they took."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.programs import environment


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took."""

    seconds: float
    processor_seconds: float
    peak_megabytes: float


def run_command(words: Sequence[str], home: Path) -> Run:
    """Run a command to its end."""
    began = time.perf_counter()
    process = subprocess.Popen(words, env=environment(home), stdout=subprocess.DEVNULL)
    _process, _status, used = os.wait4(process.pid, 0)
    process.returncode = 0
    seconds = time.perf_counter() - began
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
