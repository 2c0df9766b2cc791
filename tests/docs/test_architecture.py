"""Whoever follows a page about the house finds the files that it names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ("docs/architecture.md", "CONTRIBUTING.md", "docs/reliability.md", "docs/library.md")
_NAMED = re.compile(r"`((?:briefing|tests|docs|themes|content|seeds)/[\w./-]*)`")
_ROOMS = re.compile(r"`briefing/(\w+)/`")


def named_in(page: str) -> list[str]:
    return _NAMED.findall((ROOT / page).read_text("utf-8"))


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_names_is_there(page: str) -> None:
    missing = [name for name in named_in(page) if not (ROOT / name).exists()]
    assert missing == []


def test_the_page_about_the_house_names_enough_to_be_wrong() -> None:
    assert len(set(named_in("docs/architecture.md"))) > 50


def test_every_room_stands_on_the_page_about_the_house() -> None:
    rooms = {path.parent.name for path in (ROOT / "briefing").glob("*/__init__.py")}
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    told = {*_ROOMS.findall(page), *re.findall(r"^\s+(\w+)\s{3,}", page, re.MULTILINE)}
    assert rooms - told == set()


def test_every_target_of_make_that_the_page_names_is_there() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"(?:`|^    )make ([a-z]+)", page, re.MULTILINE))
    assert "release" in targets
    assert {
        name for name in targets if not re.search(rf"^{name}:", makefile, re.MULTILINE)
    } == set()
