"""Whatever happens to a program that indexes a library, the next one finds what the files say.

``LIBRARY_KILLS`` sets how often one is killed; CI kills it a few times.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from briefing.cli.library_opening import open_library
from briefing.model.settings import Settings
from briefing.session.library_find import find
from briefing.storage.library_index import LibraryIndex
from briefing.text.queries import parse_query

_KILLS = int(os.environ.get("LIBRARY_KILLS", "2"))
_ARTICLES = 450
_LOOK = """
import sys
from pathlib import Path
from briefing.storage.library_index import LibraryIndex
index = LibraryIndex(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
print(len(index.entries()))
"""
_INDEX = """
import sys
from pathlib import Path
from briefing.cli.library_opening import open_library
from briefing.model.settings import Settings
library = open_library(Path(sys.argv[1]), Settings())
print("begun", flush=True)
for left in library.bring_up_to_date():
    pass
"""
_NOTES = 2
_NOTE = f"""
import sys
from tests.cli.run import run
print("begun", flush=True)
for number in range({_NOTES}):
    run("notes", "add", sys.argv[1], "--quote", "rye", "--text", f"Is it dear{{number}}?")
"""


def write_library(folder: Path) -> Path:
    folder.mkdir()
    for number in range(_ARTICLES):
        kind = "wheat" if number % 3 else "barley"
        (folder / f"{number:03}.md").write_text(f"# Report {number}\n\nOf {kind} and rye.\n")
    return folder


def started(program: str, path: Path) -> subprocess.Popen[bytes]:
    """A program that has said its first line."""
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.readline()
    return process


def found(folder: Path, query: str) -> set[str]:
    library = open_library(folder, Settings())
    names = {one.entry.path for one in find(library, parse_query(query))}
    assert library.faults == []
    return names


def barley() -> set[str]:
    return {f"{number:03}.md" for number in range(0, _ARTICLES, 3)}


def test_an_index_whose_program_was_killed_answers_as_a_new_one(tmp_path: Path) -> None:
    folder = write_library(tmp_path / "reports")
    chance = random.Random(17)
    for _kill in range(_KILLS):
        process = started(_INDEX, folder)
        time.sleep(chance.random() * 0.4)  # wherever that falls, what follows must hold
        process.kill()
        process.communicate()
        if chance.random() < 0.3:
            LibraryIndex.of(folder).discard()
    assert found(folder, "barley") == barley()
    assert found(folder, "rye -wheat") == barley()


def test_programs_that_meet_a_damaged_index_at_once_make_one_new_one(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "library" / "index.sqlite"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no database at all " * 300)
    programs = [started(_LOOK, path) for _number in range(3)]
    for program in programs:  # each waits for this word, so that they begin together
        assert program.stdin is not None
        program.stdin.write(b"go\n")
        program.stdin.flush()
    assert [program.communicate() for program in programs] == [(b"0\n", b"")] * 3


def test_notes_of_three_programs_are_found_while_a_fourth_one_indexes(tmp_path: Path) -> None:
    folder = write_library(tmp_path / "reports")
    articles = [folder / f"{number * 200:03}.md" for number in range(3)]
    programs = [started(_NOTE, article) for article in articles]
    programs.append(started(_INDEX, folder))
    assert [program.communicate()[1] for program in programs] == [b""] * 4
    for number in range(_NOTES):
        assert found(folder, f"dear{number}") == {article.name for article in articles}
