"""A document of any format that can be imported is read as it is, and nothing is written for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import run

SENTENCE = "The harbour has seven boats, and all of them were built in the town itself, she said. "
PAGE = (
    "<html lang=en><head><title>Boats</title></head><body><nav><a href=/>Home</a></nav><article>"
    f"<h1>Boats</h1><p>{SENTENCE * 3}</p><h2>The town</h2><p>{SENTENCE * 3}</p></article></html>"
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    path.write_text(PAGE)
    return path


def test_a_page_is_printed_as_its_article(page: Path) -> None:
    ran = run("print", page, "--format", "json")
    assert ran.status == 0
    value = json.loads(ran.out)
    assert (value["title"], value["language"]) == ("Boats", "en")
    assert [section["heading"] for section in value["sections"]] == [None, "The town"]
    assert value["dropped"] == ["Home"]


def test_standard_input_may_be_a_page() -> None:
    value = json.loads(run("print", "-", "--format", "json", stdin=PAGE).out)
    assert value["title"] == "Boats"


@pytest.mark.parametrize("words", [("check",), ("export", "--format", "markdown"), ("print",)])
def test_other_commands_take_it_too_and_write_nothing(page: Path, words: tuple[str, ...]) -> None:
    ran = run(words[0], page, *words[1:])
    assert ran.status == 0
    assert [path.name for path in page.parent.iterdir() if path.name != "home"] == [page.name]


def test_notes_lie_beside_it_under_its_full_name(page: Path) -> None:
    added = run("notes", "add", page, "--at", "6:17", "--text", "Count them.")
    assert added.status == 0
    assert page.with_name("report.html.notes.yaml").exists()
    assert not page.with_name("report.notes.yaml").exists()
    assert "Count them." in run("notes", "list", page).out


WALLED = PAGE.replace("<h2>", "<p>Subscribe to continue reading</p><h2>").split("<h2>")[0]


@pytest.mark.parametrize("words", [("check",), ("export", "--format", "markdown"), ("print",)])
def test_how_a_document_was_read_is_told_beside_what_was_asked_for(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    path = tmp_path / "walled.html"
    path.write_text(WALLED)
    ran = run(words[0], path, *words[1:])
    assert ran.status == 0
    assert ran.err == (
        "briefing: walled.html: the page holds only the beginning of its article: "
        "the rest is behind a wall\n"
    )


def test_an_address_in_the_place_of_a_file_is_said_to_be_one() -> None:
    ran = run("print", "https://user:word@example.org/a")
    assert ran.status == 2
    assert ran.err == (
        "briefing: https://example.org/a: this is an address, not a file; import it first: "
        "briefing import https://example.org/a -o ARTICLE.md\n"
    )
