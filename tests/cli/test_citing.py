"""`briefing cite`: bibliographies that pandoc reads, with keys that outlast versions."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.run import run

ARTICLE = """---
title: "Harvest {2026}: 50 % & more_of it"
language: en
authors: ["Rossi, Anna", "World Harvest Organization"]
site: Harvest News
published: "2026-11-20"
source: {url: "https://example.org/a_b?x=1&y=%20#z", retrieved: "2026-11-22T08:00:00Z"}
---

The farmers brought 11,000 tonnes of wheat to the port.
"""


def pandoc(form: str, text: str) -> list[dict[str, Any]]:
    """What pandoc reads; it has to be installed (`apt install pandoc`)."""
    done = subprocess.run(
        ["pandoc", "-f", form, "-t", "csljson", "--fail-if-warnings"],
        input=text.encode(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "2026-11-20 Ernte Süd.md"
    path.write_text(ARTICLE)
    return path


@pytest.mark.parametrize(("form", "reader"), [("csl", "csljson"), ("bibtex", "bibtex")])
def test_pandoc_reads_what_is_cited(form: str, reader: str, article: Path) -> None:
    [item] = pandoc(reader, run("cite", article, "--format", form).out)
    assert item["id"] == "2026-11-20-ernte-sud"
    plain = item["title"].replace('<span class="nocase">', "").replace("</span>", "")
    assert plain == "Harvest {2026}: 50 % & more_of it"
    assert item["author"] == [
        {"family": "Rossi", "given": "Anna"},
        {"literal": "World Harvest Organization"},
    ]
    assert item["issued"]["date-parts"][0][:2] == [2026, 11]
    assert item["accessed"]["date-parts"] == [[2026, 11, 22]]
    assert item["URL"] == "https://example.org/a_b?x=1&y=%20#z"
    assert "Harvest News" in (item.get("container-title"), item.get("publisher"))


def test_a_key_outlasts_versions_and_moves(article: Path, tmp_path: Path) -> None:
    def cited(path: Path) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(run("cite", path).out)[0]
        return found

    before = cited(article)
    article.write_text(ARTICLE.replace("11,000", "12,000").replace("title: ", "title: x"))
    (tmp_path / "later").mkdir()
    after = cited(article.rename(tmp_path / "later" / article.name))
    assert before["id"] == after["id"]
    assert len(before["version"]) == 12
    assert before["version"] != after["version"]


def test_a_folder_is_cited_without_its_drafts_and_with_a_key_for_each(tmp_path: Path) -> None:
    for name, text in (
        ("a/report.md", "First.\n"),
        ("b/report.md", "Second.\n"),
        ("粮食.md", "第三。\n"),
        ("draft.md", "---\nkind: draft\n---\n\nFourth.\n"),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    keys = [one["id"] for one in json.loads(run("cite", tmp_path).out)]
    assert keys[:2] == ["a-report-md", "b-report-md"]
    assert keys[2].startswith("text-")
    assert len(keys) == 3
    assert (
        run("cite", tmp_path, "--format", "text").out.splitlines()[0].startswith("report, version ")
    )
