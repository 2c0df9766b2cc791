"""`briefing excerpts`: a draft of passages that is right by its own check, and that pandoc sets."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.run import run

HARVEST = """---
title: Harvest [2026]
language: en
authors: ["Rossi, Anna"]
published: "2026-11-20"
source: {url: "https://example.org/harvest"}
---

<!-- page iv -->

A. The farmers brought 11,000 tonnes of wheat to @port_odesa: "more *than* ever", they said.

- Nobody counted what was left in the barns.
- The mills of the valley stood still all winter.

<!-- page 1 -->

A year later the river had risen again and every ship could pass.
"""
QUOTES = (
    ("A. The farmers brought 11,000 tonnes of wheat to @port_odesa", "grain", "Is this [sure]?"),
    ("what was left in the barns.\nThe mills of the valley stood still", "Grain", ""),
    ("A year later the river had risen again", "river", "See @nobody, 1. p."),
)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "my reports"
    folder.mkdir()
    article = folder / "harvest 1.md"
    article.write_text(HARVEST)
    for quote, tag, text in QUOTES:
        added = run("notes", "add", article, "--quote", quote, "--tag", tag, "--text", text)
        assert added.status == 0, added.err
    return folder


def test_what_was_written_is_exact_when_it_is_checked_again(library: Path, tmp_path: Path) -> None:
    draft = tmp_path / "drafts" / "draft.md"
    draft.parent.mkdir()
    assert run("excerpts", library, "-o", draft).status == 0
    done = run("check", draft, "--against", library, "--format", "json")
    found = json.loads(done.out)
    states = [(one["state"], one["document"], one["named"]) for one in found["quotations"]]
    assert states == [("exact", "harvest 1.md", "harvest 1.md")] * len(QUOTES)
    assert [one["state"] for one in found["articles"][0]["links"]] == ["right"] * len(QUOTES)
    assert done.status == 0
    headings = [line for line in draft.read_text().splitlines() if line.startswith("## ")]
    assert headings == ["## grain", "## river"]


def test_pandoc_makes_a_page_with_a_bibliography_and_warns_of_nothing(
    library: Path, tmp_path: Path
) -> None:
    draft, books = tmp_path / "draft.md", tmp_path / "books.json"
    assert run("excerpts", library, "--tag", "river", "--tag", "grain", "-o", draft).status == 0
    assert run("cite", library, "-o", books).status == 0
    done = subprocess.run(
        [
            "pandoc",
            draft,
            "--citeproc",
            "--bibliography",
            books,
            "-t",
            "html",
            "--fail-if-warnings",
        ],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    page = done.stdout.decode()
    assert 'id="ref-harvest-1"' in page
    assert "Rossi" in page
    assert page.index("river had risen") < page.index("tonnes of wheat to @port_odesa")


def test_only_the_wanted_theme_is_written_and_what_is_lost_is_told(
    library: Path, tmp_path: Path
) -> None:
    article = library / "harvest 1.md"
    article.write_text(HARVEST.replace("A year later the river had risen again and every", "No"))
    done = run("excerpts", library, "--tag", "GRAIN", "--tag", "river")
    assert done.out.count("[^1]") == 2
    assert "risen" not in done.out
    assert done.is_one_line
    assert run("excerpts", library, "--tag", "nothing").status == 1
