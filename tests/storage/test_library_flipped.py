"""A byte of the index that is another one never lets a document be missing from what is found.

``LIBRARY_FLIPS`` sets how many bytes go bad, one a time; CI tries a few.
"""

from __future__ import annotations

import os
import random
import sqlite3
from pathlib import Path

import pytest

from briefing.cli.library_opening import open_library
from briefing.model.settings import Settings
from briefing.session.library_find import find
from briefing.storage.library_index import LibraryIndex
from briefing.text.queries import parse_query

_FLIPS = int(os.environ.get("LIBRARY_FLIPS", "8"))
_ARTICLES = 60
_PAGE = 4096
"""Bytes of a page of SQLite."""
_KINDS = ("wheat", "barley", "rye")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(_ARTICLES):
        kind = _KINDS[number % len(_KINDS)]
        words = f"# Report {number}\n\nOf {kind} and of oats{number}.\n"
        (folder / f"{number:02}.md").write_text(words)
    return folder


def found(folder: Path, query: str) -> tuple[list[str], bool]:
    """The paths of what is found, and whether something was told."""
    library = open_library(folder, Settings())
    names = sorted(one.entry.path for one in find(library, parse_query(query)))
    told = bool(library.faults)
    library.index.close()  # type: ignore[attr-defined] # what was written goes into the file
    return names, told


def test_every_document_is_found_whichever_byte_is_another_one(folder: Path) -> None:
    chance, path = random.Random(23), LibraryIndex.of(folder).path
    expected = {kind: found(folder, kind)[0] for kind in _KINDS}
    assert [len(names) for names in expected.values()] == [_ARTICLES // len(_KINDS)] * 3
    whole = path.read_bytes()
    for flip in range(_FLIPS):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        for kind in chance.sample(_KINDS, 2):
            assert found(folder, kind)[0] == expected[kind], (flip, kind)


def test_damage_that_sqlite_notices_while_it_is_asked_is_told(folder: Path) -> None:
    """What is damaged is made anew when it is asked, and then names nothing."""
    expected, _told = found(folder, "wheat")
    path = LibraryIndex.of(folder).path
    connection = sqlite3.connect(path)
    [(root,)] = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'words_data'")
    connection.close()
    data = bytearray(path.read_bytes())
    data[(root - 1) * _PAGE : root * _PAGE] = b"\x5a" * _PAGE
    path.write_bytes(data)
    assert found(folder, "wheat") == (expected, True)
    assert found(folder, "wheat") == (expected, False)
