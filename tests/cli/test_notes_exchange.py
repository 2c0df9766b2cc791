"""`briefing notes export`, `import` and `merge`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.exchange.formats import EXPORTS
from tests.cli.clones import Clone, attributes, two_clones
from tests.cli.run import run

TEXT = "# Trucks\n\nTen trucks came. Ten vans came too. «Enough», they said.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def add(article: Path, quote: str, text: str = "", *more: object) -> str:
    return run("notes", "add", article, "--quote", quote, "--text", text, *more).out.strip()


def listed(article: Path, *more: object) -> dict[str, dict[str, Any]]:
    done = run("notes", "list", article, "--format", "json", *more)
    return {note["id"]: note for note in json.loads(done.out)}


@pytest.mark.parametrize("form", list(EXPORTS))
def test_every_export_holds_the_notes_and_overwrites_nothing(
    form: str, article: Path, tmp_path: Path
) -> None:
    add(article, "Ten vans", "How many?")
    gone = add(article, "Enough", "Not this one")
    run("notes", "delete", article, gone)
    done = run("notes", "export", article, "--format", form)
    assert (done.status, done.err) == (0, "")
    assert "How many?" in done.out
    assert "Not this one" not in done.out
    target = tmp_path / "out.txt"
    target.write_text("mine", encoding="utf-8")
    refused = run("notes", "export", article, "--format", form, "-o", target)
    assert refused.status == 2
    assert refused.is_one_line
    assert "--force" in refused.err
    assert target.read_text(encoding="utf-8") == "mine"
    assert run("notes", "export", article, "--format", form, "-o", target, "--force").status == 0
    # The runner gives back what was printed with plain line ends.
    assert target.read_bytes().decode().replace("\r\n", "\n") == done.out


def test_an_export_of_nothing_is_an_answer(article: Path) -> None:
    for form in EXPORTS:
        assert run("notes", "export", article, "--format", form).status == 0


def test_links_lead_from_the_exported_file_to_the_article(article: Path, tmp_path: Path) -> None:
    note_id = add(article, "Ten vans", "x")
    (tmp_path / "out").mkdir()
    target = tmp_path / "out" / "notes.md"
    run("notes", "export", article, "--format", "markdown", "-o", target)
    assert f"../a.md#note-{note_id}" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        ("--format", "pdf"),
        (),
        ("--format", "csv", "-o", "/nowhere/at/all/x.csv"),
        ("--format", "csv", "-o", "/"),
    ],
)
def test_an_export_that_cannot_be_is_refused(words: tuple[str, ...], article: Path) -> None:
    done = run("notes", "export", article, *words)
    assert done.status == 2
    assert done.is_one_line


def test_notes_go_out_and_come_back_the_same(article: Path, tmp_path: Path) -> None:
    first = add(article, "Ten vans", "How many?", "--color", "blue", "--tag", "x")
    add(article, "Enough", "", "--kind", "highlight")
    run("notes", "resolve", article, first)
    before = listed(article)
    out = tmp_path / "notes.jsonld"
    run("notes", "export", article, "--format", "jsonld", "-o", out)
    other = tmp_path / "other.yaml"
    done = run("notes", "import", article, out, "--notes", other)
    assert done.status == 0
    assert "2 notes taken in" in done.err
    assert sorted(done.out.split()) == sorted(before)
    assert listed(article, "--notes", other) == before


@pytest.mark.parametrize("form", ["jsonld", "hypothesis"])
def test_importing_twice_changes_nothing(form: str, article: Path, tmp_path: Path) -> None:
    add(article, "Ten vans", "How many?")
    out = tmp_path / "notes.json"
    run("notes", "export", article, "--format", form, "-o", out)
    other = tmp_path / "other.yaml"
    run("notes", "import", article, out, "--notes", other)
    before = other.read_bytes()
    done = run("notes", "import", article, out, "--notes", other)
    assert (done.status, done.out) == (0, "")
    assert "1 known already" in done.err
    assert other.read_bytes() == before


def hypothesis_row(number: int, quote: str | None, text: str) -> dict[str, object]:
    selectors = [] if quote is None else [{"type": "TextQuoteSelector", "exact": quote}]
    return {
        "id": f"h{number}",
        "uri": "https://example.org/a",
        "user": "acct:bea@hypothes.is",
        "created": "2026-01-02T03:04:05.678901+00:00",
        "updated": "2026-01-02T03:04:05.678901+00:00",
        "text": text,
        "tags": ["t"],
        "target": [{"source": "https://example.org/a", "selector": selectors}],
    }


def test_what_others_wrote_finds_its_passage_or_is_kept_as_an_orphan(
    article: Path, tmp_path: Path
) -> None:
    rows = [
        hypothesis_row(1, "Ten vans", "found"),
        hypothesis_row(2, "a passage that is not there at all", "lost"),
        hypothesis_row(3, None, "on the whole page"),
    ]
    path = tmp_path / "h.json"
    path.write_text(json.dumps({"total": 3, "rows": rows}), encoding="utf-8")
    done = run("notes", "import", article, path)
    assert done.status == 0
    assert "3 notes taken in" in done.err
    assert "1 without a passage" in done.err
    notes = {note["text"]: note for note in listed(article).values()}
    assert notes["found"]["quote"] == "Ten vans"
    assert notes["found"]["by"] == "bea"
    assert notes["found"]["created"] == "2026-01-02T03:04:05Z"
    assert notes["found"]["via"] == {"system": "hypothesis", "id": "h1"}
    assert notes["lost"]["quote"] == "a passage that is not there at all"
    assert notes["on the whole page"]["quote"] == "Trucks"
    checked = json.loads(run("notes", "check", article, "--format", "json").out)
    assert sorted(row["match"] for row in checked) == ["anchored", "anchored", "orphan"]
    again = run("notes", "import", article, path)
    assert "0 notes taken in, 3 known already" in again.err


def test_a_deleted_note_does_not_come_back_with_the_next_import(
    article: Path, tmp_path: Path
) -> None:
    path = tmp_path / "h.json"
    path.write_text(json.dumps({"rows": [hypothesis_row(1, "Ten vans", "x")]}), encoding="utf-8")
    note_id = run("notes", "import", article, path).out.strip()
    run("notes", "delete", article, note_id)
    run("notes", "import", article, path)
    assert listed(article) == {}


def test_kindle_clippings_of_other_books_stay_out(article: Path, tmp_path: Path) -> None:
    path = tmp_path / "My Clippings.txt"
    entry = (
        "{book} (Somebody)\n- Your Highlight on page 1 | Location 1-2 | Added on Monday, "
        "January 5, 2026 8:00:00 AM\n\n{quote}\n==========\n"
    )
    path.write_text(
        entry.format(book="Trucks", quote="Ten vans came")
        + entry.format(book="Another Book", quote="Call me anything"),
        encoding="utf-8",
    )
    done = run("notes", "import", article, path)
    assert done.status == 0
    assert [note["quote"] for note in listed(article).values()] == ["Ten vans came"]
    assert "other work" in done.err or "another work" in done.err


def test_notes_can_be_imported_from_standard_input(article: Path) -> None:
    rows = json.dumps({"rows": [hypothesis_row(1, "Ten vans", "x")]})
    assert run("notes", "import", article, "-", stdin=rows).status == 0
    assert len(listed(article)) == 1
    done = run("notes", "import", "-", "-", stdin=rows)
    assert done.status == 2
    assert done.is_one_line


@pytest.mark.parametrize(
    ("content", "more"),
    [
        (b"just words\n", ()),
        (b'{"rows": [{"id": ', ()),
        (b"[1, 2]", ()),
        (b"{}", ()),
        (b"", ()),
        (b"\x00\x01\x02", ()),
        (b"\xff\xfe", ()),
        (b'{"rows": []', ("--format", "hypothesis")),
        (b'{"rows": []}', ("--format", "kindle")),
        (b"[" * 200_000, ()),
    ],
)
def test_a_wrong_import_is_one_line_and_writes_nothing(
    content: bytes, more: tuple[str, ...], article: Path, tmp_path: Path
) -> None:
    path = tmp_path / "in.json"
    path.write_bytes(content)
    done = run("notes", "import", article, path, *more)
    assert done.status == 2
    assert done.is_one_line
    assert "in.json" in done.err
    assert not article.with_name("a.notes.yaml").exists()


def test_two_files_are_merged_into_one(article: Path, tmp_path: Path) -> None:
    mine, theirs, both = (tmp_path / f"{name}.yaml" for name in ("mine", "theirs", "both"))
    add(article, "Ten vans", "mine", "--notes", mine)
    add(article, "Enough", "theirs", "--notes", theirs)
    done = run("notes", "merge", mine, theirs)
    assert (done.status, done.err) == (0, "")
    assert {note["text"] for note in yaml.safe_load(done.out)["notes"]} == {"mine", "theirs"}
    assert run("notes", "merge", mine, theirs, "-o", both).status == 0
    assert both.read_text(encoding="utf-8") == done.out
    assert run("notes", "merge", both, mine).out == done.out


@pytest.mark.parametrize("count", [0, 1, 4])
def test_a_merge_takes_two_or_three_files(count: int, tmp_path: Path) -> None:
    done = run("notes", "merge", *([tmp_path / "x.yaml"] * count))
    assert done.status == 2
    assert done.is_one_line


def test_a_merge_with_a_damaged_file_writes_nothing(article: Path, tmp_path: Path) -> None:
    mine, broken = tmp_path / "mine.yaml", tmp_path / "broken.yaml"
    add(article, "Ten vans", "mine", "--notes", mine)
    broken.write_text("notes: [\n", encoding="utf-8")
    before = mine.read_bytes()
    done = run("notes", "merge", mine, broken, "-o", mine)
    assert done.status == 2
    assert done.is_one_line
    assert "broken.yaml" in done.err
    assert mine.read_bytes() == before


@pytest.fixture
def clones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Clone, Clone]:
    anna, bea = two_clones(tmp_path, monkeypatch)
    anna.article.parent.mkdir()
    anna.article.write_text(TEXT, encoding="utf-8")
    (anna.folder / ".gitattributes").write_text(attributes(), encoding="utf-8")
    add(anna.article, "Ten trucks", "edited by both", "--by", "anna", "--tag", "start")
    add(anna.article, "Ten vans", "deleted by bea", "--by", "anna")
    add(anna.article, "they said", "deleted by anna, edited by bea", "--by", "anna")
    anna.commit()
    anna.git("push", "-q", "-u", "origin", "main")
    bea.git("fetch", "-q")
    bea.git("checkout", "-q", "-B", "main", "origin/main")
    return anna, bea


def by_text(clone: Clone) -> dict[str, str]:
    return {note["text"]: note_id for note_id, note in listed(clone.article, "--all").items()}


def test_git_merges_notes_of_two_people_and_loses_none(clones: tuple[Clone, Clone]) -> None:
    anna, bea = clones
    ids = by_text(anna)
    shared = ids["edited by both"]
    add(anna.article, "Enough", "new from anna", "--by", "anna")
    run(
        "notes",
        "edit",
        anna.article,
        shared,
        "--text",
        "as anna has it",
        "--tag",
        "start",
        "--tag",
        "a",
    )
    run("notes", "delete", anna.article, ids["deleted by anna, edited by bea"])
    anna.commit()
    anna.git("push", "-q")
    add(bea.article, "came too", "new from bea", "--by", "bea")
    run(
        "notes",
        "edit",
        bea.article,
        shared,
        "--text",
        "as bea has it",
        "--tag",
        "start",
        "--tag",
        "b",
    )
    run("notes", "delete", bea.article, ids["deleted by bea"])
    run(
        "notes",
        "edit",
        bea.article,
        ids["deleted by anna, edited by bea"],
        "--text",
        "still needed",
    )
    bea.commit()
    bea.git("pull", "-q", "--no-edit")
    assert bea.git("status", "--porcelain") == ""
    bea.git("push", "-q")
    anna.git("pull", "-q", "--no-edit")
    after = listed(bea.article, "--all")
    assert after == listed(anna.article, "--all")
    assert len(after) == 5
    assert {note["text"] for note in after.values() if note["state"] != "deleted"} >= {
        "new from anna",
        "new from bea",
        "still needed",
    }
    assert after[ids["deleted by bea"]]["state"] == "deleted"
    both = after[shared]
    assert sorted(both["tags"]) == ["a", "b", "start"]
    said = {both["text"], *(lost["value"] for lost in both["conflicts"])}
    assert said == {"as anna has it", "as bea has it"}
    assert run("notes", "check", bea.article).status == 0


def test_git_merges_files_that_both_created(clones: tuple[Clone, Clone]) -> None:
    anna, bea = clones
    for clone, quote in ((anna, "Ten vans"), (bea, "Enough")):
        clone.article = clone.article.with_name("b.md")
        clone.article.write_text(TEXT, encoding="utf-8")
        add(clone.article, quote, "x")
        clone.commit()
    anna.git("push", "-q")
    bea.git("pull", "-q", "--no-edit")
    assert {note["quote"] for note in listed(bea.article).values()} == {"Ten vans", "Enough"}
