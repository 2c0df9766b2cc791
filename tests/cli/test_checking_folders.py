"""`briefing check FOLDER`: what a pipeline is told of articles, drafts, notes and links."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.run import Ran, run

HARVEST = """---
title: Harvest
language: en
figures:
  - {label: Wheat, value: 11000, unit: tonnes, quote: "11,000 tonnes of wheat"}
---

The farmers brought 11,000 tonnes of wheat to the port last year.

## Grain in store

Nobody counted what was left in the barns of the valley.
"""
REPORT = """---
title: Report
language: en
figures:
  - {label: Grain, value: 11000, quote: "11,000 tonnes", same_as: "harvest.md#wheat"}
---

It was 11,000 tonnes, see [the harvest](harvest.md#grain-in-store).
"""
DRAFT = """---
kind: draft
language: en
---

They say “brought 11,000 tonnes of wheat to the port”.
"""
INVENTED = DRAFT.replace("They", "“Nothing of this is known here”, they")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for name, text in (("harvest", HARVEST), ("report", REPORT), ("draft", DRAFT)):
        (tmp_path / f"{name}.md").write_text(text)
    return tmp_path


def check(library: Path, *words: object) -> tuple[Ran, list[tuple[str, str, int | None]]]:
    done = run("check", library, "--format", "json", *words)
    found = json.loads(done.out)["findings"]
    return done, [(one["rule"], Path(one["path"]).name, one["line"]) for one in found]


def test_a_folder_in_which_all_holds_passes(library: Path) -> None:
    done = run("check", library, "--strict")
    assert (done.status, done.err) == (0, "")
    assert done.out == "3 articles checked: 0 errors, 0 warnings\n"


@pytest.mark.parametrize(
    ("file", "old", "new", "rule", "line"),
    [
        ("harvest", "11,000 tonnes of wheat to", "12,000 tonnes of rye to", "front-matter", 5),
        ("harvest", "value: 11000, unit", "value: 12000, unit", "same-as", 5),
        ("report", "#wheat", "#barley", "same-as", 5),
        ("report", 'same_as: "harvest.md', 'same_as: "gone.md', "same-as", 5),
        ("report", "(harvest.md#", "(gone.md#", "link-broken", 8),
        ("harvest", "## Grain in store", "## Grain", "link-broken", 8),
        ("report", "#grain-in-store", "#note-nobody", "link-broken", 8),
        ("draft", "brought 11,000", "brought 12,000", "quotation-altered", 6),
        ("draft", "port”", "port” [@report]", "quotation-misnamed", 6),
        ("draft", "They say", "“None of them knew it” [@harvest].", "quotation-missing", 6),
    ],
)
def test_what_does_not_hold_is_named_with_its_rule_and_line(
    file: str, old: str, new: str, rule: str, line: int, library: Path
) -> None:
    path = library / f"{file}.md"
    path.write_text(path.read_text().replace(old, new, 1))
    done, found = check(library)
    assert done.status == 1
    assert (rule, line) in [(one[0], one[2]) for one in found]
    lines = run("check", library).out.splitlines()
    assert any(one.partition(": ")[0].endswith(f".md:{line}") for one in lines)


def test_notes_that_lost_or_changed_their_words_fail_the_check(library: Path) -> None:
    path = library / "harvest.md"
    quotes = ("11,000 tonnes of wheat to the port", "Nobody counted what was left in the barns")
    ids = [run("notes", "add", path, "--quote", quote).out.strip() for quote in quotes]
    assert check(library)[0].status == 0
    changed = HARVEST.replace(
        "11,000 tonnes of wheat to the port", "12,000 tonnes of wheat to the port"
    )
    path.write_text(
        changed.replace("Nobody counted what was left in the barns of the valley.", "Gone.")
    )
    done, found = check(library)
    [article] = [a for a in json.loads(done.out)["articles"] if a["path"] == "harvest.md"]
    assert article["notes"] == {"changed": [ids[0]], "uncertain": [], "orphan": [ids[1]]}
    assert ("note-changed", "harvest.md", 8) in found
    assert ("note-orphan", "harvest.md") in [one[:2] for one in found]
    assert done.status == 1


def test_links_name_notes_passages_and_versions(library: Path) -> None:
    path = library / "harvest.md"
    note = run("notes", "add", path, "--quote", "Nobody counted what was left").out.strip()
    text = json.loads(run("print", path, "--format", "json").out)["text"]
    start = text.index("Nobody counted what was left")
    rev = next((library / ".briefing" / "texts").glob("*.txt")).stem
    passage = f"harvest.md?rev={rev[:12]}#p-{start}-{start + 28}"
    links = (
        f"#note-{note}",
        f"?rev={rev[:12]}",
        f"?rev={rev[:12]}#p-{start}-{start + 28}",
        "#p-1-999999",
    )

    def states() -> list[str]:
        body = "".join(f"[x](harvest.md{link})\n\n" for link in links)
        (library / "links.md").write_text(body)
        done = json.loads(run("check", library / "links.md", "--format", "json").out)
        return [one["state"] for one in done["articles"][0]["links"]]

    assert passage.endswith(links[2])
    assert states() == ["right", "right", "right", "broken"]
    path.write_text(path.read_text().replace("brought", "have brought"))
    assert states() == ["right", "changed", "right", "broken"]
    path.write_text(path.read_text().replace("Nobody counted what", "Nobody counted all that"))
    assert states() == ["changed", "changed", "changed", "broken"]
    said = run("check", library / "links.md").out
    wordings = "was «Nobody counted what was left» now «Nobody counted all that was left»"
    assert f"the passage of the note {wordings}" in said
    assert f"the passage {wordings}" in said
    path.write_text("# Harvest\n\nAnother text.\n")
    assert states() == ["changed", "changed", "broken", "broken"]


def test_a_folder_says_what_counts(library: Path) -> None:
    (library / "draft.md").write_text(INVENTED)
    (library / "old").mkdir()
    (library / "old" / "bad.md").write_text("[x](gone.md)\n")
    assert run("check", library).status == 1
    (library / ".briefing").mkdir()
    rules = library / ".briefing" / "check.yaml"
    rules.write_text("format: 1\nleft_out: [old]\n")
    done, found = check(library)
    assert (done.status, found) == (0, [("quotation-unknown", "draft.md", 6)])
    assert check(library, "--strict")[0].status == 1
    rules.write_text("rules: {quotation-unknown: off}\nleft_out: ['old/*']\n")
    done, found = check(library, "--strict")
    assert (done.status, found) == (0, [])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("format: 1\nrules: {spelling: error}\n", 2),
        ("rules:\n  link-broken: maybe\n", 2),
        ("format: 9\n", 1),
        ("\nleft-out: [old]\n", 2),
    ],
)
def test_a_mistake_in_what_counts_is_named_with_its_line(
    text: str, line: int, library: Path
) -> None:
    (library / ".briefing").mkdir()
    (library / ".briefing" / "check.yaml").write_text(text)
    done = run("check", library)
    assert (done.status, done.is_one_line) == (2, True)
    assert f"check.yaml:{line}: " in done.err


def test_what_cannot_be_read_is_the_worst(library: Path) -> None:
    (library / "broken.md").write_text("---\nvalue: [\ntitle: x\n---\n\nText.\n")
    (library / "bad.md").write_bytes(b"\xff\xfe\x00\xd8")
    done, found = check(library)
    assert done.status == 2
    assert {("file", "broken.md"), ("file", "bad.md")} <= {one[:2] for one in found}


@pytest.mark.parametrize("named", [".", "../library", "library"])
def test_files_are_named_as_the_folder_sees_them_in_which_the_program_runs(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a pipeline annotates it looks for below the folder of the checkout."""
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "harvest.md").write_text(HARVEST)
    (folder / "draft.md").write_text(DRAFT.replace("11,000", "12,000"))
    monkeypatch.chdir(tmp_path if named == "library" else folder)
    seen = {".": "", "library": "library/", "../library": "../library/"}[named]
    found = json.loads(run("check", named, "--format", "json").out)
    assert [one["path"] for one in found["articles"]] == ["draft.md", "harvest.md"]
    assert [one["path"] for one in found["findings"]] == [f"{seen}draft.md"]
    assert run("check", named).out.startswith(f"{seen}draft.md:6: altered")
    log = json.loads(run("check", named, "--format", "sarif").out)
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == f"{seen}draft.md"


def test_sarif_names_rule_level_file_and_line(library: Path) -> None:
    (library / "draft.md").write_text(DRAFT.replace("11,000", "12,000"))
    done = run("check", library, "--format", "sarif")
    log: dict[str, Any] = json.loads(done.out)
    assert (done.status, log["version"]) == (1, "2.1.0")
    [run_] = log["runs"]
    [result] = run_["results"]
    assert (result["ruleId"], result["level"]) == ("quotation-altered", "error")
    assert run_["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "quotation-altered"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].endswith("draft.md")
    assert place["region"] == {"startLine": 6}
    assert "12,000" in result["message"]["text"]
