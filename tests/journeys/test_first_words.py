"""An article that was read before shows its words before the program is loaded."""

from __future__ import annotations

import sys
import termios
from pathlib import Path

from tests.journeys.rawterminal import raw_terminal

TEXT = "# A report\n\nFirst words, *a list* and more.\n\n" + "".join(
    f"Paragraph {number}.\n\n" for number in range(80)
)
LOADED = """
import sys
from briefing.ui import early_page
write_all, loaded = early_page.write_all, sys.argv.pop()
def shown(file, data):
    write_all(file, data)
    if b"First words" in data:
        open(loaded, "w").write(" ".join(sys.modules))
early_page.write_all = shown
from briefing.__main__ import main
main()
"""
"""Runs the program, and writes down what was loaded once a kept page was shown."""
HEAVY = ("pathlib", "re", "typing", "dataclasses", "click", "gettext", "enum", "signal", "hashlib")


def _read_once(article: Path, keys: bytes = b"") -> None:
    with raw_terminal(str(article)) as terminal:
        terminal.until("none named")
        terminal.type(keys)
        if keys:
            terminal.until("Paragraph 79")
        terminal.type(b"q")
        assert terminal.until_ended() == 0


def test_the_kept_page_is_what_the_program_would_draw_and_comes_first(tmp_path: Path) -> None:
    article, loaded = tmp_path / "report.md", tmp_path / "loaded"
    article.write_text(TEXT, "utf-8")
    _read_once(article)
    program = [sys.executable, "-c", LOADED]
    with raw_terminal(str(article), str(loaded), program=program) as terminal:
        terminal.until("none named")
        early = terminal.sent.split(b"\x1b[?1049h")[1]
        terminal.type(b"q")
        assert terminal.until_ended() == 0
        terminal.assert_sane()
    assert b"First words" in early  # and then only what the reader draws
    modules = loaded.read_text("utf-8").split()
    assert [name for name in HEAVY if name in modules] == []


def test_it_opens_where_the_reader_stopped(tmp_path: Path) -> None:
    article = tmp_path / "report.md"
    article.write_text(TEXT, "utf-8")
    _read_once(article, keys=b"G")
    with raw_terminal(str(article)) as terminal:
        terminal.until("Paragraph 79")
        assert b"First words" not in terminal.sent
        terminal.type(b"q")
        assert terminal.until_ended() == 0


def test_an_article_that_is_gone_is_told_on_the_usual_screen(tmp_path: Path) -> None:
    """The page was put up, and then the article cannot be read."""
    article = tmp_path / "report.md"
    article.write_text(TEXT, "utf-8")
    _read_once(article)
    faulty = [
        sys.executable,
        "-c",
        (
            "import briefing.storage.first_pages as pages, os, sys\n"
            "find = pages.find\n"
            "pages.find = lambda key: (find(key), os.unlink(sys.argv[1]))[0]\n"
            "from briefing.__main__ import main\n"
            "main()\n"
        ),
    ]
    with raw_terminal(str(article), program=faulty) as terminal:
        assert terminal.until_ended() == 2
        shown, _left, said = terminal.sent.partition(b"\x1b[?1049l")
        assert b"First words" in shown
        assert b"there is no such file" in said
        terminal.assert_sane()


def test_no_key_that_is_typed_meanwhile_is_lost(tmp_path: Path) -> None:
    """Ctrl+s stops the output of a terminal that is not told otherwise, and Ctrl+z is swallowed."""
    article = tmp_path / "report.md"
    article.write_text(TEXT, "utf-8")
    _read_once(article)
    with raw_terminal(str(article)) as terminal:
        terminal.until("First words")
        terminal.until_true(lambda: not _echoes(terminal.programs_side), "keys one by one")
        terminal.type(b"m\x13?")  # a bookmark, a key that means nothing here, and help
        since = terminal.until("Moving")
        terminal.type(b"\x1b")
        terminal.until("Paragraph", since)
        terminal.type(b"q")
        assert terminal.until_ended() == 0
        terminal.assert_sane()
    assert "bookmark" in (tmp_path / "report.notes.yaml").read_text("utf-8")


def _echoes(terminal: int) -> bool:
    return bool(termios.tcgetattr(terminal)[3] & termios.ECHO)


def test_nothing_is_kept_of_standard_input(tmp_path: Path, own_folders: Path) -> None:
    shell = ["/bin/sh", "-c", f"echo 'Secret words.' | {sys.executable} -m briefing -"]
    with raw_terminal(program=shell) as terminal:
        terminal.until("none named")
        terminal.type(b"q")
        assert terminal.until_ended() == 0
    pages = own_folders / "state" / "briefing" / "first-pages"
    assert not pages.exists() or list(pages.iterdir()) == []
