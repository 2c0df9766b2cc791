"""Every journey has folders of its own."""

from __future__ import annotations

import os
import shutil
import webbrowser
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.terminal import Terminal


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder that nobody has used yet."""
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in (
        "NO_COLOR", "COLUMNS", "LINES", "EDITOR", "VISUAL", "DISPLAY", "WAYLAND_DISPLAY", "TMUX",
    ):  # fmt: skip
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SSH_TTY", "/dev/pts/0")  # the clipboard of whoever runs this stays theirs
    return tmp_path


@pytest.fixture
def terminal(home: Path) -> Iterator[Terminal]:
    """A terminal; where there is no tmux the journey is left out, but never in CI."""
    if shutil.which("tmux") is None:
        if os.environ.get("CI"):
            pytest.fail("tmux is missing, and in CI these journeys have to run")
        pytest.skip("tmux is missing; on Debian: apt install tmux")
    opened = Terminal(home)
    yield opened
    opened.close()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that the browser is given; none is shown."""
    found: list[str] = []

    def fake(address: str) -> bool:
        found.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", fake)
    return found
