"""A page is imported once; a hit in it is still one in what its file says now."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.model.original import Original
from briefing.model.source import Text
from briefing.session import documents
from briefing.storage import converted
from briefing.storage.locations import cache_folder
from tests.cli.run import run

PAGE = "<html><head><title>Harvest</title></head><body><article><p>{}</p></article></body></html>"
WORDS = "Over 11,000 tonnes of wheat were brought in, and barley was dear, said the ministry. " * 3


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "reports" / "harvest.html"
    path.parent.mkdir()
    path.write_text(PAGE.format(WORDS))
    return path


@pytest.fixture
def imported(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the documents that are imported."""
    names: list[str] = []
    read_text = documents.read_text

    def read(original: Original) -> Text:
        names.append(original.name)
        return read_text(original)

    monkeypatch.setattr(documents, "read_text", read)
    return names


def test_a_page_is_imported_once_for_all_that_is_found_in_it(
    page: Path, imported: list[str]
) -> None:
    for word in ("wheat", "barley", "ministry"):
        assert "harvest.html" in run("find", word, page.parent).out
    assert imported == ["harvest.html"]


def test_a_page_that_changed_behind_the_index_is_imported_again(
    page: Path, imported: list[str]
) -> None:
    assert run("find", "wheat", page.parent).status == 0
    before = page.stat()
    page.write_text(PAGE.format(WORDS.replace("wheat", "maize")))
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert run("find", "wheat", page.parent).status == 1
    assert "of maize were" in run("find", "maize", page.parent).out
    assert imported == ["harvest.html", "harvest.html"]


def kept() -> Iterator[Path]:
    return (cache_folder() / "documents").iterdir()


@pytest.mark.parametrize("flipped", [10, -2])
def test_a_kept_text_that_is_damaged_is_made_anew(
    page: Path, imported: list[str], flipped: int
) -> None:
    expected = run("print", page).out
    (text,) = kept()
    data = bytearray(text.read_bytes())
    data[flipped] ^= 1
    text.write_bytes(data)
    assert run("print", page).out == expected
    assert run("print", page).out == expected
    assert imported == ["harvest.html", "harvest.html"]


def test_what_comes_by_standard_input_is_not_kept(page: Path) -> None:
    assert "wheat" in run("print", "-", stdin=page.read_bytes()).out
    assert not (cache_folder() / "documents").exists()


def test_the_oldest_texts_go_when_all_are_too_many(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(converted, "_MOST_BYTES", 1_000)
    monkeypatch.setattr(converted, "_SELDOM", "")
    for number in range(12):
        page.with_name(f"{number:02}.html").write_text(PAGE.format(f"{WORDS} {number}"))
    assert run("find", "wheat", page.parent).out.count(".html") == 13
    sizes = [path.stat().st_size for path in kept()]
    assert 500 < sum(sizes) <= 1_000 + max(sizes)
