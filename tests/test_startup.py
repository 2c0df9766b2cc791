"""What may be loaded before the first words are on the screen: each import is waited for."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from briefing.cli.library_opening import open_library
from briefing.model.settings import Settings

ROOT = Path(__file__).parents[1]

TOO_EARLY = (
    "babel", "regex", "rapidfuzz", "yaml", "mdit_py_plugins", "subprocess",
    "urllib.request", "http.client", "tomllib", "webbrowser", "multiprocessing",
    "briefing.analysis", "briefing.anchoring", "briefing.exchange",
    "briefing.session.notebook", "briefing.session.briefs", "briefing.session.placing",
    "briefing.storage.notes_store", "briefing.text.strict_yaml", "briefing.parsing.front_matter",
    "textual", "rich", "asyncio", "briefing.ui.keys", "click", "platformdirs",
    "briefing.session.sitting", "briefing.session.ports", "briefing.model.library",
)  # fmt: skip
"""What the first page of a text without front matter does without."""

FIRST_PAGE = """
import os, pathlib, sys
from briefing.__main__ import main
from briefing.ui import opening

written = sys.argv[2]

def seen(text):
    if "First words" in text or "text.md" in text:
        modules = [module for name, module in sys.modules.items() if name.startswith("briefing.")]
        compiled = {
            f"{each.__module__}.{each.__name__}"
            for module in modules for each in vars(module).values()
            if "__dataclass_params__" in getattr(each, "__dict__", ())
        }
        pathlib.Path(written).write_text(" ".join([*sys.modules, *compiled]))
        os._exit(0)

opening._write = seen
sys.argv[1:] = [sys.argv[1]]
main()
"""
"""Starts the reader and stops it where it writes the first page."""


def _loaded(folder: Path, text: str, language: str, *, is_listed: bool = False) -> set[str]:
    """What a clean interpreter has loaded when it writes the first words of a text.

    The second start counts: the first one keeps the theme ready for all that follow.
    """
    article, loaded = folder / "text.md", folder / "loaded"
    if not article.exists():
        article.write_text(text, "utf-8")
    named = folder if is_listed else article
    homes = {f"XDG_{name}_HOME": str(folder / name) for name in ("CONFIG", "DATA", "STATE")}
    own = {"HOME": str(folder), "PYTHONPATH": str(ROOT), "LANGUAGE": language}
    environment = {**os.environ, **homes, **own}
    for _start in range(2):
        here, there = pty.openpty()
        fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        command = (sys.executable, "-c", FIRST_PAGE, str(named), str(loaded))
        subprocess.run(
            command,
            stdin=there, stdout=there, stderr=there, env=environment, timeout=60, check=True,
        )  # fmt: skip
        os.close(here)
        os.close(there)
    return set(loaded.read_text("utf-8").split())


@pytest.mark.parametrize("language", ["en", "it"])
def test_nothing_heavy_is_loaded_before_the_first_words(
    language: str, tmp_path: Path, italian: object
) -> None:
    text = "# A text\n\nFirst words, *a list* and [a link](a.md):\n\n- one\n"
    loaded = _loaded(tmp_path, text, language)
    assert "briefing.ui.first_page" in loaded
    assert [name for name in TOO_EARLY if name in loaded] == []
    # The standard decorator compiles while it is waited for: `briefing.model.records` does not.
    classes = [name for name in loaded if name.rpartition(".")[2].lstrip("_")[:1].isupper()]
    assert [name for name in classes if name.startswith("briefing.")] == []


def test_a_list_of_articles_waits_for_less_than_an_article_does(
    tmp_path: Path, italian: object
) -> None:
    (tmp_path / "text.md").write_text("Some words.\n", "utf-8")
    open_library(tmp_path, Settings()).entries()
    loaded = _loaded(tmp_path, "Some words.\n", "it", is_listed=True)
    assert "briefing.ui.first_list" in loaded
    early = [name for name in TOO_EARLY if name in loaded and name != "briefing.model.library"]
    assert early == []
    parsers = [name for name in loaded if name.startswith(("briefing.parsing", "briefing.layout"))]
    assert parsers == []
