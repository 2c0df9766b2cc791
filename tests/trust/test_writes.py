"""Only the rooms that are known to write do: whoever adds a write has to say where it goes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "briefing"

WRITING = [
    "mkdir",
    "makedirs",
    "write_text",
    "write_bytes",
    "touch",
    "symlink_to",
    "hardlink_to",
    "rename",
    "unlink",
    "rmdir",
    "rmtree",
    "truncate",
    "mkfifo",
    "mkstemp",
    "mkdtemp",
    "NamedTemporaryFile",
    "TemporaryDirectory",
    "copyfile",
    "copytree",
]
"""Functions and methods that change a disk, whoever they belong to."""
OF_OS = {"open", "replace", "link", "symlink", "remove"}
"""Those whose names mean other things, too, so that only the ones of `os` count."""

KNOWN = {
    "storage/atomic.py": "files that are replaced",
    "storage/folders.py": "folders, and files that go",
    "storage/locking.py": "locks",
    "storage/lock_files.py": "locks without flock",
    "storage/plain_files.py": "opens to read",
    "storage/first_pages.py": "opens to read; pages that go",
    "storage/notes_backups.py": "backups that move on",
    "storage/notes_store.py": "the folder for the first note",
    "storage/reading_state.py": "drafts that go, damaged state that is put aside",
    "storage/library_trash.py": "articles that move to the trash of a library and back",
    "storage/library_database.py": "the index of a library, which SQLite writes",
    "storage/git_history.py": "states of an article that git merges, in a temporary folder",
    "cli/configuring.py": "the folder of the settings",
    "session/editor.py": "a text in the reader's editor",
    "cli/endings.py": "opens /dev/null for a pipe that closed",
    "cli/terminals.py": "opens the terminal",
    "parsing/importers/pdf/scout.py": "opens /dev/null in place of the terminal",
    "ui/terminal.py": "opens /dev/null for output that nobody should see",
}


def _writes(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Attribute):
            is_os = isinstance(called.value, ast.Name) and called.value.id == "os"
            if called.attr in WRITING or (is_os and called.attr in OF_OS):
                yield called.attr
        elif isinstance(called, ast.Name) and called.id == "open" and _opens_to_write(node):
            yield "open"


def _opens_to_write(call: ast.Call) -> bool:
    mode = call.args[1] if len(call.args) > 1 else None
    return isinstance(mode, ast.Constant) and set("wax+") & set(str(mode.value)) != set()


def test_only_the_known_rooms_write() -> None:
    found = {str(path.relative_to(PACKAGE)) for path in PACKAGE.rglob("*.py") if any(_writes(path))}
    assert found == set(KNOWN)
