"""`briefing notes add`, `list` and `check`."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest
import yaml

from tests.cli.run import run, spawn

TEXT = "# Trucks\n\nTen trucks came. Ten vans came too. «Enough», they said.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def listed(article: Path, *more: object) -> list[dict[str, object]]:
    done = run("notes", "list", article, "--format", "json", *more)
    assert (done.status, done.err) == (0, "")
    value = json.loads(done.out)
    assert isinstance(value, list)
    return value


def test_a_note_is_in_the_file_with_all_that_was_said(article: Path) -> None:
    done = run(
        *("notes", "add", article, "--quote", "Ten vans", "--text", "How many?\nReally?"),
        *("--kind", "question", "--color", "blue", "--tag", "facts", "--tag", "vans"),
        *("--by", "anna"),
    )
    assert (done.status, done.err) == (0, "")
    saved = yaml.safe_load(article.with_name("a.notes.yaml").read_text(encoding="utf-8"))
    [note] = saved["notes"]
    assert done.out == f"{note['id']}\n"
    assert (note["quote"], note["text"]) == ("Ten vans", "How many?\nReally?")
    assert (note["kind"], note["color"], note["by"]) == ("question", "blue", "anna")
    assert note["tags"] == ["facts", "vans"]
    start, end = note["at"]
    assert "Trucks\nTen trucks came. Ten vans came too."[start:end] == "Ten vans"


def test_a_quote_may_differ_in_case_where_that_is_clear(article: Path) -> None:
    assert run("notes", "add", article, "--quote", "ten trucks").status == 0
    assert [note["quote"] for note in listed(article)] == ["Ten trucks"]


def test_an_ambiguous_quote_lists_its_places_and_writes_nothing(article: Path) -> None:
    done = run("notes", "add", article, "--quote", "came")
    assert done.status == 2
    assert done.out == ""
    *places, last = done.err.splitlines()
    assert [place.split()[0] for place in places] == ["18:22", "33:37"]
    assert "--at" in last
    assert not article.with_name("a.notes.yaml").exists()
    assert run("notes", "add", article, "--at", "33:37").status == 0


def test_of_very_many_places_only_some_are_listed(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("came " * 30, encoding="utf-8")
    done = run("notes", "add", path, "--quote", "came")
    assert len(done.err.splitlines()) == 12
    assert "20 more" in done.err


@pytest.mark.parametrize("quote", ["nothing of it", "", "  "])
def test_a_quote_that_is_not_there_answers_no(quote: str, article: Path) -> None:
    done = run("notes", "add", article, "--quote", quote)
    assert done.status == 1
    assert done.is_one_line


@pytest.mark.parametrize("words", [(), ("--at", "0:3", "--quote", "Ten")])
def test_a_note_has_one_passage(words: tuple[str, ...], article: Path) -> None:
    done = run("notes", "add", article, *words)
    assert done.status == 2
    assert done.is_one_line


@pytest.mark.parametrize(
    "words", [("--kind", "opinion"), ("--color", "mauve"), ("--at",), ("--nope", "x")]
)
def test_words_that_no_option_takes_are_refused(words: tuple[str, ...], article: Path) -> None:
    done = run("notes", "add", article, "--quote", "Ten vans", *words)
    assert done.status == 2
    assert done.is_one_line


def test_an_empty_list_is_an_answer_and_writes_nothing(article: Path) -> None:
    assert listed(article) == []
    assert run("notes", "list", article).out == ""
    done = run("notes", "check", article)
    assert (done.status, done.out) == (0, "")
    assert [p.name for p in article.parent.iterdir()] == ["a.md"]


def test_deleted_notes_are_only_listed_when_asked_for(article: Path) -> None:
    note_id = run("notes", "add", article, "--quote", "Ten vans").out.strip()
    run("notes", "delete", article, note_id)
    assert listed(article) == []
    assert [note["state"] for note in listed(article, "--all")] == ["deleted"]


def test_the_json_list_has_the_keys_of_the_file(article: Path) -> None:
    run("notes", "add", article, "--quote", "Ten vans", "--color", "pink", "--tag", "x")
    [note] = listed(article)
    [saved] = yaml.safe_load(article.with_name("a.notes.yaml").read_text(encoding="utf-8"))["notes"]
    assert {key: note[key] for key in saved} == saved
    assert (note["conflicts"], note["via"], note["text"]) == ([], None, "")


def test_check_tells_where_every_note_is_now(article: Path) -> None:
    run("notes", "add", article, "--quote", "Ten vans came too")
    run("notes", "add", article, "--quote", "Ten trucks")
    assert run("notes", "check", article).status == 0
    article.write_text(TEXT.replace("Ten vans came too. ", ""), encoding="utf-8")
    done = run("notes", "check", article, "--format", "json")
    assert done.status == 1
    rows = {row["quote"]: row for row in json.loads(done.out)}
    place = {"id", "match", "start", "end", "confidence", "quote", "changed", "now", "about"}
    assert set(rows["Ten trucks"]) == place
    assert rows["Ten trucks"]["match"] == "anchored"
    lost = rows["Ten vans came too"]
    assert (lost["match"], lost["start"], lost["end"]) == ("orphan", None, None)
    text = run("notes", "check", article)
    assert text.status == 1
    assert "orphan" in text.out


@pytest.fixture
def replaced(tmp_path: Path) -> Path:
    """An article with a note, in which one number was replaced afterwards."""
    path = tmp_path / "who.md"
    path.write_text("The network, with over 350 private organizations, met.\n", encoding="utf-8")
    run("notes", "add", path, "--quote", "over 350 private organizations", "--text", "Source?")
    path.write_text("The network, with over 30 private organizations, met.\n", encoding="utf-8")
    return path


def test_a_quote_whose_number_was_replaced_is_told_with_both_wordings(replaced: Path) -> None:
    done = run("notes", "check", replaced)
    both = "was «over 350 private organizations» now «over 30 private organizations»"
    assert (done.status, both in done.out) == (1, True)
    [row] = json.loads(run("notes", "check", replaced, "--format", "json").out)
    assert (row["match"], row["changed"]) == ("anchored", True)
    assert (row["quote"], row["now"]) == (
        "over 350 private organizations",
        "over 30 private organizations",
    )
    assert both in run("notes", "list", replaced).out
    [listed_row] = listed(replaced)
    assert (listed_row["changed"], listed_row["now"]) == (True, "over 30 private organizations")


@pytest.mark.parametrize("form", ["markdown", "jsonld", "hypothesis", "readwise", "csv"])
def test_no_export_shows_only_the_words_that_are_gone(form: str, replaced: Path) -> None:
    out = run("notes", "export", replaced, "--format", form).out
    assert "over 350 private organizations" in out
    assert "over 30 private organizations" in out


def test_a_page_shows_both_wordings_of_a_note(replaced: Path) -> None:
    for form in ("html", "markdown"):
        out = run("export", replaced, "--format", form).out
        assert "over 350 private organizations" in out


def test_a_text_that_was_only_typeset_anew_changes_no_quote(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text('The office said "no deal" - twice - in 2019-2020.\n', encoding="utf-8")
    run("notes", "add", path, "--quote", 'office said "no deal" - twice - in 2019-2020')
    path.write_text("The oﬃce said “no deal” — twice — in 2019–2020.\n", encoding="utf-8")
    done = run("notes", "check", path, "--format", "json")
    [row] = json.loads(done.out)
    assert (done.status, row["changed"], row["now"]) == (0, False, None)


def test_a_note_of_the_file_that_cannot_be_read_is_named_and_kept(article: Path) -> None:
    run("notes", "add", article, "--quote", "Ten vans")
    path = article.with_name("a.notes.yaml")
    path.write_text(
        path.read_text(encoding="utf-8") + "\n- id: x1\n  kind: [odd]\n", encoding="utf-8"
    )
    done = run("notes", "list", article)
    assert done.status == 2
    assert len(done.out.splitlines()) == 1
    assert f"{path}:" in done.err
    run("notes", "add", article, "--quote", "Ten trucks")
    assert "- id: x1\n  kind: [odd]\n" in path.read_text(encoding="utf-8")


def test_the_notes_of_the_shipped_article_go_to_the_users_own_folder(own_folders: Path) -> None:
    assert run("notes", "add", "corea-del-nord-russia", "--quote", "tra cui razzi").status == 0
    folder = own_folders / "data" / "briefing" / "notes"
    assert [p.name for p in folder.glob("*.yaml")] == ["corea-del-nord-russia.notes.yaml"]


def test_standard_input_has_notes_by_its_title() -> None:
    def call(*words: str) -> str:
        done = run("notes", *words, stdin=TEXT)
        assert (done.status, done.err) == (0, "")
        return done.out

    call("add", "-", "--quote", "Ten vans")
    assert "Ten vans" in call("list", "-")


@pytest.mark.parametrize("place", ["first", "group", "last"])
def test_the_notes_file_may_be_named_anywhere(place: str, article: Path, tmp_path: Path) -> None:
    named = ("--notes", tmp_path / "mine.yaml")
    words = {
        "first": (*named, "notes", "add", article, "--quote", "Ten vans"),
        "group": ("notes", *named, "add", article, "--quote", "Ten vans"),
        "last": ("notes", "add", article, "--quote", "Ten vans", *named),
    }[place]
    assert run(*words).status == 0
    assert (tmp_path / "mine.yaml").exists()
    assert not article.with_name("a.notes.yaml").exists()


def test_the_author_is_that_of_the_settings_else_the_account(
    article: Path, own_folders: Path
) -> None:
    spawn("notes", "add", article, "--quote", "Ten vans", environment={"LOGNAME": "otto"})
    settings = own_folders / "config" / "briefing" / "config.yaml"
    settings.parent.mkdir(parents=True)
    settings.write_text("author: anna\n", encoding="utf-8")
    run("notes", "add", article, "--quote", "Ten trucks")
    assert {note["by"] for note in listed(article)} == {"otto", "anna"}


def test_what_lost_in_a_merge_is_listed(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("France came.\n")
    note_id = run("notes", "add", article, "--quote", "France", "--text", "mine").out.strip()
    file = article.with_name("a.notes.yaml")
    dispute = (
        "  conflicts:\n  - {field: text, value: theirs, by: bea, updated: '2026-01-02T03:04:05Z'}\n"
    )
    file.write_text(file.read_text() + dispute)
    lines = run("notes", "list", article).out.splitlines()
    assert lines[0].startswith(note_id)
    assert lines[1].split(maxsplit=1) == ["!", "In dispute: bea wrote for “text”: theirs"]


def test_a_copy_that_a_sync_program_left_is_named_with_the_command_that_merges_it(
    tmp_path: Path,
) -> None:
    article = tmp_path / "a.md"
    article.write_text("France came. Italy too.\n")
    file, copy = tmp_path / "a.notes.yaml", tmp_path / "a.notes (conflicted copy 2026-11-22).yaml"
    run("notes", "add", article, "--quote", "Italy", "--text", "theirs")
    file.rename(copy)
    run("notes", "add", article, "--quote", "France", "--text", "mine")
    done = run("notes", "list", article)
    assert (done.status, "theirs" in done.out) == (0, False)
    command = done.err.partition("`briefing ")[2].partition("`")[0]
    assert run(*shlex.split(command)).status == 0
    assert {"mine", "theirs"} <= set(run("notes", "list", article).out.split())
