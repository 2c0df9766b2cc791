"""Walks the first minute in a real terminal, and writes docs/first-minute.md about it.

``python -m tests.first_minute`` needs tmux. Every key that is pressed stands on the screen before.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

from tests.journeys.terminal import Terminal

PAGE = Path(__file__).parents[1] / "docs" / "first-minute.md"
SIZE = (80, 24)
WORDS = "Which report?"


def walk(terminal: Terminal) -> Iterator[tuple[str, str]]:
    """What somebody does who has never seen the program: what they do, and what they see then."""
    terminal.start(size=SIZE)
    screen = terminal.shows("a notes the sentence at", "0 notes", "Stati membri")
    yield "`briefing` opens the article and says at its foot how to begin.", screen
    assert "Ctrl+s saves" in screen
    terminal.press("a")
    screen = terminal.shows("Ctrl+s save ·", "«La Corea del Nord ha inviato")
    yield (
        "`a`: a note on the first sentence, which stands above it. The cursor is in the text.",
        (screen),
    )
    terminal.type(WORDS)
    terminal.shows(WORDS)
    terminal.press("C-s")
    yield (
        f"“{WORDS}”, then `Ctrl+s`: saved, and the foot says where.",
        terminal.shows("saved in", "1 note "),
    )
    terminal.press("q")
    terminal.shows("ended with 0")


def page(home: Path) -> str:
    """The page, as Markdown."""
    terminal = Terminal(home)
    began = monotonic()
    try:
        steps = list(walk(terminal))
    finally:
        terminal.close()
    seconds = monotonic() - began
    notes = next(home.rglob("*.notes.yaml")).read_text("utf-8")
    seen = "".join(f"{says}\n\n```text\n{screen.rstrip()}\n```\n\n" for says, screen in steps)
    return (
        "# The first minute\n\n"
        "Somebody who has never seen the program writes a note by what the screen says alone, with"
        f" an empty home folder and a terminal of {SIZE[0]} by {SIZE[1]}. A script that waits for"
        f" each screen takes {seconds:.0f} seconds. `python -m tests.first_minute` walks it again"
        " and writes this page; a test holds the way.\n\n"
        f"{seen}The file of the notes then says:\n\n```yaml\n{notes.rstrip()}\n```"
    )


def main() -> None:
    """Write the page."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = f"{folder}/.{name.lower()}"
        os.environ["HOME"] = folder
        os.environ["LANGUAGE"] = "en"
        PAGE.write_text(page(Path(folder)).replace(folder, "~") + "\n", "utf-8")


if __name__ == "__main__":
    main()
