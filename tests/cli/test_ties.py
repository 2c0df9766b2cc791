"""Notes that tie two documents together: both ends are followed, and named when they break."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.cli.run import run

ONE = "# One\n\nThe ministry said that 410 barges carried the grain to the port.\n"
TWO = "# Two\n\nRain fell.\n\nThe port counted 395 barges with grain in the same spring.\n"


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path, str]:
    (tmp_path / "sub").mkdir()
    one, two = tmp_path / "one.md", tmp_path / "sub" / "two.md"
    one.write_text(ONE)
    two.write_text(TWO)
    done = run(
        "notes", "add", one, "--quote", "410 barges", "--text", "Which?",
        "--about", two, "--about-quote", "395 barges",
    )  # fmt: skip
    assert done.status == 0, done.err
    return one, two, done.out.strip()


def test_the_file_says_document_version_place_and_words(pair: tuple[Path, Path, str]) -> None:
    one, two, _note = pair
    [note] = yaml.safe_load(one.with_suffix(".notes.yaml").read_text())["notes"]
    text = json.loads(run("print", two, "--format", "json").out)["text"]
    about = note["about"]
    assert list(about) == ["document", "rev", "at", "quote"]
    assert (about["document"], about["quote"]) == ("sub/two.md", "395 barges")
    assert text[slice(*about["at"])] == "395 barges"
    assert (two.parent / ".briefing" / "texts" / f"{about['rev']}.txt").read_text() == text


@pytest.mark.parametrize(
    ("old", "new", "state", "status"),
    [
        ("Rain fell.", "It rained for days, and then it rained again.", "right", 0),
        ("395", "359", "changed", 0),
        (TWO, "# Two\n\nAnother text.\n", "broken", 1),
        (TWO, "", "broken", 1),
    ],
)
def test_the_other_end_is_followed_through_edits(
    old: str, new: str, state: str, status: int, pair: tuple[Path, Path, str]
) -> None:
    one, two, note = pair
    two.write_text(TWO.replace(old, new))
    done = run("check", one, "--format", "json")
    [link] = json.loads(done.out)["articles"][0]["links"]
    assert (link["state"], done.status) == (state, status)
    assert link["target"].startswith("sub/two.md?rev=")
    said = run("check", one).out
    assert (note in said) == (state != "right")


def test_a_document_that_is_gone_is_named(pair: tuple[Path, Path, str]) -> None:
    one, two, _note = pair
    two.unlink()
    done = run("check", one)
    assert done.status == 1
    assert "sub/two.md" in done.out


def test_exports_have_both_ends(pair: tuple[Path, Path, str]) -> None:
    one, _two, note = pair
    written = json.loads(run("notes", "export", one, "--format", "jsonld").out)
    targets = written["first"]["items"][0]["target"]
    quotes = [target["selector"][0]["exact"] for target in targets]
    assert quotes == ["410 barges", "395 barges"]
    assert "sub/two.md" in run("notes", "export", one, "--format", "markdown").out
    assert "395 barges" in run("export", one).out
    [listed] = json.loads(run("notes", "list", one, "--format", "json").out)
    assert (listed["id"], listed["about"]["quote"]) == (note, "395 barges")


def test_both_wordings_stand_wherever_a_changed_end_is_shown(pair: tuple[Path, Path, str]) -> None:
    one, two, _note = pair
    assert run("notes", "check", one).status == 0
    two.write_text(TWO.replace("395", "359"))
    both = "was «395 barges» now «359 barges»"
    checked = run("notes", "check", one)
    assert checked.status == 1
    assert both in checked.out
    told = json.loads(run("notes", "check", one, "--format", "json").out)[0]["about"]
    assert (told["quote"], told["now"]) == ("395 barges", "359 barges")
    for command in (
        ("notes", "list", one),
        ("notes", "export", one, "--format", "markdown"),
        ("export", one),
        ("check", one),
        ("print", one),
    ):
        assert both in run(*command).out
    kept = yaml.safe_load(one.with_suffix(".notes.yaml").read_text())["notes"][0]["about"]
    assert list(kept) == ["document", "rev", "at", "quote"]


@pytest.mark.parametrize(
    "words",
    [
        ("--about", "sub/two.md"),
        ("--about-quote", "395 barges"),
        ("--about", "sub/two.md", "--about-quote", "396 barges"),
        ("--about", "one.md", "--about-quote", "410 barges"),
        ("--about", "gone.md", "--about-quote", "410 barges"),
    ],
)
def test_half_a_tie_is_refused_in_one_line(
    words: tuple[str, ...],
    pair: tuple[Path, Path, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("notes", "add", "one.md", "--quote", "The ministry", *words)
    assert done.status in (1, 2)
    assert done.is_one_line
