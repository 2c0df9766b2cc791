"""Two clones of one repository, with the merge driver that the manual names."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import CHECKOUT


class Clone:
    """A clone in which somebody writes notes and pulls those of others."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.article = folder / "reports" / "a.md"

    def git(self, *words: str) -> str:
        done = subprocess.run(
            ["git", *words], cwd=self.folder, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def configure(self, name: str) -> None:
        program = f"PYTHONPATH={shlex.quote(str(CHECKOUT))} {shlex.quote(sys.executable)} -m"
        self.git("config", "merge.briefing.name", "notes of briefing")
        self.git(
            "config", "merge.briefing.driver", f"{program} briefing notes merge %O %A %B -o %A"
        )
        self.git("config", "user.name", name)
        self.git("config", "user.email", f"{name}@example.org")
        self.git("config", "pull.rebase", "false")

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", "notes")


def attributes() -> str:
    """What the manual says that git is to be told."""
    manual = (CHECKOUT / "docs" / "formats.md").read_text("utf-8")
    lines = re.findall(r"^echo '(.+)' >> \.gitattributes$", manual, re.MULTILINE)
    return "\n".join(lines) + "\n"


def two_clones(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Clone, Clone]:
    """Clones of Anna and Bea; nothing is committed yet, and nothing of the user's git counts."""
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(folder / "hub")], check=True)
    made = []
    for name in ("anna", "bea"):
        subprocess.run(
            ["git", "clone", "-q", str(folder / "hub"), str(folder / name)],
            check=True,
            capture_output=True,
        )
        made.append(Clone(folder / name))
        made[-1].configure(name)
    anna, bea = made
    anna.git("checkout", "-q", "-B", "main")
    return anna, bea
