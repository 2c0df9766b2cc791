"""`briefing changes`: one number that was replaced in silence is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import run

TEXT = "# Report 9\n\nThe network, with over 350 private organizations, met. Rain fell.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article of which a version is kept, since it has a note."""
    path = tmp_path / "who.md"
    path.write_text(TEXT, encoding="utf-8")
    run("notes", "add", path, "--quote", "met")
    return path


def test_without_a_change_the_status_is_zero(article: Path) -> None:
    done = run("changes", article)
    assert (done.status, done.out) == (0, "")


def test_a_changed_figure_comes_first_and_the_status_is_one(article: Path) -> None:
    text = TEXT.replace("over 350", "over 30").replace("The network", "This network")
    article.write_text(text, encoding="utf-8")
    done = run("changes", article)
    lines = done.out.splitlines()
    assert done.status == 1
    assert lines[0] == f"{article}:3: figure: was «350» now «30»"
    assert "2 changes since" in done.err


def test_the_json_says_where_words_were_and_are(article: Path) -> None:
    article.write_text(TEXT.replace("over 350", "over 30"), encoding="utf-8")
    done = run("changes", article, "--since", "2999-01-01", "--format", "json")
    value = json.loads(done.out)
    assert set(value["since"]) == {"rev", "date"}
    [change] = value["changes"]
    assert change == {
        "kind": "replaced",
        "old": "350",
        "new": "30",
        "old_start": 32,
        "old_end": 35,
        "start": 32,
        "end": 34,
        "weighs": "figure",
    }


@pytest.mark.parametrize("since", ["read", "1999-01-01", "yesterday", "0123456789ab"])
def test_a_text_that_is_not_kept_is_an_error_of_one_line(since: str, article: Path) -> None:
    done = run("changes", article, "--since", since)
    assert (done.status, done.out, done.is_one_line) == (2, "", True)
