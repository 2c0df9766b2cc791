"""The programs that are measured: the reader, and what it is measured against."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from tests.benchmarks.documents import FIRST, NEEDLE

HERE = Path(__file__).parent
PAGE_DOWN = "\x1b[6~"
START, END = "\x1b[H", "\x1b[F"
_FROGMOUTH = "frogmouth==0.9.2"


@dataclass(frozen=True, slots=True)
class Program:
    """A program, and how it is worked."""

    name: str
    """How the tables call it."""
    command: tuple[str, ...]
    """What starts it; the document's path is added."""
    end: str = ""
    """The key to the end of the text; empty where there is none."""
    start: str = ""
    """The key back to its beginning."""
    page_down: str = ""
    """The key to the next page."""
    search: str = ""
    """The key that begins a search."""
    search_end: str = ""
    """The key that ends it, where hits are not shown while it is typed."""
    quit: str = "q"
    """The key to leave."""
    takes_path: bool = True
    """Whether it shows the document at all."""

    def started_with(self, document: Path) -> list[str]:
        """The whole command."""
        return [*self.command, str(document)] if self.takes_path else list(self.command)


BRIEFING = Program(
    "briefing",
    (sys.executable, "-m", "briefing"),
    end="G",
    start="g",
    page_down=PAGE_DOWN,
    search=f"/{NEEDLE}",
)
BARE = Program(
    "bare app", (sys.executable, str(HERE / "bare_app.py"), FIRST), takes_path=False, quit="\x11"
)
VIEWER = Program(
    "MarkdownViewer",
    (sys.executable, str(HERE / "viewer_app.py")),
    end=END,
    start=START,
    page_down=PAGE_DOWN,
    quit="\x11",
)
LESS = Program(
    "less",
    ("less",),
    end="G",
    start="g",
    page_down=PAGE_DOWN,
    search=f"/{NEEDLE}",
    search_end="\n",
)


def frogmouth(cache: Path) -> Program | None:
    """Frogmouth in an environment of its own: it needs an older Textual. None where it fails."""
    python = cache / "frogmouth" / "bin" / "python"
    done = cache / "frogmouth" / ".ready"
    if not done.exists():
        print(f"preparing {_FROGMOUTH} in {python.parents[1]}", file=sys.stderr)
        venv.create(python.parents[1], with_pip=True, clear=True)
        install = (str(python), "-m", "pip", "install", "--quiet", _FROGMOUTH)
        try:
            subprocess.run(install, check=True, timeout=300)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            print(f"frogmouth is left out: {error}", file=sys.stderr)
            return None
        done.touch()
    command = (str(python.with_name("frogmouth")),)
    return Program("frogmouth", command, end=END, start=START, page_down=PAGE_DOWN, quit="\x11")


def peers(cache: Path) -> list[Program]:
    """Everything that is here to be measured against, the reader first."""
    others = [LESS] if which("less") else []
    found = frogmouth(cache)
    return [BRIEFING, BARE, VIEWER, *([found] if found else []), *others]


def environment(home: Path) -> dict[str, str]:
    """A user who has chosen nothing, in a terminal with all colours."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    kept["PYTHONPATH"] = os.pathsep.join((str(HERE.parents[1]), kept.get("PYTHONPATH", "")))
    folders = {
        f"XDG_{name}_HOME": str(home / name.lower())
        for name in ("CONFIG", "DATA", "STATE", "CACHE")
    }
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LESS": "", "LC_ALL": "C.UTF-8"}
    return {**kept, **folders, **terminal, "HOME": str(home)}
