"""`briefing export`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.run import run

ARTICLE = "---\ntitle: Harvest\nlanguage: en\n---\nAbout 11,000 tonnes of wheat.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "harvest.md"
    path.write_text(ARTICLE)
    return path


def test_a_page_holds_article_panels_and_notes(article: Path) -> None:
    run("notes", "add", article, "--quote", "wheat", "--text", "Ask <the> ministry")
    done = run("export", article, "--format", "html")
    assert done.status == 0
    for words in ("Harvest", "11,000 tonnes", 'id="figure-1"', "Ask &lt;the&gt; ministry"):
        assert words in done.out
    assert done.err == ""


def test_markdown_holds_them_too(article: Path) -> None:
    run("notes", "add", article, "--quote", "wheat", "--text", "Ask the ministry")
    done = run("export", article, "--format", "markdown")
    assert done.out.startswith("# Harvest\n")
    assert "Ask the ministry" in done.out


def test_a_file_is_never_overwritten_unasked(article: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("mine")
    refused = run("export", article, "-o", page)
    assert (refused.status, page.read_text()) == (2, "mine")
    assert "--force" in refused.err
    assert run("export", article, "-o", page, "--force").status == 0
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_notes_of_another_file_can_be_named(article: Path, tmp_path: Path) -> None:
    notes = tmp_path / "other.yaml"
    run("notes", "add", article, "--quote", "wheat", "--text", "from another", "--notes", notes)
    assert "from another" in run("--notes", notes, "export", article).out
    assert "from another" not in run("export", article).out


def test_bad_input_is_one_line(tmp_path: Path) -> None:
    assert run("export", tmp_path / "none.md").status == 2
    assert run("export").status == 2


def test_front_matter_with_a_fault_is_exported_and_named(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\nfigures: 3\n---\nText.\n")
    done = run("export", path)
    assert done.status == 0
    assert "<p>Text.</p>" in done.out
    assert f"{path}:2" in done.err


def test_notes_link_to_their_file_from_where_the_document_lies(article: Path) -> None:
    note_id = run("notes", "add", article, "--quote", "wheat", "--text", "Ask").out.strip()
    (article.parent / "out").mkdir()
    run("export", article, "--format", "markdown", "-o", article.parent / "out" / "page.md")
    assert f"(<../harvest.md#note-{note_id}>)" in (article.parent / "out" / "page.md").read_text()
    assert f"(<harvest.md#note-{note_id}>)" in run("export", article, "--format", "markdown").out


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_without_notes_that_cannot_be_read_nothing_is_written(article: Path, form: str) -> None:
    article.with_name("harvest.notes.yaml").write_text("notes: [")
    done = run("export", article, "--format", form, "-o", article.with_name("page"))
    assert done.status == 2
    assert "harvest.notes.yaml:2" in done.err
    assert not article.with_name("page").exists()
